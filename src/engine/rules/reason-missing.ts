import type { Indicator, Project } from '../annex/annex';
import type { TextCell } from '../annex/values/text-cell';
import { editOf } from '../rule/edits';
import { figureOrNothing, quote } from '../rule/figures';
import { isUndone, missOf } from '../facts/indicators/misses';
import { isNearlySpent } from '../facts/indicators/nearly-spent';
import { lowRateOf, quotientOf } from '../facts/money/rates';
import { executionWeightOf, pointsText } from '../facts/scores/scores';
import { isFigure, type Figure } from '../facts/table/number-cells';
import { labelsOver } from '../facts/table/places';
import { namesCause } from '../facts/texts/reason-matter';
import { emptyReasonOf, givesReason, reasonPrompt } from '../facts/texts/reasons';
import type { Profile } from '../profile/profile';
import type { Fix } from '../rule/finding';
import { defineRule, type FactContext, type Report } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'reason-missing',
    name: { 'zh-CN': '未填偏差原因', en: 'Reason missing' },
    description: {
      'zh-CN':
        '指标未达标、晚于计划、只完成一部分，或得分低于分值，而该指标（或该项目）的原因栏空着、只填“无”“0”等。达标却扣分由“达标却扣分”检查，执行率偏低由“执行率偏低未说明”检查。项目没有逐项得分的，总分低于满分（执行率得分的扣分除外）而扣分说明空着的，为警告。问题、整改、备注栏写了原因的只作提示。',
      en: 'An indicator is short, late, only partly done or scored below its weight, while its column of reasons (or that of the project) is blank or says none. A deducted score of a target that is met and a low execution rate have rules of their own. Where indicators have no scores of their own, a total below full marks (by more than the execution lost) without a reason is a warning. A note where another column names a cause.',
    },
    topic: 'indicator',
    severity: 'error',
    severities: ['warning', 'info'],
    settings: ['scoreTolerance', 'totalWeight', 'executionWeight'],
    requires: [
      ['indicator.*.result', 'totalScore'],
      ['indicator.*.deviation', 'deviation'],
    ],
    fix: 'suggestion',
    basis: [
      '四川省级自评表填表说明',
      '自评表公开填报说明（正反向指标公式）',
      '省级预算绩效系统的校验',
      '公开的自评审核程序',
    ],
    // A result that is reported as missing its target is reported as unexplained there.
    yieldsAtRelated: ['result-below-target', 'result-late', 'result-partial', 'score-not-proportional'],
    habit: 'none',
    messages: {
      short: {
        'zh-CN': '指标为“{target}”，完成情况为“{result}”，未达到指标，未填写偏差原因。请说明原因和改进措施。',
        en: 'The target is "{target}", the result "{result}" misses it, and no reason is given. Give the reason and the measures.',
      },
      shortAndMore: {
        'zh-CN':
          '指标为“{target}”，完成情况为“{result}”，未达到指标，另有 {more} 项指标也需说明，未填写偏差原因。请逐项说明原因和改进措施。',
        en: 'The target is "{target}", the result "{result}" misses it, {more} more indicators need a reason too, and none is given. Give the reasons and the measures.',
      },
      undone: {
        'zh-CN': '完成情况为“{result}”，未填写偏差原因。请说明原因和改进措施。',
        en: 'The result is "{result}" and no reason is given. Give the reason and the measures.',
      },
      undoneAndMore: {
        'zh-CN':
          '完成情况为“{result}”，另有 {more} 项指标也需说明，未填写偏差原因。请逐项说明原因和改进措施。',
        en: 'The result is "{result}", {more} more indicators need a reason too, and none is given. Give the reasons and the measures.',
      },
      deducted: {
        'zh-CN': '指标“{target}”得分 {score}，低于分值 {weight}，未填写扣分原因。请说明原因和改进措施。',
        en: 'The indicator "{target}" scores {score} of {weight} and no reason is given. Give the reason and the measures.',
      },
      deductedAndMore: {
        'zh-CN':
          '指标“{target}”得分 {score}，低于分值 {weight}，另有 {more} 项指标也需说明，未填写扣分原因。请逐项说明原因和改进措施。',
        en: 'The indicator "{target}" scores {score} of {weight}, {more} more indicators need a reason too, and none is given. Give the reasons and the measures.',
      },
      total: {
        'zh-CN': '自评总分 {score}，低于满分 {weight}，未填写扣分原因。请说明扣分原因和改进措施。',
        en: 'The total score is {score} of {weight} and no reason is given. Give the reason and the measures.',
      },
      prompt: { 'zh-CN': '填入提示语“{text}”', en: 'Put in the prompt "{text}"' },
    },
  },
  project(project, context, report) {
    const { profile } = context;
    let open: Open[] | null = null;
    for (const indicator of project.indicators) {
      const cell = emptyReasonOf(project, indicator);
      if (!cell) continue;
      const why = whyExplain(indicator, profile);
      if (why) (open ??= []).push({ cell, why, indicator });
    }
    if (open) for (const first of firstOfEachCell(open)) reportCell(project, first, open);
    else reportTotal(project, context, report);

    function reportCell(project: Project, { cell, why, indicator }: Open, open: readonly Open[]): void {
      const here = open.filter((other) => other.cell === cell);
      const { target, result, weight, score } = indicator;
      report({
        severity: isExplainedElsewhere(project) ? 'info' : undefined,
        cell,
        related: here.flatMap((other) => other.indicator.result ?? []),
        project,
        message: here.length > 1 ? `${why}AndMore` : why,
        data: {
          target: quote(target?.text ?? ''),
          result: quote(result?.text ?? ''),
          weight: figureOrNothing(weight?.number),
          score: figureOrNothing(score?.number),
          more: String(here.length - 1),
        },
        actual: cell.text,
        suggestions: promptFor(cell, indicator),
      });
    }
  },
});

/** Asks for the reason of a total below full marks. */
function reportTotal(project: Project, context: FactContext, report: (finding: Report) => void): void {
  const lost = lostPoints(project, context);
  if (lost) {
    const { cell, score, weight } = lost;
    report({
      severity: isExplainedElsewhere(project) ? 'info' : 'warning',
      cell,
      related: [score],
      project,
      message: 'total',
      data: { score: pointsText(score.number), weight: pointsText(weight) },
      actual: cell.text,
    });
  }
}

/** Places that ask why points are lost, whatever was reached; others ask only for what was not reached. */
const LOST_POINTS = /[扣失减]分|未得(?:满)?分/;

/** Lower totals are out of fewer points than the profile says. */
const LEAST_SHARE = 0.5;

/**
 * A total below full marks beside an empty place for the reason of lost points, by more than the execution rate accounts
 * for; `null` where indicators have scores of their own, which tell what was lost.
 */
function lostPoints(
  project: Project,
  context: FactContext,
): { readonly cell: TextCell; readonly score: Figure; readonly weight: number } | null {
  const { narrative, scores, indicators, rate } = project;
  const { profile } = context;
  const { totalScore } = scores;
  const cell = narrative.deviation;
  if (!cell || cell.presence === 'error' || givesReason(cell) || !isFigure(totalScore)) return null;
  if (!LOST_POINTS.test(labelsOver(context.annex, cell))) return null;
  if (indicators.some(({ score }) => score?.presence === 'value')) return null;
  // The reason for a low rate is asked for in the same cell.
  if (lowRateOf(project, profile)) return null;
  const weight = scores.totalWeight?.number ?? profile.totalWeight;
  if (totalScore.number < weight * LEAST_SHARE) return null;
  const spent = quotientOf(project, profile)?.value ?? rate?.fraction ?? 1;
  const ofExecution = executionWeightOf(context) * Math.min(1, Math.max(0, 1 - spent));
  // Rounded as the scores of the execution are.
  const lost = weight - totalScore.number - ofExecution;
  return lost > Math.max(profile.scoreTolerance, ROUNDED) ? { cell, score: totalScore, weight } : null;
}

/** Execution scores rounded to whole points lose half a point more at most. */
const ROUNDED = 0.5;

type Why = 'short' | 'undone' | 'deducted';

interface Open {
  readonly cell: TextCell;
  readonly why: Why;
  readonly indicator: Indicator;
}

function whyExplain(indicator: Indicator, profile: Profile): Why | null {
  const { target, result, weight, score } = indicator;
  // The result may say itself why it falls short.
  if (result && namesCause(result.text)) return null;
  if (isNearlySpent(indicator, profile)) return null;
  if (missOf(indicator)) return 'short';
  const deducted =
    typeof weight?.number === 'number' &&
    typeof score?.number === 'number' &&
    weight.number > 0 &&
    score.number < weight.number - profile.scoreTolerance;
  const undone = isUndone(result);
  if (!deducted && !undone) return null;
  if (indicator.verdict?.verdict === 'met') return null;
  if (undone) return 'undone';
  return target?.answered ? 'deducted' : null;
}

/** For each cell the indicator to name there: one with figures where there is one. */
function firstOfEachCell(open: readonly Open[]): Open[] {
  const first = new Map<TextCell, Open>();
  for (const one of open) {
    const known = first.get(one.cell);
    if (!known || (known.why !== 'short' && one.why === 'short')) first.set(one.cell, one);
  }
  return [...first.values()];
}

/** Whether a column of problems, measures or remarks names a cause, so that the reason only stands elsewhere. */
function isExplainedElsewhere({ narrative: { problems, rectification, remarks } }: Project): boolean {
  return [problems, rectification, remarks].some((cell) => givesReason(cell) && namesCause(cell!.text));
}

/** The words that ask for the reason; nothing where they stand in the cell already. */
function promptFor(cell: TextCell, { target, result }: Indicator): Fix[] {
  const text = reasonPrompt(`指标“${quote(target?.text ?? '')}”完成情况为“${quote(result?.text ?? '')}”`);
  if (cell.text === text) return [];
  return [{ title: 'prompt', data: { text: quote(text) }, edits: [editOf(cell, { value: text })] }];
}
