import type { Reviewer } from '../../src/app/reviewer';
import type { CellRange } from '../../src/engine/sheet/address';
import { OWN_SHEET_KEYS } from '../../src/engine/sheet/sheet-plan';
import { isOwnNote, markSeverity } from '../../src/host/protocol/mark-signature';
import { ownSheetName } from '../../src/host/protocol/own-sheets';
import type { MemorySheet } from '../support/workbooks/memory-sheet';
import type { MemoryWorkbook } from '../support/memory-workbook';

const OWN_NAMES: readonly string[] = OWN_SHEET_KEYS.map(ownSheetName);

/** What stands in a workbook, each part as a text that is equal where it is: records of ours are no part of it. */
export interface Seen {
  /** The user's worksheets without marks and notes of ours; cells apart. */
  readonly user: string;
  /** Cells of the user's worksheets by place: contents and number format. */
  readonly cells: ReadonlyMap<string, string>;
  readonly marks: string;
  readonly rollups: string;
}

/** Looks at everything, past Excel. */
export function look(model: MemoryWorkbook): Seen {
  const own = new Set(model.names.filter(({ name }) => OWN_NAMES.includes(name)).map(({ scope }) => scope));
  // Worksheets made anew have other ids each time, by which charts know them.
  const known = (seen: unknown): string =>
    model.sheets.reduce((text, { id, name }) => text.replaceAll(id, name), JSON.stringify(seen));
  const users = model.sheets.filter(({ id }) => !own.has(id));
  const cells = new Map<string, string>();
  for (const sheet of users)
    for (const [at, { value, formula, numberFormat }] of sheet.data.cells)
      if (value !== null || formula !== null || numberFormat !== 'General')
        cells.set(`${sheet.name} ${at}`, JSON.stringify([formula ?? value, numberFormat]));
  return {
    user: known(users.map(withoutCells)),
    cells,
    marks: JSON.stringify(users.map((sheet) => [sheet.name, marksOf(sheet)])),
    rollups: known(
      model.sheets.filter(({ id }) => own.has(id)).map((sheet) => [withoutCells(sheet), contents(sheet)]),
    ),
  };
}

/** Contents of the rollups alone. */
export function rollupContents(model: MemoryWorkbook): string {
  const own = new Set(model.names.filter(({ name }) => OWN_NAMES.includes(name)).map(({ scope }) => scope));
  return JSON.stringify(model.sheets.filter(({ id }) => own.has(id)).map(contents));
}

export function sameCells(one: Seen, other: Seen): boolean {
  return (
    one.cells.size === other.cells.size && [...one.cells].every(([at, cell]) => other.cells.get(at) === cell)
  );
}

/** Whether each cell is as in one or as in the other. */
export function eachCellAsIn(now: Seen, one: Seen, other: Seen): boolean {
  const places = new Set([...now.cells.keys(), ...one.cells.keys(), ...other.cells.keys()]);
  return [...places].every((at) => [one, other].some((seen) => seen.cells.get(at) === now.cells.get(at)));
}

export function same(one: Seen, other: Seen): boolean {
  return (
    one.user === other.user &&
    one.marks === other.marks &&
    one.rollups === other.rollups &&
    sameCells(one, other)
  );
}

/** The records of ours, as a person would be shown them. */
export interface Records {
  readonly log: string;
  readonly aside: string;
}

export async function recordsOf(reviewer: Reviewer): Promise<Records> {
  const log = (await reviewer.changeLog()).map(({ finding, undone, edits }) => [finding, undone, edits]);
  const aside = (await reviewer.dismissals()).map(({ finding, reason }) => [finding, reason]);
  const { profiles } = await reviewer.recognise();
  return {
    log: JSON.stringify(log.map((entry) => JSON.stringify(entry)).sort()),
    aside: JSON.stringify([aside.map((one) => JSON.stringify(one)).sort(), profiles?.setting ?? null]),
  };
}

/** Marks of ours, and the notes that explain them. */
function marksOf(sheet: MemorySheet): unknown {
  const formats = sheet.conditionalFormats
    .filter(({ formula }) => markSeverity(formula) !== null)
    .map(({ ranges, formula, fill }) => [formula, fill, cellsOf(ranges)]);
  const notes = [...sheet.data.cells].flatMap(([at, { note }]) => (ownNote(note) ? [[at, note]] : []));
  return [formats, notes.sort()];
}

/** Which ranges cells are put together to says nothing of them. */
function cellsOf(ranges: readonly CellRange[]): string[] {
  const cells = new Set<string>();
  for (const { firstRow, firstColumn, lastRow, lastColumn } of ranges)
    for (let row = firstRow; row <= lastRow; row += 1)
      for (let column = firstColumn; column <= lastColumn; column += 1) cells.add(`${row} ${column}`);
  return [...cells].sort();
}

function ownNote(note: string | null): string | null {
  return note !== null && isOwnNote(note) ? note : null;
}

function withoutCells(sheet: MemorySheet): unknown {
  const { name, data } = sheet;
  const { merges, columnWidths, rowHeights, hidden, frozen, conditionalFormats, choices, charts, page } =
    data;
  const foreign = conditionalFormats.filter(({ formula }) => markSeverity(formula) === null);
  const formats = [...data.cells].filter(
    ([, cell]) =>
      (cell.note !== null && ownNote(cell.note) === null) || cell.link !== null || hasFormat(cell),
  );
  return [
    ...[
      name,
      data.protected,
      sheet.visible,
      merges,
      sorted(columnWidths),
      sorted(rowHeights),
      [...hidden].sort(),
    ],
    ...[frozen, foreign.map(({ ranges, formula, fill }) => [ranges, formula, fill]), choices],
    charts.map((chart) => ({ ...chart, id: '' })),
    sorted(page),
    sorted(
      new Map(
        formats.map(([at, { note, link, format }]) => [
          at,
          [ownNote(note) === null ? note : null, link, format],
        ]),
      ),
    ),
  ];
}

function hasFormat({ format }: { readonly format: object }): boolean {
  return Object.values(format).some((value) => value !== undefined && value !== null);
}

function contents(sheet: MemorySheet): unknown {
  return sorted(
    new Map(
      [...sheet.data.cells].map(([at, { value, formula, numberFormat }]) => [
        at,
        [value, formula, numberFormat],
      ]),
    ),
  );
}

function sorted(map: ReadonlyMap<unknown, unknown>): unknown {
  return [...map].map((entry) => JSON.stringify(entry)).sort();
}
