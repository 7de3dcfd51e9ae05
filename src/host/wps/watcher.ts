import { LAST_COLUMN, LAST_ROW, type CellRange } from '../../engine/sheet/address';
import { textHash } from '../../engine/sheet/text-hash';
import type { HostEvent } from '../port';
import type { EtCalls } from './et-call';
import type { EtEventName, EtRange, EtWorksheet } from './et-types';
import type { EventHub } from './event-hub';
import { boundsOf } from './many-ranges';
import { readBlock } from './read-cells';
import type { SheetReader } from './read-sheet';
import type { Piece } from './session';

/** Calls a function every second while the pane is in view. @returns a function that stops it */
export type EverySecond = (look: () => void) => () => void;

/** Cells of one look: in each second another block of the worksheet. */
const BLOCK_CELLS = 2_000;

interface Seen {
  sheets: string;
  active: string;
  selection: string;
}

/**
 * What the user does in one workbook: told by WPS where it tells, and looked at every second besides, for it has no word for
 * a renamed worksheet, nor for rows put in or taken out. What we do ourselves is never told as the user's.
 */
export class Watcher {
  private readonly listeners = new Set<(event: HostEvent) => void>();
  private stop: (() => void) | null = null;
  private seen: Seen | null = null;
  /** What blocks of cells looked like, by worksheet and place. */
  private readonly prints = new Map<string, number>();
  private turn = 0;
  private told = false;

  /**
   * @param mayTell whether the workbook is in front, so that what is told of is of it
   * @param firstTold called once WPS has told of anything: then it tells
   */
  constructor(
    private readonly reader: SheetReader,
    private readonly hub: EventHub,
    private readonly everySecond: EverySecond,
    private readonly firstTold: () => void,
  ) {}

  listen(listener: (event: HostEvent) => void): () => void {
    this.listeners.add(listener);
    if (!this.stop) this.begin();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      this.stop?.();
      this.stop = null;
    };
  }

  tell(event: HostEvent): void {
    for (const listener of [...this.listeners]) if (this.listeners.has(listener)) listener(event);
  }

  /** We have written on a worksheet: what it looks like now is none of the user's. */
  wrote(sheetId: string): void {
    this.forgetPrints(sheetId);
    this.tell({ type: 'shown-changed', sheetId, range: null });
  }

  /** Takes what is there now for seen. */
  wroteSheets(): void {
    this.seen = attempt(() => this.reader.session.piece((piece) => this.look(piece))) ?? this.seen;
    this.tell({ type: 'sheets-changed' });
  }

  private begin(): void {
    this.seen = null;
    this.prints.clear();
    attempt(() =>
      this.reader.session.piece((piece) => {
        this.seen = this.look(piece);
        this.compareCells(piece);
      }),
    );
    const stopHearing = this.hub.listen((name, parts) => {
      // A call from within a call of our own has crashed WPS on one machine; and what it tells of is ours.
      if (this.reader.session.isWriting) return;
      attempt(() => this.reader.session.piece((piece) => this.heard(piece, name, parts)));
    });
    const stopLooking = this.everySecond(() => {
      if (!this.reader.session.isWriting) this.poll();
    });
    this.stop = () => {
      stopHearing();
      stopLooking();
    };
  }

  private heard(piece: Piece, name: EtEventName, [first, second]: readonly unknown[]): void {
    if (!this.told) {
      this.told = true;
      this.prints.clear();
      this.firstTold();
    }
    switch (name) {
      case 'SheetChange': {
        const sheetId = this.reader.ids.idOfSheet(piece, first as EtWorksheet);
        this.tell({ type: 'cells-changed', sheetId, range: rangeOfEvent(piece.et, second) });
        return;
      }
      case 'SheetSelectionChange':
      case 'SheetActivate': {
        this.compare(this.look(piece));
        return;
      }
      case 'WorkbookNewSheet':
        this.compare(this.look(piece));
        return;
      default:
    }
  }

  private poll(): void {
    attempt(() =>
      this.reader.session.piece((piece) => {
        this.compare(this.look(piece));
        if (!this.told) this.compareCells(piece);
      }),
    );
  }

  private look(piece: Piece): Seen {
    const { et, application } = piece;
    const sheets = this.reader.ids.list(piece);
    const active = et.need(application, 'ActiveSheet');
    return {
      sheets: JSON.stringify(sheets),
      active: this.reader.ids.idOfSheet(piece, active),
      selection: JSON.stringify(selectionOf(piece)),
    };
  }

  private compare(now: Seen): void {
    const before = this.seen;
    this.seen = now;
    if (!before) return;
    if (now.sheets !== before.sheets) this.tell({ type: 'sheets-changed' });
    if (now.active !== before.active) this.tell({ type: 'sheet-activated', sheetId: now.active });
    const range = JSON.parse(now.selection) as CellRange | null;
    if (range && (now.selection !== before.selection || now.active !== before.active))
      this.tell({
        type: 'selection-changed',
        sheetId: now.active,
        cell: { row: range.firstRow, column: range.firstColumn },
      });
  }

  /** Looks at one block of the worksheet in view. */
  private compareCells({ et, application }: Piece): void {
    const sheet = et.need(application, 'ActiveSheet');
    const sheetId = this.seen!.active;
    const used = boundsOf(et, et.need(sheet, 'UsedRange'));
    const columns = Math.min(used.lastColumn - used.firstColumn + 1, BLOCK_CELLS);
    const height = Math.max(1, Math.floor(BLOCK_CELLS / columns));
    const blocks = Math.max(1, Math.ceil((used.lastRow - used.firstRow + 1) / height));
    const block = this.turn % blocks;
    this.turn += 1;
    const firstRow = used.firstRow + block * height;
    const area: CellRange = {
      firstRow,
      lastRow: Math.min(used.lastRow, firstRow + height - 1),
      firstColumn: used.firstColumn,
      lastColumn: used.firstColumn + columns - 1,
    };
    this.print(`${sheetId}\n`, textHash(JSON.stringify(used)), sheetId);
    const cells = readBlock(et, sheet, area, this.reader.traits);
    if (cells) this.print(`${sheetId}\n${block}`, textHash(JSON.stringify(cells)), sheetId);
  }

  private print(key: string, print: number, sheetId: string): void {
    const before = this.prints.get(key);
    this.prints.set(key, print);
    if (before === undefined || before === print) return;
    // What else has changed with it is seen anew.
    this.forgetPrints(sheetId);
    this.prints.set(key, print);
    this.tell({ type: 'cells-changed', sheetId, range: null });
  }

  private forgetPrints(sheetId: string): void {
    for (const key of [...this.prints.keys()]) if (key.startsWith(`${sheetId}\n`)) this.prints.delete(key);
  }
}

/** The cells that are selected; `null`: a chart or another shape is, or several ranges. */
export function selectionOf({ et, application }: Piece): CellRange | null {
  const selection: unknown = et.get(application, 'Selection');
  if (typeof selection !== 'object' || selection === null) return null;
  const range = selection as EtRange;
  try {
    // A shape has no areas.
    if (et.size(et.need(range, 'Areas')) !== 1) return null;
    return boundsOf(et, range);
  } catch {
    return null;
  }
}

function rangeOfEvent(et: EtCalls, range: unknown): CellRange | null {
  if (typeof range !== 'object' || range === null) return null;
  try {
    if (et.size(et.need(range as EtRange, 'Areas')) !== 1) return null;
    const bounds = boundsOf(et, range as EtRange);
    const isWhole = bounds.lastRow >= LAST_ROW || bounds.lastColumn >= LAST_COLUMN;
    const isKnown = [bounds.firstRow, bounds.lastRow, bounds.firstColumn, bounds.lastColumn].every(
      Number.isInteger,
    );
    return isWhole || !isKnown ? null : bounds;
  } catch {
    return null;
  }
}

function attempt<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch {
    return null;
  }
}
