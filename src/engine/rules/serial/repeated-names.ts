import type { Project } from '../../annex/annex';
import { foldText } from '../../annex/text';
import { positionOf, type CellPosition } from '../../sheet/address';

/** The name of a project. Plain. */
export interface NamedProject {
  /** Index of the project. */
  readonly index: number;
  readonly unit: string | null;
  /** Without white space, in half-width forms. */
  readonly name: string;
  readonly cell: CellPosition;
}

export function addName(names: NamedProject[], { index, unit, name, nameCell }: Project): void {
  if (nameCell.answered) names.push({ index, unit, name: foldText(name), cell: positionOf(nameCell) });
}

/** For each project with the name of an earlier one of its unit the cell of that name, by the index of the project. */
export function namesakes(names: readonly NamedProject[]): Record<number, CellPosition> {
  const repeated: Record<number, CellPosition> = {};
  const byUnit = new Map<string | null, Map<string, NamedProject>>();
  for (const named of names) {
    let own = byUnit.get(named.unit);
    if (!own) byUnit.set(named.unit, (own = new Map()));
    const first = own.get(named.name);
    if (first) repeated[named.index] = first.cell;
    else own.set(named.name, named);
  }
  return repeated;
}
