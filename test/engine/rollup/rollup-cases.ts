import type { AnnexView } from '../../../src/engine/annex/annex';
import { readAnnexes } from '../../../src/engine/annex/reading';
import { findingParts, fixText, habitText } from '../../../src/engine/review/messages';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import type { FindingWords, IssueFinding, IssueListOptions } from '../../../src/engine/rollup';
import { isCellError, type CellValue } from '../../../src/engine/sheet/cell-value';
import type { PlanCell, SheetPlan } from '../../../src/engine/sheet/sheet-plan';
import { valueAt, type SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { buildSheet, type CellInput } from '../../support/annexes/sheet-builder';
import { evaluate } from './evaluate';

export const DATE = new Date(2026, 2, 5);

export const WORDS: FindingWords = {
  problem: (finding) => findingParts(finding, 'zh-CN').problem,
  advice: (finding) => findingParts(finding, 'zh-CN').advice,
  habit: (finding) => habitText(finding, 'zh-CN'),
  suggestions: ({ fix, suggestions, ...finding }) =>
    [fix, ...suggestions].flatMap((one) => (one ? [fixText(finding, one, 'zh-CN')] : [])),
  rule: (id) => `规则 ${id}`,
};

export const ISSUE_OPTIONS: IssueListOptions = { locale: 'zh-CN', date: DATE, words: WORDS };

/**
 * A published-looking annex: the units' names are merged down (blank below the first), 小计 rows between, a unit
 * that comes again later, a project over two rows, and a header that is printed again.
 */
export const TABLE: readonly (readonly CellInput[])[] = [
  ['2024年度项目支出绩效自评情况表'],
  ['部门名称（盖章）：市示例局', null, null, null, null, null, null, null, null, '单位：万元'],
  ['序号', '单位名称', '项目名称', '年度预算', '实际支出', null, null, '执行率', '数量指标', null],
  [null, null, null, null, '合计', '一般公共预算', '非财政资金', null, '指标值', '完成值'],
  [1, '市水务处', '河道巡查', 100.1, 90.05, 80.05, 10, 0.8996, '巡查120次', '120次'],
  [2, null, '泵站检修', 20.2, 20.2, 20.2, 0, 1, '检修≥6台', '已完成'],
  // The second row of a project; a number that a merge hides must not be summed.
  [null, null, null, null, 999, null, null, null, '更换阀门8个', '8个'],
  [3, null, '水质监测', 30.3, 15.15, 15.15, 0, 0.5, '取样40次', null],
  [null, '小计', null, 150.6, 125.4, 115.4, 10, 0.8327, null, null],
  [4, '第二福利院', '适老化改造', 250.5, 250.25, 200, 50.25, 0.999, '改造60户', '60户'],
  ['序号', '单位名称', '项目名称', '年度预算', '实际支出', null, null, '执行率', '数量指标', null],
  [null, null, null, null, '合计', '一般公共预算', '非财政资金', null, '指标值', '完成值'],
  [5, null, '康复器材', 0.07, 0.07, 0.07, 0, 1, '器材7件', '7件'],
  [6, '市水务处', '应急抢险', 10.01, 9.99, 9.99, 0, 0.998, '抢险3次', '3次'],
  [7, null, '抗旱打井', 5, 5, 5, 0, 1, '打井2口', '2口'],
  ['合计', null, null, 416.18, 390.71, 330.46, 60.25, 0.9388, null, null],
];

export function annexesIn(rows: readonly (readonly CellInput[])[], name = '附件2'): AnnexCase {
  const sheet = buildSheet(rows, { name });
  const annexes = readAnnexes(sheet);
  const findings = annexes.flatMap((annex) => reviewAnnex(annex).findings);
  return { sheet, annexes, findings };
}

export interface AnnexCase {
  readonly sheet: SheetSnapshot;
  readonly annexes: readonly AnnexView[];
  readonly findings: readonly IssueFinding[];
}

/** The sheet that a plan makes, as a host reads it back. */
export function asSheet(plan: SheetPlan, name = plan.name): SheetSnapshot {
  return {
    ...buildSheet(
      plan.rows.map((row) => row.map((cell): CellInput => cell?.value ?? null)),
      { name },
    ),
    id: plan.key,
  };
}

export function cellOf(plan: SheetPlan, row: number, column: number): PlanCell {
  const cell = plan.rows[row]?.[column];
  if (!cell) throw new Error(`no cell at ${row},${column}`);
  return cell;
}

export function formulasOf(
  plan: SheetPlan,
): { row: number; column: number; formula: string; value: CellValue }[] {
  return plan.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      cell && 'formula' in cell ? [{ row, column, formula: cell.formula, value: cell.value }] : [],
    ),
  );
}

/** Evaluates a cell of a plan over the sheets that it refers to, as a spreadsheet would. */
export function calculated(
  plan: SheetPlan,
  sheets: readonly SheetSnapshot[],
  row: number,
  column: number,
): CellValue {
  const cell = plan.rows[row]?.[column];
  if (!cell) return null;
  if (!('formula' in cell)) return cell.value;
  return evaluate(cell.formula, (name, r, c) => {
    if (name === null) return calculated(plan, sheets, r, c);
    const sheet = sheets.find((one) => one.name === name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return valueAt(sheet, r, c);
  });
}

/** Compares every formula's carried value with what it evaluates to, to a ten thousandth. */
export function expectFormulasToHold(plan: SheetPlan, sheets: readonly SheetSnapshot[]): void {
  for (const { row, column, value } of formulasOf(plan)) {
    const result = calculated(plan, sheets, row, column);
    if (typeof value === 'number') expect(result).toBeCloseTo(value, 6);
    else if (isCellError(value)) expect(result).toEqual(value);
    else expect(result).toBe(value);
  }
}
