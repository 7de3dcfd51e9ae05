import type { Finding } from '../rule/finding';
import { changesOf, type Change } from './changes';
import { cellKey, comparedProjects, type ComparedProject, type ReviewedSide } from './compared-project';
import { pairFindings, type PairedFindings } from './pair-findings';
import { pairIndicators } from './pair-indicators';
import { isRenamed, pairProjects } from './pair-projects';
import type { Pair } from './pairing';

/** A change, and whether the review of the older workbook had asked for it. */
export interface JudgedChange extends Change {
  /** Whether a finding of the older workbook stood at the cell, or named it. */
  readonly asked: boolean;
}

/** What became of one workbook in another that was handed in after it. */
export interface Comparison {
  readonly findings: PairedFindings;
  /** In the order of the newer workbook; of each project in the order of its fields. */
  readonly changes: readonly JudgedChange[];
  readonly projects: {
    /** In both, whatever they are called now. */
    readonly paired: number;
    readonly renamed: readonly Pair<ComparedProject>[];
    /** Only in the newer one. */
    readonly appeared: readonly ComparedProject[];
    /** Only in the older one. */
    readonly vanished: readonly ComparedProject[];
  };
}

/**
 * Compares two reviewed workbooks, of which the second was handed in to correct the first. Worksheets, rows and columns
 * may have been moved: projects are paired by what they are (unit and name, else what they contain), indicators within
 * them, findings by rule, indicator and field.
 */
export function compareSubmissions(
  before: readonly ReviewedSide[],
  after: readonly ReviewedSide[],
): Comparison {
  const projects = pairProjects(comparedProjects(before), comparedProjects(after));
  const indicators = new Map(projects.pairs.map((pair) => [pair, pairIndicators(pair)]));
  const findings = pairFindings([before, after], projects, (pair) => indicators.get(pair)!);
  const inOrder = [...projects.pairs].sort((a, b) => byPlace(a.new, b.new));
  const asked = cellsAskedFor(before);
  return {
    findings,
    changes: inOrder
      .flatMap((pair) => changesOf(pair, indicators.get(pair)!))
      .map((change) => ({ ...change, asked: change.old !== null && asked.has(cellKey(change.old)) })),
    projects: {
      paired: projects.pairs.length,
      renamed: inOrder.filter(isRenamed),
      appeared: projects.newRest,
      vanished: projects.oldRest,
    },
  };
}

function byPlace(a: ComparedProject, b: ComparedProject): number {
  return a.annex - b.annex || a.row - b.row || a.column - b.column;
}

function cellsAskedFor(sides: readonly ReviewedSide[]): ReadonlySet<string> {
  const cells = new Set<string>();
  const add = ({ cell, sheetId, related }: Finding): void => {
    cells.add(cellKey({ ...cell, sheetId }));
    for (const one of related) cells.add(cellKey(one));
  };
  for (const { findings } of sides) findings.forEach(add);
  return cells;
}
