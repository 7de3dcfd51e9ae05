import type { CellPosition, CellRange } from '../../../src/engine/sheet/address';
import { toAddress } from '../../../src/engine/sheet/address';
import type { Edit, Guard } from '../../../src/engine/sheet/edit';
import { ownSheetSigns } from '../../../src/engine/sheet/own-sheet';
import { OWN_SHEET_KEYS } from '../../../src/engine/sheet/sheet-plan';
import type { OwnSheetKey, PlanCell, SheetPlan } from '../../../src/engine/sheet/sheet-plan';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { onlyRows } from '../../../src/engine/sheet/snapshot-rows';
import type {
  AppliedEdit,
  Capabilities,
  HostErrorCode,
  HostEvent,
  MarkResult,
  MarkSeverity,
  PresentSheets,
  ReadOptions,
  RollupPlans,
  SheetMarks,
  SheetRef,
  SpreadsheetHost,
  StatePart,
  UnmarkResult,
  WorkbookRef,
} from '../../../src/host/port';
import { HostError } from '../../../src/host/port';
import { MARK_COLORS } from '../../../src/host/protocol/mark-colors';
import { markFormula, markSeverity, NOTE_SIGNATURE } from '../../../src/host/protocol/mark-signature';
import {
  certainlyOwn,
  ownSheetKey,
  ownSheetName,
  placeOf,
  signedIds,
  type OwnSheets,
} from '../../../src/host/protocol/own-sheets';
import { STATE_NAMESPACE } from '../../../src/host/protocol/state-part';
import { changedCells } from '../../../src/host/protocol/same-content';
import { fromStatePart, toStatePart } from '../../../src/host/protocol/state-part';
import type { SeenCell, StartSheet } from '../../host/contract/subject';
import { countCells, FakeWorkbook, type FakeSheet } from './fake-workbook';

export interface FakeHostOptions {
  /** The worksheets to begin with: snapshots, or rows of cells. */
  readonly sheets?: readonly (StartSheet | SheetSnapshot)[];
  readonly name?: string;
  readonly capabilities?: Partial<Capabilities>;
  /** The value of a formula somebody types; by default formulas have none. */
  readonly calculate?: (formula: string, sheet: FakeSheet) => SeenCell['value'];
  readonly rowsPerChunk?: number;
  /** Every call waits for this before it does anything: a test's way to hold a host back. */
  readonly pace?: (call: FakeCall) => Promise<void>;
  /** Whether its workbook is the one in front; absent: it always is. */
  readonly isInFront?: () => boolean;
  /** Whether it may be looked at while it is not. */
  readonly looksBehind?: boolean;
}

export type FakeCall = Exclude<keyof SpreadsheetHost, 'capabilities' | 'roundTrips'>;

export const FAKE_CAPABILITIES: Capabilities = {
  host: 'excel',
  writes: true,
  marks: true,
  notes: true,
  charts: true,
  undo: true,
  interactive: true,
  events: 'told',
  record: 'part',
  merges: false,
  renames: true,
  tellsChanges: true,
};

/**
 * A spreadsheet in memory behind the port: what a host looks like when nothing stands in its way, and so the one to
 * read first for whoever writes another. Each method shows the order its promise asks for: who is there, may we,
 * is it still so, and only then write.
 *
 * Tests use `user` to be the person at the keyboard, `calls` to see what was asked, and `failNext` to let a call
 * fail as hosts do.
 */
export class FakeHost implements SpreadsheetHost {
  readonly capabilities: Capabilities;
  readonly user: FakeWorkbook;
  /** The calls so far, oldest first. */
  readonly calls: FakeCall[] = [];
  private trips = 0;
  private openedId: string;
  private readonly failures: { readonly call: FakeCall; readonly code: HostErrorCode }[] = [];

  constructor(private readonly options: FakeHostOptions = {}) {
    this.capabilities = { ...FAKE_CAPABILITIES, ...options.capabilities };
    this.user = new FakeWorkbook(options.sheets ?? [], options.name, options.calculate);
    this.openedId = this.user.id;
  }

  get roundTrips(): number {
    return this.trips;
  }

  /** The workbook is the one that is there now. */
  opened(): void {
    this.openedId = this.user.id;
  }

  /** Lets the next such call fail before it does anything. */
  failNext(call: FakeCall, code: HostErrorCode): void {
    this.failures.push({ call, code });
  }

  async workbook(): Promise<WorkbookRef> {
    await this.enter('workbook');
    return { id: this.user.id, name: this.user.name };
  }

  async sheets(): Promise<readonly SheetRef[]> {
    await this.enter('sheets');
    return this.user.sheets.map(toRef);
  }

  async activeSheet(): Promise<SheetRef> {
    await this.enter('activeSheet');
    return toRef(this.user.active);
  }

  /** A copy, chunk by chunk; between chunks the caller may change its mind, and the user may type. */
  async read(sheetId: string, { onProgress, signal, rows }: ReadOptions = {}): Promise<SheetSnapshot> {
    await this.enter('read');
    if (signal?.aborted) throw new HostError('cancelled', 'cancelled by the caller');
    const sheet = this.find(sheetId);
    if (sheet.kind !== 'worksheet') throw new HostError('not-a-worksheet', `${sheet.name} is no worksheet`);
    if (rows) return onlyRows(this.snapshot(sheet), rows);
    const snapshot = this.snapshot(sheet);
    const perChunk = this.options.rowsPerChunk ?? 1000;
    for (let end = 0; end < snapshot.rowCount;) {
      if (end > 0) await this.trip();
      if (signal?.aborted) throw new HostError('cancelled', 'cancelled by the caller');
      end = Math.min(end + perChunk, snapshot.rowCount);
      onProgress?.(end, snapshot.rowCount);
    }
    return this.snapshot(sheet);
  }

  private snapshot(sheet: FakeSheet): SheetSnapshot {
    const used = this.user.usedRange(sheet);
    const rowCount = used ? used.lastRow - used.firstRow + 1 : 0;
    const columnCount = used ? used.lastColumn - used.firstColumn + 1 : 0;
    const rows = Array.from({ length: rowCount }, (_, row) =>
      Array.from({ length: columnCount }, (_, column) =>
        this.user.at(sheet, { row: used!.firstRow + row, column: used!.firstColumn + column }),
      ),
    );
    return {
      id: sheet.id,
      name: sheet.name,
      firstRow: used?.firstRow ?? 0,
      firstColumn: used?.firstColumn ?? 0,
      rowCount,
      columnCount,
      values: rows.map((row) => row.map((cell) => cell.value)),
      formulas: rows.map((row) => row.map((cell) => cell.formula)),
      numberFormats: rows.map((row) => row.map((cell) => cell.numberFormat)),
      merges: this.capabilities.merges ? (sheet.merges ?? []) : null,
      hiddenRows: sheet.hiddenRows,
      hiddenColumns: sheet.hiddenColumns,
      protected: sheet.protected,
    };
  }

  /** Looks at every cell before it writes the first one. */
  async edit(
    sheetId: string,
    edits: readonly Edit[],
    guards: readonly Guard[] = [],
  ): Promise<readonly AppliedEdit[]> {
    await this.enter('edit');
    const sheet = edits.length > 0 ? this.writable(sheetId) : this.find(sheetId);
    const stale = changedCells(edits, guards, (cell) => this.user.at(sheet, cell));
    if (stale.length > 0) {
      throw new HostError('changed', 'cells hold something else by now', { sheet: sheet.name, cells: stale });
    }
    return edits.map((edit) => {
      const before = this.user.at(sheet, edit);
      this.user.put(sheet, edit, this.written(sheet, edit, before));
      const range: CellRange = {
        firstRow: edit.row,
        lastRow: edit.row,
        firstColumn: edit.column,
        lastColumn: edit.column,
      };
      this.user.changed({ type: 'cells-changed', sheetId, range });
      const { value, formula } = this.user.at(sheet, edit);
      return { ...edit, now: { value, formula }, numberFormatBefore: before.numberFormat };
    });
  }

  private written(sheet: FakeSheet, { after, numberFormat }: Edit, before: SeenCell): SeenCell {
    const isText = 'value' in after && typeof after.value === 'string';
    const kept = before.numberFormat === '@' && !isText ? 'General' : before.numberFormat;
    return 'formula' in after
      ? {
          value: this.user.calculate(after.formula, sheet),
          formula: after.formula,
          numberFormat: numberFormat ?? kept,
        }
      : { value: after.value, formula: null, numberFormat: numberFormat ?? kept };
  }

  /** Ours of before go first, whichever severity they were. */
  async mark(sheetId: string, { cells, notes }: SheetMarks): Promise<MarkResult> {
    await this.enter('mark');
    const sheet = this.writable(sheetId);
    const replaced = hasMarks(sheet);
    this.removeMarks(sheet);
    const severities: readonly MarkSeverity[] = ['error', 'warning', 'info'];
    const marks = severities
      .filter((severity) => cells[severity].length > 0)
      .map((severity) => ({
        ranges: cells[severity],
        formula: markFormula(severity),
        fill: MARK_COLORS[severity],
      }));
    sheet.highlights.unshift(...marks);
    const free = this.capabilities.notes ? notes.filter((note) => !sheet.notes.has(address(note))) : [];
    for (const note of free) sheet.notes.set(address(note), `${NOTE_SIGNATURE}\n${note.text}`);
    return {
      markedCells: countCells(marks.flatMap(({ ranges }) => ranges)),
      notes: free.length,
      notesLeftOut: this.capabilities.notes ? notes.length - free.length : 0,
      ...{ notesRefused: 0, left: [], unreadable: 0 },
      ...(replaced ? { replaced } : {}),
    };
  }

  async remark(sheetId: string, marks: SheetMarks): Promise<MarkResult | null> {
    return (await this.hasMarks(sheetId)) ? this.mark(sheetId, marks) : null;
  }

  async hasMarks(sheetId: string): Promise<boolean> {
    await this.enter('hasMarks');
    return hasMarks(this.find(sheetId));
  }

  async unmark(sheetId: string | 'all'): Promise<UnmarkResult> {
    await this.enter('unmark');
    this.mayWrite();
    const marked = this.user.sheets.filter((sheet) => hasMarks(sheet));
    const sheets = sheetId === 'all' ? marked.filter((sheet) => !sheet.protected) : [this.writable(sheetId)];
    const left = sheetId === 'all' ? marked.filter((sheet) => sheet.protected).map(leftOn) : [];
    const removed = sheets.map((sheet) => this.removeMarks(sheet));
    return {
      markedCells: removed.reduce((sum, one) => sum + one.markedCells, 0),
      notes: removed.reduce((sum, one) => sum + one.notes, 0),
      left,
      unreadable: 0,
    };
  }

  private removeMarks(sheet: FakeSheet): Pick<UnmarkResult, 'markedCells' | 'notes'> {
    const ours = sheet.highlights.filter(({ formula }) => markSeverity(formula) !== null);
    sheet.highlights = sheet.highlights.filter((highlight) => !ours.includes(highlight));
    const notes = [...sheet.notes].filter(([, text]) => isOurNote(text));
    for (const [where] of notes) sheet.notes.delete(where);
    return { markedCells: countCells(ours.flatMap(({ ranges }) => ranges)), notes: notes.length };
  }

  async ownSheet(key: OwnSheetKey): Promise<SheetRef | null> {
    await this.enter('ownSheet');
    const own = certainlyOwn(this.ownSheets(), key);
    return own && toRef(own);
  }

  async ownSheetIds(): Promise<ReadonlySet<string>> {
    await this.enter('ownSheetIds');
    return signedIds(this.ownSheets());
  }

  /** Rewrites ours in place, or adds one at the end; the sheet in view stays in view. Looks at all before it writes one. */
  async insert(make: (present: PresentSheets) => RollupPlans): Promise<readonly SheetRef[]> {
    await this.enter('insert');
    let there = this.present();
    let made = await make(there);
    // What was typed while the plans were being made makes other plans.
    for (let now = this.present(); JSON.stringify(now) !== JSON.stringify(there); now = this.present()) {
      there = now;
      made = await make(there);
    }
    this.mayWrite();
    const plans = made.map(({ plan }) => ({ plan, there: placeOf(this.ownSheets(), plan.key) }));
    return plans.map(({ plan, there }) => this.write(plan, there));
  }

  private present(): PresentSheets {
    const rollups = Object.fromEntries(
      OWN_SHEET_KEYS.map((key) => {
        const sheets = this.own(key);
        return [key, sheets.length === 1 ? this.snapshot(sheets[0]!) : null];
      }),
    ) as PresentSheets['rollups'];
    return { sheets: this.user.sheets.map(({ id, name }) => ({ id, name })), rollups };
  }

  private write(plan: SheetPlan, there: FakeSheet | null): SheetRef {
    const sheet = there ?? this.user.append(this.freeName(plan.name));
    sheet.names.add(ownSheetName(plan.key));
    sheet.cells.clear();
    sheet.fills.clear();
    plan.rows.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        if (cell) this.user.put(sheet, { row, column }, planned(cell, plan));
      });
    });
    const { merges, freeze, links, choices, charts } = plan;
    sheet.dress = { merges, freeze, links, choices, charts: this.capabilities.charts ? charts : [] };
    this.user.changed(
      there ? { type: 'cells-changed', sheetId: sheet.id, range: null } : { type: 'sheets-changed' },
    );
    return toRef(sheet);
  }

  async selection(): Promise<CellRange | null> {
    await this.enter('selection');
    return this.capabilities.interactive ? this.user.selection : null;
  }

  async select(sheetId: string, cell: CellPosition): Promise<void> {
    await this.enter('select');
    if (!this.capabilities.interactive) throw new HostError('not-supported', 'there is nobody to select for');
    const sheet = this.find(sheetId);
    if (this.user.active !== sheet) this.user.activate(sheet.name);
    this.user.select(address(cell));
  }

  async listen(listener: (event: HostEvent) => void): Promise<() => void> {
    await this.enter('listen');
    return this.capabilities.interactive ? this.user.subscribe(listener) : () => undefined;
  }

  /** Every part of our namespace, those that cannot be read as such. */
  async recall(): Promise<readonly StatePart[]> {
    await this.enter('recall');
    return [...this.user.partsById].flatMap(([id, xml]) =>
      xml.includes(STATE_NAMESPACE) ? [{ id, text: fromStatePart(xml) }] : [],
    );
  }

  /** Replaces no part but the one named. */
  async remember(text: string, id?: string): Promise<string | null> {
    await this.enter('remember');
    this.mayWrite();
    if (id !== undefined && !this.user.partsById.has(id)) return null;
    return this.user.putPart(toStatePart(text), id);
  }

  async forget(id: string, text: string | null): Promise<boolean> {
    await this.enter('forget');
    this.mayWrite();
    const xml = this.user.partsById.get(id);
    if (xml === undefined) return true;
    if (fromStatePart(xml) !== text) return false;
    this.user.removePart(id);
    return true;
  }

  /** What every call begins with: it takes a moment, and a host may be out of reach. */
  private async enter(call: FakeCall): Promise<void> {
    this.calls.push(call);
    await this.options.pace?.(call);
    await this.trip();
    const failure = this.failures.findIndex((one) => one.call === call);
    if (failure >= 0) throw new HostError(this.failures.splice(failure, 1)[0]!.code, 'as the test asked');
    if (this.user.busy) throw new HostError('busy', 'a cell is being edited');
    if (this.options.looksBehind === false && call !== 'listen') this.mustBeInFront();
  }

  private async trip(): Promise<void> {
    this.trips += 1;
    await Promise.resolve();
  }

  private find(sheetId: string): FakeSheet {
    const sheet = this.user.sheets.find(({ id }) => id === sheetId);
    if (!sheet) throw new HostError('sheet-gone', 'the worksheet is not there any more');
    return sheet;
  }

  private mayWrite(): void {
    if (!this.capabilities.writes) throw new HostError('not-supported', 'this host only reads');
    this.mustBeInFront();
    if (this.user.id !== this.openedId)
      throw new HostError('workbook-changed', 'another workbook is in front');
  }

  private mustBeInFront(): void {
    if (this.options.isInFront?.() === false)
      throw new HostError('workbook-changed', 'another workbook is in front', { write: 'not-tried' });
  }

  private writable(sheetId: string): FakeSheet {
    this.mayWrite();
    const sheet = this.find(sheetId);
    if (sheet.protected)
      throw new HostError('protected', `${sheet.name} is protected`, { sheet: sheet.name });
    return sheet;
  }

  private own(key: OwnSheetKey): FakeSheet[] {
    return this.user.sheets.filter(
      (sheet) =>
        [...sheet.names].some((name) => ownSheetKey(name) === key) &&
        ownSheetSigns(key, this.snapshot(sheet).values) !== null,
    );
  }

  private ownSheets(): OwnSheets<FakeSheet> {
    return {
      signed: (key) => this.own(key),
      refOf: toRef,
      isProtected: (sheet) => sheet.protected,
      structureProtected: false,
    };
  }

  private freeName(name: string): string {
    const taken = new Set(this.user.sheets.map((sheet) => sheet.name.toLowerCase()));
    let free = name;
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name} (${number})`;
    return free;
  }
}

/** A fake host over the given worksheets. */
export function createFakeHost(options: FakeHostOptions = {}): FakeHost {
  return new FakeHost(options);
}

function toRef({ id, name, kind, visible }: FakeSheet): SheetRef {
  return { id, name, kind, visible };
}

function address({ row, column }: CellPosition): string {
  return toAddress(row, column);
}

function isOurNote(text: string): boolean {
  return text.split('\n', 1)[0] === NOTE_SIGNATURE;
}

function leftOn(sheet: FakeSheet): UnmarkResult['left'][number] {
  const ours = sheet.highlights.filter(({ formula }) => markSeverity(formula) !== null);
  const notes = [...sheet.notes.values()].filter(isOurNote).length;
  const markedCells = countCells(ours.flatMap(({ ranges }) => ranges));
  return { sheet: sheet.name, markedCells, notes, because: 'protected' };
}

function hasMarks(sheet: FakeSheet): boolean {
  return (
    sheet.highlights.some(({ formula }) => markSeverity(formula) !== null) ||
    [...sheet.notes.values()].some(isOurNote)
  );
}

function planned(cell: PlanCell, plan: SheetPlan): SeenCell {
  const style = cell.style === undefined ? undefined : plan.styles[cell.style];
  return {
    value: cell.value,
    formula: 'formula' in cell ? cell.formula : null,
    numberFormat: style?.numberFormat ?? 'General',
  };
}
