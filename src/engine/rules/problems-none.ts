import type { Indicator, Project } from '../annex/annex';
import type { TextCell } from '../annex/values/text-cell';
import { quote, rateText } from '../rule/figures';
import { MOST_RELATED } from '../rule/finding';
import { isUndone, missOf } from '../facts/indicators/misses';
import type { Profile } from '../profile/profile';
import { isNearlySpent } from '../facts/indicators/nearly-spent';
import { lowRateOf } from '../facts/money/rates';
import { givesReason, EXPLAINING } from '../facts/texts/reasons';
import { RATE_MONEY, unitConflictsOf } from '../facts/money/unit-conflicts';
import { defineRule, learning, type FactContext, type Report } from '../rule/rule';
import { positionOf, type CellPosition } from '../sheet/address';

/** The first cells that say 无, as long as every project does. */
const sayingNone = learning<{ cells: CellPosition[] | null }>({
  empty: () => ({ cells: [] }),
  add(learnt, { narrative: { problems } }) {
    if (!problems || !saysNone(problems)) learnt.cells = null;
    else if (learnt.cells && learnt.cells.length <= MOST_RELATED) learnt.cells.push(positionOf(problems));
  },
  merge(learnt, { cells }) {
    if (!learnt.cells || !cells) learnt.cells = null;
    else learnt.cells.push(...cells.slice(0, MOST_RELATED + 1 - learnt.cells.length));
  },
});

export const rule = defineRule({
  meta: {
    id: 'problems-none',
    name: { 'zh-CN': '问题与整改“无”', en: 'No problem named' },
    description: {
      'zh-CN':
        '存在的问题填“无”，而有指标未达标、晚于计划、只完成一部分，或执行率低于规定比例（默认 90%）；其他栏说明了原因的只作提示。十个以上项目全部填“无”的提示一次。',
      en: 'The problems say none, while an indicator is short, late or only partly done, or the execution rate is below the limit (90 % by default); a note where another column gives a reason. One note where all of ten projects or more say none.',
    },
    topic: 'goal',
    severity: 'warning',
    severities: ['info'],
    settings: ['explainBelow', 'rateDenominator'],
    requires: [['problems']],
    fix: 'none',
    basis: ['评审惯例'],
    yieldsTo: ['low-execution-unexplained', 'template-residue'],
    // What falls short is the defect; that no problem is named beside it is not a second one.
    yieldsAtRelated: ['result-below-target', 'result-late', 'result-partial'],
    habit: 'none',
    messages: {
      short: {
        'zh-CN':
          '存在的问题填报为“{problems}”，但指标“{target}”的完成情况为“{result}”，未达到指标。请写明存在的问题。',
        en: 'The problems say "{problems}", yet the target "{target}" has the result "{result}". Name the problem.',
      },
      rate: {
        'zh-CN': '存在的问题填报为“{problems}”，但执行率为 {rate}，低于 {limit}。请写明存在的问题。',
        en: 'The problems say "{problems}", yet the execution rate is {rate}, below {limit}. Name the problem.',
      },
      everyRow: {
        'zh-CN': '全部 {count} 个项目存在的问题均填报为“无”。请各单位核对是否确无问题。',
        en: 'All of the {count} projects say that there is no problem. Have the units check.',
      },
    },
  },
  learn: sayingNone,
  atOnce(project, context, report) {
    const { problems } = project.narrative;
    if (!problems || !saysNone(problems)) return;
    const found = missedIndicator(project, problems, context.profile) ?? lowRate(project, problems, context);
    if (!found) return;
    const reason = reasonElsewhere(project);
    // With a reason it is that reason which the cell contradicts.
    report(reason ? { ...found, project, severity: 'info', related: [reason] } : { ...found, project });
  },
  annex({ annex, learnt: { cells } }, report) {
    const [first, ...others] = cells ?? [];
    if (!first || annex.projectCount < ENOUGH_PROJECTS) return;
    report({
      severity: 'info',
      cell: first,
      related: others,
      project: null,
      message: 'everyRow',
      data: { count: String(annex.projectCount) },
    });
  },
});

/** Projects that may all be without a problem by chance are fewer. */
const ENOUGH_PROJECTS = 10;

/** 无, ―, 不存在问题; a blank cell says nothing at all. */
function saysNone(problems: TextCell): boolean {
  if (problems.presence === 'placeholder') return true;
  return problems.presence === 'value' && !givesReason(problems);
}

type Found = Pick<Report, 'cell' | 'related' | 'message' | 'data' | 'actual'>;

function missedIndicator(project: Project, problems: TextCell, profile: Profile): Found | null {
  let undone: Indicator | null = null;
  for (const indicator of project.indicators) {
    if (isNearlySpent(indicator, profile)) continue;
    if (missOf(indicator)) return foundAt(problems, indicator);
    if (!undone && isUndone(indicator.result) && indicator.verdict?.verdict !== 'met') undone = indicator;
  }
  return undone && foundAt(problems, undone);
}

function foundAt(problems: TextCell, { target, result }: Indicator): Found {
  return {
    cell: problems,
    related: result ? [result] : [],
    message: 'short',
    data: {
      problems: quote(problems.text),
      target: quote(target?.text ?? ''),
      result: quote(result?.text ?? ''),
    },
    actual: problems.text,
  };
}

function lowRate(project: Project, problems: TextCell, context: FactContext): Found | null {
  const { profile } = context;
  const low = lowRateOf(project, profile);
  // A rate made of an amount in another unit says nothing.
  if (!low || unitConflictsOf(context).concerns(project, RATE_MONEY)) return null;
  return {
    cell: problems,
    related: project.rate ? [project.rate] : [],
    message: 'rate',
    data: {
      problems: quote(problems.text),
      rate: rateText(low.rate),
      limit: rateText(profile.explainBelow, 0),
    },
    actual: low.rate,
  };
}

/** The other cell of the project, or of one of its indicators, that gives the reason. */
function reasonElsewhere({ narrative, indicators }: Project): TextCell | null {
  for (const field of EXPLAINING)
    if (field !== 'problems' && givesReason(narrative[field])) return narrative[field]!;
  return indicators.find(({ deviation }) => givesReason(deviation))?.deviation ?? null;
}
