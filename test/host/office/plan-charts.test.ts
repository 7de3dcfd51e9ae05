import { insertOne } from '../../support/workbooks/insert-one';
import type { CellRange } from '../../../src/engine/sheet/address';
import type { SheetPlan } from '../../../src/engine/sheet/sheet-plan';
import { MemoryWorkbook } from '../../support/memory-workbook';
import { PLAN } from '../contract/plan';
import { openInExcel, type ExcelSubject } from './open-in-excel';

const column = (index: number): CellRange => ({
  firstRow: 2,
  lastRow: 3,
  firstColumn: index,
  lastColumn: index,
});

/** A plan whose chart leaves out the columns between its labels and its numbers. */
const APART: SheetPlan = {
  ...PLAN,
  rows: [
    [{ value: '汇总' }],
    [{ value: '单位' }, { value: '项目数' }, { value: '预算金额' }, { value: '其中' }, { value: '实际支出' }],
    [{ value: '甲处' }, { value: 3 }, { formula: '=40+2', value: 42 }, { value: 2 }, { value: 41 }],
    [{ value: '乙处' }, { value: 1 }, { formula: '=20+1', value: 21 }, { value: 1 }, { value: 20 }],
  ],
  merges: [],
  links: [],
  charts: [
    {
      type: 'bar',
      title: '各单位预算与支出（万元）',
      categories: column(0),
      series: [2, 4].map((index) => ({ name: { row: 1, column: index }, values: column(index) })),
      at: { firstRow: 5, lastRow: 20, firstColumn: 0, lastColumn: 4 },
    },
  ],
};

describe('the chart of a rollup in Excel', () => {
  let subject: ExcelSubject;
  afterEach(() => subject.dispose?.());

  it('has the series of the plan and no others, also when the rollup is made again', async () => {
    const model = new MemoryWorkbook('附件2');
    subject = openInExcel(model);
    await insertOne(subject.host, APART);
    await insertOne(subject.host, APART);
    await subject.settled();
    const sheet = model.sheet('单位汇总');
    expect(sheet.charts).toEqual([
      expect.objectContaining({
        type: 'BarClustered',
        title: '各单位预算与支出（万元）',
        at: APART.charts[0]!.at,
        series: [
          { name: '预算金额', values: column(2), categories: column(0) },
          { name: '实际支出', values: column(4), categories: column(0) },
        ],
      }),
    ]);
    expect(subject.excel.host.references).toBe(0);
    expect(subject.excel.host.warnings).toEqual([]);
  });
});
