import type { AnnexView, Indicator } from '../annex/annex';
import type { CellPosition } from '../sheet/address';
import { quote } from '../rule/figures';
import type { Report } from '../rule/rule';

/** What of an annex tells whose row a cell stands in. */
export type RowsOfIndicators = Pick<AnnexView, 'indicatorRows' | 'places' | 'projects'>;

/**
 * The name of the indicator in whose row a cell stands, where indicators are rows: only it tells which of the rows of a
 * project is meant. `null` where the cell is the project's own, or the row has no name.
 */
export function indicatorOfRow(
  { indicatorRows, places, projects }: RowsOfIndicators,
  { cell, project }: Pick<Report, 'cell' | 'project'>,
): string | null {
  const own = project && projects[project.index];
  if (!own) return null;
  if (own.indicatorRefs) {
    const isHere = ({ row, column }: CellPosition): boolean => row === cell.row && column === cell.column;
    const at = own.indicatorRefs.findIndex(({ cells }) => Object.values(cells).some(isHere));
    return at < 0 ? null : nameIn(own.indicators[at]);
  }
  if (!indicatorRows) return null;
  const ofRow = Object.values(indicatorRows.places).some((place) => places[place]!.line === cell.column);
  const indicators = ofRow ? own.indicators : undefined;
  return nameIn(indicators?.find((indicator) => indicator.name?.row === cell.row));
}

function nameIn(indicator: Indicator | undefined): string | null {
  const name = indicator?.name;
  return name?.answered ? quote(name.text) : null;
}
