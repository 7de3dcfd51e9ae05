import {
  type IssueFinding,
  hasReviewerInput,
  issueList,
  keepReviewerInput,
  keepUnitInput,
  listedFindings,
  unitSummary,
} from '../../../src/engine/rollup';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import type { SheetPlan } from '../../../src/engine/sheet/sheet-plan';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { annexesIn, asSheet, DATE, ISSUE_OPTIONS, TABLE } from './rollup-cases';

const { annexes, findings: found } = annexesIn(TABLE);
/** Four findings at the rates of four projects. */
const findings = annexes[0]!.projects.slice(0, 4).map(({ name, unit, rate }): IssueFinding => ({
  ...found[0]!,
  project: name,
  unit,
  cell: { row: rate!.row, column: rate!.column },
}));
const list = (some = findings): SheetPlan => issueList(annexes, some, ISSUE_OPTIONS);
const units = (from = annexes): SheetPlan =>
  unitSummary(from, findings, { locale: 'zh-CN', date: DATE, issues: null });
const KEPT = { locale: 'zh-CN', reviewedSheets: ['附件2'] } as const;
const keptOf = (some: readonly IssueFinding[]) => ({
  ...KEPT,
  listed: listedFindings(annexes, some, ISSUE_OPTIONS),
});
const refreshed = (old: SheetSnapshot, some = findings): SheetPlan =>
  keepReviewerInput(list(some), old, keptOf(some));

/** A rollup sheet with cells typed into it, by position; rows grow as needed. */
function typed(
  plan: SheetPlan,
  cells: readonly (readonly [row: number, column: number, CellValue])[],
): SheetSnapshot {
  const values = asSheet(plan).values.map((row) => [...row]);
  for (const [row, column, value] of cells) {
    while (values.length <= row) values.push([]);
    while (values[row]!.length <= column) values[row]!.push(null);
    values[row]![column] = value;
  }
  const columnCount = Math.max(...values.map((row) => row.length));
  return { ...asSheet(plan), values, rowCount: values.length, columnCount };
}
/** Where a text stands in a plan: "row,column". */
function placesOf(plan: SheetPlan, text: CellValue): string[] {
  return plan.rows.flatMap((row, r) => row.flatMap((cell, c) => (cell?.value === text ? [`${r},${c}`] : [])));
}
const COUNT = findings.length;
const END = 3 + COUNT;

describe('what a person typed on a rollup sheet', () => {
  it('stays where it was while nothing else changes', () => {
    const old = typed(list(), [
      [4, 14, '旁注'],
      [4, 11, '已改'],
      [END + 4, 2, '表下'],
    ]);
    const plan = refreshed(old);
    expect([placesOf(plan, '旁注'), placesOf(plan, '已改'), placesOf(plan, '表下')]).toEqual([
      ['4,14'],
      ['4,11'],
      [`${END + 4},2`],
    ]);
  });

  it('stays beside the finding that it was typed beside, wherever that goes', () => {
    const plan = refreshed(typed(list(), [[5, 14, '旁注']]), [findings[2]!, ...findings.slice(0, 2)]);
    expect(placesOf(plan, '旁注')).toEqual(['3,14']);
  });

  it('keeps the row of a finding that is gone where something stands beside it', () => {
    const plan = refreshed(typed(list(), [[3, 14, '旁注']]), findings.slice(1));
    const [place] = placesOf(plan, '旁注');
    expect(place).toBe(`${END - 1},14`);
    expect(plan.rows[END - 1]![13]!.value).toEqual(expect.stringContaining(findings[0]!.rule));
  });

  it('moves below a table that grows over it, in order, and above rows go below too', () => {
    const old = typed(list(findings.slice(0, 1)), [
      [5, 0, '甲'],
      [6, 0, '乙'],
      [9, 3, '丙'],
    ]);
    const plan = refreshed(old);
    const rows = ['甲', '乙', '丙'].map((text) => Number(placesOf(plan, text)[0]!.split(',')[0]));
    expect(rows[0]).toBeGreaterThanOrEqual(END);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
    expect(new Set(rows).size).toBe(3);
    expect(placesOf(plan, '丙')[0]!.split(',')[1]).toBe('3');
  });

  it('comes along from a column put between ours', () => {
    const old = asSheet(list());
    const values = old.values.map((row, r) => [
      ...row.slice(0, 2),
      r === 2 ? '经办人' : r === 3 ? '王' : null,
      ...row.slice(2),
    ]);
    const plan = refreshed({ ...old, values, columnCount: 15 });
    expect([placesOf(plan, '经办人'), placesOf(plan, '王')]).toEqual([['2,14'], ['3,14']]);
  });

  it('stays beside its unit in 单位汇总, 合计 too, and below the table', () => {
    const plan = units();
    const total = plan.rows.findIndex((row) => row[1]?.value === '合计');
    const old = typed(plan, [
      [4, 20, '旁注'],
      [total, 20, '总注'],
      [total + 30, 1, '表下'],
    ]);
    const again = keepUnitInput(units(), old);
    expect([placesOf(again, '旁注'), placesOf(again, '总注'), placesOf(again, '表下')]).toEqual([
      ['4,20'],
      [`${total},20`],
      [`${total + 30},1`],
    ]);
    const unit = plan.rows[4]![1]!.value;
    const only = annexes.map((annex) => ({
      ...annex,
      projects: annex.projects.filter((one) => one.unit === unit),
    }));
    const fewer = keepUnitInput(units(only as typeof annexes), old);
    const [row] = placesOf(fewer, '旁注')[0]!.split(',');
    expect(fewer.rows[Number(row)]![1]!.value).toBe(unit);
  });

  it.each<[string, SheetPlan, readonly (readonly [number, number, CellValue])[], boolean]>([
    ['nothing', list(), [], false],
    ['nothing, in a list of nothing', list([]), [], false],
    ['an answer', list(), [[4, 12, '已改']], true],
    ['another status', list(), [[4, 11, '已说明']], true],
    ['a remark beside', list(), [[4, 15, '核']], true],
    ['a remark below', list(), [[END + 9, 0, '核']], true],
    ['a number in the line of the title', list(), [[0, 14, 5]], true],
    ['nothing, in 单位汇总', units(), [], false],
    ['a remark beside 单位汇总', units(), [[4, 20, '核']], true],
    ['a remark below 单位汇总', units(), [[40, 0, '核']], true],
  ])('is noticed: %s', (_, plan, cells, expected) => {
    expect(hasReviewerInput(plan.key, typed(plan, cells))).toBe(expected);
  });
});

test('what a finding quotes is what was found, also after it was corrected', () => {
  const corrected = annexesIn(TABLE.map((row) => row.map((cell) => (cell === 0.8996 ? 0.9 : cell))));
  const finding = findings[0]!;
  const quoted = (plan: SheetPlan): unknown => plan.rows[3]![6]!.value;
  const now = issueList(corrected.annexes, [finding], ISSUE_OPTIONS);
  const found = issueList(corrected.annexes, [finding], { ...ISSUE_OPTIONS, found: annexes });
  expect(quoted(found)).toBe(quoted(issueList(annexes, [finding], ISSUE_OPTIONS)));
  expect(quoted(found)).not.toBe(quoted(now));
});
