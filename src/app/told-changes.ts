import type { Span } from '../engine/sheet/snapshot';
import type { HostEvent } from '../host/port';

/** More rows than these are not looked at one by one: the worksheet is read anew. */
const MOST_ROWS = 200;

/** What a host has told of a worksheet since a copy of it was read. */
export interface ToldChanges {
  /** 0-based rows whose cells may show something else; `null`: nobody knows which. */
  readonly rows: readonly Span[] | null;
}

const NOTHING_TOLD: ToldChanges = { rows: [] };

/**
 * Listens for who keeps copies of worksheets: whether their cells may be others by now, and which. Nothing is known
 * before it listens.
 */
export class ToldOfSheets {
  private readonly sheets = new Map<string, ToldChanges>();
  private listeners = 0;

  /** Whether every change is told. */
  get listening(): boolean {
    return this.listeners > 0;
  }

  /** A listener has been registered. @returns to be called when it is taken off */
  begin(): () => void {
    this.listeners += 1;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.listeners -= 1;
    };
  }

  heard(event: HostEvent): void {
    if (event.type !== 'cells-changed' && event.type !== 'shown-changed') return;
    const { range } = event;
    this.changed(event.sheetId, range && [{ first: range.firstRow, last: range.lastRow }]);
  }

  /** Cells of some rows were written, or may have been; `null`: nobody knows which. */
  changed(sheetId: string, rows: readonly Span[] | null): void {
    const before = this.of(sheetId).rows;
    const all = rows && before && merged([...before, ...rows]);
    const count = all?.reduce((sum, { first, last }) => sum + last - first + 1, 0) ?? 0;
    this.sheets.set(sheetId, { rows: count > MOST_ROWS ? null : all });
  }

  /** A worksheet is about to be read: what is told from now on, the copy may not hold. */
  reading(sheetId: string): void {
    this.sheets.delete(sheetId);
  }

  of(sheetId: string): ToldChanges {
    return this.sheets.get(sheetId) ?? NOTHING_TOLD;
  }
}

/** Spans in their order, none of which touch. */
function merged(spans: readonly Span[]): Span[] {
  const apart: { first: number; last: number }[] = [];
  for (const { first, last } of [...spans].sort((a, b) => a.first - b.first)) {
    const before = apart[apart.length - 1];
    if (before && first <= before.last + 1) before.last = Math.max(before.last, last);
    else apart.push({ first, last });
  }
  return apart;
}
