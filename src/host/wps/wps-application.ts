import { HostError, type SpreadsheetApplication, type SpreadsheetHost } from '../port';
import { EtCalls } from './et-call';
import { toHostError } from './et-errors';
import type { EtApplication, EtWorkbook } from './et-types';
import { EventHub } from './event-hub';
import { OpenBooks, type OpenBook } from './open-books';
import type { LostRecords } from './record-store';
import { EtSession, type FindApplication, type GiveTurn } from './session';
import type { EverySecond } from './watcher';
import { WpsHost, type WpsSurroundings } from './wps-host';

export interface WpsApplicationOptions {
  readonly find: FindApplication;
  readonly giveTurn: GiveTurn;
  /** Milliseconds, on whatever clock. */
  readonly now: () => number;
  readonly everySecond: EverySecond;
  readonly lostRecords: LostRecords;
}

/** WPS Spreadsheets: one page, and every workbook that the user opens. */
export class WpsApplication implements SpreadsheetApplication {
  readonly several = true;
  private readonly et = new EtCalls();
  private readonly books = new OpenBooks(this.et);
  private readonly hosts = new Map<OpenBook, WpsHost>();
  private readonly around: WpsSurroundings;

  constructor(private readonly options: WpsApplicationOptions) {
    const { find, everySecond, lostRecords } = options;
    this.around = { hub: new EventHub(this.et, find), everySecond, traits: {}, lostRecords };
  }

  front(): SpreadsheetHost | null {
    const front = this.asked((application) => this.books.front(application));
    return front && this.hostOf(front.known);
  }

  isOpen(host: SpreadsheetHost): boolean {
    const known = [...this.hosts].find(([, one]) => one === host)?.[0];
    return known !== undefined && this.asked((application) => this.books.isOpen(application, known));
  }

  watch(changed: () => void): () => void {
    let before = this.glance();
    const stopHearing = this.around.hub.listen((name, [book]) => {
      if (name === 'WorkbookBeforeClose') this.closing(book, (fullName) => this.books.closing(fullName));
      if (name === 'WorkbookOpen') this.closing(book, (fullName) => this.books.opened(fullName));
      if (name.startsWith('Workbook')) changed();
    });
    const stopLooking = this.options.everySecond(() => {
      const now = this.glance();
      if (now === before) return;
      before = now;
      changed();
    });
    return () => {
      stopHearing();
      stopLooking();
    };
  }

  private hostOf(known: OpenBook): WpsHost {
    const there = this.hosts.get(known);
    if (there) return there;
    const { find, giveTurn, now } = this.options;
    const host = new WpsHost(
      new EtSession(this.et, find, this.books, known, giveTurn, now),
      known,
      this.around,
    );
    this.hosts.set(known, host);
    return host;
  }

  /** The workbooks as words, to be compared. */
  private glance(): string {
    try {
      return this.asked((application) => {
        const isOther = this.books.look(application);
        const front = this.books.front(application)?.known;
        for (const [known] of this.hosts) if (!known.open) this.hosts.delete(known);
        return `${front?.id} ${front?.name} ${isOther ? Math.random() : ''}`;
      });
    } catch {
      return '';
    }
  }

  private closing(book: unknown, tell: (fullName: string) => void): void {
    try {
      tell(String(this.et.get(book as EtWorkbook, 'FullName')));
    } catch {
      // The look every second finds out.
    }
  }

  private asked<Result>(ask: (application: EtApplication) => Result): Result {
    try {
      const application = this.options.find();
      if (!application) throw new HostError('not-supported', 'the object model of WPS is not there');
      return ask(application);
    } catch (error) {
      throw toHostError(error);
    }
  }
}
