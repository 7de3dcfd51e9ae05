import { UNKNOWN_FORMULA, UNKNOWN_PICTURE } from '../../src/engine/sheet/cell-value';
import { notJudged } from '../../src/engine/review/not-judged';
import { noticeText } from '../../src/cli/i18n/texts';
import { buildSheet } from '../support/annexes/sheet-builder';

const sheet = buildSheet(
  [
    [UNKNOWN_FORMULA, 1, UNKNOWN_FORMULA],
    [UNKNOWN_FORMULA, UNKNOWN_PICTURE, 2],
    [UNKNOWN_FORMULA, 1, UNKNOWN_FORMULA],
  ],
  { firstRow: 5, firstColumn: 2 },
);
const all = { firstRow: 0, firstColumn: 0, lastRow: 99, lastColumn: 99 };

test('cells that are not known are told by their reason, in runs down the columns', () => {
  const at = (firstRow: number, lastRow: number, column: number) => ({
    firstRow,
    lastRow,
    firstColumn: column,
    lastColumn: column,
  });
  expect(notJudged(sheet, all)).toEqual([
    { reason: 'formula', count: 5, ranges: [at(5, 7, 2), at(5, 5, 4), at(7, 7, 4)] },
    { reason: 'picture', count: 1, ranges: [at(6, 6, 3)] },
  ]);
  expect(notJudged(sheet, { ...all, lastRow: 4 })).toEqual([]);
});

test('the notice names them, and of very many the first', () => {
  const [cells] = notJudged(sheet, all);
  const notice = { code: 'values-not-judged' as const, sheet: '附件', ...cells! };
  expect(noticeText(notice, 'zh-CN')).toContain('“附件”：5 个单元格的公式没有保存计算结果');
  expect(noticeText(notice, 'zh-CN')).toContain('C6:C8、E6、E8。');
  const many = { ...notice, ranges: Array.from({ length: 100 }, () => notice.ranges[1]!) };
  expect(noticeText(many, 'en')).toContain('E6 and others.');
  expect(noticeText(many, 'en').length).toBeLessThan(400);
});
