import { readAnnexes } from '../../../src/engine/annex/reading';
import { DEFAULT_PROFILE } from '../../../src/engine/profile/built-in';
import type { Profile, ProfileChanges } from '../../../src/engine/profile/profile';
import { annexInSteps, type LookedAtAnnex } from '../../../src/engine/review/annex-in-steps';
import { findingText } from '../../../src/engine/review/messages';
import type { RuleOutcome } from '../../../src/engine/review/rule-outcome';
import { lookAcross } from '../../../src/engine/review/review-workbook';
import type { Finding } from '../../../src/engine/rule/finding';
import type { Rule } from '../../../src/engine/rule/rule';
import { parseAddress, toAddress, type CellPosition } from '../../../src/engine/sheet/address';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import type { Severity } from '../../../src/engine/severity';
import { buildSheet, type CellInput } from './sheet-builder';

/** The cells of a worksheet, row by row. */
export type SheetRows = readonly (readonly CellInput[])[];

/** A workbook: the cells of its worksheets by their names, in the order of their tabs. */
export interface WorkbookCase {
  readonly name: string;
  readonly sheets: Readonly<Record<string, SheetRows>>;
  /** What the case's profile changes of the general one. */
  readonly profile?: ProfileChanges;
}

/** What a rule must find in a workbook; cells are named with their worksheets: "汇总!D5". */
export interface FindingAcross {
  readonly at: string;
  readonly related?: readonly string[];
  /** Where other than the tables' own. */
  readonly severity?: Severity;
  readonly message?: string;
  /** The whole sentence in zh-CN. */
  readonly text?: string;
  readonly expected?: number | string;
  readonly actual?: number | string;
}

export interface InvalidWorkbookCase extends WorkbookCase {
  readonly findings: readonly FindingAcross[];
}

/** The workbooks that show what a rule that compares annexes leaves alone and what it reports. */
export interface WorkbookCases {
  readonly valid: readonly WorkbookCase[];
  readonly invalid: readonly InvalidWorkbookCase[];
}

/** Rows with some cells holding something else, by their addresses. */
export function withCells(rows: SheetRows, cells: Readonly<Record<string, CellInput>>): SheetRows {
  const changed: CellInput[][] = rows.map((row) => [...row]);
  for (const [address, value] of Object.entries(cells)) {
    const { row, column } = parseAddress(address)!;
    while (changed.length <= row) changed.push([]);
    const own = changed[row]!;
    while (own.length <= column) own.push(null);
    own[column] = value;
  }
  return changed;
}

export interface ReviewedAcross {
  readonly sheets: readonly SheetSnapshot[];
  readonly findings: readonly Finding[];
  /** Of the annexes, in their order. */
  readonly outcomes: readonly (readonly RuleOutcome[])[];
}

/**
 * Reviews a workbook as the command does.
 * @param size how many projects are looked at together; absent: as many as are quickest
 */
export function reviewAcross(
  rules: readonly Rule[],
  { sheets: named, profile: changes }: WorkbookCase,
  size?: number,
): ReviewedAcross {
  const profile: Profile = { ...DEFAULT_PROFILE, ...changes };
  const sheets = Object.entries(named).map(([name, rows]) => ({ ...buildSheet(rows, { name }), id: name }));
  const looked = sheets.flatMap((sheet) =>
    readAnnexes(sheet).map((annex): LookedAtAnnex => {
      const steps = annexInSteps(annex, { rules, profile, ...(size !== undefined && { size }) });
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
      }
    }),
  );
  if (looked.length < sheets.length) throw new Error('not every sheet of the test workbook was recognised');
  // As it crosses threads.
  const told = looked.map((one) => structuredClone(one.told));
  const across = structuredClone(lookAcross(told, rules));
  const reviews = looked.map((one, i) => one.conclude(across[i]!));
  return {
    sheets,
    findings: reviews.flatMap(({ findings }) => findings),
    outcomes: reviews.map(({ outcomes }) => outcomes),
  };
}

const placeOf = (sheet: string, { row, column }: CellPosition): string =>
  `${sheet}!${toAddress(row, column)}`;

/** What a finding carries, as a case states it. */
export function statedAcross(finding: Finding, withText: boolean): FindingAcross {
  const { sheetName, cell, related, severity, message, expected, actual } = finding;
  return {
    at: placeOf(sheetName, cell),
    severity,
    message,
    ...(related.length > 0 && { related: related.map((one) => placeOf(one.sheetId, one)) }),
    ...(expected !== null && { expected }),
    ...(actual !== null && { actual }),
    ...(withText && { text: findingText(finding, 'zh-CN') }),
  };
}
