import { readAnnexes } from '../../../src/engine/annex/reading';
import { keepKeyedInput, rateBands, readWrittenSheet } from '../../../src/engine/rollup';
import { RATE_BANDS, BAND_TEXTS } from '../../../src/engine/rollup/band-texts';
import { overallRate } from '../../../src/engine/rollup/overall-rate';
import { bandOf } from '../../../src/engine/rollup/rate-bands';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import { ownSheetSigns } from '../../../src/engine/sheet/own-sheet';
import type { SheetPlan } from '../../../src/engine/sheet/sheet-plan';
import { ministryForm } from '../../support/annexes/ministry-form';
import { buildSheet } from '../../support/annexes/sheet-builder';
import { annexesIn, asSheet, calculated, cellOf, DATE, expectFormulasToHold, TABLE } from './rollup-cases';

const OPTIONS = { locale: 'zh-CN', date: DATE } as const;
const { sheet, annexes } = annexesIn(TABLE);
const plan = rateBands(annexes, OPTIONS);
const TOTAL = 3 + RATE_BANDS.length;

function row(from: SheetPlan, at: number): CellValue[] {
  return from.rows[at]!.map((cell) => cell?.value ?? null);
}

/** Projects of each band, and of all, as the upper table has them. */
function counts(from: SheetPlan): CellValue[] {
  return from.rows.slice(3, TOTAL + 1).map((cells) => cells[2]!.value);
}

describe('bandOf', () => {
  it.each([
    [null, 'none'],
    [0, 'below50'],
    [0.4999, 'below50'],
    [0.5, 'from50'],
    [0.6999, 'from50'],
    [0.7, 'from70'],
    [0.9, 'from90'],
    [0.99994, 'from90'],
    [0.99996, 'whole'],
    [1, 'whole'],
    [1.00004, 'whole'],
    [1.0001, 'over'],
    [-0.2, 'below50'],
  ])('puts %p into %s', (rate, band) => {
    expect(bandOf(rate)).toBe(band);
  });
});

describe('rateBands', () => {
  it('counts projects and sums money by band, in formulas over the projects below', () => {
    expect(row(plan, 0)[0]).toBe('2024年度预算执行率分档统计表');
    expect(row(plan, 2)).toEqual(Object.values(BAND_TEXTS['zh-CN'].columns));
    expect(plan.rows.slice(3, TOTAL).map((cells) => cells[1]!.value)).toEqual(
      Object.values(BAND_TEXTS['zh-CN'].bands),
    );
    expect(counts(plan)).toEqual([0, 1, 1, 2, 3, 0, 0, 7]);
    expectFormulasToHold(plan, [sheet]);
    const total = row(plan, TOTAL);
    expect(total.slice(4, 7)).toEqual([416.18, 390.71, overallRate(annexes).rate]);
    expect(total[3]).toBe(1);
  });

  it('lists each project with its cells, its band and a link, on pages of their own', () => {
    const heading = plan.print.titleRows!.first;
    expect(row(plan, heading).slice(0, 7)).toEqual([
      '序号', '项目名称', '单位', '执行率分档', '预算金额', '实际支出', '执行率',
    ]); // prettier-ignore
    expect(plan.print.breaks).toEqual([heading]);
    expect(row(plan, heading + 1).slice(0, 7)).toEqual([
      1, '河道巡查', '市水务处', '70%—90%', 100.1, 90.05, 0.8996003996004,
    ]); // prettier-ignore
    expect(cellOf(plan, heading + 1, 4)).toMatchObject({
      formula: `=IF(ISNUMBER('附件2'!$D$5)+ISERROR('附件2'!$D$5)>0,'附件2'!$D$5,"")`,
    });
    expect(plan.links[0]).toMatchObject({ row: heading + 1, column: 1, sheetName: '附件2', address: 'C5' });
    expect(plan.rows).toHaveLength(heading + 1 + 7);
  });

  it('draws the numbers of projects between the two tables', () => {
    const [chart] = plan.charts;
    expect(chart!.categories).toEqual({ firstRow: 3, lastRow: TOTAL - 1, firstColumn: 1, lastColumn: 1 });
    expect(chart!.at.firstRow).toBeGreaterThan(TOTAL + 1);
    expect(chart!.at.lastRow).toBeLessThan(plan.print.titleRows!.first);
  });

  it('follows a figure that is changed later', () => {
    const values = sheet.values.map((cells, r) =>
      r === 4 ? cells.map((cell, c) => (c === 4 ? 30 : cell)) : cells,
    );
    const later = [{ ...sheet, values }];
    expect([3, 4, 5].map((r) => calculated(plan, later, r, 2))).toEqual([1, 1, 0]);
    expect(calculated(plan, later, TOTAL, 5)).toBeCloseTo(330.66, 6);
  });

  it('has no rate where an amount is blank, text or 0', () => {
    const odd = annexesIn([
      ...TABLE.slice(0, 4),
      [1, '甲处', '一', 0, 5, 5, 0, null, '3次', '3次'],
      [2, '甲处', '二', '12万', 5, 5, 0, null, '3次', '3次'],
      [3, '甲处', '三', 12, null, null, null, null, '3次', '3次'],
      [4, '甲处', '四', 10, 12, 12, 0, 1.2, '3次', '3次'],
    ]);
    const list = rateBands(odd.annexes, OPTIONS);
    expect(counts(list)).toEqual([0, 0, 0, 0, 0, 1, 3, 4]);
    expectFormulasToHold(list, [odd.sheet]);
  });

  it('takes the figures of forms in the unit of the first', () => {
    const forms = [
      ministryForm({ name: '河道巡查' }),
      ministryForm({ name: '泵站检修', moneyUnit: '元', budget: 2_000_000, actual: 900_000 }),
    ].map((rows, i) => ({ ...buildSheet(rows, { name: `表${i + 1}` }), id: `form ${i}` }));
    const list = rateBands(
      forms.flatMap((form) => readAnnexes(form)),
      OPTIONS,
    );
    expect(counts(list)).toEqual([1, 0, 0, 1, 0, 0, 0, 2]);
    expect(row(list, TOTAL).slice(4, 6)).toEqual([300, 185]);
    expectFormulasToHold(list, forms);
  });

  it('is there without projects, too', () => {
    const none = rateBands([], OPTIONS);
    expect(counts(none)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(none.links).toEqual([]);
  });

  it.each(['zh-CN', 'en'] as const)('is known for ours when it is read back (%s)', (locale) => {
    const own = rateBands(annexes, { locale, date: DATE });
    expect(ownSheetSigns('rate-bands', asSheet(own).values)).toEqual({ titleRow: 0, headingRow: 2 });
    const written = readWrittenSheet('rate-bands', asSheet(own))!;
    expect(written.foreign).toEqual([]);
    expect(written.merges).toEqual(own.merges);
    for (const other of ['project-results', 'unit-summary', 'indicator-results', 'issue-list'] as const)
      expect(ownSheetSigns(other, asSheet(own).values)).toBeNull();
  });

  it('keeps what was typed beside a project and beside a band', () => {
    const old = asSheet(plan);
    const heading = plan.print.titleRows!.first;
    const values = old.values.map((cells, r) => {
      if (r === 4) return [...cells, '待核'];
      return r === heading + 3 ? [...cells, '已约谈'] : [...cells, null];
    });
    const fewer = annexes.map((annex) => ({ ...annex, projects: annex.projects.slice(1) }));
    const kept = keepKeyedInput(rateBands(fewer, OPTIONS), { ...old, values, columnCount: 9 });
    const place = (text: string): CellValue[] | undefined =>
      kept.rows
        .find((cells) => cells.some((cell) => cell?.value === text))
        ?.map((cell) => cell?.value ?? null);
    expect(place('待核')![1]).toBe('50%—70%');
    expect(place('已约谈')![1]).toBe('水质监测');
  });
});
