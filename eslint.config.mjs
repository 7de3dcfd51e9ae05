import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
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

const layers = [
  only('engine/sheet'),
  only('engine/quantity', 'engine/sheet'),
  only('engine/annex', 'engine/quantity', 'engine/sheet'),
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
  only('engine/generated', 'engine/rules', 'engine/rule', ...TERMS),
  only('engine/rollup', 'engine/facts', 'engine/rule', 'engine/annex', 'engine/sheet', ...TERMS),
  only('engine/calculation', 'engine/sheet'),
  only('engine'),
  only('xlsx', 'engine/sheet'),
  only(
    'host/file',
    'xlsx',
    'engine/calculation',
    'engine/sheet',
    'host/port.ts',
    'host/same-content.ts',
    'host/state-part.ts',
  ),
  only('host', 'xlsx', 'engine/calculation', 'engine/sheet'),
  only('app', 'engine', 'host/port.ts', 'host/desk-key.ts', 'host/desk-key-file.ts', 'host/bytes.ts'),
  only(
    'commands',
    'app',
    'engine',
    'host/port.ts',
    'host/detect.ts',
    'host/desk-settings.ts',
    'host/office-script.ts',
  ),
  only(
    'pane',
    'app',
    'engine',
    'host/port.ts',
    'host/detect.ts',
    'host/office-script.ts',
    'host/shared-settings.ts',
    'host/desk-settings.ts',
    'host/desk-key-file.ts',
    'commands/handover.ts',
    'commands/command.ts',
  ),
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
const PAGES = ['src/{engine,app,pane,host,commands}/**/*.{ts,tsx}'];

/** The oldest engine that a page meets: WPS for Linux embeds Chromium 87. */
const OLDEST_CHROMIUM = 87;

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
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    // The workbench is a package of its own, which its files are measured by; its tests stand with the project's.
    files: ['test/workbench/**'],
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
      parserOptions: { project: 'src/tsconfig.json', tsconfigRootDir: folder('.') },
    },
    rules: { 'annex/page-platform': ['error', { chromium: OLDEST_CHROMIUM }] },
  },
  {
    files: ['src/engine/**', 'src/xlsx/**'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'Buffer', 'window', 'document', 'fetch', 'require'],
      'no-restricted-imports': ['error', { patterns: ['node:*'] }],
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
