import type { AnnexView } from '../annex/annex';
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
  if (!indicatorRows || !project) return null;
  const ofRow = Object.values(indicatorRows.places).some((place) => places[place]!.line === cell.column);
  const indicators = ofRow ? projects[project.index]?.indicators : undefined;
  const name = indicators?.find((indicator) => indicator.name?.row === cell.row)?.name;
  return name?.answered ? quote(name.text) : null;
}
