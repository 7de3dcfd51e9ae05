import { HostError, type SpreadsheetHost } from '../host/port';

/** The workbook that is worked with, and who writes into it: one after the other. */
export class Turns {
  /** The workbook last looked at: what has no origin of its own is meant for it. */
  private workbookId: string | null = null;
  private writing: Promise<unknown> = Promise.resolve();
  /** What was begun last, and whether it is done. */
  private work: { readonly done: boolean } = { done: true };

  /** @param begin called before each piece of work that writes */
  constructor(
    private readonly host: SpreadsheetHost,
    private readonly begin: () => void,
  ) {}

  async openWorkbook(): Promise<string> {
    const { id } = await this.host.workbook();
    this.workbookId = id;
    return id;
  }

  /**
   * Looks whether the workbook is the one that was reviewed, or looked at last.
   * @throws HostError `workbook-changed`
   */
  async mustBeIn(workbookId: string | undefined): Promise<void> {
    const { id } = await this.host.workbook();
    const meant = workbookId ?? this.workbookId;
    if (meant !== null && id !== meant)
      throw new HostError('workbook-changed', 'another workbook is in front', { write: 'not-tried' });
  }

  /** Does work that writes one after the other: each reads the state document and writes it back. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const begun = { done: false };
    this.work = begun;
    const next = this.writing.then(() => {
      this.begin();
      return work();
    });
    this.writing = next
      .catch(() => undefined)
      .finally(() => {
        begun.done = true;
      });
    return next;
  }

  /** Tells whether nothing is being written now, and nothing has been since. */
  quiet(): () => boolean {
    const settled = this.work.done ? this.work : null;
    return () => settled === this.work;
  }
}
