import type { ProjectRef } from '../../rule/rule';
import type { CellPosition } from '../../sheet/address';
import type { BudgetScope, ProjectFigures, ShownFigure } from './figures';

/**
 * Figures of many projects, as numbers: of a large table no more is kept for the case that the workbook has forms. Plain.
 */
export interface PackedFigures {
  /** In the order of the projects. They are put together as they are: nothing is copied of a large table. */
  readonly blocks: Block[];
  /** Of a form the amounts of single sources; none of the rows of a table. */
  parts: ProjectFigures['parts'];
}

/** Those of some consecutive projects. */
interface Block {
  readonly projects: ProjectRef[];
  /** `STRIDE` numbers a project; NaN for what is not stated. */
  readonly numbers: number[];
}

/** One of the projects, where its figures are kept. */
export interface PackedProject {
  readonly project: ProjectRef;
  readonly block: Block;
  /** Its place in the block. */
  readonly index: number;
}

const FIGURES = ['initialBudget', 'budget', 'actual', 'rate', 'score'] as const;
const SCOPES: readonly BudgetScope[] = [null, 'initial', 'whole'];
const RATES: readonly ProjectFigures['rateIs'][] = [null, 'right', 'off'];
/** Row, column, value and half a unit of each figure; then scope, rate and full marks; then row and column of the name. */
const PER_FIGURE = 4;
const OTHERS = 3;
const OF_NAME = FIGURES.length * PER_FIGURE + OTHERS;
const STRIDE = OF_NAME + 2;

export function noFigures(): PackedFigures {
  return { blocks: [], parts: [] };
}

export function pack(
  packed: PackedFigures,
  project: ProjectRef,
  name: CellPosition,
  figures: ProjectFigures,
  isForm: boolean,
): void {
  // Only what has learnt of no portion yet adds projects one by one.
  if (packed.blocks.length === 0) packed.blocks.push({ projects: [], numbers: [] });
  const { projects, numbers } = packed.blocks[0]!;
  projects.push(project);
  for (const name of FIGURES) {
    const figure = figures[name];
    if (figure) numbers.push(figure.cell.row, figure.cell.column, figure.value, figure.half);
    else numbers.push(NaN, NaN, NaN, NaN);
  }
  numbers.push(SCOPES.indexOf(figures.scope), RATES.indexOf(figures.rateIs), figures.full ?? NaN);
  numbers.push(name.row, name.column);
  if (isForm) packed.parts = figures.parts;
}

/** Takes in those of the projects that follow. */
export function mergePacked(packed: PackedFigures, further: PackedFigures): void {
  for (const block of further.blocks) packed.blocks.push(block);
  if (further.parts.length > 0) packed.parts = further.parts;
}

/** The projects in their order. */
export function* packedProjects({ blocks }: PackedFigures): Generator<PackedProject> {
  for (const block of blocks)
    for (const [index, project] of block.projects.entries()) yield { project, block, index };
}

/** The cell of the name of a project. 0-based sheet position. */
export function nameCellOf({ block: { numbers }, index }: PackedProject): CellPosition {
  const at = index * STRIDE + OF_NAME;
  return { row: numbers[at]!, column: numbers[at + 1]! };
}

/** The figures of a project. */
export function unpack(
  { parts }: PackedFigures,
  { block: { numbers }, index }: PackedProject,
): ProjectFigures {
  const from = index * STRIDE;
  const stated: Partial<Record<(typeof FIGURES)[number], ShownFigure>> = {};
  for (const [i, name] of FIGURES.entries()) {
    const [row, column, value, half] = numbers.slice(from + i * PER_FIGURE, from + (i + 1) * PER_FIGURE) as [
      number,
      number,
      number,
      number,
    ];
    if (!Number.isNaN(value)) stated[name] = { cell: { row, column }, value, half };
  }
  const [scope, rate, full] = numbers.slice(from + FIGURES.length * PER_FIGURE, from + OF_NAME) as [
    number,
    number,
    number,
  ];
  return {
    ...stated,
    scope: SCOPES[scope]!,
    rateIs: RATES[rate]!,
    full: Number.isNaN(full) ? null : full,
    parts,
  };
}
