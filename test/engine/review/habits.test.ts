import { RULES } from '../../../src/engine/rules';
import { DEFAULT_PROFILE } from '../../../src/engine/profile/built-in';
import { AnnexRun } from '../../../src/engine/review/annex-run';
import { HABIT_CELLS } from '../../../src/engine/review/habits';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import type { Finding } from '../../../src/engine/rule/finding';
import { buildAnnex, type AnnexInput, type AnnexRow } from '../../support/annexes/annex-builder';
import { asks, percent } from '../../support/annexes/cells';

const rows = (count: number, row: (i: number) => AnnexRow): AnnexRow[] =>
  Array.from({ length: count }, (_, i) => row(i));

const measured = (i: number): AnnexRow => asks('satisfaction', '≥90%', `${91 + i}.5%`);
const unmeasured = (): AnnexRow => asks('satisfaction', '≥90%', '已完成');
const NO_FIGURE = 'satisfaction-no-figure';

function habitsOf(table: AnnexInput, rule: string): Finding['habit'][] {
  const { findings } = reviewAnnex(buildAnnex(table).annex);
  return findings.filter((finding) => finding.rule === rule).map(({ habit }) => habit);
}

interface Case {
  readonly name: string;
  readonly table: AnnexInput;
  readonly rule: string;
  /** Of the findings of the rule, in their order: how many share its habit; 0: it stands alone. */
  readonly counts: readonly number[];
}

const CASES: readonly Case[] = [
  {
    name: 'the same said of so many cells of a field is one habit',
    table: { rows: [...rows(HABIT_CELLS, unmeasured), ...rows(4, measured)] },
    rule: NO_FIGURE,
    counts: rows(HABIT_CELLS, unmeasured).map(() => HABIT_CELLS),
  },
  {
    name: 'fewer cells are slips',
    table: { rows: [...rows(HABIT_CELLS - 1, unmeasured), ...rows(4, measured)] },
    rule: NO_FIGURE,
    counts: rows(HABIT_CELLS - 1, unmeasured).map(() => 0),
  },
  {
    name: 'what differs in its message does not count as the same',
    table: {
      rows: [
        asks('timeliness', '6月30日前', '已完成'),
        ...rows(2, () => asks('timeliness', '≥95%', '已完成')),
      ],
    },
    rule: 'result-not-quantified',
    counts: [0, 0, 0],
  },
  {
    name: 'another field is another habit',
    table: {
      rows: [
        ...rows(3, () => asks('quantity', '巡检24次', '已完成')),
        ...rows(2, () => asks('quality', '合格率≥95%', '已完成')),
      ],
    },
    rule: 'result-not-quantified',
    counts: [3, 3, 3, 0, 0],
  },
  {
    name: 'mismatched figures are never a habit',
    table: {
      rows: rows(5, (i) => ({ budget: 50 + i, actual: 40, executionRate: percent(0.3 + i / 100) })),
    },
    rule: 'execution-rate-mismatch',
    counts: [0, 0, 0, 0, 0],
  },
  {
    name: 'amounts written as text are, whatever the amounts',
    table: { rows: rows(4, (i) => ({ budget: `${50 + i}`, actual: 40 })) },
    rule: 'number-as-text',
    counts: [4, 4, 4, 4],
  },
  {
    name: 'a sign is one habit through all columns, another sign is another',
    table: {
      rows: [
        asks('quantity', '巡检≧24次', '巡检24次'),
        asks('quality', '合格率≧95%', '97%'),
        asks('satisfaction', '≧90%', '92.4%'),
        asks('satisfaction', '＞90%', '92.7%'),
      ],
    },
    rule: 'operator-variant',
    counts: [3, 3, 3, 0],
  },
];

test.each(CASES)('$name', ({ table, rule, counts }) => {
  expect(habitsOf(table, rule).map((habit) => habit?.count ?? 0)).toEqual(counts);
});

test('one habit has one id, and two have two', () => {
  const both = rows(3, () => ({ ...unmeasured(), ...asks('quantity', '巡检24次', '已完成') }));
  const ids = (rule: string): (string | undefined)[] => habitsOf({ rows: both }, rule).map((one) => one?.id);
  const [first] = ids(NO_FIGURE);
  expect(ids(NO_FIGURE)).toEqual([first, first, first]);
  expect(ids('result-not-quantified')).not.toContain(first);
});

test('the id stays when rows come and go', () => {
  const ids = (count: number) =>
    new Set(habitsOf({ rows: rows(count, unmeasured) }, NO_FIGURE).map((one) => one?.id));
  expect(ids(3).size).toBe(1);
  expect(ids(9)).toEqual(ids(3));
});

test('habits are the same in any portions', () => {
  const { annex } = buildAnnex({ rows: [...rows(7, unmeasured), ...rows(3, measured)] });
  const whole = reviewAnnex(annex).findings;
  const run = new AnnexRun(annex, RULES, DEFAULT_PROFILE, 2);
  run.useFacts(run.portions.map((portion) => run.facts(portion)));
  const looks = run.portions.map((portion) => run.look(portion));
  run.useLooks(looks);
  const again = run.portions.map((portion) => run.lookAgain(portion));
  expect(run.review(looks, again).findings).toEqual(whole);
  expect(whole.some(({ habit }) => habit?.count === 7)).toBe(true);
});
