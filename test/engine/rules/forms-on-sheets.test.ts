import { join } from 'node:path';
import type { AnnexView } from '../../../src/engine/annex/annex';
import { DEFAULT_PROFILE } from '../../../src/engine/profile/built-in';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import { RULES } from '../../../src/engine/rules';
import type { Rule } from '../../../src/engine/rule/rule';
import { toAddress, type CellPosition } from '../../../src/engine/sheet/address';
import { buildAnnex } from '../../support/annexes/annex-builder';
import { formOfTable } from '../../support/annexes/form-of-table';
import type { RuleCase, RuleCases } from '../../support/annexes/rule-tester';

/**
 * What a form says otherwise: a level that a table has no column for is a row that a form lacks; a note stands elsewhere;
 * and words in the place of the only amount of a block are taken for the label of a row.
 */
const OTHERWISE: readonly string[] = [
  'dimension-missing: an annex without a column for benefits',
  'dimension-missing: an annex without a column for satisfaction',
  'printed-rule-not-followed: full points from next to nothing on',
  'execution-over-100: an amount in words',
];

function casesOf({ meta }: Rule): RuleCase[] {
  const { cases } = jest.requireActual<{ cases: RuleCases }>(join(__dirname, `${meta.id}.cases.ts`));
  return [...cases.valid, ...cases.invalid].filter(({ name }) => !OTHERWISE.includes(`${meta.id}: ${name}`));
}

/** What a rule says, its cells by the fields that they hold. */
function said(rule: Rule, annex: AnnexView, { profile }: RuleCase, fieldAt: (cell: CellPosition) => string) {
  const { findings } = reviewAnnex(annex, [rule], { ...DEFAULT_PROFILE, ...profile });
  return findings.map(({ cell, message, severity }) => `${fieldAt(cell)} ${message} ${severity}`).sort();
}

/** The fields of the cells of a form, as they were read. */
function readFields({ projects: [project] }: AnnexView): Record<string, string> {
  const cells = [
    ...Object.entries(project!.cells ?? {}).map(([field, cell]) => ({ ...cell, field })),
    ...(project!.further ?? []),
    ...(project!.indicatorRefs ?? []).flatMap(({ kind, cells: parts }) =>
      Object.entries(parts).map(([role, cell]) => ({ ...cell, field: `indicator.${kind}.${role}` })),
    ),
  ];
  return Object.fromEntries(cells.map(({ row, column, field }) => [toAddress(row, column), field]));
}

const tables = RULES.flatMap((rule) =>
  casesOf(rule).flatMap((input) =>
    formOfTable(input) ? [[rule.meta.id, input.name, rule, input] as const] : [],
  ),
);

test('most tables of one project can be laid out as forms', () => {
  expect(tables.length).toBeGreaterThan(450);
  expect(new Set(tables.map(([id]) => id)).size).toBeGreaterThan(30);
});

test.each(tables)('%s: %s', (_id, _name, rule, input) => {
  const form = formOfTable(input)!;
  const { annex: table, at } = buildAnnex(input);
  const [annex, ...more] = form.annexes;
  expect(more).toEqual([]);
  expect(annex).toBeDefined();
  const fields = Object.values(form.fields);
  const inTable = (cell: CellPosition): string =>
    fields.find((field) => {
      const own = at(0, field);
      return own.row === cell.row && own.column === cell.column;
    }) ?? toAddress(cell.row, cell.column);
  expect(readFields(annex!)).toMatchObject(form.fields);
  expect(said(rule, annex!, input, form.fieldAt)).toEqual(said(rule, table, input, inTable));
});
