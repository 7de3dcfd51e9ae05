import { answering, LONGEST_WORK } from '../../../src/host/office/answer-event';

/** A page with office.js; `shared` says whether the pane lives in it too. */
function givePage(isSetSupported: () => boolean): void {
  Object.assign(globalThis, { Office: { context: { requirements: { isSetSupported } } } });
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  delete (globalThis as { Office?: unknown }).Office;
});

const never = () => new Promise<void>(() => undefined);
const WORK: readonly [string, () => Promise<void>][] = [
  ['is done', async () => undefined],
  ['fails', () => Promise.reject(new Error('refused'))],
  [
    'throws at once',
    () => {
      throw new Error('broken');
    },
  ],
  ['never ends', never],
];

describe.each(WORK)('a click whose work %s', (name, work) => {
  it('is answered before any of it where the page stays', async () => {
    givePage(() => true);
    const order: string[] = [];
    const click = answering(() => {
      order.push('work');
      return work();
    });
    click({ completed: () => void order.push('completed') });
    expect(order).toEqual(['completed', 'work']);
    await jest.advanceTimersByTimeAsync(2 * LONGEST_WORK);
    expect(order).toEqual(['completed', 'work']);
  });

  it.each([
    ['serves the buttons alone', () => false],
    [
      'does not say what it is',
      () => {
        throw new Error('too early');
      },
    ],
  ])('is answered once, in time, where the page %s', async (_what, isSetSupported) => {
    givePage(isSetSupported);
    const completed = jest.fn();
    answering(work)({ completed });
    expect(completed).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(0);
    expect(completed).toHaveBeenCalledTimes(name === 'never ends' ? 0 : 1);
    await jest.advanceTimersByTimeAsync(LONGEST_WORK);
    expect(completed).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(2 * LONGEST_WORK);
    expect(completed).toHaveBeenCalledTimes(1);
  });
});

it('work that ends after the limit answers no second time', async () => {
  givePage(() => false);
  const completed = jest.fn();
  const work = () => new Promise<void>((resolve) => setTimeout(resolve, LONGEST_WORK + 1000));
  answering(work)({ completed });
  await jest.advanceTimersByTimeAsync(3 * LONGEST_WORK);
  expect(completed).toHaveBeenCalledTimes(1);
});

it('is done although Excel takes no answer any more', async () => {
  givePage(() => true);
  const work = jest.fn(async () => undefined);
  const completed = () => {
    throw new Error('the click was ended');
  };
  answering(work)({ completed });
  expect(work).toHaveBeenCalledTimes(1);
});
