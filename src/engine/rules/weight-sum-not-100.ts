import type { Project } from '../annex/annex';
import { positionOf, type CellPosition } from '../sheet/address';
import { pointsLabelOf } from '../facts/table/places';
import { quote, roundNoise } from '../rule/figures';
import { MOST_RELATED, type Fix } from '../rule/finding';
import type { NumberCell } from '../annex/values/number-cell';
import {
  executionWeightOf,
  NOISE,
  pointsFix,
  pointsOf,
  POINTS_FIX_MESSAGES,
  pointsText,
} from '../facts/scores/scores';
import type { AnnexFacts } from '../rule/annex-facts';
import { defineRule, type FactContext, type Learning } from '../rule/rule';
import {
  addUp,
  firstWeight,
  hasUnreadWeights,
  rightSums,
  weightsOf,
  type PartWeight,
  type Weights,
} from '../facts/scores/weights';

/** From so many projects on, one scheme of weights for all of them is meant so. */
const MANY = 4;

/** The weights of an annex: what is shared by all of its projects, and what most of them have. */
interface CountedWeights {
  /** Projects with weights. */
  projects: number;
  /** Of those with a fault: how many there are, the first of them, and where it and the first of the others stand. */
  faults: number;
  first: number;
  cells: CellPosition[];
  /** The weights of the first, and whether all the others have the same. */
  pattern: string;
  alike: boolean;
  /** How often the weights of each place are so many points. */
  readonly points: Record<number, Record<number, number>>;
}

interface KnownWeights {
  /** A fault of all projects alike, said at the first of them; `null` where there is none. */
  readonly shared: {
    /** Index of the project. */
    readonly first: number;
    readonly others: readonly CellPosition[];
    readonly many: boolean;
  } | null;
  /** The weight that more than half of the projects have, by place. */
  readonly usual: Readonly<Record<number, number>>;
}

const knownWeights: Learning<CountedWeights, KnownWeights> = {
  empty: () => ({ projects: 0, faults: 0, first: -1, cells: [], pattern: '', alike: true, points: {} }),
  add(learnt, project, context) {
    for (const { weight } of [...project.groups, ...project.indicators]) {
      const points = pointsOf(weight);
      if (weight && points !== null) addTo((learnt.points[weight.place] ??= {}), points, 1);
    }
    const weights = hasUnreadWeights(context) ? null : weightsOf(project);
    if (!weights) return;
    learnt.projects++;
    const fault = faultOf(project, weights, context);
    if (!fault) return;
    const cells = [positionOf(fault.cell)];
    addFaults(learnt, { faults: 1, first: project.index, cells, pattern: patternOf(weights), alike: true });
  },
  merge(learnt, further) {
    learnt.projects += further.projects;
    if (further.faults > 0) addFaults(learnt, further);
    for (const [place, counts] of Object.entries(further.points))
      for (const [points, count] of Object.entries(counts))
        addTo((learnt.points[Number(place)] ??= {}), Number(points), count);
  },
  settle({ projects, faults, first, cells, alike, points }) {
    const shared = projects > 1 && faults === projects && alike;
    return {
      shared: shared ? { first, others: cells.slice(1), many: projects >= MANY } : null,
      usual: usualPoints(points),
    };
  },
};

type Faults = Pick<CountedWeights, 'faults' | 'first' | 'cells' | 'pattern' | 'alike'>;

function addFaults(learnt: Faults, { faults, first, cells, pattern, alike }: Faults): void {
  if (learnt.faults === 0) {
    learnt.first = first;
    learnt.pattern = pattern;
  }
  learnt.faults += faults;
  learnt.alike = learnt.alike && alike && pattern === learnt.pattern;
  if (learnt.alike) learnt.cells.push(...cells.slice(0, MOST_RELATED + 1 - learnt.cells.length));
  else learnt.cells = [];
}

function addTo(counts: Record<number, number>, points: number, count: number): void {
  counts[points] = (counts[points] ?? 0) + count;
}

function usualPoints(counted: Readonly<Record<number, Record<number, number>>>): Record<number, number> {
  const usual: Record<number, number> = {};
  for (const [place, counts] of Object.entries(counted)) {
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    for (const [points, count] of Object.entries(counts))
      if (count * 2 > all) usual[Number(place)] = Number(points);
  }
  return usual;
}

export const rule = defineRule({
  meta: {
    id: 'weight-sum-not-100',
    name: { 'zh-CN': '分值合计不为100', en: 'Weights do not add up to 100' },
    description: {
      'zh-CN':
        '执行率分值与各指标（或各部分）分值之和应为 100（没有执行率分值栏的，为 100 或 90 均可），并与分值合计栏、表头注明的分值（如“产出指标（50分）”）一致。未使用的指标没有分值不报；全表各项目分值相同的只报一次；项目较多时只作提示，因为表内可能只列了部分指标。有分值栏未能识别的不检查。',
      en: 'The weights of the execution and of the indicators, or of the groups of points that the table has, must add up to 100 (without a column for the former, to 100 or 90), and agree with the column for their sum and with the points printed in the header. Indicators that are not in use need no weight; a pattern shared by all projects is reported once, as a note where they are many: such a table may show only some of the indicators. Not checked where a column that may hold weights was not read.',
    },
    topic: 'score',
    severity: 'error',
    severities: ['info'],
    settings: ['totalWeight', 'executionWeight'],
    requires: [['indicator.*.weight', 'group.weight']],
    fix: 'suggestion',
    basis: ['中江自评表注1', '财预〔2020〕10号《项目支出绩效评价管理办法》'],
    messages: {
      sum: {
        'zh-CN': '各项分值合计为 {sum}（{parts}），应为 {right}。请核对各指标分值。',
        en: 'The weights add up to {sum} ({parts}), not to {right}. Check the weights.',
      },
      total: {
        'zh-CN': '分值合计为 {total}，各项分值相加为 {sum}（{parts}）。请核对。',
        en: 'The sum of the weights is given as {total}; they add up to {sum} ({parts}). Check them.',
      },
      printed: {
        'zh-CN': '表头“{label}”为 {right} 分，本项目该部分分值合计为 {sum}（{parts}）。请核对各指标分值。',
        en: 'The header gives {right} points to "{label}"; here its weights add up to {sum} ({parts}). Check them.',
      },
      ...POINTS_FIX_MESSAGES,
    },
  },
  learn: knownWeights,
  project(project, context, report) {
    const { shared, usual } = context.learnt;
    if (shared && shared.first !== project.index) return;
    const weights = hasUnreadWeights(context) ? null : weightsOf(project);
    const fault = weights && faultOf(project, weights, context);
    if (!fault) return;
    const { concerned, cell, message, data, expected, actual } = fault;
    report({
      severity: shared?.many ? 'info' : undefined,
      cell,
      related: shared?.others ?? concerned.map((part) => part.cell).filter((other) => other !== cell),
      project,
      message,
      data,
      expected,
      actual,
      suggestions: shared || context.annex.indicatorRows ? [] : correction(fault, usual),
    });
  },
});

/** What is wrong with the weights of a project; `null` where nothing is. */
function faultOf(project: Project, weights: Weights, context: FactContext): Fault | null {
  return sumFault(project, weights, context) ?? printedFault(weights, context.annex);
}

function sumFault(project: Project, weights: Weights, context: FactContext): Fault | null {
  const executionWeight = executionWeightOf(context);
  const { totalWeight } = project.scores;
  const stated = pointsOf(totalWeight);
  const total = context.profile.totalWeight;
  // Only a sum of all points may hold those of an execution that no cell gives.
  const held = stated !== null && Math.abs(stated - total) <= NOISE ? executionWeight : 0;
  const agrees = stated === null || addUp(weights, stated, held);
  if (agrees && addUp(weights, total, executionWeight)) return null;
  const [right] = rightSums(weights, total, executionWeight);
  const contradicts = stated !== null && Math.abs(stated - total) <= NOISE ? false : !agrees;
  return {
    concerned: weights.parts,
    cell: totalWeight && stated !== null ? totalWeight : firstWeight(weights),
    message: contradicts ? 'total' : 'sum',
    data: {
      sum: pointsText(weights.sum),
      right: pointsText(right!),
      total: stated === null ? '' : pointsText(stated),
      parts: partsText(context.annex, weights, weights.parts),
    },
    expected: right!,
    actual: weights.sum,
  };
}

function printedFault(weights: Weights, annex: AnnexFacts): Fault | null {
  for (const { label, points, places } of annex.stated.printedPoints) {
    const concerned = weights.parts.filter(({ cell }) => places.includes(cell.place));
    const execution =
      weights.execution && places.includes(weights.execution.cell.place) ? weights.execution : null;
    const cell = execution?.cell ?? concerned[0]?.cell;
    if (!cell) continue;
    const sum = roundNoise(concerned.reduce((all, part) => all + part.points, 0) + (execution?.points ?? 0));
    if (Math.abs(sum - points) <= weights.tolerance) continue;
    if (
      !execution &&
      isManagement(concerned) &&
      Math.abs(sum + executionOf(weights) - points) <= weights.tolerance
    )
      continue;
    return {
      concerned,
      cell,
      message: 'printed',
      data: {
        label,
        sum: pointsText(sum),
        right: pointsText(points),
        parts: partsText(annex, { execution }, concerned),
      },
      expected: points,
      actual: sum,
    };
  }
  return null;
}

/** 管理, 过程: what is none of the nine kinds may have the execution among its points, which stand elsewhere. */
function isManagement(parts: readonly PartWeight[]): boolean {
  return parts.length > 0 && parts.every(({ indicator }) => indicator === null || indicator.kind === 'other');
}

function executionOf({ execution }: Weights): number {
  return execution?.points ?? 0;
}

interface Fault {
  readonly concerned: readonly PartWeight[];
  readonly cell: NumberCell;
  readonly message: string;
  readonly data: Readonly<Record<string, string>>;
  readonly expected: number;
  readonly actual: number;
}

/** "执行率 10 + 数量指标 20 + …", as the header calls them. */
function partsText(
  annex: AnnexFacts,
  { execution }: Pick<Weights, 'execution'>,
  parts: readonly PartWeight[],
): string {
  const labels = parts.map(({ cell }) => pointsLabelOf(annex, cell));
  const isOne = (label: string): boolean => labels.indexOf(label) === labels.lastIndexOf(label);
  return [
    ...(execution ? [`执行率 ${pointsText(execution.points)}`] : []),
    ...parts.map(
      ({ indicator, points }, i) =>
        `${partName(indicator, labels[i]!, !annex.indicatorRows && isOne(labels[i]!))} ${pointsText(points)}`,
    ),
  ].join(' + ');
}

/** As the header calls it; by its own name where indicators are rows, or several of a form are called the same. */
function partName(indicator: PartWeight['indicator'], label: string, isOne: boolean): string {
  const name = indicator?.name;
  return !isOne && name?.answered ? quote(name.text) : label;
}

function patternOf({ execution, parts }: Weights): string {
  return `${execution?.points ?? ''}|${parts.map(({ cell, points }) => `${cell.place}:${points}`).join('|')}`;
}

/** The one weight that differs from the other projects', where that makes the sum right. */
function correction({ concerned, expected, actual }: Fault, usual: Readonly<Record<number, number>>): Fix[] {
  const off = concerned.filter(({ cell, points }) => (usual[cell.place] ?? points) !== points);
  const [only] = off;
  if (!only || off.length > 1) return [];
  const points = usual[only.cell.place]!;
  if (Math.abs(actual - only.points + points - expected) > NOISE) return [];
  return [pointsFix(only.cell, points)];
}
