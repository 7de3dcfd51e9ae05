import { isBlankValue } from '../../sheet/cell-value';
import { valueAt, type SheetSnapshot } from '../../sheet/snapshot';
import { NARRATIVE_FIELDS } from '../annex';
import { isColumnNumberRow, isHeaderRow, type HeaderBlock } from '../header/find-header';
import type { LabelReader } from '../header/label-features';
import type { Place } from '../place';
import { foldText } from '../text';
import { headingSums } from './heading-sums';
import { NOTE_ROW, PAGE_ROW, SUBTOTAL_ROW, TOTAL_ROW, withoutContinued } from '../vocabulary/row-terms';
import { indicatorParts, isMoneyField, rowIndicatorRole } from '../field-id';

/**
 * - `project` opens a project; `continuation` carries more indicators of the project above
 * - `section` is a heading over the rows below ("一、局本级")
 * - `header` repeats the header or the title on a new printed page
 * - `end`: another table begins
 */
export type RowKind =
  'blank' | 'project' | 'continuation' | 'total' | 'subtotal' | 'section' | 'note' | 'header' | 'end';

/** Where a wide table keeps what tells its rows apart. All columns are 0-based sheet columns. */
export interface RowGuide {
  readonly block: HeaderBlock;
  readonly nameColumn: number;
  readonly sequenceColumn: number;
  readonly identityColumns: readonly number[];
  readonly moneyColumns: readonly number[];
  readonly indicatorColumns: readonly number[];
  /** Columns that each row of a table whose indicators are rows answers for itself; empty for any other table. */
  readonly rowColumns: readonly number[];
  readonly unitColumn: number;
  /** Rows over which a name is merged down from above, 0-based sheet rows. */
  readonly belowNames: ReadonlySet<number>;
  /** Columns of words that tell no project from another (资金来源, 项目类别), and what projects say of themselves. */
  readonly otherColumns: readonly number[];
  readonly toldColumns: readonly number[];
  readonly columns: readonly number[];
  /** Rows that head others with their sums ("一 | 民生类 | 230"), 0-based sheet rows. */
  readonly headingSums: ReadonlySet<number>;
  /** Folded texts above the header, which may repeat. */
  readonly preamble: ReadonlySet<string>;
}

export function rowGuide(
  sheet: SheetSnapshot,
  block: HeaderBlock,
  places: readonly Place[],
  preamble: ReadonlySet<string>,
): RowGuide {
  const of = (test: (place: Place) => boolean): number[] => places.filter(test).map(({ line }) => line);
  const byField = (field: string): number => places.find((place) => place.field === field)?.line ?? -1;
  return {
    block,
    nameColumn: block.nameColumn,
    sequenceColumn: byField('sequence'),
    headingSums: headingSums(sheet, block.bodyRow, places),
    identityColumns: ['sequence', 'department', 'unit', 'projectCode', 'projectName']
      .map(byField)
      .filter((c) => c >= 0),
    moneyColumns: of((c) => c.field !== null && (isMoneyField(c.field) || c.field === 'executionRate')),
    indicatorColumns: of((c) => c.field !== null && indicatorParts(c.field) !== null),
    rowColumns: of((c) => {
      const role = c.field && rowIndicatorRole(c.field);
      return role !== null && role !== 'level1' && role !== 'level2';
    }),
    unitColumn: byField('unit'),
    belowNames: rowsBelowNames(sheet, block),
    otherColumns: of(({ field }) => field === null || field === 'projectType'),
    toldColumns: of(
      ({ field }) =>
        field !== null &&
        (indicatorParts(field) !== null || (NARRATIVE_FIELDS as readonly string[]).includes(field)),
    ),
    columns: of(() => true),
    preamble,
  };
}

function rowsBelowNames(
  { merges }: SheetSnapshot,
  { nameColumn, bodyRow }: HeaderBlock,
): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const { firstRow, lastRow, firstColumn, lastColumn } of merges ?? [])
    if (firstRow >= bodyRow && firstColumn <= nameColumn && nameColumn <= lastColumn)
      for (let row = firstRow + 1; row <= lastRow; row++) rows.add(row);
  return rows;
}

/**
 * Tells what a row under a wide header is. `row` is the 0-based sheet row.
 *
 * @param above the row of the project above; -1 where there is none yet
 */
export function classifyRow(
  sheet: SheetSnapshot,
  labels: LabelReader,
  guide: RowGuide,
  row: number,
  above: number,
): RowKind {
  const values = sheet.values[row - sheet.firstRow];
  if (!values || values.length === 0) return 'blank';
  if (guide.rowColumns.length > 0) {
    const kind = indicatorRow(sheet, guide, row, above);
    if (kind) return kind;
  }
  const name = valueAt(sheet, row, guide.nameColumn);
  const named = !isBlankValue(name);
  // The common case first: a name that is a text, beside numbers.
  if (
    named &&
    typeof name === 'string' &&
    guide.moneyColumns.some((c) => typeof valueAt(sheet, row, c) === 'number')
  ) {
    return sumLevel(sheet, guide, row) ?? 'project';
  }

  const filled = values.reduce<number>((count, value) => count + (isBlankValue(value) ? 0 : 1), 0);
  if (filled === 0) return 'blank';
  const sum = sumLevel(sheet, guide, row);
  if (sum) return sum;
  if (repeatsHeader(sheet, guide, row, filled)) return 'header';
  if (isHeaderRow(sheet, labels, row)) return 'end';
  const first = firstText(sheet, row);
  if (first !== null && repeatsPreamble(sheet, guide, row)) return 'header';
  if (first !== null && (NOTE_ROW.test(first) || PAGE_ROW.test(first))) return 'note';

  const numbered = guide.sequenceColumn >= 0 && typeof valueAt(sheet, row, guide.sequenceColumn) === 'number';
  const answers = guide.columns.filter(
    (c) => !guide.identityColumns.includes(c) && !isBlankValue(valueAt(sheet, row, c)),
  ).length;
  if (named) {
    if (answers > 0 || numbered) return 'project';
    return filled === 1 ? 'section' : 'project';
  }
  if (guide.indicatorColumns.some((c) => !isBlankValue(valueAt(sheet, row, c))))
    return numbered ? 'project' : 'continuation';
  if (!numbered && !guide.belowNames.has(row) && headsWithSums(sheet, guide, row, answers)) return 'subtotal';
  if (answers > 0 && (numbered || guide.moneyColumns.some((c) => typeof valueAt(sheet, row, c) === 'number')))
    return 'project';
  if (first === null) return 'note';
  return filled === 1 && first.length <= 40 && answers === 0 ? 'section' : 'note';
}

/**
 * What a row is that answers for an indicator of its own: the first of a project or one more of it; `null` where it does
 * not, or is no row of a project at all.
 */
function indicatorRow(
  sheet: SheetSnapshot,
  guide: RowGuide,
  row: number,
  above: number,
): 'project' | 'continuation' | null {
  const holds = (column: number): boolean => !isBlankValue(valueAt(sheet, row, column));
  if (!guide.rowColumns.some(holds) || repeatsLabel(sheet, guide, row)) return null;
  if (sumLevel(sheet, guide, row)) return null;
  if (above < 0) return 'project';
  const money = guide.moneyColumns.filter(holds);
  if (holds(guide.nameColumn))
    return repeatsProject(sheet, guide, row, above, money) ? 'continuation' : 'project';
  if (money.some((column) => typeof valueAt(sheet, row, column) === 'number'))
    return money.every((column) => valueAt(sheet, row, column) === valueAt(sheet, above, column))
      ? 'continuation'
      : 'project';
  return 'continuation';
}

/** Whether a row names the project above once more: its number or its money are the same, or left out. */
function repeatsProject(
  sheet: SheetSnapshot,
  { nameColumn, unitColumn, sequenceColumn }: RowGuide,
  row: number,
  above: number,
  money: readonly number[],
): boolean {
  const same = (column: number): boolean => valueAt(sheet, row, column) === valueAt(sheet, above, column);
  const blank = (column: number): boolean => isBlankValue(valueAt(sheet, row, column));
  if (!same(nameColumn)) return false;
  if (unitColumn >= 0 && !blank(unitColumn) && !same(unitColumn)) return false;
  if (sequenceColumn >= 0 && !blank(sequenceColumn) && same(sequenceColumn)) return true;
  return money.every(same);
}

/** Whether a cell of an indicator says what the header says above it. */
function repeatsLabel(sheet: SheetSnapshot, { block, rowColumns }: RowGuide, row: number): boolean {
  for (let header = block.firstRow; header <= block.lastRow; header++)
    for (const column of rowColumns) {
      const value = valueAt(sheet, row, column);
      if (typeof value === 'string' && value !== '' && value === valueAt(sheet, header, column)) return true;
    }
  return false;
}

/** "一 | 某某局 | | 230 | 225.4": a heading that names no project and holds nothing but its sums. */
function headsWithSums(sheet: SheetSnapshot, guide: RowGuide, row: number, answers: number): boolean {
  const sums = guide.moneyColumns.filter((c) => typeof valueAt(sheet, row, c) === 'number').length;
  return (
    sums > 1 &&
    sums === answers &&
    guide.identityColumns.some((c) => {
      const value = valueAt(sheet, row, c);
      return typeof value === 'string' && value.trim() !== '';
    })
  );
}

/** What every label of a row of sums holds; most names hold none of it. */
const MAY_SUM = /[计额l]/i;

function sumLevel(sheet: SheetSnapshot, guide: RowGuide, row: number): 'total' | 'subtotal' | null {
  for (const column of guide.identityColumns) {
    const value = valueAt(sheet, row, column);
    if (typeof value !== 'string' || !MAY_SUM.test(value)) continue;
    const folded = foldText(value)
      .replace(/[([].*[)\]]$/, '')
      .replace(/:$/, '');
    if (TOTAL_ROW.test(folded)) return 'total';
    if (column !== guide.nameColumn || folded.length <= 4 ? SUBTOTAL_ROW.test(folded) : /小计$/.test(folded))
      return 'subtotal';
  }
  return guide.headingSums.has(row) ? 'subtotal' : sumBeside(sheet, guide, row);
}

/** 小计 or 合计 in a column between: of the project or unit that the row names, or of those above. */
function sumBeside(sheet: SheetSnapshot, guide: RowGuide, row: number): 'total' | 'subtotal' | null {
  for (const column of guide.otherColumns) {
    const value = valueAt(sheet, row, column);
    if (typeof value !== 'string' || value.length > LONGEST_SUM || !MAY_SUM.test(value)) continue;
    const folded = foldText(value);
    if (!TOTAL_ROW.test(folded) && !SUBTOTAL_ROW.test(folded)) continue;
    const named = !isBlankValue(valueAt(sheet, row, guide.nameColumn));
    // A project that says what it wanted and reached stands in its own row of sums.
    if (named && guide.toldColumns.some((told) => !isBlankValue(valueAt(sheet, row, told)))) return null;
    return !named && TOTAL_ROW.test(folded) ? 'total' : 'subtotal';
  }
  return null;
}

/** "中央资金小计" */
const LONGEST_SUM = 10;

/** The label of a 合计 or 小计 row, as written. */
export function sumLabel(sheet: SheetSnapshot, guide: RowGuide, row: number): string {
  let longest = '';
  for (const column of [...guide.identityColumns, ...guide.otherColumns]) {
    const value = valueAt(sheet, row, column);
    if (typeof value !== 'string') continue;
    if (/[小合总共]计/.test(value)) return value.trim();
    if (value.trim().length > longest.length) longest = value.trim();
  }
  return longest || (firstText(sheet, row) ?? '');
}

function firstText(sheet: SheetSnapshot, row: number): string | null {
  for (const value of sheet.values[row - sheet.firstRow] ?? []) {
    if (typeof value === 'string' && value.trim() !== '') return foldText(value.slice(0, 200));
    if (value !== null && typeof value !== 'string') return null;
  }
  return null;
}

/** Whether every filled cell says what one of the header rows says in its column. */
function repeatsHeader(sheet: SheetSnapshot, guide: RowGuide, row: number, filled: number): boolean {
  const { block } = guide;
  for (let header = block.firstRow; header < block.bodyRow; header++) {
    let same = 0;
    for (let column = block.firstColumn; column <= block.lastColumn; column++) {
      const value = valueAt(sheet, row, column);
      if (isBlankValue(value)) continue;
      const label = valueAt(sheet, header, column);
      if (
        label === value ||
        (typeof label === 'string' && typeof value === 'string' && foldText(label) === foldText(value))
      )
        same++;
    }
    if (same >= 2 && same >= filled * 0.8) return true;
  }
  return isColumnNumberRow(sheet, row);
}

function repeatsPreamble(sheet: SheetSnapshot, guide: RowGuide, row: number): boolean {
  const texts = (sheet.values[row - sheet.firstRow] ?? []).filter((value) => !isBlankValue(value));
  return (
    texts.length <= 3 &&
    texts.every((value) => typeof value === 'string' && isOfPreamble(guide, foldText(value)))
  );
}

function isOfPreamble({ preamble }: RowGuide, folded: string): boolean {
  return preamble.has(folded) || preamble.has(withoutContinued(folded));
}

/** "一、", "（二）" and the like before a section's name. */
export function sectionName(text: string): string {
  return text
    .trim()
    .replace(/^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、])\s*/, '');
}
