import type { Indicator, Project } from '../annex/annex';
import type { TextCell } from '../annex/values/text-cell';
import { countedThings, mayCount, type CountedThing } from './support/counted-things';
import { quote } from './support/figures';
import type { Report, Rule } from './support/rule';

export const rule: Rule = {
  meta: {
    id: 'goal-indicator-conflict',
    name: { 'zh-CN': '目标与指标数字冲突', en: 'Goal and indicator disagree' },
    description: {
      'zh-CN':
        '项目名称、年度目标与指标对同一事物写了不同的数量（如目标11个街道、指标10个街道），或目标与指标对同一比率的要求不同；总体完成情况与指标完成值的数量不同的为警告。约数、“其中”“每”后的数、同一事物有几个数的不比较。',
      en: 'The name of the project, the annual goal and an indicator count the same thing differently (11个街道 in the goal, 10个街道 in the indicator), or ask for different rates of the same name; a warning where the overall completion and a result differ. Approximate figures, parts, numbers for each of something, and things with several numbers are not compared.',
    },
    topic: 'goal',
    severity: 'error',
    severities: ['warning'],
    scope: 'project',
    requires: [['indicator.*.target']],
    fix: 'none',
    basis: ['评审惯例'],
    messages: {
      goal: {
        'zh-CN': '年度目标中“{noun}”为 {first}，指标“{text}”中为 {second}，数字不一致。请核实后统一。',
        en: 'The goal has {first} of "{noun}", the indicator "{text}" {second}. Check which is right and make them agree.',
      },
      name: {
        'zh-CN': '项目名称中“{noun}”为 {first}，“{text}”中为 {second}，数字不一致。请核实后统一。',
        en: 'The name of the project has {first} of "{noun}", "{text}" {second}. Check which is right and make them agree.',
      },
      completion: {
        'zh-CN':
          '总体完成情况中“{noun}”为 {first}，指标完成情况“{text}”为 {second}，数字不一致。请核实后统一。',
        en: 'The overall completion has {first} of "{noun}", the result "{text}" {second}. Check which is right and make them agree.',
      },
    },
  },
  check(annex, report) {
    for (const project of annex.projects) {
      const { annualGoal, goalCompletion } = project.narrative;
      const named = thingsIn(project.nameCell);
      const aimed = thingsIn(annualGoal);
      const done = thingsIn(goalCompletion);
      if (aimed.length + named.length > 0) {
        const asked = project.indicators.flatMap(askedIn);
        if (asked.length > 0) {
          for (const pair of conflicts(aimed, asked)) report(conflict(project, 'goal', annualGoal!, pair));
          const goal = aimed.map((thing) => ({ thing, cell: annualGoal! }));
          const inGoal = conflicts(named, goal);
          for (const pair of inGoal) report(conflict(project, 'name', annualGoal!, pair));
          if (inGoal.length === 0)
            for (const pair of conflicts(named, asked))
              report(conflict(project, 'name', pair.second.cell, pair));
        }
      }
      if (done.length > 0) {
        const said = project.indicators.flatMap(saidIn);
        for (const pair of conflicts(done, said))
          if (isPlain(pair.first) && isPlain(pair.second.thing))
            report(conflict(project, 'completion', goalCompletion!, pair));
      }
    }
  },
};

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

/** What an indicator asks for: a number of what its name says, with the measure word of its own column. */
function askedIn({ name, target, operator, measureUnit }: Indicator): Placed[] {
  if (!target?.answered || !mayCount(target.text)) return [];
  const sign = operator?.answered && startsWithDigit(target.text) ? operator.text : '';
  const text = `${sign}${withMeasure(target, measureUnit)}`;
  return countedThings(text, leadOf(name?.text ?? '')).map((thing) => ({ thing, cell: target }));
}

/** What a result says of the same thing. */
function saidIn({ name, target, result, measureUnit }: Indicator): Placed[] {
  if (!result?.answered || !mayCount(result.text)) return [];
  const lead = name?.answered ? name.text : beforeNumber(target?.text ?? '');
  return countedThings(withMeasure(result, measureUnit), leadOf(lead)).map((thing) => ({
    thing,
    cell: result,
  }));
}

function withMeasure({ text }: TextCell, measureUnit: TextCell | null): string {
  return measureUnit?.answered && endsWithDigit(text) ? `${text}${measureUnit.text}` : text;
}

function startsWithDigit(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}

function endsWithDigit(text: string): boolean {
  const code = text.charCodeAt(text.length - 1);
  return code >= 0x30 && code <= 0x39;
}

/** A name without its brackets: 改造面积（平方米） → 改造面积. */
function leadOf(name: string): string {
  const bracket = name.search(/[（(]/);
  return (bracket > 0 ? name.slice(0, bracket) : name).trim();
}

const BOUND = /(?:不少于|不低于|不小于|不超过|不高于|达到|至少|达|≥|≧|>|＞|》|≤|=|＝|:|：)+$/;

/** What a target with name and number in one cell says before the number. */
function beforeNumber(target: string): string {
  const at = target.search(/[\d０-９]/);
  return at > 0 ? target.slice(0, at).replace(BOUND, '') : '';
}

/** The pairs that count the same thing and cannot both be right. */
function conflicts(first: readonly CountedThing[], second: readonly Placed[]): Pair[] {
  const pairs: Pair[] = [];
  for (const thing of first) {
    const same = second.filter((other) => isSame(thing, other.thing));
    const other = same[0];
    if (!other || !disagree(thing, other.thing)) continue;
    // Several numbers for one thing are parts or stages of it.
    if (same.some((more) => more.thing.value !== other.thing.value)) continue;
    if (first.some((more) => more.value !== thing.value && isNamed(more, thing))) continue;
    pairs.push({ first: thing, second: other });
  }
  return pairs;
}

function isPlain({ bound, upper }: CountedThing): boolean {
  return bound === 'exact' && upper === null;
}

function isNamed(a: CountedThing, b: CountedThing): boolean {
  return a.measure === b.measure && a.noun === b.noun;
}

function isSame(a: CountedThing, b: CountedThing): boolean {
  return isNamed(a, b) && (a.actions === 0 || b.actions === 0 || a.actions === b.actions);
}

function disagree(a: CountedThing, b: CountedThing): boolean {
  if (a.upper !== null || b.upper !== null) return isOutside(a, b) || isOutside(b, a);
  if (Math.abs(a.value - b.value) < (a.step === b.step ? 1e-9 : Math.max(a.step, b.step))) return false;
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
  const certain = message !== 'completion' && first.measure !== '%' && first.bound === 'exact';
  return {
    severity: certain ? undefined : 'warning',
    cell,
    related: cell === second.cell ? [project.nameCell] : [second.cell],
    project,
    message,
    data: {
      noun: first.noun,
      first: first.figure,
      second: second.thing.figure,
      text: quote(second.cell.text),
    },
    expected: first.value,
    actual: second.thing.value,
  };
}
