import type { Annex } from '../annex/annex';
import { isMoneyField, type FieldId } from '../annex/field-id';
import { placeFinder } from '../annex/cell-refs';
import type { Finding } from '../rule/finding';
import type { Rule } from '../rule/rule';
import { LAST_COLUMN, type CellPosition } from '../sheet/address';
import { coveredBy } from '../sheet/merges';

/**
 * Tells of the findings of an annex which of them may be said. None at a cell that a merged range covers: nobody could
 * correct it, and the first cell of the range has been looked at. None that rests on a cell of which it is not known what
 * it shows, nor on an indicator of which a part is not known; rules about money and rates say nothing of a row where one
 * of these is not known.
 */
export function saysWhatIsKnown(annex: Annex, rules: readonly Rule[]): (finding: Finding) => boolean {
  const isCovered = coveredBy(annex.merges);
  if (annex.unknownCells.length === 0) return ({ cell }) => !isCovered(cell.row, cell.column);
  const unknown = new Set(annex.unknownCells.map(keyOf));
  const placeAt = placeFinder(annex);
  const fieldAt = (cell: CellPosition): FieldId | null => annex.places[placeAt(cell)]?.field ?? null;
  const halfKnown = new Set(
    annex.unknownCells.flatMap((cell) => (isFigure(fieldAt(cell)) ? rowsOfProject(annex, cell.row) : [])),
  );
  const indicatorAt = (cell: CellPosition): number => annex.places[placeAt(cell)]?.indicator ?? -1;
  const partOf = (cell: CellPosition): string => `${cell.row} ${indicatorAt(cell)}`;
  const unknownParts = new Set(annex.unknownCells.filter((cell) => indicatorAt(cell) >= 0).map(partOf));
  const rests = (one: CellPosition): boolean =>
    unknown.has(keyOf(one)) || (indicatorAt(one) >= 0 && unknownParts.has(partOf(one)));
  const aboutFigures = new Set(rules.flatMap(({ meta }) => (needsFigures(meta) ? [meta.id] : [])));
  return ({ rule, cell, related }) => {
    if (isCovered(cell.row, cell.column)) return false;
    if (halfKnown.has(cell.row) && aboutFigures.has(rule)) return false;
    // What another worksheet shows was asked by the rule.
    return !rests(cell) && !related.some((one) => one.sheetId === annex.sheet.id && rests(one));
  };
}

/** The rows of the project of a form; in a table the row itself. */
function rowsOfProject({ projects }: Annex, row: number): number[] {
  const form = projects.find(({ cells, rows }) => cells && rows.first <= row && row <= rows.last);
  if (!form) return [row];
  const { first, last } = form.rows;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function needsFigures({ topic, requires }: Rule['meta']): boolean {
  return topic === 'money' || topic === 'rate' || requires.flat().some((field) => isFigure(field as FieldId));
}

function isFigure(field: FieldId | null): boolean {
  return field !== null && (isMoneyField(field) || field === 'executionRate');
}

function keyOf({ row, column }: CellPosition): number {
  return row * (LAST_COLUMN + 1) + column;
}
