import type { Indicator, Project } from '../annex/annex';
import { quote } from './support/figures';
import { givesReason } from './support/reasons';
import type { Rule } from './support/rule';

export const rule: Rule = {
  meta: {
    id: 'result-partial',
    name: { 'zh-CN': '部分完成未披露', en: 'Partial result not disclosed' },
    description: {
      'zh-CN':
        '完成情况写“基本完成”“部分完成”“正在进行”“未完成”，而整体完成情况写已完成，或存在的问题写“无”、未填。存在的问题写明了内容的不报。',
      en: 'A result says partly done, under way or not done, while the overall completion says done or the problems say none. Silent where problems are described.',
    },
    topic: 'indicator',
    severity: 'error',
    requires: [['indicator.*.result'], ['goalCompletion', 'problems']],
    fix: 'none',
    basis: ['财预〔2020〕10号《项目支出绩效评价管理办法》', '评审惯例'],
    messages: {
      overall: {
        'zh-CN': '完成情况为“{result}”，整体完成情况却为“{overall}”。请据实填写，并在存在的问题中说明。',
        en: 'The result is "{result}", yet the overall completion says "{overall}". State what is open, and name the problem.',
      },
      problems: {
        'zh-CN': '完成情况为“{result}”，存在的问题却没有说明。请据实填写未完成的内容和原因。',
        en: 'The result is "{result}", yet no problem is named. State what is open and why.',
      },
    },
  },
  check(annex, report) {
    for (const project of annex.projects) {
      const partial = project.indicators.filter(isPartial);
      const cover = partial.length > 0 ? coverOf(project) : null;
      if (!cover) continue;
      for (const { target, result } of partial) {
        report({
          cell: result!,
          related: [...(target ? [target] : []), ...cover.cells],
          project,
          message: cover.message,
          data: { result: quote(result!.text), overall: cover.overall },
          actual: result!.text,
        });
      }
    }
  },
};

/** Partly done or not done, without a reason of its own. */
function isPartial({ result, deviation }: Indicator): boolean {
  if (!result?.answered || givesReason(deviation)) return false;
  const { quality } = result.statement;
  return quality === 'partial' || quality === 'not';
}

/** What hides a shortfall: an overall "done", or no problem named. `null` where problems are described. */
function coverOf(
  project: Project,
): { message: 'overall' | 'problems'; overall: string; cells: { row: number; column: number }[] } | null {
  const { goalCompletion, problems, deviation } = project.narrative;
  if (givesReason(problems) || givesReason(deviation)) return null;
  const cells = problems ? [problems] : [];
  if (goalCompletion?.answered) {
    const { quality, quantities } = goalCompletion.statement;
    if (quality === 'achieved' || (quality === 'vague' && quantities.length === 0)) {
      return { message: 'overall', overall: quote(goalCompletion.text), cells: [goalCompletion, ...cells] };
    }
    if (quality === 'partial' || quality === 'not') return null;
  }
  return problems ? { message: 'problems', overall: '', cells } : null;
}
