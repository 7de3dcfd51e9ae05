import type { Reviewer } from '../../src/app/reviewer';
import type { CellPosition, CellRange } from '../../src/engine/sheet/address';
import { OWN_SHEET_KEYS, type OwnSheetKey } from '../../src/engine/sheet/sheet-plan';
import { isOwnNote, markSeverity } from '../../src/host/protocol/mark-signature';
import { ownSheetName } from '../../src/host/protocol/own-sheets';
import { STATE_NAMESPACE } from '../../src/host/protocol/state-part';
import type { MemorySheet } from '../support/workbooks/memory-sheet';
import type { MemoryWorkbook } from '../support/memory-workbook';

/** A cell by the name of its sheet: "附件2!6,4" (0-based). */
export type Place = string;

export function placeOf(sheetName: string, row: number, column: number): Place {
  return `${sheetName}!${row},${column}`;
}

/** What stands in a workbook. */
export interface Seen {
  /** Cells of the user's worksheets: content and number format. */
  readonly cells: ReadonlyMap<Place, string>;
  /** All else on the user's worksheets, by their names. */
  readonly things: ReadonlyMap<string, string>;
  /** Cells that bear a mark or a note of ours. */
  readonly marked: ReadonlySet<Place>;
  readonly notes: ReadonlySet<Place>;
  /** Cells of each worksheet that bears a hidden name of ours. */
  readonly rollups: readonly {
    readonly key: OwnSheetKey;
    readonly sheet: string;
    readonly rows: readonly string[];
  }[];
  /** Parts of the records. */
  readonly parts: number;
}

/** Looks at everything, past Excel. */
export function look(model: MemoryWorkbook): Seen {
  const own = rollupsOf(model);
  const users = model.sheets.filter((sheet) => !own.some((one) => one.sheet === sheet));
  const cells = new Map<Place, string>();
  const [marked, notes] = [new Set<Place>(), new Set<Place>()];
  for (const sheet of users) {
    for (const [at, { value, formula, numberFormat, note }] of sheet.data.cells) {
      const place = `${sheet.name}!${at.replace(' ', ',')}`;
      if (value !== null || formula !== null || numberFormat !== 'General')
        cells.set(place, JSON.stringify([formula ?? value, numberFormat]));
      if (note !== null && isOwnNote(note)) notes.add(place);
    }
    for (const { formula, ranges } of sheet.conditionalFormats)
      if (markSeverity(formula) !== null)
        for (const { row, column } of ranges.flatMap(cellsOf)) marked.add(placeOf(sheet.name, row, column));
  }
  return {
    cells,
    things: new Map(users.map((sheet) => [sheet.name, thingsOn(sheet)])),
    marked,
    notes,
    rollups: own.map(({ key, sheet }) => ({ key, sheet: sheet.name, rows: rowsOf(sheet) })),
    parts: [...model.customXml.values()].filter((xml) => xml.includes(STATE_NAMESPACE)).length,
  };
}

/** The worksheets that bear a hidden name of ours. */
export function rollupsOf(model: MemoryWorkbook): { key: OwnSheetKey; sheet: MemorySheet }[] {
  return OWN_SHEET_KEYS.flatMap((key) =>
    model.names
      .filter(({ name }) => name === ownSheetName(key))
      .flatMap(({ scope }) => model.sheets.filter(({ id }) => id === scope))
      .map((sheet) => ({ key, sheet })),
  );
}

/** The contents of a worksheet, one text a row. */
function rowsOf(sheet: MemorySheet): string[] {
  const used = sheet.usedRange();
  if (!used) return [];
  const values = sheet.values(used);
  return sheet
    .formulas(used)
    .map((row, i) => JSON.stringify(row.map((formula, j) => formula ?? values[i]![j])));
}

function thingsOn(sheet: MemorySheet): string {
  const { merges, columnWidths, rowHeights, hidden, frozen, conditionalFormats, choices, charts, page } =
    sheet.data;
  const formats = [...sheet.data.cells].flatMap(([at, { format, note, link }]) => {
    const theirs = note !== null && !isOwnNote(note) ? note : null;
    const look = Object.entries(format).filter(([, value]) => value !== undefined && value !== null);
    return theirs !== null || link || look.length > 0 ? [[at, theirs, link, look]] : [];
  });
  const foreign = conditionalFormats.filter(({ formula }) => markSeverity(formula) === null);
  return JSON.stringify([
    [sheet.protected, sheet.visible, merges, [...columnWidths], [...rowHeights], [...hidden], frozen],
    [foreign.map(({ ranges, formula, fill }) => [ranges, formula, fill]), choices, charts, [...page]],
    formats.map((one) => JSON.stringify(one)).sort(),
  ]);
}

/** The records of a desk, as a pane that is opened now shows them. */
export interface Records {
  readonly log: Awaited<ReturnType<Reviewer['changeLog']>>;
  /** Ids of the findings that are set aside. */
  readonly aside: readonly string[];
}

export async function recordsOf(reviewer: Reviewer): Promise<Records> {
  return {
    log: await reviewer.changeLog(),
    aside: (await reviewer.dismissals()).map(({ finding }) => finding),
  };
}

function cellsOf({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): CellPosition[] {
  const cells: CellPosition[] = [];
  for (let row = firstRow; row <= lastRow; row++)
    for (let column = firstColumn; column <= lastColumn; column++) cells.push({ row, column });
  return cells;
}

/** Follows rows of worksheets while people move them, by the cells that stand in them. */
export class RowAnchors {
  private readonly anchors = new Map<string, Map<number, object>>();

  constructor(private readonly model: MemoryWorkbook) {
    for (const sheet of model.sheets) {
      const rows = new Map<number, object>();
      for (const [at, cell] of sheet.data.cells) rows.set(Number(at.split(' ')[0]), cell);
      this.anchors.set(sheet.id, rows);
    }
  }

  /** Where a row is now; `null` where it, or its sheet, is gone. */
  rowNow(sheetId: string, row: number): number | null {
    const anchor = this.anchors.get(sheetId)?.get(row);
    const sheet = this.model.sheets.find(({ id }) => id === sheetId);
    for (const [at, cell] of sheet?.data.cells ?? []) if (cell === anchor) return Number(at.split(' ')[0]);
    return null;
  }
}
