import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PortionCounter } from '../../src/cli/threads/portions/portion-counter';
import {
  annexWorkbook,
  BUILT_THREADS,
  buildCommand,
  COMMAND,
  run,
  temporaryFolder,
  WRONG_RATE,
  type Row,
} from './run-command';

const { folder, write } = temporaryFolder();
const PROJECTS = 14_000;
let large: string;

beforeAll(() => {
  buildCommand();
  const rows = Array.from({ length: PROJECTS }, (_, i): Row => {
    const budget = 50 + (i % 997);
    return i % 9 === 0 ? WRONG_RATE : [`第${(i * 2654435761) % 1e9}号河道整治`, budget, budget * 0.98, 0.98];
  });
  const bytes = annexWorkbook(...rows);
  // Smaller files are reviewed by one thread.
  expect(bytes.length).toBeGreaterThan(500_000);
  large = write('large.xlsx', bytes);
}, 60_000);

/** A script that begins threads like the command's own; what it does with messages to a helper first is given. */
const helpersThat = (name: string, act: string) => ({
  script: write(
    `${name}.js`,
    `const { parentPort } = require('node:worker_threads');
     const { appendFileSync } = require('node:fs');
     parentPort.on('message', ({ kind }) => { ${act} });
     require(${JSON.stringify(COMMAND)});`,
  ),
});
const told = () => readFileSync(join(folder, 'told'), 'utf8');
const tell = `appendFileSync(${JSON.stringify(join(folder, 'told'))}, kind + '\\n');`;
const check = (jobs: number, threads = BUILT_THREADS) =>
  run(['check', large, '--format', 'json', '--jobs', String(jobs)], undefined, threads);

describe('one large worksheet', () => {
  it('is reviewed by several threads, and what is written stays the same', async () => {
    write('told', '');
    const one = await check(1);
    expect(one.stdout.length).toBeGreaterThan(100_000);
    expect(await check(3, helpersThat('helpful', tell))).toEqual(one);
    // Two helpers, each with every step.
    expect(told().split('\n').sort().join(' ').trim()).toBe(
      'expect expect facts facts look look lookAgain lookAgain',
    );
  }, 60_000);

  it.each(['expect', 'facts', 'look'])(
    'also where the helpers end when they are told to %s',
    async (kind) => {
      const one = await check(1);
      const ending = helpersThat(`ending-${kind}`, `if (kind === '${kind}') process.exit(3);`);
      expect(await check(2, ending)).toEqual(one);
    },
    60_000,
  );

  it('also where no helper can be started', async () => {
    expect(await check(2, { script: join(folder, 'nowhere.js') })).toEqual(await check(1));
  }, 60_000);
});

test('a counter gives each portion to one, and tells who has had any', () => {
  const owner = new PortionCounter(5, 2);
  const helper = new PortionCounter(5, 0, owner.shared);
  const [own, first] = [owner.takeFor(null), helper.takeFor(0)];
  expect([own(), first(), own(), first(), own(), first(), own()]).toEqual([0, 1, 2, 3, 4, null, null]);
  expect([owner.hasTaken(0), owner.hasTaken(1)]).toEqual([true, false]);
});
