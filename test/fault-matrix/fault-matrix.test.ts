import { FAULTS } from '../support/workbooks/faults';
import { Random } from '../support/random';
import { Desk } from './desk';
import { courseOf, inject } from './matrix';
import { USE_CASES } from './use-cases';

/*
 * A share of the fault matrix: each use case meets one fault, each fault is met by some, at requests that the seed
 * chooses. `npm run nightly` runs all of it.
 */
const SEED = 20260305;

/** Nothing here waits for time to pass; a busy machine takes long all the same. */
jest.setTimeout(300_000);

describe('a fault at a request', () => {
  const random = new Random(SEED);
  const desk = new Desk();
  const shift = random.integer(0, FAULTS.length - 1);

  it.each(
    USE_CASES.map(
      (useCase, index) => [useCase.name, FAULTS[(index + shift) % FAULTS.length]!, useCase] as const,
    ),
  )('harms nothing and is told as it is: %s, %s', async (_, fault, useCase) => {
    const course = await courseOf(desk, useCase);
    const request = random.integer(1, course.requests);
    expect(await inject(desk, course, fault, request)).toMatchObject({ request, bad: [] });
  });
});
