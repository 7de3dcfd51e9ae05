import { readLabel } from '../text';

/** Whom a unit belongs to, where the unit that does the work is named beside it. Folded names. */
const SUPERIOR = /^(?:部门|部门单位|预算部门|一级部门|一级(?:预算)?单位|一级预算部门)(?:名称|全称)?$/;

/** Who does the work or spends the money. */
const ACTING = /实施|执行|承担|使用|用款|建设|业主|项目单位|[二三]级(?:预算)?单位|基层|所属/;

/** Whether a label of a unit asks for the department in charge where another asks for who does the work. */
export function isSuperiorLabel(text: string): boolean {
  return SUPERIOR.test(readLabel(text).name);
}

/** Whether a label asks for the unit that does the work. */
export function isActingLabel(text: string): boolean {
  return ACTING.test(readLabel(text).name);
}
