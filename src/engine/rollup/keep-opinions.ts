import { isCellError, isUnknown } from '../sheet/cell-value';
import type { PlanCell, SheetPlan } from '../sheet/sheet-plan';
import { formulaAt, valueAt, type SheetSnapshot } from '../sheet/snapshot';
import { readOpinionKey, pageHash, type OpinionKey } from './opinion-key';
import {
  isWritten,
  linkTo,
  OPINION_WIDTH,
  planOfPages,
  type OpinionPage,
  type OpinionPageRow,
} from './review-opinions';
import type { RollupOptions } from './issue-list';
import { OPINION_COLUMNS, OPINION_TEXTS } from './opinion-texts';
import { ROLLUP_TEXTS } from './texts';
import { unitName } from './units';

/** A page of a 审核意见表 as it stands in the workbook; rows are 0-based sheet rows. */
export interface WrittenPage {
  readonly unit: string;
  readonly hash: string;
  readonly rows: readonly { readonly row: number; readonly key: OpinionKey | null }[];
}

export interface WrittenOpinions {
  readonly pages: readonly WrittenPage[];
  /** Sheet columns: those in view by ours, the others of a person's, and those of the keys. */
  readonly own: readonly number[];
  readonly beside: readonly number[];
  readonly keys: readonly number[];
  /** Rows that belong to no page: above the first, and below the last. */
  readonly loose: readonly number[];
}

/** Reads a 审核意见表 back; `null` where no page of ours is there. */
export function readOpinions(sheet: SheetSnapshot): WrittenOpinions | null {
  const columns = range(sheet.firstColumn, sheet.columnCount);
  const rows = range(sheet.firstRow, sheet.rowCount);
  const keyed = rows.map((row) => {
    const at = columns.find((column) => keyAt(sheet, row, column) !== null);
    return { row, at, key: at === undefined ? null : keyAt(sheet, row, at) };
  });
  const starts = keyed.flatMap(({ key }, i) => (key?.kind === 'page' ? [i] : []));
  const [first] = starts;
  if (first === undefined) return null;
  const headings = Object.values(OPINION_TEXTS).map((texts) =>
    OPINION_COLUMNS.map((name) => texts.columns[name]),
  );
  const isKey = (text: string): boolean =>
    Object.values(ROLLUP_TEXTS).some(({ issueColumns }) => issueColumns.key === text);
  const headingRow = rows.find((row) => columns.some((column) => isKey(textAt(sheet, row, column))));
  const heads = columns.map((column) =>
    headingRow === undefined ? '' : textAt(sheet, headingRow, column).trim(),
  );
  const own = OPINION_COLUMNS.map((_, c) => {
    const at = heads.findIndex((head) => headings.some((words) => words[c] === head));
    return at < 0 ? -1 : columns[at]!;
  });
  const keys = columns.filter(
    (column) => keyed.some(({ at }) => at === column) || isKey(heads[column - sheet.firstColumn]!),
  );
  const lastKeyed = keyed.reduce((last, { key }, i) => (key ? i : last), 0);
  const pages = starts.map((start, p): WrittenPage => {
    const end = starts[p + 1] ?? lastKeyed + 1;
    const { hash, unit } = keyed[start]!.key as Extract<OpinionKey, { kind: 'page' }>;
    return {
      hash,
      unit,
      rows: keyed.slice(start, end).map(({ row, key, at }) => ({
        row,
        key:
          key ??
          (at === undefined && row !== undefined && isHeadingRow(sheet, row, own, headings)
            ? { kind: 'heading' }
            : null),
      })),
    };
  });
  return {
    pages,
    own,
    beside: columns.filter((column) => !own.includes(column) && !keys.includes(column)),
    keys,
    loose: keyed.flatMap(({ row }, i) => (i < first || i > lastKeyed ? [row] : [])),
  };
}

/** The pages of a worksheet that a person has written on, and those that say what was drafted. */
export function isEdited(sheet: SheetSnapshot, page: WrittenPage, written: WrittenOpinions): boolean {
  if (page.rows.some(({ key }) => key === null)) return true;
  const columns = [...written.own, ...written.beside];
  const texts = page.rows
    .filter(({ key }) => isWritten({ key: key! }))
    .map(({ row }) => columns.map((column) => (column < 0 ? '' : textAt(sheet, row, column))));
  return pageHash(texts) !== page.hash;
}

/**
 * The plan of pages over a 审核意见表 that is there. A page that a person has changed in any way stays as it is written, but
 * for its figures; so do those of units of which there is nothing to say any more. A new draft of such a page is made once
 * its rows are deleted. What stands beside a page stays beside it, what stands below all of them below.
 */
export function keepOpinions(
  drafted: readonly OpinionPage[],
  sheet: SheetSnapshot,
  options: RollupOptions,
): SheetPlan {
  const written = readOpinions(sheet);
  if (!written) return planOfPages(drafted, options);
  const kept = new Map(
    written.pages.filter((page) => isEdited(sheet, page, written)).map((page) => [unitName(page.unit), page]),
  );
  const known = new Set(drafted.map(({ unit }) => unitName(unit)));
  const pages = drafted.map((page) => {
    const old = kept.get(unitName(page.unit));
    return old ? keptPage(old, page, sheet, written, options) : page;
  });
  const gone = [...kept.values()].filter(({ unit }) => !known.has(unitName(unit)));
  const plan = planOfPages(
    [...pages, ...gone.map((page) => keptPage(page, null, sheet, written, options))],
    options,
  );
  return withLoose(plan, sheet, written);
}

function keptPage(
  { unit, hash, rows }: WrittenPage,
  drafted: OpinionPage | null,
  sheet: SheetSnapshot,
  written: WrittenOpinions,
  options: RollupOptions,
): OpinionPage {
  const figures = drafted?.rows.find(({ key }) => key.kind === 'figures');
  return {
    unit,
    rows: rows.map(({ row, key }): OpinionPageRow => {
      const beside = written.beside.map((column) => cellAt(sheet, row, column));
      if (key?.kind === 'figures' && figures)
        return { ...figures, cells: [...pad(figures.cells), ...beside] };
      const cells = [...written.own.map((column) => cellAt(sheet, row, column)), ...beside];
      if (key?.kind === 'page') return { key: { kind: 'page', hash, unit }, cells };
      if (key?.kind === 'item') return { key, cells, link: linkTo(key, ROLLUP_TEXTS[options.locale]) };
      // What somebody put between our rows looks like them, and leads nowhere.
      return { key: key ?? { kind: 'item', address: '', sheetName: '' }, cells };
    }),
  };
}

function pad(cells: readonly PlanCell[]): PlanCell[] {
  return Array.from({ length: OPINION_WIDTH }, (_, c) => cells[c] ?? { value: null });
}

/** What stands above and below the pages, one blank row below them. */
function withLoose(plan: SheetPlan, sheet: SheetSnapshot, { loose }: WrittenOpinions): SheetPlan {
  const columns = range(sheet.firstColumn, sheet.columnCount);
  const filled = loose.filter((row) => columns.some((column) => cellAt(sheet, row, column).value !== null));
  if (filled.length === 0) return plan;
  const rows = filled.map((row) =>
    range(0, sheet.firstColumn + sheet.columnCount).map((column) =>
      columns.includes(column) ? cellAt(sheet, row, column) : null,
    ),
  );
  return { ...plan, rows: [...plan.rows, [], ...rows] };
}

/** What a cell holds; of a formula its value, for what it refers to may have moved. */
function cellAt(sheet: SheetSnapshot, row: number, column: number): PlanCell {
  if (column < 0) return { value: null };
  const value = valueAt(sheet, row, column);
  const formula = formulaAt(sheet, row, column);
  return formula !== null && isUnknown(value) ? { formula, value } : { value: value === '' ? null : value };
}

function isHeadingRow(
  sheet: SheetSnapshot,
  row: number,
  own: readonly number[],
  headings: readonly (readonly string[])[],
): boolean {
  return headings.some((words) =>
    words.every((word, c) => own[c]! >= 0 && textAt(sheet, row, own[c]!).trim() === word),
  );
}

function keyAt(sheet: SheetSnapshot, row: number, column: number): OpinionKey | null {
  return readOpinionKey(textAt(sheet, row, column));
}

function textAt(sheet: SheetSnapshot, row: number, column: number): string {
  const value = valueAt(sheet, row, column);
  if (value === null || isUnknown(value)) return '';
  return isCellError(value) ? value.error : String(value);
}

function range(first: number, count: number): number[] {
  return Array.from({ length: Math.max(0, count) }, (_, i) => first + i);
}
