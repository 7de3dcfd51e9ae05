import { HostError } from '../port';
import { EtFailure, type EtCalls } from './et-call';
import { AUTOMATIC, MANUAL } from './et-constants';
import { toHostError } from './et-errors';
import type { EtApplication, EtWorkbook } from './et-types';
import type { OpenBook, OpenBooks } from './open-books';
import { mustNotBeReadOnly } from './takes-changes';

/** Finds the object model at this moment; `null`: there is none any more. */
export type FindApplication = () => EtApplication | null;

/** What a piece of work is done with. None of it may be kept beyond the piece. */
export interface Piece {
  readonly et: EtCalls;
  readonly application: EtApplication;
  readonly book: EtWorkbook;
}

/** A question about what was opened. @returns the questions that it leads to */
export type Question<Opened> = (opened: Opened) => readonly Question<Opened>[] | undefined;

/** Lets the page do what it has to do: timers, painting, clicks. */
export type GiveTurn = () => Promise<void>;

/** So long a piece may take; in milliseconds. */
const PIECE = 40;

/**
 * Work in one workbook. It is done in pieces: within one nobody else does anything, for the object model answers at once
 * and the page gets no turn; between two, anything may have happened, so that each begins by looking for the workbook.
 */
export class EtSession {
  private quiet = 0;
  private switched: (() => void)[] = [];
  private pieceBegan = 0;

  constructor(
    readonly et: EtCalls,
    private readonly find: FindApplication,
    private readonly books: OpenBooks,
    private readonly known: OpenBook,
    private readonly giveTurn: GiveTurn,
    private readonly now: () => number,
  ) {}

  /** Whether what happens now is done by us. */
  get isWriting(): boolean {
    return this.quiet > 0;
  }

  /**
   * Does a piece of work while the workbook is in front.
   * @throws HostError `workbook-changed`, `no-workbook`, `busy`
   */
  piece<Result>(work: (piece: Piece) => Result): Result {
    const { et } = this;
    this.pieceBegan = this.now();
    try {
      const application = this.find();
      if (!application) throw new HostError('not-supported', 'the object model of WPS is not there');
      mustBeReady(et, application);
      const front = this.books.front(application);
      if (!front) throw new HostError('no-workbook', 'no workbook is open', { write: 'not-tried' });
      if (front.known !== this.known)
        throw new HostError('workbook-changed', 'another workbook is in front', { write: 'not-tried' });
      return work({ et, application, book: front.book });
    } catch (error) {
      throw toHostError(error);
    }
  }

  /** Whether the piece should end soon, so that the page gets its turn. */
  get isDue(): boolean {
    return this.now() - this.pieceBegan >= PIECE;
  }

  /**
   * Works through questions about one worksheet in as few pieces as the page's turns allow. What is opened at the
   * beginning of a piece is opened anew in the next one. A question may put others before those that wait.
   */
  async inPieces<Opened>(
    open: (piece: Piece) => Opened,
    questions: readonly Question<Opened>[],
    signal?: AbortSignal,
  ): Promise<void> {
    const waiting = [...questions].reverse();
    while (waiting.length > 0) {
      if (signal?.aborted) throw new HostError('cancelled', 'it was cancelled');
      this.piece((piece) => {
        const opened = open(piece);
        do waiting.push(...[...(waiting.pop()!(opened) ?? [])].reverse());
        while (waiting.length > 0 && !this.isDue);
      });
      if (waiting.length > 0) await this.turn(signal);
    }
  }

  /** Between two pieces: gives the page its turn. @throws HostError `cancelled` */
  async turn(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) throw new HostError('cancelled', 'it was cancelled');
    await this.giveTurn();
    if (signal?.aborted) throw new HostError('cancelled', 'it was cancelled');
  }

  /**
   * Does work that writes without painting, without questions to the user, without calculating after each cell, and such
   * that WPS tells no listener of it where it heeds that. What was switched is switched back, whatever happens.
   * @throws HostError `read-only` before anything is done
   */
  async quietly<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    this.piece((piece) => {
      mustNotBeReadOnly(piece.et, piece.book);
      this.hush(piece);
    });
    try {
      return await work();
    } finally {
      this.speak();
    }
  }

  private hush({ et, application }: Piece): void {
    this.quiet += 1;
    if (this.quiet > 1) return;
    for (const name of ['ScreenUpdating', 'EnableEvents', 'DisplayAlerts'] as const) {
      const before = attempt(() => et.get(application, name));
      // One that cannot be read is as WPS has it at first.
      this.switched.push(() => this.switchTo(name, before !== false));
      attempt(() => et.set(application, name, false));
    }
    const calculation = attempt(() => et.get(application, 'Calculation'));
    if (calculation !== AUTOMATIC) return;
    this.switched.push(() => this.switchTo('Calculation', AUTOMATIC));
    attempt(() => et.set(application, 'Calculation', MANUAL));
  }

  private speak(): void {
    this.quiet -= 1;
    if (this.quiet > 0) return;
    // Events last: what calculating causes is ours as well.
    for (const back of this.switched.splice(0).reverse()) {
      // A single refusal passes.
      if (attempt(() => (back(), true)) !== true) attempt(back);
    }
  }

  /** @throws EtFailure where it is not so then: builds swallow what they do not take */
  private switchTo<Name extends 'ScreenUpdating' | 'EnableEvents' | 'DisplayAlerts' | 'Calculation'>(
    name: Name,
    value: EtApplication[Name],
  ): void {
    const { et } = this;
    const application = this.application();
    et.set(application, name, value);
    if (et.get(application, name) !== value) throw new EtFailure(`WPS does not switch ${name} back`);
  }

  private application(): EtApplication {
    const application = this.find();
    if (!application) throw new HostError('not-supported', 'the object model of WPS is not there');
    return application;
  }
}

/** @throws HostError `busy` while a cell is being edited: calls would fail then, or do nothing without a word */
function mustBeReady(et: EtCalls, application: EtApplication): void {
  if (attempt(() => et.get(application, 'Ready')) !== false) return;
  throw new HostError('busy', 'a cell is being edited, or WPS is waiting for an answer', {
    write: 'not-tried',
  });
}

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
