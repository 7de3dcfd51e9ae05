import { join } from 'node:path';
import { Random } from '../support/random';
import { untruths } from './checks';
import { STEPS, type Step } from './steps';
import { openWorkplace, PROGRAMS, type Program } from './workplace';

/*
 * A user who does whatever comes to his mind, in the sheet and in the pane. After each step the pane has to be true to the
 * sheet. A run is told by its seed: MONKEY_SEED=… makes it again, MONKEY_STEPS=… makes it longer.
 *
 * In WPS it is run at night alone: the workbook of these tests calculates later than a program would, the emulation answers
 * at once and does not tell of it, so that the pane may have reviewed formulas without values.
 */

const SAMPLE = join(__dirname, '../../assets/samples/self-evaluation-annex.xlsx');
const STEPS_EACH = Number(process.env['MONKEY_STEPS'] ?? 200) / PROGRAMS.length;
const SEED = Number(process.env['MONKEY_SEED'] ?? 20261201);

jest.setTimeout(60_000 + STEPS_EACH * 3_000);

const AT_NIGHT = process.env['MONKEY_STEPS'] !== undefined;

test.each(PROGRAMS.filter((program) => AT_NIGHT || program === 'excel'))(
  '%s: whatever is done, the pane is true to the sheet',
  async (program) => {
    await run(program, STEPS_EACH, SEED);
  },
);

async function run(program: Program, steps: number, seed: number): Promise<void> {
  const random = new Random(seed);
  const at = await openWorkplace(program, SAMPLE);
  const done: string[] = [];
  try {
    await at.commands.review();
    await at.commands.mark();
    await at.settled();
    while (done.length < steps) {
      const what = await choose(random)(at, random);
      if (what === null) continue;
      done.push(what);
      await at.settled();
      const wrong = await untruths(at, random);
      if (wrong.length > 0)
        throw new Error(
          [`seed ${seed}, step ${done.length}`, ...done.slice(-8), '', ...wrong.slice(0, 10)].join('\n'),
        );
    }
  } finally {
    at.dispose();
  }
}

/** Steps come as often as they weigh. */
function choose(random: Random): Step {
  const all = STEPS.reduce((sum, [weight]) => sum + weight, 0);
  let left = random.next() * all;
  for (const [weight, step] of STEPS) {
    left -= weight;
    if (left < 0) return step;
  }
  return STEPS[0]![1];
}
