import type { AnnexView } from '../annex/annex';
import type { MoneyField } from '../annex/field-id';
import { columnLetters, toAddress } from '../sheet/address';
import { isUnknown, type CellValue } from '../sheet/cell-value';
import { peopleNumber } from '../sheet/number-format';
import type { PlanCell, PlanStyle, SheetPlan } from '../sheet/sheet-plan';
import { commonHead } from './common-head';
import { countedOnce } from './counted-once';
import { FIRST_ROW, frameOf, rowRange, type PlanRow } from './frame';
import { statusOf, type IssueFinding } from './issue-key';
import type { RollupOptions } from './issue-list';
import { countFormula, countIssues, type IssueTable } from './issue-table';
import { bold, LOOKS, StyleBook } from './style-book';
import { sumOfValues } from './money-sum';
import { moneyColumn, summaryColumns, type SummaryColumn } from './summary-columns';
import { ROLLUP_TEXTS, type RollupTexts } from './texts';
import { unitChart } from './unit-chart';
import { countOf, reviewedAnnexes, rollupUnit } from './unit-figures';
import { unitMoney, type PartRow } from './unit-money';
import { unitOfFinding, unitsOf, type UnitProjects } from './units';

export interface UnitSummaryOptions extends RollupOptions {
  /** The 问题清单 to count findings in; `null`: the counts are values. */
  readonly issues: IssueTable | null;
}

/**
 * 单位汇总: one row a unit, its money summed by formulas over the unit's own rows of the annex, 合计 last,
 * and a chart of budget and spending below.
 *
 * The sums name the rows of the projects themselves. A SUMIFS over the unit column would be wrong: a unit's name
 * stands only in the first row of a merged or blank-filled run, and 小计 rows may carry it too.
 *
 * @param annexes those that are no self-evaluations are left out
 * @param findings of these annexes; those ignored or corrected do not count
 */
export function unitSummary(
  annexes: readonly AnnexView[],
  findings: readonly IssueFinding[],
  options: UnitSummaryOptions,
): SheetPlan {
  const texts = ROLLUP_TEXTS[options.locale];
  const styles = new StyleBook();
  const reviewed = reviewedAnnexes(annexes);
  const moneyUnit = rollupUnit(reviewed);
  const columns = summaryColumns(reviewed, texts);
  const { counted, leftOut } = countedOnce(reviewed);
  const units = withOtherFindings(unitsOf(counted, texts), findings, texts);
  const totalRow = FIRST_ROW + units.length;
  const notes = leftOut > 0 ? [texts.countedOnce(leftOut)] : [];
  const money = unitMoney(
    units,
    columns,
    moneyUnit,
    (textAmounts) => totalRow + 2 + notes.length + Math.min(textAmounts, 1),
  );
  const pending = pendingByUnit(findings, texts);

  const { year, department } = commonHead(reviewed);
  const frame = frameOf(
    {
      title: texts.unitTitle(year),
      left: [
        ...(department === null ? [] : [texts.department(department)]),
        texts.reviewedOn(options.date),
      ].join(texts.between),
      right: texts.moneyUnit(moneyUnit),
      headings: columns.map((column) => column.heading),
    },
    styles,
  );
  const rows: PlanRow[] = [...frame.rows];
  units.forEach((unit, u) => {
    const own = pending.get(unit.label) ?? [];
    rows.push(unitRow(unit, u, own, { columns, styles, money: money.cell, issues: options.issues }));
  });
  if (units.length > 0) rows.push(totalRowOf(rows.slice(FIRST_ROW), columns, texts, styles));

  const merges = [...frame.merges];
  const note = (value: string): void => {
    merges.push(rowRange(rows.length, 0, columns.length - 1));
    rows.push([{ value, style: styles.index(LOOKS.note) }]);
  };
  notes.forEach(note);
  if (money.textAmounts > 0) note(texts.textAmounts(money.textAmounts));
  if (money.partRows.length > 0) {
    note(texts.partialSums);
    rows.push(...money.partRows.map((part) => partRow(part, columns, styles)));
  }
  const chart = unitChart({
    columns,
    units: units.filter(({ projects }) => projects.length > 0).length,
    rowCount: rows.length,
    moneyUnit,
    texts,
  });
  return {
    key: 'unit-summary',
    name: texts.sheetNames['unit-summary'],
    rows,
    styles: styles.styles,
    merges,
    columnWidths: columns.map((column) => column.width),
    rowHeights: frame.rowHeights,
    freeze: { rows: FIRST_ROW, columns: 2 },
    links: [],
    choices: [],
    charts: chart === null ? [] : [chart],
    print: frame.print,
  };
}

/** Findings about the whole sheet need a row too, or 合计 would not agree with 问题清单. */
function withOtherFindings(
  units: readonly UnitProjects[],
  findings: readonly IssueFinding[],
  texts: RollupTexts,
): UnitProjects[] {
  const labels = new Set(findings.map((finding) => unitOfFinding(finding, texts)));
  units.forEach(({ label }) => labels.delete(label));
  return [...units, ...[...labels].map((label) => ({ label, projects: [] }))];
}

/** The findings that are still to be dealt with. */
function pendingByUnit(
  findings: readonly IssueFinding[],
  texts: RollupTexts,
): ReadonlyMap<string, readonly IssueFinding[]> {
  const units = new Map<string, IssueFinding[]>();
  for (const finding of findings) {
    if (statusOf(finding) !== 'pending') continue;
    const label = unitOfFinding(finding, texts);
    const own = units.get(label);
    if (own) own.push(finding);
    else units.set(label, [finding]);
  }
  return units;
}

interface UnitRowContext {
  readonly columns: readonly SummaryColumn[];
  readonly styles: StyleBook;
  readonly money: (unit: number, column: number) => PlanCell;
  readonly issues: IssueTable | null;
}

/** @param pending the unit's findings that are still to be dealt with */
function unitRow(
  unit: UnitProjects,
  index: number,
  pending: readonly IssueFinding[],
  { columns, styles, money, issues }: UnitRowContext,
): PlanRow {
  const row = FIRST_ROW + index;
  const cellOf = (column: SummaryColumn, c: number): PlanCell => {
    switch (column.kind) {
      case 'sequence':
        // The row of findings about the whole sheet is no unit.
        return { value: unit.projects.length > 0 ? index + 1 : null };
      case 'unit':
        return { value: unit.label };
      case 'money':
        return money(index, c);
      case 'rate':
        return rateCell(row, columns, (field) => money(index, moneyColumn(columns, field)).value);
      case 'count':
        return { value: countOf(unit, column.count, pending) };
      case 'findings':
        return issues === null
          ? { value: pending.filter((finding) => finding.severity === column.severity).length }
          : {
              formula: countFormula(issues, `$B${row + 1}`, unit.label, column.severity),
              value: countIssues(issues, unit.label, column.severity),
            };
    }
  };
  return columns.map((column, c) => ({ ...cellOf(column, c), style: styles.index(column.look) }));
}

/** 合计 over the rows of the units. */
function totalRowOf(
  units: readonly PlanRow[],
  columns: readonly SummaryColumn[],
  texts: RollupTexts,
  styles: StyleBook,
): PlanRow {
  const row = FIRST_ROW + units.length;
  const sums = columns.map((_, c) => sumOfValues(units.map((unit) => unit[c]?.value ?? null)));
  const cellOf = (column: SummaryColumn, c: number): PlanCell => {
    if (column.kind === 'sequence') return { value: null };
    if (column.kind === 'unit') return { value: texts.total };
    if (column.kind === 'rate') return rateCell(row, columns, (field) => sums[moneyColumn(columns, field)]!);
    const letters = columnLetters(c);
    return { formula: `=SUM(${letters}${FIRST_ROW + 1}:${letters}${row})`, value: sums[c]! };
  };
  const look = (column: SummaryColumn): PlanStyle =>
    bold(column.kind === 'unit' ? LOOKS.centred : column.look);
  return columns.map((column, c) => ({ ...cellOf(column, c), style: styles.index(look(column)) }));
}

/** Spending ÷ budget of a row; blank where the row has no such money. */
function rateCell(
  row: number,
  columns: readonly SummaryColumn[],
  valueOf: (field: 'budget' | 'actual') => CellValue,
): PlanCell {
  const budget = valueOf('budget');
  const actual = valueOf('actual');
  if (budget === null || actual === null) return { value: null };
  const unknown = [budget, actual].find(isUnknown);
  const known = typeof actual === 'number' && typeof budget === 'number' && budget !== 0;
  const address = (field: MoneyField): string => toAddress(row, moneyColumn(columns, field));
  return {
    formula: `=IFERROR(${address('actual')}/${address('budget')},"")`,
    value: unknown ?? (known ? peopleNumber(actual / budget) : ''),
  };
}

function partRow(part: PartRow, columns: readonly SummaryColumn[], styles: StyleBook): PlanRow {
  return columns.map((column, c) => {
    const look = styles.index(column.look);
    if (column.kind === 'unit') return { value: part.unit, style: look };
    return { ...(part.cells.get(c) ?? { value: null }), style: look };
  });
}
