import { isCellError } from '../sheet/cell-value';
import type { CellRange } from '../sheet/address';
import {
  BAND_HEADINGS,
  NO_ISSUES,
  OUTCOME_HEADINGS,
  ownSheetSigns,
  RESULT_HEADINGS as RESULT_SHEET_HEADINGS,
} from '../sheet/own-sheet';
import type { OwnSheetKey } from '../sheet/sheet-plan';
import { formulaAt, valueAt, type SheetSnapshot } from '../sheet/snapshot';
import { FUND_SOURCES } from '../annex/field-id';
import { rowRange } from './frame';
import { readKey } from './issue-key';
import { isEdited, readOpinions } from './keep-opinions';
import { mergesOf } from './review-opinions';
import { readResultKey, resultRowName } from './result-key';
import { RESULT_TEXTS } from './result-texts';
import { readIssueColumn, ROLLUP_TEXTS, type RollupTexts } from './texts';

/** A cell with something in it. */
export interface FilledCell {
  readonly row: number;
  readonly column: number;
}

/** What of a rollup sheet in the workbook is as we wrote it; everything else there is a person's. Sheet positions. */
export interface WrittenSheet {
  readonly titleRow: number;
  readonly headingRow: number;
  /** Columns of ours, left to right. */
  readonly columns: readonly number[];
  /** The rows of the table that are ours; in 单位汇总 with the unit that each is of, in 自评结果汇总表 with what it is of. */
  readonly rows: ReadonlyMap<number, string>;
  /** Filled cells that are not ours, in the order of the sheet. */
  readonly foreign: readonly FilledCell[];
  /** The ranges that we merged. */
  readonly merges: readonly CellRange[];
}

/** Tells what is ours on a rollup sheet; `null` where it is not certainly one of ours. */
export function readWrittenSheet(key: OwnSheetKey, sheet: SheetSnapshot): WrittenSheet | null {
  const signs = ownSheetSigns(key, sheet.values);
  if (!signs) return null;
  if (key === 'review-opinions') return writtenOpinions(sheet, signs.headingRow + sheet.firstRow);
  const titleRow = sheet.firstRow + signs.titleRow;
  const headingRow = sheet.firstRow + signs.headingRow;
  const columns = columnsOf(sheet).filter((column) => isHeading(key, textAt(sheet, headingRow, column)));
  const own = new Set(columns);
  const { rows, notes, noteColumns = 0 } = tableRows(key, sheet, headingRow, columns);
  const isOwn = ({ row, column }: FilledCell): boolean => {
    if (row === headingRow || rows.has(row)) return own.has(column);
    if (notes.includes(row))
      return column === columns[0] || (noteColumns !== 0 && column === columns[columns.length - 1]);
    return row >= titleRow && row < headingRow && isFrameText(key, textAt(sheet, row, column));
  };
  const first = columns[0]!;
  const last = columns[columns.length - 1]!;
  const split = first + Math.max(1, columns.length - 3);
  return {
    titleRow,
    headingRow,
    columns,
    rows,
    foreign: filledCells(sheet).filter((cell) => !isOwn(cell)),
    merges: [
      rowRange(titleRow, first, last),
      ...(headingRow > titleRow + 1
        ? [rowRange(titleRow + 1, first, split - 1), rowRange(titleRow + 1, split, last)]
        : []),
      ...notes.map((row) => rowRange(row, first, last + noteColumns)),
    ].filter((range) => range.lastColumn > range.firstColumn && isMergeable(sheet, range)),
  };
}

/** Of pages of opinions: what stands on one that was changed is a person's. */
function writtenOpinions(sheet: SheetSnapshot, headingRow: number): WrittenSheet | null {
  const written = readOpinions(sheet);
  if (!written) return null;
  const { pages, own, loose } = written;
  const edited = new Set(
    pages.filter((page) => isEdited(sheet, page, written)).flatMap(({ rows }) => rows.map(({ row }) => row)),
  );
  for (const row of loose) edited.add(row);
  const inPlace = own.every((column, c) => column === c);
  return {
    titleRow: pages[0]!.rows[0]!.row,
    headingRow,
    columns: own.filter((column) => column >= 0),
    rows: new Map(pages.flatMap(({ unit, rows }) => rows.map(({ row }) => [row, unit] as const))),
    foreign: filledCells(sheet).filter(({ row }) => edited.has(row)),
    merges: pages
      .flatMap(({ rows }) => rows.flatMap(({ row, key }) => (key && inPlace ? mergesOf(key.kind, row) : [])))
      .filter((range) => isMergeable(sheet, range)),
  };
}

/** Merged cells hold something in the first alone: where another does, they are merged no more. */
function isMergeable(sheet: SheetSnapshot, { firstRow, firstColumn, lastColumn }: CellRange): boolean {
  for (let column = firstColumn + 1; column <= lastColumn; column++) {
    if (isFilled(sheet, firstRow, column)) return false;
  }
  return true;
}

interface TableRows {
  readonly rows: ReadonlyMap<number, string>;
  /** Rows of ours that are one text over all columns. */
  readonly notes: readonly number[];
  /** How many columns fewer such a text goes over, as a negative number; absent: over all. */
  readonly noteColumns?: number;
}

function tableRows(
  key: OwnSheetKey,
  sheet: SheetSnapshot,
  headingRow: number,
  columns: readonly number[],
): TableRows {
  switch (key) {
    case 'issue-list':
      return issueRows(sheet, headingRow);
    case 'unit-summary':
      return unitRows(sheet, headingRow, columns);
    // Read page by page (`writtenOpinions`).
    case 'review-opinions':
      return { rows: new Map(), notes: [] };
    case 'project-results':
    case 'rate-bands':
    case 'indicator-results':
      return keyedRows(sheet, headingRow, columns);
  }
}

function issueRows(sheet: SheetSnapshot, headingRow: number): TableRows {
  const rows = new Map<number, string>();
  const notes: number[] = [];
  for (const row of rowsBelow(sheet, headingRow)) {
    const texts = columnsOf(sheet).map((column) => textAt(sheet, row, column));
    if (texts.some((text) => readKey(text) !== null)) rows.set(row, '');
    else if (texts.some((text) => Object.values(NO_ISSUES).includes(text.trim()))) notes.push(row);
  }
  return { rows, notes };
}

/** The rows that bear a key of ours; `resultRowName` names each. */
function keyedRows(sheet: SheetSnapshot, headingRow: number, columns: readonly number[]): TableRows {
  const rows = new Map<number, string>();
  const notes: number[] = [];
  const columnOf = (isMeant: (heading: string) => boolean): number =>
    columns.find((column) => isMeant(textAt(sheet, headingRow, column).trim()))!;
  const project = columnOf((heading) => NAMING_HEADINGS.has(heading));
  const keys = columnOf((heading) => KEY_HEADINGS.has(heading));
  for (const row of rowsBelow(sheet, headingRow)) {
    const key = readResultKey(textAt(sheet, row, keys));
    if (key?.kind === 'note') notes.push(row);
    else if (key) rows.set(row, resultRowName(key, textAt(sheet, row, project)));
  }
  return { rows, notes, noteColumns: -1 };
}

/** The units down to 合计, and below it our notes and the parts of sums. */
function unitRows(sheet: SheetSnapshot, headingRow: number, columns: readonly number[]): TableRows {
  const texts = Object.values(ROLLUP_TEXTS);
  const unitColumn = columns.find((column) =>
    texts.some(({ unit }) => unit === textAt(sheet, headingRow, column).trim()),
  )!;
  const unitOf = (row: number): string => textAt(sheet, row, unitColumn);
  const below = rowsBelow(sheet, headingRow);
  const total = below.find((row) => texts.some((one) => one.total === unitOf(row).trim()));
  const rows = new Map<number, string>();
  const notes: number[] = [];
  let parts = false;
  for (const row of below) {
    const note = textAt(sheet, row, columns[0]!);
    if (isNote(note, texts)) {
      notes.push(row);
      parts ||= texts.some(({ partialSums }) => partialSums === note);
    } else if (total === undefined ? isUnitRow(sheet, row, columns, unitColumn) : row <= total) {
      if (unitOf(row).trim() !== '') rows.set(row, unitOf(row));
    } else if (parts && columns.some((column) => /^=SUM\(/i.test(formulaAt(sheet, row, column) ?? ''))) {
      rows.set(row, '');
    }
  }
  return { rows, notes };
}

/** Whether a row of a table without 合计 is ours: it names a unit and counts something. */
function isUnitRow(
  sheet: SheetSnapshot,
  row: number,
  columns: readonly number[],
  unitColumn: number,
): boolean {
  return (
    textAt(sheet, row, unitColumn).trim() !== '' &&
    columns.some((column) => typeof valueAt(sheet, row, column) === 'number')
  );
}

function isNote(text: string, texts: readonly RollupTexts[]): boolean {
  return texts.some(({ textAmounts, partialSums }) => {
    const [before, after] = textAmounts(0).split('0') as [string, string];
    return text === partialSums || (text.startsWith(before) && text.endsWith(after));
  });
}

const ALL_HEADINGS = [RESULT_SHEET_HEADINGS, BAND_HEADINGS, OUTCOME_HEADINGS].flatMap((words) => [
  words['zh-CN'],
  words.en,
]);
const KEY_HEADINGS: ReadonlySet<string> = new Set(ALL_HEADINGS.map(({ key }) => key));
/** Of the columns that rows are named by. */
const NAMING_HEADINGS: ReadonlySet<string> = new Set(
  ALL_HEADINGS.map((words) =>
    'project' in words ? words.project : 'band' in words ? words.band : words.dimension,
  ),
);

/** The title, and what stands in the line below it. */
function isFrameText(key: OwnSheetKey, text: string): boolean {
  return (
    ownTitle(key, text) ||
    Object.values(ROLLUP_TEXTS).some((texts) =>
      [
        texts.department('\n'),
        texts.reviewedOn(new Date(2000, 0, 1)),
        texts.moneyUnit('\n'),
        texts.moneyUnit(null),
      ].some((sample) => text.startsWith(/^.*?(?=[：\d\n])/.exec(sample)?.[0] ?? sample)),
    )
  );
}

function ownTitle(key: OwnSheetKey, text: string): boolean {
  return Object.values(ROLLUP_TEXTS).some((texts) => {
    const year = /\d+/.exec(text)?.[0];
    return text.trim() === titleOf(key, texts)(year === undefined ? null : Number(year));
  });
}

function titleOf(key: OwnSheetKey, texts: RollupTexts): (year: number | null) => string {
  return {
    'issue-list': texts.issueTitle,
    'unit-summary': texts.unitTitle,
    'project-results': texts.resultTitle,
    'rate-bands': texts.bandTitle,
    'indicator-results': texts.outcomeTitle,
    'review-opinions': texts.opinionTitle,
  }[key];
}

function isHeading(key: OwnSheetKey, text: string): boolean {
  if (key === 'issue-list') return readIssueColumn(text) !== null;
  return HEADINGS[key].has(text.trim());
}

/** All headings that 自评结果汇总表 may have. */
const RESULT_HEADINGS: ReadonlySet<string> = new Set(
  Object.values(RESULT_TEXTS).flatMap(({ columns, onlyBudget }) => [...Object.values(columns), onlyBudget]),
);

/** All headings that 单位汇总 may have. */
const UNIT_HEADINGS: ReadonlySet<string> = new Set(
  Object.values(ROLLUP_TEXTS).flatMap((texts) => [
    texts.sequence,
    texts.unit,
    texts.projects,
    texts.budget,
    texts.actual,
    texts.rate,
    texts.indicators,
    texts.missingResults,
    texts.unquantifiedResults,
    ...Object.values(texts.severities),
    ...FUND_SOURCES.flatMap((source) =>
      [null, texts.budget, texts.actual].map((base) => texts.ofWhich(texts.sources[source], base)),
    ),
  ]),
);

const HEADINGS: Readonly<Record<Exclude<OwnSheetKey, 'issue-list'>, ReadonlySet<string>>> = {
  'review-opinions': new Set(),
  'unit-summary': UNIT_HEADINGS,
  'project-results': RESULT_HEADINGS,
  'rate-bands': new Set(Object.values(BAND_HEADINGS).flatMap((words) => Object.values(words))),
  'indicator-results': new Set(Object.values(OUTCOME_HEADINGS).flatMap((words) => Object.values(words))),
};

function filledCells(sheet: SheetSnapshot): FilledCell[] {
  const cells: FilledCell[] = [];
  for (let row = sheet.firstRow; row < sheet.firstRow + sheet.rowCount; row++) {
    for (const column of columnsOf(sheet)) if (isFilled(sheet, row, column)) cells.push({ row, column });
  }
  return cells;
}

function isFilled(sheet: SheetSnapshot, row: number, column: number): boolean {
  const value = valueAt(sheet, row, column);
  return (value !== null && value !== '') || formulaAt(sheet, row, column) !== null;
}

function columnsOf(sheet: SheetSnapshot): number[] {
  return Array.from({ length: sheet.columnCount }, (_, index) => sheet.firstColumn + index);
}

function rowsBelow(sheet: SheetSnapshot, row: number): number[] {
  const first = row + 1;
  return Array.from(
    { length: Math.max(0, sheet.firstRow + sheet.rowCount - first) },
    (_, index) => first + index,
  );
}

function textAt(sheet: SheetSnapshot, row: number, column: number): string {
  const value = valueAt(sheet, row, column);
  if (value === null) return '';
  return isCellError(value) ? value.error : String(value);
}
