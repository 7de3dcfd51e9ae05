import { valueAt, type SheetSnapshot, type Span } from '../../sheet/snapshot';
import { foldText, readLabel } from '../text';
import { COLUMN_NUMBER_LABEL } from '../vocabulary/row-terms';
import { entityColumn, nameCandidates } from './entity-column';
import type { LabelFeatures, LabelReader } from './label-features';

/** Where a header stands: 0-based sheet rows and columns, all included. */
export interface HeaderBlock {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** The column of 项目名称, which tells header rows from data rows. */
  readonly nameColumn: number;
  /** The first row that can hold data: below the header and a row of column numbers, if there is one. */
  readonly bodyRow: number;
  /** Whether it is taken for a header by its shape: its labels name a project and little else that is known. */
  readonly byShape?: true;
}

/** No published header seen is deeper. */
const DEEPEST_HEADER = 6;
/** A row anchors a header only if it names this many different things. */
const FEWEST_LABELS = 3;

interface RowLabels {
  /** Text cells and how many of them are header labels. */
  readonly texts: number;
  readonly labels: number;
  readonly numbers: number;
  readonly distinct: number;
  readonly nameColumn: number;
  /** Whether no label names that column: it is the first unknown one where the names should stand. */
  readonly nameGuessed: boolean;
}

/**
 * Finds the next header of a wide annex at or below a row: the row that names 项目名称 beside other fields,
 * with the rows above and below it that belong to the same header. Works anywhere in the used range, with or
 * without merges.
 *
 * @param fromRow 0-based sheet row to start at
 * @returns `null` where no header stands there
 */
export function findHeader(sheet: SheetSnapshot, labels: LabelReader, fromRow: number): HeaderBlock | null {
  const end = sheet.firstRow + sheet.rowCount;
  for (let row = fromRow; row < end; row++) {
    const block = headerAt(sheet, labels, row, fromRow);
    if (block) return block;
  }
  return null;
}

/**
 * The header that a row belongs to as the one that names the projects: the header ends in it or below.
 *
 * @param fromRow 0-based first row that may belong to the header
 */
export function headerAt(
  sheet: SheetSnapshot,
  labels: LabelReader,
  row: number,
  fromRow: number,
): HeaderBlock | null {
  let anchor = readRow(sheet, labels, row);
  if (isAnchor(anchor)) {
    const block = growBlock(sheet, labels, row, anchor.nameColumn, fromRow);
    if (anchor.nameGuessed && holdsNumbers(sheet, block)) anchor = { ...anchor, nameColumn: -1 };
    else if (namesAnAnnex(sheet, labels, block)) return block;
  }
  if (hasShapeOfAnchor(sheet, anchor, row)) {
    const block = growBlock(sheet, labels, row, anchor.nameColumn, fromRow);
    return hasFigures(sheet, block) ? { ...block, byShape: true } : null;
  }
  return isAnchor(anchor) ? null : entityBlock(sheet, labels, row, anchor, fromRow);
}

/** Whether the row could be the anchor of a header: most of its texts are labels and 项目名称 is among them. */
export function isHeaderRow(sheet: SheetSnapshot, labels: LabelReader, row: number): boolean {
  const read = readRow(sheet, labels, row);
  return isAnchor(read) || entityBlock(sheet, labels, row, read, row) !== null;
}

/** A header over rows that are no projects, but counties, schools or batches, each by its name; `null` where it is none. */
function entityBlock(
  sheet: SheetSnapshot,
  labels: LabelReader,
  row: number,
  read: RowLabels,
  fromRow: number,
): HeaderBlock | null {
  if (read.nameColumn >= 0 || read.distinct < FEWEST_LABELS - 1) return null;
  if (read.numbers > 1 || read.labels * 2 < read.texts) return null;
  const candidates = nameCandidates(sheet, labels, row);
  const last = candidates[candidates.length - 1];
  if (last === undefined) return null;
  const block = growBlock(sheet, labels, row, last, fromRow);
  const nameColumn = entityColumn(sheet, labels, block, candidates);
  return nameColumn < 0 ? null : { ...block, nameColumn };
}

/** The 0-based column that a row of labels names as that of the projects' names; -1: none. */
export function nameColumnOf(sheet: SheetSnapshot, labels: LabelReader, row: number): number {
  return readRow(sheet, labels, row).nameColumn;
}

function isAnchor(row: RowLabels): boolean {
  return (
    row.nameColumn >= 0 && row.distinct >= FEWEST_LABELS && row.labels * 2 >= row.texts && row.numbers <= 1
  );
}

function readRow(sheet: SheetSnapshot, labels: LabelReader, row: number): RowLabels {
  const values = sheet.values[row - sheet.firstRow] ?? [];
  const distinct = new Set<string>();
  let texts = 0;
  let hits = 0;
  let numbers = 0;
  let nameColumn = -1;
  // An unknown wording of 项目名称: the unknown label between 序号/单位 and the money.
  let guess = -1;
  let identity = false;
  let money = false;
  let named = false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value === 'number') numbers++;
    if (typeof value !== 'string' || value.trim() === '') continue;
    texts++;
    const features = labels.features(value);
    if (!features || isLoneName(features)) {
      if (identity && !money && guess < 0) guess = sheet.firstColumn + i;
      continue;
    }
    hits++;
    identity ||= features.field === 'sequence' || features.field === 'unit';
    money ||= features.money !== undefined || features.field === 'executionRate';
    distinct.add(signature(features));
    // 专项名称 and the like give way to 项目名称 itself.
    const exact = features.field === 'projectName' && readLabel(value).name === '项目名称';
    if (features.field === 'projectName' && (nameColumn < 0 || (exact && !named))) {
      nameColumn = sheet.firstColumn + i;
      named = exact;
    }
  }
  const nameGuessed = nameColumn < 0 && identity && money && distinct.size > FEWEST_LABELS;
  if (nameGuessed) nameColumn = guess;
  return { texts, labels: hits, numbers, distinct: distinct.size, nameColumn, nameGuessed };
}

/** "某某名称", which may name a project as well as an indicator. */
function isLoneName({ role, kind, field }: LabelFeatures): boolean {
  return role === 'name' && !kind && !field;
}

function signature(f: LabelFeatures): string {
  return [f.field, f.money, f.fund, f.kind, f.role, f.scope, f.level].join('|');
}

function growBlock(
  sheet: SheetSnapshot,
  labels: LabelReader,
  anchor: number,
  nameColumn: number,
  fromRow: number,
): HeaderBlock {
  let firstRow = anchor;
  while (firstRow > fromRow && anchor - firstRow < DEEPEST_HEADER && isGroupRow(sheet, labels, firstRow - 1))
    firstRow--;
  const end = sheet.firstRow + sheet.rowCount - 1;
  let lastRow = anchor;
  while (
    lastRow < end &&
    lastRow - firstRow + 1 < DEEPEST_HEADER &&
    continuesHeader(sheet, labels, lastRow + 1, nameColumn)
  )
    lastRow++;
  return blockOf(sheet, { first: firstRow, last: lastRow }, nameColumn);
}

/** The header in these 0-based rows: its columns are those with a text. */
export function blockOf(
  sheet: SheetSnapshot,
  { first: firstRow, last: lastRow }: Span,
  nameColumn: number,
): HeaderBlock {
  const end = sheet.firstRow + sheet.rowCount - 1;
  let bodyRow = lastRow + 1;
  while (bodyRow <= end && isColumnNumberRow(sheet, bodyRow)) bodyRow++;

  let firstColumn = Infinity;
  let lastColumn = -1;
  for (let row = firstRow; row <= lastRow; row++) {
    (sheet.values[row - sheet.firstRow] ?? []).forEach((value, i) => {
      if (typeof value !== 'string' || value.trim() === '') return;
      firstColumn = Math.min(firstColumn, sheet.firstColumn + i);
      lastColumn = Math.max(lastColumn, sheet.firstColumn + i);
    });
  }
  // A last label merged over several columns spans blanks that may hold data.
  const merge = sheet.merges?.find(
    (m) =>
      m.firstRow >= firstRow &&
      m.lastRow <= lastRow &&
      m.firstColumn <= lastColumn &&
      m.lastColumn > lastColumn,
  );
  return { firstRow, lastRow, firstColumn, lastColumn: merge?.lastColumn ?? lastColumn, nameColumn, bodyRow };
}

/** A row that names 项目名称 beside other short texts, most of which say nothing known. */
function hasShapeOfAnchor(sheet: SheetSnapshot, read: RowLabels, row: number): boolean {
  return (
    read.nameColumn >= 0 &&
    read.texts > FEWEST_LABELS &&
    read.numbers <= 1 &&
    read.distinct >= 1 &&
    textsOf(sheet, row).every(isShortLabel)
  );
}

/** Whether figures stand below the header in at least two columns, in most of the rows that follow. */
function hasFigures(sheet: SheetSnapshot, { bodyRow, firstColumn, lastColumn }: HeaderBlock): boolean {
  const rows = Array.from({ length: FIRST_ROWS }, (_, i) => bodyRow + i).filter(
    (row) => row < sheet.firstRow + sheet.rowCount,
  );
  let columns = 0;
  for (let column = firstColumn; column <= lastColumn; column++) {
    const figures = rows.filter((row) => typeof valueAt(sheet, row, column) === 'number').length;
    if (figures > 0 && figures * 2 >= rows.length) columns++;
  }
  return columns > 2;
}

/** Whether the column of names holds numbers alone: how many there are of something names nothing. */
function holdsNumbers(sheet: SheetSnapshot, { bodyRow, nameColumn }: HeaderBlock): boolean {
  const values = Array.from({ length: FIRST_ROWS }, (_, i) => valueAt(sheet, bodyRow + i, nameColumn)).filter(
    (value) => value !== null && value !== '',
  );
  return values.length > 0 && values.every((value) => typeof value === 'number');
}

/** Rows below a header that show what its columns hold. */
const FIRST_ROWS = 8;
/** Labels of groups and columns that nobody knows are no longer than this. */
const SHORT_LABEL = 20;

function textsOf(sheet: SheetSnapshot, row: number): string[] {
  return (sheet.values[row - sheet.firstRow] ?? []).flatMap((value) =>
    typeof value === 'string' && value.trim() !== '' ? [value] : [],
  );
}

/** Nothing that asks for an answer or gives one ("填报单位："), no sentence. */
function isShortLabel(text: string): boolean {
  const folded = foldText(text);
  return folded.length <= SHORT_LABEL && !/[:。;!?]/.test(folded);
}

/** A row above the anchor that holds nothing but labels of groups. */
function isGroupRow(sheet: SheetSnapshot, labels: LabelReader, row: number): boolean {
  const read = readRow(sheet, labels, row);
  if (read.texts === 0 || read.numbers > 0) return false;
  if (read.labels === read.texts) return true;
  // Some are known, and the others could be labels.
  return read.texts > 1 && read.labels > 0 && textsOf(sheet, row).every(isShortLabel);
}

/**
 * A row below the anchor that still belongs to the header: nothing in the column of 项目名称 (or its label
 * again), no numbers, and labels elsewhere.
 */
function continuesHeader(
  sheet: SheetSnapshot,
  labels: LabelReader,
  row: number,
  nameColumn: number,
): boolean {
  const name = valueAt(sheet, row, nameColumn);
  if (
    name !== null &&
    !(typeof name === 'string' && (name.trim() === '' || labels.features(name)?.field === 'projectName'))
  )
    return false;
  const read = readRow(sheet, labels, row);
  if (read.texts === 0 || read.numbers > 0) return false;
  if (read.labels * 2 >= read.texts) return true;
  const next = valueAt(sheet, row + 1, nameColumn);
  return (
    read.texts > 1 &&
    textsOf(sheet, row).every(isShortLabel) &&
    ((read.labels > 0 && typeof next === 'string' && next.trim() !== '') ||
      isMergedFromAbove(sheet, row, nameColumn))
  );
}

/** The label of the names is merged down into this row. */
function isMergedFromAbove(sheet: SheetSnapshot, row: number, column: number): boolean {
  return !!sheet.merges?.some(
    (m) => m.firstRow < row && m.lastRow >= row && m.firstColumn <= column && m.lastColumn >= column,
  );
}

/** "栏次 1 2 3 …" or "甲 乙 1 2 3": at least three cells, each the next number. */
export function isColumnNumberRow(sheet: SheetSnapshot, row: number): boolean {
  let next: number | null = null;
  let counted = 0;
  for (const value of sheet.values[row - sheet.firstRow] ?? []) {
    if (value === null) continue;
    const folded =
      typeof value === 'string' ? foldText(value).replace(/^\((\d+)\)$|^(\d+)=.*$/, '$1$2') : value;
    const number =
      typeof folded === 'number'
        ? folded
        : typeof folded === 'string' && /^\d{1,3}$/.test(folded)
          ? Number(folded)
          : null;
    if (number === null) {
      if (
        typeof folded !== 'string' ||
        counted > 0 ||
        !(COLUMN_NUMBER_LABEL.test(folded) || /^[甲乙丙丁戊A-Z]$/.test(folded))
      )
        return false;
      continue;
    }
    if (next !== null && number !== next) return false;
    if (next === null && number > 2) return false;
    next = number + 1;
    counted++;
  }
  return counted >= 3;
}

/** What indicators are asked for by, where each has a row of its own. */
const OF_INDICATORS = /^[一二三]级(?:绩效)?指标|^(?:绩效|考核|评价)?指标(?:名称|内容)?$/;

/** A project list becomes an annex by money, a rate or indicators in its header. */
function namesAnAnnex(sheet: SheetSnapshot, labels: LabelReader, block: HeaderBlock): boolean {
  let [indicators, target, result] = [false, false, false];
  for (let row = block.firstRow; row <= block.lastRow; row++) {
    for (const value of sheet.values[row - sheet.firstRow] ?? []) {
      if (typeof value !== 'string') continue;
      const features = labels.features(value);
      indicators ||= OF_INDICATORS.test(readLabel(value).name);
      target ||= features?.role === 'target';
      result ||= features?.role === 'result';
      if (
        features &&
        (features.money ||
          features.fund ||
          features.kind ||
          features.level ||
          features.field === 'executionRate' ||
          features.field === 'totalScore')
      ) {
        return true;
      }
    }
  }
  return indicators && target && result;
}
