import type { Indicator, Project } from '../annex/annex';
import type { Statement } from '../quantity';
import type { TextCell } from '../annex/values/text-cell';
import { withoutNumbering } from '../annex/template-name';
import { countedThings, mayCount, type CountedThing } from '../quantity/counted-things';
import { partsBeyondTotal, type PartsInText } from '../facts/money/parts-in-text';
import { quote } from '../rule/figures';
import { plainNumber } from '../sheet/number-format';
import { defineRule, type Report } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'goal-indicator-conflict',
    name: { 'zh-CN': '目标与指标数字冲突', en: 'Goal and indicator disagree' },
    description: {
      'zh-CN':
        '项目名称、年度目标与指标对同一事物写了不同的数量（如目标11个街道、指标10个街道），或目标与指标对同一比率的要求不同；总体完成情况与指标完成值的数量不同的为警告。年度目标或完成情况中所列各项金额之和超过所写总额的为警告。约数、“其中”“每”后的数、同一事物有几个数的不比较。',
      en: 'The name of the project, the annual goal and an indicator count the same thing differently (11个街道 in the goal, 10个街道 in the indicator), or ask for different rates of the same name; a warning where the overall completion and a result differ, and where the amounts that a goal or a completion lists add up to more than the total that it names. Approximate figures, parts, numbers for each of something, and things with several numbers are not compared.',
    },
    topic: 'goal',
    severity: 'error',
    severities: ['warning'],
    requires: [['indicator.*.target']],
    fix: 'none',
    basis: ['评审惯例'],
    yieldsTo: ['goal-result-vague'],
    habit: 'none',
    messages: {
      parts: {
        'zh-CN': '所列各项之和为 {sum}（{parts}），超过所写总额 {total}。请核实后统一。',
        en: 'The amounts listed add up to {sum} ({parts}), more than the total {total} that is named. Check which is right and make them agree.',
      },
      goal: {
        'zh-CN': '年度目标中“{noun}”为{first}，与指标“{text}”中的{second}不符。请核实后统一。',
        en: 'The goal has {first} of "{noun}", the indicator "{text}" {second}. Check which is right and make them agree.',
      },
      name: {
        'zh-CN': '项目名称中“{noun}”为{first}，与“{text}”中的{second}不符。请核实后统一。',
        en: 'The name of the project has {first} of "{noun}", "{text}" {second}. Check which is right and make them agree.',
      },
      completion: {
        'zh-CN': '总体完成情况中“{noun}”为{first}，与指标完成情况“{text}”中的{second}不符。请核实后统一。',
        en: 'The overall completion has {first} of "{noun}", the result "{text}" {second}. Check which is right and make them agree.',
      },
    },
  },
  project(project, _, report) {
    const { annualGoal, goalCompletion } = project.narrative;
    for (const cell of [annualGoal, goalCompletion]) {
      const found = cell?.answered ? partsBeyondTotal(cell.text) : null;
      if (found) report(beyondTotal(project, cell!, found));
    }
    const named = thingsIn(project.nameCell);
    const aimed = thingsIn(annualGoal);
    const done = thingsIn(goalCompletion);
    if (aimed.length + named.length > 0) {
      const all = named.length === 0 ? aimed : [...aimed, ...named];
      const asked = mayDisagree(project, all, askedOf) ? placed(project, askedIn) : NOWHERE;
      for (const pair of conflicts(aimed, asked)) report(conflict(project, 'goal', annualGoal!, pair));
      if (named.length > 0) {
        const inGoal = conflicts(
          named,
          aimed.map((thing) => ({ thing, cell: annualGoal! })),
        );
        for (const pair of inGoal) report(conflict(project, 'name', annualGoal!, pair));
        if (inGoal.length === 0)
          for (const pair of conflicts(named, asked))
            report(conflict(project, 'name', pair.second.cell, pair));
      }
    }
    if (done.length > 0) {
      const said = mayDisagree(project, done, saidOf) ? placed(project, saidIn) : NOWHERE;
      for (const pair of conflicts(done, said))
        if (isPlain(pair.first) && isPlain(pair.second.thing))
          report(conflict(project, 'completion', goalCompletion!, pair));
    }
  },
});

function beyondTotal(project: Project, cell: TextCell, { total, parts, sum, unit }: PartsInText): Report {
  const text = (amount: number): string => `${plainNumber(amount)}${unit}`;
  return {
    severity: 'warning',
    cell,
    project,
    message: 'parts',
    data: { sum: text(sum), parts: parts.map(text).join(' + '), total: text(total) },
    expected: sum,
    actual: total,
  };
}

interface Placed {
  readonly thing: CountedThing;
  readonly cell: TextCell;
}

interface Pair {
  readonly first: CountedThing;
  readonly second: Placed;
}

const NOTHING: readonly CountedThing[] = [];

function thingsIn(cell: TextCell | undefined): readonly CountedThing[] {
  return cell?.answered && typeof cell.raw === 'string' ? countedThings(cell.text) : NOTHING;
}

type Into = (indicator: Indicator, things: Placed[]) => void;

const NOWHERE: readonly Placed[] = [];

/** What the indicators say of things. */
function placed({ indicators }: Project, read: Into): readonly Placed[] {
  const things: Placed[] = [];
  for (const indicator of indicators) read(indicator, things);
  return things;
}

/** Whether any indicator can disagree with what is counted elsewhere. */
function mayDisagree(
  { indicators }: Project,
  counted: readonly CountedThing[],
  part: (indicator: Indicator) => Statement | null,
): boolean {
  for (const indicator of indicators) if (differsIn(part(indicator), counted)) return true;
  return false;
}

const askedOf = (indicator: Indicator): Statement | null => indicator.asked;
const saidOf = ({ result }: Indicator): Statement | null => (result?.answered ? result.statement : null);

/** Whether a text has a figure in the measure of one of the things, and not the same one. */
function differsIn(statement: Statement | null, counted: readonly CountedThing[]): boolean {
  if (statement === null) return false;
  const { quantities } = statement;
  for (let i = 0; i < quantities.length; i++) {
    const { unit, value, upper } = quantities[i]!;
    const amount = value * unit.factor;
    for (let j = 0; j < counted.length; j++) {
      const thing = counted[j]!;
      if (thing.measure === unit.base && (upper !== null || thing.upper !== null || thing.value !== amount))
        return true;
    }
  }
  return false;
}

/** What an indicator asks for: a number of what its name says, with the measure word of its own column. */
function askedIn({ name, target, operator, measureUnit }: Indicator, things: Placed[]): void {
  if (!target?.answered || !mayCount(target.text)) return;
  let text = withMeasure(target, measureUnit);
  if (operator?.answered && isDigit(text.charCodeAt(0))) text = operator.text + text;
  for (const thing of countedThings(text, name ? withoutNumbering(name.text) : undefined))
    things.push({ thing, cell: target });
}

/** What a result says of the same thing. */
function saidIn({ name, target, result, measureUnit }: Indicator, things: Placed[]): void {
  if (!result?.answered || !mayCount(result.text)) return;
  const lead = name?.answered ? withoutNumbering(name.text) : target?.text;
  for (const thing of countedThings(withMeasure(result, measureUnit), lead))
    things.push({ thing, cell: result });
}

function withMeasure({ text }: TextCell, measureUnit: TextCell | null): string {
  return measureUnit?.answered && isDigit(text.charCodeAt(text.length - 1)) ? text + measureUnit.text : text;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The pairs that count the same thing and cannot both be right. */
function conflicts(first: readonly CountedThing[], second: readonly Placed[]): readonly Pair[] {
  if (first.length === 0 || second.length === 0) return NO_PAIRS;
  let pairs: Pair[] | null = null;
  for (const thing of first) {
    for (const other of second) {
      if (thing.measure !== other.thing.measure || isClose(thing, other.thing)) continue;
      const same =
        isSame(thing, other.thing) ||
        isGeneral(other.thing, thing, second, first) ||
        isBareRate(thing, other.thing, first, second);
      if (!same) continue;
      if (!disagree(thing, other.thing)) continue;
      if (
        isPlural(thing, first) ||
        isPlural(
          other.thing,
          second.map((more) => more.thing),
        )
      )
        break;
      if (!thing.apart && !other.thing.apart) (pairs ??= []).push({ first: thing, second: other });
      break;
    }
  }
  return pairs ?? NO_PAIRS;
}

const NO_PAIRS: readonly Pair[] = [];

/** Several numbers for one thing are parts or stages of it. */
function isPlural(thing: CountedThing, all: readonly CountedThing[]): boolean {
  return all.some(
    (more) => more.value !== thing.value && more.measure === thing.measure && isNamed(more, thing),
  );
}

function isPlain({ bound, upper }: CountedThing): boolean {
  return bound === 'exact' && upper === null;
}

function isNamed({ name: a }: CountedThing, { name: b }: CountedThing): boolean {
  return a !== null && b !== null && a.noun === b.noun;
}

/** More than this share apart, two numbers may well be those of a whole and of a part. */
const NEAR = 0.5;

/**
 * Whether the indicator counts the same in more general words (资助学生人数 for 贫困学生1200人): a certain thing only
 * where neither side counts anything else with that measure word, and the numbers are not far apart.
 */
function isGeneral(
  general: CountedThing,
  special: CountedThing,
  there: readonly Placed[],
  here: readonly CountedThing[],
): boolean {
  const [short, long] = [general.name, special.name];
  if (!short || !long || !long.noun.endsWith(short.noun) || long.actions !== short.actions) return false;
  if (Math.min(general.value, special.value) < Math.max(general.value, special.value) * NEAR) return false;
  const { measure } = general;
  return (
    here.filter((thing) => thing.measure === measure).length === 1 &&
    there.filter(({ thing }) => thing.measure === measure).length === 1
  );
}

/** Rates that need not say of what where only one thing has them. */
const BARE_RATE = /^(?:验收)?(?:合格|达标|优良|满意|成活|覆盖|就业)[率度]$/;

/**
 * Whether a text speaks of a rate without saying of what (合格率97%), and it is that of the one indicator that is called so
 * (苗木合格率): a certain thing only where neither side has another one of that name.
 */
function isBareRate(
  bare: CountedThing,
  of: CountedThing,
  here: readonly CountedThing[],
  there: readonly Placed[],
): boolean {
  const rate = bare.name?.noun;
  if (bare.measure !== '%' || rate === undefined || !BARE_RATE.test(rate)) return false;
  const isOne = ({ measure, name }: CountedThing): boolean =>
    measure === '%' && name !== null && name.noun.endsWith(rate);
  return (
    isOne(of) && here.filter(isOne).length === 1 && there.filter(({ thing }) => isOne(thing)).length === 1
  );
}

function isSame(a: CountedThing, b: CountedThing): boolean {
  if (!isNamed(a, b)) return false;
  const [done, other] = [a.name!.actions, b.name!.actions];
  return done === 0 || other === 0 || done === other;
}

/** Whether two figures are the same as far as they are written out: 2.3万 and 23412. */
function isClose(a: CountedThing, b: CountedThing): boolean {
  if (a.upper !== null || b.upper !== null) return false;
  return Math.abs(a.value - b.value) < (a.step === b.step ? 1e-9 : Math.max(a.step, b.step));
}

function disagree(a: CountedThing, b: CountedThing): boolean {
  if (a.upper !== null || b.upper !== null) return isOutside(a, b) || isOutside(b, a);
  if (a.bound === 'exact') return true;
  if (b.bound === 'exact') return a.bound === 'least' ? b.value < a.value : b.value > a.value;
  if (a.bound !== b.bound) return false;
  return a.measure === '%' || (a.bound === 'least' ? b.value < a.value : b.value > a.value);
}

/** Whether an exact number lies outside a range. */
function isOutside(a: CountedThing, range: CountedThing): boolean {
  if (a.upper !== null || range.upper === null || a.bound !== 'exact') return false;
  return a.value < range.value || a.value > range.upper;
}

function conflict(
  project: Project,
  message: 'goal' | 'name' | 'completion',
  cell: TextCell,
  { first, second }: Pair,
): Report {
  const certain =
    message !== 'completion' &&
    first.measure !== '%' &&
    first.bound === 'exact' &&
    isNamed(first, second.thing);
  return {
    severity: certain ? undefined : 'warning',
    cell,
    related: cell === second.cell ? [project.nameCell] : [second.cell],
    project,
    message,
    data: {
      noun: first.name?.noun ?? '',
      first: first.figure,
      second: second.thing.figure,
      text: quote(second.cell.text),
    },
    expected: first.value,
    actual: second.thing.value,
  };
}
