import type { ModelEvent } from '../../model/workbook-model';
import { WpsError } from '../object/et-errors';
import type { EtRef } from '../object/et-ref';
import type { Book } from './book';
import type { EtHost } from './et-host';
import type { PageState } from './page-state';
import { bookRef, rangeRef, sheetRef } from './targets';

/** A function of a page, or the name of one. */
export interface Listener {
  readonly page: PageState;
  readonly callback: unknown;
}

/** Who listens to what, and what is told: at once, within the call that caused it. */
export class EtEvents {
  private readonly listeners = new Map<string, Listener[]>();

  constructor(private readonly host: EtHost) {}

  /** @returns what the build answers */
  add(name: string, listener: Listener): unknown {
    const { events } = this.host.switches;
    if (events === 'add-throws') throw new WpsError('AddApiEventListener is not available');
    if (events === 'add-returns-false') return false;
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
    return undefined;
  }

  remove(name: string, page: PageState, callback: unknown): void {
    const all = this.host.switches.removeListener === 'all' || callback === undefined;
    const stays = (one: Listener) => one.page !== page || (!all && one.callback !== callback);
    this.listeners.set(name, (this.listeners.get(name) ?? []).filter(stays));
  }

  /** How many listen to an event. */
  count(name: string): number {
    return this.listeners.get(name)?.length ?? 0;
  }

  /** A page was closed: its functions are gone with it. */
  forget(page: PageState): void {
    for (const [name, list] of this.listeners)
      this.listeners.set(
        name,
        list.filter((one) => one.page !== page),
      );
  }

  clear(): void {
    this.listeners.clear();
  }

  opened(book: Book): void {
    this.tell('WorkbookOpen', [bookRef(book)]);
  }

  activated(before: Book | null, book: Book): void {
    if (before) this.tell('WorkbookDeactivate', [bookRef(before)]);
    this.tell('WorkbookActivate', [bookRef(book)]);
  }

  closing(book: Book): void {
    this.tell('WorkbookBeforeClose', [bookRef(book)]);
  }

  saving(book: Book): void {
    this.tell('WorkbookBeforeSave', [bookRef(book)]);
  }

  saved(book: Book): void {
    this.tell('WorkbookAfterSave', [bookRef(book)]);
  }

  paneShown(visible: boolean): void {
    this.tell(visible ? 'AfterTaskPaneShow' : 'AfterTaskPaneHidden', []);
  }

  /** What happened in a workbook, in the words of et. It has none for renamed sheets, nor for rows put in or taken out. */
  follow(book: Book, event: ModelEvent): void {
    if (this.host.depth > 0 && this.host.switches.ownWrites === 'not-told') return;
    const sheet = sheetRef(book, event.sheetId);
    switch (event.type) {
      case 'changed':
        if (!event.structural)
          this.tell('SheetChange', [sheet, rangeRef(book, event.sheetId, [event.range])]);
        return;
      case 'selected':
        return this.tell('SheetSelectionChange', [sheet, rangeRef(book, event.sheetId, [event.range])]);
      case 'activated':
        return this.tell('SheetActivate', [sheet]);
      case 'added':
        return this.tell('WorkbookNewSheet', [bookRef(book), sheet]);
      case 'deleted':
        return this.tell('SheetBeforeDelete', [sheet]);
      case 'calculated':
        return this.tell('SheetCalculate', [sheet]);
      default:
    }
  }

  private tell(name: string, parts: readonly EtRef[]): void {
    const { enableEvents, switches } = this.host;
    if (switches.events === 'never-told') return;
    if (!enableEvents && switches.enableEvents === 'stops') return;
    for (const listener of [...(this.listeners.get(name) ?? [])])
      if (listener.page.alive) listener.page.call(listener.callback, parts);
  }
}
