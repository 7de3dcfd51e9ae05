import type { FieldId, FundSource, MoneyBase, SpendingKind } from '../../field-id';
import type { LabelFeatures } from '../../header/label-features';
import { foldText, readLabel } from '../../text';
import { NOT_A_LABEL } from '../../vocabulary/header-terms';
import { readMoneyUnit } from '../../vocabulary/money-units';

/** 一级指标, 二级绩效指标 and the like; the rank, or `null` for any other label. */
export function levelRank(text: string): 1 | 2 | 3 | null {
  // Asked of every text, and hardly any is one.
  if (!text.includes('级')) return null;
  const rank = /^([一二三])级(?:绩效|评价)?(?:指标|目标|分类)?(?:名称)?$/.exec(readLabel(text).name)?.[1];
  return rank === undefined ? null : ((['一', '二', '三'].indexOf(rank) + 1) as 1 | 2 | 3);
}

/** What names a form or says which of a set it is: "附件2", "报表编号：…", "公开14表". Folded text. */
const MARK =
  /^(?:附件|附表|报表编号|表号)[\d一二三四五六七八九十\-—:()（）]|^(?:附件|附表):?$|^(?:公开|表)\d+(?:表)?$/;

/** Longer texts are no titles. Characters. */
const LONGEST_TITLE = 60;

/** Whether a text stands over a form: its mark or its title. */
export function isHeading(text: string): boolean {
  const folded = foldText(text);
  if (folded.length > LONGEST_TITLE || /[。;；]/.test(folded)) return false;
  if (MARK.test(folded)) return true;
  const { name } = readLabel(folded);
  return NOT_A_LABEL.test(name) && /绩效|自评|评价|目标|支出|监控|预算|评分/.test(folded);
}

/** Labels that have their answer beside them, and what it answers to. */
export type AnswerField = NonNullable<LabelFeatures['field']> | 'deviation' | 'annualGoal' | 'goalCompletion';

/** The field that a label beside its answer asks for; `null` where it asks for none by itself. */
export function answerField(features: LabelFeatures | null, text: string): AnswerField | null {
  if (!features || features.foreign || features.kind || features.level) return null;
  if (features.field) return features.field;
  if (features.role === 'deviation') return 'deviation';
  if (features.role === 'score' && /自评|总/.test(text)) return 'totalScore';
  return null;
}

/**
 * The field of an amount: which money it is, and where it comes from. What is left of one source is no field.
 *
 * @param fund `undefined` or `total` where the amount is the sum of all sources
 */
export function moneyField(
  base: MoneyBase,
  fund: FundSource | SpendingKind | 'total' | undefined,
): FieldId | null {
  if (fund === undefined || fund === 'total') return base;
  return base === 'balance' ? null : `${base}.${fund}`;
}

/** A label and its answer in one cell. */
export interface SplitAnswer {
  readonly label: string;
  readonly answer: string;
}

/** "总分：96.5", "其中：基本支出：3000": a label and its answer in one cell; `null` for any other text. */
export function splitAnswer(text: string): SplitAnswer | null {
  const match = /^(?:其中[:：]\s*)?([^:：]{1,20})[:：]\s*(\S[\s\S]*)$/.exec(text);
  return match && !/^其中/.test(match[1]!) ? { label: match[1]!, answer: match[2]!.trim() } : null;
}

/** Whether an answer tells what amounts are in, not whose they are: "单位：万元". */
export function isMoneyUnit(answer: string): boolean {
  return readMoneyUnit(foldText(answer)) !== null;
}

/** What a department did in a year, above what each of it cost: "任务名称", "重点工作". Folded names. */
const TASK = /^(?:年度)?(?:主要|重点)?(?:任务|工作)(?:任务|事项)?名称$|^(?:年度)?(?:主要|重点)(?:任务|工作)$/;

/** Whether a label names the tasks of a department: it is no label of a project. */
export function isTaskLabel(text: string): boolean {
  return /任务|工作/.test(text) && TASK.test(readLabel(text).name);
}

/** The row of sums under the indicators. Folded names. */
const TOTAL =
  /^(?:项目|部门|整体|单位)?(?:绩效)?(?:自评)?(?:总分|总得分|合计|总计|共计|累计|得分合计|分值合计|合计得分|自评总分|自评得分|自评分|综合得分|总评分|总分值)(?:数)?$/;

export function isTotalLabel(text: string): boolean {
  return TOTAL.test(readLabel(text).name);
}

/** "小计" of some of the indicators. */
export function isSubtotalLabel(text: string): boolean {
  return /^.{0,8}小计$/.test(readLabel(text).name);
}
