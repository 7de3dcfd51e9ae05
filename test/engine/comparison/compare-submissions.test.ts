import { Random } from '../../support/random';
import { compared, formSheet, toldBy, wideSheet, type Asked, type Submitted } from './submission';

const NOUNS = [
  '河道',
  '校舍',
  '管网',
  '路灯',
  '泵站',
  '林地',
  '图书',
  '诊所',
  '厕所',
  '农机',
  '食堂',
  '体育馆',
];
/** So many of the projects stand in the wide table. */
const WIDE = 24;

const VERBS = ['保洁', '维修', '更新', '巡查', '扩建', '养护'];
const UNITS = ['云岭县水务局', '云岭县教育局', '云岭县城管局'];

function projectOf(i: number, random: Random): Submitted {
  const noun = NOUNS[i % NOUNS.length]!;
  const verb = VERBS[Math.floor(i / NOUNS.length) % VERBS.length]!;
  const budget = 100 + i * 7 + 0.5;
  const asked = 200 + i * 11;
  const indicators: Asked[] = [
    {
      kind: '数量指标',
      name: `${verb}${noun}数量`,
      target: `≥${asked}处`,
      result: `${asked + random.integer(1, 9)}处`,
    },
    { kind: '质量指标', name: `${noun}验收合格率`, target: `≥${90 + (i % 9)}%`, result: '99.2%' },
    {
      kind: '社会效益指标',
      name: `受益于${noun}${verb}的居民`,
      target: `≥${asked * 13}人`,
      result: `${asked * 13 + 40}人`,
    },
    { kind: '满意度指标', name: `居民对${noun}的满意度`, target: '≥90%', result: `${93 + (i % 5)}.4%` },
  ];
  const goal = `完成${asked}处${noun}的${verb}，使居民生活更便利。`;
  return {
    unit: UNITS[i % UNITS.length]!,
    name: `${noun}${verb}`,
    budget,
    actual: budget - 3,
    goal,
    indicators,
  };
}

const withIndicator = (project: Submitted, at: number, change: Partial<Asked>): Submitted => ({
  ...project,
  indicators: project.indicators.map((one, i) => (i === at ? { ...one, ...change } : one)),
});

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  const order: T[] = [];
  while (left.length > 0) order.push(...left.splice(random.integer(0, left.length - 1), 1));
  return order;
}

/** As a workbook: some projects in a wide table, each other in a form of its own. */
const workbookOf = (wide: readonly Submitted[], forms: readonly Submitted[]) => [
  wideSheet('汇总', wide),
  ...forms.map((project, i) => formSheet(`表${i + 1}`, project)),
];

const none = {
  left: [],
  solved: [],
  fresh: [],
  gone: [],
  unchecked: [],
  changes: [],
  renamed: [],
  appeared: [],
  vanished: [],
};

describe.each([1, 2, 3, 4, 5])('a workbook of 40 projects handed in again (seed %i)', (seed) => {
  const random = new Random(seed);
  const clean = Array.from({ length: 40 }, (_, i) => projectOf(i, random));
  const split = (projects: readonly Submitted[]): [Submitted[], Submitted[]] => [
    projects.slice(0, WIDE),
    projects.slice(WIDE),
  ];

  test('is the same whatever was moved: rows, worksheets', () => {
    const [wide, forms] = split(clean);
    const before = workbookOf(wide, forms);
    const after = workbookOf(shuffled(wide, random), shuffled(forms, random)).reverse();
    expect(toldBy(compared(before, after))).toEqual(none);
  });

  test('tells 60 changes, each once, and nothing else', () => {
    const old = [...clean];
    const now = [...clean];
    const expected: Record<keyof typeof none, string[]> = structuredClone(none);
    const places = shuffled([...clean.keys()], random);
    const next = (): number => places.pop()!;
    const told = (
      name: string,
      field: string,
      called: string,
      from: string,
      to: string,
      asked: boolean,
    ): void => {
      expected.changes.push([asked ? 'asked' : 'unasked', name, field, called, from, to].join('|'));
    };
    const calledIn = (at: number, which: number): string => {
      const { name, target } = clean[at]!.indicators[which]!;
      // A wide table without a column for names asks for nothing but the target.
      return at < WIDE ? target : name;
    };
    const result = 'indicator.quantity.result';
    // Solved: a result that was missing was filled in.
    for (let i = 0; i < 8; i++) {
      const at = next();
      const { name, indicators } = clean[at]!;
      old[at] = withIndicator(clean[at]!, 0, { result: '' });
      expected.solved.push(`result-missing ${name}`);
      told(name, result, calledIn(at, 0), '', indicators[0]!.result, true);
    }
    // Left: still missing.
    for (let i = 0; i < 4; i++) {
      const at = next();
      old[at] = now[at] = withIndicator(clean[at]!, 0, { result: '' });
      expected.left.push(`result-missing ${clean[at]!.name}`);
    }
    // New: what was there is not any more.
    for (let i = 0; i < 5; i++) {
      const at = next();
      const { name, indicators } = clean[at]!;
      now[at] = withIndicator(clean[at]!, 0, { result: '' });
      expected.fresh.push(`result-missing ${name}`);
      told(name, result, calledIn(at, 0), indicators[0]!.result, '', false);
    }
    // Figures that nobody had found anything about.
    for (let i = 0; i < 5; i++) {
      const at = next();
      const project = clean[at]!;
      const { name, budget, actual } = project;
      now[at] = { ...project, budget: budget + 20, actual: actual + 20 };
      told(name, 'budget', '', String(budget), String(budget + 20), false);
      told(name, 'actual', '', String(actual), String(actual + 20), false);
      const [from, to] = [actual / budget, (actual + 20) / (budget + 20)].map(
        (r) => `${(r * 100).toFixed(2)}%`,
      );
      told(name, 'executionRate', '', from!, to!, false);
    }
    // Projects under another name.
    for (let i = 0; i < 5; i++) {
      const at = next();
      now[at] = { ...clean[at]!, name: `${clean[at]!.name}工程（调整）` };
      expected.renamed.push(`${clean[at]!.name} > ${now[at]!.name}`);
    }
    // A target made easier.
    for (let i = 0; i < 4; i++) {
      const at = next();
      const { name, indicators } = clean[at]!;
      const target = indicators[2]!.target.replace(/\d+/, (n) => String(Number(n) - 100));
      now[at] = withIndicator(clean[at]!, 2, { target });
      told(
        name,
        'indicator.social.target',
        at < WIDE ? target : indicators[2]!.name,
        indicators[2]!.target,
        target,
        false,
      );
    }
    // Projects that are gone, and new ones.
    const leaving = [next(), next(), next()];
    for (const at of leaving) expected.vanished.push(clean[at]!.name);
    const coming = [projectOf(43, random), projectOf(50, random), projectOf(59, random)];
    for (const { name } of coming) expected.appeared.push(name);
    const after = now.map((project, at) => ({ project, at })).filter(({ at }) => !leaving.includes(at));
    const [wide, forms] = [after.filter(({ at }) => at < WIDE), after.filter(({ at }) => at >= WIDE)].map(
      (side) => shuffled(side, random).map(({ project }) => project),
    );
    const said = toldBy(
      compared(
        workbookOf(...split(old)),
        workbookOf([...wide!, coming[0]!], [...forms!, coming[1]!, coming[2]!]).reverse(),
      ),
    );
    for (const list of Object.values(expected)) list.sort();
    expect(said).toEqual(expected);
    expect(Object.values(said).flat()).toHaveLength(60);
  });
});

describe('what belongs together', () => {
  const [a, b, c] = [0, 1, 2].map((i) => projectOf(i, new Random(9))) as [Submitted, Submitted, Submitted];
  const forms = (...projects: readonly Submitted[]) => projects.map((one, i) => formSheet(`表${i + 1}`, one));

  test('projects of one name are told apart by their unit, and by what they contain', () => {
    const twin: Submitted = { ...b, name: a.name, unit: a.unit };
    const other: Submitted = { ...c, name: a.name };
    const said = toldBy(compared(forms(a, twin, other), forms(other, twin, a)));
    expect(said).toEqual(none);
  });

  test('a project that moved to another unit is the same', () => {
    const moved = { ...a, unit: '云岭县林业局' };
    const told = `unasked|${a.name}|unit||${a.unit}|${moved.unit}`;
    expect(toldBy(compared(forms(a, b), forms(moved, b)))).toEqual({ ...none, changes: [told] });
  });

  test('a phase that ended and one that began are two projects', () => {
    const first: Submitted = { ...a, name: `${a.name}一期` };
    const second: Submitted = { ...projectOf(30, new Random(9)), name: `${a.name}二期` };
    const said = toldBy(compared(forms(first, b), forms(second, b)));
    expect(said).toEqual({ ...none, appeared: [second.name], vanished: [first.name] });
  });

  test('a project that went from a wide table into a form is the same', () => {
    const said = toldBy(compared([wideSheet('汇总', [a, b, c])], forms(c, b, a)));
    expect(said).toMatchObject({ appeared: [], vanished: [], renamed: [] });
  });

  test('money is the same in any unit, and a rate in any look', () => {
    const yuan = (project: Submitted): Submitted => ({
      ...project,
      budget: project.budget * 10_000,
      actual: project.actual * 10_000,
    });
    const [sheet] = forms(yuan(a));
    const values = sheet!.values.map((row) =>
      row.map((cell) => (cell === '项目资金（万元）' ? '项目资金（元）' : cell)),
    );
    expect(toldBy(compared(forms(a), [{ ...sheet!, values }])).changes).toEqual([]);
  });

  test('an indicator that was reworded is the same, one that was taken out is gone with what was found in it', () => {
    const blank = withIndicator(a, 0, { result: '' });
    const reworded = withIndicator(a, 1, { name: `${a.indicators[1]!.name}（新）` });
    expect(toldBy(compared(forms(a), forms(reworded))).changes).toEqual([
      ['unasked', a.name, 'indicator.quality.name', reworded.indicators[1]!.name]
        .concat(a.indicators[1]!.name, reworded.indicators[1]!.name)
        .join('|'),
    ]);
    const without = { ...blank, indicators: blank.indicators.slice(1) };
    const said = toldBy(compared(forms(blank), forms(without)));
    expect(said.gone).toEqual([`result-missing ${a.name}`]);
    expect(said.solved).toEqual([]);
    expect(said.changes).toEqual([
      `unasked|${a.name}|indicator.quantity.name|${a.indicators[0]!.name}|${a.indicators[0]!.name}|`,
    ]);
  });

  test('what could not be checked again is not called solved', () => {
    const wrong: Submitted = { ...a, rate: 0.5 };
    const [sheet] = forms(a);
    const before = compared(forms(wrong), forms(a));
    expect(toldBy(before).solved).toEqual([`execution-rate-mismatch ${a.name}`]);
    // The rate is not asked for any more.
    const values = sheet!.values.map((row) =>
      row.map((cell, i) =>
        i === 4 && row[3] !== '年度指标值' && typeof row[2] !== 'string'
          ? null
          : cell === '执行率'
            ? null
            : cell,
      ),
    );
    const said = toldBy(compared(forms(wrong), [{ ...sheet!, values }]));
    expect(said).toMatchObject({ solved: [], unchecked: [`execution-rate-mismatch ${a.name}`] });
  });
});
