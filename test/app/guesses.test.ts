import { headerKey } from '../../src/engine/annex/corrections/vocabulary';
import { STRANGE_FORM } from '../engine/annex/guess/unknown-sheets';
import type { CellInput } from '../support/annexes/sheet-builder';
import { openDesk } from './review-cases';

const sheets = [{ name: '表1', rows: STRANGE_FORM as readonly (readonly CellInput[])[] }];

test('a guess is reviewed from when it is confirmed until that is taken back', async () => {
  const { reviewer } = openDesk({ sheets });
  const { guess, annexes } = await reviewer.recognise();
  expect(annexes).toEqual([]);
  expect((await reviewer.review()).findings).toEqual([]);
  await reviewer.takeOver({ version: 1, headers: [guess!.accepting] });
  const review = await reviewer.review();
  expect(review.annexes.map(({ layout }) => layout)).toEqual(['form']);
  expect(review).not.toHaveProperty('guess');
  expect((await reviewer.vocabulary()).headers).toEqual([guess!.accepting]);
  await reviewer.pointAtHeader(guess!.accepting.columns, null);
  const after = await reviewer.review();
  expect([after.annexes, after.findings]).toEqual([[], []]);
  expect(headerKey(after.guess!.accepting)).toBe(headerKey(guess!.accepting));
});

test('what a correction of a guess would make of it is told of the guess', async () => {
  const { reviewer } = openDesk({ sheets });
  const { guess } = await reviewer.recognise();
  const { columns } = guess!.accepting;
  const change = {
    columns,
    index: columns.findIndex(([label]) => label === '盘子'),
    field: 'initialBudget',
  } as const;
  const tried = await reviewer.tryCorrection(change);
  const place = tried.annexes[0]!.places.find(({ line, column }) => line === 2 && column === 1);
  expect(place?.field).toBe('initialBudget');
  expect(tried.come).toEqual({ error: 0, warning: 0, info: 0 });
});
