import { MemoryWorkbook } from '../../support/memory-workbook';
import { createExcelInNode } from '../../support/office-in-node';

async function depthAfter(
  use: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void,
): Promise<number> {
  const model = new MemoryWorkbook('S', [['a', 1]]);
  model.addSheet('T');
  model.clearUndo();
  const cell = { firstRow: 5, firstColumn: 0, lastRow: 5, lastColumn: 0 };
  model.sheet('S').setCells(cell, [[{ value: 'typed by the user' }]]);
  const { Excel } = createExcelInNode({ model, quiet: true });
  await Excel.run(async (context) => {
    use(context.workbook.worksheets.getItem('S'), context);
    await context.sync();
  }).catch(() => undefined);
  return model.undoDepth;
}

describe('the undo history', () => {
  test('gets one step for a batch that writes', async () => {
    expect(
      await depthAfter((sheet) => {
        sheet.getRange('A1').values = [[1]];
        sheet.getRange('B1').format.fill.color = '#FF0000';
        sheet.getRange('A1').conditionalFormats.add('Custom').custom.rule.formula = '="x"<>""';
      }),
    ).toBe(2);
  });

  test('stays as it is where nothing is written', async () => {
    expect(await depthAfter((sheet) => sheet.getUsedRange().load(['values', 'text']))).toBe(1);
  });

  test.each<[string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => void]>([
    ['getMergedAreasOrNullObject', (sheet) => sheet.getRange('A1').getMergedAreasOrNullObject()],
    ['Worksheet.delete', (_sheet, context) => context.workbook.worksheets.getItem('T').delete()],
    ['Worksheet.name', (sheet) => (sheet.name = 'U')],
    ['Worksheet.position', (sheet) => (sheet.position = 0)],
    ['Worksheet.visibility', (sheet) => (sheet.visibility = 'Visible')],
    ['WorksheetProtection.protect', (sheet) => sheet.protection.protect()],
    ['WorksheetProtection.unprotect', (sheet) => sheet.protection.unprotect()],
  ])('is emptied by %s', async (_name, use) => {
    expect(await depthAfter(use)).toBe(0);
  });

  test('begins anew after the call that emptied it', async () => {
    expect(
      await depthAfter((sheet) => {
        sheet.getRange('A1').values = [[1]];
        sheet.getRange('A1').getMergedAreasOrNullObject();
        sheet.getRange('A2').values = [[2]];
      }),
    ).toBe(1);
  });

  test('adding a sheet joins it', async () => {
    expect(await depthAfter((_sheet, context) => context.workbook.worksheets.add('新表'))).toBe(2);
  });
});

test('a read that depends on a calculation waits for it, once', async () => {
  const model = new MemoryWorkbook('S', [['a', 1]]);
  const { Excel } = createExcelInNode({ model });
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('S').getRange('A1:B1');
    range.load('address');
    await context.sync();
    expect(model.settledCount).toBe(0);
    range.formulas = [['=B1', 2]];
    range.load('values');
    range.load('text');
    await context.sync();
    expect(model.settledCount).toBe(1);
  });
  expect(model.undoDepth).toBe(1);
});
