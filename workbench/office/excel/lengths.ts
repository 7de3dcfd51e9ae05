/** Pixels of a digit in the standard font, and of the padding of a cell. */
const DIGIT = 7;
const PADDING = 5;
const PIXELS_PER_POINT = 96 / 72;

/** Excel's scripts measure columns in points, its people (and the model) in characters. */
export function pointsToCharacters(points: number): number {
  return Math.max(0, Math.round(((points * PIXELS_PER_POINT - PADDING) / DIGIT) * 100) / 100);
}

/** The other way round. */
export function charactersToPoints(characters: number): number {
  return Math.round(((characters * DIGIT + PADDING) / PIXELS_PER_POINT) * 100) / 100;
}

/** Height in points of a row that has none of its own. */
export const STANDARD_ROW_HEIGHT = 15;

/** The heights that rows were given; the model does not tell them. */
export class RowHeights {
  private readonly heights = new Map<string, number>();

  get(sheetId: string, row: number): number {
    return this.heights.get(`${sheetId} ${row}`) ?? STANDARD_ROW_HEIGHT;
  }

  set(sheetId: string, row: number, height: number): void {
    this.heights.set(`${sheetId} ${row}`, height);
  }
}
