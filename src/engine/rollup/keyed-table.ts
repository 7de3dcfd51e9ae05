import type { PlanCell, PlanLink, PlanStyle } from '../sheet/sheet-plan';
import { rowRange, type PlanRow } from './frame';
import { writeResultKey, type ResultRowKey } from './result-key';
import { asText, LOOKS, type StyleBook } from './style-book';

/** The rows of a rollup whose last column, hidden, says what each of them is, as they are put one below the other. */
export class KeyedTable {
  readonly links: PlanLink[] = [];
  /** 0-based rows of notes. */
  readonly notes: number[] = [];

  /**
   * @param rows those above; its own are put below them
   * @param width how many columns there are, that of the keys among them
   */
  constructor(
    readonly rows: PlanRow[],
    private readonly width: number,
    private readonly styles: StyleBook,
  ) {}

  /** 0-based row of what is put next. */
  get next(): number {
    return this.rows.length;
  }

  /** @param cells of all columns but the last, each with its look */
  put(key: ResultRowKey, cells: readonly (readonly [PlanCell, PlanStyle])[]): void {
    this.rows.push([
      ...cells.map(([cell, look]) => ({ ...cell, style: this.styles.index(look) })),
      this.keyCell(key),
    ]);
  }

  headings(key: ResultRowKey, words: readonly string[]): void {
    this.put(
      key,
      words.slice(0, -1).map((value) => [{ value }, LOOKS.header] as const),
    );
  }

  /** A text over all columns but the hidden one. */
  note(text: string): void {
    this.notes.push(this.next);
    const cells: PlanRow = Array.from({ length: this.width }, () => null);
    cells[0] = { value: text, style: this.styles.index(LOOKS.note) };
    cells[this.width - 1] = this.keyCell({ kind: 'note' });
    this.rows.push(cells);
  }

  /** Rows without anything, under a chart. */
  blank(count: number): void {
    for (let i = 0; i < count; i++) this.rows.push([]);
  }

  get merges(): ReturnType<typeof rowRange>[] {
    return this.notes.map((row) => rowRange(row, 0, this.width - 2));
  }

  private keyCell(key: ResultRowKey): PlanCell {
    return { value: writeResultKey(key), style: this.styles.index(asText(LOOKS.key)) };
  }
}
