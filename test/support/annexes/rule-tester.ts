import { LOCALES } from '../../../src/engine/language';
import { DEFAULT_PROFILE } from '../../../src/engine/profile/built-in';
import type { Profile, ProfileChanges } from '../../../src/engine/profile/profile';
import { findingText, fixText } from '../../../src/engine/review/messages';
import { reviewAnnex, type AnnexReview } from '../../../src/engine/review/review-annex';
import type { Finding, MessageData } from '../../../src/engine/rule/finding';
import type { Rule } from '../../../src/engine/rule/rule';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { toAddress } from '../../../src/engine/sheet/address';
import type { CellContent, Edit } from '../../../src/engine/sheet/edit';
import { buildAnnex, type AnnexInput, type BuiltAnnex } from './annex-builder';
import {
  compareFinding,
  fixesOf,
  pairFindings,
  type ExpectedFinding,
  type UsualFinding,
} from './expected-finding';
import { leftBy } from './follow-fix';
import { foreignSignIn } from './punctuation';
import {
  reviewAcross,
  statedAcross,
  type FindingAcross,
  type InvalidWorkbookCase,
  type WorkbookCase,
  type WorkbookCases,
} from './workbook-cases';

export interface RuleCase extends AnnexInput {
  readonly name: string;
  /** What the case's profile changes of the general one. */
  readonly profile?: ProfileChanges;
}

/** A table that is left alone, though the rule looks at it; one that lacks what the rule needs says so. */
export interface ValidCase extends RuleCase {
  readonly notChecked?: true;
}

export interface InvalidCase extends RuleCase {
  readonly findings: readonly ExpectedFinding[];
}

/** The tables that show what a rule leaves alone and what it reports. */
export interface RuleCases extends UsualFinding {
  readonly valid: readonly ValidCase[];
  readonly invalid: readonly InvalidCase[];
  /** Workbooks, of a rule that compares their annexes. */
  readonly across?: WorkbookCases;
}

const profileOf = ({ profile }: RuleCase): Profile => ({ ...DEFAULT_PROFILE, ...profile });

interface Run extends AnnexReview {
  readonly built: BuiltAnnex;
}

function run(rule: Rule, input: RuleCase): Run {
  const built = buildAnnex(input);
  const { findings, outcomes } = reviewAnnex(built.annex, [rule], profileOf(input));
  for (const outcome of outcomes) if (outcome.outcome === 'failed') throw new Error(outcome.reason);
  return { findings, outcomes, built };
}

/**
 * Runs a rule's tables. Of each finding everything it carries is compared; each fix and each suggestion is written into
 * the table, which is reviewed again by all rules. What a finding offers is declared in the rule's meta, every message
 * is said by some table, one of its findings and one of its fixes stating the whole sentence, and no case stands twice.
 */
export function testRule(rule: Rule, cases: RuleCases): void {
  describe(rule.meta.id, () => {
    test('has tables of both sorts, and no case twice', () => {
      const { valid = [], invalid = [] } = cases.across ?? {};
      // What a rule says of an annex by itself, and of several, are shown each.
      if (rule.workbook) expect(Math.min(valid.length, invalid.length)).toBeGreaterThanOrEqual(2);
      expect(cases.valid.length + valid.length).toBeGreaterThanOrEqual(4);
      expect(cases.invalid.length + invalid.length).toBeGreaterThanOrEqual(4);
      const all = [...cases.valid, ...cases.invalid, ...valid, ...invalid];
      const tables = all.map((input) => JSON.stringify({ ...input, name: undefined, findings: undefined }));
      expect(new Set(tables).size).toBe(all.length);
      expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    });

    test('has a table for each of its messages that states the whole sentence', () => {
      expect([...statedMessages(rule, cases)].sort()).toEqual(Object.keys(rule.meta.messages).sort());
    });

    for (const input of cases.across?.valid ?? [])
      test(`leaves alone, in a workbook: ${input.name}`, () => {
        expect(saidAcross(rule, input)).toEqual([]);
      });

    for (const input of cases.across?.invalid ?? [])
      test(`reports, in a workbook: ${input.name}`, () => reportsAcross(rule, input, cases));

    if (cases.valid.length > 0)
      test.each(cases.valid.map((input) => [input.name, input] as const))('leaves alone: %s', (_, input) => {
        const { findings, outcomes } = run(rule, input);
        expect(
          findings.map((f) => `${toAddress(f.cell.row, f.cell.column)} ${findingText(f, 'zh-CN')}`),
        ).toEqual([]);
        expect(outcomes.map(({ outcome }) => outcome)).toEqual([
          input.notChecked ? 'not-checked' : 'checked',
        ]);
      });

    if (cases.invalid.length > 0)
      test.each(cases.invalid.map((input) => [input.name, input] as const))('reports: %s', (_, input) => {
        const { findings, built } = run(rule, input);
        for (const [expected, found] of pairFindings(input.findings, findings, cases, built.at)) {
          compareFinding(expected, found, cases, built);
          checkTexts(rule, found, built.sheet);
          checkMeta(rule, found);
          for (const [fix, { leaves = [] }] of fixesOf(expected, found))
            expect([fix.edits, leftBy(rule, found, fix, built.sheet, profileOf(input))]).toEqual([
              fix.edits,
              leaves,
            ]);
        }
      });
  });
}

/** What a rule says of a workbook, whatever the portions in which its projects are looked at. */
function saidAcross(rule: Rule, input: WorkbookCase): FindingAcross[] {
  const { findings, outcomes } = reviewAcross([rule], input);
  for (const outcome of outcomes.flat()) if (outcome.outcome === 'failed') throw new Error(outcome.reason);
  expect(reviewAcross([rule], input, 1).findings).toEqual(findings);
  return findings.map((finding) => statedAcross(finding, true));
}

/** Of each finding everything it carries is compared; the sentence where it is stated. */
function reportsAcross(rule: Rule, input: InvalidWorkbookCase, { severity, message }: UsualFinding): void {
  const found = saidAcross(rule, input);
  const usual = { severity, ...(message !== undefined && { message }) };
  const stated = input.findings.map((one) => ({ ...usual, ...one }));
  expect(
    found.map(({ text, ...one }, i) => (stated[i]?.text === undefined ? one : { ...one, text })),
  ).toEqual(stated);
  const { sheets, findings } = reviewAcross([rule], input);
  for (const finding of findings) {
    checkTexts(
      rule,
      finding,
      sheets.find(({ id }) => id === finding.sheetId)!,
    );
    checkMeta(rule, finding);
  }
}

/** The messages of a rule that are said in its tables by findings or fixes of which the whole sentence is stated. */
function statedMessages(rule: Rule, cases: RuleCases): Set<string> {
  const stated = new Set<string>();
  for (const { findings } of cases.across?.invalid ?? [])
    for (const { message = cases.message, text } of findings)
      if (text !== undefined && message !== undefined) stated.add(message);
  for (const input of cases.invalid) {
    const { findings, built } = run(rule, input);
    for (const [expected, found] of pairFindings(input.findings, findings, cases, built.at)) {
      if (expected.text !== undefined) stated.add(found.message);
      for (const [fix, { says }] of fixesOf(expected, found)) if (says !== undefined) stated.add(fix.title);
      for (const { hindrance, title } of found.suggestions) if (hindrance) stated.add(title);
    }
  }
  return stated;
}

function checkTexts(rule: Rule, found: Finding, sheet: SheetSnapshot): void {
  for (const locale of LOCALES) {
    const texts = [
      findingText(found, locale),
      ...[...(found.fix ? [found.fix] : []), ...found.suggestions].map((fix) => fixText(found, fix, locale)),
    ];
    for (const text of texts) {
      expect(text).not.toMatch(/\{\w+\}|undefined|NaN/);
      expect(text.length).toBeGreaterThan(5);
    }
    for (const [key, data] of saidBy(found)) {
      const template = rule.meta.messages[key]![locale];
      expect([template, foreignSignIn(template, data, locale, sheet)]).toEqual([template, null]);
    }
  }
  expect(rule.meta.messages[found.message]).toBeDefined();
}

/** The keys and the data of all that a finding says. */
function saidBy({ message, data, fix, suggestions }: Finding): [string, MessageData][] {
  const fixes = [...(fix ? [fix] : []), ...suggestions];
  return [[message, data], ...fixes.map((each): [string, MessageData] => [each.title, each.data])];
}

function contentOf({ value, formula }: Edit['expectedBefore']): CellContent {
  return formula === null ? { value } : { formula };
}

/** What a finding is and offers is declared, and no constant is offered in place of a formula. */
function checkMeta({ meta }: Rule, { severity, fix, suggestions }: Finding): void {
  expect([meta.severity, ...(meta.severities ?? [])]).toContain(severity);
  if (fix) expect(['format', 'value']).toContain(meta.fix);
  if (suggestions.length > 0) expect(meta.fix).not.toBe('none');
  const edits = [fix, ...suggestions].flatMap((offered) => offered?.edits ?? []);
  // What is offered changes something.
  for (const { after, expectedBefore, numberFormat } of edits)
    if (numberFormat === undefined) expect(after).not.toEqual(contentOf(expectedBefore));
  expect(edits.filter(({ after, expectedBefore }) => 'value' in after && expectedBefore.formula)).toEqual([]);
}
