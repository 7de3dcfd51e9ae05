import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import engineLevel from './scripts/engine-level.js';
import { pagePlatform } from './scripts/lint/page-platform.mjs';

/**
 * Who may import whom (docs/architecture.md). A zone says: files in `target` import nothing from `from`
 * but what `except` names (paths relative to `from`).
 */
const only = (target, ...allowed) => ({
  target: `./src/${target}`,
  from: './src',
  except: [target, ...allowed].map((path) => `./${path}`),
  message: `${target} may import only: ${allowed.join(', ') || 'nothing outside itself'}.`,
});

/** Words that every layer above the worksheet shares. */
const TERMS = ['engine/language.ts', 'engine/severity.ts'];

/** What the adapters of interactive hosts share: the seams, and what fits all of them. */
const HOST_WORDS = [
  'host/port.ts',
  'host/shell.ts',
  'host/detect.ts',
  'host/one-workbook.ts',
  'host/settings-storage.ts',
];

const layers = [
  only('engine/sheet'),
  only('engine/quantity', 'engine/sheet'),
  only('engine/annex', 'engine/calculation', 'engine/quantity', 'engine/sheet', 'engine/language.ts'),
  only('engine/profile', 'engine/annex', 'engine/sheet', ...TERMS),
  only('engine/rule', 'engine/profile', 'engine/annex', 'engine/quantity', 'engine/sheet', ...TERMS),
  only(
    'engine/facts',
    'engine/rule',
    'engine/profile',
    'engine/annex',
    'engine/quantity',
    'engine/sheet',
    ...TERMS,
  ),
  only(
    'engine/rules',
    'engine/facts',
    'engine/rule',
    'engine/profile',
    'engine/annex',
    'engine/quantity',
    'engine/sheet',
    ...TERMS,
  ),
  only('engine/generated', ...TERMS),
  only('engine/rollup', 'engine/facts', 'engine/rule', 'engine/annex', 'engine/sheet', ...TERMS),
  only('engine/calculation', 'engine/sheet'),
  only('engine/comparison', 'engine/review', 'engine/rule', 'engine/annex', 'engine/sheet', ...TERMS),
  only('engine'),
  only('xlsx', 'engine/sheet'),
  only('host/file', 'xlsx', 'engine/calculation', 'engine/sheet', 'host/port.ts', 'host/protocol'),
  only('host/office', 'engine/sheet', ...HOST_WORDS, 'host/protocol'),
  only('host/wps', 'engine/sheet', ...HOST_WORDS, 'host/protocol'),
  only('host', 'xlsx', 'engine/calculation', 'engine/sheet'),
  {
    target: './src/host/*.ts',
    from: './src/host/*/**',
    message: 'What the hosts share knows none of them.',
  },
  only(
    'app',
    'engine',
    'host/port.ts',
    'host/one-workbook.ts',
    'host/desk-key.ts',
    'host/desk-key-file.ts',
    'host/bytes.ts',
  ),
  only(
    'commands',
    'app',
    'engine',
    'host/port.ts',
    'host/shell.ts',
    'host/one-workbook.ts',
    'host/desk-settings.ts',
  ),
  only(
    'pane',
    'app',
    'engine',
    'host/port.ts',
    'host/shell.ts',
    'host/one-workbook.ts',
    'host/desk-settings.ts',
    'host/desk-key-file.ts',
    'host/protocol/mark-colors.ts',
    'commands/last-outcome.ts',
    'commands/command.ts',
  ),
  only('pages/level'),
  only('pages/office', 'pane', 'commands', 'host/office', 'pages/level'),
  only('pages/wps', 'pane', 'host/wps', 'pages/level'),
  {
    target: './workbench',
    from: './src',
    except: ['./xlsx', './engine/sheet'],
    message: 'The workbench may import only: xlsx, engine/sheet.',
  },
  { target: './src', from: './workbench', message: 'Nothing of the product imports the workbench.' },
  only('cli', 'app', 'engine', 'host/file', 'host/port.ts'),
];

/** The full path of a folder of the project. */
const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Files that are none of what ships, so that they may use what is installed for development alone. */
const development = ['workbench/**', 'test/**', 'bench/**', 'scripts/**', 'assets/**', '*.mjs', '*.js'];

/** What runs in a page: the files of src/tsconfig.json. */
const PAGES = ['src/{engine,app,pane,host,commands,pages}/**/*.{ts,tsx}'];

/** What Excel and WPS put into a page. Each is named in the folder of its host alone, as a type too. */
const OFFICE_GLOBALS = ['Office', 'Excel', 'OfficeExtension', 'OfficeCore', 'OfficeRuntime'];
const WPS_GLOBALS = ['wps', 'Application'];
const HOST_GLOBALS = [...OFFICE_GLOBALS, ...WPS_GLOBALS];

const THEIR_FOLDER = 'What a spreadsheet puts into the page is named in the folder of its host alone.';

/** The same where `no-restricted-globals` does not look: types, and what hangs on the window. */
const elsewhere = (globals) => {
  const oneOfThem = `[name=/^(${globals.join('|')})$/]`;
  return [
    `:matches(TSTypeReference, TSTypeQuery, TSQualifiedName) > Identifier${oneOfThem}`,
    `MemberExpression[object.name=/^(window|self|globalThis)$/] > Identifier.property${oneOfThem}`,
  ].map((selector) => ({ selector, message: THEIR_FOLDER }));
};

/** Keeps what the spreadsheets put into a page out of files. */
const without = (globals) => ({
  'no-restricted-globals': ['error', ...globals],
  'no-restricted-syntax': ['error', ...elsewhere(globals)],
});

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'artifacts/', 'node_modules/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: layers }],
      'import-x/no-cycle': 'error',
      'import-x/no-extraneous-dependencies': ['error', { devDependencies: development }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      // What is taken out beside a rest is left out of it.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    // The workbench is a package of its own, which its files are measured by; its tests stand with the project's, and
    // so do the compiler and the types that the description of WPS is read from.
    files: ['test/workbench/**', 'workbench/wps/description/**'],
    rules: {
      'import-x/no-extraneous-dependencies': [
        'error',
        { devDependencies: development, packageDir: ['.', './workbench'].map(folder) },
      ],
    },
  },
  {
    files: PAGES,
    ignores: ['src/host/file/**'],
    plugins: { annex: { rules: { 'page-platform': pagePlatform } } },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: folder('.') },
    },
    rules: { 'annex/page-platform': ['error', { chromium: engineLevel.CHROMIUM }] },
  },
  {
    files: ['src/**'],
    ignores: ['src/host/office/**', 'src/host/wps/**'],
    rules: without(HOST_GLOBALS),
  },
  { files: ['src/host/office/**'], rules: without(WPS_GLOBALS) },
  { files: ['src/host/wps/**'], rules: without(OFFICE_GLOBALS) },
  {
    files: ['src/engine/**', 'src/xlsx/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...HOST_GLOBALS,
        'process',
        'Buffer',
        'window',
        'document',
        'fetch',
        'require',
      ],
      'no-restricted-imports': ['error', { patterns: ['node:*'] }],
    },
  },
  {
    // Scripts of pages that are not built: in the oldest JavaScript, so that they run where nothing else does.
    files: ['src/pages/**/*.js'],
    languageOptions: {
      ecmaVersion: 5,
      sourceType: 'script',
      globals: { document: 'readonly', window: 'readonly' },
    },
  },
  {
    files: ['scripts/**', 'bench/**', 'assets/**', '*.mjs', '*.js', 'test/**'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        __filename: 'readonly',
        TextEncoder: 'readonly',
        TextDecoder: 'readonly',
        setTimeout: 'readonly',
        performance: 'readonly',
      },
    },
    rules: { 'no-console': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
);
