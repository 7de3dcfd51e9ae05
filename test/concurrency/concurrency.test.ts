import { Random } from '../support/random';
import type { Setting } from './desk';
import { interruptionsOf, Suite, type Injection, type Interruption } from './suite';
import { USE_CASES, type UseCase } from './use-cases';

/*
 * Others are at the workbook while we write: whatever they do between any two requests, nothing of theirs and nothing
 * of ours is lost, misplaced or told untrue. Here each use case meets each kind of interruption once, at a request and
 * in a workbook that the seed chooses; `npm run nightly` tries all.
 */
const ALL = process.env.INTERRUPTIONS === 'all';
const SEED = 20260306;

const suite = new Suite();
const random = new Random(SEED);
const figures = { injections: 0, done: 0, refused: 0, 'in doubt': 0, 'not possible': 0, bad: 0 };

afterAll(() => {
  if (ALL) process.stdout.write(`${JSON.stringify(figures)}\n`);
});

interface Trial {
  readonly setting: Setting;
  readonly interruption: Interruption;
}

/** One of each kind, in a setting where it can happen. */
function share({ settings }: UseCase): Trial[] {
  const kinds = new Map<string, Trial[]>();
  for (const setting of settings)
    for (const interruption of interruptionsOf(setting)) {
      const { kind } = interruption;
      if (setting === 'plain' && settings.length > 1 && /answers|问题清单/.test(kind)) continue;
      kinds.set(kind, [...(kinds.get(kind) ?? []), { setting, interruption }]);
    }
  return [...kinds.values()].map((some) => random.pick(some));
}

function all({ settings }: UseCase): Trial[] {
  return settings.flatMap((setting) =>
    interruptionsOf(setting).map((interruption) => ({ setting, interruption })),
  );
}

function count({ outcome, bad }: Injection): void {
  figures[outcome] += 1;
  if (outcome === 'not possible') return;
  figures.injections += 1;
  if (bad.length > 0) figures.bad += 1;
}

describe('while others are at the workbook', () => {
  it.each(USE_CASES.map((useCase) => [useCase.name, useCase] as const))(
    '%s loses, misplaces and feigns nothing',
    async (_, useCase) => {
      const bad: Injection[] = [];
      for (const { setting, interruption } of ALL ? all(useCase) : share(useCase)) {
        const course = await suite.course(useCase, setting);
        const gaps = ALL
          ? Array.from({ length: course.requests }, (_, index) => index + 1)
          : [random.integer(1, course.requests)];
        for (const gap of gaps) {
          const injection = await suite.inject(course, interruption, gap);
          count(injection);
          if (injection.bad.length > 0) bad.push(injection);
        }
      }
      expect(bad).toEqual([]);
    },
    ALL ? 3_600_000 : 120_000,
  );
});
