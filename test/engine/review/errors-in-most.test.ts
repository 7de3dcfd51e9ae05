import { DEFAULT_PROFILE } from '../../../src/engine/profile/built-in';
import type { Profile } from '../../../src/engine/profile/profile';
import { AnnexRun } from '../../../src/engine/review/annex-run';
import { MANY_PROJECTS } from '../../../src/engine/review/errors-in-most';
import { byPosition } from '../../../src/engine/review/order';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import { habitText } from '../../../src/engine/review/messages';
import { RULES } from '../../../src/engine/rules';
import type { Finding } from '../../../src/engine/rule/finding';
import { buildAnnex, type AnnexRow } from '../../support/annexes/annex-builder';
import { percent, scoredIndicator } from '../../support/annexes/cells';

/** Rows of which the first `wrong` are at fault. */
const rows = (count: number, wrong: number, row: (i: number, wrong: boolean) => AnnexRow): AnnexRow[] =>
  Array.from({ length: count }, (_, i) => row(i, i < wrong));

/** How a rule accuses a row, and lets one pass. */
const ROWS = {
  'execution-rate-mismatch': (i, wrong) => ({
    budget: 50 + i,
    actual: 40,
    executionRate: wrong ? percent(0.3 + i / 100) : percent(40 / (50 + i)),
  }),
  'execution-denominator': (i, wrong) => ({
    initialBudget: 80 + i,
    budget: 50 + i,
    actual: 40,
    executionRate: percent(40 / ((wrong ? 80 : 50) + i)),
  }),
  'adjusted-budget-mismatch': (i, wrong) => ({
    initialBudget: 100 + i,
    'budget.adjustment': 5,
    budget: 105 + i + (wrong ? 10 + 3 * i : 0),
    actual: 90,
  }),
  'adjustment-rate-mismatch': (i, wrong) => ({
    initialBudget: 100 + i,
    budget: 150,
    'budget.adjustmentRate': percent(wrong ? 0.07 : (50 - i) / (100 + i)),
    actual: 140,
  }),
  'balance-mismatch': (i, wrong) => ({ budget: 50 + i, actual: 40, balance: 10 + i + (wrong ? 1 + i : 0) }),
} satisfies Record<string, (i: number, wrong: boolean) => AnnexRow>;

type Compared = keyof typeof ROWS;

const COMPARED = Object.keys(ROWS) as Compared[];
/** Those that only note what most rows of a short table are. */
const NOTING: readonly Compared[] = [
  'adjusted-budget-mismatch',
  'adjustment-rate-mismatch',
  'balance-mismatch',
];
const severityOf = new Map(RULES.map(({ meta }) => [meta.id, meta.severity]));

function found(rule: Compared, count: number, wrong: number, profile: Profile = DEFAULT_PROFILE): Finding[] {
  const { annex } = buildAnnex({ rows: rows(count, wrong, ROWS[rule]) });
  return reviewAnnex(annex, RULES, profile).findings.filter((finding) => finding.rule === rule);
}

const offers = ({ fix, suggestions }: Finding): boolean => fix !== null || suggestions.length > 0;

describe.each(COMPARED)('%s', (rule) => {
  test.each([
    { count: MANY_PROJECTS, wrong: 6 },
    { count: MANY_PROJECTS, wrong: 10 },
    { count: 31, wrong: 16 },
  ])(
    '$wrong of $count projects: one habit, as loud as ever, and no figure is offered',
    ({ count, wrong }) => {
      const findings = found(rule, count, wrong);
      expect(findings).toHaveLength(wrong);
      expect(findings.map(({ severity }) => severity)).toEqual(findings.map(() => severityOf.get(rule)));
      expect(new Set(findings.map(({ habit }) => habit?.id)).size).toBe(1);
      expect(findings.map(({ habit }) => habit?.count)).toEqual(findings.map(() => wrong));
      expect(findings.filter(offers)).toEqual([]);
    },
  );

  test.each([
    { count: MANY_PROJECTS, wrong: 5 },
    { count: 31, wrong: 15 },
  ])('$wrong of $count projects are found and corrected one by one', ({ count, wrong }) => {
    const findings = found(rule, count, wrong);
    expect(findings).toHaveLength(wrong);
    expect(findings.filter(offers)).toHaveLength(wrong);
  });

  test('a short table is as it was', () => {
    const findings = found(rule, MANY_PROJECTS - 1, 8);
    expect(findings).toHaveLength(8);
    expect(findings.filter(offers)).toHaveLength(8);
    const severity = NOTING.includes(rule) ? 'info' : severityOf.get(rule);
    expect(findings.map((finding) => finding.severity)).toEqual(findings.map(() => severity));
  });
});

test('most rates that are not blank, but not most projects, are corrected one by one', () => {
  const { annex } = buildAnnex({
    rows: rows(12, 6, (i, wrong) =>
      wrong ? ROWS['execution-rate-mismatch'](i, true) : { budget: 50 + i, actual: 40 },
    ),
  });
  const findings = reviewAnnex(annex).findings.filter(({ rule }) => rule === 'execution-rate-mismatch');
  expect(findings).toHaveLength(6);
  expect(findings.every(({ fix, habit }) => fix !== null && habit === null)).toBe(true);
});

test.each(['info', 'warning'] as const)(
  'a profile that says %s is followed, and no figure is offered',
  (severity) => {
    for (const rule of COMPARED) {
      const findings = found(rule, 10, 7, { ...DEFAULT_PROFILE, severities: { [rule]: severity } });
      expect(findings).toHaveLength(7);
      expect(findings.map((finding) => finding.severity)).toEqual(findings.map(() => severity));
      expect(findings.map(({ habit }) => habit?.count ?? 0)).toEqual(findings.map(() => 7));
      expect(findings.filter(offers)).toEqual([]);
    }
  },
);

test('scores above and below what is earned are two habits: they say different things', () => {
  const { annex } = buildAnnex({
    rows: rows(10, 7, (i, wrong) =>
      scoredIndicator('quantity', '≥100场', `${80 + i}场`, 10, wrong ? (i < 5 ? 10 : 6.1) : 8 + i / 10),
    ),
  });
  const told = (profile: Profile): string[] => {
    const { findings } = reviewAnnex(annex, RULES, profile);
    const ofScores = findings.filter(({ rule }) => rule === 'score-not-proportional');
    expect(ofScores.filter(offers)).toEqual([]);
    return ofScores.map(({ message, severity, habit }) => `${message} ${severity} ${habit?.count ?? 0}`);
  };
  expect(told(DEFAULT_PROFILE)).toEqual([
    ...Array<string>(5).fill('over error 5'),
    ...Array<string>(2).fill('under warning 2'),
  ]);
  // A profile that has the rule speak softly takes nothing from what it says.
  const severities = { 'score-not-proportional': 'info' } as const;
  expect(told({ ...DEFAULT_PROFILE, severities })).toEqual([
    ...Array<string>(5).fill('over info 5'),
    ...Array<string>(2).fill('under info 2'),
  ]);
});

describe('what is said of a habit of most projects', () => {
  const told = (rule: Compared, count: number, wrong: number, locale: 'zh-CN' | 'en' = 'zh-CN') => [
    ...new Set(found(rule, count, wrong).map((finding) => habitText(finding, locale))),
  ];

  test('names both readings of a rate, and counts the rates that agree with each', () => {
    expect(told('execution-denominator', 31, 31)).toEqual([
      '两种分母结果不同的 31 个执行率中，31 个等于支出÷年初预算数，0 个等于支出÷全年预算数：可能各单位都以年初预算数为分母，也可能这两列金额的含义与审核时所认的不同。请先核实。',
    ]);
    expect(told('execution-denominator', 12, 9, 'en')).toEqual([
      'Of 12 rates for which the two differ, 9 are spending ÷ 年初预算数 and 3 are spending ÷ 全年预算数: either the units divide by 年初预算数 throughout, or the two columns of amounts mean something else than they are taken for. Check that first.',
    ]);
  });

  test('says of any other rule how many projects are so', () => {
    expect(told('balance-mismatch', 12, 9)).toEqual([
      '12 个项目中有 9 个如此：可能各单位都这样填报，也可能这些列的含义与审核时所认的不同。请先核实。',
    ]);
  });

  test('is nothing where fewer are wrong', () => {
    expect(told('execution-denominator', 12, 6)).toEqual([null]);
    expect(told('execution-denominator', 9, 9)).toEqual([null]);
  });
});

test('the same of another field is another habit', () => {
  const { annex } = buildAnnex({
    rows: rows(10, 8, (i, wrong) => ({
      ...scoredIndicator('quantity', '≥100场', `${80 + i}场`, 10, wrong ? 10 : 8 + i / 10),
      ...scoredIndicator('quality', '≥100分', `${80 + i}分`, 10, i < 3 ? 10 : 8 + i / 10),
    })),
  });
  const { findings } = reviewAnnex(annex);
  const habits = findings.flatMap(({ rule, habit }) =>
    rule === 'score-not-proportional' && habit ? [`${habit.shared} ${habit.count}`] : [],
  );
  expect(new Set(habits)).toEqual(new Set(['indicator.quantity.score 8', 'indicator.quality.score 3']));
});

test('a note that a profile raises is no error: it makes nothing doubtful', () => {
  // Rates of which rounding explains the difference are noted.
  const { annex } = buildAnnex({
    rows: rows(10, 10, (i) => ({ budget: 0.7 + i / 100, actual: 0.5, executionRate: percent(0.69) })),
  });
  const severities = { 'execution-rate-mismatch': 'error' } as const;
  const noted = reviewAnnex(annex).findings.filter(({ message }) => message === 'rounding');
  const raised = reviewAnnex(annex, RULES, { ...DEFAULT_PROFILE, severities }).findings.filter(
    ({ message }) => message === 'rounding',
  );
  expect(noted.length).toBeGreaterThan(0);
  expect(raised).toEqual(noted.map((finding) => ({ ...finding, severity: 'error', ownSeverity: 'info' })));
});

test.each(RULES.filter(({ meta }) => meta.notesMost).map(({ meta }) => [meta.id, meta] as const))(
  '%s, which notes what most are, compares figures',
  (_, meta) => {
    expect(meta.compares).toBe(true);
    expect([meta.severity, ...(meta.severities ?? [])]).toContain('info');
  },
);

test.each([1, 2, 5])('the same is said in portions of %i, in order', (size) => {
  for (const rule of COMPARED)
    for (const wrong of [5, 6]) {
      const { annex } = buildAnnex({ rows: rows(10, wrong, ROWS[rule]) });
      const whole = reviewAnnex(annex).findings;
      const run = new AnnexRun(annex, RULES, DEFAULT_PROFILE, size);
      run.takeFacts(structuredClone(run.useFacts(run.portions.map((portion) => run.facts(portion)))));
      const looks = run.portions.map((portion) => structuredClone(run.look(portion)));
      run.takeLearnt(structuredClone(run.useLooks(looks)));
      const again = run.portions.map((portion) => structuredClone(run.lookAgain(portion)));
      expect(run.review(looks, again).findings).toEqual(whole);
      expect([...whole].sort(byPosition)).toEqual(whole);
    }
});
