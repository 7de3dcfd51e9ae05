import type { IndicatorKind } from '../../../../src/engine/annex/field-id';
import type { Random } from '../../random';
import {
  ECOLOGICAL_EFFECTS,
  ECOLOGICAL_RATES,
  ECONOMIC_COUNTS,
  ECONOMIC_EFFECTS,
  FREQUENCIES,
  LASTING_EFFECTS,
  LASTING_RATES,
  NEVER,
  NO_HARM,
  SHORT_REASONS,
  SOCIAL_COUNTS,
  SOCIAL_RATES,
  TIMELY_RATES,
  TIME_LIMITS,
} from './content/general-indicators';
import type { Counted, Effect, Work } from './content/work';
import { round, type Figure, type Plan, type PlannedIndicator, type Voice } from './model';
import { operatorOf, resultText, targetText } from './voice';

/** What the indicators of one project are made from. */
interface Context {
  readonly plan: Plan;
  readonly work: Work;
  readonly budget: number;
  readonly actual: number;
  readonly random: Random;
}

type Raw = Pick<PlannedIndicator, 'name' | 'figure' | 'month' | 'target' | 'joined' | 'result'>;

/** Measures of which "…数量" makes no name. */
const NO_COUNT = new Set([
  '公里',
  '平方米',
  '米',
  '亩',
  '立方米',
  '天',
  '万人次',
  '万元',
  '个工作日',
  '分钟',
  '小时',
]);

/**
 * A clean indicator of one kind: its result meets the target, or falls a little short of it for a reason.
 * @param weight its points
 */
export function plannedIndicator(
  kind: IndicatorKind,
  context: Context,
  weight: number,
  short: boolean,
): PlannedIndicator {
  const raw = rawIndicator(kind, context, short);
  const missed = raw.figure !== null && isShort(raw.figure);
  const share = missed ? raw.figure.said / raw.figure.asked : 1;
  return {
    kind,
    ...raw,
    weight,
    score: round(weight * share, 2),
    reason: missed ? context.random.pick(SHORT_REASONS) : null,
  };
}

export function isShort({ sense, asked, said }: Figure): boolean {
  return sense === 'least' ? said < asked : said > asked;
}

function rawIndicator(kind: IndicatorKind, context: Context, short: boolean): Raw {
  const { work, random } = context;
  switch (kind) {
    case 'quantity':
      return quantity(context, short);
    case 'quality':
      return rate(random.pick(work.rates), context, short);
    case 'timeliness':
      return timely(context);
    case 'cost':
      return cost(context);
    case 'economic':
      return random.chance(0.6)
        ? counted(random.pick(ECONOMIC_COUNTS), 'least', context, false)
        : effect(random.pick(ECONOMIC_EFFECTS));
    case 'social':
      if (random.chance(0.08)) return nothingHappens(random.pick(NEVER), context);
      if (random.chance(0.5)) return effect(random.pick(work.social));
      return random.chance(0.6)
        ? counted(random.pick(SOCIAL_COUNTS), 'least', context, false)
        : rate(random.pick(SOCIAL_RATES), context, false);
    case 'ecological':
      if (random.chance(0.15)) return nothingHappens(random.pick(NO_HARM), context);
      return random.chance(0.5)
        ? effect(random.pick(ECOLOGICAL_EFFECTS))
        : rate(random.pick(ECOLOGICAL_RATES), context, false);
    case 'sustainability':
      return random.chance(0.7)
        ? effect(random.pick(LASTING_EFFECTS))
        : rate(random.pick(LASTING_RATES), context, false);
    case 'satisfaction':
    case 'other':
      return satisfaction(context, short);
  }
}

/** One count; in one cell with its name now and then a range, or a second count behind it. */
function quantity(context: Context, short: boolean): Raw {
  const { plan, work, random } = context;
  const first = counted(work.counted[0]!, 'least', context, short);
  const { asked, said, measure } = first.figure!;
  if (short || plan.shape === 'measured') return first;
  if (asked >= 10 && said > asked && random.chance(0.06)) {
    const range = `${asked}-${said + random.integer(1, 5)}${measure}`;
    return { ...first, target: range, joined: `${first.name.replace(/数量$/, '')}${range}` };
  }
  const other = work.counted[1];
  if (plan.shape !== 'joined' || !other || !random.chance(0.12)) return first;
  const second = counted(other, 'least', context, false);
  const values = [first, second].map(({ figure }) => `${figure!.said}${figure!.measure}`);
  return { ...first, joined: `${first.joined}；${second.joined}`, result: values.join('；') };
}

function nothingHappens([name, measure]: readonly [string, string], context: Context): Raw {
  return figureRaw(name, { sense: 'most', asked: 0, said: 0, measure }, context);
}

function figureRaw(name: string, figure: Figure, { plan, random }: Context): Raw {
  const voice = voiceOf(plan, random);
  const target = plan.shape === 'measured' ? String(figure.asked) : targetText(figure, voice);
  return {
    name,
    figure,
    month: null,
    target,
    joined: `${name.replace(/数量$/, '')}${targetText(figure, voice)}`,
    result:
      plan.shape === 'measured' && random.chance(0.5)
        ? String(figure.said)
        : resultText(figure, name, random),
  };
}

/** One target in seven is written in another way than the table's own. */
function voiceOf({ voice }: Plan, random: Random): Voice {
  return random.chance(0.85) ? voice : random.pick<Voice>(['symbol', 'words', 'above', 'plain']);
}

function counted(
  [phrase, measure, least, most]: Counted,
  sense: Figure['sense'],
  context: Context,
  short: boolean,
): Raw {
  const { random } = context;
  const asked = roundish(random.integer(least, most), random);
  const factor = short ? -random.integer(4, 14) : random.chance(0.4) ? 0 : random.integer(1, 9);
  let said = Math.round(asked * (1 + (sense === 'least' ? factor : -factor) / 100));
  if (short && said === asked) said = asked - 1;
  const name = NO_COUNT.has(measure) || random.chance(0.5) ? phrase : `${phrase}数量`;
  const inTenThousands = asked >= 10_000 && context.plan.shape !== 'measured' && random.chance(0.3);
  return figureRaw(name, { sense, asked, said, measure, inTenThousands }, context);
}

/** Plans like round numbers, but not always. */
function roundish(value: number, random: Random): number {
  if (value < 20 || random.chance(0.4)) return value;
  const step = value >= 2000 ? 100 : value >= 200 ? 10 : 5;
  return Math.round(value / step) * step;
}

function rate(name: string, context: Context, short: boolean): Raw {
  const { random } = context;
  if (!short && random.chance(0.25))
    return figureRaw(name, { sense: 'least', asked: 100, said: 100, measure: '%' }, context);
  const asked = random.integer(90, 98);
  return figureRaw(
    name,
    { sense: 'least', asked, said: percentAround(asked, short, random), measure: '%' },
    context,
  );
}

function percentAround(asked: number, short: boolean, random: Random): number {
  const decimals = random.pick([0, 1, 2]);
  if (short) return round(asked - random.integer(100, 800) / 100, decimals);
  return Math.min(99.8, round(asked + random.integer(100, 600) / 100, decimals));
}

function satisfaction(context: Context, short: boolean): Raw {
  const { work, random } = context;
  const asked = random.pick([85, 88, 90, 90, 92, 95]);
  const figure: Figure = { sense: 'least', asked, said: percentAround(asked, short, random), measure: '%' };
  const raw = figureRaw(`${work.audience}满意度`, figure, context);
  const sample = `${figure.said}%（回收有效问卷${random.integer(60, 400)}份）`;
  return random.chance(0.2) ? { ...raw, result: sample } : raw;
}

function timely(context: Context): Raw {
  const { plan, work, random } = context;
  if (random.chance(0.25)) return counted(random.pick(TIME_LIMITS), 'most', context, false);
  if (random.chance(0.3)) return rate(random.pick(TIMELY_RATES), context, false);
  if (random.chance(0.08)) return frequency(random.pick(FREQUENCIES));
  const month = random.integer(6, 12);
  const done = random.integer(Math.max(1, month - 2), month);
  const target = random.pick([`${month}月底前`, `${plan.year}年${month}月底前`, `${month}月底前完成`]);
  const day = random.integer(2, 27);
  return {
    name: `${work.task}完成时间`,
    figure: null,
    month,
    target,
    joined: `${work.task}于${target.replace(/完成$/, '')}完成`,
    result: random.pick([
      `${done}月${day}日`,
      `${plan.year}年${done}月${day}日完成`,
      `已于${done}月${day}日完成`,
    ]),
  };
}

/** The whole cost within the budget, or the cost of one of what is counted. */
function cost(context: Context): Raw {
  const { plan, work, budget, actual, random } = context;
  if (random.chance(0.5)) {
    const figure: Figure = { sense: 'most', asked: budget, said: actual, measure: plan.moneyUnit };
    return figureRaw(random.pick(['项目总成本', '项目支出总额']), figure, context);
  }
  const asked = random.integer(4, 90) * 10;
  const said = Math.round(asked * (1 - random.integer(0, 8) / 100));
  const per = work.counted[0]![1].replace(/^万/, '');
  return figureRaw('单位成本', { sense: 'most', asked, said, measure: `元/${per}` }, context);
}

function frequency([name, value]: readonly [string, string]): Raw {
  return { name, figure: null, month: null, target: value, joined: `${name}${value}`, result: value };
}

function effect([name, target, result]: Effect): Raw {
  return { name, figure: null, month: null, target, joined: `${name}${target}`, result };
}

/** The operator column of an indicator. */
export function operatorCell({ figure }: PlannedIndicator): string {
  return figure ? operatorOf(figure) : '定性';
}
