import type { SaveObstacle } from './cannot-save';
import { aspectsOf } from './sheet-aspects';
import { fromStyle, toStyle } from './cell-style';
import { lookOf } from './workbook-data';
import type { CellFormat, OpenedSheet, SheetAspects, OpenedWorksheetModel } from './workbook-model';

/** Aspects that are saved as they were opened, or not at all. */
const UNFOLLOWED = ['merges', 'links', 'choices', 'charts', 'page', 'layout'] as const;

export interface UnfollowedOptions {
  /** Whether rows or columns were put in, taken out or moved. */
  readonly isRestructured: boolean;
  /** What the worksheet was like when it was opened. */
  readonly asOpened: SheetAspects;
}

/**
 * The first change of a worksheet of the file that edits of its cells, notes and conditional formats do not tell; `null`
 * where there is none.
 */
export function unfollowedChange(
  opened: OpenedSheet,
  sheet: OpenedWorksheetModel,
  { isRestructured, asOpened }: UnfollowedOptions,
): SaveObstacle | null {
  // Sheets without cells are opened as empty worksheets.
  if (!hasCells(opened)) return sheet.usedRange() === null ? null : 'sheets';
  if (isRestructured) return 'rows-or-columns';
  const now = aspectsOf(sheet);
  const changed = UNFOLLOWED.find((aspect) => now[aspect] !== asOpened[aspect]);
  if (changed) return changed;
  return sameLooks(opened, sheet) ? null : 'formats';
}

/** Whether a sheet of a file is one of cells. */
export function hasCells({ kind }: Pick<OpenedSheet, 'kind'>): boolean {
  return kind === 'worksheet' || kind === 'macro';
}

function sameLooks(opened: OpenedSheet, sheet: OpenedWorksheetModel): boolean {
  const { firstRow, firstColumn } = opened.snapshot;
  // Cells share their formats.
  const shown = new Map<CellFormat | null, Required<CellFormat>>();
  const shownAs = (format: CellFormat | null): Required<CellFormat> => {
    let look = shown.get(format);
    if (!look)
      shown.set(format, (look = fromStyle(toStyle(format ?? {}) as Parameters<typeof fromStyle>[0])));
    return look;
  };
  const plain = shownAs(null);
  let isSame = true;
  sheet.forEachCell(({ row, column, format }) => {
    isSame &&= sameLook(shownAs(lookOf(opened, row - firstRow, column - firstColumn)), format);
  });
  // Those that have been emptied of all.
  opened.formats?.forEach((line, r) =>
    line.forEach((format, c) => {
      if (!isSame || format === null) return;
      const isThere = sheet.hasCell({ row: firstRow + r, column: firstColumn + c });
      if (!isThere && !sameLook(shownAs(format), plain)) isSame = false;
    }),
  );
  return isSame;
}

function sameLook(a: Required<CellFormat>, b: Required<CellFormat>): boolean {
  if (a === b) return true;
  for (const key in a) if (a[key as keyof CellFormat] !== b[key as keyof CellFormat]) return false;
  return true;
}
