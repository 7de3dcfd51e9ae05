import { Random } from '../../support/random';
import { USE_CASES } from '../use-cases';
import { WpsDesk } from './wps-desk';
import { courseOf, inject, WPS_FAULTS, type WpsInjection } from './wps-matrix';

/*
 * Review, fix, undo, mark, clear and rollups, where one call of the object model throws, does nothing, or meets another
 * workbook in front. A share of the calls, which the seed chooses; `npm run nightly -- wps-calls` tries every one.
 */
const SEED = 20261201;
const SHARE = process.env.WPS_CALLS === 'all' ? Infinity : Number(process.env.WPS_CALLS ?? 1);
const WANTED = process.env.WPS_USE_CASE ?? '';

jest.setTimeout(SHARE === Infinity ? 3_600_000 : 600_000);

const NAMES = /^(review|apply|undo|mark|clearMarks|insertRollups)/;
const CASES = USE_CASES.filter(({ name }) => NAMES.test(name) && name.includes(WANTED));

describe('a call of the object model that goes wrong', () => {
  const random = new Random(SEED);
  const desk = new WpsDesk({ preset: 'windows-12.1' });

  it.each(CASES.map((useCase) => [useCase.name, useCase] as const))(
    'harms nothing and is told as it is: %s',
    async (_, useCase) => {
      const course = await courseOf(desk, useCase);
      const bad: WpsInjection[] = [];
      const outcomes = new Map<string, number>();
      for (const fault of WPS_FAULTS)
        for (const call of callsOf(course.calls, random)) {
          const injection = await inject(desk, course, fault, call);
          const outcome = `${fault}: ${injection.outcome}`;
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
          if (injection.bad.length > 0) bad.push(injection);
        }
      if (SHARE === Infinity) console.log(useCase.name, course.calls, [...outcomes]);
      expect(bad).toEqual([]);
    },
  );
});

/** Every call, or a share of them. */
function callsOf(calls: number, random: Random): number[] {
  if (SHARE >= calls) return Array.from({ length: calls }, (_, index) => index + 1);
  return Array.from({ length: SHARE }, () => random.integer(1, calls));
}
