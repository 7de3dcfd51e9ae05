import type { CellPosition } from '../../engine/sheet/address';
import type { Guard } from '../../engine/sheet/edit';
import type { FindingCells, FollowedFindings } from '../engine/engine';
import type { FollowedSheet } from './followed-sheet';

/** Findings with their cells, and those they relate to, where these are now. */
export function followFindings(sheet: FollowedSheet, findings: readonly FindingCells[]): FollowedFindings {
  const lost: CellPosition[] = [];
  const { id } = sheet.reviewed.snapshot;
  const places = findings.map(({ cell, related }): FindingCells => {
    const now = sheet.place(cell);
    if (!now) lost.push({ row: cell.row, column: cell.column });
    const relatedNow = related.flatMap((one) => {
      // What stands on another worksheet is not followed here.
      if (one.sheetId !== id) return one;
      const place = sheet.place(one);
      return place ? { sheetId: id, ...place } : [];
    });
    return { cell: now ?? cell, related: relatedNow };
  });
  return { places, lost, guards: lost.length > 0 ? [] : guardsOf(sheet, findings, places) };
}

/** The cells that tell whose the rows of the findings are. */
function guardsOf(
  sheet: FollowedSheet,
  findings: readonly FindingCells[],
  places: readonly FindingCells[],
): Guard[] {
  const guards = new Map<string, Guard>();
  findings.forEach(({ cell }, i) => {
    const now = places[i]!.cell;
    const owner = sheet.reviewed.ownerOf(cell.row);
    const down = now.row - cell.row;
    const cells = owner
      ? owner.columns.map((column) => ({ row: owner.row + down, column }))
      : [{ row: now.row, column: now.column }];
    for (const one of cells)
      guards.set(`${one.row},${one.column}`, { ...one, expected: sheet.contentAt(one) });
  });
  return [...guards.values()];
}
