import { isBlankValue } from '../../sheet/cell-value';
import type { SheetSnapshot } from '../../sheet/snapshot';
import type { Annex, AnnexId, ProjectFrame, TotalRow } from '../annex';
import { sampleBody } from '../columns/body-sample';
import { type FieldId, type IndicatorKind, type IndicatorRole } from '../field-id';
import { findHeader, type HeaderBlock } from '../header/find-header';
import { groupTemplates, reviewTemplates } from '../header/column-groups';
import { indicatorTemplates } from '../header/indicator-templates';
import { buildHeaderTree, type HeaderTree } from '../header/header-tree';
import type { LabelReader } from '../header/label-features';
import { findPointedHeader } from '../header/pointed-header';
import { mapColumns } from '../header/map-columns';
import { readEntries } from '../entries';
import { isSettled, type Place } from '../place';
import { readPreamble } from '../preamble';
import { statedFacts, type PrintedPoints } from '../stated-facts';
import { readLabel } from '../text';
import { NOT_A_LABEL } from '../vocabulary/header-terms';
import type { Vocabulary } from '../corrections/vocabulary';
import { correctedColumns } from '../corrections/correct-columns';
import type { RecogniseOptions } from '../recognise-options';
import { spansWithin, textsAbove, textsIn, unknownCellsIn } from './annex-parts';
import { unsettleExchanged } from './exchanged-labels';
import { headerMoneyUnit, moneyUnitBeside, unsettleOtherUnits } from './header-units';
import { FrameReader } from './frame-reader';
import { layoutOf } from './layout-of';
import { indicatorRowTemplate, settleIndicatorRows } from './indicator-rows';
import { readRateHabits } from './rate-habit';
import { classifyRow, rowGuide, sumLabel, type RowGuide } from './wide-rows';

/** Fields that never have columns below them: a blank beside their label is not theirs. */
const SINGLE_FIELDS: ReadonlySet<string> = new Set([
  'sequence',
  'unit',
  'department',
  'projectName',
  'projectCode',
  'projectType',
  'contact',
  'remarks',
  'grade',
]);

/**
 * Recognises the next wide annex (one project a row) of a worksheet.
 *
 * @param fromRow 0-based sheet row to look from
 * @param isElsewhere whether another annex begins in a row below the header
 * @returns the annex and the row to look for further ones from, or `null` where there is none
 */
export function recogniseWide(
  sheet: SheetSnapshot,
  fromRow: number,
  labels: LabelReader,
  id: AnnexId,
  options: RecogniseOptions = {},
  isElsewhere: (row: number) => boolean = () => false,
): { annex: Annex; nextRow: number } | null {
  for (let from = fromRow; ;) {
    const block = nextWideHeader(sheet, labels, from, options);
    if (!block) return null;
    const { annex, nextRow } = readTable(sheet, fromRow, block, labels, id, options, isElsewhere);
    const isOne = annex && (block.byShape ? showsSpending(annex) : saysAnything(annex, options));
    if (isOne) return { annex, nextRow };
    // A header without projects; headers repeated below it were read with it.
    from = annex ? block.bodyRow : Math.max(nextRow, block.bodyRow);
  }
}

/** Whether anything of a table is known, or guessed, beside what its rows are called; a reviewer may have said that it is one. */
function saysAnything({ places }: Annex, { header, vocabulary }: RecogniseOptions): boolean {
  if (header || vocabulary?.headers.some(({ rows }) => rows !== undefined)) return true;
  return places.some(({ field, guess, evidence }) => {
    if (isSettled({ evidence })) return true;
    const known = field ?? guess?.field;
    return known !== undefined && known !== 'projectName' && known !== 'sequence';
  });
}

/** Whether the figures of a table of unknown labels are those of a self-evaluation: spending of a budget, or points. */
function showsSpending({ places }: Annex): boolean {
  const has = (...fields: FieldId[]): boolean =>
    places.some(({ field, guess }) => fields.includes((field ?? guess?.field) as FieldId));
  return has('executionRate', 'totalScore') || (has('budget', 'initialBudget') && has('actual'));
}

/** The next header of a wide table at or below a 0-based row, as a reviewer has pointed at it or as it is found. */
export function nextWideHeader(
  sheet: SheetSnapshot,
  labels: LabelReader,
  from: number,
  options: RecogniseOptions,
): HeaderBlock | null {
  const pointed = findPointedHeader(sheet, labels, from, options, (block) => treeOf(sheet, labels, block));
  const found = findHeader(sheet, labels, from);
  return pointed && (!found || pointed.firstRow <= found.lastRow) ? pointed : found;
}

function treeOf(sheet: SheetSnapshot, labels: LabelReader, block: HeaderBlock): HeaderTree {
  return buildHeaderTree(
    sheet,
    { first: block.firstRow, last: block.lastRow },
    { first: block.firstColumn, last: block.lastColumn },
    (text) => !SINGLE_FIELDS.has(labels.features(text)?.field ?? ''),
  );
}

/** What the columns under a header are, by its labels and by the cells below them. */
function readColumns(
  sheet: SheetSnapshot,
  found: HeaderBlock,
  labels: LabelReader,
  vocabulary: Vocabulary | undefined,
  isElsewhere: (row: number) => boolean,
): readonly Place[] {
  const tree = treeOf(sheet, labels, found);
  const sample = sampleBody(
    sheet,
    labels,
    found,
    tree.leaves.filter(({ labelled }) => labelled).map(({ column }) => column),
    isElsewhere,
  );
  const said = mapColumns(tree, labels, { sheet, block: found, sample });
  const settled = settleIndicatorRows(sheet, labels, found, said);
  return correctedColumns(unsettleOtherUnits(unsettleExchanged(sheet, found, settled)), vocabulary);
}

/** The columns of the first header at or below a row, as `recogniseWide` reads them; `null` where there is none. */
export function columnsBelow(
  sheet: SheetSnapshot,
  fromRow: number,
  labels: LabelReader,
  options: RecogniseOptions,
  isElsewhere: (row: number) => boolean,
): readonly Place[] | null {
  const block = nextWideHeader(sheet, labels, fromRow, options);
  return block && readColumns(sheet, block, labels, options.vocabulary, isElsewhere);
}

function readTable(
  sheet: SheetSnapshot,
  fromRow: number,
  found: HeaderBlock,
  labels: LabelReader,
  id: AnnexId,
  { vocabulary, columns }: RecogniseOptions,
  isElsewhere: (row: number) => boolean,
): { annex: Annex | null; nextRow: number } {
  const places = columns ?? readColumns(sheet, found, labels, vocabulary, isElsewhere);
  // The names may be said to stand elsewhere.
  const nameColumn = places.find(({ field }) => field === 'projectName')?.line ?? found.nameColumn;
  const block: HeaderBlock = { ...found, nameColumn };
  const preamble = readPreamble(sheet, fromRow, block.firstRow);
  const guide = rowGuide(sheet, block, places, preamble.texts);
  const groups = groupTemplates(places);
  const table = {
    places,
    indicators: indicatorTemplates(places),
    indicatorRows: indicatorRowTemplate(places),
    reviews: reviewTemplates(places),
    groups,
    year: preamble.year,
    ...readRateHabits(sheet, { places, groups }, block.bodyRow),
  };
  const body = readBody(sheet, labels, guide, new FrameReader(sheet, labels, table, id), isElsewhere);
  if (body.projects.length === 0) return { annex: null, nextRow: body.nextRow };

  const named = places.flatMap(({ field }) => field ?? []);
  // Units that are reviewed as such name their rows.
  const fields = [...new Set<FieldId>([...named, 'projectName', ...fieldsInRows(table, body)])];
  const range = {
    firstRow: preamble.firstRow,
    firstColumn: Math.min(block.firstColumn, sheet.firstColumn),
    lastRow: body.lastRow,
    lastColumn: block.lastColumn,
  };
  const notes = [...body.noteRows, ...body.sectionsBelow]
    .sort((a, b) => a - b)
    .flatMap((row) => textsIn(sheet, row));
  const stated = statedFacts(places, [...textsAbove(sheet, preamble.firstRow, block.firstRow), ...notes]);
  const annex: Annex = {
    id,
    // What is only guessed shows as well what the table is for.
    layout: layoutOf(
      [...fields, ...places.flatMap(({ guess }) => guess?.field ?? [])],
      preamble.title,
      'wide',
    ),
    sheet: { id: sheet.id, name: sheet.name },
    range,
    title: preamble.title,
    department: preamble.department,
    entries: [
      ...readEntries(sheet, preamble.firstRow, block.firstRow - 1),
      ...body.noteRows.flatMap((row) => readEntries(sheet, row, row)),
    ],
    notes,
    moneyUnit:
      headerMoneyUnit(places) ??
      preamble.moneyUnit ??
      moneyUnitBeside(sheet, { first: block.firstRow, last: block.lastRow }, body.totals),
    headerRows: [block.firstRow, block.lastRow],
    dataRows: [body.projects[0]!.rows.first, body.projects[body.projects.length - 1]!.rows.last],
    ...table,
    projects: body.projects,
    totals: body.totals,
    fields,
    stated: {
      ...stated,
      costLevel: stated.costLevel ?? body.costLevel,
      printedPoints: [...stated.printedPoints, ...body.printedPoints],
    },
    hiddenRows: spansWithin(sheet.hiddenRows, preamble.firstRow, body.lastRow),
    hiddenColumns: spansWithin(sheet.hiddenColumns, block.firstColumn, block.lastColumn),
    unknownCells: unknownCellsIn(sheet, range),
    merges: (sheet.merges ?? []).filter(
      (merge) => merge.firstRow <= body.lastRow && merge.lastRow >= preamble.firstRow,
    ),
    moneyDecimals: body.moneyDecimals,
  };
  return { annex, nextRow: body.nextRow };
}

/** The fields of the indicators that are rows, each by the kind that its row tells. */
function fieldsInRows({ indicatorRows }: Pick<Annex, 'indicatorRows'>, { kinds }: Body): FieldId[] {
  const roles = Object.keys(indicatorRows?.places ?? {}) as IndicatorRole[];
  return kinds.flatMap((kind) => roles.map((role) => `indicator.${kind}.${role}` as const));
}

interface Body {
  readonly projects: readonly ProjectFrame[];
  readonly totals: TotalRow[];
  /** 0-based rows of notes and signatures below the first project. */
  readonly noteRows: number[];
  /** 0-based rows of headings that no project stands below: short notes. */
  readonly sectionsBelow: readonly number[];
  /** 0-based last row of the annex, notes included. */
  readonly lastRow: number;
  readonly nextRow: number;
  readonly moneyDecimals: number;
  /** The kinds of the indicators that are rows, each once. */
  readonly kinds: readonly IndicatorKind[];
  /** Cost as a first level of its own among the rows of indicators, as written; `null` where it is none. */
  readonly costLevel: string | null;
  /** The points that first levels among the rows of indicators print behind their names. */
  readonly printedPoints: readonly PrintedPoints[];
}

function readBody(
  sheet: SheetSnapshot,
  labels: LabelReader,
  guide: RowGuide,
  reader: FrameReader,
  isElsewhere: (row: number) => boolean,
): Body {
  const totals: TotalRow[] = [];
  const noteRows: number[] = [];
  let sectionsBelow: number[] = [];
  const end = sheet.firstRow + sheet.rowCount;
  let row = guide.block.bodyRow;
  let lastRow = row - 1;
  // Rows that may be the title of a further table: those below the last blank row, or below a text like a title.
  let tail: number | null = null;
  for (; row < end; row++) {
    const kind = isElsewhere(row) ? 'end' : classifyRow(sheet, labels, guide, row, reader.lastProject);
    if (kind === 'end') {
      row = tail ?? row;
      break;
    }
    if (kind === 'blank') {
      tail = row + 1;
      continue;
    }
    if (kind !== 'note' && kind !== 'section') tail = null;
    else if (tail === null && isTitleRow(sheet, row)) tail = row;
    lastRow = row;
    if (kind === 'project') {
      reader.project(row);
      sectionsBelow = [];
    } else if (kind === 'continuation') reader.extend(row);
    else if (kind === 'section') {
      reader.section(row);
      sectionsBelow.push(row);
    } else if (kind === 'note') noteRows.push(row);
    else if (kind === 'total' || kind === 'subtotal') {
      reader.heading(row);
      totals.push({
        row,
        level: kind,
        label: sumLabel(sheet, guide, row),
        ...reader.sums(row),
        projectsAbove: reader.projects.length,
      });
    }
  }
  reader.finish();
  reader.nameBatches(guide.belowNames);
  return {
    projects: reader.projects,
    totals,
    noteRows: noteRows.filter((note) => note < row),
    sectionsBelow: sectionsBelow.filter((section) => section < row),
    lastRow: Math.min(lastRow, row - 1),
    nextRow: row,
    moneyDecimals: reader.moneyDecimals,
    kinds: reader.kinds,
    costLevel: reader.costLevel,
    printedPoints: reader.printedPoints,
  };
}

function isTitleRow(sheet: SheetSnapshot, row: number): boolean {
  const texts = (sheet.values[row - sheet.firstRow] ?? []).filter((value) => !isBlankValue(value));
  return (
    texts.length <= 2 &&
    texts.some((value) => typeof value === 'string' && NOT_A_LABEL.test(readLabel(value).name))
  );
}
