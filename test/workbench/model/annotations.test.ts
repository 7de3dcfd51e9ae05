import { at, cellAt, closeWorkbooks, openWorkbook } from '../../support/workbooks/workbook-model';

afterEach(closeWorkbooks);

const MARK = '="annex-reviewer:error"<>""';

function open() {
  const model = openWorkbook({
    表1: [
      ['一', 1],
      ['二', 2],
    ],
    表2: [[null]],
  });
  return { model, sheet: model.sheets[0]! };
}

test('the format of a cell is set in parts', () => {
  const { model, sheet } = open();
  const cell = cellAt('A1');
  expect(sheet.format(cell)).toMatchObject({ fill: null, wrap: true, border: 'thin', horizontal: 'general' });
  sheet.setFormat(at('A1:B2'), {
    fill: '#F2F2F2',
    bold: true,
    horizontal: 'center',
    vertical: 'top',
    border: null,
  });
  sheet.setFormat(at('A1'), {
    fill: null,
    fontName: '仿宋',
    fontSize: 16,
    fontColor: '#FF0000',
    wrap: false,
  });
  expect(sheet.format(cell)).toEqual({
    fill: null,
    fontName: '仿宋',
    fontSize: 16,
    fontColor: '#FF0000',
    bold: true,
    horizontal: 'center',
    vertical: 'top',
    wrap: false,
    border: null,
  });
  model.undo();
  expect(sheet.format(cell)).toMatchObject({ fill: '#F2F2F2', fontSize: 11, wrap: true });
  model.undo();
  expect(sheet.format(cell)).toMatchObject({ fill: null, bold: false, border: 'thin' });
});

test('a conditional format is laid over the fill, and leaves it as it was', () => {
  const { model, sheet } = open();
  sheet.setFormat(at('A1'), { fill: '#00FF00' });
  const added = sheet.addConditionalFormat({
    ranges: [at('A1'), at('B1:B2')],
    formula: MARK,
    fill: '#F8C7C7',
  });
  expect(sheet.conditionalFormats).toEqual([added]);
  expect(['A1', 'A2', 'B2'].map((address) => sheet.shownFill(cellAt(address)))).toEqual([
    '#F8C7C7',
    null,
    '#F8C7C7',
  ]);
  expect(sheet.format(cellAt('A1')).fill).toBe('#00FF00');
  sheet.deleteConditionalFormat(added.id);
  expect(sheet.shownFill(cellAt('A1'))).toBe('#00FF00');
  model.undo();
  expect(sheet.conditionalFormats).toEqual([added]);
  model.undo();
  expect(sheet.conditionalFormats).toEqual([]);
});

test('the conditional format added last comes first', () => {
  const { model, sheet } = open();
  const add = (fill: string) => sheet.addConditionalFormat({ ranges: [at('A1')], formula: MARK, fill });
  const [first, second, third] = [add('#111111'), add('#222222'), add('#333333')];
  expect(sheet.conditionalFormats.map(({ id }) => id)).toEqual([third!.id, second!.id, first!.id]);
  expect(sheet.shownFill(cellAt('A1'))).toBe('#333333');
  sheet.deleteConditionalFormat(second!.id);
  model.undo();
  expect(sheet.conditionalFormats.map(({ id }) => id)).toEqual([third!.id, second!.id, first!.id]);
});

test('a conditional format with references is calculated', async () => {
  const { model, sheet } = open();
  sheet.addConditionalFormat({ ranges: [at('B1:B2')], formula: '=B1>1', fill: '#FFE8A3' });
  await model.settled();
  expect(['B1', 'B2'].map((address) => sheet.shownFill(cellAt(address)))).toEqual([null, '#FFE8A3']);
  sheet.setCells(at('B1'), [[{ value: 9 }]]);
  await model.settled();
  expect(sheet.shownFill(cellAt('B1'))).toBe('#FFE8A3');
});

test('notes are written, changed, taken away and undone', () => {
  const { model, sheet } = open();
  sheet.setNote(cellAt('B2'), '第一');
  sheet.setNote(cellAt('A1'), '第二');
  sheet.setNote(cellAt('B2'), '改过');
  expect(sheet.notes).toEqual([
    { row: 0, column: 0, text: '第二' },
    { row: 1, column: 1, text: '改过' },
  ]);
  sheet.setNote(cellAt('A1'), null);
  sheet.setNote(cellAt('A2'), null);
  expect(sheet.note(cellAt('A1'))).toBeNull();
  model.undo();
  expect(sheet.note(cellAt('A1'))).toBe('第二');
  model.undo();
  expect(sheet.note(cellAt('B2'))).toBe('第一');
  model.undo();
  model.undo();
  expect(sheet.notes).toEqual([]);
  model.redo();
  expect(sheet.note(cellAt('B2'))).toBe('第一');
});

test('links lead to cells and go with the cells they are on', () => {
  const { model, sheet } = open();
  const link = { sheetName: '表2', address: 'B2' };
  sheet.setLink(cellAt('A1'), link);
  expect(sheet.link(cellAt('A1'))).toEqual(link);
  sheet.clear(at('A1'), 'contents');
  expect(sheet.link(cellAt('A1'))).toEqual(link);
  sheet.clear(at('A1'), 'all');
  expect(sheet.link(cellAt('A1'))).toBeNull();
  model.undo();
  expect(sheet.link(cellAt('A1'))).toEqual(link);
  sheet.setLink(cellAt('A1'), null);
  expect(sheet.link(cellAt('A1'))).toBeNull();
});

test('lists to choose from replace each other where they meet', () => {
  const { model, sheet } = open();
  sheet.setChoices(at('A1:A10'), ['待处理', '已修改']);
  sheet.setChoices(at('A3:A4'), ['其他']);
  expect(sheet.choices).toEqual([
    { range: at('A1:A2'), values: ['待处理', '已修改'] },
    { range: at('A5:A10'), values: ['待处理', '已修改'] },
    { range: at('A3:A4'), values: ['其他'] },
  ]);
  model.undo();
  expect(sheet.choices).toEqual([{ range: at('A1:A10'), values: ['待处理', '已修改'] }]);
  sheet.setChoices(at('A1:B20'), null);
  expect(sheet.choices).toEqual([]);
});

test('charts, names and protection are kept and undone; XML parts and page set-up are kept', () => {
  const { model, sheet } = open();
  const place = { data: { sheetId: sheet.id, range: at('A1:B2') }, at: at('D1:H9') };
  const chart = sheet.addChart({ type: 'column', title: '执行率', ...place });
  expect(sheet.charts).toEqual([chart]);
  model.addName({ name: '_own', refersTo: '=表1!$A$1', scope: sheet.id, visible: false });
  model.addName({ name: '_own', refersTo: '=表2!$A$1', scope: null, visible: true });
  expect(() => model.addName({ name: '_OWN', refersTo: '=表2!$A$1', scope: null, visible: true })).toThrow();
  expect(model.names).toEqual([
    { name: '_own', refersTo: '=表1!$A$1', scope: sheet.id, visible: false },
    { name: '_own', refersTo: '=表2!$A$1', scope: null, visible: true },
  ]);
  model.deleteName('_own', null);
  expect(model.names).toHaveLength(1);
  sheet.setProtected(true);
  expect(sheet.protected).toBe(true);
  model.undo();
  expect(sheet.protected).toBe(false);
  model.undo();
  expect(model.names).toHaveLength(2);
  sheet.deleteChart(chart.id);
  expect(sheet.charts).toEqual([]);
  model.undo();
  expect(sheet.charts).toEqual([chart]);
  model.customXml.set('id', '<state/>');
  sheet.page.set('orientation', 'landscape');
  expect(model.customXml.get('id')).toBe('<state/>');
  expect(sheet.page.get('orientation')).toBe('landscape');
  expect(model.sheets[1]!.page.size).toBe(0);
});
