import { DEFAULT_PROFILE } from '../../../src/engine/profile/built-in';
import {
  annexInSteps,
  type LookedAtAnnex,
  type StepOptions,
} from '../../../src/engine/review/annex-in-steps';
import { AnnexRun } from '../../../src/engine/review/annex-run';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import { lookAcross } from '../../../src/engine/review/review-workbook';
import { RULE_FAILED } from '../../../src/engine/review/rule-outcome';
import {
  defineRule,
  learning,
  refOf,
  type ProjectRef,
  type Rule,
  type RuleMeta,
} from '../../../src/engine/rule/rule';
import { buildAnnex } from '../../support/annexes/annex-builder';

const both = (text: string) => ({ 'zh-CN': text, en: text });
const meta = (id: string): RuleMeta => ({
  id,
  name: both(id),
  description: both(id),
  topic: 'table',
  severity: 'warning',
  requires: [],
  fix: 'none',
  basis: [],
  messages: { said: both('said') },
});

const ROWS = 300;
const built = (names: (i: number) => string) =>
  buildAnnex({
    rows: Array.from({ length: ROWS }, (_, i) => ({ projectName: names(i), budget: i + 1, actual: i + 1 })),
  });

/** How many projects there are of each name, and where the first stands. */
const names = learning<Record<string, { first: ProjectRef; row: number; count: number }>>({
  empty: () => ({}),
  add(learnt, project) {
    const known = (learnt[project.name] ??= { first: refOf(project), row: project.row, count: 0 });
    known.count++;
  },
  merge(learnt, further) {
    for (const [name, more] of Object.entries(further)) {
      const own = learnt[name];
      if (own) own.count += more.count;
      else learnt[name] = { ...more };
    }
  },
});

describe('what is learnt', () => {
  test('is of all projects before a rule speaks of the first of them', () => {
    const rule = defineRule({
      meta: meta('most-common'),
      learn: names,
      project(project, { learnt }, report) {
        if (project.index > 0) return;
        report({ cell: project.nameCell, project, message: 'said', actual: learnt[project.name]!.count });
      },
    });
    const { findings } = reviewAnnex(built((i) => (i % 3 === 0 ? '甲' : '乙')).annex, [rule]);
    expect(findings.map(({ actual, projectId, annex }) => [actual, projectId, annex])).toEqual([
      [ROWS / 3, 'sheet1!0/0', 'sheet1!0'],
    ]);
  });

  test('is learnt once for all rules that share it', () => {
    let looks = 0;
    const counting = learning<{ count: number }>({
      empty: () => ({ count: 0 }),
      add: (learnt) => {
        looks++;
        learnt.count++;
      },
      merge: (learnt, { count }) => {
        learnt.count += count;
      },
    });
    const rule = (id: string): Rule =>
      defineRule({
        meta: meta(id),
        learn: counting,
        annex: ({ annex, learnt }, report) =>
          report({
            cell: { row: annex.range.firstRow, column: 0 },
            project: null,
            message: 'said',
            actual: learnt.count,
          }),
      });
    const { findings } = reviewAnnex(built(String).annex, [rule('one'), rule('two')]);
    expect(findings.map(({ actual }) => actual)).toEqual([ROWS, ROWS]);
    expect(looks).toBe(ROWS);
  });

  test.each(['add', 'merge', 'settle'] as const)(
    'fails with its rule where %s throws, and with no other',
    (step) => {
      const fail = (): never => {
        throw new RangeError(`${step} failed`);
      };
      const broken = {
        empty: () => ({ count: 0 }),
        add: step === 'add' ? fail : () => undefined,
        merge: step === 'merge' ? fail : () => undefined,
        settle: step === 'settle' ? fail : (learnt: unknown) => learnt,
      };
      const rule = (id: string, learn: typeof broken | undefined): Rule =>
        defineRule<unknown>({
          meta: meta(id),
          ...(learn && { learn }),
          annex: (_, report) => report({ cell: { row: 3, column: 1 }, project: null, message: 'said' }),
        });
      const { findings, outcomes } = reviewAnnex(built(String).annex, [
        rule('broken', broken),
        rule('sound', undefined),
      ]);
      expect(outcomes).toEqual([
        { rule: 'broken', outcome: 'failed', reason: `${step} failed` },
        { rule: 'sound', outcome: 'checked' },
      ]);
      expect(findings.map(({ rule: id }) => id).sort()).toEqual([RULE_FAILED, 'sound']);
    },
  );
});

test('a rule that throws at a project is heard up to it, and not asked again in later portions', () => {
  const rule = defineRule({
    meta: meta('stops'),
    project(project, _, report) {
      if (project.index === 200) throw new TypeError('no such column');
      report({ cell: project.nameCell, project, message: 'said' });
    },
  });
  const { findings } = reviewAnnex(built(String).annex, [rule]);
  expect(findings.filter(({ rule: id }) => id === 'stops')).toHaveLength(200);
  expect(findings.filter(({ rule: id }) => id === RULE_FAILED)).toHaveLength(1);
});

test('after an edit a rule looks again at other projects only where what it has learnt is another thing', () => {
  const SIZE = 10;
  const EDITED = 25;
  const asked: string[] = [];
  const highest = learning<{ budget: number }>({
    empty: () => ({ budget: 0 }),
    add: (learnt, { money }) => {
      learnt.budget = Math.max(learnt.budget, money.budget?.number ?? 0);
    },
    merge: (learnt, { budget }) => {
      learnt.budget = Math.max(learnt.budget, budget);
    },
  });
  const rules = [
    defineRule({
      meta: meta('below-highest'),
      learn: highest,
      project(project, { learnt }, report) {
        asked.push('below-highest');
        const expected = learnt.budget;
        report({ cell: project.money.budget!, project, message: 'said', expected });
      },
    }),
    defineRule({
      meta: meta('common-name'),
      learn: names,
      project(project, { learnt }, report) {
        asked.push('common-name');
        const actual = learnt[project.name]!.count;
        report({ cell: project.nameCell, project, message: 'said', actual });
      },
    }),
  ];
  const review = (edited: number, before?: StepOptions['before']): LookedAtAnnex => {
    const { annex } = buildAnnex({
      rows: Array.from({ length: ROWS }, (_, i) => ({
        projectName: i % 2 === 0 ? '河道治理' : '校舍维修',
        budget: i === EDITED ? edited : 110,
        actual: 40,
      })),
    });
    const steps = annexInSteps(annex, { rules, size: SIZE, ...(before && { before }) });
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };

  const { memory } = review(105);
  const isTouched = ({ from, to }: { from: number; to: number }) => from <= EDITED && EDITED < to;
  for (const [edited, looks] of [
    [108, SIZE],
    // Of the same size as the others, so that the facts of the annex stay.
    [120, ROWS],
  ] as const) {
    const fresh = review(edited);
    asked.length = 0;
    const again = review(edited, { memory: memory!, isTouched });
    expect(again.memory).toEqual(fresh.memory);
    expect(again.told).toEqual(fresh.told);
    expect(again.conclude(null)).toEqual(fresh.conclude(null));
    expect(asked.filter((id) => id === 'below-highest')).toHaveLength(looks);
    expect(asked.filter((id) => id === 'common-name')).toHaveLength(SIZE);
  }
});

describe('rules that compare the annexes of a workbook', () => {
  const rule = defineRule({
    meta: meta('repeated'),
    learn: names,
    workbook({ annexes }) {
      const seen = new Set<string>();
      for (const { learnt, report, compared } of annexes)
        for (const [name, { first, row }] of Object.entries(learnt)) {
          if (seen.has(name)) {
            compared();
            report({ cell: { row, column: 1 }, project: first, message: 'said', actual: name });
          }
          seen.add(name);
        }
    },
  });

  test('say what they find of the annex that they find it in', () => {
    const profiles = [DEFAULT_PROFILE, DEFAULT_PROFILE, { ...DEFAULT_PROFILE, off: ['repeated'] }];
    const runs = profiles.map((profile, k) => {
      const { annex } = built((i) => `项目${i + k * (ROWS - 1)}`);
      const run = new AnnexRun(annex, [rule], profile);
      run.useFacts(run.portions.map((portion) => run.facts(portion)));
      const looks = run.portions.map((portion) => run.look(portion));
      run.useLooks(looks);
      return { run, looks };
    });
    const across = lookAcross(
      runs.map(({ run }) => structuredClone(run.told)),
      [rule],
    );
    const reviews = runs.map(({ run, looks }, i) =>
      run.review(
        looks,
        looks.map(() => []),
        structuredClone(across[i]!),
      ),
    );
    expect(reviews.map(({ findings }) => findings.map(({ actual }) => actual))).toEqual([
      [],
      [`项目${ROWS - 1}`],
      [],
    ]);
    expect(reviews.map(({ outcomes }) => outcomes[0]!.outcome)).toEqual(['uncompared', 'checked', 'off']);
  });
});
