import type { ModelEvent, WorkbookModel } from '../../model/workbook-model';
import { areaAddress } from '../../model/area';

/** `Excel.EventType` as numbers on the wire. */
export const EventType = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
} as const;

/** Events of the whole workbook are registered for this target, others for the id of their worksheet. */
export const WORKBOOK_TARGET = 'Workbook';

/** An event on its way to the add-in: its type, the target it was registered for, and its data. */
export interface RichApiEvent {
  readonly type: number;
  readonly target: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Turns what happens in the workbook into Excel's events, for the targets that the add-in registered. */
export class ExcelEvents {
  private readonly registered = new Map<string, number>();
  private readonly listeners = new Set<(event: RichApiEvent) => void>();
  private readonly stop: () => void;
  private inBatch = false;
  private activeSheetId: string;

  constructor(model: WorkbookModel) {
    this.activeSheetId = model.activeSheet.id;
    this.stop = model.subscribe((event) => this.tell(event));
  }

  get registrations(): number {
    return this.registered.size;
  }

  register(type: number, target: string): void {
    const key = `${type} ${target}`;
    this.registered.set(key, (this.registered.get(key) ?? 0) + 1);
  }

  unregister(type: number, target: string): void {
    const key = `${type} ${target}`;
    const count = this.registered.get(key) ?? 0;
    if (count > 1) this.registered.set(key, count - 1);
    else this.registered.delete(key);
  }

  listen(listener: (event: RichApiEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** What changes meanwhile was done by the add-in itself. */
  duringBatch(change: () => void): void {
    this.inBatch = true;
    try {
      change();
    } finally {
      this.inBatch = false;
    }
  }

  dispose(): void {
    this.stop();
    this.listeners.clear();
  }

  private tell(event: ModelEvent): void {
    const base = { worksheetId: event.sheetId, source: 'Local' };
    switch (event.type) {
      case 'changed':
        return this.send(EventType.changed, event.sheetId, {
          ...base,
          address: areaAddress(event.range),
          changeType: event.structural ? 'Unknown' : 'RangeEdited',
          shiftDirection: 'None',
          triggerSource: this.inBatch ? 'ThisLocalAddin' : 'Unknown',
          referenceId: '',
        });
      case 'calculated':
        return this.send(EventType.calculated, event.sheetId, {
          worksheetId: event.sheetId,
          address: areaAddress(event.range),
        });
      case 'formatted':
        return this.send(EventType.formatChanged, event.sheetId, {
          ...base,
          address: areaAddress(event.range),
        });
      case 'selected':
        return this.send(EventType.selectionChanged, event.sheetId, {
          ...base,
          address: areaAddress(event.range),
        });
      case 'activated':
        if (event.sheetId === this.activeSheetId) return;
        this.send(EventType.deactivated, this.activeSheetId, { worksheetId: this.activeSheetId });
        this.activeSheetId = event.sheetId;
        return this.send(EventType.activated, event.sheetId, base);
      case 'added':
        return this.send(EventType.added, event.sheetId, base);
      case 'deleted':
        return this.send(EventType.deleted, event.sheetId, base);
      case 'renamed':
        return;
    }
  }

  private send(type: number, sheetId: string, args: Readonly<Record<string, unknown>>): void {
    for (const target of [sheetId, WORKBOOK_TARGET]) {
      if (!this.registered.has(`${type} ${target}`)) continue;
      for (const listener of this.listeners) listener({ type, target, args });
    }
  }
}
