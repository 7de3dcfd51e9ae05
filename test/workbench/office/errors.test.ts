import { WEB_PAYLOAD_LIMIT } from '../../../workbench/office/excel/excel-switches';
import { MemoryWorkbook } from '../../support/memory-workbook';
import type { ExcelInNodeOptions } from '../../support/office-in-node';
import { createExcelInNode } from '../../support/office-in-node';

function start(options: Partial<ExcelInNodeOptions> = {}) {
  const model = new MemoryWorkbook('S', [
    ['a', 1],
    ['b', 2],
  ]);
  const office = createExcelInNode({ model, quiet: true, ...options });
  const attempt = (use: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void) =>
    office.Excel.run(async (context) => {
      use(context.workbook.worksheets.getItem('S'), context);
      await context.sync();
    }).then(
      () => 'no error',
      (error: OfficeExtension.Error) => error.code,
    );
  return { model, ...office, attempt };
}

describe('errors', () => {
  test('have the shape of Office', async () => {
    const { Excel, OfficeExtension } = start();
    const error = await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('没有').getRange('A1').values = [[1]];
      await context.sync();
    }).catch((thrown: unknown) => thrown as OfficeExtension.Error);
    expect(error).toBeInstanceOf(OfficeExtension.Error);
    expect(error).toMatchObject({
      name: 'RichApi.Error',
      code: 'ItemNotFound',
      debugInfo: { code: 'ItemNotFound', errorLocation: 'WorksheetCollection.getItem' },
    });
  });

  test('a matrix must have the size of the range', async () => {
    const { attempt } = start();
    expect(await attempt((sheet) => (sheet.getRange('A1:B2').values = [[1, 2]]))).toBe('InvalidArgument');
    expect(await attempt((sheet) => (sheet.getRange('A1:B1').values = [[1]]))).toBe('InvalidArgument');
  });

  test.each(['', 'A0', 'A1:B2:C3', 'XFE1', '别的!A1', 'A1,B2'])(
    '%j is no range of the sheet',
    async (address) => {
      const { attempt } = start();
      expect(await attempt((sheet) => sheet.getRange(address).load('values'))).toBe('InvalidArgument');
    },
  );

  test('values that no cell holds are refused', async () => {
    const { attempt } = start();
    expect(await attempt((sheet) => (sheet.getRange('A1').values = [[{ a: 1 }]]))).toBe('InvalidArgument');
    expect(await attempt((sheet) => (sheet.getRange('A1').values = [['x'.repeat(32_768)]]))).toBe(
      'InvalidArgument',
    );
  });

  test('a sheet deleted meanwhile is not found', async () => {
    const { Excel, model } = start();
    const other = model.addSheet('T');
    const code = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('T').getRange('A1');
      range.load('values');
      await context.sync();
      model.deleteSheet(other.id);
      range.values = [[1]];
      await context.sync();
    }).catch((error: OfficeExtension.Error) => error.code);
    expect(code).toBe('ItemNotFound');
  });

  test('what ran before the failing call stays done', async () => {
    const { attempt, model } = start();
    await attempt((sheet) => {
      sheet.getRange('A1').values = [['new']];
      sheet.getRange('no address').clear();
      sheet.getRange('B1').values = [['never']];
    });
    const [row] = model.sheet('S').values({ firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 1 });
    expect(row).toEqual(['new', 1]);
  });
});

describe('a workbook that fails', () => {
  test('is a general error of the call, and the batch is answered', async () => {
    const { attempt, host, model } = start();
    const sheet = model.sheet('S');
    sheet.setCells = () => {
      throw new Error('out of memory');
    };
    expect(await attempt((one) => (one.getRange('A1').values = [[1]]))).toBe('GeneralException');
    expect(
      await attempt((one) => {
        one.getRange('A1').values = [[1]];
        one.getRange('A1').load('values');
      }),
    ).toBe('GeneralException');
    expect(host.warnings.join()).toContain('out of memory');
    expect(await attempt((one) => one.getRange('A1').load('values'))).toBe('no error');
  });
});

describe('a protected worksheet', () => {
  test.each<[string, (sheet: Excel.Worksheet) => void]>([
    ['values', (sheet) => (sheet.getRange('A1').values = [[1]])],
    ['number formats', (sheet) => (sheet.getRange('A1').numberFormat = [['@']])],
    ['fills', (sheet) => (sheet.getRange('A1').format.fill.color = 'red')],
    ['conditional formats', (sheet) => sheet.getRange('A1').conditionalFormats.add('Custom')],
    ['clearing', (sheet) => sheet.getRange('A1').clear()],
    ['links', (sheet) => (sheet.getRange('A1').hyperlink = { documentReference: 'S!A2' })],
    [
      'lists',
      (sheet) => (sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'a' } }),
    ],
    ['hiding', (sheet) => (sheet.getRange('A:A').columnHidden = true)],
    ['charts', (sheet) => sheet.charts.add('ColumnClustered', sheet.getRange('A1:B2'))],
  ])('refuses %s', async (_what, write) => {
    const { attempt, model } = start();
    model.sheet('S').setProtected(true);
    expect(await attempt((sheet) => write(sheet))).toBe('AccessDenied');
  });

  test('can be read, and says that it is protected', async () => {
    const { Excel, model } = start();
    model.sheet('S').setProtected(true);
    const read = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('S');
      sheet.protection.load('protected');
      const range = sheet.getRange('A1').load('values');
      await context.sync();
      return [sheet.protection.protected, range.values];
    });
    expect(read).toEqual([true, [['a']]]);
  });

  test('a protected structure refuses sheets', async () => {
    const { attempt } = start({ structureProtected: true });
    expect(await attempt((_sheet, context) => context.workbook.worksheets.add('T'))).toBe('AccessDenied');
    expect(await attempt((sheet) => sheet.delete())).toBe('AccessDenied');
  });
});

describe('while a person types into a cell', () => {
  test('a batch fails', async () => {
    const { attempt, host } = start();
    host.beginCellEdit();
    expect(await attempt((sheet) => sheet.getRange('A1').load('values'))).toBe(
      'InvalidOperationInCellEditMode',
    );
    host.endCellEdit();
    expect(await attempt((sheet) => sheet.getRange('A1').load('values'))).toBe('no error');
  });

  test('a batch that may be delayed waits', async () => {
    const { Excel, host, model } = start();
    host.beginCellEdit();
    const written = Excel.run({ delayForCellEdit: true } as Excel.RunOptions, async (context) => {
      context.workbook.worksheets.getItem('S').getRange('A1').values = [['later']];
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const cell = { firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 0 };
    expect(model.sheet('S').values(cell)).toEqual([['a']]);
    host.endCellEdit();
    await written;
    expect(model.sheet('S').values(cell)).toEqual([['later']]);
  });
});

describe('the payload limit of Excel on the web', () => {
  const long = 'x'.repeat(30_000);
  const column = (rows: number) => Array.from({ length: rows }, () => [long]);

  test('refuses a request that is too large', async () => {
    const { attempt, model } = start({ payloadLimit: WEB_PAYLOAD_LIMIT });
    expect(await attempt((sheet) => (sheet.getRange('A1:A200').values = column(200)))).toBe(
      'RequestPayloadSizeLimitExceeded',
    );
    expect(model.undoDepth).toBe(0);
  });

  test('refuses a response that is too large', async () => {
    const { attempt } = start({ payloadLimit: WEB_PAYLOAD_LIMIT });
    for (const first of [1, 101]) {
      expect(
        await attempt((sheet) => (sheet.getRange(`A${first}:A${first + 99}`).values = column(100))),
      ).toBe('no error');
    }
    expect(await attempt((sheet) => sheet.getRange('A1:A200').load('values'))).toBe(
      'ResponsePayloadSizeLimitExceeded',
    );
  });

  test('is not there on Windows', async () => {
    const { attempt } = start();
    expect(await attempt((sheet) => (sheet.getRange('A1:A200').values = column(200)))).toBe('no error');
  });
});
