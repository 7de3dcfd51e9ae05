import { sparingly } from '../../../src/app/engine/sparingly';

describe('progress of a review', () => {
  it('is told at once, and then no more often than somebody could read it', () => {
    let time = 0;
    const told: number[] = [];
    const tell = sparingly(
      ({ done }) => told.push(done),
      () => new Date(time),
    );
    for (let done = 0; done < 1000; done++) {
      time = done * 7;
      tell({ step: 'checking', done, total: 1000 });
    }
    expect(told.slice(0, 3)).toEqual([0, 15, 30]);
    expect(told.length).toBeLessThanOrEqual(1 + (1000 * 7) / 100);
    time += 100;
    tell({ step: 'checking', done: 1000, total: 1000 });
    expect(told.at(-1)).toBe(1000);
  });
});
