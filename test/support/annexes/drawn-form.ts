import type { Annex, IndicatorRefs, NoteText, ProjectFrame } from '../../../src/engine/annex/annex';
import { readEntries } from '../../../src/engine/annex/entries';
import { INDICATOR_ROLES, indicatorParts } from '../../../src/engine/annex/field-id';
import type { CellRef, LabelCell, Place } from '../../../src/engine/annex/place';
import { AnnexReading } from '../../../src/engine/annex/reading';
import { statedFacts } from '../../../src/engine/annex/stated-facts';
import { parseAddress, toAddress, type CellPosition } from '../../../src/engine/sheet/address';
import { isUnknown } from '../../../src/engine/sheet/cell-value';
import { formulaAt, numberFormatAt, valueAt, type SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import type { BuiltAnnex } from './annex-builder';
import { buildSheet, type CellInput } from './sheet-builder';

/** A wide table of one project, laid out as a form. */
export interface DrawnForm {
  readonly annex: BuiltAnnex['annex'];
  readonly sheet: SheetSnapshot;
  /** The cell of the wide table that stands in a cell of the form; its own position where it has not moved. */
  inTable(cell: CellPosition): CellPosition;
  /** A text in which addresses of the form are those of the wide table. */
  textInTable(text: string): string;
}

/** Columns of labels to the left of a value: as many as a header has rows. */
const LABELS = 4;

/**
 * Lays the one project of a wide table out as a form, its annex taken down as the layout of forms would: every field
 * but those of indicators has a line with its labels before its cell; indicators have a line each, what is said of them
 * in columns of their own below the names of these. Lines above and below the table are kept.
 */
export function drawForm({ annex: wide, sheet: table }: BuiltAnnex): DrawnForm {
  const [project, ...more] = wide.projects;
  if (!project || more.length > 0 || wide.totals.length > 0 || !wide.headerRows)
    throw new Error('a form is of one project, and has no sums');
  const grid = new Grid(table, wide.headerRows[0]);
  const singles = wide.places
    .map((place, i) => [place, i] as const)
    .filter(([{ indicator }]) => indicator < 0);
  const places: Place[] = wide.places.map((place) => ({ ...place }));
  const refs = new Map<number, CellRef>();

  for (const [place, i] of singles) {
    const labels = place.labels.map((label, depth) => grid.put(label, grid.next, depth));
    refs.set(i, { ...grid.move({ row: project.row, column: place.line }, grid.next, LABELS), place: i });
    places[i] = { ...place, labels, along: 'cell', line: grid.next, column: refs.get(i)!.column };
    grid.next++;
  }
  const names = grid.next++;
  for (const template of wide.indicators) {
    for (const i of Object.values(template.places)) {
      const place = wide.places[i]!;
      const role = INDICATOR_ROLES.indexOf(indicatorParts(place.field!)!.role);
      const labels = place.labels.map((label, depth) =>
        depth < place.labels.length - 1
          ? grid.put(label, grid.next, depth)
          : grid.put(label, names, LABELS + role),
      );
      refs.set(i, {
        ...grid.move({ row: project.row, column: place.line }, grid.next, LABELS + role),
        place: i,
      });
      places[i] = { ...place, labels, along: 'cell', line: grid.next, column: refs.get(i)!.column };
    }
    grid.next++;
  }
  const last = grid.next - 1;
  const below = project.lastRow + 1;
  for (let row = below; row < table.firstRow + table.rowCount; row++) grid.moveRow(row, grid.next++);

  const sheet = grid.sheet();
  const frame: ProjectFrame = {
    id: project.id,
    name: project.name,
    unit: project.unit,
    rows: { first: wide.headerRows[0], last },
    cells: Object.fromEntries(
      singles.flatMap(([{ field }, i]) => (field ? [[field, refs.get(i)!] as const] : [])),
    ),
    indicatorRefs: wide.indicators.map(({ kind, kindGuessed, places: own }): IndicatorRefs => ({
      kind,
      kindGuessed,
      cells: Object.fromEntries(Object.entries(own).map(([role, i]) => [role, refs.get(i)!])),
    })),
  };
  const notes = wide.notes.map((note) => ({ ...note, ...grid.inForm(note) }));
  const annex: Annex = {
    ...wide,
    layout: 'form',
    range: {
      firstRow: wide.range.firstRow,
      firstColumn: 0,
      lastRow: sheet.rowCount - 1,
      lastColumn: sheet.columnCount - 1,
    },
    headerRows: null,
    dataRows: [frame.rows.first, last],
    places,
    indicators: [],
    projects: [frame],
    stated: statedFacts(places, [...textsAbove(sheet, wide.headerRows[0]), ...notes]),
    entries: [
      ...readEntries(sheet, wide.range.firstRow, wide.headerRows[0] - 1),
      ...Array.from({ length: sheet.rowCount - 1 - last }, (_, i) => last + 1 + i).flatMap((row) =>
        readEntries(sheet, row, row),
      ),
    ],
    notes,
    unknownCells: sheet.values.flatMap((row, r) =>
      row.flatMap((value, c) => (isUnknown(value) ? [{ row: r, column: c }] : [])),
    ),
    hiddenRows: [],
    hiddenColumns: [],
  };
  return {
    annex: new AnnexReading(annex, sheet).view,
    sheet,
    inTable: (cell) => grid.inTable(cell),
    textInTable: (text) => withAddresses(text, (cell) => grid.inTable(cell)),
  };
}

function textsAbove(sheet: SheetSnapshot, headerRow: number): NoteText[] {
  return sheet.values
    .slice(0, headerRow)
    .flatMap((values, row) =>
      values.flatMap((text, column) => (typeof text === 'string' ? [{ row, column, text }] : [])),
    );
}

/** The cells of the form while they are laid out, each with where it came from. */
class Grid {
  /** The next free row. */
  next: number;
  private readonly cells: CellInput[][] = [];
  private readonly toForm = new Map<string, CellPosition>();
  private readonly toTable = new Map<string, CellPosition>();

  constructor(
    private readonly table: SheetSnapshot,
    headerRow: number,
  ) {
    for (let row = 0; row < headerRow; row++) this.moveRow(row, row);
    this.next = headerRow;
  }

  /** Writes a label of the table into a cell of the form. */
  put(label: LabelCell, row: number, column: number): LabelCell {
    const moved = this.place(label, row, column);
    this.set(row, column, label.text);
    return { ...moved, text: label.text };
  }

  move(from: CellPosition, row: number, column: number): CellPosition {
    const { table } = this;
    this.set(row, column, {
      value: valueAt(table, from.row, from.column),
      format: numberFormatAt(table, from.row, from.column),
      formula: formulaAt(table, from.row, from.column) ?? undefined,
    });
    return this.place(from, row, column);
  }

  moveRow(from: number, to: number): void {
    for (let column = 0; column < this.table.columnCount; column++)
      this.move({ row: from, column }, to, column);
  }

  inForm({ row, column }: CellPosition): CellPosition {
    return this.toForm.get(`${row} ${column}`) ?? { row, column };
  }

  inTable({ row, column }: CellPosition): CellPosition {
    return this.toTable.get(`${row} ${column}`) ?? { row, column };
  }

  sheet(): SheetSnapshot {
    const width = Math.max(...Array.from(this.cells, (row?: CellInput[]) => row?.length ?? 0));
    const rows = Array.from({ length: this.next }, (_, r) =>
      Array.from({ length: width }, (_cell, c) => this.cells[r]?.[c] ?? null),
    );
    const built = buildSheet(rows, { name: this.table.name });
    const formulas = built.formulas.map((row) =>
      row.map((formula) => formula && withAddresses(formula, (cell) => this.inForm(cell))),
    );
    return { ...built, formulas };
  }

  private place(
    { row: fromRow, column: fromColumn }: CellPosition,
    row: number,
    column: number,
  ): CellPosition {
    this.toForm.set(`${fromRow} ${fromColumn}`, { row, column });
    if (!this.toTable.has(`${row} ${column}`))
      this.toTable.set(`${row} ${column}`, { row: fromRow, column: fromColumn });
    return { row, column };
  }

  private set(row: number, column: number, cell: CellInput): void {
    (this.cells[row] ??= [])[column] = cell;
  }
}

/** Addresses of a formula on its own worksheet. */
const ADDRESS = /(?<![A-Za-z0-9$!\]'.])[A-Z]{1,2}\d{1,3}(?![\d(A-Za-z])/g;

function withAddresses(text: string, moved: (cell: CellPosition) => CellPosition): string {
  return text.replace(ADDRESS, (address) => {
    const { row, column } = moved(parseAddress(address)!);
    return toAddress(row, column);
  });
}
