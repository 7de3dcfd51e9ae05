import { editOf } from '../rule/edits';
import type { Fix } from '../rule/finding';
import { executionHabits } from '../facts/scores/execution-habits';
import {
  executionFormula,
  executionScoresOf,
  executionTexts,
  type ExecutionPoints,
} from '../facts/scores/execution-scores';
import { isEmpty } from '../facts/table/number-cells';
import { isRoundedTo, pointsFix, pointsOf, POINTS_FIX_MESSAGES } from '../facts/scores/scores';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'execution-score-mismatch',
    name: { 'zh-CN': '执行率得分不符', en: 'Execution score disagrees' },
    description: {
      'zh-CN':
        '执行率得分应为分值×执行率（执行率以 100% 为限）。分值取本行分值，没有的取表头注明的或规则口径的分值；得分按整数填报的表，相差不超过 0.5 分不报；全表只有一项得分如此取整的为警告。分值与执行率都有而得分空着的也报。',
      en: 'The score for the execution must be its weight × the rate, capped at 100 %. The weight is that of the row, else that of the header or of the profile; where scores are whole points, half a point is rounding, and a warning where a single score alone was rounded so. A blank score is reported, too.',
    },
    topic: 'score',
    severity: 'error',
    severities: ['warning'],
    settings: ['executionWeight', 'rateDenominator', 'printedRules', 'scoreTolerance'],
    requires: [['executionRate.score'], ['executionRate', 'budget'], ['executionRate', 'actual']],
    fix: 'value',
    basis: [
      '财预〔2020〕10号《项目支出绩效评价管理办法》',
      '济南历城自评表“得分计算方法”栏',
      '黄石自评表注',
      '公开的自评审核程序',
    ],
    yieldsTo: ['full-score-not-full-execution', 'score-over-weight'],
    compares: true,
    messages: {
      mismatch: {
        'zh-CN': '执行率得分应为 {points}（分值 {weight} × 执行率 {rate}），表内为 {score}。请核对。',
        en: 'The score for the execution should be {points} ({weight} × {rate}); the sheet says {score}.',
      },
      overspent: {
        'zh-CN': '执行率 {rate} 超过 100%，执行率得分以分值 {weight} 为限，表内为 {score}。请核对。',
        en: 'The rate is {rate}; the score for the execution is capped at {weight}, the sheet says {score}.',
      },
      blank: {
        'zh-CN': '未填写执行率得分，应为 {points}（分值 {weight} × 执行率 {rate}）。请补填。',
        en: 'The score for the execution is blank; it should be {points} ({weight} × {rate}). Fill it in.',
      },
      writeFormula: {
        'zh-CN': '改为公式 {formula}（{points}）',
        en: 'Write the formula {formula} ({points})',
      },
      byNote: {
        'zh-CN':
          '执行率为 {rate}，按表内说明（{noteCell}：“{note}”）执行率得分应为 {points}，表内为 {score}。请核对。',
        en: 'The rate is {rate}; by the note in {noteCell} ("{note}") the score for the execution should be {points}; the sheet says {score}.',
      },
      blankByNote: {
        'zh-CN': '未填写执行率得分。请按表内说明（{noteCell}：“{note}”）补填。',
        en: 'The score for the execution is blank. Fill it in by the note in {noteCell} ("{note}").',
      },
      aboveWeight: {
        'zh-CN': '执行率得分为 {score}，超过分值 {weight}。请核对。',
        en: 'The score for the execution is {score}, above its weight {weight}. Check it.',
      },
      ...POINTS_FIX_MESSAGES,
    },
  },
  learn: executionHabits,
  project(project, context, report) {
    const { profile, learnt } = context;
    const computed = executionScoresOf(context).of(project);
    if (!computed || isRight(computed, profile.scoreTolerance, learnt.whole && !learnt.wholeByOne)) return;
    const rounded = learnt.whole && isRight(computed, profile.scoreTolerance, true);
    const { score, rate, weight, expected, quotient, weightCell, note, unread } = computed;
    const points = pointsOf(score);
    const byNote = points === null ? 'blankByNote' : 'byNote';
    const byProfile = points === null ? 'blank' : rate > 1 && points > weight ? 'overspent' : 'mismatch';
    const fix = pointsFix(score, unread ? weight : expected);
    report({
      severity: rounded ? 'warning' : undefined,
      cell: score,
      related: [
        ...(weightCell ? [weightCell] : []),
        ...(quotient ? [quotient.actual, quotient.budget] : project.rate ? [project.rate] : []),
        ...(note ? [note.cell] : []),
      ],
      project,
      message: unread && points !== null ? 'aboveWeight' : note ? byNote : byProfile,
      data: executionTexts(computed),
      expected: unread ? undefined : expected,
      actual: points ?? undefined,
      ...(unread
        ? { suggestions: points === null ? [] : [fix] }
        : { fix, suggestions: learnt.formulas ? formulaSuggestion(computed) : [] }),
    });
  },
});

function isRight(
  { score, nearest, slack, rate, weight, unread }: ExecutionPoints,
  tolerance: number,
  whole: boolean,
): boolean {
  const points = pointsOf(score);
  if (points === null) return !isEmpty(score);
  // Blanks and caps hold whatever a text says.
  if (unread) return points <= weight + tolerance;
  // The spending is what has to be corrected; the score may follow what it should have been.
  if (rate > 1 && points <= weight) return true;
  return isRoundedTo(score, points, nearest, tolerance + slack, whole);
}

function formulaSuggestion(computed: ExecutionPoints): Fix[] {
  const formula = executionFormula(computed);
  if (formula === null || computed.score.label !== undefined) return [];
  const data = { ...executionTexts(computed), formula };
  return [{ title: 'writeFormula', data, edits: [editOf(computed.score, { formula })] }];
}
