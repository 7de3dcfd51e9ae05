import type { Severity } from '../../severity';
import type { Indicator, NarrativeField, Project } from '../../annex/annex';
import type { TextCell } from '../../annex/values/text-cell';
import { foldText } from '../../annex/text';
import { isPrintedNote } from './printed-notes';
import { namesCause, speaksOf, speaksOfSpending } from './reason-matter';
import { residueOf } from './residue';

/** Ways to say that there is nothing to say: 无。, 不存在问题, 未发生偏差, 无需整改. */
const NOTHING_TO_SAY =
  /^(?:目前)?(?:无|没有|不存在|未发现|暂无|未出现|未发生|并无|均无|不涉及|不适用|不需要?)(?:任何|明显|重大|较大)?(?:存在|需要?)?(?:的)?(?:整改|改进|说明|解释|分析)?(?:的)?(?:问题|偏差|差异|困难|不足|异常|情况|原因|事项|内容|措施)?(?:情况|原因|说明)?[。.!;]?$/;

/** That all is done is no reason for what is not. */
const ALL_DONE =
  /^(?:各项|年度|绩效)*(?:指标|目标|任务|工作)?(?:已|均|全部|按时|按期|按计划)*(?:完成|达标)(?:年度|绩效|预期)*(?:目标|任务|指标|工作)?[。.!]?$/;

/** Longer cells say something, and still longer ones are no printed notes. Characters. */
const LONGEST_NOTHING = 16;
const LONGEST_NOTE = 240;

/** What a reason is to begin with; a cell that holds nothing else is still to be filled in. */
const PROMPT = '请说明：';
const PROMPT_ALONE = /^请说明[:：][^\n]*原因和改进措施[。.]?$/;

/** A text to put into an empty reason cell for the unit to go on from; no reason by itself. */
export function reasonPrompt(what: string): string {
  return `${PROMPT}${what}的原因和改进措施。`;
}

/**
 * Whether a cell of reasons, problems or measures says anything of its own: "无。", "0" and "不存在问题" say
 * nothing, and no more do the form's printed note (“请说明原因”) and the prompt of `reasonPrompt`. One of which it is not
 * known what it shows may give one.
 */
export function givesReason(cell: TextCell | null | undefined): boolean {
  if (cell?.presence === 'unknown') return true;
  if (!cell?.answered || cell.statement.placeholder) return false;
  const { text } = cell;
  if (text.startsWith(PROMPT)) return !PROMPT_ALONE.test(text);
  if (text.length > LONGEST_NOTE) return true;
  const folded = foldText(text);
  if (isPrintedNote(folded) || (text.includes('字') && residueOf(text) === 'whole')) return false;
  return text.length > LONGEST_NOTHING || (!NOTHING_TO_SAY.test(folded) && !ALL_DONE.test(folded));
}

/** Where a project explains itself; the first of them that the annex has is where a reason belongs. */
export const EXPLAINING: readonly NarrativeField[] = ['deviation', 'problems', 'remarks', 'rectification'];

/** The cells of a project that may give a reason, the place for it first; those of its indicators come last. */
export function reasonCells(project: Project): TextCell[] {
  const narrative = EXPLAINING.flatMap((field) => project.narrative[field] ?? []);
  return [...narrative, ...project.indicators.flatMap((indicator) => indicator.deviation ?? [])];
}

/**
 * Whether the project's words give a reason: any in the place for reasons, but in those for problems, remarks and
 * measures only what speaks of the matter.
 */
function projectGivesReason({ narrative }: Project, speaks: (text: string) => boolean): boolean {
  if (givesReason(narrative.deviation)) return true;
  return ELSEWHERE.some((field) => {
    const cell = narrative[field];
    return givesReason(cell) && (cell!.presence === 'unknown' || speaks(cell!.text));
  });
}

/** Where reasons may stand that have no place of their own. */
const ELSEWHERE: readonly NarrativeField[] = EXPLAINING.filter((field) => field !== 'deviation');

/**
 * Whether anything explains what became of an indicator: its own reason, its result, or the project's words as far as
 * they speak of money, time, a cause, or of what the indicator names.
 */
export function isExplained(project: Project, indicator: Indicator): boolean {
  const { deviation, result, name, target } = indicator;
  return (
    givesReason(deviation) ||
    (result !== null && namesCause(result.text)) ||
    projectGivesReason(project, (text) => speaksOf(`${name?.text ?? ''} ${target?.text ?? ''}`, text))
  );
}

/** Whether anything explains what became of a project's money, its indicators' reasons included. */
export function isSpendingExplained(project: Project): boolean {
  return (
    projectGivesReason(project, speaksOfSpending) ||
    project.indicators.some(({ deviation }) => givesReason(deviation))
  );
}

/** The same of money that was not spent: the overall completion may say why, too. */
export function isLowSpendingExplained(project: Project): boolean {
  return isSpendingExplained(project) || tellsWhyUnspent(project);
}

const UNSPENT = /结转|结余|节余|尾款|未支|未付|支付|支出|付款|拨付|执行率|收回/;

/** Whether the overall completion names a cause, and money that was not paid. */
function tellsWhyUnspent({ narrative: { goalCompletion } }: Project): boolean {
  return goalCompletion !== undefined && namesCause(goalCompletion.text) && UNSPENT.test(goalCompletion.text);
}

/**
 * The cell where the reason for an indicator is due and none stands: the indicator's own, else the project's.
 * `null` where a reason is given, and where the annex has no place for one.
 */
export function emptyReasonOf(project: Project, { deviation, result }: Indicator): TextCell | null {
  if (!result?.answered) return null;
  const ofProject = project.narrative.deviation;
  const cell = deviation ?? ofProject;
  if (!cell || cell.presence === 'error' || givesReason(cell)) return null;
  return deviation && givesReason(ofProject) ? null : cell;
}

/** How far what became of an indicator is accounted for. */
export interface Account {
  /** `open` where nothing explains it and the annex has no place for a reason. */
  readonly kind: 'explained' | 'unexplained' | 'open';
  /** The place for the reason where it is left empty. */
  readonly empty: TextCell | null;
  /** The severity of a miss: a note where it is explained, an error where the place is left empty. */
  readonly severity: Severity | undefined;
}

const EXPLAINED: Account = { kind: 'explained', empty: null, severity: 'info' };
const OPEN: Account = { kind: 'open', empty: null, severity: undefined };

/** How the miss of an indicator is accounted for; `severity` is the rule's own where it is `undefined`. */
export function accountOf(project: Project, indicator: Indicator): Account {
  if (isExplained(project, indicator)) return EXPLAINED;
  const empty = emptyReasonOf(project, indicator);
  return empty ? { kind: 'unexplained', empty, severity: 'error' } : OPEN;
}
