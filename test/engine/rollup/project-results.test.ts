import type { AnnexView } from '../../../src/engine/annex/annex';
import { readAnnexes } from '../../../src/engine/annex/reading';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import { keepKeyedInput, projectResults, readWrittenSheet } from '../../../src/engine/rollup';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import { ownSheetSigns } from '../../../src/engine/sheet/own-sheet';
import type { SheetPlan } from '../../../src/engine/sheet/sheet-plan';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { ministryForm, type MinistryForm } from '../../support/annexes/ministry-form';
import { buildSheet, type CellInput } from '../../support/annexes/sheet-builder';
import { asSheet, calculated, cellOf, DATE, expectFormulasToHold, formulasOf } from './rollup-cases';

const OPTIONS = { locale: 'zh-CN', date: DATE } as const;

interface Workbook {
  readonly sheets: readonly SheetSnapshot[];
  readonly annexes: readonly AnnexView[];
}

type Rows = readonly (readonly CellInput[])[];

function workbook(tabs: Readonly<Record<string, Rows>>): Workbook {
  const sheets = Object.entries(tabs).map(([name, rows]) => ({
    ...buildSheet(rows, { name }),
    id: `id of ${name}`,
  }));
  return { sheets, annexes: sheets.flatMap((sheet) => readAnnexes(sheet)) };
}

function form(name: CellInput, more: Partial<MinistryForm> = {}): Rows {
  return ministryForm({ name, ...more });
}

function wide(rows: Rows, unit = '万元'): Rows {
  return [
    ['2024年度项目支出绩效自评表'],
    [`单位：${unit}`],
    ['单位名称', '项目名称', '全年预算数', '全年执行数', '执行率', '数量指标指标值', '数量指标完成值'],
    ...rows,
  ];
}

function departmentForm(): Rows {
  return form(null, { title: '部门整体支出绩效自评表', budget: 900, actual: 800 }).map((row) =>
    row[0] === '项目名称' ? ['部门名称', null, '市示例局'] : row,
  );
}

function column(plan: SheetPlan, heading: string): number {
  const at = plan.rows[2]!.findIndex((cell) => cell?.value === heading);
  if (at < 0) throw new Error(`no column ${heading}`);
  return at;
}

/** What a column says, row by row below the headings. */
function values(plan: SheetPlan, heading: string): CellValue[] {
  const at = column(plan, heading);
  return plan.rows.slice(3).map((row) => row[at]?.value ?? null);
}

/** The rows of ours by what the hidden key says they are. */
function kinds(plan: SheetPlan): CellValue[] {
  return values(plan, '标识');
}

function rowsOf(plan: SheetPlan, kind: RegExp): number[] {
  return kinds(plan).flatMap((key, i) => (kind.test(String(key)) ? [i + 3] : []));
}

function totalOf(plan: SheetPlan, heading: string): CellValue {
  return cellOf(plan, rowsOf(plan, /^total$/)[0]!, column(plan, heading)).value;
}

function planOf(
  { annexes }: Workbook,
  options: Partial<Parameters<typeof projectResults>[2]> = {},
): SheetPlan {
  return projectResults(annexes, [], { ...OPTIONS, ...options });
}

describe('projectResults', () => {
  const book = workbook({
    表1: form('河道巡查', { grade: '优' }),
    "O'Brien 表!2": form('泵站检修', {
      moneyUnit: '元',
      budget: 2_000_000,
      actual: 1_500_000,
      unit: '市防汛办',
    }),
  });
  const plan = planOf(book);

  it('has a row a form, with references to its cells', () => {
    expect(plan.rows[2]!.map((cell) => cell?.value)).toEqual([
      '序号',
      '项目名称',
      '单位',
      '工作表',
      '年初预算数',
      '全年预算数',
      '全年执行数',
      '执行率',
      '执行率得分',
      '自评总分',
      '自评等级',
      '错误',
      '警告',
      '提示',
      '说明',
      '标识',
    ]);
    expect(cellOf(plan, 3, 5)).toMatchObject({
      formula: `=IF(ISNUMBER('表1'!$E$6)+ISERROR('表1'!$E$6)>0,'表1'!$E$6,"")`,
      value: 100,
    });
    expect(cellOf(plan, 4, 6)).toMatchObject({
      formula: `=IF(ISNUMBER('O''Brien 表!2'!$F$6)+ISERROR('O''Brien 表!2'!$F$6)>0,'O''Brien 表!2'!$F$6/10000,"")`,
      value: 150,
    });
    expect(cellOf(plan, 3, 7)).toMatchObject({ formula: '=IFERROR(G4/F4,"")', value: 0.95 });
    expect(cellOf(plan, 3, 9)).toMatchObject({ value: 99.5 });
    expect(values(plan, '自评等级').slice(0, 2)).toEqual(['优', null]);
    expect(values(plan, '单位').slice(0, 2)).toEqual(['市水务处', '市防汛办']);
    expectFormulasToHold(plan, book.sheets);
  });

  it('adds up by formulas, and names what all forms say alike', () => {
    expect(cellOf(plan, 5, 5)).toMatchObject({ formula: '=SUM(F4:F5)', value: 300 });
    expect(cellOf(plan, 5, 7)).toMatchObject({ formula: '=IFERROR(G6/F6,"")', value: 0.816666666666667 });
    expect(cellOf(plan, 0, 0).value).toBe('2024年度绩效自评审核结果汇总表');
    expect(cellOf(plan, 1, 0).value).toBe('部门：市示例局　　审核日期：2026年3月5日');
    const mixed = planOf(
      workbook({ 表1: form('甲项目', { year: 2023 }), 表2: form('乙项目', { department: '市教育局' }) }),
    );
    expect(cellOf(mixed, 0, 0).value).toBe('绩效自评审核结果汇总表');
    expect(cellOf(mixed, 1, 0).value).toBe('审核日期：2026年3月5日');
    expect(values(mixed, '主管部门').slice(0, 2)).toEqual(['市示例局', '市教育局']);
  });

  it('leads to each form, prints on A4 and keeps headings and names in view', () => {
    expect(plan.links).toEqual([
      { row: 3, column: 1, sheetName: '表1', address: 'C3', tooltip: '转到“表1”的 C3' },
      { row: 4, column: 1, sheetName: "O'Brien 表!2", address: 'C3', tooltip: "转到“O'Brien 表!2”的 C3" },
    ]);
    expect(plan.freeze).toEqual({ rows: 3, columns: 2 });
    expect(plan.print).toEqual({ landscape: true, fitToWidth: true, titleRows: { first: 2, last: 2 } });
    expect(plan.hiddenColumns).toEqual([15]);
    expect(plan.columnWidths).toHaveLength(16);
  });

  it('never puts a formula into a cell of texts', () => {
    for (const { row, column: at } of formulasOf(plan))
      expect(plan.styles[plan.rows[row]![at]!.style!]!.numberFormat).not.toBe('@');
  });

  it.each<[string, Partial<MinistryForm>, Readonly<Record<string, CellValue>>]>([
    ['a blank amount', { actual: null }, { 全年执行数: '', 执行率: '' }],
    [
      'an amount as text',
      { actual: '95万元' },
      { 全年执行数: '', 执行率: '', 说明: '金额存为文本，未取数；改为数值后自动计入' },
    ],
    ['an amount in words', { budget: '约一百万' }, { 全年预算数: '', 执行率: '' }],
    ['a sign for nothing', { initialBudget: '—' }, { 年初预算数: '', 说明: null }],
    ['a score as text', { totalScore: '98分' }, { 自评总分: '98分' }],
    ['a blank score', { totalScore: null }, { 自评总分: '' }],
    ['a budget of nothing', { budget: 0, actual: 0 }, { 全年预算数: 0, 执行率: '' }],
    ['an error', { actual: { error: '#REF!' } }, { 全年执行数: { error: '#REF!' }, 执行率: '' }],
    ['no money unit', { moneyUnit: null }, { 全年预算数: 100, 说明: '未注明金额单位，按万元计' }],
  ])('shows %s as what it is', (_, more, expected) => {
    const own = workbook({ 表1: form('甲项目'), 表2: form('乙项目', more) });
    const told = planOf(own);
    for (const [heading, value] of Object.entries(expected)) expect(values(told, heading)[1]).toEqual(value);
    expectFormulasToHold(told, own.sheets);
  });

  it('adds nothing for a cell that is blank, and an error for one that failed', () => {
    const blank = planOf(workbook({ 表1: form('甲项目'), 表2: form('乙项目', { actual: null }) }));
    expect(totalOf(blank, '全年执行数')).toBe(95);
    expect(totalOf(blank, '说明')).toBe('全年执行数未含 1 个项目（空白或不能取数）');
    expect(totalOf(planOf(book), '说明')).toBeNull();
    const failed = planOf(
      workbook({ 表1: form('甲项目'), 表2: form('乙项目', { actual: { error: '#N/A' } }) }),
    );
    expect(totalOf(failed, '全年执行数')).toEqual({ error: '#N/A' });
    expect(totalOf(failed, '执行率')).toBe('');
  });

  it('follows what is corrected in a form, and shows one that is gone', () => {
    const later = workbook({ 表1: form('河道巡查', { budget: 120, actual: null }), "O'Brien 表!2": [] });
    const [first] = later.sheets;
    const gone = {
      ...book.sheets[1]!,
      values: book.sheets[1]!.values.map((row) => row.map(() => ({ error: '#REF!' as const }))),
    };
    expect(calculated(plan, [first!, gone], 3, 5)).toBe(120);
    expect(calculated(plan, [first!, gone], 3, 6)).toBe('');
    expect(calculated(plan, [first!, gone], 4, 6)).toEqual({ error: '#REF!' });
    expect(calculated(plan, [first!, gone], 5, 6)).toEqual({ error: '#REF!' });
  });
});

describe('what is in the total', () => {
  it.each<
    [string, Readonly<Record<string, Rows>>, { names: CellValue[]; budget: CellValue; aside: CellValue[] }]
  >([
    [
      'a whole department stands below it',
      { 整体: departmentForm(), 表1: form('甲项目'), 表2: form('乙项目') },
      { names: ['甲项目', '乙项目'], budget: 200, aside: ['（部门整体）'] },
    ],
    [
      'whole departments count where there is nothing else',
      { 整体: departmentForm() },
      { names: ['（部门整体）'], budget: 900, aside: [] },
    ],
    [
      'a blank template stands below it',
      { 空白: form(null, { initialBudget: null, budget: null, actual: null }), 表1: form('甲项目') },
      { names: ['甲项目'], budget: 100, aside: ['（未填项目名称）'] },
    ],
    [
      'a form that was not named counts',
      { 表1: form(null), 表2: form('甲项目') },
      { names: ['（未填项目名称）', '甲项目'], budget: 200, aside: [] },
    ],
    [
      'an example stands below it',
      { 示例: form('XX项目'), 表1: form('XX市河道巡查') },
      { names: ['XX市河道巡查'], budget: 100, aside: ['XX项目'] },
    ],
    [
      'a filled-in template does where its project has a form',
      { 填报模板: form('甲项目'), 表1: form('甲项目') },
      { names: ['甲项目'], budget: 100, aside: ['甲项目'] },
    ],
    [
      'a form on a sheet that is named as a template counts where it is the only one',
      { 自评表模板: form('甲项目') },
      { names: ['甲项目'], budget: 100, aside: [] },
    ],
    [
      'forms of one name are two projects until somebody says otherwise',
      { 表1: form('甲项目'), 表2: form('甲项目', { unit: '市防汛办' }) },
      { names: ['甲项目', '甲项目'], budget: 200, aside: [] },
    ],
    [
      'rows of a wide table are not counted beside their forms',
      {
        汇总: wide([
          ['市水务处', '甲项目', 100, 95, '95%', '3次', '3次'],
          [null, '乙项目', 40, 40, '100%', '3次', '3次'],
        ]),
        表1: form('甲 项目'),
      },
      { names: ['乙项目', '甲 项目'], budget: 140, aside: [] },
    ],
    [
      'a code before the name makes no other project',
      {
        汇总: wide([['市水务处', '2130106-甲项目', 100, 95, '95%', '3次', '3次']]),
        表1: form('甲项目'),
      },
      { names: ['甲项目'], budget: 100, aside: [] },
    ],
    [
      '项目 or （本级） behind the name makes no other project',
      {
        汇总: wide([
          ['市水务处', '河道巡查', 100, 95, '95%', '3次', '3次'],
          [null, '泵站维修（本级）', 100, 95, '95%', '3次', '3次'],
        ]),
        表1: form('河道巡查项目'),
        表2: form('泵站维修'),
      },
      { names: ['河道巡查项目', '泵站维修'], budget: 200, aside: [] },
    ],
    [
      'beside a row of the very name, a row with 项目 behind it is another project',
      {
        汇总: wide([
          ['市水务处', '河道巡查', 100, 95, '95%', '3次', '3次'],
          [null, '河道巡查项目', 40, 40, '100%', '3次', '3次'],
        ]),
        表1: form('河道巡查'),
      },
      { names: ['河道巡查项目', '河道巡查'], budget: 140, aside: [] },
    ],
    [
      'a form of another year is another project',
      {
        汇总: wide([['市水务处', '甲项目', 60, 60, '100%', '3次', '3次']]),
        表1: form('甲项目', { year: 2023 }),
      },
      { names: ['甲项目', '甲项目'], budget: 160, aside: [] },
    ],
    [
      'rows of other units are other projects',
      {
        汇总: wide([['市防汛办', '甲项目', 60, 60, '100%', '3次', '3次']]),
        表1: form('甲项目'),
      },
      { names: ['甲项目', '甲项目'], budget: 160, aside: [] },
    ],
    [
      'a row that may be either of two forms stands below it',
      {
        汇总: wide([['', '甲项目', 60, 60, '100%', '3次', '3次']]),
        表1: form('甲项目'),
        表2: form('甲项目', { unit: '市防汛办' }),
      },
      { names: ['甲项目', '甲项目'], budget: 200, aside: ['甲项目'] },
    ],
  ])('%s', (_, tabs, { names, budget, aside }) => {
    const own = workbook(tabs);
    const plan = planOf(own);
    const total = rowsOf(plan, /^total$/)[0]!;
    const projects = rowsOf(plan, /^project!/);
    const named = (rows: number[]): CellValue[] => rows.map((row) => cellOf(plan, row, 1).value);
    expect(named(projects.filter((row) => row < total))).toEqual(names);
    expect(named(projects.filter((row) => row > total))).toEqual(aside);
    expect(
      totalOf(plan, plan.rows[2]!.some((cell) => cell?.value === '预算数') ? '预算数' : '全年预算数'),
    ).toBe(budget);
    for (const row of projects.filter((one) => one > total))
      expect(cellOf(plan, row, column(plan, '说明')).value).toMatch(/不计入合计/);
    expectFormulasToHold(plan, own.sheets);
  });

  it('says where the only budget of a form is that of the beginning of the year', () => {
    const initial = form('乙项目').map((row) => row.map((cell) => (cell === '全年预算数' ? null : cell)));
    const alone = initial.map((row, r) => (r === 5 ? row.map((cell, c) => (c === 4 ? null : cell)) : row));
    const plan = planOf(workbook({ 表1: form('甲项目'), 表2: alone }));
    expect(values(plan, '全年预算数').slice(0, 2)).toEqual([100, 100]);
    expect(values(plan, '说明').slice(0, 2)).toEqual([null, '自评表只列年初预算数，列在全年预算数一栏']);
    const all = planOf(workbook({ 表2: alone }));
    expect(values(all, '预算数')[0]).toBe(100);
    expect(values(all, '说明')[0]).toBeNull();
  });

  it('says where else a project stands, and which bear its name', () => {
    const row = ['市水务处', '甲项目', 100, 95, '95%', '3次', '3次'];
    const merged = planOf(workbook({ 表1: form('甲项目'), 汇总: wide([row]) }));
    expect(values(merged, '说明')[0]).toBe('另见 汇总!B4，只计一次');
    const twice = planOf(workbook({ 表1: form('甲项目'), 表2: form('乙项目'), 表3: form('甲项目') }));
    expect(values(twice, '说明').slice(0, 3)).toEqual([
      '与第 3 行项目同名，请核实是否重复',
      null,
      '与第 1 行项目同名，请核实是否重复',
    ]);
  });

  it('names worksheets that it leaves out', () => {
    const leftOut = { hidden: ['底稿'], unread: Array.from({ length: 14 }, (_, i) => `表${i}`) };
    const plan = planOf(workbook({ 表1: form('甲项目') }), { leftOut });
    const notes = rowsOf(plan, /^note$/).map((row) => String(cellOf(plan, row, 0).value));
    expect(notes).toContain('注：隐藏的工作表未审核，未汇总：底稿。');
    expect(notes.at(-1)).toMatch(/^注：未能读取，或审核后新增，未汇总：表0、.*、表11 等 14 张。$/);
  });

  it('is said to be empty where there is nothing', () => {
    const plan = planOf(workbook({}));
    expect(cellOf(plan, 3, 0).value).toBe('没有可汇总的自评项目。');
    expect(rowsOf(plan, /^total$/)).toEqual([]);
    expect(formulasOf(plan)).toEqual([]);
  });

  it('takes two hundred forms', () => {
    const tabs = Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [
        `表${i + 1}`,
        form(`第${i + 1}号项目`, { budget: i, actual: i / 2 }),
      ]),
    );
    const own = workbook(tabs);
    const plan = planOf(own);
    expect(rowsOf(plan, /^project!/)).toHaveLength(200);
    expect(totalOf(plan, '全年预算数')).toBe(19_900);
    expect(totalOf(plan, '执行率')).toBe(0.5);
    expectFormulasToHold(plan, own.sheets);
  });
});

describe('findings', () => {
  it('are counted by project, those of all its places, and all of them in the total', () => {
    const own = workbook({
      汇总: wide([
        ['市水务处', '甲项目', 100, 95, { value: 0.9, format: '0.00%' }, '》3次', '4次'],
        [null, '乙项目', 40, 40, { value: 1, format: '0.00%' }, '3次', '4次'],
        ['合计', null, 150, 135, { value: 0.9, format: '0.00%' }, null, null],
      ]),
      表1: form('甲项目', { totalScore: 90 }),
    });
    const findings = own.annexes.flatMap((annex) => reviewAnnex(annex).findings);
    const [one, ...open] = findings.filter(({ severity }) => severity !== 'info');
    const plan = projectResults(
      own.annexes,
      [{ ...one!, state: 'ignored' }, ...findings.filter((each) => each !== one)],
      OPTIONS,
    );
    const count = (severity: string): number =>
      findings.filter((each) => each !== one && each.severity === severity).length;
    expect(open.length).toBeGreaterThan(2);
    expect(totalOf(plan, '错误')).toBe(count('error'));
    expect(totalOf(plan, '警告')).toBe(count('warning'));
    expect(totalOf(plan, '提示')).toBe(count('info'));
    const names = values(plan, '项目名称');
    expect(names.slice(0, 4)).toEqual(['乙项目', '甲项目', '（全表）', '合计']);
    const ofA = findings.filter(
      (each) => each !== one && each.project === '甲项目' && each.severity === 'error',
    );
    expect(new Set(ofA.map(({ sheetName }) => sheetName)).size).toBe(2);
    expect(values(plan, '错误')[1]).toBe(ofA.length);
    expect(values(plan, '序号').slice(0, 4)).toEqual([1, 2, null, null]);
  });
});

describe('the sheet that is there', () => {
  const tabs = { 整体: departmentForm(), 表1: form('甲项目'), 表2: form('乙项目') };
  const plan = planOf(workbook(tabs));

  it('is known by its title, its headings and nothing else', () => {
    expect(ownSheetSigns('project-results', asSheet(plan).values)).toEqual({ titleRow: 0, headingRow: 2 });
    expect(ownSheetSigns('unit-summary', asSheet(plan).values)).toBeNull();
    expect(ownSheetSigns('issue-list', asSheet(plan).values)).toBeNull();
    const english = projectResults(workbook(tabs).annexes, [], { ...OPTIONS, locale: 'en' });
    expect(ownSheetSigns('project-results', asSheet(english).values)).not.toBeNull();
  });

  it.each(['zh-CN', 'en'] as const)('is all ours as it was written (%s)', (locale) => {
    const leftOut = { hidden: ['底稿'], unread: ['坏表'] };
    const written = projectResults(workbook(tabs).annexes, [], { ...OPTIONS, locale, leftOut });
    const read = readWrittenSheet('project-results', asSheet(written))!;
    expect(read.foreign).toEqual([]);
    expect([...read.merges].sort((a, b) => a.firstRow - b.firstRow || a.firstColumn - b.firstColumn)).toEqual(
      [...written.merges].sort((a, b) => a.firstRow - b.firstRow || a.firstColumn - b.firstColumn),
    );
  });

  it('keeps what was typed beside a project and below the table', () => {
    const width = plan.columnWidths.length;
    const rows = plan.rows.map((row) => row.map((cell): CellInput => cell?.value ?? null));
    rows[4] = [...rows[4]!, '已与单位核对'];
    rows.push([], ['经办人：张三']);
    const old = buildSheet(rows, { name: plan.name });
    const grown = planOf(workbook({ 表0: form('新项目'), ...tabs }));
    const kept = keepKeyedInput(grown, old);
    const at = kept.rows.findIndex((row) => row[width]?.value === '已与单位核对');
    expect(cellOf(kept, at, 1).value).toBe('乙项目');
    expect(kept.rows.at(-1)![0]!.value).toBe('经办人：张三');
  });
});
