import { openPane, Desk } from './desk';
import { courseOf, inject, type Course } from './matrix';
import { look } from './seen';
import { USE_CASES } from './use-cases';

/*
 * What a host that died in the middle of a write has left is for the next review to find: there is no journal of marks,
 * for they tell by themselves what they are.
 */
/** Nothing here waits for time to pass; a busy machine takes long all the same. */
jest.setTimeout(300_000);

/** So many requests from the last on: those before only look. */
const LAST = 4;

describe('after a host has died in the middle', () => {
  const desk = new Desk();
  const named = (name: string): Promise<Course> =>
    courseOf(
      desk,
      USE_CASES.find((useCase) => useCase.name === name)!,
    );

  it.each(['mark', 'clearMarks of a sheet'])(
    'the next review finds marks whole or none: %s',
    async (name) => {
      const course = await named(name);
      for (let request = Math.max(1, course.requests - LAST + 1); request <= course.requests; request++) {
        await inject(desk, course, 'dead-half-done', request, async (model) => {
          const { reviewer, dispose } = openPane(model);
          const review = await reviewer.review();
          const found = look(model).marks;
          await reviewer.mark(review);
          expect([course.before.marks, course.after.marks, look(model).marks]).toContain(found);
          dispose();
        });
      }
    },
  );
});
