import { MemoryWorkbook } from '../../support/memory-workbook';
import { createExcelInNode } from '../../support/office-in-node';

describe('ranges', () => {
  test('values, formulas, formats and addresses are read', async () => {
    const model = new MemoryWorkbook('项目表', [
      ['名称', 12, true],
      ['', 0.5, { error: '#N/A' }],
    ]);
    const { Excel } = createExcelInNode({ model });
    const read = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getUsedRange();
      range.load(['values', 'formulas', 'address', 'valueTypes', 'numberFormat', 'rowIndex', 'columnCount']);
      await context.sync();
      return range.toJSON();
    });
    expect(read).toMatchObject({
      address: '项目表!A1:C2',
      values: [
        ['名称', 12, true],
        ['', 0.5, '#N/A'],
      ],
      valueTypes: [
        ['String', 'Double', 'Boolean'],
        ['String', 'Double', 'Error'],
      ],
      rowIndex: 0,
      columnCount: 3,
    });
  });

  test('what is written is there after the batch', async () => {
    const model = new MemoryWorkbook();
    const { Excel } = createExcelInNode({ model });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A1:B2').values = [
        ['a', 1],
        ['=B1*2', null],
      ];
      sheet.names.add('own', sheet.getRange('A1')).visible = false;
      const format = sheet.getRanges('A1:A2,C3').conditionalFormats.add(Excel.ConditionalFormatType.custom);
      format.custom.rule.formula = '="x"<>""';
      format.custom.format.fill.color = '#F8C7C7';
      format.priority = 0;
      await context.sync();
    });
    const sheet = model.sheet('Sheet1');
    expect(sheet.formulas({ firstRow: 1, firstColumn: 0, lastRow: 1, lastColumn: 0 })).toEqual([['=B1*2']]);
    expect(model.names).toEqual([{ name: 'own', refersTo: '=Sheet1!$A$1', scope: sheet.id, visible: false }]);
    expect(sheet.conditionalFormats).toMatchObject([
      { formula: '="x"<>""', fill: '#F8C7C7', ranges: [{ lastRow: 1 }, { firstRow: 2 }] },
    ]);
    expect(model.undoDepth).toBe(1);
  });
});
