import type { Finding } from '../rule/finding';
import { parseAddress, toAddress, type CellPosition } from '../sheet/address';
import { ISSUE_KEY } from '../sheet/own-sheet';
import type { IssueStatus } from './texts';

/** What became of a finding; what the use cases know of it beside the finding itself. */
export interface IssueFinding extends Finding {
  readonly state?: 'open' | 'fixed' | 'ignored' | 'solved';
  readonly ignoredBecause?: string | null;
  /** What its cell said when it was found, where it says something else by now. */
  readonly original?: string;
  /** A record that came with the workbook says that it was set aside, which does not count. */
  readonly receivedDismissal?: { readonly reason: string };
}

/** What the last column of 问题清单 says: whose row it is, so that it is found again when the sheet is refreshed. */
export interface IssueKey {
  readonly rule: string;
  readonly cell: CellPosition;
  /** Key of the message among the rule's messages. */
  readonly message: string;
  /** The status that we wrote: a row that says another one was changed by the reviewer. */
  readonly written: IssueStatus;
  readonly sheetName: string;
  /** Of a row that stands for a habit: what its findings share (`Habit.shared`); `null`: the row is of one finding. */
  readonly habit: string | null;
}

const LETTERS: Readonly<Record<IssueStatus, string>> = {
  pending: 'p',
  corrected: 'c',
  explained: 'e',
  ignored: 'i',
};

/** The status of a finding before the reviewer touches it. */
export function statusOf(finding: IssueFinding): IssueStatus {
  if (finding.state === 'fixed' || finding.state === 'solved') return 'corrected';
  return finding.state === 'ignored' ? 'ignored' : 'pending';
}

export function keyOfFinding(finding: IssueFinding): IssueKey {
  const { rule, cell, message, sheetName } = finding;
  return { rule, cell, message, written: statusOf(finding), sheetName, habit: null };
}

/**
 * "execution-rate-mismatch!I7!mismatch!p!附件2": the sheet's name comes last, for it may hold anything. Of a habit
 * "execution-denominator!I7!denominator!p!*executionRate!附件2".
 */
export function writeKey({ rule, cell, message, written, sheetName, habit }: IssueKey): string {
  const whose = habit === null ? sheetName : `*${encoded(habit)}!${sheetName}`;
  return [rule, toAddress(cell.row, cell.column), message, LETTERS[written], whose].join('!');
}

/** Reads what `writeKey` wrote; `null` for any other text. */
export function readKey(text: string): IssueKey | null {
  const match = ISSUE_KEY.exec(text);
  const cell = match && parseAddress(match[2]!);
  if (!match || !cell) return null;
  const written = (Object.keys(LETTERS) as IssueStatus[]).find((status) => LETTERS[status] === match[4])!;
  const [, habit = null, sheetName] = /^(?:\*([^!]*)!)?([^]*)$/.exec(match[5]!)!;
  return {
    rule: match[1]!,
    cell,
    message: match[3]!,
    written,
    sheetName: sheetName!,
    habit: habit === null ? null : decoded(habit),
  };
}

/** A text without "!". */
function encoded(text: string): string {
  return text.replace(/[%!]/g, (sign) => (sign === '%' ? '%25' : '%21'));
}

function decoded(text: string): string {
  return text.replace(/%2([15])/g, (_, digit: string) => (digit === '1' ? '!' : '%'));
}
