import { issueList, unitSummary } from '../../../src/engine/rollup';
import { leadsAway, ownSheetSigns } from '../../../src/engine/sheet/own-sheet';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import type { OwnSheetKey, SheetPlan } from '../../../src/engine/sheet/sheet-plan';
import { annexesIn, DATE, TABLE, WORDS } from '../rollup/rollup-cases';

type Values = CellValue[][];
const { sheet, annexes, findings } = annexesIn(TABLE);
const valuesOf = ({ rows }: SheetPlan): Values => rows.map((row) => row.map((cell) => cell?.value ?? null));

const PLANS = (['zh-CN', 'en'] as const).flatMap((locale): [string, SheetPlan][] => [
  [`${locale} 单位汇总`, unitSummary(annexes, findings, { locale, date: DATE, issues: null })],
  [`${locale} 单位汇总 of nothing`, unitSummary([], [], { locale, date: DATE, issues: null })],
  [`${locale} 问题清单`, issueList(annexes, findings, { locale, date: DATE, words: WORDS })],
  [`${locale} 问题清单 of nothing`, issueList([], [], { locale, date: DATE, words: WORDS })],
]);
const ISSUES = valuesOf(PLANS[2]![1]);
const UNITS = valuesOf(PLANS[0]![1]);

describe('the signs of a rollup sheet', () => {
  it.each(PLANS)('are borne by %s, and by no other kind', (_, plan) => {
    const other: OwnSheetKey = plan.key === 'issue-list' ? 'unit-summary' : 'issue-list';
    expect(ownSheetSigns(plan.key, valuesOf(plan))).toEqual({ titleRow: 0, headingRow: 2 });
    expect(ownSheetSigns(other, valuesOf(plan))).toBeNull();
  });

  it('are not borne by an annex, nor by nothing', () => {
    for (const key of ['issue-list', 'unit-summary'] as const) {
      expect(ownSheetSigns(key, sheet.values)).toBeNull();
      expect(ownSheetSigns(key, [])).toBeNull();
      expect(ownSheetSigns(key, [[]])).toBeNull();
    }
  });

  const without = (values: Values, ...rows: number[]): Values =>
    values.filter((_, row) => !rows.includes(row));
  it.each<[string, OwnSheetKey, Values, boolean]>([
    ['rows put above', 'issue-list', [['报送稿'], [], ...ISSUES], true],
    ['a column deleted', 'issue-list', ISSUES.map((row) => row.slice(1)), false],
    [
      'its rule column deleted',
      'issue-list',
      ISSUES.map((row) => row.filter((__, column) => column !== 8)),
      true,
    ],
    ['no title', 'issue-list', without(ISSUES, 0), false],
    ['no headings', 'issue-list', without(ISSUES, 2), false],
    ['no keys any more', 'issue-list', ISSUES.map((row) => row.slice(0, 11)), false],
    [
      'an annex pasted over its rows',
      'issue-list',
      [...ISSUES.slice(0, 3), ...sheet.values.map((row) => [...row])],
      false,
    ],
    ['remarks below', 'issue-list', [...ISSUES, [], ['请于周五前反馈']], true],
    [
      'a title of its own',
      'issue-list',
      [['2025年度绩效自评审核问题清单（存档）'], ...ISSUES.slice(1)],
      false,
    ],
    ['a column beside', 'unit-summary', UNITS.map((row, r) => [...row, r === 2 ? '备注' : '一']), true],
    [
      'an annex in place of its headings',
      'unit-summary',
      [UNITS[0]!, ...sheet.values.map((row) => [...row])],
      false,
    ],
  ])('of one with %s', (_, key, values, expected) => {
    // A title that is merged stands in the first column, which goes with it.
    expect(ownSheetSigns(key, values) !== null).toBe(expected);
  });
});

test.each([
  ["='问题清单'!$A$1", false],
  ['=问题清单!$A$1', false],
  ["='清单''旧'!$A$1", false],
  ["='附件2'!$A$1", true],
  ['=附件2!$A$4', true],
  ['=#REF!', true],
  ["='问题清单'!#REF!", true],
])('a name that says %s leads away: %s', (reference, away) => {
  expect(leadsAway(reference, ['附件2'])).toBe(away);
});
