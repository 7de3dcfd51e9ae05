import { readAnnexes } from '../../../src/engine/annex/reading';
import { indicatorResults, readWrittenSheet } from '../../../src/engine/rollup';
import { OUTCOMES, outcomeOf } from '../../../src/engine/rollup/indicator-outcome';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import { ownSheetSigns } from '../../../src/engine/sheet/own-sheet';
import type { SheetPlan } from '../../../src/engine/sheet/sheet-plan';
import { ministryForm } from '../../support/annexes/ministry-form';
import { buildSheet } from '../../support/annexes/sheet-builder';
import { annexesIn, asSheet, DATE, expectFormulasToHold, TABLE } from './rollup-cases';

const OPTIONS = { locale: 'zh-CN', date: DATE } as const;
const { sheet, annexes } = annexesIn(TABLE);
const plan = indicatorResults(annexes, OPTIONS);

function rows(from: SheetPlan, first: number, count: number): CellValue[][] {
  return from.rows
    .slice(first, first + count)
    .map((cells) => cells.slice(1, 9).map((cell) => cell?.value ?? null));
}

describe('outcomeOf', () => {
  it.each([
    ['巡查120次', '120次', 'met'],
    ['巡查120次', '90次', 'missed'],
    ['巡查120次', '已完成', 'unquantified'],
    ['巡查120次', '未完成', 'missed'],
    ['巡查120次', null, 'missing'],
    ['巡查120次', '—', 'missing'],
    ['巡查120次', '30人', 'words'],
    ['按计划巡查', '已完成', 'words'],
    ['安全事故0起', '无', 'met'],
  ])('tells %s, %s: %s', (target, result, outcome) => {
    const [annex] = annexesIn([
      ...TABLE.slice(0, 4),
      [1, '甲处', '一', 10, 10, 10, 0, 1, target, result],
    ]).annexes;
    expect(outcomeOf(annex!.projects[0]!.indicators[0]!, annex!)).toBe(outcome);
  });
});

describe('indicatorResults', () => {
  it('counts indicators by dimension and by unit, both alike in all', () => {
    expect(plan.rows[0]![0]!.value).toBe('2024年度绩效指标完成情况统计表');
    expect(rows(plan, 2, 3)).toEqual([
      ['指标类别', '指标数', '达标', '未达标', '未量化', '未填完成值', '定性或无法比对', '达标率'],
      ['数量指标', 8, 6, 0, 1, 1, 0, 0.75],
      ['合计', 8, 6, 0, 1, 1, 0, 0.75],
    ]);
    const heading = plan.print.titleRows!.first;
    expect(rows(plan, heading, 4)).toEqual([
      ['单位', '指标数', '达标', '未达标', '未量化', '未填完成值', '定性或无法比对', '达标率'],
      ['市水务处', 6, 4, 0, 1, 1, 0, 0.666666666666667],
      ['第二福利院', 2, 2, 0, 0, 0, 0, 1],
      ['合计', 8, 6, 0, 1, 1, 0, 0.75],
    ]);
    expectFormulasToHold(plan, [sheet]);
  });

  it('draws one series an outcome over the dimensions', () => {
    const [chart] = plan.charts;
    expect(chart!.series).toHaveLength(OUTCOMES.length);
    expect(chart!.categories).toEqual({ firstRow: 3, lastRow: 3, firstColumn: 1, lastColumn: 1 });
    expect(plan.print.breaks).toEqual([plan.print.titleRows!.first]);
  });

  it('counts the indicators of forms, each form by itself', () => {
    const forms = ['河道巡查', '泵站检修'].map((name, i) => ({
      ...buildSheet(ministryForm({ name, unit: name === '河道巡查' ? '甲处' : '乙处' }), { name: `表${i}` }),
      id: `form ${i}`,
    }));
    const list = indicatorResults(
      forms.flatMap((form) => readAnnexes(form)),
      OPTIONS,
    );
    const heading = list.print.titleRows!.first;
    const [first, second, total] = rows(list, heading + 1, 3);
    expect([first![0], second![0]]).toEqual(['甲处', '乙处']);
    expect(first!.slice(1)).toEqual(second!.slice(1));
    expect(total![1]).toBe(2 * Number(first![1]));
    expectFormulasToHold(list, forms);
  });

  it('says so where there are none', () => {
    const none = indicatorResults([], OPTIONS);
    expect(none.rows[3]![0]!.value).toBe('没有可统计的绩效指标。');
    expect([none.charts, none.print.titleRows]).toEqual([[], null]);
  });

  it.each(['zh-CN', 'en'] as const)('is known for ours when it is read back (%s)', (locale) => {
    const own = indicatorResults(annexes, { locale, date: DATE });
    expect(ownSheetSigns('indicator-results', asSheet(own).values)).toEqual({ titleRow: 0, headingRow: 2 });
    const written = readWrittenSheet('indicator-results', asSheet(own))!;
    expect(written.foreign).toEqual([]);
    expect(written.merges).toEqual(own.merges);
  });
});
