import type { Indicator, Project } from '../annex/annex';
import type { Quantity } from '../quantity';
import { quote } from '../rule/figures';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'satisfaction-100',
    name: { 'zh-CN': '满意度100%无佐证', en: 'Satisfaction of 100 % without evidence' },
    description: {
      'zh-CN':
        '满意度完成值恰为 100%，而未注明样本（问卷份数、受访人数）。备注、总体完成情况写了调查情况的不报。',
      en: 'The measured satisfaction is exactly 100 % and no sample (questionnaires, people asked) is named. Silent where the remarks or the overall completion tell of a survey.',
    },
    topic: 'indicator',
    severity: 'info',
    requires: [['indicator.satisfaction.result']],
    fix: 'none',
    basis: ['自评表公开填报说明（正反向指标公式）', '评审惯例'],
    yieldsTo: ['satisfaction-no-figure', 'result-copies-target'],
    habit: 'place',
    messages: {
      whole: {
        'zh-CN': '满意度为“{result}”，未注明样本。请补充调查方式、样本量，或核对数值。',
        en: 'The satisfaction is "{result}" and no sample is named. Give the survey and its size, or check the figure.',
      },
    },
  },
  silentByWording: (indicator) => !saysWhole(indicator),
  indicator(project, indicator, _, report) {
    if (!saysWhole(indicator) || tellsOfSurvey(project)) return;
    const result = indicator.result!;
    report({
      cell: result,
      project,
      message: 'whole',
      data: { result: quote(result.text) },
      actual: 1,
    });
  },
});

/** Whether all are satisfied, and nobody says how many were asked. */
function saysWhole({ kind, result }: Indicator): boolean {
  if (kind !== 'satisfaction' || !result?.answered) return false;
  const { quantities } = result.statement;
  return quantities.some(isWhole) && !quantities.some(isSample);
}

function isWhole({ unit, value, upper, change, operator }: Quantity): boolean {
  const percent = unit.measure === '%' || unit.dimension === 'none' || unit.dimension === 'score';
  const level = operator === null || operator === '=';
  return percent && level && value === 100 && upper === null && !change;
}

/** 120 questionnaires, 56 parents. */
function isSample({ unit, value }: Quantity): boolean {
  return unit.dimension === 'count' && value > 0;
}

const SURVEY =
  /(?:问卷|样本|调查|受访|回访|测评)[^。；;]{0,12}\d|\d+[份人户名家][^。；;]{0,6}(?:问卷|样本|调查)/;

function tellsOfSurvey({ narrative: { remarks, goalCompletion } }: Project): boolean {
  return SURVEY.test(remarks?.text ?? '') || SURVEY.test(goalCompletion?.text ?? '');
}
