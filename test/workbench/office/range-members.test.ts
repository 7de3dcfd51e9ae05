import { MemoryWorkbook } from '../../support/memory-workbook';
import { createExcelInNode } from '../../support/office-in-node';

const A1 = { row: 0, column: 0 };

async function on<T>(
  use: (sheet: Excel.Worksheet, context: Excel.RequestContext, model: MemoryWorkbook) => Promise<T>,
): Promise<{ result: T; model: MemoryWorkbook }> {
  const model = new MemoryWorkbook('S', [
    ['a', 1, 'x'],
    ['b', 2, 'y'],
    ['c', 3, 'z'],
  ]);
  const { Excel } = createExcelInNode({ model });
  const result = await Excel.run((context) => use(context.workbook.worksheets.getItem('S'), context, model));
  return { result, model };
}

describe('other ranges from a range', () => {
  test.each<[string, (range: Excel.Range) => Excel.Range, string]>([
    ['getCell', (range) => range.getCell(1, 1), 'C3'],
    ['getRow', (range) => range.getRow(1), 'B3:C3'],
    ['getColumn', (range) => range.getColumn(0), 'B2:B3'],
    ['getLastCell', (range) => range.getLastCell(), 'C3'],
    ['getLastRow', (range) => range.getLastRow(), 'B3:C3'],
    ['getResizedRange', (range) => range.getResizedRange(1, -1), 'B2:B4'],
    ['getAbsoluteResizedRange', (range) => range.getAbsoluteResizedRange(1, 3), 'B2:D2'],
    ['getOffsetRange', (range) => range.getOffsetRange(-1, 2), 'D1:E2'],
    ['getEntireRow', (range) => range.getEntireRow(), '2:3'],
    ['getEntireColumn', (range) => range.getEntireColumn(), 'B:C'],
    ['getBoundingRect', (range) => range.getBoundingRect('E5'), 'B2:E5'],
    ['getIntersection', (range) => range.getIntersection('C3:D9'), 'C3'],
    ['getUsedRange', (range) => range.getEntireColumn().getUsedRange(true), 'B1:C3'],
  ])('%s', async (_name, other, address) => {
    const { result } = await on(async (sheet, context) => {
      const range = other(sheet.getRange('B2:C3')).load('address');
      await context.sync();
      return range.address;
    });
    expect(result).toBe(`S!${address}`);
  });

  test('a range off the sheet is refused', async () => {
    await expect(
      on(async (sheet, context) => {
        sheet.getRange('A1').getOffsetRange(-1, 0).load('address');
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  test('contents of endless ranges are null', async () => {
    const { result } = await on(async (sheet, context) => {
      const column = sheet.getRange('B:B').load('values,rowCount,isEntireColumn');
      const all = sheet.getRange().load('address,values,cellCount');
      await context.sync();
      return [column.values, column.rowCount, column.isEntireColumn, all.address, all.values, all.cellCount];
    });
    expect(result).toEqual([null, 1_048_576, true, 'S!1:1048576', null, -1]);
  });
});

test('names of sheets are quoted where Excel quotes them', async () => {
  const model = new MemoryWorkbook('2024 年', [['a']]);
  model.addSheet("it's");
  model.addSheet('绩效');
  const { Excel } = createExcelInNode({ model });
  const addresses = await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items');
    await context.sync();
    const ranges = sheets.items.map((sheet) => sheet.getRange('A1').load('address'));
    await context.sync();
    return ranges.map((range) => range.address);
  });
  expect(addresses).toEqual(["'2024 年'!A1", "'it''s'!A1", '绩效!A1']);
});

describe('formats', () => {
  test('are set and read', async () => {
    const { result, model } = await on(async (sheet, context) => {
      const range = sheet.getRange('A1:B1');
      range.set({
        format: {
          fill: { color: '#ffcc00' },
          font: { bold: true, size: 14, name: '黑体', color: 'red' },
          horizontalAlignment: 'Center',
          verticalAlignment: 'Top',
          wrapText: true,
        },
      });
      range.format.borders.getItem('EdgeBottom').style = 'Continuous';
      range.format.columnWidth = 120;
      range.format.rowHeight = 30;
      range.load('format/fill/color, format/font/*, format/horizontalAlignment, format/columnWidth');
      const mixed = sheet.getRange('A1:A2').load('format/fill/color, format/font/bold');
      await context.sync();
      const { format } = range;
      return [
        [format.fill.color, format.font.bold, format.font.size, format.font.name, format.font.color],
        [format.horizontalAlignment, format.columnWidth],
        [mixed.format.fill.color, mixed.format.font.bold],
      ];
    });
    expect(result[0]).toEqual(['#FFCC00', true, 14, '黑体', '#FF0000']);
    expect(result[1]![0]).toBe('Center');
    expect(result[1]![1]).toBeCloseTo(120, 0);
    expect(result[2]).toEqual(['', null]);
    expect(model.sheet('S').format(A1)).toMatchObject({ border: 'thin', vertical: 'top', wrap: true });
    expect(model.sheet('S').columnWidth(1)).toBeCloseTo(22.14, 1);
  });

  test('of several ranges at once', async () => {
    const { model } = await on(async (sheet, context) => {
      const areas = sheet.getRanges('A1,C3');
      areas.format.fill.color = '#00FF00';
      areas.load('address,areaCount,areas/items/address');
      await context.sync();
      expect([areas.address, areas.areaCount, areas.areas.items.map((range) => range.address)]).toEqual([
        'S!A1,S!C3',
        2,
        ['S!A1', 'S!C3'],
      ]);
    });
    expect(model.sheet('S').shownFill({ row: 2, column: 2 })).toBe('#00FF00');
  });
});

describe('rows and columns', () => {
  test('are hidden, shown and told', async () => {
    const { result } = await on(async (sheet, context) => {
      sheet.getRange('2:2').rowHidden = true;
      sheet.getRange('B:C').columnHidden = true;
      const rows = sheet.getRange('A1:A3').load('rowHidden');
      const row = sheet.getRange('A2').load('rowHidden,columnHidden');
      const columns = sheet.getRange('B1:C1').load('columnHidden');
      await context.sync();
      return [rows.rowHidden, row.rowHidden, row.columnHidden, columns.columnHidden];
    });
    expect(result).toEqual([null, true, false, true]);
  });

  test('a range that is held moves with inserted rows', async () => {
    const { result } = await on(async (sheet, context) => {
      const range = sheet.getRange('A3').load('address');
      await context.sync();
      sheet.getRange('1:2').insert('Down');
      range.load('address,values');
      await context.sync();
      const moved = [range.address, range.values];
      sheet.getRange('1:1').delete('Up');
      range.load('address');
      await context.sync();
      return [...moved, range.address];
    });
    expect(result).toEqual(['S!A5', [['c']], 'S!A4']);
  });
});

describe('clearing and merging', () => {
  test('clear takes contents, formats and marks of its cells', async () => {
    const { model } = await on(async (sheet, context) => {
      const format = sheet.getRange('A1:A3').conditionalFormats.add('Custom');
      format.custom.rule.formula = '="x"<>""';
      sheet.getRange('A1').format.fill.color = '#FF0000';
      await context.sync();
      sheet.getRange('A1:A2').clear();
      sheet.getRange('B1').clear('Contents');
      await context.sync();
    });
    const sheet = model.sheet('S');
    expect(sheet.conditionalFormats.map(({ ranges }) => ranges)).toEqual([
      [{ firstRow: 2, firstColumn: 0, lastRow: 2, lastColumn: 0 }],
    ]);
    expect(sheet.shownFill(A1)).toBeNull();
    expect(sheet.values({ firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 2 })).toEqual([
      [null, null, 'x'],
    ]);
  });

  test('merging keeps the first cell', async () => {
    const { model } = await on(async (sheet, context) => {
      sheet.getRange('A1:B2').merge();
      await context.sync();
      const merges = sheet.getRange('A1:C3').getMergedAreasOrNullObject().load('address');
      await context.sync();
      expect(merges.address).toBe('S!A1:B2');
      sheet.getRange('A1').unmerge();
      await context.sync();
    });
    const sheet = model.sheet('S');
    expect(sheet.merges).toEqual([]);
    expect(sheet.values({ firstRow: 0, firstColumn: 0, lastRow: 1, lastColumn: 1 })).toEqual([
      ['a', null],
      [null, null],
    ]);
  });
});

describe('links and lists', () => {
  test('a link leads to a cell of the workbook', async () => {
    const { result, model } = await on(async (sheet, context) => {
      const cell = sheet.getRange('A1');
      cell.hyperlink = { documentReference: "'2024 年'!D20", textToDisplay: '见第20行', screenTip: 't' };
      await context.sync();
      cell.load('hyperlink,values');
      await context.sync();
      return [cell.hyperlink.documentReference, cell.values];
    });
    expect(result).toEqual(["'2024 年'!D20", [['见第20行']]]);
    expect(model.sheet('S').link(A1)).toEqual({ sheetName: '2024 年', address: 'D20' });
  });

  test('a list to choose from', async () => {
    const { result, model } = await on(async (sheet, context) => {
      const { dataValidation } = sheet.getRange('A1:A3');
      dataValidation.rule = { list: { inCellDropDown: true, source: '待核实,已改' } };
      await context.sync();
      dataValidation.load('type,rule');
      await context.sync();
      return [dataValidation.type, dataValidation.rule.list?.source];
    });
    expect(result).toEqual(['List', '待核实,已改']);
    expect(model.sheet('S').choices[0]?.values).toEqual(['待核实', '已改']);
  });
});

test('a write that the client splits arrives whole', async () => {
  const { result, model } = await on(async (sheet, context) => {
    const rows = Array.from({ length: 400 }, (_, row) => [row, `r${row}`, `'=${row}`, row / 2]);
    sheet.getRange('A1:D400').values = rows;
    await context.sync();
    const range = sheet.getRange('A1:D400').load('values');
    await context.sync();
    return [range.values.length, range.values[399]];
  });
  expect(result).toEqual([400, [399, 'r399', '=399', 199.5]]);
  expect(model.undoDepth).toBe(1);
});

test('ranges are let go when the add-in lets them go', async () => {
  const model = new MemoryWorkbook('S', [['a']]);
  const { Excel, host } = createExcelInNode({ model });
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('S').getRange('A1').load('address');
    await context.sync();
    expect(range.address).toBe('S!A1');
    expect(host.references).toBe(1);
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(host.references).toBe(0);
});

test('every row and column tells whether it is hidden in one call', async () => {
  const { result } = await on(async (sheet, context) => {
    sheet.getRange('2:2').rowHidden = true;
    sheet.getRange('C:C').columnHidden = true;
    const rows = sheet.getRange('A1:A3').getRowProperties({ rowHidden: true });
    const columns = sheet.getRange('A1:C1').getColumnProperties({ columnHidden: true, address: true });
    await context.sync();
    return [rows.value.map((row) => row.rowHidden), columns.value[2]];
  });
  expect(result).toEqual([[false, true, false], { columnHidden: true, address: 'S!C1' }]);
});
