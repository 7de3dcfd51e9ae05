import type { AnnexView } from '../../../src/engine/annex/annex';
import {
  issueList,
  issueTableOfPlan,
  issueTableOfSheet,
  keepReviewerInput,
  listedFindings,
  unitSummary,
  type IssueFinding,
} from '../../../src/engine/rollup';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import type { SheetPlan } from '../../../src/engine/sheet/sheet-plan';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import type { CellInput } from '../../support/annexes/sheet-builder';
import {
  annexesIn,
  asSheet,
  cellOf,
  DATE,
  expectFormulasToHold,
  formulasOf,
  ISSUE_OPTIONS,
} from './rollup-cases';

const HEAD: readonly CellInput[][] = [
  ['2024年度项目支出绩效自评情况表'],
  ['单位：万元'],
  ['序号', '单位名称', '项目名称', '全年预算数', '全年执行数', '执行率', '满意度指标', null],
  [null, null, null, null, null, null, '指标值', '完成值'],
];

const [COUNT, PROBLEM, STATUS, FEEDBACK, KEY, BESIDE] = [5, 7, 11, 12, 13, 15];
const RULE = 'satisfaction-no-figure';

/** A table of projects: the unit and what stands for the satisfaction reached. */
function tableOf(rows: readonly (readonly [unit: string, result: string])[]) {
  const body = rows.map(([unit, result], i): CellInput[] => [
    i + 1, unit, `项目${unit}${i + 1}`, 50 + i, 50 + i, 1, '≥90%', result,
  ]); // prettier-ignore
  const { sheet, annexes, findings } = annexesIn([...HEAD, ...body]);
  const own = findings.filter(({ rule }) => rule === RULE);
  return { sheet, annexes, findings: own, plan: issueList(annexes, own, ISSUE_OPTIONS) };
}

type Table = { readonly annexes: readonly AnnexView[]; readonly findings: readonly IssueFinding[] };

const units = (...units: readonly string[]): (readonly [string, string])[] =>
  units.map((unit) => [unit, '已完成']);

/** The list of the findings of now, made over one that was there. */
function refreshed(old: SheetSnapshot, { annexes, findings }: Table): SheetPlan {
  return keepReviewerInput(issueList(annexes, findings, ISSUE_OPTIONS), old, {
    locale: 'zh-CN',
    reviewedSheets: ['附件2'],
    listed: listedFindings(annexes, findings, ISSUE_OPTIONS),
  });
}

function typed(plan: SheetPlan, cells: readonly (readonly [number, number, CellValue])[]): SheetSnapshot {
  const sheet = asSheet(plan);
  const values = sheet.values.map((row) => [...row]);
  for (const [row, column, value] of cells) {
    while (values[row]!.length <= column) values[row]!.push(null);
    values[row]![column] = value;
  }
  return { ...sheet, values, columnCount: Math.max(...values.map((row) => row.length)) };
}

/** The list as it was written before habits were one row: each finding a row, no column of counts. */
function singly({ annexes, findings }: Table): SheetPlan {
  const plan = issueList(
    annexes,
    findings.map((finding) => ({ ...finding, habit: null })),
    ISSUE_OPTIONS,
  );
  return { ...plan, rows: plan.rows.map((row) => row.filter((_, column) => column !== COUNT)) };
}

const BODY = 3;
const texts = (plan: SheetPlan, column: number): CellValue[] =>
  plan.rows.slice(BODY).map((row) => row[column]?.value ?? null);
/** Unit, cells, number, status and answer of each row. */
const told = (plan: SheetPlan): string[] =>
  plan.rows
    .slice(BODY)
    .map((row) =>
      [1, 4, COUNT, STATUS, FEEDBACK].map((column) => String(row[column]?.value ?? '')).join(' | '),
    );

const SEVEN = tableOf(units('甲局', '甲局', '甲局', '甲局', '乙局', '乙局', '甲局'));

describe('a habit in 问题清单', () => {
  it('is one row a unit, with its number and its cells', () => {
    expect(told(SEVEN.plan)).toEqual(['甲局 | H5:H8、H11 | 5 | 待处理 | ', '乙局 | H9、H10 | 2 | 待处理 | ']);
    expect(SEVEN.plan.rows[BODY]!.map((cell) => cell?.value)).toMatchObject({
      2: '项目甲局1、项目甲局2、项目甲局3 等 5 个项目',
      3: '满意度指标·完成值',
      6: '已完成',
    });
    expect(texts(SEVEN.plan, KEY)).toEqual([
      `${RULE}!H5!words!p!*indicator.satisfaction.result!附件2`,
      `${RULE}!H9!words!p!*indicator.satisfaction.result!附件2`,
    ]);
    expect(SEVEN.plan.links.map(({ row, address }) => [row, address])).toEqual([
      [BODY, 'H5'],
      [BODY + 1, 'H9'],
    ]);
    expect(SEVEN.plan.choices[0]!.range.lastRow).toBe(BODY + 1);
  });

  it('names no more cells than can be read', () => {
    const rows = Array.from({ length: 40 }, (_, i): readonly [string, string] => [
      '甲局',
      i % 2 ? '95.3%' : '已完成',
    ]);
    const [cells] = texts(tableOf(rows).plan, 4);
    expect(cells).toBe('H5、H7、H9、H11、H13、H15 等 20 处');
  });

  it('says what is the same of all cells, and of figures that differ one as an example', () => {
    const [same, other] = [
      ['已完成', '已完成', '已完成'],
      ['已完成', '基本完成', '全部完成'],
    ].map((results) => tableOf(results.map((result) => ['甲局', result] as const)).plan);
    expect(texts(same!, PROBLEM)[0]).not.toMatch(/^例如/);
    expect(texts(other!, PROBLEM)[0]).toMatch(/^例如 H5：/);
    expect(texts(other!, 6)).toEqual(['已完成；基本完成；全部完成']);
  });

  it('says of a habit of most projects how many are so, behind an example', () => {
    const rows = Array.from({ length: 12 }, (_, i): CellInput[] => [
      i + 1, '甲局', `项目${i}`, 50 + i, 40, 0.3 + i / 50, '≥90%', '96.2%',
    ]); // prettier-ignore
    const { annexes, findings } = annexesIn([...HEAD, ...rows]);
    const rates = findings.filter(({ rule }) => rule === 'execution-rate-mismatch');
    expect(texts(issueList(annexes, rates, ISSUE_OPTIONS), PROBLEM)).toEqual([
      expect.stringMatching(/^例如 F5：执行率应为 80\.00%.*12 个项目中有 12 个如此/),
    ]);
  });

  it('stands in rows of their own as far as it is handled otherwise, or weighs otherwise', () => {
    const mixed = SEVEN.findings.map((finding, i): IssueFinding => {
      if (i === 1) return { ...finding, state: 'fixed' };
      if (i === 2) return { ...finding, state: 'ignored', ignoredBecause: '已核实' };
      return i === 3 ? { ...finding, severity: 'info' } : finding;
    });
    const plan = issueList(SEVEN.annexes, mixed, ISSUE_OPTIONS);
    expect(told(plan)).toEqual([
      '甲局 | H5、H11 | 2 | 待处理 | ',
      '甲局 | H6 | 1 | 已修改 | ',
      '甲局 | H7 | 1 | 忽略 | ',
      '甲局 | H8 | 1 | 待处理 | ',
      '乙局 | H9、H10 | 2 | 待处理 | ',
    ]);
  });
});

describe('单位汇总 over habits', () => {
  const odd = tableOf(units('甲局', '甲局', '甲局', '*', '*'));
  it.each([
    ['names', SEVEN, '=SUMIFS('],
    ['a name that is no criterion', odd, '=SUMPRODUCT('],
  ])('sums their cells, by formulas that agree: %s', (_, table, formula) => {
    const { annexes, findings, plan, sheet } = table;
    const states = findings.map((one, i): IssueFinding => (i === 1 ? { ...one, state: 'fixed' } : one));
    for (const all of [findings, states]) {
      const list = all === findings ? plan : issueList(annexes, all, ISSUE_OPTIONS);
      const issues = issueTableOfPlan(list, all, '问题清单', 'zh-CN');
      const summary = unitSummary(annexes, all, { locale: 'zh-CN', date: DATE, issues });
      const values = unitSummary(annexes, all, { locale: 'zh-CN', date: DATE, issues: null });
      const width = summary.rows[2]!.length;
      for (const row of [3, 4, 5])
        for (const c of [width - 2, width - 1])
          expect(cellOf(summary, row, c).value).toBe(cellOf(values, row, c).value);
      expect(cellOf(summary, 5, width - 1).value).toBe(all.filter(({ state }) => state !== 'fixed').length);
      expect(formulasOf(summary).some((one) => one.formula.startsWith(formula))).toBe(true);
      expectFormulasToHold(summary, [sheet, asSheet(list, '问题清单')]);
    }
  });

  it('counts in a list that is there, of either kind', () => {
    const present = issueTableOfSheet(asSheet(SEVEN.plan), SEVEN.findings)!;
    expect(present.rows.map(({ count }) => count)).toEqual([5, 2]);
    const before = issueTableOfSheet(asSheet(singly(SEVEN)), SEVEN.findings)!;
    expect(before.rows).toHaveLength(7);
    for (const issues of [present, before]) {
      const options = { locale: 'zh-CN', date: DATE, issues } as const;
      const list = issues === present ? SEVEN.plan : singly(SEVEN);
      expectFormulasToHold(unitSummary(SEVEN.annexes, SEVEN.findings, options), [SEVEN.sheet, asSheet(list)]);
    }
    expect(issueTableOfSheet(asSheet(SEVEN.plan), SEVEN.findings.slice(1))).toBeNull();
    expect(issueTableOfSheet(asSheet(singly(SEVEN)), SEVEN.findings.slice(1))).toBeNull();
  });
});

describe('what was typed of a habit', () => {
  const ANSWERED: readonly (readonly [number, number, CellValue])[] = [
    [BODY, STATUS, '已说明'],
    [BODY, FEEDBACK, '年底统一补测'],
    [BODY, BESIDE, '张'],
    [BODY + 1, FEEDBACK, '乙局另报'],
  ];
  const old = typed(SEVEN.plan, ANSWERED);

  it('stays beside it after some of its cells were corrected, the first among them', () => {
    const rows = units('甲局', '甲局', '甲局', '甲局', '乙局', '乙局', '甲局');
    rows[0] = ['甲局', '96.2%'];
    rows[1] = ['甲局', '95.1%'];
    const plan = refreshed(old, tableOf(rows));
    expect(told(plan)).toEqual([
      '甲局 | H7、H8、H11 | 3 | 已说明 | 年底统一补测',
      '乙局 | H9、H10 | 2 | 待处理 | 乙局另报',
    ]);
    expect(texts(plan, BESIDE)).toEqual(['张', null]);
  });

  it('stays beside it when rows are inserted, sorted and added', () => {
    const plan = refreshed(
      old,
      tableOf(units('丙局', '乙局', '甲局', '甲局', '甲局', '丙局', '甲局', '甲局', '甲局')),
    );
    expect(told(plan)).toEqual([
      '丙局 | H5、H10 | 2 | 待处理 | ',
      '乙局 | H6 | 1 | 待处理 | 乙局另报',
      '甲局 | H7:H9、H11:H13 | 6 | 已说明 | 年底统一补测',
    ]);
  });

  it('goes to its cells where these are no habit any more', () => {
    const plan = refreshed(old, tableOf(units('甲局', '甲局')));
    expect(told(plan)).toEqual([
      '甲局 | H5 | 1 | 已说明 | 年底统一补测',
      '甲局 | H6 | 1 | 已说明 | 年底统一补测',
      // Of the other unit nothing is left.
      '乙局 | H9、H10 | 0 | 已修改 | 乙局另报',
    ]);
    expect(texts(plan, BESIDE)).toEqual(['张', null, null]);
  });

  it('is not taken for said of a slip that is made after all was corrected', () => {
    const gone = refreshed(old, tableOf([['甲局', '96.2%']]));
    // Below the row that says that nothing was found.
    expect(told(gone).slice(1)).toEqual([
      '甲局 | H5:H8、H11 | 0 | 已说明 | 年底统一补测',
      '乙局 | H9、H10 | 0 | 已修改 | 乙局另报',
    ]);
    const again = refreshed(asSheet(gone), tableOf(units('甲局')));
    expect(told(again)[0]).toBe('甲局 | H5 | 1 | 待处理 | ');
    expect(told(again).slice(1)).toEqual(told(gone).slice(1));
  });

  it('comes back with the habit', () => {
    const gone = refreshed(old, tableOf([['甲局', '96.2%']]));
    expect(told(refreshed(asSheet(gone), SEVEN))).toEqual([
      '甲局 | H5:H8、H11 | 5 | 已说明 | 年底统一补测',
      '乙局 | H9、H10 | 2 | 待处理 | 乙局另报',
    ]);
  });

  it('follows a unit that was renamed', () => {
    const plan = refreshed(old, tableOf(units('甲局', '甲局', '甲局', '甲局', '乙中心', '乙中心', '甲局')));
    expect(told(plan)[1]).toBe('乙中心 | H9、H10 | 2 | 待处理 | 乙局另报');
  });

  it('stays beside the part that is still open, and what was corrected has a row of its own', () => {
    const states = SEVEN.findings.map((one, i): IssueFinding => (i === 0 ? { ...one, state: 'fixed' } : one));
    const half = refreshed(old, { annexes: SEVEN.annexes, findings: states });
    expect(told(half)).toEqual([
      '甲局 | H5 | 1 | 已修改 | ',
      '甲局 | H6:H8、H11 | 4 | 已说明 | 年底统一补测',
      '乙局 | H9、H10 | 2 | 待处理 | 乙局另报',
    ]);
    expect(told(refreshed(asSheet(half), SEVEN))).toEqual(told(refreshed(old, SEVEN)));
  });

  it('is the same after any number of refreshes', () => {
    const once = refreshed(old, SEVEN);
    expect(once.rows.map((row) => row.map((cell) => cell?.value ?? null))).toEqual(
      refreshed(asSheet(once), SEVEN).rows.map((row) => row.map((cell) => cell?.value ?? null)),
    );
  });
});

describe('a list with a row for each finding', () => {
  const [S, F, B] = [STATUS - 1, FEEDBACK - 1, BESIDE - 1];
  const ALL = [0, 1, 2, 3, 6].map((i) => BODY + i);

  it('gives a habit what was typed of all its cells', () => {
    const old = typed(
      singly(SEVEN),
      ALL.flatMap(
        (row) =>
          [
            [row, S, '已说明'],
            [row, F, '补测'],
          ] as const,
      ),
    );
    expect(told(refreshed(old, SEVEN))).toEqual([
      '甲局 | H5:H8、H11 | 5 | 已说明 | 补测',
      '乙局 | H9、H10 | 2 | 待处理 | ',
    ]);
  });

  it('names the cells of what was typed of some', () => {
    const old = typed(singly(SEVEN), [
      [BODY, F, '补测'],
      [BODY + 1, F, '补测'],
      [BODY + 2, S, '忽略'],
      [BODY + 3, F, '样本不足'],
      [BODY + 3, B, '张'],
      [BODY + 6, B, '王'],
    ]);
    const plan = refreshed(old, SEVEN);
    expect(told(plan)[0]).toBe('甲局 | H5:H8、H11 | 5 | 待处理 | H5、H6：补测\nH7：忽略\nH8：样本不足');
    // One of two remarks in a column has room beside the row; the other is kept below.
    expect(plan.rows[BODY]![B]?.value).toBe('张');
    expect(plan.rows.flatMap((row, i) => (row[B]?.value === '王' ? [i > BODY + 1] : []))).toEqual([true]);
    const again = refreshed(asSheet(plan), SEVEN);
    expect(told(again).slice(0, 2)).toEqual(told(plan).slice(0, 2));
  });

  it('keeps in rows of their own what one cell cannot take', () => {
    const long = (i: number): string => String(i).repeat(20_000);
    const old = typed(
      singly(SEVEN),
      ALL.map((row, i) => [row, F, long(i)] as const),
    );
    const plan = refreshed(old, SEVEN);
    const answers = texts(plan, FEEDBACK).map(String);
    expect(Math.max(...answers.map((answer) => answer.length))).toBeLessThanOrEqual(32_767);
    for (const i of ALL.keys()) expect(answers.filter((answer) => answer.includes(long(i)))).toHaveLength(1);
    expect(texts(plan, STATUS).slice(2)).toEqual(['待处理', '待处理', '待处理', '待处理']);
  });

  it('gives its columns beside to no formula that reads the list by letters', () => {
    const old = typed(singly(SEVEN), [[BODY, BESIDE, '待处理']]);
    const formulas = old.values.map((row, r) =>
      row.map((_, c) => (r === BODY && c === BESIDE ? '=J4' : null)),
    );
    const cell = refreshed({ ...old, formulas } as SheetSnapshot, SEVEN).rows[BODY]![BESIDE];
    expect(cell).toMatchObject({ value: '待处理' });
    expect(cell).not.toHaveProperty('formula');
  });
});

test('two slips become a habit: each answer names its cell', () => {
  const two = tableOf(units('甲局', '甲局'));
  const old = typed(two.plan, [
    [BODY, FEEDBACK, '补测'],
    [BODY, STATUS, '已说明'],
  ]);
  expect(told(refreshed(old, tableOf(units('甲局', '甲局', '甲局'))))).toEqual([
    '甲局 | H5:H7 | 3 | 待处理 | H5：已说明；补测',
  ]);
});

test('a habit by a text that holds what keys are made of is found again', () => {
  const shared = '“100%!好”';
  const findings = SEVEN.findings.map((one): IssueFinding => ({ ...one, habit: { ...one.habit!, shared } }));
  const plan = issueList(SEVEN.annexes, findings, ISSUE_OPTIONS);
  expect(texts(plan, KEY)[0]).toBe(`${RULE}!H5!words!p!*“100%25%21好”!附件2`);
  const kept = refreshed(typed(plan, [[BODY, FEEDBACK, '答']]), { annexes: SEVEN.annexes, findings });
  expect(texts(kept, FEEDBACK)).toEqual(['答', null].map((text) => text ?? ''));
});
