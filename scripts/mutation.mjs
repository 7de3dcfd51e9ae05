/**
 * `npm run mutation -- RULE ...`: changes the code of a rule in one place at a time, runs the rule's tables, and lists
 * the changes that no table noticed: behaviour that the tests do not hold. A path below `src/engine` instead of a rule's
 * id changes that file or folder and runs the tables of all rules and the tests of the review. Without words all rules,
 * `facts` and `review`, one after the other: some hours.
 *
 * No score is asked for: some changes make no difference (`>` for `>=` where nothing equals the limit), and what a
 * survivor means has to be read. `mutation-meta.mjs` says what is left alone.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureDependencies, ROOT } from './dependencies.mjs';

const RULES = 'src/engine/rules';
const WHOLE = ['src/engine/facts', 'src/engine/review'];
/** Characters of a piece of code that are shown. */
const LONGEST = 90;

ensureDependencies();
process.chdir(ROOT);
const { Stryker } = await import('@stryker-mutator/core');

const ids = readdirSync(RULES)
  .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
  .map((name) => name.slice(0, -'.ts'.length));
const words = process.argv.slice(2);
const runs = (words.length > 0 ? words : [...ids, ...WHOLE]).map(runOf);

let survived = 0;
for (const run of runs) survived += await report(run);
console.log(`\n${survived} changes went unnoticed.`);

/** What is changed, and the tests that have to notice: for a rule its own tables. */
function runOf(word) {
  if (ids.includes(word)) {
    const files = [
      `${RULES}/${word}.ts`,
      ...(existsSync(`${RULES}/${word}`) ? [`${RULES}/${word}/**/*.ts`] : []),
    ];
    return { name: word, mutate: files, tests: ['test/engine/rules'], rules: word };
  }
  const path = [word, `src/engine/${word}`].find((one) => existsSync(one));
  if (!path) {
    console.error(`"${word}" is neither a rule nor a path below src/engine`);
    process.exit(2);
  }
  const mutate = [statSync(path).isDirectory() ? `${path}/**/*.ts` : path];
  return { name: path, mutate, tests: ['test/engine/rules', 'test/engine/review'] };
}

/** Makes one run and lists its survivors. Returns how many there are. */
async function report({ name, mutate, tests, rules }) {
  if (rules === undefined) delete process.env.RULES;
  else process.env.RULES = rules;
  const results = await new Stryker({
    mutate,
    testRunner: 'jest',
    plugins: ['@stryker-mutator/jest-runner', './scripts/mutation-meta.mjs'],
    ignorers: ['meta'],
    coverageAnalysis: 'perTest',
    reporters: [],
    logLevel: 'error',
    tempDirName: join(tmpdir(), 'annex-reviewer-mutation'),
    ignorePatterns: [
      '**',
      '!src/**',
      '!test/**',
      '!workbench/**',
      '!scripts/**',
      '!package.json',
      '!tsconfig.json',
    ],
    jest: {
      projectType: 'custom',
      enableFindRelatedTests: false,
      config: {
        testEnvironment: 'node',
        roots: tests.map((folder) => `<rootDir>/${folder}`),
        testMatch: ['**/*.test.ts'],
        transform: { '^.+\\.tsx?$': '@swc/jest' },
      },
    },
  }).runMutationTest();
  const unnoticed = results.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const tried = results.filter(({ status }) => status !== 'Ignored' && !status.endsWith('Error'));
  console.log(`\n== ${name}: ${tried.length} changes, ${unnoticed.length} unnoticed`);
  const at = ({ fileName, location: { start } }) => [fileName, start.line, start.column];
  unnoticed.sort((a, b) => (at(a).join() === at(b).join() ? 0 : compare(at(a), at(b))));
  for (const mutant of unnoticed) console.log(textOf(mutant));
  return unnoticed.length;
}

function compare([file, line, column], [otherFile, otherLine, otherColumn]) {
  if (file !== otherFile) return file < otherFile ? -1 : 1;
  return line - otherLine || column - otherColumn;
}

/** `path:line:column  what stands there → what stood there instead`. */
function textOf({ fileName, location: { start, end }, replacement, status }) {
  // Lines and columns are 1-based, the end is not included.
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  const place = `${relative(ROOT, fileName)}:${start.line}:${start.column}`;
  const never = status === 'NoCoverage' ? '  (no test comes here)' : '';
  return `${place}  ${oneLine(lines.join('\n'))}  →  ${oneLine(replacement)}${never}`;
}

function oneLine(code) {
  const line = code.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
