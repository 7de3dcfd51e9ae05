import type { Annex, AnnexView } from '../../engine/annex/annex';
import type { Place } from '../../engine/annex/place';
import { AnnexReading } from '../../engine/annex/reading';
import { columnsNow, recognise } from '../../engine/annex/recognise';
import type { RecogniseOptions } from '../../engine/annex/recognise-options';
import { headingSums } from '../../engine/annex/layouts/heading-sums';
import { readRateHabits } from '../../engine/annex/layouts/rate-habit';
import type { StatementCache } from '../../engine/quantity';
import { sameValue } from '../../engine/review/same-value';
import type { SheetSnapshot, Span } from '../../engine/sheet/snapshot';

/** Annexes after some of their projects were edited. */
export interface PatchedAnnexes {
  readonly annexes: readonly AnnexView[];
  /** Which projects were edited, by their indexes, annex by annex. */
  readonly touched: readonly ReadonlySet<number>[];
}

/**
 * The annexes of a worksheet after some of its rows were edited, those rows alone read anew. Recognition looks at the
 * edited rows below the header as they were and as they are: only where it makes the same of both, apart from what the
 * cells of projects hold, is the rest as it was.
 *
 * @param rows 0-based sheet rows that may hold something else; the snapshots have the same used range
 * @returns `null` where the worksheet has to be recognised anew: lines around projects were edited, or what tells projects
 *   apart, or how the rates are written
 */
export function patchedAnnexes(
  annexes: readonly AnnexView[],
  before: SheetSnapshot,
  after: SheetSnapshot,
  rows: readonly Span[],
  statements: StatementCache,
  how: RecogniseOptions = {},
): PatchedAnnexes | null {
  const touched = annexes.map(() => new Set<number>());
  for (const { first, last } of rows)
    for (let row = Math.max(first, after.firstRow); row <= Math.min(last, lastRowOf(after)); row++) {
      const isIn = ({ range }: AnnexView): boolean => row >= range.firstRow && row <= range.lastRow;
      const at = annexes.findIndex(isIn);
      // Annexes beside each other share their rows.
      if (annexes.some((annex, i) => i > at && isIn(annex))) return null;
      const index = at < 0 ? -1 : projectAt(annexes[at]!, row);
      if (index < 0) return null;
      touched[at]!.add(index);
    }
  const patched: AnnexView[] = [];
  for (const [i, annex] of annexes.entries()) {
    const own = touched[i]!;
    if (own.size === 0) {
      patched.push(annex);
      continue;
    }
    const places = columnsNow(after, annex, how);
    if (!places || !sameColumns(places, annex.places) || !staysAsItIs(annex, before, after, own, how))
      return null;
    // Whether a row heads others is told by what these add up to.
    if (!sameRows(headingsIn(before, annex), headingsIn(after, annex))) return null;
    const reading = new AnnexReading(annex, after, statements);
    const projects = [...annex.projects];
    for (const index of own) projects[index] = reading.project(index);
    patched.push({ ...annex, places, projects });
  }
  return { annexes: patched, touched };
}

function headingsIn(sheet: SheetSnapshot, { headerRows, places }: AnnexView): ReadonlySet<number> {
  return headerRows ? headingSums(sheet, headerRows[1] + 1, places) : new Set();
}

function sameRows(some: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
  return some.size === others.size && [...some].every((row) => others.has(row));
}

function lastRowOf({ firstRow, rowCount }: SheetSnapshot): number {
  return firstRow + rowCount - 1;
}

/** The project that a row belongs to, by its index; -1 for none. Projects stand in the order of the sheet. */
function projectAt({ projects }: AnnexView, row: number): number {
  let [from, to] = [0, projects.length - 1];
  while (from <= to) {
    const middle = (from + to) >> 1;
    const { first, last } = projects[middle]!.rows;
    if (row < first) to = middle - 1;
    else if (row > last) from = middle + 1;
    else return middle;
  }
  return -1;
}

/** Whether recognition makes the same of the annex, apart from what the cells of these projects hold. */
function staysAsItIs(
  annex: AnnexView,
  before: SheetSnapshot,
  after: SheetSnapshot,
  touched: ReadonlySet<number>,
  how: RecogniseOptions,
): boolean {
  const { headerRows } = annex;
  // A form has no rows alike below a header.
  if (!headerRows) return false;
  const body = [...touched].sort((a, b) => a - b).map((index) => annex.projects[index]!.rows);
  // What the columns are was asked of all rows; so few would not tell.
  const known = { ...how, columns: annex.places };
  const was = recognise(extract(before, annex, headerRows[1], body), known);
  const is = recognise(extract(after, annex, headerRows[1], body), known);
  const [seen] = was;
  if (was.length !== 1 || seen!.projects.length !== body.length) return false;
  return (
    sameValue(apart(was), apart(is)) && decimalsStay(annex, seen!, is[0]!) && habitStays(annex, before, after)
  );
}

/** The lines of an annex down to its header, and some rows of its body below them, as a worksheet of their own. */
function extract(
  sheet: SheetSnapshot,
  { range }: Annex,
  lastHeaderRow: number,
  body: readonly Span[],
): SheetSnapshot {
  const spans = [{ first: range.firstRow, last: lastHeaderRow }, ...body];
  const rowsOf = <Row>(matrix: readonly Row[]): Row[] =>
    spans.flatMap(({ first, last }) => matrix.slice(first - sheet.firstRow, last - sheet.firstRow + 1));
  const values = rowsOf(sheet.values);
  return {
    ...sheet,
    ...{ firstRow: 0, rowCount: values.length, values },
    formulas: rowsOf(sheet.formulas),
    numberFormats: rowsOf(sheet.numberFormats),
    ...{ merges: null, hiddenRows: [], hiddenColumns: [] },
  };
}

/** What recognition tells but for the decimals of money and the habit of rates, which all rows tell together. */
function apart(annexes: readonly Annex[]): unknown {
  return annexes.map(({ moneyDecimals: _, rateHabit: __, rateHabits: ___, ...rest }) => rest);
}

/** Whether the most decimals that money has are certainly the same. */
function decimalsStay({ moneyDecimals }: Annex, was: Annex, is: Annex): boolean {
  if (was.moneyDecimals === is.moneyDecimals) return true;
  return Math.max(was.moneyDecimals, is.moneyDecimals) < moneyDecimals;
}

function habitStays(annex: Annex, before: SheetSnapshot, after: SheetSnapshot): boolean {
  const { headerRows, rateHabit, rateHabits } = annex;
  if (!headerRows) return true;
  const [, lastHeaderRow] = headerRows;
  const isHabit = (sheet: SheetSnapshot, below: number): boolean =>
    sameValue(readRateHabits(sheet, annex, lastHeaderRow + below), { rateHabit, rateHabits });
  // A row of column numbers may stand between header and body.
  const begins = [1, 2].filter((below) => isHabit(before, below));
  return begins.length > 0 && begins.every((below) => isHabit(after, below));
}

/** Whether columns are read alike, whatever says so. */
function sameColumns(a: readonly Place[], b: readonly Place[]): boolean {
  const decisions = (places: readonly Place[]) =>
    places.map(({ evidence: _, labels: __, ...place }) => place);
  return sameValue(decisions(a), decisions(b));
}
