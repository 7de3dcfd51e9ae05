import { MemoryWorkbook } from '../../support/memory-workbook';
import { createExcelInNode } from '../../support/office-in-node';

const B2 = { firstRow: 1, firstColumn: 1, lastRow: 1, lastColumn: 1 };
const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('events', () => {
  test('of one worksheet', async () => {
    const model = new MemoryWorkbook('S');
    const other = model.addSheet('T');
    const { Excel } = createExcelInNode({ model });
    const heard: unknown[] = [];
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('S');
      sheet.onChanged.add(async (event) => void heard.push(['changed', event.address, event.worksheetId]));
      sheet.onSelectionChanged.add(async (event) => void heard.push(['selected', event.address]));
      await context.sync();
    });
    const sheet = model.sheet('S');
    sheet.setCells(B2, [[{ value: 1 }]]);
    other.setCells(B2, [[{ value: 1 }]]);
    model.select(sheet.id, B2);
    await pause();
    expect(heard).toEqual([
      ['changed', 'B2', sheet.id],
      ['selected', 'B2'],
    ]);
  });

  test('of the collection of worksheets', async () => {
    const model = new MemoryWorkbook('S');
    const { Excel } = createExcelInNode({ model });
    const heard: unknown[] = [];
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onAdded.add(async (event) => void heard.push(['added', event.worksheetId]));
      worksheets.onDeleted.add(async (event) => void heard.push(['deleted', event.worksheetId]));
      worksheets.onActivated.add(async (event) => void heard.push(['activated', event.worksheetId]));
      worksheets.onChanged.add(async (event) => void heard.push(['changed', event.worksheetId]));
      worksheets.onSelectionChanged.add(async (event) => void heard.push(['selected', event.worksheetId]));
      await context.sync();
    });
    const { id } = model.addSheet('T');
    model.activate(id);
    model.sheet('T').setCells(B2, [[{ value: 1 }]]);
    model.select(id, B2);
    model.deleteSheet(id);
    await pause();
    expect(heard).toEqual([
      ['added', id],
      ['activated', id],
      ['changed', id],
      ['selected', id],
      ['deleted', id],
      ['activated', model.sheet('S').id],
    ]);
  });

  test('say whether the add-in itself was it', async () => {
    const model = new MemoryWorkbook('S');
    const { Excel } = createExcelInNode({ model });
    const heard: unknown[] = [];
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('S');
      sheet.onChanged.add(async (event) => void heard.push(event.triggerSource));
      await context.sync();
      sheet.getRange('A1').values = [[1]];
      await context.sync();
    });
    model.sheet('S').setCells(B2, [[{ value: 1 }]]);
    await pause();
    expect(heard).toEqual(['ThisLocalAddin', 'Unknown']);
  });

  test('end when the handler is removed', async () => {
    const model = new MemoryWorkbook('S');
    const { Excel, host } = createExcelInNode({ model });
    const heard: unknown[] = [];
    const handler = await Excel.run(async (context) => {
      const added = context.workbook.worksheets.getItem('S').onChanged.add(async () => void heard.push(1));
      await context.sync();
      return added;
    });
    expect(host.registrations).toBe(1);
    await Excel.run(handler.context as Excel.RequestContext, async (context) => {
      handler.remove();
      await context.sync();
    });
    model.sheet('S').setCells(B2, [[{ value: 1 }]]);
    await pause();
    expect(heard).toEqual([]);
    expect(host.registrations).toBe(0);
  });
});
