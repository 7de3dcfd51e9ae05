import { MemoryWorkbook } from '../../support/memory-workbook';
import { createExcelInNode } from '../../support/office-in-node';

const range = { firstRow: 0, firstColumn: 0, lastRow: 1, lastColumn: 1 };
const ROWS = [
  ['单位', '预算'],
  ['甲', 1],
];

test('charts of an opened workbook have the names of the file, and give way to new ones of those names', async () => {
  const model = new MemoryWorkbook('S', ROWS);
  const sheet = model.sheet('S');
  const chart = { type: 'Pie', title: '', data: { sheetId: sheet.id, range }, at: range };
  sheet.addChart({ ...chart, name: 'own 1' });
  sheet.addChart(chart);
  const { Excel, dispose } = createExcelInNode({ model });
  await Excel.run(async (context) => {
    const { charts } = context.workbook.worksheets.getItem('S').load('charts/items/name');
    await context.sync();
    expect(charts.items.map(({ name }) => name)).toEqual(['own 1', '图表 2']);
    charts.items[0]!.delete();
    const added = charts.add('ColumnClustered', context.workbook.worksheets.getItem('S').getRange('A1:B2'));
    added.name = 'own 1';
    await context.sync();
  });
  expect(sheet.charts.map(({ name, type }) => [name, type])).toEqual([
    [undefined, 'Pie'],
    ['own 1', 'ColumnClustered'],
  ]);
  dispose();
});
