import type { FieldId } from '../../../src/engine/annex/field-id';
import { fixText, findingText } from '../../../src/engine/review/messages';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import { LOCALES } from '../../../src/engine/language';
import type { Finding } from '../../../src/engine/rule/finding';
import type { Severity } from '../../../src/engine/severity';
import { DEFAULT_PROFILE } from '../../../src/engine/profile/built-in';
import type { ProfileChanges } from '../../../src/engine/profile/profile';
import type { Rule } from '../../../src/engine/rule/rule';
import { toAddress } from '../../../src/engine/sheet/address';
import type { CellContent } from '../../../src/engine/sheet/edit';
import { buildAnnex, type AnnexInput, type AnnexRow } from './annex-builder';
import type { CellInput } from './sheet-builder';

/** What a rule must find: at which cell, and what else matters to the case. */
export interface ExpectedFinding {
  /** 0-based row of the case's `rows`; with `field`, the cell. */
  readonly row?: number;
  readonly field?: FieldId;
  /** The cell's address, where it is in no row ("A2"); takes the place of `row` and `field`. */
  readonly cell?: string;
  readonly severity?: Severity;
  readonly message?: string;
  /** The whole sentence in zh-CN. */
  readonly text?: string;
  readonly expected?: number | string;
  /** What the fix writes; required wherever the finding has a fix. */
  readonly fixed?: CellContent;
  /** What the suggestions write, in their order. */
  readonly suggested?: readonly CellContent[];
  /** How many fixes or suggestions are told in words alone. */
  readonly advised?: number;
}

export interface RuleCase extends AnnexInput {
  readonly name: string;
  /** What the case's profile changes of the general one. */
  readonly profile?: ProfileChanges;
}

export interface InvalidCase extends RuleCase {
  readonly findings: readonly ExpectedFinding[];
}

/** The tables that show what a rule leaves alone and what it reports. */
export interface RuleCases {
  readonly valid: readonly RuleCase[];
  readonly invalid: readonly InvalidCase[];
}

function run(
  rule: Rule,
  input: RuleCase,
): { findings: readonly Finding[]; at: (row: number, field: FieldId) => string } {
  const { annex, at } = buildAnnex(input);
  const { findings, outcomes } = reviewAnnex(annex, [rule], { ...DEFAULT_PROFILE, ...input.profile });
  for (const outcome of outcomes) if (outcome.outcome === 'failed') throw new Error(outcome.reason);
  return {
    findings,
    at: (row, field) => {
      const cell = at(row, field);
      return toAddress(cell.row, cell.column);
    },
  };
}

/**
 * Runs a rule's tables with four invariants: a fix has its expected output; the fixed table is clean for that
 * rule at that cell; what a finding offers is declared in the rule's meta; no case stands twice.
 */
export function testRule(rule: Rule, cases: RuleCases): void {
  describe(rule.meta.id, () => {
    test('has tables of both sorts, and no case twice', () => {
      expect(cases.valid.length).toBeGreaterThanOrEqual(4);
      expect(cases.invalid.length).toBeGreaterThanOrEqual(4);
      const all = [...cases.valid, ...cases.invalid];
      const tables = all.map((input) => JSON.stringify({ ...input, name: undefined, findings: undefined }));
      expect(new Set(tables).size).toBe(all.length);
      expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    });

    test.each(cases.valid.map((input) => [input.name, input] as const))('leaves alone: %s', (_, input) => {
      expect(
        run(rule, input).findings.map(
          (f) => `${toAddress(f.cell.row, f.cell.column)} ${findingText(f, 'zh-CN')}`,
        ),
      ).toEqual([]);
    });

    test.each(cases.invalid.map((input) => [input.name, input] as const))('reports: %s', (_, input) => {
      const { findings, at } = run(rule, input);
      const addressOf = (f: Finding): string => toAddress(f.cell.row, f.cell.column);
      expect(findings.map(addressOf).sort()).toEqual(input.findings.map((f) => addressIn(f, at)).sort());
      for (const expected of input.findings) {
        const found = findings.find((f) => addressOf(f) === addressIn(expected, at))!;
        expect(found.severity).toBe(expected.severity ?? rule.meta.severity);
        expect([rule.meta.severity, ...(rule.meta.severities ?? [])]).toContain(found.severity);
        if (expected.message) expect(found.message).toBe(expected.message);
        if (expected.text) expect(findingText(found, 'zh-CN')).toBe(expected.text);
        if (typeof expected.expected === 'number') expect(found.expected).toBeCloseTo(expected.expected, 9);
        else if (expected.expected !== undefined) expect(found.expected).toBe(expected.expected);
        checkTexts(rule, found);
        checkFix(rule, input, expected, found);
        const edits = [found.fix, ...found.suggestions].flatMap((offered) => offered?.edits ?? []);
        expect(
          edits.filter(({ after, expectedBefore }) => 'value' in after && expectedBefore.formula),
        ).toEqual([]);
        if (expected.advised !== undefined)
          expect(found.suggestions.filter(({ hindrance }) => hindrance)).toHaveLength(expected.advised);
        if (expected.suggested) {
          const offered = found.suggestions.filter(({ hindrance }) => !hindrance);
          const written = offered.map(({ edits }) => edits.map(({ after }) => after));
          expect(written).toEqual(expected.suggested.map((after) => [typed(after)]));
        }
      }
    });
  });
}

/** What a cell keeps of a number that is typed: 15 digits. */
function typed(content: CellContent): CellContent {
  return 'value' in content && typeof content.value === 'number'
    ? { value: Number(content.value.toPrecision(15)) }
    : content;
}

function addressIn(
  { cell, row, field }: ExpectedFinding,
  at: (row: number, field: FieldId) => string,
): string {
  return cell ?? at(row!, field!);
}

function checkTexts(rule: Rule, found: Finding): void {
  for (const locale of LOCALES) {
    const texts = [
      findingText(found, locale),
      ...[...(found.fix ? [found.fix] : []), ...found.suggestions].map((fix) => fixText(found, fix, locale)),
    ];
    for (const text of texts) {
      expect(text).not.toMatch(/\{\w+\}|undefined|NaN/);
      expect(text.length).toBeGreaterThan(5);
    }
  }
  expect(rule.meta.messages[found.message]).toBeDefined();
}

function checkFix(rule: Rule, input: RuleCase, expected: ExpectedFinding, found: Finding): void {
  if (found.fix) expect(['format', 'value']).toContain(rule.meta.fix);
  if (found.suggestions.length > 0) expect(rule.meta.fix).not.toBe('none');
  if (!found.fix) {
    expect(expected.fixed).toBeUndefined();
    return;
  }
  expect(found.fix.edits).toHaveLength(1);
  const { row: index, field } = expected as { row: number; field: FieldId };
  const [edit] = found.fix.edits;
  const { after } = edit!;
  if (expected.fixed && 'value' in expected.fixed && typeof expected.fixed.value === 'number') {
    expect('value' in after && after.value).toBeCloseTo(expected.fixed.value, 9);
  } else expect(after).toEqual(expected.fixed);

  const before = input.rows[index]![field] ?? null;
  const format =
    edit!.numberFormat ??
    (typeof before === 'object' && before !== null && 'format' in before ? before.format : undefined);
  const cell: CellInput = {
    value: 'value' in after ? after.value : (found.expected as number),
    format,
    formula: 'formula' in after ? after.formula : undefined,
  };
  const rows = input.rows.map((row, i): AnnexRow => (i === index ? { ...row, [field]: cell } : row));
  const again = run(rule, { ...input, rows });
  expect(again.findings.map((f) => toAddress(f.cell.row, f.cell.column))).not.toContain(
    again.at(index, field),
  );
}
