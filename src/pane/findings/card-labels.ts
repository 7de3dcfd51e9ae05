import type { AnnexOutline, ReviewFinding } from '../../app/reviewer';
import { isColumn, labelPath, lowestLabel, type Place } from '../../engine/annex/place';
import { columnLetters } from '../../engine/sheet/address';

/** What the cards of a list say beside their cells. */
export interface CardLabels {
  /** Whether they name the project: where there is one alone, the line above the list does. */
  readonly projects: boolean;
  /** What a form says beside the cell of a finding, in its own words; '' where it is no cell of a form's. */
  of(finding: ReviewFinding): string;
}

export function cardLabels(annexes: readonly AnnexOutline[]): CardLabels {
  const byCell = new Map<string, string>();
  for (const { form, places, sheet } of annexes) {
    if (!form) continue;
    for (const place of places) byCell.set(cellKey(sheet.id, place.line, place.column ?? -1), labelOf(place));
  }
  return {
    projects: annexes.length !== 1 || !annexes[0]!.form,
    of: ({ sheetId, cell }) => byCell.get(cellKey(sheetId, cell.row, cell.column)) ?? '',
  };
}

/** Of an indicator its column; money stands between two labels that both tell of it. */
function labelOf(place: Place): string {
  const path = labelPath(place).map((label) => label.replace(/[:：]$/, ''));
  return path.slice(place.indicator >= 0 ? -1 : -2).join(' › ');
}

function cellKey(sheetId: string, row: number, column: number): string {
  return `${sheetId} ${row} ${column}`;
}

/** What stands above a column, in the sheet's own words; of a form, above the indicators in it. */
export function headerText(annexes: readonly AnnexOutline[], column: number): string {
  for (const { places } of annexes) {
    const found = places.find((place) => isColumn(place) && place.line === column);
    if (found) return labelPath(found).slice(-2).join(' › ');
    const cell = places.find((place) => place.column === column && place.indicator >= 0);
    if (cell) return lowestLabel(cell);
  }
  return columnLetters(column);
}
