/** A note on a cell (0-based): what Excel calls a note today and called a comment before. */
export interface NoteText {
  readonly row: number;
  readonly column: number;
  /** Lines end with "\n". */
  readonly text: string;
}

/** A cell as a key of maps and sets. */
export function cellKey(row: number, column: number): string {
  return `${row} ${column}`;
}
