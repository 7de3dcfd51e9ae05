import type { Statement } from '../quantity';
import { quote } from '../rule/figures';
import { copiesTarget } from '../facts/indicators/indicators';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'result-copies-target',
    name: { 'zh-CN': '完成值照抄指标值', en: 'Result repeats the target' },
    description: {
      'zh-CN':
        '完成值连同“≥”“不低于”等照抄指标值（错误），或本身是不等式而不是实际值（警告）。期限类的“…以内”除非与指标相同，不在此列。',
      en: 'The result repeats the target with its operator (error), or is an inequality where a value is due (warning). "Within …" of durations counts only where it repeats the target.',
    },
    topic: 'indicator',
    severity: 'error',
    severities: ['warning'],
    requires: [['indicator.*.target'], ['indicator.*.result']],
    fix: 'none',
    basis: ['公开的自评审核程序', '评审惯例'],
    yieldsTo: ['satisfaction-no-figure'],
    messages: {
      copied: {
        'zh-CN': '完成情况“{result}”照抄指标“{target}”，不是实际完成值。请填写实际值。',
        en: 'The result "{result}" repeats the target "{target}". Give the value that was achieved.',
      },
      inequality: {
        'zh-CN': '完成情况“{result}”是不等式，不是实际完成值。请填写实际值。',
        en: 'The result "{result}" is an inequality, not a value. Give the value that was achieved.',
      },
    },
  },
  silentByWording: true,
  indicator(project, indicator, _, report) {
    const { target, result } = indicator;
    if (!target || !result?.answered) return;
    const said = result.statement;
    const copied =
      target.answered && copiesTarget(indicator.asked!, said) && !tellsOfEachCase(target.text, said);
    if (
      !copied &&
      !(
        said.isInequality &&
        !EXTREME.test(said.text) &&
        !said.quantities.some(({ unit }) => unit.dimension === 'duration' || unit.dimension === 'date')
      )
    )
      return;
    report({
      severity: copied ? undefined : 'warning',
      cell: result,
      related: [target],
      project,
      message: copied ? 'copied' : 'inequality',
      data: { target: quote(target.text), result: quote(result.text) },
      actual: result.text,
    });
  },
});

/** "最高4.86万元" is the greatest of several values, and no bound. */
const EXTREME = /最[高低多少大小长短]/;

const EACH_CASE = /均|全部|都/;

/** "均在24小时内处置": that every case kept within the time is what a limit asks to be told. */
function tellsOfEachCase(asked: string, { quantities, text }: Statement): boolean {
  return (
    EACH_CASE.test(text) &&
    !EACH_CASE.test(asked) &&
    quantities.every(({ unit }) => unit.dimension === 'duration')
  );
}
