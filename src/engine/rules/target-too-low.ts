import type { Indicator } from '../annex/annex';
import type { Quantity, Verdict } from '../quantity';
import type { Severity } from '../severity';
import { figureText, quote } from '../rule/figures';
import { isExplained } from '../facts/texts/reasons';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'target-too-low',
    name: { 'zh-CN': '完成值远超指标值', en: 'Result far beyond the target' },
    description: {
      'zh-CN':
        '完成值达到指标值的规定倍数（默认 130%）以上，说明指标设定偏低。比率只作提示，成本低于指标同样比例的作提示；时效、期限、增长幅度不比，已说明原因的不报，个位数的指标相差不多的不计。',
      en: 'The result is so many times the target (130 % by default) that the target was too low. A note for rates, and for costs as far below. Deadlines, durations and growth are not compared; silent where a reason is given, and for small numbers that differ by a few.',
    },
    topic: 'indicator',
    severity: 'warning',
    severities: ['info'],
    settings: ['overshoot'],
    requires: [['indicator.*.target'], ['indicator.*.result']],
    fix: 'none',
    basis: ['财预〔2020〕10号《项目支出绩效评价管理办法》', '评审惯例'],
    yieldsTo: ['target-over-100'],
    yieldsAtRelated: ['result-over-100'],
    messages: {
      above: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”，是指标值的 {percent}，指标设定可能偏低。请说明原因，或调整指标值。',
        en: 'The target is "{target}", the result "{result}": {percent} of the target, which may have been too low. Give the reason, or set another target.',
      },
      saved: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”，只有指标值的 {percent}，指标设定可能偏高。请核对指标值。',
        en: 'The target is "{target}", the result "{result}": only {percent} of the target, which may have been too high. Check the target.',
      },
    },
  },
  silentByWording: (indicator, { profile: { overshoot } }) => farOff(indicator, overshoot) === null,
  indicator(project, indicator, { profile: { overshoot } }, report) {
    const far = farOff(indicator, overshoot);
    if (!far || isExplained(project, indicator)) return;
    const { severity, ratio, verdict } = far;
    const target = indicator.target!;
    const result = indicator.result!;
    const { text } = indicator.asked!;
    report({
      severity,
      cell: target,
      related: [result],
      project,
      message: ratio > 1 ? 'above' : 'saved',
      data: {
        target: quote(text),
        result: quote(result.text),
        percent: `${(ratio * 100).toFixed(0)}%`,
      },
      expected: figureText(text, verdict.target!),
      actual: ratio,
    });
  },
});

interface FarOff {
  readonly severity: Severity;
  readonly ratio: number;
  readonly verdict: Verdict;
}

/** How far a result lies beyond its target, by what both of them say; `null` where that is nothing to speak of. */
function farOff(indicator: Indicator, overshoot: number): FarOff | null {
  if (indicator.kind === 'timeliness' || isClearlyNear(indicator, overshoot)) return null;
  const { verdict } = indicator;
  if (verdict?.verdict !== 'met' || verdict.ratio === undefined) return null;
  const { ratio } = verdict;
  if (ratio < overshoot && ratio * overshoot > 1) return null;
  const severity = severityOf(indicator, verdict, overshoot);
  return severity && { severity, ratio, verdict };
}

/** Most results lie near their targets, which is told without judging them. */
function isClearlyNear({ target, result }: Indicator, overshoot: number): boolean {
  if (!target?.answered || !result?.answered) return true;
  const asked = target.statement.quantities;
  const said = result.statement.quantities;
  if (asked.length === 0 || said.length === 0) return true;
  const { value: wanted, unit } = asked[0]!;
  const { value: reached, unit: given } = said[0]!;
  if (asked.length > 1 || said.length > 1 || unit.measure !== given.measure || wanted <= 0) return false;
  return reached < wanted * overshoot && reached * overshoot > wanted;
}

/** Targets below this are small numbers, of which a few more are soon many times as many. */
const SMALL = 10;
const FEW = 20;
const SMALL_OVERSHOOT = 1.5;
const SMALL_EXCESS = 3;

function severityOf(indicator: Indicator, verdict: Verdict, overshoot: number): Severity | null {
  const { kind, name } = indicator;
  const { ratio = 1, target, result } = verdict;
  if (!target || !result || target.change || target.approximate || result.approximate) return null;
  const { dimension } = target.unit;
  if (dimension === 'date' || dimension === 'duration' || dimension === 'score') return null;
  if (ratio < 1) return kind === 'cost' && isCeiling(target) && ratio > 0 ? 'info' : null;
  if (kind === 'cost' || isCeiling(target)) return null;
  // Of a range the upper end counts.
  const share = target.upper === null || target.value === 0 ? 1 : target.upper / target.value;
  const over = ratio / share;
  if (over < overshoot) return null;
  if (dimension === 'percent' || result.unit.dimension === 'percent' || namesShare(name?.text ?? ''))
    return 'info';
  const asked = target.upper ?? target.value;
  const countable = dimension === 'count' || dimension === 'none';
  if (asked >= (countable ? FEW : SMALL)) return 'warning';
  if (over < SMALL_OVERSHOOT || (countable && asked * (over - 1) < SMALL_EXCESS)) return null;
  return 'warning';
}

function isCeiling({ operator, unit }: Quantity): boolean {
  return operator === '≤' || operator === '<' || (operator === null && unit.dimension === 'money');
}

/** The bare numbers of a rate are percentages. */
function namesShare(name: string): boolean {
  return /(?:率|度|占比|比例)(?:[（(][^（()）]*[)）])?$/.test(name);
}
