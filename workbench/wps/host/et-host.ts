import type { ModelEvent, WorkbookModel } from '../../model/workbook-model';
import { WpsError, WpsMisuse } from '../object/et-errors';
import type { BookOptions } from './book';
import { Book } from './book';
import { CallCounter } from './call-counter';
import { EtEvents } from './et-events';
import { Panes } from './panes';
import type { WpsSwitches } from './switches';

/** A call that is about to be answered. */
export interface EtCall {
  /** 1 for the first. */
  readonly number: number;
  /** "Et.Range.Value2". */
  readonly member: string;
  readonly kind: 'get' | 'set' | 'call';
}

/** What the program is doing, whichever page asks. */
export class EtHost {
  readonly books: Book[] = [];
  /** The workbook in front. */
  active: Book | null = null;
  readonly calls = new CallCounter();
  readonly events: EtEvents;
  readonly panes: Panes;
  /** What no page may do was done, oldest first: a test that is over looks at it. */
  readonly faults: string[] = [];
  /** Shared by all pages, empty when the program starts. */
  readonly storage = new Map<string, string | number | boolean>();
  screenUpdating = true;
  enableEvents = true;
  displayAlerts = true;
  interactive = true;
  calculation = -4105;
  statusBar: unknown = false;
  /** A person is typing into a cell. */
  editing = false;
  /** A chart or another shape is selected, no cells. */
  shapeSelected = false;
  /**
   * Asked before each call is answered. Throwing fails it; "nothing" has it do nothing and answer nothing; whatever else
   * it does (bringing another workbook to the front) is done before the call.
   */
  beforeCall: ((call: EtCall) => 'nothing' | undefined) | null = null;
  /** Told when a workbook is opened: add-ins are loaded with the first. */
  onOpen: (() => void) | null = null;
  /** Told when another workbook has come to the front, or none is left there. */
  onActivate: (() => void) | null = null;
  /** Told when a control of the ribbon (`null`: all) is to be asked anew what it shows. */
  onRibbonChange: ((id: string | null) => void) | null = null;
  /** Milliseconds that each call takes longer than here. */
  latency = 0;
  /** How many calls are being answered: above one where a listener calls from within. */
  depth = 0;
  private readonly kept = new WeakSet<WpsMisuse>();
  private readonly stops = new Map<Book, () => void>();

  constructor(readonly switches: WpsSwitches) {
    this.events = new EtEvents(this);
    this.panes = new Panes(this);
  }

  openBook(model: WorkbookModel, options: BookOptions = {}): Book {
    const book = new Book(model, options);
    this.books.push(book);
    this.stops.set(
      book,
      model.subscribe((event) => this.follow(book, event)),
    );
    this.activate(book);
    this.events.opened(book);
    this.onOpen?.();
    return book;
  }

  /** Brings a workbook to the front. */
  activate(book: Book): void {
    if (this.active === book) return;
    const before = this.active;
    this.active = book;
    this.onActivate?.();
    this.events.activated(before, book);
  }

  closeBook(book: Book): void {
    this.events.closing(book);
    this.stops.get(book)?.();
    this.stops.delete(book);
    book.open = false;
    this.books.splice(this.books.indexOf(book), 1);
    if (this.active === book) {
      this.active = null;
      const [next] = this.books;
      if (next) this.activate(next);
      else this.onActivate?.();
    }
  }

  /**
   * Saves a workbook where it lies. What this build does not keep stays in the open workbook, and is missing when it is
   * opened the next time (`book.leaving`).
   */
  save(book: Book): void {
    const { customXml, documentProperties, hiddenNames } = this.switches;
    this.events.saving(book);
    book.nameCode();
    book.leaving = {
      customXml: customXml !== 'lost-on-save',
      properties: documentProperties !== 'lost-on-save',
      hiddenNames: hiddenNames !== 'lost-on-save',
    };
    book.saved = true;
    this.events.saved(book);
  }

  /** Keeps what no page may do. @returns the error to throw */
  fault(error: WpsMisuse): WpsMisuse {
    if (!this.kept.has(error)) this.faults.push(error.message);
    this.kept.add(error);
    return error;
  }

  /** A question to the person in front, which nobody can answer: WPS would take no call until somebody does. */
  prompt(question: string): never {
    throw this.fault(new WpsMisuse(`a prompt came up: ${question}`));
  }

  /** For what a switch says that a build refuses, or takes without doing it. @returns whether it is to be done */
  does(what: 'works' | 'throws' | 'nothing', name: string): boolean {
    if (what === 'throws') throw new WpsError(`${name} is not available`);
    return what === 'works';
  }

  dispose(): void {
    for (const stop of this.stops.values()) stop();
    this.stops.clear();
    this.events.clear();
  }

  private follow(book: Book, event: ModelEvent): void {
    if (event.type !== 'selected' && event.type !== 'activated') book.saved = false;
    this.events.follow(book, event);
  }
}
