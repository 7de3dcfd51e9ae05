import { numberFormatAt, valueAt, type SheetSnapshot } from '../../../sheet/snapshot';
import type { Annex, AnnexId, HeadEntry, Layout, ProjectFrame } from '../../annex';
import { correctedForm, type FormCells } from '../../corrections/correct-form';
import type { Vocabulary } from '../../corrections/vocabulary';
import { readEntries } from '../../entries';
import type { FieldId } from '../../field-id';
import type { LabelReader } from '../../header/label-features';
import type { CellRef, Place } from '../../place';
import { readPreamble, type Preamble } from '../../preamble';
import { statedFacts } from '../../stated-facts';
import { foldText } from '../../text';
import { displayText } from '../../values/text-cell';
import { spansWithin, textsAbove, textsIn, unknownCellsIn } from '../annex-parts';
import { layoutOf } from '../layout-of';
import { readAnswers, readTotalsAbove } from './answers';
import { asidesIn } from './asides';
import { identityOf, isHeadingRow, isTableHeader, type IdentityField } from './find-form';
import { FormDraft } from './form-draft';
import { moneyDecimals, moneyUnitIn, rateHabit, writtenUnit } from './form-figures';
import type { FormSheet } from './form-sheet';
import type { GuessedHeaders } from './guessed-headers';
import { splitAnswer } from './form-terms';
import { fundHeaderAt, readFunds } from './fund-block';
import { goalHeaderAt, readGoals } from './goal-block';
import { readIndicators, readRate, readSums } from './indicator-block';
import { indicatorHeaderAt, type IndicatorHeader } from './indicator-header';
import { isNewPage } from './page-break';
import { readTasks, taskHeaderAt } from './task-block';

/**
 * Reads a form of a worksheet: one project, or one department, that fills many rows (the form of
 * 财预〔2020〕10号 and its variants).
 *
 * @param fromRow 0-based first row that may belong to it: its title stands there or below
 * @param start 0-based first row with a label of it, as `findForm` finds it, or wherever it is to be read from
 * @param above what stands over this form and others beside it
 * @param vocabulary what reviewers have said of cells with labels like these
 * @param guessed tells what labels of unknown wording ask for; absent: nobody does
 * @returns the annex and the row to look for further ones from
 */
export function recogniseForm(
  form: FormSheet,
  fromRow: number,
  start: number,
  labels: LabelReader,
  id: AnnexId,
  above: Preamble | null = null,
  vocabulary?: Vocabulary,
  guessed: GuessedHeaders | null = null,
): { annex: Annex; nextRow: number } {
  const { sheet } = form;
  const own = readPreamble(sheet, fromRow, start);
  const preamble: Preamble = {
    ...own,
    title: own.title ?? above?.title ?? null,
    year: own.year ?? above?.year ?? null,
    moneyUnit: own.moneyUnit ?? above?.moneyUnit ?? null,
  };
  const body = readBody(form, { first: preamble.firstRow, start }, preamble.title, labels, guessed);
  const cells = correctedForm(cellsOf(body), vocabulary);
  const annex = annexOf(sheet, form, start, preamble, body, cells, id);
  return { annex, nextRow: body.nextRow };
}

interface Body {
  readonly draft: FormDraft;
  /** Labelled cells beside which something stands, and of which no field is known. */
  readonly asides: readonly Place[];
  readonly entries: HeadEntry[];
  /** 0-based rows in which nothing was read: notes and signatures. */
  readonly noteRows: number[];
  /** First and last row that tells of an indicator; `null` where none does. */
  readonly indicatorRows: readonly [number, number] | null;
  readonly lastRow: number;
  readonly nextRow: number;
  readonly lastColumn: number;
  /** Labels that may state the unit of money. */
  readonly moneyTexts: readonly string[];
}

/** @param rows 0-based: the first one that may tell of the form, and the one in which its labels begin */
function readBody(
  form: FormSheet,
  { first, start }: { readonly first: number; readonly start: number },
  title: string | null,
  labels: LabelReader,
  guessed: GuessedHeaders | null,
): Body {
  const { sheet } = form;
  const draft = new FormDraft();
  const entries: HeadEntry[] = [];
  const asides: Place[] = [];
  const noteRows: number[] = [];
  const moneyTexts: string[] = [];
  const lastColumn = sheet.firstColumn + sheet.columnCount - 1;
  const named = new Set<IdentityField>();
  let indicatorRows: Body['indicatorRows'] = null;
  let header: IndicatorHeader | null = null;
  let blocks = 0;
  const beginsNext = (row: number): boolean => {
    if (row === start) return false;
    if (blocks > 0 && isHeadingRow(form, row)) return draft.has('totalScore') || !isNewPage(form, row, title);
    const identity = identityOf(form, row);
    if (blocks > 0 && identity !== null && isRepeated(identity, named, header !== null)) return true;
    return blocks > 0 && isTableHeader(form, row);
  };
  for (let row = first; row < start; row++) entries.push(...readTotalsAbove(form, row, lastColumn, draft));
  let row = start;
  while (row <= form.lastRow) {
    if (beginsNext(row)) break;
    if (form.isBlank(row)) {
      row++;
      continue;
    }
    const indicatorHeader = indicatorHeaderAt(form, row) ?? guessed?.indicatorsAt(row);
    if (indicatorHeader) {
      const read = readIndicators(form, indicatorHeader, labels, draft, beginsNext);
      if (read.rows) indicatorRows = [indicatorRows?.[0] ?? read.rows[0], read.rows[1]];
      row = Math.max(read.nextRow, row + 1);
      blocks++;
      header = indicatorHeader;
      continue;
    }
    const taskHeader = taskHeaderAt(form, row);
    if (taskHeader) {
      const next = readTasks(form, taskHeader, draft);
      for (let r = row; r < next; r++) moneyTexts.push(...form.begun(r).map(({ text }) => text));
      row = Math.max(next, row + 1);
      blocks++;
      continue;
    }
    const fundHeader = fundHeaderAt(form, row) ?? guessed?.fundsAt(row);
    if (fundHeader) {
      const next = readFunds(form, fundHeader, draft);
      for (let r = row; r < next; r++) moneyTexts.push(...form.begun(r).map(({ text }) => text));
      row = Math.max(next, row + 1);
      blocks++;
      continue;
    }
    const goalHeader = goalHeaderAt(form, row);
    if (goalHeader) {
      row = Math.max(readGoals(form, goalHeader, draft), row + 1);
      continue;
    }
    if (header && (readSums(form, header, row, draft) || readRate(form, header, row, draft))) {
      row++;
      continue;
    }
    const before = draft.count;
    const identity = identityOf(form, row);
    if (identity) named.add(identity);
    const answers = readAnswers(form, row, lastColumn, draft);
    entries.push(...answers);
    asides.push(...asidesIn(form, row, draft.places));
    // What no field is known of may be asked for beside what is: 填表人： | 联系电话：.
    if (draft.count > before)
      entries.push(
        ...readEntries(sheet, row, row).filter(
          ({ column, answer }) => answer === '' && !answers.some((known) => known.column === column),
        ),
      );
    if (draft.count === before) noteRows.push(row);
    // Below the blocks a note may speak of any money.
    if (draft.count > before || blocks === 0) moneyTexts.push(...form.begun(row).map(({ text }) => text));
    row++;
  }
  let lastRow = row - 1;
  while (lastRow > start && form.isBlank(lastRow)) lastRow--;
  draft.settleLate();
  if (guessed) guessed.answers(asides, draft);
  draft.settleBudgets();
  if (guessed) draft.doubt((label) => guessed.isGuessed(label));
  return { draft, asides, entries, noteRows, indicatorRows, lastRow, nextRow: row, lastColumn, moneyTexts };
}

function cellsOf({ draft: { places, cells, further, indicators }, asides }: Body): FormCells {
  return { places, cells, further, indicators, asides: asides.filter((aside) => !isRead(aside, places)) };
}

/** Whether a cell, or its label, is told of by a place: what is noted last may be what was passed over before. */
function isRead({ line, column, labels: [label] }: Place, places: readonly Place[]): boolean {
  return places.some(
    (place) =>
      (place.line === line && place.column === column) ||
      place.labels.some((one) => one.row === label!.row && one.column === label!.column),
  );
}

/** Whether a name begins a further form: that of a project once there was one, any other one below the indicators. */
function isRepeated(
  identity: IdentityField,
  named: ReadonlySet<IdentityField>,
  indicators: boolean,
): boolean {
  if (identity === 'projectName') return named.has('projectName') || indicators;
  return indicators && named.has(identity) && !named.has('projectName');
}

function annexOf(
  sheet: SheetSnapshot,
  form: FormSheet,
  start: number,
  preamble: Preamble,
  body: Body,
  { places, asides, cells, further, indicators }: FormCells,
  id: AnnexId,
): Annex {
  const { lastRow } = body;
  const text = (field: FieldId): string | null => {
    const ref = cells[field];
    return ref ? answerText(sheet, ref, places[ref.place]!) : null;
  };
  const isDepartment = !cells.projectName && isOfDepartment(preamble.title, cells);
  const indicatorFields = indicators.flatMap(({ kind, cells: refs }) =>
    Object.keys(refs).map((role) => `indicator.${kind}.${role}` as FieldId),
  );
  const fields = [...new Set<FieldId>([...(Object.keys(cells) as FieldId[]), ...indicatorFields])];
  const evaluation: Layout = isDepartment ? 'department-form' : 'form';
  const range = {
    firstRow: preamble.firstRow,
    firstColumn: firstFilled(sheet, preamble.firstRow, lastRow),
    lastRow,
    lastColumn: lastFilled(form, preamble.firstRow, lastRow),
  };
  const rows = body.indicatorRows;
  const unit = text('unit') ?? (isDepartment ? (text('department') ?? preamble.department) : null);
  const name = isDepartment ? null : oneLine(text('projectName') ?? '');
  const nameRow = cells.projectName?.row ?? (isDepartment ? cells.unit?.row : undefined) ?? start;
  const project: ProjectFrame = {
    id: `${id}/0`,
    name,
    unit: unit || null,
    rows: { first: nameRow, last: Math.max(rows?.[1] ?? nameRow, nameRow) },
    cells,
    ...(further.length > 0 && { further }),
    indicatorRefs: indicators,
  };
  const notes = body.noteRows.flatMap((row) => textsIn(sheet, row));
  return {
    id,
    layout: layoutOf(fields, preamble.title, evaluation),
    sheet: { id: sheet.id, name: sheet.name },
    range,
    title: preamble.title,
    year: preamble.year,
    department: text('department') || preamble.department,
    entries: [
      ...readEntries(sheet, preamble.firstRow, start - 1),
      ...body.entries,
      ...body.noteRows.flatMap((row) => readEntries(sheet, row, row)),
    ],
    notes,
    moneyUnit: moneyUnitIn(body.moneyTexts) ?? preamble.moneyUnit ?? writtenUnit(sheet, cells),
    headerRows: null,
    dataRows: rows ?? [nameRow, nameRow],
    places,
    ...(asides.length > 0 && { asides }),
    indicators: [],
    indicatorRows: null,
    reviews: [],
    groups: [],
    rateHabit: rateHabit(sheet, places, cells),
    rateHabits: {},
    projects: [project],
    totals: [],
    fields,
    stated: statedFacts(places, [...textsAbove(sheet, preamble.firstRow, start), ...notes]),
    hiddenRows: spansWithin(sheet.hiddenRows, range.firstRow, range.lastRow),
    hiddenColumns: spansWithin(sheet.hiddenColumns, range.firstColumn, range.lastColumn),
    unknownCells: unknownCellsIn(sheet, range),
    merges: form.mergesIn(range.firstRow, range.lastRow),
    moneyDecimals: moneyDecimals(sheet, cells),
  };
}

/** A form without a project's name is a department's where its title or what it asks for says so. */
function isOfDepartment(title: string | null, cells: FormCells['cells']): boolean {
  if (/部门整体|整体支出|整体绩效|单位整体|部门绩效/.test(foldText(title ?? ''))) return true;
  return !!cells.unit && !cells.actual && /部门|单位/.test(title ?? '') && !/项目/.test(title ?? '');
}

/** What a cell answers, without the label that may stand in it. */
function answerText(sheet: SheetSnapshot, { row, column }: CellRef, { labels }: Place): string {
  const shown = displayText(valueAt(sheet, row, column), numberFormatAt(sheet, row, column));
  const own = labels[labels.length - 1];
  if (own?.row !== row || own.column !== column) return oneLine(shown);
  return oneLine(splitAnswer(shown)?.answer ?? '');
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, '').trim();
}

function firstFilled(sheet: SheetSnapshot, firstRow: number, lastRow: number): number {
  let first = Infinity;
  for (let row = firstRow; row <= lastRow; row++) {
    const at = (sheet.values[row - sheet.firstRow] ?? []).findIndex(
      (value) => value !== null && value !== '',
    );
    if (at >= 0) first = Math.min(first, sheet.firstColumn + at);
  }
  return Number.isFinite(first) ? first : sheet.firstColumn;
}

function lastFilled(form: FormSheet, firstRow: number, lastRow: number): number {
  let last = form.sheet.firstColumn;
  for (let row = firstRow; row <= lastRow; row++)
    for (const { lastColumn } of form.filled(row)) last = Math.max(last, lastColumn);
  return last;
}
