import { issueList, issueTableOfPlan, unitSummary } from '../../../src/engine/rollup';
import { valueAt } from '../../../src/engine/sheet/snapshot';
import { buildAnnex } from '../../support/annexes/annex-builder';
import { Random } from '../../support/random';
import type { CellInput } from '../../support/annexes/sheet-builder';
import { evaluate } from './evaluate';
import {
  annexesIn,
  asSheet,
  calculated,
  cellOf,
  DATE,
  expectFormulasToHold,
  formulasOf,
  ISSUE_OPTIONS,
  TABLE,
} from './rollup-cases';

const OPTIONS = { locale: 'zh-CN', date: DATE, issues: null } as const;
const { sheet, annexes, findings } = annexesIn(TABLE);

function headings(plan: ReturnType<typeof unitSummary>): unknown[] {
  return plan.rows[2]!.map((cell) => cell?.value);
}

describe('unitSummary', () => {
  const plan = unitSummary(annexes, findings, OPTIONS);

  it('looks as government tables look', () => {
    expect(cellOf(plan, 0, 0).value).toBe('2024年度绩效自评审核单位汇总表');
    expect(plan.styles[cellOf(plan, 0, 0).style!]).toMatchObject({
      fontSize: 16,
      bold: true,
      horizontal: 'center',
    });
    expect(plan.merges[0]).toEqual({ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 12 });
    expect(cellOf(plan, 1, 0).value).toBe('部门：市示例局　　审核日期：2026年3月5日');
    expect(cellOf(plan, 1, 10).value).toBe('金额单位：万元');
    expect(headings(plan)).toEqual([
      '序号',
      '单位',
      '项目数',
      '预算金额',
      '实际支出',
      '其中：一般公共预算',
      '其中：非财政资金',
      '执行率',
      '指标数',
      '未填结果',
      '未量化结果',
      '错误',
      '警告',
    ]);
    expect(plan.styles[cellOf(plan, 2, 0).style!]).toMatchObject({ fill: '#F2F2F2', border: 'thin' });
    expect(plan.styles[cellOf(plan, 3, 3).style!]).toMatchObject({
      numberFormat: '#,##0.00',
      horizontal: 'right',
    });
    expect(plan.styles[cellOf(plan, 3, 7).style!]).toMatchObject({ numberFormat: '0.00%' });
    expect(plan.freeze.rows).toBe(3);
    expect(plan.print).toEqual({ landscape: true, fitToWidth: true, titleRows: { first: 2, last: 2 } });
  });

  it('sums the runs of project rows, also of a unit that comes again', () => {
    expect(cellOf(plan, 3, 3)).toMatchObject({
      formula: "=SUM('附件2'!$D$5:$D$6,'附件2'!$D$8,'附件2'!$D$14:$D$15)",
      value: 165.61,
    });
    expect(cellOf(plan, 4, 3)).toMatchObject({ formula: "=SUM('附件2'!$D$10,'附件2'!$D$13)", value: 250.57 });
    expect(cellOf(plan, 5, 3)).toMatchObject({ formula: '=SUM(D4:D5)', value: 416.18 });
    expect(cellOf(plan, 3, 7)).toMatchObject({ formula: '=IFERROR(E4/D4,"")' });
    expectFormulasToHold(plan, [sheet]);
  });

  it('sums large amounts in 元 without binary noise', () => {
    const { annex } = buildAnnex({
      unit: '元',
      rows: [
        { unit: '水务局', budget: 1_024_691_357.8, actual: 1 },
        { unit: '水务局', budget: 0.14, actual: 1 },
      ],
    });
    expect(1_024_691_357.8 + 0.14).not.toBe(1_024_691_357.94);
    const sums = unitSummary([annex], [], OPTIONS)
      .rows.slice(3)
      .map((row) => row[3]?.value);
    expect(sums).toEqual([1_024_691_357.94, 1_024_691_357.94]);
  });

  it('agrees with the table, whose 合计 row it does not contain', () => {
    expect(calculated(plan, [sheet], 5, 4)).toBeCloseTo(390.71, 6);
    expect(cellOf(plan, 3, 2).value).toBe(5);
    expect(cellOf(plan, 5, 2).value).toBe(7);
  });

  it('cannot be had by SUMIFS over the unit column', () => {
    const sumIfs = (unit: string): unknown =>
      evaluate(`=SUMIFS('附件2'!$D$5:$D$16,'附件2'!$B$5:$B$16,"${unit}")`, (_, row, column) =>
        valueAt(sheet, row, column),
      );
    // Only the first row of each merged or blank-filled run says whose it is.
    expect(sumIfs('市水务处')).toBeCloseTo(110.11, 6);
    expect(sumIfs('第二福利院')).toBeCloseTo(250.5, 6);
  });

  it('counts findings as values where there is no list of them', () => {
    const own = findings.filter((finding) => finding.unit === '市水务处');
    expect(cellOf(plan, 3, 11)).toMatchObject({ value: own.filter((f) => f.severity === 'error').length });
    expect(cellOf(plan, 3, 11)).not.toHaveProperty('formula');
    expect(cellOf(plan, 3, 9).value).toBe(own.filter((f) => f.rule === 'result-missing').length);
    expect(cellOf(plan, 3, 9).value).toBe(1);
    expect(cellOf(plan, 3, 10).value).toBe(1);
  });

  it('counts in 问题清单 where it is there, by formulas that agree', () => {
    const issues = issueList(annexes, findings, ISSUE_OPTIONS);
    const table = issueTableOfPlan(issues, findings, '问题清单 (2)', 'zh-CN');
    const counted = unitSummary(annexes, findings, { ...OPTIONS, issues: table });
    const last = 3 + findings.length;
    expect(cellOf(counted, 3, 11)).toMatchObject({
      formula:
        `=SUMIFS('问题清单 (2)'!$F$4:$F$${last},'问题清单 (2)'!$B$4:$B$${last},$B4,'问题清单 (2)'!$J$4:$J$${last},"错误",` +
        `'问题清单 (2)'!$L$4:$L$${last},"<>已修改",'问题清单 (2)'!$L$4:$L$${last},"<>忽略")`,
      value: cellOf(plan, 3, 11).value,
    });
    expectFormulasToHold(counted, [sheet, asSheet(issues, '问题清单 (2)')]);
  });

  it('leaves ignored and corrected findings out of the counts', () => {
    const settled = findings.map((finding, i) => ({
      ...finding,
      state: i % 2 === 0 ? ('ignored' as const) : ('fixed' as const),
      ignoredBecause: '已核实',
    }));
    const issues = issueList(annexes, settled, ISSUE_OPTIONS);
    const table = issueTableOfPlan(issues, settled, '问题清单', 'zh-CN');
    const counted = unitSummary(annexes, settled, { ...OPTIONS, issues: table });
    expect(cellOf(counted, 5, 11).value).toBe(0);
    expect(cellOf(unitSummary(annexes, settled, OPTIONS), 5, 11).value).toBe(0);
    expectFormulasToHold(counted, [sheet, asSheet(issues, '问题清单')]);
  });

  it('speaks English', () => {
    const english = unitSummary(annexes, findings, { ...OPTIONS, locale: 'en' });
    expect(headings(english).slice(3, 8)).toEqual([
      'Budget',
      'Spending',
      'of which general public budget',
      'of which non-fiscal',
      'Execution rate',
    ]);
    expect(english.name).toBe('Units');
  });
});

describe('unitSummary on difficult annexes', () => {
  const HEAD = [
    ['2024年度项目支出绩效自评表'],
    ['单位：万元'],
    ['单位名称', '项目名称', '全年预算数', '全年执行数', '执行率'],
  ];

  it.each(['=cmd()', '*', '12', '1-2', 'A?', '>0', '~x', 'TRUE'])(
    'writes a unit called %s as text and counts it alone',
    (unit) => {
      const odd = annexesIn([...HEAD, [unit, '甲', 10, 20, 2], ['市水务处', '乙', 10, 20, 2]]);
      const issues = issueList(odd.annexes, odd.findings, ISSUE_OPTIONS);
      const table = issueTableOfPlan(issues, odd.findings, '问题清单', 'zh-CN');
      const plan = unitSummary(odd.annexes, odd.findings, { ...OPTIONS, issues: table });
      expect(cellOf(plan, 3, 1)).toEqual({ value: unit, style: cellOf(plan, 3, 1).style });
      expect(plan.styles[cellOf(plan, 3, 1).style!]).toMatchObject({ numberFormat: '@' });
      const counts = formulasOf(plan).filter(({ formula }) => formula.includes('EXACT'));
      expect(counts.map(({ row }) => row)).toEqual([3, 3]);
      expectFormulasToHold(plan, [odd.sheet, asSheet(issues, '问题清单')]);
    },
  );

  it('tells units apart that differ in capital letters', () => {
    const odd = annexesIn([...HEAD, ['A处', '甲', 10, 20, 2], ['a处', '乙', 10, 5, 0.5]]);
    const issues = issueList(odd.annexes, odd.findings, ISSUE_OPTIONS);
    const table = issueTableOfPlan(issues, odd.findings, '问题清单', 'zh-CN');
    expectFormulasToHold(unitSummary(odd.annexes, odd.findings, { ...OPTIONS, issues: table }), [
      odd.sheet,
      asSheet(issues, '问题清单'),
    ]);
  });

  it('says which amounts SUM passes over, and hands on errors', () => {
    const odd = annexesIn([
      ...HEAD,
      ['甲处', '一', '620.82万元', 10, 0.5],
      [null, '二', 100, 50, 0.5],
      ['乙处', '三', { error: '#REF!' }, 5, 0.5],
    ]);
    const plan = unitSummary(odd.annexes, odd.findings, OPTIONS);
    expect(cellOf(plan, 3, 3).value).toBe(100);
    expect(cellOf(plan, 4, 3).value).toEqual({ error: '#REF!' });
    expect(cellOf(plan, 4, 5).value).toBe('');
    expect(cellOf(plan, 5, 3).value).toEqual({ error: '#REF!' });
    expect(cellOf(plan, 6, 0).value).toBe(
      '注：表内有 1 个金额存为文本，不能参与计算，未计入以上金额，执行率可能因此不准；改为数值后自动计入。',
    );
    expectFormulasToHold(plan, [odd.sheet]);
  });

  it('gives findings about the whole sheet a row, so that 合计 agrees with 问题清单', () => {
    const odd = annexesIn([...HEAD, ['甲处', '一', 100, 50, 0.5], ['合计', null, 300, 50, null]]);
    expect(odd.findings.some((finding) => finding.rule === 'total-row')).toBe(true);
    const plan = unitSummary(odd.annexes, odd.findings, OPTIONS);
    expect(cellOf(plan, 4, 0).value).toBeNull();
    expect(cellOf(plan, 4, 1).value).toBe('（全表）');
    expect(cellOf(plan, 4, 3).value).toBeNull();
    const warnings = odd.findings.filter((finding) => finding.severity === 'warning').length;
    expect(plan.rows[5]!.at(-1)!.value).toBe(warnings);
  });

  it('names the unit that an annex does not name', () => {
    const odd = annexesIn([
      ['2024年度项目支出绩效自评表'],
      ['单位：元'],
      ['项目名称', '全年预算数', '全年执行数', '执行率'],
      ['甲', 100, 50, 0.5],
    ]);
    const plan = unitSummary(odd.annexes, odd.findings, OPTIONS);
    expect(cellOf(plan, 3, 1).value).toBe('（未填单位）');
    expect(plan.rows[1]!.find((cell) => String(cell?.value).startsWith('金额单位'))!.value).toBe(
      '金额单位：元',
    );
  });

  it('brings annexes in 元 and 万元 to one unit', () => {
    const inYuan = annexesIn(
      [['2024年度项目支出绩效自评表'], ['单位：元'], HEAD[2]!, ['甲处', '三', 1_234_567.89, 1, 0]],
      "'24 附件",
    );
    const both = annexesIn([...HEAD, ['甲处', '一', 100, 50, 0.5]]);
    const plan = unitSummary([...both.annexes, ...inYuan.annexes], [], OPTIONS);
    expect(cellOf(plan, 3, 3)).toMatchObject({
      formula: "=SUM('附件2'!$C$4)+SUM('''24 附件'!$C$4)/10000",
      value: 223.456789,
    });
    expectFormulasToHold(plan, [both.sheet, inYuan.sheet]);
  });

  it('leaves out what is no self-evaluation', () => {
    const goals = annexesIn([
      ['2024年度项目绩效目标表'],
      ['单位：万元'],
      ['单位名称', '项目名称', '全年预算数', '数量指标'],
      ['甲处', '一', 100, '3次'],
    ]);
    expect(goals.annexes).toHaveLength(1);
    expect(unitSummary(goals.annexes, [], OPTIONS).rows).toHaveLength(3);
  });

  it('splits what is too scattered for one formula', () => {
    const random = new Random(7);
    const rows: CellInput[][] = [];
    // Two units take turns: every row is a run of its own.
    for (let i = 0; i < 1800; i++)
      rows.push([i % 2 === 0 ? '甲处' : '乙处', `项目${i}`, random.integer(1, 90_000) / 100, 1, null]);
    const scattered = annexesIn([...HEAD, ...rows]);
    const plan = unitSummary(scattered.annexes, [], OPTIONS);
    const formulas = formulasOf(plan);
    expect(Math.max(...formulas.map(({ formula }) => formula.length))).toBeLessThanOrEqual(8192);
    expect(cellOf(plan, 3, 3)).toMatchObject({ formula: expect.stringMatching(/^=SUM\(D\$\d+:D\$\d+\)$/) });
    expect(cellOf(plan, 3, 3).value).toBeCloseTo(
      rows.filter((_, i) => i % 2 === 0).reduce((sum, row) => sum + (row[2] as number), 0),
      6,
    );
    expectFormulasToHold(plan, [scattered.sheet]);
  });

  it('keeps to 255 arguments a SUM', () => {
    const rows = Array.from({ length: 600 }, (_, i): CellInput[] => [
      i % 2 === 0 ? '甲处' : '乙处',
      `项目${i}`,
      i + 0.25,
      1,
      null,
    ]);
    const scattered = annexesIn([...HEAD, ...rows], 'Annex');
    const plan = unitSummary(scattered.annexes, [], OPTIONS);
    expect(cellOf(plan, 3, 3)).toMatchObject({
      formula: expect.stringMatching(/^=SUM\([^)]+\)\+SUM\([^)]+\)$/),
    });
    expectFormulasToHold(plan, [scattered.sheet]);
  });
});
