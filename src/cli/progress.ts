import { oneLine } from './one-line';

/** What progress needs of standard error. */
export interface ProgressStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const BAR_WIDTH = 20;
/** Milliseconds between two drawings of the bar. */
const INTERVAL = 100;

/**
 * Progress on standard error: a bar of one line where that is a terminal, nothing otherwise; and single lines
 * about what could not be done. With `quiet`, nothing at all.
 */
export class Progress {
  private readonly bar: boolean;
  private drawn = false;
  private lastDrawn = 0;

  constructor(
    private readonly stream: ProgressStream,
    private readonly quiet: boolean,
    private readonly total: number,
  ) {
    this.bar = !quiet && stream.isTTY === true && total > 1;
  }

  /** `done` files are finished, `file` is next. */
  step(done: number, file: string): void {
    if (!this.bar) return;
    const now = Date.now();
    if (this.drawn && now - this.lastDrawn < INTERVAL) return;
    const filled = Math.round((done / this.total) * BAR_WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
    const head = `${bar} ${done}/${this.total} `;
    const room = (this.stream.columns ?? 80) - head.length - 1;
    this.stream.write(`\r\u001b[2K${head}${endOf(file, room)}`);
    this.drawn = true;
    this.lastDrawn = now;
  }

  /** Takes the bar away, before anything else is written to the same terminal. */
  clear(): void {
    if (!this.drawn) return;
    this.stream.write('\r\u001b[2K');
    this.drawn = false;
  }

  line(text: string): void {
    if (this.quiet) return;
    this.clear();
    this.stream.write(`${oneLine(text)}\n`);
  }
}

/** The end of a path that fits into a number of terminal columns; wide characters take two. */
function endOf(path: string, columns: number): string {
  const characters = [...oneLine(path)];
  let width = 0;
  let from = characters.length;
  while (from > 0) {
    width += characters[from - 1]! > '\u2e7f' ? 2 : 1;
    if (width > columns) break;
    from--;
  }
  return characters.slice(from).join('');
}
