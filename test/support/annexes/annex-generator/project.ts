import type { IndicatorKind } from '../../../../src/engine/annex/field-id';
import type { Random } from '../../random';
import { ADJUSTMENT_REASONS, LOW_REASONS } from './content/general-indicators';
import type { Domain } from './content/work';
import { plannedIndicator } from './indicators';
import { round, type CleanProject, type Plan, type PlannedIndicator } from './model';
import { cleanMoney } from './money';
import { levelOf, weightsOf } from './weights';

const PLACES = [
  '城东片区',
  '城西片区',
  '河口镇',
  '青石乡',
  '高新区',
  '老城区',
  '云岭镇',
  '南湖街道',
  '北坡村',
  '临江镇',
];

/** A clean project of a unit. `names` are those that the table has already. */
export function cleanProject(
  plan: Plan,
  index: number,
  unit: string,
  domain: Domain,
  names: Set<string>,
  random: Random,
): CleanProject {
  const work = random.pick(domain.works);
  const name = projectName(work.name, plan.year, names, random);
  const explains = canExplain(plan);
  const { amounts, low, adjusted } = cleanMoney(plan, explains, random);
  const budget = amounts.get('budget')!;
  const actual = amounts.get('actual')!;
  const kinds = kindsInUse(plan, random);
  const weights = weightsOf(kinds, plan.costLevel, random);
  const shortKind: IndicatorKind | null =
    (explains || plan.indicatorReasons) && !plan.flawless && random.chance(0.05)
      ? random.pick((['quantity', 'quality', 'satisfaction'] as const).filter((kind) => kinds.includes(kind)))
      : null;
  const indicators = kinds.map((kind) =>
    plannedIndicator(kind, { plan, work, budget, actual, random }, weights.get(kind)!, kind === shortKind),
  );
  const execution = round(10 * Math.min(1, actual / budget), 2);
  const reasons = [
    ...(low ? [random.pick(LOW_REASONS)] : []),
    ...(adjusted ? [random.pick(ADJUSTMENT_REASONS)] : []),
    ...indicators.flatMap(({ reason }) => (reason ? [reason] : [])),
  ];
  return {
    index,
    unit,
    domain,
    work,
    name,
    amounts,
    indicators,
    goal: goalText(work.task, indicators, random),
    completion: completionText(name, indicators, random),
    reasons,
    totalScore: round(
      indicators.reduce((sum, { score }) => sum + score, execution),
      2,
    ),
  };
}

function canExplain({ extras }: Plan): boolean {
  return extras.has('deviation') || extras.has('problems');
}

/** A project leaves out some of the kinds, but never all of a level. */
function kindsInUse({ kinds, costLevel }: Plan, random: Random): IndicatorKind[] {
  const used = new Set(kinds);
  for (const kind of kinds) {
    const level = levelOf(kind, costLevel);
    const spare = [...used].filter((other) => levelOf(other, costLevel) === level).length > 1;
    if (spare && kind !== 'quantity' && random.chance(0.12)) used.delete(kind);
  }
  return kinds.filter((kind) => used.has(kind));
}

function projectName(work: string, year: number, names: Set<string>, random: Random): string {
  for (let turn = 0; ; turn++) {
    const place = random.chance(0.5) || turn > 2 ? random.pick(PLACES) : '';
    const tail = random.pick(['', '项目', '经费', '专项', turn > 4 ? `（第${turn - 2}批）` : '']);
    const name = `${random.chance(0.15) ? `${year}年` : ''}${place}${work}${tail}`;
    if (names.has(name)) continue;
    names.add(name);
    return name;
  }
}

/** Some of the targets over again, in a sentence. */
function goalText(task: string, indicators: readonly PlannedIndicator[], random: Random): string {
  const quantity = indicators.find(({ kind }) => kind === 'quantity')!;
  const quality = indicators.find(({ kind }) => kind === 'quality');
  const deadline = indicators.find(({ month }) => month !== null);
  const { asked, measure } = quantity.figure!;
  const what = quantity.name.replace(/数量$/, '');
  const parts = [`${what}${asked}${measure}`];
  if (quality?.figure && random.chance(0.7))
    parts.push(`${quality.name}达到${quality.figure.asked}%${quality.figure.asked < 100 ? '以上' : ''}`);
  if (deadline && random.chance(0.6)) parts.push(`${deadline.month}月底前完成${task}`);
  if (parts.length === 1) parts.push(`保障${task}按期完成`);
  if (random.chance(0.3))
    return `目标1：${parts[0]}。目标2：${parts.slice(1).join('，') || `做好${task}各项保障`}。`;
  return `${random.pick(['', '按计划', '年内'])}${parts.join('，')}${random.pick(['。', '，确保资金安全规范使用。', '，让群众得到实惠。'])}`;
}

/** What was reached, with the figures of the results. */
function completionText(name: string, indicators: readonly PlannedIndicator[], random: Random): string {
  const quantity = indicators.find(({ kind }) => kind === 'quantity')!;
  const quality = indicators.find(({ kind }) => kind === 'quality');
  const effect = indicators.find(({ kind, figure }) => kind !== 'timeliness' && figure === null);
  const { said, measure } = quantity.figure!;
  const parts = [
    `${random.pick(['全年', '本年度', '截至年末'])}${quantity.name.replace(/数量$/, '')}${said}${measure}`,
  ];
  if (quality?.figure && random.chance(0.7)) parts.push(`${quality.name}${quality.figure.said}%`);
  if (effect && random.chance(0.6)) parts.push(effect.result);
  if (parts.length === 1) parts.push(`${name}资金按规定用途使用`);
  return `${parts.join('，')}。`;
}
