import type { Indicator, Project } from '../annex/annex';
import type { CellPosition } from '../sheet/address';
import { figureOrNothing, quote } from '../rule/figures';
import { isUndone } from '../facts/indicators/misses';
import { pointsText } from '../facts/scores/scores';
import { isFigure, type Figure } from '../facts/table/number-cells';
import { givesReason } from '../facts/texts/reasons';
import type { Profile } from '../profile/profile';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'result-partial',
    name: { 'zh-CN': '部分完成未披露', en: 'Partial result not disclosed' },
    description: {
      'zh-CN':
        '完成情况填报为“基本完成”“部分完成”“正在进行”“未完成”，而总体完成情况写已完成，或存在的问题写“无”、未填，或得了满分。总体完成情况只写“未完成”而自评总分接近满分的也报告。存在的问题或原因写明了内容的不报。',
      en: 'A result says partly done, under way or not done, while the overall completion says done, the problems say none, or the score is full. Reported, too, where the overall completion says no more than not done and the total is nearly full. Silent where problems or reasons are described.',
    },
    topic: 'indicator',
    severity: 'error',
    settings: ['scoreTolerance', 'nearlyAllPoints', 'totalWeight'],
    requires: [
      ['indicator.*.result', 'goalCompletion'],
      ['goalCompletion', 'problems', 'indicator.*.score'],
    ],
    fix: 'none',
    basis: ['财预〔2020〕10号《项目支出绩效评价管理办法》', '评审惯例'],
    yieldsTo: ['result-late'],
    habit: 'none',
    messages: {
      overall: {
        'zh-CN': '完成情况为“{result}”，与总体完成情况“{overall}”不符。请如实填写，并在存在的问题中说明。',
        en: 'The result is "{result}", yet the overall completion says "{overall}". State what is open, and name the problem.',
      },
      problems: {
        'zh-CN': '完成情况为“{result}”，存在的问题未作说明。请如实填写未完成的内容和原因。',
        en: 'The result is "{result}", yet no problem is named. State what is open and why.',
      },
      fullScore: {
        'zh-CN': '完成情况为“{result}”，但得分为满分 {score}。请说明未完成的内容和原因，并核对得分。',
        en: 'The result is "{result}", yet the score is the full {score}. State what is open and why, and check the score.',
      },
      total: {
        'zh-CN':
          '总体完成情况为“{overall}”，但自评总分为 {score}。请核对得分，或写明完成的内容和未完成的原因。',
        en: 'The overall completion is "{overall}", yet the total score is {score}. Check the score, or say what was done and what was not.',
      },
    },
  },
  project(project, { profile }, report) {
    const { scoreTolerance } = profile;
    const total = nearlyFullTotal(project, profile);
    if (total && saysUndone(project)) {
      const overall = project.narrative.goalCompletion!;
      report({
        cell: overall,
        related: [total],
        project,
        message: 'total',
        data: { overall: quote(overall.text), score: pointsText(total.number) },
        actual: overall.text,
      });
    }
    let cover: Cover | null | undefined;
    for (const indicator of project.indicators) {
      const { target, result, score } = indicator;
      if (!isUndone(result) || givesReason(indicator.deviation) || isProblemNamed(project)) continue;
      cover ??= coverOf(project);
      const full = isFull(indicator, scoreTolerance);
      if (!cover && !full) continue;
      report({
        cell: result,
        related: [...(target ? [target] : []), ...(cover?.cells ?? []), ...(full ? [score!] : [])],
        project,
        message: cover?.message ?? 'fullScore',
        data: {
          result: quote(result.text),
          overall: cover?.overall ?? '',
          score: figureOrNothing(score?.number),
        },
        actual: result.text,
      });
    }
  },
});

/** Nothing but that it was not done; who says more may have done most of it. */
const UNDONE =
  /^(?:项目|目标|任务|年度|绩效|总体|整体|全部)*(?:尚未|未能?|没有?)(?:全部|按时|按期|如期)?(?:完成|实施|开展|启动|开工|实现|达成)(?:年度|绩效|总体|整体)*(?:目标|任务)?[。.]?$/;

function saysUndone(project: Project): boolean {
  const { goalCompletion } = project.narrative;
  return (
    goalCompletion?.answered === true && UNDONE.test(goalCompletion.text.trim()) && !isProblemNamed(project)
  );
}

/** The total score, where it leaves hardly anything out. */
function nearlyFullTotal(
  { scores: { totalScore, totalWeight } }: Project,
  profile: Pick<Profile, 'nearlyAllPoints' | 'totalWeight'>,
): Figure | null {
  if (!isFigure(totalScore)) return null;
  const full = totalWeight?.number ?? profile.totalWeight;
  return totalScore.number >= full * profile.nearlyAllPoints ? totalScore : null;
}

function isProblemNamed({ narrative }: Project): boolean {
  return givesReason(narrative.problems) || givesReason(narrative.deviation);
}

function isFull({ weight, score }: Indicator, tolerance: number): boolean {
  if (!weight || !score || weight.number === null || score.number === null) return false;
  return weight.number > 0 && score.number >= weight.number - tolerance;
}

/** What hides a shortfall: an overall "done", or no problem named. */
interface Cover {
  readonly message: 'overall' | 'problems';
  readonly overall: string;
  readonly cells: readonly CellPosition[];
}

/** `null` where nothing hides it, or the overall completion says so, too. */
function coverOf({ narrative }: Project): Cover | null {
  const { goalCompletion, problems } = narrative;
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
