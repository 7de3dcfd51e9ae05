import { readTextNumber } from '../../values/number-cell';
import { presenceOf } from '../../values/presence';
import { readTextRate } from '../../values/rate-cell';
import type { FieldId, FundSource, MoneyBase, SpendingKind } from '../../field-id';
import type { LabelFeatures } from '../../header/label-features';
import type { FormDraft } from './form-draft';
import { isSameCell, type FormCell, type FormSheet } from './form-sheet';
import { answerField, levelRank, moneyField } from './form-terms';
import { isClassingLabel, LabelledAmounts } from './labelled-amounts';
import { isAllAgain, isOfWhich, isSum, partsSpending, spendingKind } from './spending-kinds';

/** The columns of money under one row of labels. 0-based sheet positions. */
export interface FundHeader {
  readonly row: number;
  /** Labels to the left of the money: of the block, not of a column. */
  readonly sections: readonly FormCell[];
  readonly columns: readonly FundColumn[];
}

interface FundColumn {
  readonly label: FormCell;
  readonly features: LabelFeatures | null;
}

/** So many rows a block of money has at most. */
const MOST_ROWS = 24;

/** So many columns of money or rates make a block of them. */
const FEWEST = 2;

/**
 * Reads a row as the labels over a form's money: amounts and rates side by side, each with its figures below it; `null`
 * where it is none.
 */
export function fundHeaderAt(form: FormSheet, row: number): FundHeader | null {
  const cells = form.begun(row);
  if (cells.length < FEWEST || cells.some(({ value }) => typeof value === 'number')) return null;
  // Amounts with their labels in one cell are no labels of columns.
  if (cells.some(({ split }) => split !== null && readTextNumber(split.answer) !== null)) return null;
  const read = cells.map((label) => ({ label, features: form.features(label) }));
  if (read.some(({ features, label }) => levelRank(label.text) !== null || isOther(features))) return null;
  const isMoney = read.map(({ features }) => ofMoney(features));
  const first = isMoney.findIndex(
    (is, i) =>
      is &&
      !hasRowLabelBelow(form, read[i]!.label, read[i + 1]?.label) &&
      !isOfBlock(form, read[i]!, read.slice(i + 1)),
  );
  if (first < 0) return null;
  const columns = read.slice(first + labelsBeside(read.slice(first)));
  if (columns.filter(({ features }) => ofMoney(features)).length < FEWEST) return null;
  // Labels and nothing else: where answers stand between them, each has its own beside it.
  const known = columns.filter(({ features }) => features !== null).length;
  if (known * 2 <= columns.length) return null;
  return { row, sections: read.slice(0, read.length - columns.length).map(({ label }) => label), columns };
}

/** Names and goals have their answers beside them: a row of these is no row of amounts. */
function isOther(features: LabelFeatures | null): boolean {
  const field = features?.field;
  return (
    field === 'projectName' ||
    field === 'unit' ||
    field === 'department' ||
    field === 'annualGoal' ||
    features?.role === 'target'
  );
}

function ofMoney(features: LabelFeatures | null): boolean {
  return (
    features?.money !== undefined ||
    features?.fund !== undefined ||
    features?.field === 'executionRate' ||
    features?.field === 'budget.adjustment'
  );
}

/** How many labels before those of the columns are merged down beside them: "资金总额" is the label of the row below. */
function labelsBeside(columns: readonly FundColumn[]): number {
  const lowest = Math.min(...columns.map(({ label }) => label.lastRow));
  const end = columns.findIndex(({ label }) => label.lastRow === lowest);
  for (let i = end - 1; i >= 0; i--) {
    const { features } = columns[i]!;
    if (features?.fund !== undefined && features.money === undefined) return i + 1;
  }
  return 0;
}

/** Below a label of the rows, or of the whole block, stand the names of sources, not figures. */
function hasRowLabelBelow(form: FormSheet, label: FormCell, next: FormCell | undefined): boolean {
  const end = next?.firstColumn ?? label.lastColumn + 1;
  const below = label.firstRow < form.lastRow ? form.begun(belowClassing(form, label.firstRow + 1)) : [];
  return [form.at(label.lastRow + 1, label.firstColumn), ...below].some((cell) => {
    if (cell.firstColumn < label.firstColumn || cell.firstColumn >= end || cell.text === '') return false;
    const features = form.features(cell);
    return features?.fund !== undefined || features?.money !== undefined;
  });
}

/** The first row from one on that is more than the heading of some rows ("按支出性质分："). */
function belowClassing(form: FormSheet, from: number): number {
  let row = from;
  while (row < form.lastRow && isClassing(form.begun(row))) row++;
  return row;
}

/** A wording of money with nothing below it, merged down or not, where the labels beside it have figures: "项目预算（万元）". */
function isOfBlock(form: FormSheet, { label, features }: FundColumn, others: readonly FundColumn[]): boolean {
  if (features?.exact) return false;
  const row = belowClassing(form, Math.min(...others.map((other) => other.label.lastRow)) + 1);
  const below = form.at(row, label.firstColumn);
  if (row > form.lastRow || !(below.blank || isSameCell(below, label))) return false;
  const figures = others.filter(
    (other) => ofMoney(other.features) && typeof form.at(row, other.label.firstColumn).value === 'number',
  );
  return figures.length >= FEWEST;
}

/**
 * Reads the rows of money below their labels.
 *
 * @returns the 0-based first row below them
 */
export function readFunds(form: FormSheet, header: FundHeader, draft: FormDraft): number {
  const firstColumn = header.columns[0]!.label.firstColumn;
  let row = Math.max(...header.columns.map(({ label }) => label.lastRow)) + 1;
  const columns = withOneBudget(form, header.columns, row);
  let total = false;
  /** Once the spending of a department is parted: whether the rows say of what one kind of it was paid. */
  let spending: { ofKind: boolean } | null = null;
  let totalRow: number | null = null;
  // Where columns say which money it is, words for money in the label of a row tell nothing of it: "年度预算总额".
  const ofColumns = header.columns.some((column) => column.features?.money !== undefined);
  const isParted = ofColumns && partsSpending(form, row, row + MOST_ROWS);
  const moneyColumn = columns.find((column) => column.features?.money !== undefined)?.label.firstColumn;
  const labelled = new LabelledAmounts(form);
  for (; row <= form.lastRow; row++) {
    const begun = form.begun(row);
    const named = begun.filter((cell) => cell.firstColumn < firstColumn && cell.text !== '');
    if (isClassing(begun) || labelled.take(row)) continue;
    const label = named[named.length - 1];
    const read = label ? form.features(label) : null;
    const features = read && ofColumns ? { ...read, money: undefined } : read;
    if (label && (isAnswerRow(form, named) || !isFundRow(form, row, firstColumn, read))) break;
    if (!label && (total || !hasFigures(form, row, firstColumn))) break;
    const kind = label && isParted ? spendingKind(label.text) : null;
    if (kind !== null) spending = { ofKind: false };
    else if (spending && label && isOfWhich(label))
      spending.ofKind = !isAllAgain(form, moneyColumn, row, totalRow);
    const fund = kind ?? fundOf(features);
    const isTotal =
      fund === null && !total && features?.money === undefined && (spending === null || isSum(label));
    if (isTotal) {
      total = true;
      totalRow = row;
    }
    const isPart = kind === null && !isTotal && spending?.ofKind === true;
    for (const column of columns)
      readCell(form, draft, header, column, { row, label, features, fund, isTotal, isPart });
  }
  labelled.settle(draft, totalsIn(form, columns, totalRow));
  return row;
}

/** The sums of a block by the money of their columns. */
function totalsIn(
  form: FormSheet,
  columns: readonly FundColumn[],
  totalRow: number | null,
): Map<MoneyBase, number> {
  const totals = new Map<MoneyBase, number>();
  if (totalRow === null) return totals;
  for (const { label, features } of columns) {
    const { value } = form.at(totalRow, label.firstColumn);
    if (features?.money !== undefined && !totals.has(features.money) && typeof value === 'number')
      totals.set(features.money, value);
  }
  return totals;
}

/**
 * The columns of which one at most is the year's budget: of several the last is, what was approved before it came first; and
 * what is called 调整预算 is the adjusted budget where its sum covers the spending and is no mere change.
 */
function withOneBudget(form: FormSheet, columns: readonly FundColumn[], totalRow: number): FundColumn[] {
  const isBudget = ({ features }: FundColumn): boolean =>
    features?.money === 'budget' && features.fund === undefined && features.field === undefined;
  const budgets = columns.filter(isBudget);
  const last = budgets[budgets.length - 1];
  const renamed = (column: FundColumn, money: MoneyBase): FundColumn => ({
    ...column,
    features: { ...column.features!, field: undefined, money },
  });
  if (last)
    return columns.map((column) =>
      isBudget(column) && column !== last ? renamed(column, 'initialBudget') : column,
    );
  const amount = (column: FundColumn | undefined): number | null => {
    const value = column && form.at(totalRow, column.label.firstColumn).value;
    return typeof value === 'number' ? value : null;
  };
  const adjustment = columns.find(({ features }) => features?.field === 'budget.adjustment');
  const [adjusted, initial, spent] = [
    amount(adjustment),
    amount(columns.find(({ features }) => features?.money === 'initialBudget')),
    amount(columns.find(({ features }) => features?.money === 'actual')),
  ];
  const isSum =
    adjusted !== null && initial !== null && spent !== null && adjusted >= initial / 2 && spent <= adjusted;
  return columns.map((column) => (isSum && column === adjustment ? renamed(column, 'budget') : column));
}

/** "按支出性质分：" heads the rows below it, and has no figures of its own. */
function isClassing(cells: readonly FormCell[]): boolean {
  return cells.length > 0 && cells.every(({ text }) => isClassingLabel(text));
}

/** A goal or a reason beside its label, which may speak of money. */
function isAnswerRow(form: FormSheet, [first, ...others]: readonly FormCell[]): boolean {
  const features = first && others.length > 0 ? form.features(first) : null;
  return features !== null && features.exact && answerField(features, first!.text) !== null;
}

function isFundRow(
  form: FormSheet,
  row: number,
  firstColumn: number,
  features: LabelFeatures | null,
): boolean {
  if (features?.fund !== undefined || features?.money !== undefined) return true;
  if (features) return false;
  return hasFigures(form, row, firstColumn) && form.begun(row).every(({ text }) => levelRank(text) === null);
}

function hasFigures(form: FormSheet, row: number, firstColumn: number): boolean {
  return form
    .begun(row)
    .some(
      ({ firstColumn: column, value, text }) =>
        column >= firstColumn &&
        (typeof value === 'number' || (text !== '' && readTextNumber(text) !== null)),
    );
}

/** The source that a row is about; `null` for the sum of all. */
function fundOf(features: LabelFeatures | null): FundSource | null {
  return !features?.fund || features.fund === 'total' ? null : features.fund;
}

interface FundRow {
  readonly row: number;
  readonly label: FormCell | undefined;
  readonly features: LabelFeatures | null;
  readonly fund: FundSource | SpendingKind | null;
  readonly isTotal: boolean;
  /** Whether it parts one kind of spending. */
  readonly isPart: boolean;
}

function readCell(
  form: FormSheet,
  draft: FormDraft,
  { sections }: FundHeader,
  { label, features }: FundColumn,
  row: FundRow,
): void {
  const cell = form.at(row.row, label.firstColumn);
  // Merged down from the row above: it was read there.
  if (cell.firstRow < row.row) return;
  const exact = features?.exact ?? false;
  const besides = besideMoney(features);
  if (besides) {
    if (row.isTotal) draft.put(besides, cell, [...sections.slice(0, 1), label], exact);
    else if (isAgain(besides, cell))
      draft.putFurther(besides, cell, [label, ...(row.label ? [row.label] : [])]);
    return;
  }
  const labels = [label, ...(row.label ? [row.label] : [])];
  const field = fieldOfAmount(features, row);
  if (field) draft.put(field, cell, labels, exact && (row.features?.exact ?? true));
  else if (presenceOf(cell.value) !== 'value') return;
  // What each source was changed by is told by its budgets.
  else if (features?.field === 'budget.adjustment') draft.putApart(cell, labels);
  else draft.putUnknown(cell, labels);
}

function besideMoney(features: LabelFeatures | null): FieldId | null {
  if (!features) return null;
  if (features.role === 'weight' || features.role === 'score') {
    if (features.field === undefined || features.field === 'executionRate')
      return `executionRate.${features.role}`;
  }
  const field = answerField(features, '');
  return field === 'budget.adjustment' ? null : field;
}

/** Whether a cell beside one source of the money bears what belongs to all of it: points, or the source's own rate. */
function isAgain(field: FieldId, { value }: FormCell): boolean {
  if (field === 'executionRate')
    return typeof value === 'number' || readTextRate(String(value ?? '')) !== null;
  return (field === 'executionRate.weight' || field === 'executionRate.score') && typeof value === 'number';
}

/** A column says which money it is and a row where it comes from, or the other way round. */
function fieldOfAmount(
  column: LabelFeatures | null,
  { features, fund: ofRow, label, isTotal, isPart }: FundRow,
): FieldId | null {
  if (isPart) return null;
  if (column?.field === 'budget.adjustment') return isTotal ? 'budget.adjustment' : null;
  if (column?.role === 'scoringRule') return null;
  const base: MoneyBase | undefined = column?.money ?? features?.money;
  if (!column || !base) return null;
  const fund = ofRow ?? fundOf(column);
  if (fund !== null) return moneyField(base, fund);
  // A second sum, or a row of which nobody knows what it is.
  return isTotal || label === undefined || features?.money !== undefined ? base : null;
}
