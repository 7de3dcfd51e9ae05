import { once } from 'node:events';

/** Texts are handed on in pieces of about this many UTF-16 code units. */
const PIECE = 65_536;

/**
 * A stream that is written to at the pace of its reader, so that results of thousands of workbooks never pile up
 * in memory. A reader that goes away (`| head`) is no error: from then on writing does nothing.
 */
export class Output {
  /** Why writing ended early, or `null`. */
  error: NodeJS.ErrnoException | null = null;
  private waiting = '';

  constructor(private readonly stream: NodeJS.WritableStream) {
    stream.on('error', (error: NodeJS.ErrnoException) => (this.error ??= error));
  }

  /** Whether nobody reads any more. */
  get closed(): boolean {
    return this.error !== null;
  }

  /** @param piece a text, or one in UTF-8 that is handed on as it is */
  async write(piece: string | Uint8Array): Promise<void> {
    if (typeof piece !== 'string') {
      await this.flush();
      await this.hand(piece);
      return;
    }
    this.waiting += piece;
    if (this.waiting.length >= PIECE) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.waiting;
    this.waiting = '';
    await this.hand(text);
  }

  private async hand(piece: string | Uint8Array): Promise<void> {
    if (piece.length === 0 || this.closed) return;
    if (!this.stream.write(piece)) await this.drained();
  }

  private async drained(): Promise<void> {
    const stop = new AbortController();
    try {
      // `once` rejects on 'error'; a stream may also close without one.
      await Promise.race([once(this.stream, 'drain', stop), once(this.stream, 'close', stop)]);
    } catch (error) {
      this.error ??= error as NodeJS.ErrnoException;
    } finally {
      stop.abort();
    }
  }
}
