import { MemoryWorkbook } from '../../support/memory-workbook';
import { createExcelInNode } from '../../support/office-in-node';

function start() {
  const model = new MemoryWorkbook('S', [
    ['a', 1],
    ['b', 2],
  ]);
  return { model, ...createExcelInNode({ model }) };
}

describe('worksheets', () => {
  test('are listed without chart sheets', async () => {
    const { Excel, model } = start();
    model.addSheet('图表', 'chart');
    const hidden = model.addSheet('T');
    hidden.visible = false;
    const listed = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name,items/visibility,items/position,items/id');
      const count = worksheets.getCount(true);
      await context.sync();
      return [worksheets.items.map((sheet) => [sheet.name, sheet.visibility, sheet.position]), count.value];
    });
    expect(listed).toEqual([
      [
        ['S', 'Visible', 0],
        ['T', 'Hidden', 1],
      ],
      1,
    ]);
  });

  test('a chart sheet in view is no worksheet', async () => {
    const { Excel, model } = start();
    model.activate(model.addSheet('图表', 'chart').id);
    const code = await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().load('name');
      await context.sync();
    }).catch((error: OfficeExtension.Error) => error.code);
    expect(code).toBe('ItemNotFound');
  });

  test('a page of the collection', async () => {
    const { Excel, model } = start();
    for (const name of ['T', 'U', 'V']) model.addSheet(name);
    const names = await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load({ select: 'name', top: 2, skip: 1 });
      await context.sync();
      return sheets.items.map((sheet) => sheet.name);
    });
    expect(names).toEqual(['T', 'U']);
  });

  test('items can be used in the next batch', async () => {
    const { Excel } = start();
    const addresses = await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load('items/name');
      await context.sync();
      const ranges = sheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true).load('address'));
      await context.sync();
      return ranges.map((range) => range.address);
    });
    expect(addresses).toEqual(['S!A1:B2']);
  });

  test('by name in any case, by id, or not at all', async () => {
    const { Excel, model } = start();
    const found = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheets = ['s', model.sheet('S').id, 'X'].map((key) => worksheets.getItemOrNullObject(key));
      const behindNull = sheets[2]!.getUsedRangeOrNullObject();
      await context.sync();
      return [...sheets, behindNull].map((object) => object.isNullObject);
    });
    expect(found).toEqual([false, false, true, true]);
  });

  test('a new one is last, out of view and can be used in the same batch and later', async () => {
    const { Excel, model } = start();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('单位汇总');
      sheet.getRange('A1').values = [['x']];
      sheet.load('name,id,position');
      await context.sync();
      expect([sheet.name, sheet.position]).toEqual(['单位汇总', 1]);
      sheet.tabColor = '#FF0000';
      sheet.showGridlines = false;
      await context.sync();
      sheet.load('tabColor,showGridlines');
      await context.sync();
      expect([sheet.tabColor, sheet.showGridlines]).toEqual(['#FF0000', false]);
      sheet.activate();
      await context.sync();
    });
    expect(model.activeSheet.name).toBe('单位汇总');
  });

  test.each(['s', 'a/b', '', 'x'.repeat(32), "'a"])('%j is no name for a new one', async (name) => {
    const { Excel } = start();
    const code = await Excel.run(async (context) => {
      context.workbook.worksheets.add(name);
      await context.sync();
    }).catch((error: OfficeExtension.Error) => error.code);
    expect(code).toBe(name === 's' ? 'ItemAlreadyExists' : 'InvalidArgument');
  });

  test('an empty one has no used range', async () => {
    const { Excel, model } = start();
    model.addSheet('空');
    const [isNull, address] = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('空');
      const none = sheet.getUsedRangeOrNullObject(true);
      const first = sheet.getUsedRange().load('address');
      await context.sync();
      return [none.isNullObject, first.address];
    });
    expect([isNull, address]).toEqual([true, '空!A1']);
  });

  test('the selection is that of the active sheet', async () => {
    const { Excel, model } = start();
    const read = await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('S').getRange('B2:C3').select();
      const selected = context.workbook.getSelectedRange().load('address');
      const cell = context.workbook.getActiveCell().load('address');
      context.workbook.load('name');
      await context.sync();
      return [selected.address, cell.address, context.workbook.name];
    });
    expect(read).toEqual(['S!B2:C3', 'S!B2', model.name]);
  });
});

describe('panes and print', () => {
  test('rows, columns and both are frozen', async () => {
    const { Excel, model } = start();
    const locations = await Excel.run(async (context) => {
      const { freezePanes } = context.workbook.worksheets.getItem('S');
      const read = async () => {
        const range = freezePanes.getLocationOrNullObject().load('address');
        await context.sync();
        return range.isNullObject ? null : range.address;
      };
      const before = await read();
      freezePanes.freezeRows(3);
      const rows = await read();
      freezePanes.freezeAt('A1:B2');
      const both = await read();
      freezePanes.unfreeze();
      return [before, rows, both, await read()];
    });
    expect(locations).toEqual([null, 'S!1:3', 'S!A1:B2', null]);
    expect(model.sheet('S').frozen).toEqual({ rows: 0, columns: 0 });
  });

  test('the print set-up is kept', async () => {
    const { Excel, model } = start();
    await Excel.run(async (context) => {
      const { pageLayout } = context.workbook.worksheets.getItem('S');
      pageLayout.orientation = Excel.PageOrientation.landscape;
      pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      pageLayout.setPrintTitleRows('$1:$2');
      pageLayout.setPrintMargins('Inches', { left: 1 });
      await context.sync();
      pageLayout.load(['orientation', 'leftMargin', 'paperSize']);
      await context.sync();
      expect([pageLayout.orientation, pageLayout.leftMargin, pageLayout.paperSize]).toEqual([
        'Landscape',
        72,
        'A4',
      ]);
    });
    expect(model.sheet('S').page.get('printTitleRows')).toBe('1:2');
  });
});

describe('charts', () => {
  test('are added whole, changed and deleted', async () => {
    const { Excel, model } = start();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('S');
      const chart = sheet.charts.add(Excel.ChartType.columnClustered, sheet.getRange('A1:B2'), 'Auto');
      chart.title.text = '各部门执行率';
      chart.setPosition('D1', 'H10');
      chart.name = 'own';
      await context.sync();
      expect(model.sheet('S').charts).toMatchObject([
        {
          type: 'ColumnClustered',
          title: '各部门执行率',
          data: { sheetId: model.sheet('S').id, range: { lastRow: 1, lastColumn: 1 } },
          at: { firstRow: 0, firstColumn: 3, lastRow: 9, lastColumn: 7 },
        },
      ]);
      const later = sheet.charts.getItem('own');
      later.title.text = '新';
      await context.sync();
      sheet.charts.load('items/name,items/title/text');
      await context.sync();
      expect(sheet.charts.items.map((item) => [item.name, item.title.text])).toEqual([['own', '新']]);
      sheet.charts.items[0]!.delete();
      await context.sync();
    });
    expect(model.sheet('S').charts).toEqual([]);
  });

  test('begin with the series of their range, which others may join or leave', async () => {
    const { Excel, model } = start();
    const columns = { A2: 0, C2: 2, E2: 4 };
    const range = (column: number) => ({ firstRow: 1, lastRow: 2, firstColumn: column, lastColumn: column });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('S');
      sheet.getRange('A1:E3').values = [
        ['单位', '项目数', '预算', '其中', '支出'],
        ['甲', 1, 10, 4, 8],
        ['乙', 2, 20, 5, 2],
      ];
      const chart = sheet.charts.add(Excel.ChartType.columnClustered, sheet.getRange('C2:C3'), 'Columns');
      const first = chart.series.getItemAt(0);
      first.name = '预算';
      first.setXAxisValues(sheet.getRange('A2:A3'));
      const second = chart.series.add('支出');
      second.setValues(sheet.getRange('E2:E3'));
      await context.sync();
      expect(model.sheet('S').charts).toMatchObject([
        {
          data: { range: { firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 4 } },
          series: [
            { name: '预算', values: range(columns.C2), categories: range(columns.A2) },
            { name: '支出', values: range(columns.E2), categories: range(columns.A2) },
          ],
        },
      ]);
      chart.series.load('count,items/name');
      await context.sync();
      expect([chart.series.count, chart.series.items.map(({ name }) => name)]).toEqual([2, ['预算', '支出']]);
      chart.series.items[0]!.delete();
      await context.sync();
      expect(model.sheet('S').charts[0]!.series).toMatchObject([{ name: '支出' }]);
      chart.setData(sheet.getRange('A1:C3'));
      chart.series.load('items/name');
      await context.sync();
      expect(chart.series.items.map(({ name }) => name)).toEqual(['项目数', '预算']);
      chart.series.getItemAt(2);
      await expect(context.sync()).rejects.toMatchObject({ code: 'ItemNotFound' });
    });
  });

  test.each([
    ['cells in rows and columns', 'S', 'A1:B2'],
    ['cells of another worksheet', 'T', 'A1:A2'],
  ])('do not take %s for a series', async (_, name, address) => {
    const { Excel, model } = start();
    if (name !== 'S') model.addSheet(name);
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.getItem('S');
      const chart = sheet.charts.add('Pie', sheet.getRange('A1:A2'));
      chart.series.getItemAt(0).setValues(worksheets.getItem(name).getRange(address));
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
    });
  });
});
