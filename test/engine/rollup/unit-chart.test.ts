import { unitSummary } from '../../../src/engine/rollup';
import { toAddress, toRangeAddress } from '../../../src/engine/sheet/address';
import type { SheetPlan } from '../../../src/engine/sheet/sheet-plan';
import type { CellInput } from '../../support/annexes/sheet-builder';
import { annexesIn, DATE, TABLE } from './rollup-cases';

const OPTIONS = { locale: 'zh-CN', date: DATE, issues: null } as const;
const TITLE = ['2024年度项目支出绩效自评表'];
const HEADINGS = ['单位名称', '项目名称', '全年预算数', '全年执行数', '执行率'];

function summaryOf(rows: readonly (readonly CellInput[])[], locale: 'zh-CN' | 'en' = 'zh-CN'): SheetPlan {
  const { annexes, findings } = annexesIn(rows);
  return unitSummary(annexes, findings, { ...OPTIONS, locale });
}

/** An annex of so many units with a project each, in 万元. */
function annexOf(units: number): CellInput[][] {
  const rows = Array.from({ length: units }, (_, i): CellInput[] => [
    `第${i + 1}处`,
    '项目',
    100 + i,
    50,
    null,
  ]);
  return [TITLE, ['单位：万元'], HEADINGS, ...rows];
}

/** The charts of a plan with their ranges as addresses. */
function chartsOf({ charts }: SheetPlan): unknown[] {
  return charts.map(({ type, title, categories, series, at }) => ({
    type,
    title,
    categories: toRangeAddress(categories),
    series: series.map(({ name, values }) => [toAddress(name.row, name.column), toRangeAddress(values)]),
    at: toRangeAddress(at),
  }));
}

describe('the chart of 单位汇总', () => {
  it('compares budget and spending of the units, whatever columns stand between', () => {
    const plan = summaryOf(TABLE);
    expect(plan.rows).toHaveLength(6);
    expect(chartsOf(plan)).toEqual([
      {
        type: 'column',
        title: '各单位预算与支出（万元）',
        categories: 'B4:B5',
        series: [
          ['D3', 'D4:D5'],
          ['E3', 'E4:E5'],
        ],
        at: 'A8:E23',
      },
    ]);
    expect(plan.charts[0]!.series.map(({ name }) => plan.rows[name.row]![name.column]!.value)).toEqual([
      '预算金额',
      '实际支出',
    ]);
  });

  it('passes over the sources of money between the two amounts', () => {
    const plan = summaryOf([
      TITLE,
      ['单位：万元'],
      ['单位名称', '项目名称', '全年预算数', null, null, '全年执行数', '执行率'],
      [null, null, '合计', '财政拨款', '其他资金', null, null],
      ['甲处', '一', 100, 60, 40, 50, 0.5],
      ['乙处', '二', 100, 60, 40, 50, 0.5],
    ]);
    expect(plan.rows[2]!.slice(3, 7).map((cell) => cell!.value)).toEqual([
      '预算金额',
      '其中：财政拨款',
      '其中：其他资金',
      '实际支出',
    ]);
    expect(chartsOf(plan)).toMatchObject([
      {
        series: [
          ['D3', 'D4:D5'],
          ['G3', 'G4:G5'],
        ],
        at: 'A8:G23',
      },
    ]);
  });

  it.each([
    [2, ['column', 'B4:B5', 'A8:E23']],
    [12, ['column', 'B4:B15', 'A18:E33']],
    [13, ['bar', 'B4:B16', 'A19:E35']],
    [40, ['bar', 'B4:B43', 'A46:E89']],
  ])('of %i units', (units, expected) => {
    expect(
      summaryOf(annexOf(units)).charts.map(({ type, categories, at }) => [
        type,
        toRangeAddress(categories),
        toRangeAddress(at),
      ]),
    ).toEqual([expected]);
  });

  it('is left out for one unit, also where findings about the whole sheet have a row', () => {
    expect(summaryOf(annexOf(1)).charts).toEqual([]);
    const plan = summaryOf([...annexOf(1), ['合计', null, 300, 50, null]]);
    expect(plan.rows.map((row) => row[1]?.value)).toContain('（全表）');
    expect(plan.charts).toEqual([]);
  });

  it('has no place for findings about the whole sheet', () => {
    const plan = summaryOf([...annexOf(2), ['合计', null, 999, 100, null]]);
    expect(plan.rows[5]![1]!.value).toBe('（全表）');
    expect(chartsOf(plan)).toMatchObject([{ categories: 'B4:B5', at: 'A9:E24' }]);
  });

  it.each([
    ['budget', '全年预算数'],
    ['spending', '全年执行数'],
  ])('is left out where the annex has nothing but %s', (_, heading) => {
    const plan = summaryOf([
      TITLE,
      ['单位：万元'],
      ['单位名称', '项目名称', heading, '数量指标', null],
      [null, null, null, '指标值', '完成值'],
      ['甲处', '一', 100, '3次', '3次'],
      ['乙处', '二', 100, '3次', '3次'],
    ]);
    expect(plan.rows).toHaveLength(6);
    expect(plan.charts).toEqual([]);
  });

  it('stands below the notes', () => {
    const plan = summaryOf([
      TITLE,
      ['单位：万元'],
      HEADINGS,
      ['甲处', '一', '620.82万元', 10, 0.5],
      ['乙处', '二', 100, 50, 0.5],
    ]);
    expect(plan.rows).toHaveLength(7);
    expect(chartsOf(plan)).toMatchObject([{ at: 'A9:E24' }]);
  });

  it('says the money unit as far as it is known, in the language of the sheet', () => {
    const titleOf = (rows: CellInput[][], locale: 'zh-CN' | 'en') => summaryOf(rows, locale).charts[0]!.title;
    const unstated = annexOf(2).filter((_, row) => row !== 1);
    expect(titleOf(unstated, 'zh-CN')).toBe('各单位预算与支出');
    expect(titleOf(annexOf(2), 'en')).toBe('Budget and spending by unit (万元)');
  });
});
