import { createExcelInNode } from '../../support/office-in-node';
import { at, closeWorkbooks, openWorkbook } from '../../support/workbooks/workbook-model';

afterEach(closeWorkbooks);

describe("Microsoft's client over the workbench's own workbook", () => {
  test('reads what a calculation gives in the batch that wrote it, as one step of undo', async () => {
    const model = openWorkbook({ 表1: [['a', 2]] });
    const { Excel } = createExcelInNode({ model });
    const read = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('C1:D1').values = [['=B1*21', "'=B1"]];
      const range = sheet.getUsedRange().load('values,formulas,text,address,numberFormat');
      await context.sync();
      return range.toJSON();
    });
    expect(read).toMatchObject({
      address: '表1!A1:D1',
      values: [['a', 2, 42, '=B1']],
      formulas: [['a', 2, '=B1*21', '=B1']],
      text: [['a', '2', '42', '=B1']],
      numberFormat: [['General', 'General', 'General', 'General']],
    });
    expect(model.undoDepth).toBe(1);
    model.undo();
    expect(model.sheets[0]!.values(at('A1:D1'))).toEqual([['a', 2, null, null]]);
  });

  test('reads a calculation in every batch that writes what it depends on', async () => {
    const model = openWorkbook({ 表1: [[1, { value: 2, formula: '=A1*2' }]] });
    const { Excel } = createExcelInNode({ model });
    const results = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const read: unknown[] = [];
      for (const value of [10, 20, 30]) {
        sheet.getRange('A1').values = [[value]];
        const result = sheet.getRange('B1').load('values');
        await context.sync();
        read.push(result.values[0]![0]);
      }
      return read;
    });
    expect(results).toEqual([20, 40, 60]);
  });

  test('marks lie over a fill and go with their signature', async () => {
    const model = openWorkbook({ 表1: [['a', 2]] });
    const { Excel } = createExcelInNode({ model });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1').format.fill.color = '#00FF00';
      const format = sheet.getRanges('A1,B1').conditionalFormats.add(Excel.ConditionalFormatType.custom);
      format.custom.rule.formula = '="sign"<>""';
      format.custom.format.fill.color = '#F8C7C7';
      format.priority = 0;
      await context.sync();
    });
    expect(model.sheets[0]!.shownFill({ row: 0, column: 0 })).toBe('#F8C7C7');
    await Excel.run(async (context) => {
      const formats = context.workbook.worksheets.getActiveWorksheet().getRange().conditionalFormats;
      formats.load('items/custom/rule/formula,items/type');
      await context.sync();
      expect(formats.items.map((format) => format.custom.rule.formula)).toEqual(['="sign"<>""']);
      for (const format of formats.items) format.delete();
      await context.sync();
    });
    expect(model.sheets[0]!.shownFill({ row: 0, column: 0 })).toBe('#00FF00');
  });

  test('a new sheet with everything that a rollup has', async () => {
    const model = openWorkbook({ 表1: [['a', 2]] });
    const { Excel, host } = createExcelInNode({ model });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('单位汇总');
      sheet.names.add('_own', sheet.getRange('A1')).visible = false;
      sheet.getRange('A1:B3').values = [
        ['部门', '预算'],
        ['甲', 1],
        ['乙', '=表1!B1'],
      ];
      const head = sheet.getRange('A1:B1').format;
      head.font.bold = true;
      head.borders.getItem('EdgeBottom').style = 'Continuous';
      head.columnWidth = 100;
      sheet.getRange('B2:B3').numberFormat = [['#,##0.00'], ['#,##0.00']];
      sheet.getRange('A2').hyperlink = { documentReference: "'表1'!A1" };
      sheet.getRange('C2:C3').dataValidation.rule = { list: { inCellDropDown: true, source: '是,否' } };
      sheet.freezePanes.freezeRows(1);
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:B3'), 'Columns');
      chart.title.text = '预算';
      chart.setPosition('E1', 'J12');
      sheet.getRange('A5:B5').merge();
      await context.sync();
      const own = sheet.names.getItem('_own').getRange().load('address');
      const cells = sheet.getRange('A1:B3').load('values,text');
      await context.sync();
      expect(own.address).toBe('单位汇总!A1');
      expect(cells.text).toEqual([
        ['部门', '预算'],
        ['甲', '1.00'],
        ['乙', '2.00'],
      ]);
    });
    const [, sheet] = model.sheets;
    expect(model.activeSheet.name).toBe('表1');
    expect(sheet!.link({ row: 1, column: 0 })).toEqual({ sheetName: '表1', address: 'A1' });
    expect(sheet!.charts).toMatchObject([{ title: '预算' }]);
    expect(sheet!.frozen).toEqual({ rows: 1, columns: 0 });
    expect(host.warnings).toEqual([]);
  });

  test('rows inserted by the add-in move its ranges and the cells', async () => {
    const model = openWorkbook({ 表1: [['a'], ['b'], ['c']] });
    const { Excel } = createExcelInNode({ model });
    const moved = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const range = sheet.getRange('A3').load('address');
      await context.sync();
      sheet.getRange('1:2').insert('Down');
      range.load('address,values');
      await context.sync();
      return [range.address, range.values];
    });
    expect(moved).toEqual(['表1!A5', [['c']]]);
  });

  test('a table of 5,000 rows by 27 columns is written and read', async () => {
    const model = openWorkbook({ 表1: [] });
    const { Excel } = createExcelInNode({ model });
    const rows = Array.from({ length: 5000 }, (_, row) =>
      Array.from({ length: 27 }, (_, c) => `'${row}-${c}`),
    );
    const last = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:AA5000').values = rows;
      await context.sync();
      const used = sheet.getUsedRange().load('values,formulas,numberFormat');
      await context.sync();
      return [used.values.length, used.values[4999]![26] as string, used.formulas[0]![0] as string];
    });
    expect(last).toEqual([5000, '4999-26', '0-0']);
  }, 30_000);
});
