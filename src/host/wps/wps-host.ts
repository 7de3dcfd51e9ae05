import type { CellPosition, CellRange } from '../../engine/sheet/address';
import type { Edit, Guard } from '../../engine/sheet/edit';
import { OWN_SHEET_KEYS, type OwnSheetKey } from '../../engine/sheet/sheet-plan';
import type { SheetSnapshot } from '../../engine/sheet/snapshot';
import {
  HostError,
  type AppliedEdit,
  type Capabilities,
  type HostEvent,
  type MarkResult,
  type PresentSheets,
  type ReadOptions,
  type RollupPlans,
  type SheetMarks,
  type SheetRef,
  type SpreadsheetHost,
  type StatePart,
  type UnmarkResult,
  type WorkbookRef,
} from '../port';
import { certainlyOwn, signedIds } from '../protocol/own-sheets';
import { applyToSheet } from './apply-edits';
import type { EtWorksheet } from './et-types';
import type { EventHub } from './event-hub';
import { insertRollups } from './insert-rollups';
import { hasMarks, markSheet, remarkSheet, unmarkSheets, type MarkSupport } from './marks';
import type { OpenBook } from './open-books';
import { findOwnSheets } from './own-sheets';
import type { PlanSupport } from './plan-extras';
import type { BuildTraits } from './read-cells';
import { readSheet, type SheetReader } from './read-sheet';
import { RecordStore, type LostRecords } from './record-store';
import type { EtSession, Piece } from './session';
import { rangeOf, SheetIds, worksheetOf } from './sheets';
import { selectionOf, Watcher, type EverySecond } from './watcher';

/** What a host needs besides its workbook; the workbooks of one page share it. */
export interface WpsSurroundings {
  readonly hub: EventHub;
  readonly everySecond: EverySecond;
  /** What this build has shown of itself. */
  readonly traits: BuildTraits & MarkSupport & PlanSupport;
  readonly lostRecords: LostRecords;
}

/** One workbook of WPS Spreadsheets behind the port. */
export class WpsHost implements SpreadsheetHost {
  private readonly reader: SheetReader;
  private readonly watcher: Watcher;
  private readonly records: RecordStore;
  private known: Capabilities;
  private told = false;

  constructor(
    private readonly session: EtSession,
    private readonly book: OpenBook,
    private readonly around: WpsSurroundings,
  ) {
    this.reader = { session, ids: new SheetIds(), traits: around.traits };
    this.records = new RecordStore(session, around.lostRecords);
    this.watcher = new Watcher(this.reader, around.hub, around.everySecond, () => {
      this.told = true;
      this.review();
    });
    this.known = this.capabilitiesNow();
  }

  get capabilities(): Capabilities {
    return this.known;
  }

  get roundTrips(): number {
    return this.session.et.count;
  }

  workbook(): Promise<WorkbookRef> {
    return Promise.resolve({ id: this.book.id, name: this.book.name });
  }

  async sheets(): Promise<readonly SheetRef[]> {
    const sheets = await this.now((piece) => this.reader.ids.list(piece));
    this.review();
    return sheets;
  }

  activeSheet(): Promise<SheetRef> {
    return this.now((piece) => {
      const { et, book } = piece;
      const active: EtWorksheet = et.need(book, 'ActiveSheet');
      const id = this.reader.ids.idOfSheet(piece, active);
      const known = this.reader.ids.list(piece).find((sheet) => sheet.id === id);
      if (!known) throw new HostError('busy', 'WPS does not tell which sheet is in view');
      return known;
    });
  }

  async read(sheetId: string, options?: ReadOptions): Promise<SheetSnapshot> {
    try {
      return await readSheet(this.reader, sheetId, options);
    } finally {
      this.review();
    }
  }

  async edit(
    sheetId: string,
    edits: readonly Edit[],
    guards: readonly Guard[] = [],
  ): Promise<readonly AppliedEdit[]> {
    try {
      return await applyToSheet(this.reader, sheetId, edits, guards);
    } finally {
      if (edits.length > 0) this.watcher.wrote(sheetId);
    }
  }

  async mark(sheetId: string, marks: SheetMarks): Promise<MarkResult> {
    try {
      return await markSheet(this.reader, this.around.traits, sheetId, marks);
    } finally {
      this.review();
    }
  }

  async remark(sheetId: string, marks: SheetMarks): Promise<MarkResult | null> {
    try {
      return await remarkSheet(this.reader, this.around.traits, sheetId, marks);
    } finally {
      this.review();
    }
  }

  hasMarks(sheetId: string): Promise<boolean> {
    return hasMarks(this.reader, sheetId);
  }

  unmark(sheetId: string | 'all'): Promise<UnmarkResult> {
    return unmarkSheets(this.reader, sheetId === 'all' ? 'all' : [sheetId]);
  }

  ownSheet(key: OwnSheetKey): Promise<SheetRef | null> {
    return this.now((piece) => {
      const found = findOwnSheets(piece, this.reader, [key]);
      const own = certainlyOwn(found, key);
      return own ? found.refOf(own) : null;
    });
  }

  ownSheetIds(): Promise<ReadonlySet<string>> {
    return this.now((piece) => signedIds(findOwnSheets(piece, this.reader, OWN_SHEET_KEYS)));
  }

  async insert(make: (present: PresentSheets) => RollupPlans): Promise<readonly SheetRef[]> {
    try {
      return await insertRollups(this.reader, this.around.traits, make);
    } finally {
      this.watcher.wroteSheets();
      this.review();
    }
  }

  selection(): Promise<CellRange | null> {
    return this.now((piece) => selectionOf(piece));
  }

  select(sheetId: string, { row, column }: CellPosition): Promise<void> {
    return this.now((piece) => {
      const { et } = piece;
      const { sheet } = worksheetOf(piece, this.reader.ids, sheetId);
      et.call(sheet, 'Activate');
      const cell = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
      et.call(rangeOf(et, sheet, cell), 'Select');
    });
  }

  listen(listener: (event: HostEvent) => void): Promise<() => void> {
    return Promise.resolve(this.watcher.listen(listener));
  }

  async recall(): Promise<readonly StatePart[]> {
    const parts = await this.records.recall();
    this.review();
    return parts;
  }

  async remember(text: string, id?: string): Promise<string | null> {
    try {
      return await this.records.remember(text, id);
    } finally {
      this.review();
    }
  }

  forget(id: string, text: string | null): Promise<boolean> {
    return this.records.forget(id, text);
  }

  private now<Result>(work: (piece: Piece) => Result): Promise<Result> {
    try {
      return Promise.resolve(this.session.piece(work));
    } catch (error) {
      return Promise.reject(error as HostError);
    }
  }

  /** Something may be known of this WPS that was not known before. */
  private review(): void {
    const now = this.capabilitiesNow();
    if (JSON.stringify(now) === JSON.stringify(this.known)) return;
    this.known = now;
    this.watcher.tell({ type: 'capabilities-changed' });
  }

  private capabilitiesNow(): Capabilities {
    const { traits } = this.around;
    return {
      host: 'wps',
      writes: true,
      marks: traits.marks !== false,
      notes: traits.notes !== false,
      charts: traits.charts !== false,
      undo: false,
      interactive: true,
      // Where each cell has to be asked for, looking at them every second would stop WPS again and again.
      events: this.told ? 'told' : traits.bulkReads === false ? 'none' : 'polled',
      record: this.records.keptIn,
      merges: false,
      renames: !this.reader.ids.someByTitle,
      // It has no word for rows that are put in or taken out, nor for number formats.
      tellsChanges: false,
    };
  }
}
