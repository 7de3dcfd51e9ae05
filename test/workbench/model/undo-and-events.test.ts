import {
  at,
  cellAt,
  closeWorkbooks,
  listen,
  openWorkbook,
  valueOf,
  write,
} from '../../support/workbooks/workbook-model';

afterEach(closeWorkbooks);

function open() {
  const model = openWorkbook({ 表1: [[1, 2]], 表2: [[null]] });
  return { model, sheet: model.sheets[0]! };
}

test('a transaction is one step of undo, whatever is in it', async () => {
  const { model, sheet } = open();
  model.transact(() => {
    write(sheet, 'A1', [[10]]);
    write(sheet, 'A1', [[11]]);
    sheet.setFormat(at('A1'), { fill: '#FF0000' });
    sheet.setNote(cellAt('A1'), '注');
    sheet.addConditionalFormat({ ranges: [at('A1')], formula: '="x"<>""', fill: '#F8C7C7' });
    sheet.insertRows(0, 1);
    model.transact(() => write(model.addSheet('新表'), 'A1', [['=表1!A2']]));
  });
  await model.settled();
  expect(model.undoDepth).toBe(1);
  expect(model.sheets[2]!.values(at('A1'))).toEqual([[11]]);
  expect(sheet.note(cellAt('A2'))).toBe('注');
  model.undo();
  expect(model.undoDepth).toBe(0);
  expect(model.sheets).toHaveLength(2);
  expect(sheet.values(at('A1:B1'))).toEqual([[1, 2]]);
  expect(sheet.format(cellAt('A1')).fill).toBeNull();
  expect([sheet.notes, sheet.conditionalFormats]).toEqual([[], []]);
  model.redo();
  await model.settled();
  expect(valueOf(sheet, 'A2')).toBe(11);
  expect(model.sheets[2]!.values(at('A1'))).toEqual([[11]]);
  expect(sheet.conditionalFormats[0]!.ranges).toEqual([at('A2')]);
});

test('a transaction that throws leaves nothing behind', () => {
  const { model, sheet } = open();
  const told = listen(model);
  const broken = () => {
    write(sheet, 'A1', [[10]]);
    sheet.setNote(cellAt('A1'), '注');
    throw new Error('broken');
  };
  expect(() => model.transact(broken)).toThrow('broken');
  expect(valueOf(sheet, 'A1')).toBe(1);
  expect(sheet.notes).toEqual([]);
  expect(model.undoDepth).toBe(0);
  expect(told).toEqual([]);
});

test('the undo history can be emptied', () => {
  const { model, sheet } = open();
  write(sheet, 'A1', [[10]]);
  model.clearUndo();
  expect(model.undoDepth).toBe(0);
  model.undo();
  expect(valueOf(sheet, 'A1')).toBe(10);
});

test('an empty transaction is no step', () => {
  const { model } = open();
  expect(model.transact(() => 5)).toBe(5);
  expect(model.undoDepth).toBe(0);
});

test('what is typed, what is dressed and what is calculated are told apart', async () => {
  const { model, sheet } = open();
  write(sheet, 'B1', [['=A1*2']]);
  await model.settled();
  const told = listen(model);
  write(sheet, 'A1:A2', [[5], [6]]);
  sheet.setFormat(at('A1'), { fill: '#FF0000' });
  sheet.setNumberFormats(at('A1'), [['0.00']]);
  await model.settled();
  expect(told).toEqual(['changed 表1 A1:A2', 'formatted 表1 A1', 'formatted 表1 A1', 'calculated 表1 B1']);
  told.length = 0;
  model.undo();
  model.undo();
  model.undo();
  expect(told.filter((text) => text.startsWith('changed'))).toEqual(['changed 表1 A1:A2']);
});

test('changes of structure say so', () => {
  const { model, sheet } = open();
  const told = listen(model);
  sheet.insertRows(0, 2);
  expect(told.filter((text) => text.startsWith('changed'))).toEqual(['changed 表1 A1:XFD2 structural']);
  told.length = 0;
  model.sheets[1]!.deleteRows(0, 1);
  expect(told).toContain('changed 表2 A1:XFD1 structural');
  expect(told.filter((text) => text.startsWith('activated'))).toEqual([]);
});

test('events of a transaction come when it ends', () => {
  const { model, sheet } = open();
  const told = listen(model);
  model.transact(() => {
    write(sheet, 'A1', [[5]]);
    expect(told).toEqual([]);
  });
  expect(told).toEqual(['changed 表1 A1']);
});

test('selecting, and bringing sheets into view, is told', () => {
  const { model } = open();
  const [first, second] = model.sheets;
  const told = listen(model);
  expect(model.selection).toEqual(at('A1'));
  model.select(first!.id, at('B2:C3'));
  expect(model.selection).toEqual(at('B2:C3'));
  model.select(second!.id, at('D4'));
  expect(model.activeSheet.id).toBe(second!.id);
  model.select(second!.id, at('D4'));
  model.activate(first!.id);
  model.activate(first!.id);
  expect(told).toEqual(['selected 表1 B2:C3', 'activated 表2', 'selected 表2 D4', 'activated 表1']);
  expect(model.selection).toEqual(at('B2:C3'));
});

test('a cell of merged ones is selected with all of them', () => {
  const { model, sheet } = open();
  sheet.merge(at('B2:D2'));
  model.select(sheet.id, at('C2'));
  expect(model.selection).toEqual(at('B2:D2'));
});

test('sheets that come, go and are renamed are told', () => {
  const { model } = open();
  const told = listen(model);
  const added = model.addSheet('新表');
  added.rename('改名');
  model.activate(added.id);
  model.deleteSheet(added.id);
  expect(told).toEqual([
    'added 新表',
    'renamed 改名',
    'activated 改名',
    'activated 表2',
    `deleted ${added.id}`,
  ]);
});

test('a listener can stop listening', () => {
  const { model, sheet } = open();
  const told: string[] = [];
  const stop = model.subscribe(({ type }) => told.push(type));
  stop();
  write(sheet, 'A1', [[5]]);
  expect(told).toEqual([]);
});

test('several workbooks are open at once', async () => {
  const a = open();
  const b = open();
  write(a.sheet, 'A1', [[100]]);
  expect(valueOf(b.sheet, 'A1')).toBe(1);
  b.model.undo();
  a.model.undo();
  await a.model.settled();
  expect(valueOf(a.sheet, 'A1')).toBe(1);
});
