/** What we put into a cell at most, in characters; Excel takes 32,767. */
export const LONGEST_CELL_TEXT = 32_000;
