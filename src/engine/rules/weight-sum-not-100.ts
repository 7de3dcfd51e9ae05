import { wholeContext } from '../facts/whole-context';
import type { AnnexView, Project } from '../annex/annex';
import type { Severity } from '../severity';
import type { CellPosition } from '../sheet/address';
import { pointsLabelOf } from '../facts/table/places';
import { roundNoise } from '../rule/figures';
import { MOST_RELATED, type Fix } from '../rule/finding';
import type { PrintedPoints } from '../annex/stated-facts';
import {
  executionWeightOf,
  NOISE,
  pointsFix,
  pointsOf,
  POINTS_FIX_MESSAGES,
  pointsText,
} from '../facts/scores/scores';
import type { Rule } from '../rule/rule';
import {
  addUp,
  firstWeight,
  rightSums,
  weightsOf,
  type IndicatorWeight,
  type Weights,
} from '../facts/scores/weights';

/** From so many projects on, one scheme of weights for all of them is meant so. */
const MANY = 4;

export const rule: Rule = {
  meta: {
    id: 'weight-sum-not-100',
    name: { 'zh-CN': '分值合计不为100', en: 'Weights do not add up to 100' },
    description: {
      'zh-CN':
        '执行率分值与各指标分值之和应为 100（没有执行率分值栏的，为 100 或 90 均可），并与分值合计栏、表头注明的分值（如“产出指标（50分）”）一致。未使用的指标没有分值不报；全表各项目分值相同的只报一次；项目较多时只作提示，因为表内可能只列了部分指标。',
      en: 'The weights of the execution and of the indicators must add up to 100 (without a column for the former, to 100 or 90), and agree with the column for their sum and with the points printed in the header. Indicators that are not in use need no weight; a pattern shared by all projects is reported once, as a note where they are many: such a table may show only some of the indicators.',
    },
    topic: 'score',
    severity: 'error',
    severities: ['info'],
    settings: ['totalWeight', 'executionWeight'],
    requires: [['indicator.*.weight']],
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
  check(annex, report, profile) {
    const executionWeight = executionWeightOf(wholeContext(annex, profile));
    const printed = annex.stated.printedPoints;
    const faults: Fault[] = [];
    let projects = 0;
    for (const project of annex.projects) {
      const weights = weightsOf(project);
      if (!weights) continue;
      projects++;
      const fault = sumFault(project, weights) ?? printedFault(project, weights, printed);
      if (fault) faults.push(fault);
    }
    const [first, ...others] = faults;
    if (!first) return;
    const pattern = patternOf(first.weights);
    const shared =
      projects > 1 &&
      faults.length === projects &&
      others.every(({ weights }) => patternOf(weights) === pattern);
    if (shared)
      reportFault(
        first,
        others.slice(0, MOST_RELATED).map(({ cell }) => cell),
        [],
        projects >= MANY ? 'info' : undefined,
      );
    else {
      const usual = usualWeights(annex);
      for (const fault of faults)
        reportFault(
          fault,
          fault.concerned.map(({ cell }) => cell),
          correction(fault, usual),
        );
    }

    function reportFault(
      { project, cell, message, data, expected, actual }: Fault,
      related: readonly CellPosition[],
      suggestions: readonly Fix[],
      severity?: Severity,
    ): void {
      report({
        severity,
        cell,
        related: related.filter((other) => other !== cell),
        project,
        message,
        data,
        expected,
        actual,
        suggestions,
      });
    }

    function sumFault(project: Project, weights: Weights): Fault | null {
      const { totalWeight } = project.scores;
      const stated = pointsOf(totalWeight);
      const total = profile.totalWeight;
      const agrees = stated === null || addUp(weights, stated, executionWeight);
      if (agrees && addUp(weights, total, executionWeight)) return null;
      const [right] = rightSums(weights, total, executionWeight);
      const cell = totalWeight && stated !== null ? totalWeight : firstWeight(weights);
      const contradicts = stated !== null && Math.abs(stated - total) <= NOISE ? false : !agrees;
      return {
        project,
        weights,
        concerned: weights.parts,
        cell,
        message: contradicts ? 'total' : 'sum',
        data: {
          sum: pointsText(weights.sum),
          right: pointsText(right!),
          total: stated === null ? '' : pointsText(stated),
          parts: partsText(annex, weights, weights.parts),
        },
        expected: right!,
        actual: weights.sum,
      };
    }

    function printedFault(
      project: Project,
      weights: Weights,
      groups: readonly PrintedPoints[],
    ): Fault | null {
      for (const { label, points, places } of groups) {
        const concerned = weights.parts.filter(({ cell }) => places.includes(cell.place));
        const execution =
          weights.execution && places.includes(weights.execution.cell.place) ? weights.execution : null;
        const cell = execution?.cell ?? concerned[0]?.cell;
        if (!cell) continue;
        const sum = roundNoise(
          concerned.reduce((all, part) => all + part.points, 0) + (execution?.points ?? 0),
        );
        if (Math.abs(sum - points) <= weights.tolerance) continue;
        return {
          project,
          weights,
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
  },
};

interface Fault {
  readonly project: Project;
  readonly weights: Weights;
  readonly concerned: readonly IndicatorWeight[];
  readonly cell: CellPosition;
  readonly message: string;
  readonly data: Readonly<Record<string, string>>;
  readonly expected: number;
  readonly actual: number;
}

/** "执行率 10 + 数量指标 20 + …", as the header calls them. */
function partsText(
  annex: AnnexView,
  { execution }: Pick<Weights, 'execution'>,
  parts: readonly IndicatorWeight[],
): string {
  return [
    ...(execution ? [`执行率 ${pointsText(execution.points)}`] : []),
    ...parts.map(({ cell, points }) => `${pointsLabelOf(annex, cell)} ${pointsText(points)}`),
  ].join(' + ');
}

function patternOf({ execution, parts }: Weights): string {
  return `${execution?.points ?? ''}|${parts.map(({ cell, points }) => `${cell.place}:${points}`).join('|')}`;
}

/** The weight that more than half of the projects have, by place. */
function usualWeights({ projects }: AnnexView): ReadonlyMap<number, number> {
  const counts = new Map<number, Map<number, number>>();
  for (const { indicators } of projects) {
    for (const { weight } of indicators) {
      const points = pointsOf(weight);
      if (!weight || points === null) continue;
      const own = counts.get(weight.place) ?? new Map<number, number>();
      counts.set(weight.place, own.set(points, (own.get(points) ?? 0) + 1));
    }
  }
  const usual = new Map<number, number>();
  for (const [place, own] of counts) {
    const all = [...own.values()].reduce((sum, count) => sum + count, 0);
    for (const [points, count] of own) if (count * 2 > all) usual.set(place, points);
  }
  return usual;
}

/** The one weight that differs from the other projects', where that makes the sum right. */
function correction({ concerned, expected, actual }: Fault, usual: ReadonlyMap<number, number>): Fix[] {
  const off = concerned.filter(({ cell, points }) => (usual.get(cell.place) ?? points) !== points);
  const [only] = off;
  if (!only || off.length > 1) return [];
  const points = usual.get(only.cell.place)!;
  if (Math.abs(actual - only.points + points - expected) > NOISE) return [];
  return [pointsFix(only.cell, points)];
}
