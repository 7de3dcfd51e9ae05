import type { IndicatorKind } from '../../../../src/engine/annex/field-id';
import type { Random } from '../../random';
import { DOMAINS } from '../annex-generator/content';
import { LOW_REASONS } from '../annex-generator/content/general-indicators';
import { isShort, plannedIndicator } from '../annex-generator/indicators';
import { round, type Plan, type PlannedIndicator } from '../annex-generator/model';
import { planOf } from '../annex-generator/plan';
import { cleanProject } from '../annex-generator/project';
import { levelOf, type Level } from '../annex-generator/weights';
import type { ContentNeeds, FormContent, RateStyle } from './model';

const PEOPLE = ['周某', '吴某', '郑某', '冯某', '蒋某'];

/** A project without a fault for a form. `names` are those that the sheet has already. */
export function formContent(needs: ContentNeeds, names: Set<string>, random: Random): FormContent {
  const base = planOf(random.integer(1, 1_000_000));
  const plan: Plan = {
    ...base,
    moneyUnit: needs.moneyUnit,
    shape: needs.measured ? 'measured' : 'named',
    scored: true,
    indicatorReasons: needs.reasons,
    costLevel: false,
    initialBudget: needs.initialBudget,
    adjustment: false,
    funds: needs.funds,
    fundsOf: needs.initialBudget ? ['initialBudget', 'budget', 'actual'] : ['budget', 'actual'],
    extras: new Set(needs.explains ? ['deviation'] : []),
    flawless: false,
  };
  const domain = random.pick(DOMAINS);
  const project = cleanProject(plan, 0, random.pick(domain.units), domain, names, random);
  const [budget, actual] = [project.amounts.get('budget')!, project.amounts.get('actual')!];
  const more = moreIndicators(project.indicators, (kind) =>
    plannedIndicator(kind, { plan, work: project.work, budget, actual, random }, 0, false),
  );
  const indicators = withPoints([...project.indicators, ...more(random)], needs.points);
  const rateScore = round(needs.ratePoints * Math.min(1, actual / budget), 2);
  const reasons = new Set(project.indicators.flatMap(({ reason }) => (reason ? [reason] : [])));
  const moneyReasons = project.reasons.filter((reason) => !reasons.has(reason));
  return {
    ...needs,
    year: plan.year,
    name: project.name,
    unit: project.unit,
    department: domain.department,
    person: random.pick(PEOPLE),
    amounts: project.amounts,
    rate: random.pick<RateStyle>(['fraction', 'bare', 'percent', 'text', 'formula']),
    indicators,
    goal: project.goal,
    completion: project.completion,
    moneyReason:
      moneyReasons.some((reason) => LOW_REASONS.includes(reason)) || moneyReasons.length > 0
        ? `${moneyReasons.join('；')}。`
        : null,
    nothing: random.pick(['无', null]),
    totalScore: round(
      indicators.reduce((sum, { score }) => sum + score, rateScore),
      2,
    ),
    plan,
    project,
    instead: new Map(),
  };
}

/** Now and then a kind has a second indicator, of another name. */
function moreIndicators(
  first: readonly PlannedIndicator[],
  make: (kind: IndicatorKind) => PlannedIndicator,
): (random: Random) => PlannedIndicator[] {
  return (random) =>
    first.flatMap(({ kind }) => {
      if (!random.chance(0.35)) return [];
      const another = make(kind);
      const isNew = first.every(({ name }) => nameOf(name) !== nameOf(another.name));
      return isNew ? [another] : [];
    });
}

/** "受益人数数量" counts what "受益人数" does. */
function nameOf(name: string): string {
  return name.replace(/数量$/, '');
}

const ORDER: readonly IndicatorKind[] = [
  'quantity',
  'quality',
  'timeliness',
  'cost',
  'economic',
  'social',
  'ecological',
  'sustainability',
  'satisfaction',
  'other',
];

/** The points of the first levels: 10 of satisfaction, the rest shared by output and benefit. */
export function levelPoints(points: number): Readonly<Record<Level, number>> {
  const benefit = points >= 90 ? points - 60 : 30;
  return { output: points - benefit - 10, cost: 0, benefit, satisfaction: 10 };
}

/** Gives each indicator its points, by the first levels; those that fell short get a share of them. */
function withPoints(indicators: readonly PlannedIndicator[], points: number): PlannedIndicator[] {
  const ofLevel = levelPoints(points);
  const sorted = [...indicators].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  return sorted.map((indicator) => {
    const level = levelOf(indicator.kind, false);
    const own = sorted.filter(({ kind }) => levelOf(kind, false) === level);
    const share = Math.floor(ofLevel[level] / own.length);
    const weight = indicator === own[0] ? ofLevel[level] - share * (own.length - 1) : share;
    const { figure } = indicator;
    const met = figure && isShort(figure) ? figure.said / figure.asked : 1;
    return { ...indicator, weight, score: round(weight * met, 2) };
  });
}
