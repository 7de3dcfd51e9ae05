import { join } from 'node:path';
import { DEFAULT_PROFILE } from '../../../src/engine/profile/built-in';
import { findingText, fixText } from '../../../src/engine/review/messages';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import { RULES } from '../../../src/engine/rules';
import type { Finding, Fix } from '../../../src/engine/rule/finding';
import type { Rule } from '../../../src/engine/rule/rule';
import { toAddress, type CellPosition } from '../../../src/engine/sheet/address';
import type { FieldId } from '../../../src/engine/annex/field-id';
import { UNKNOWN_FORMULA } from '../../../src/engine/sheet/cell-value';
import { buildAnnex, type AnnexRow, type BuiltAnnex } from '../../support/annexes/annex-builder';
import { drawForm, type DrawnForm } from '../../support/annexes/drawn-form';
import type { RuleCase, RuleCases } from '../../support/annexes/rule-tester';

/** Rules that look at how a wide table lies on its sheet, which a form does not. */
const OF_TABLES: readonly string[] = ['hidden-rows-or-columns'];

/** What a table lacks a column for is noted once of the table; a form lacks the row, and so does its project. */
const LACKS_COLUMN: readonly (string | undefined)[] = ['noBenefit', 'noSatisfaction'];

/** Points of groups that are no kinds of indicator have columns of their own in a table; on a form they are rows. */
const isOfGroup = (field: string): boolean => field.startsWith('group.');

type Moved = Pick<DrawnForm, 'inTable' | 'textInTable'>;
const STAYS: Moved = { inTable: (cell) => cell, textInTable: (text) => text };

/** All that a finding says, its cells and addresses being those of the wide table. */
function said(
  rule: Rule,
  annex: BuiltAnnex['annex'],
  { profile }: RuleCase,
  { inTable, textInTable }: Moved,
): string[] {
  const at = (cell: CellPosition): string => {
    const { row, column } = inTable(cell);
    return toAddress(row, column);
  };
  const written = (finding: Finding, fix: Fix): unknown => [
    textInTable(fixText(finding, fix, 'zh-CN')),
    fix.hindrance,
    fix.edits.map((edit) => [
      at(edit),
      'formula' in edit.after ? textInTable(edit.after.formula) : edit.after.value,
      edit.numberFormat,
    ]),
  ];
  const { findings } = reviewAnnex(annex, [rule], { ...DEFAULT_PROFILE, ...profile });
  return findings
    .map((finding) =>
      JSON.stringify({
        cell: at(finding.cell),
        severity: finding.severity,
        related: finding.related.map(at).sort(),
        // On a form the row of an indicator is named by it.
        text: textInTable(findingText({ ...finding, indicator: undefined }, 'zh-CN')),
        expected: finding.expected,
        actual: typeof finding.actual === 'string' ? textInTable(finding.actual) : finding.actual,
        fix: finding.fix && written(finding, finding.fix),
        suggestions: finding.suggestions.map((fix) => written(finding, fix)),
      }),
    )
    .sort();
}

/** Tables of one project, without sums. */
function casesOf({ meta }: Rule, sort?: 'invalid'): RuleCase[] {
  const { cases } = jest.requireActual<{ cases: RuleCases }>(join(__dirname, `${meta.id}.cases.ts`));
  const reported = cases.invalid.filter(
    ({ findings }) => !findings.some(({ message }) => LACKS_COLUMN.includes(message)),
  );
  return [...(sort ? [] : cases.valid), ...reported].filter(
    ({ rows: [row, ...others] }) => row && others.length === 0 && !Object.keys(row).some(isOfGroup),
  );
}

const reported = RULES.filter(({ meta }) => !OF_TABLES.includes(meta.id)).flatMap((rule) =>
  casesOf(rule, 'invalid').map((input) => [rule.meta.id, input.name, rule, input] as const),
);
const tables = RULES.filter(({ meta }) => !OF_TABLES.includes(meta.id)).flatMap((rule) =>
  casesOf(rule).map((input) => [rule.meta.id, input.name, rule, input] as const),
);

describe('a project laid out as a form is judged as the row of a table', () => {
  test.each(tables)('%s: %s', (_id, _name, rule, input) => {
    const built = buildAnnex(input);
    if (built.annex.projects.length !== 1 || built.annex.totals.length > 0) return;
    const form = drawForm(built);
    expect(said(rule, form.annex, input, form)).toEqual(said(rule, built.annex, input, STAYS));
  });

  test.each(reported)(
    '%s: %s, of each of its cells in turn it not being known what it shows',
    (_id, _name, rule, input) => {
      const [row] = input.rows as [AnnexRow];
      for (const field of Object.keys(row) as FieldId[]) {
        const rows = [{ ...row, [field]: { value: UNKNOWN_FORMULA } }];
        const built = buildAnnex({ ...input, rows });
        if (built.annex.projects.length !== 1) continue;
        const form = drawForm(built);
        expect([field, said(rule, form.annex, input, form)]).toEqual([
          field,
          said(rule, built.annex, input, STAYS),
        ]);
      }
    },
  );
});
