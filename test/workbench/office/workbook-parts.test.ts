import { MemoryWorkbook } from '../../support/memory-workbook';
import { createExcelInNode } from '../../support/office-in-node';

function start() {
  const model = new MemoryWorkbook('S', [['a', 1]]);
  return { model, ...createExcelInNode({ model }) };
}

describe('conditional formats', () => {
  test('are read, told apart and deleted', async () => {
    const { Excel, model } = start();
    const A1 = { firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 0 };
    model.sheet('S').addConditionalFormat({ ranges: [A1], formula: '=A1>1', fill: '#112233' });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('S');
      const own = sheet.getRanges('A1,C1:C3').conditionalFormats.add(Excel.ConditionalFormatType.custom);
      own.custom.rule.formula = '="sign"<>""';
      own.custom.format.fill.color = '#F8C7C7';
      own.stopIfTrue = false;
      own.priority = 0;
      await context.sync();
      const formats = sheet.getRange().conditionalFormats;
      formats.load('items/id,items/type,items/priority,items/stopIfTrue,items/custom/rule/formula');
      await context.sync();
      expect(
        formats.items.map((format) => [format.type, format.priority, format.custom.rule.formula]),
      ).toEqual([
        ['Custom', 0, '="sign"<>""'],
        ['Custom', 1, '=A1>1'],
      ]);
      const ranges = formats.items[0]!.getRanges().load('address');
      const several = formats.items[0]!.getRangeOrNullObject();
      const single = formats.items[1]!.getRange().load('address');
      await context.sync();
      expect([ranges.address, several.isNullObject, single.address]).toEqual(['S!A1,S!C1:C3', true, 'S!A1']);
      for (const format of formats.items) {
        if (format.custom.rule.formula === '="sign"<>""') format.delete();
      }
      await context.sync();
    });
    expect(model.sheet('S').conditionalFormats.map((format) => format.formula)).toEqual(['=A1>1']);
  });

  test('keep their ids and order while they are changed', async () => {
    const { Excel, model } = start();
    await Excel.run(async (context) => {
      const { conditionalFormats } = context.workbook.worksheets.getItem('S').getRange('A1');
      const [first, second] = ['=1', '=2'].map((formula) => {
        const format = conditionalFormats.add('Custom');
        format.custom.rule.formula = formula;
        return format;
      }) as [Excel.ConditionalFormat, Excel.ConditionalFormat];
      await context.sync();
      first.custom.format.fill.color = '#FF0000';
      second.custom.rule.formula = '=3';
      await context.sync();
      expect(model.sheet('S').conditionalFormats.map(({ formula, fill }) => [formula, fill])).toEqual([
        ['=3', null],
        ['=1', '#FF0000'],
      ]);
      first.priority = 0;
      await context.sync();
    });
    expect(model.sheet('S').conditionalFormats.map(({ formula }) => formula)).toEqual(['=1', '=3']);
  });
});

describe('defined names', () => {
  test('of a worksheet, hidden, for a range', async () => {
    const { Excel, model } = start();
    model.addName({ name: 'Rate', refersTo: '=0.2', scope: null, visible: true });
    const read = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('S');
      const own = sheet.names.add('_own', sheet.getRange('A1:B2'));
      own.visible = false;
      await context.sync();
      const names = sheet.names.load(
        'items/name,items/value,items/formula,items/visible,items/type,items/scope',
      );
      const rate = context.workbook.names.getItem('rate').load('value,type');
      const missing = context.workbook.names.getItemOrNullObject('_own');
      await context.sync();
      const range = names.items[0]!.getRange().load('address');
      const byName = sheet.getRange('_own').load('address');
      await context.sync();
      return [
        names.items.map(({ name, value, formula, visible, type, scope }) => [
          name,
          value,
          formula,
          visible,
          type,
          scope,
        ]),
        [rate.value, rate.type, missing.isNullObject],
        [range.address, byName.address],
      ];
    });
    expect(read).toEqual([
      [['_own', 'S!A1:B2', '=S!$A$1:$B$2', false, 'Range', 'Worksheet']],
      [0.2, 'Double', true],
      ['S!A1:B2', 'S!A1:B2'],
    ]);
  });

  test('are not added twice, and are deleted', async () => {
    const { Excel, model } = start();
    await Excel.run(async (context) => {
      const { names } = context.workbook.worksheets.getItem('S');
      names.add('n', '=1');
      await context.sync();
      names.add('N', '=2');
      await expect(context.sync()).rejects.toMatchObject({ code: 'ItemAlreadyExists' });
    });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('S').names.getItem('n').delete();
      await context.sync();
    });
    expect(model.names).toEqual([]);
  });
});

describe('custom XML parts', () => {
  test('are found by their namespace', async () => {
    const { Excel, model } = start();
    model.customXml.set('{other}', '<?xml version="1.0"?><o:root xmlns:o="urn:other"/>');
    const read = await Excel.run(async (context) => {
      const parts = context.workbook.customXmlParts;
      const none = parts.getByNamespace('urn:mine').getOnlyItemOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
      const added = parts.add('<state xmlns="urn:mine">1</state>').load('id,namespaceUri');
      await context.sync();
      const part = parts.getByNamespace('urn:mine').getOnlyItem();
      part.setXml('<state xmlns="urn:mine">2</state>');
      const xml = part.getXml();
      const other = parts.getByNamespace('urn:other').getCount();
      await context.sync();
      return [added.namespaceUri, xml.value, other.value];
    });
    expect(read).toEqual(['urn:mine', '<state xmlns="urn:mine">2</state>', 1]);
  });

  test('are deleted', async () => {
    const { Excel, model } = start();
    await Excel.run(async (context) => {
      context.workbook.customXmlParts.add('<a xmlns="urn:a"/>');
      await context.sync();
      const scoped = context.workbook.customXmlParts.getByNamespace('urn:a').load('items/id');
      await context.sync();
      for (const part of scoped.items) part.delete();
      await context.sync();
    });
    expect(model.customXml.size).toBe(0);
  });
});

test('settings are kept', async () => {
  const { Excel } = start();
  const value = await Excel.run(async (context) => {
    context.workbook.settings.add('k', { a: 1 });
    await context.sync();
    const setting = context.workbook.settings.getItemOrNullObject('k').load('value');
    await context.sync();
    return setting.value as unknown;
  });
  expect(value).toEqual({ a: 1 });
});

test('the application takes the calls that speed a batch up', async () => {
  const { Excel } = start();
  await Excel.run(async (context) => {
    const { application } = context.workbook;
    application.suspendScreenUpdatingUntilNextSync();
    application.suspendApiCalculationUntilNextSync();
    application.calculate(Excel.CalculationType.full);
    application.load('calculationMode');
    await context.sync();
    expect(application.calculationMode).toBe('Automatic');
  });
});

describe('notes', () => {
  /** The installed client has no notes yet, so their calls are sent as it would send them. */
  const add = (sheetId: string) => ({
    Actions: [
      { Id: 1, ActionType: 1, Name: '', ObjectPathId: 4 },
      { Id: 2, ActionType: 2, Name: '', ObjectPathId: 3, QueryInfo: { Select: ['content'] } },
    ],
    ObjectPaths: {
      0: { Id: 0, ObjectPathType: 1, Name: '' },
      1: { Id: 1, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 0 },
      2: {
        Id: 2,
        ObjectPathType: 5,
        Name: '',
        ParentObjectPathId: 1,
        ArgumentInfo: { Arguments: [sheetId] },
      },
      3: { Id: 3, ObjectPathType: 4, Name: 'Notes', ParentObjectPathId: 2 },
      4: {
        Id: 4,
        ObjectPathType: 3,
        Name: 'Add',
        ParentObjectPathId: 3,
        ArgumentInfo: { Arguments: ['B2', '执行率有误'] },
      },
    },
  });

  test('exist from ExcelApi 1.18 on', async () => {
    const model = new MemoryWorkbook('S');
    const { host } = createExcelInNode({ model, apiVersion: '1.18' });
    const answer = JSON.parse(await host.process(JSON.stringify(add(model.sheet('S').id)), 1)) as unknown;
    expect(answer).toMatchObject({ Results: [{}, { Value: { _Items: [{ Content: '执行率有误' }] } }] });
    expect(model.sheet('S').note({ row: 1, column: 1 })).toBe('执行率有误');
  });

  test('are unknown before', async () => {
    const model = new MemoryWorkbook('S');
    const { host } = createExcelInNode({ model, quiet: true });
    const answer = JSON.parse(await host.process(JSON.stringify(add(model.sheet('S').id)), 1)) as unknown;
    expect(answer).toMatchObject({ Error: { Code: 'ApiNotFound' } });
  });
});
