import { partOfSheet } from '../sheet/part-of-sheet';
import type { SheetSnapshot, Span } from '../sheet/snapshot';
import type { Annex, AnnexId } from './annex';
import { acceptedForm } from './guess/guess-form';
import { headerAt, type HeaderBlock } from './header/find-header';
import { LabelReader } from './header/label-features';
import { isBlankValue, type CellValue } from '../sheet/cell-value';
import { beginsForm, findForm, isHeadingRow } from './layouts/form/find-form';
import { FormSheet } from './layouts/form/form-sheet';
import { levelRank } from './layouts/form/form-terms';
import { recogniseForm } from './layouts/form/read-form';
import { columnsBelow, nextWideHeader, recogniseWide } from './layouts/wide';
import type { Place } from './place';
import { readPreamble, type Preamble } from './preamble';
import type { RecogniseOptions } from './recognise-options';
import { bandsAt } from './side-by-side';

/** Headers are much alike from workbook to workbook. */
const labels = new LabelReader();

/**
 * Recognises the annexes of one worksheet, in the order of their first rows. An empty worksheet, or one that
 * holds no annex, gives an empty list. Never throws on any content.
 */
export function recognise(sheet: SheetSnapshot, options: RecogniseOptions = {}): Annex[] {
  const annexes = recogniseIn(sheet, options, null);
  if (!annexes.some(({ range }, i) => i > 0 && range.firstRow <= annexes[i - 1]!.range.lastRow))
    return annexes;
  // Those beside each other were read one after the other, each with all that stands below it.
  annexes.sort(({ range: a }, { range: b }) => a.firstRow - b.firstRow || a.firstColumn - b.firstColumn);
  return annexes.map((annex, i) => renamed(annex, `${sheet.id}!${i}`));
}

function renamed(annex: Annex, id: AnnexId): Annex {
  const projects = annex.projects.map((project) => ({
    ...project,
    id: `${id}${project.id.slice(annex.id.length)}`,
  }));
  return { ...annex, id, projects };
}

/**
 * Recognises the annexes of a worksheet, or of a part of one that stands beside another.
 *
 * @param above what stands over several annexes beside each other, this one among them
 */
function recogniseIn(sheet: SheetSnapshot, options: RecogniseOptions, above: Preamble | null): Annex[] {
  const annexes: Annex[] = [];
  const end = sheet.firstRow + sheet.rowCount;
  const form = new FormSheet(sheet, labels);
  const forms = new NextForm(form, options);
  for (let row = sheet.firstRow; row < end;) {
    const id = `${sheet.id}!${annexes.length}`;
    const start = forms.startFrom(row);
    const found =
      start === null
        ? forms.headerBelow && wideOrForm(form, row, forms.headerBelow.lastRow + 1, id, options)
        : recogniseForm(
            form,
            row,
            start,
            labels,
            id,
            annexes.length === 0 ? above : null,
            options.vocabulary,
          );
    const top = found ? found.annex.range.firstRow : firstFilled(form, row);
    const bands = top === null ? null : bandsAt(form, labels, top);
    if (bands) {
      const over = readPreamble(sheet, row, bands.firstRow);
      for (const columns of sides(sheet, bands.column)) {
        const part = partOfSheet(sheet, { first: bands.firstRow, last: bands.lastRow }, columns);
        annexes.push(...recogniseIn(part, options, over.title === null ? above : over));
      }
      row = bands.lastRow + 1;
      continue;
    }
    const next = found || acceptedForm(form, row, labels, id, options.vocabulary);
    if (!next) break;
    annexes.push(next.annex);
    row = Math.max(next.nextRow, row + 1);
  }
  return annexes;
}

/**
 * Looks for forms one after the other. One that begins before the header of the next wide table ends is a form, whatever it
 * looks like. Rows are looked at once, for either: above a form a header is looked for no further than to the form, and
 * below a header no form.
 */
class NextForm {
  /** The header of the next wide table; `undefined` where it was not yet come upon, `null` where there is none. */
  private header: HeaderBlock | null | undefined;

  constructor(
    private readonly form: FormSheet,
    private readonly options: RecogniseOptions,
  ) {}

  /** The header of a wide table below the row of which was asked last, where there is one and no form before it. */
  get headerBelow(): HeaderBlock | null {
    return this.header ?? null;
  }

  /** The 0-based first row of a form at or below a row; `null` where there is none, or a wide table comes first. */
  startFrom(row: number): number | null {
    const { form, options } = this;
    if (this.header && this.header.firstRow < row) this.header = undefined;
    // A reviewer may have pointed at a header anywhere.
    if (this.header === undefined && (options.header || options.vocabulary))
      this.header = nextWideHeader(form.sheet, labels, row, options);
    if (this.header !== undefined) return findForm(form, row, this.header?.lastRow ?? form.lastRow);
    for (let next = row; next <= form.lastRow; next++) {
      if (beginsForm(form, next)) return next;
      this.header = headerAt(form.sheet, labels, next, row) ?? undefined;
      if (this.header) return findForm(form, next + 1, this.header.lastRow);
    }
    this.header = null;
    return null;
  }
}

function sides({ firstColumn, columnCount }: SheetSnapshot, column: number): Span[] {
  return [
    { first: firstColumn, last: column - 1 },
    { first: column, last: firstColumn + columnCount - 1 },
  ];
}

/** The first row from one on in which anything stands; `null` where nothing does. */
function firstFilled(form: FormSheet, from: number): number | null {
  for (let row = from; row <= form.lastRow; row++) if (!form.isBlank(row)) return row;
  return null;
}

/**
 * The next wide table, or a form before it where what seemed to be its header was none.
 *
 * @param below 0-based row above which no form begins
 */
function wideOrForm(
  form: FormSheet,
  row: number,
  below: number,
  id: string,
  options: RecogniseOptions,
): { readonly annex: Annex; readonly nextRow: number } | null {
  const wide = recogniseWide(form.sheet, row, labels, id, options, (below) => mayEndTable(form, below));
  const before = wide?.annex.headerRows?.[1] ?? form.lastRow;
  const start = findForm(form, below, before);
  return start === null ? wide : recogniseForm(form, row, start, labels, id, null, options.vocabulary);
}

/** Whether a form begins in a row below a table: at a label, never at what a row of the table begins with. */
function mayEndTable(form: FormSheet, row: number): boolean {
  const values = form.sheet.values[row - form.sheet.firstRow] ?? [];
  const first = values.find((value) => !isBlankValue(value));
  // Asked of every row of every table: most begin with a number, or hold more than a title.
  if (typeof first !== 'string') return false;
  if (!isFuller(values, MOST_IN_HEADING) && isHeadingRow(form, row))
    return headsForm(form, row) || beginsBeside(form, row);
  if (first.length > LONGEST_LABEL) return false;
  const field = labels.features(first)?.field;
  if (!field && levelRank(first) === null) return false;
  return beginsForm(form, row) || (field === 'projectName' && beginsBeside(form, row));
}

/** Whether forms begin beside each other in a row below blank ones: read over the whole width it is none of them. */
function beginsBeside(form: FormSheet, row: number): boolean {
  return row > form.sheet.firstRow && form.isBlank(row - 1) && bandsAt(form, labels, row) !== null;
}

/** So many cells a row with the title of a form holds at most. */
const MOST_IN_HEADING = 3;

function isFuller(values: readonly CellValue[], most: number): boolean {
  let filled = 0;
  for (const value of values) if (!isBlankValue(value) && ++filled > most) return true;
  return false;
}

/** Lines between the mark of a form and its first label, at most: title, year, unit of money, date. */
const MOST_LINES = 5;

/** Whether what stands in a row is the mark or title of a form that begins right below it. */
function headsForm(form: FormSheet, heading: number): boolean {
  for (let row = heading + 1; row <= Math.min(heading + MOST_LINES, form.lastRow); row++) {
    if (form.isBlank(row)) return false;
    if (beginsForm(form, row)) return true;
    if (form.begun(row).length > 3) return false;
  }
  return false;
}

/** Longer texts are no labels. Characters. */
const LONGEST_LABEL = 40;

/**
 * What the columns of an annex are as the worksheet is now: its figures may say something else of them than before.
 * `null` where its header is not found any more.
 */
export function columnsNow(
  sheet: SheetSnapshot,
  { range }: Pick<Annex, 'range'>,
  options: RecogniseOptions = {},
): readonly Place[] | null {
  const form = new FormSheet(sheet, labels);
  return columnsBelow(sheet, range.firstRow, labels, options, (below) => mayEndTable(form, below));
}
