import { isBlankValue } from '../sheet/cell-value';
import { partOfSheet } from '../sheet/part-of-sheet';
import { valueAt, type SheetSnapshot } from '../sheet/snapshot';
import type { LabelFeatures, LabelReader } from './header/label-features';
import { beginsForm, findForm, identityOf, isHeadingRow } from './layouts/form/find-form';
import { FormSheet, type FormCell } from './layouts/form/form-sheet';
import { isHeading, levelRank, splitAnswer } from './layouts/form/form-terms';
import { indicatorHeaderAt, type IndicatorHeader } from './layouts/form/indicator-header';
import { recogniseWide } from './layouts/wide';

/** Annexes that stand beside each other: a part of the sheet to the left of a column, and one from it on. */
export interface Bands {
  /** 0-based first and last row of both. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** 0-based first column of the right one. */
  readonly column: number;
}

/** A form and what tells that it is one stand within so many rows. */
const WINDOW = 60;
/** So many lines stand over a form at most: mark, title, year, unit, date. Annexes beside each other begin as near. */
const MOST_ABOVE = 8;

/**
 * Looks whether two annexes stand beside each other below a row, one of them a form at least: both have their own names and
 * their own levels of indicators, or one of them is a table of projects. The two halves of one form never have both, however
 * wide the blank columns within it are.
 *
 * @param top 0-based row in which what stands there begins, its title included
 * @returns how they are parted, the last of several from the others; `null` where one annex takes the whole width
 */
export function bandsAt(form: FormSheet, labels: LabelReader, top: number): Bands | null {
  const { sheet } = form;
  const window = Math.min(top + WINDOW - 1, form.lastRow);
  const signs = signsIn(form, labels, top, window);
  const { firstColumn, columnCount } = sheet;
  // Nearly all worksheets hold no annexes beside each other: it should cost them nothing.
  if (signs.levels.size === 0 || !someColumn(firstColumn + 1, columnCount - 1, (at) => mayPart(signs, at)))
    return null;
  let best: { readonly parted: Parted; readonly column: number } | null = null;
  for (const column of cutsIn(form, top, window)) {
    if (!mayPart(signs, column)) continue;
    const parted = partedAt(sheet, labels, top, window, column);
    if (!parted) continue;
    // Of a form on the left as much as there is; what a table on the right begins with does not say so.
    if (!best || parted.roles >= best.parted.roles) best = { parted, column };
    if (parted.leads) {
      best = { parted, column };
      break;
    }
  }
  if (!best) return null;
  const { parted, column } = best;
  const firstRow = belowCrossing(form, top, parted.begin - 1, column);
  return { firstRow, lastRow: lastRowOf(form, labels, parted, column), column };
}

function someColumn(first: number, count: number, test: (column: number) => boolean): boolean {
  for (let column = first; column < first + count; column++) if (test(column)) return true;
  return false;
}

/** 0-based columns of what two annexes beside each other have both, or one of them. */
interface Signs {
  /** Of labels of names, and of what heads the indicators of a form; `alike` may head those of one without levels. */
  readonly names: Set<number>;
  readonly levels: Set<number>;
  readonly alike: Set<number>;
  /** Of labels side by side, row by row, and whether each names what the rows are about. */
  readonly labelled: (readonly { readonly column: number; readonly names: boolean }[])[];
}

/** Longer texts are no labels. Characters. */
const LONGEST_SIGN = 30;

function signsIn({ sheet }: FormSheet, labels: LabelReader, first: number, last: number): Signs {
  const { firstRow, firstColumn, values } = sheet;
  const signs: Signs = { names: new Set(), levels: new Set(), alike: new Set(), labelled: [] };
  // Both begin near the top, each with a name.
  for (let row = first; row <= Math.min(first + MOST_ABOVE + 2, last); row++) {
    const labelled: { readonly column: number; readonly names: boolean }[] = [];
    (values[row - firstRow] ?? []).forEach((value, i) => {
      const text = typeof value === 'string' && value.length <= LONGEST_ASKING ? value : '';
      const features = text === '' ? null : labels.features(splitAnswer(text)?.label ?? text);
      if (!features) return;
      const names = isOfRows(features);
      if (names || features.field === 'department') signs.names.add(firstColumn + i);
      labelled.push({ column: firstColumn + i, names });
    });
    if (labelled.length >= FEWEST_LABELS) signs.labelled.push(labelled);
  }
  if (signs.names.size < 2) return signs;
  for (let row = first; row <= last; row++) {
    const cells = values[row - firstRow] ?? [];
    for (let i = 0; i < cells.length; i++) {
      const value = cells[i];
      // Asked of every cell, and hardly any speaks of indicators or names.
      if (typeof value !== 'string' || value.length > LONGEST_SIGN) continue;
      if (!/[标称容]/.test(value)) continue;
      const text = value.replace(/\s+/g, '');
      if (LEVEL.test(text)) signs.levels.add(firstColumn + i);
      if (ALIKE.test(text)) signs.alike.add(firstColumn + i);
    }
  }
  return signs;
}

/** A label with its answer behind it is no longer. Characters. */
const LONGEST_ASKING = 60;

const LEVEL = /^一级|指标名称|指标内容/;
const ALIKE = /^一级|(?:指标|名称|内容)(?:[（(].*)?[:：]?$/;

/**
 * A quick look whether annexes may be parted at a column: names on both sides, and on each what heads indicators or the
 * labels of a table, on one of them those of a form.
 */
function mayPart({ names, levels, alike, labelled }: Signs, column: number): boolean {
  const on = (columns: Iterable<number>, left: boolean): boolean => {
    for (const one of columns) if (one < column === left) return true;
    return false;
  };
  const annex = (left: boolean): boolean =>
    on(alike, left) ||
    labelled.some((row) => {
      const own = row.filter((label) => label.column < column === left);
      return own.length >= FEWEST_LABELS && own.some((label) => label.names);
    });
  return levels.size > 0 && [true, false].every((left) => on(names, left) && annex(left));
}

/** Columns at which annexes may be parted, from the right: behind blank ones, and where a name is asked for. */
function cutsIn(form: FormSheet, first: number, last: number): number[] {
  const { firstColumn, columnCount } = form.sheet;
  const cuts = new Set<number>();
  const used = Array.from({ length: columnCount }, () => false);
  for (let row = first; row <= last; row++) {
    for (const cell of form.filled(row))
      for (let column = cell.firstColumn; column <= cell.lastColumn; column++)
        used[column - firstColumn] = true;
    if (row >= first + MOST_ABOVE + 2) continue;
    for (const cell of form.begun(row)) {
      const features = form.featuresOfLabel(cell);
      const asks =
        features?.field === 'projectName' || features?.field === 'unit' || features?.field === 'sequence';
      if (asks && cell.firstColumn > firstColumn) cuts.add(cell.firstColumn);
    }
  }
  for (let i = 1; i < columnCount; i++) if (used[i] && !used[i - 1]) cuts.add(firstColumn + i);
  return [...cuts]
    .filter((column) => used.slice(0, column - firstColumn).some(Boolean))
    .sort((a, b) => b - a);
}

interface Parted {
  /** 0-based rows: the first of a form or a header, and the last that tells of what they are. */
  readonly begin: number;
  readonly known: number;
  /** So many columns of the indicators of the left one are known. */
  readonly roles: number;
  /** Whether the right one is a form, which begins with its name. */
  readonly leads: boolean;
}

type Found = Pick<Parted, 'begin' | 'known' | 'roles'>;

function partedAt(
  sheet: SheetSnapshot,
  labels: LabelReader,
  top: number,
  window: number,
  column: number,
): Parted | null {
  const rows = { first: top, last: window };
  const last = sheet.firstColumn + sheet.columnCount - 1;
  const left = partOfSheet(sheet, rows, { first: sheet.firstColumn, last: column - 1 });
  const right = partOfSheet(sheet, rows, { first: column, last });
  const forms = [formIn(left, labels, false), formIn(right, labels, true)] as const;
  if (!forms[0] && !forms[1]) return null;
  const one = forms[0] ?? tableIn(left, labels);
  const other = one && (forms[1] ?? tableIn(right, labels));
  if (!one || !other) return null;
  const parted: Parted = {
    begin: Math.min(one.begin, other.begin),
    known: Math.max(one.known, other.known),
    roles: one.roles,
    leads: other === forms[1],
  };
  return isCrossed(sheet, parted.begin, parted.known, column) ? null : parted;
}

/**
 * A form in a part of a sheet that has a name of its own, and levels of indicators of its own.
 *
 * @param leads whether nothing may stand before its name, nor before its levels but what heads them
 */
function formIn(sheet: SheetSnapshot, labels: LabelReader, leads: boolean): Found | null {
  const form = new FormSheet(sheet, labels);
  const begin = findForm(form, sheet.firstRow, sheet.firstRow + MOST_ABOVE + 1);
  if (begin === null) return null;
  let named: string | null = null;
  for (let row = begin; row <= form.lastRow; row++) {
    const identity = identityOf(form, row);
    if (identity && named === null && leads && !isName(form, form.begun(row)[0])) return null;
    if (named !== 'projectName') named = identity ?? named;
    const header = indicatorHeaderAt(form, row);
    if (!header) continue;
    if (named === null || (leads && !isHeaded(form, header, begin))) return null;
    const found = { begin, known: header.lastRow, roles: header.columns.length };
    if (header.level1) return found;
    // Without levels it is one that has none: the third level alone is the right half of another form.
    const name = header.columns.find(({ role }) => role === 'name')?.labels.slice(-1)[0];
    const whole = named === 'projectName' && !header.level2 && name && levelRank(name.text) === null;
    return whole ? found : null;
  }
  return null;
}

function isName(form: FormSheet, cell: FormCell | undefined): boolean {
  const field = cell && form.featuresOfLabel(cell)?.field;
  return field === 'projectName' || field === 'unit' || field === 'department';
}

/** So many columns stand before the levels of a form at most: a label of all of them, a number, a blank one. */
const MOST_BEFORE = 2;

/** Whether the columns of indicators begin where the form does: behind what is left of another one they do not. */
function isHeaded(
  form: FormSheet,
  { lastRow, level1, level2, columns }: IndicatorHeader,
  begin: number,
): boolean {
  const first = (level1 ?? level2)?.firstColumn ?? Math.min(...columns.map(({ column }) => column));
  let filled = Infinity;
  for (let row = begin; row <= lastRow; row++)
    filled = Math.min(filled, form.begun(row)[0]?.firstColumn ?? Infinity);
  return first - filled <= MOST_BEFORE;
}

/** Labels that stand side by side over a table of projects, at least. */
const FEWEST_LABELS = 4;

/** A quick look: labels stand side by side, the name of what the rows are about among them. */
function mayHoldTable(form: FormSheet): boolean {
  const last = Math.min(form.sheet.firstRow + MOST_ABOVE + 2, form.lastRow);
  for (let row = form.sheet.firstRow; row <= last; row++) {
    const labels = form.begun(row).flatMap((cell) => form.features(cell) ?? []);
    if (labels.length >= FEWEST_LABELS && labels.some(isOfRows)) return true;
  }
  return false;
}

function isOfRows({ field }: LabelFeatures): boolean {
  return field === 'projectName' || field === 'unit' || field === 'sequence';
}

/** A table of projects in a part of a sheet. */
function tableIn(sheet: SheetSnapshot, labels: LabelReader): Found | null {
  if (!mayHoldTable(new FormSheet(sheet, labels))) return null;
  const { annex } = recogniseWide(sheet, sheet.firstRow, labels, '') ?? {};
  if (!annex?.headerRows || annex.projects.length === 0) return null;
  const [begin, last] = annex.headerRows;
  return begin <= sheet.firstRow + MOST_ABOVE + 1 ? { begin, known: last + 1, roles: 0 } : null;
}

/** Whether a merged range with contents reaches over the line before a column in some rows. */
function isCrossed(sheet: SheetSnapshot, first: number, last: number, column: number): boolean {
  return (sheet.merges ?? []).some(
    (merge) =>
      merge.firstColumn < column &&
      merge.lastColumn >= column &&
      merge.firstRow <= last &&
      merge.lastRow >= first &&
      !isBlankValue(valueAt(sheet, merge.firstRow, merge.firstColumn)),
  );
}

/** The first row below those in which something stands over both. */
function belowCrossing({ sheet }: FormSheet, top: number, last: number, column: number): number {
  let first = top;
  for (let row = top; row <= last; row++) if (isCrossed(sheet, row, row, column)) first = row + 1;
  return first;
}

/** The last row of what stands beside each other: before a row that takes the whole width, or one that begins otherwise. */
function lastRowOf(form: FormSheet, labels: LabelReader, { known }: Parted, column: number): number {
  const { sheet } = form;
  let row = known + 1;
  for (; row <= form.lastRow; row++) {
    if (isCrossed(sheet, row, row, column)) break;
    if (!form.isBlank(row - 1) || form.isBlank(row)) continue;
    if (beginsOnLeft(form, row, column) && bandsAgain(form, labels, row) !== column) break;
  }
  while (row - 1 > known && form.isBlank(row - 1)) row--;
  return row - 1;
}

/**
 * Whether an annex begins below a blank row that has something to the left of a column and something from it on. What stands
 * from it on may begin further down, but not with a title or a name of its own.
 */
function beginsOnLeft(form: FormSheet, row: number, column: number): boolean {
  const near = Math.min(row + MOST_ABOVE, form.lastRow);
  let [left, right, begins] = [false, false, false];
  for (let next = row; next <= Math.min(row + WINDOW, form.lastRow); next++) {
    if (next > near && (right || form.isBlank(next))) break;
    for (const cell of form.begun(next)) {
      if (cell.firstColumn < column) left = true;
      else if (next > near && (isHeading(cell.text) || isName(form, cell))) return false;
      else right = true;
    }
    if (next > near) continue;
    const own = form.begun(next).some(({ firstColumn }) => firstColumn < column);
    begins ||= own && (isHeadingRow(form, next) || beginsForm(form, next) || isLabelled(form, next));
  }
  return left && right && begins;
}

/** A row of labels side by side, as a table begins with. */
function isLabelled(form: FormSheet, row: number): boolean {
  const cells = form.begun(row);
  return (
    cells.length >= 3 && cells.filter((cell) => form.features(cell) !== null).length * 3 >= cells.length * 2
  );
}

function bandsAgain(form: FormSheet, labels: LabelReader, row: number): number | null {
  return bandsAt(form, labels, row)?.column ?? null;
}
