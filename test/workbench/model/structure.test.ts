import { toRangeAddress } from '../../../src/engine/sheet/address';
import {
  at,
  cellAt,
  closeWorkbooks,
  openedSheet,
  openSheets,
  openWorkbook,
  valueOf,
  write,
} from '../../support/workbooks/workbook-model';

afterEach(closeWorkbooks);

test('sheets are added at the end, out of view', () => {
  const model = openWorkbook({ 表1: [[1]], 表2: [[2]] });
  const added = model.addSheet('单位汇总');
  expect(model.sheets.map(({ name }) => name)).toEqual(['表1', '表2', '单位汇总']);
  expect(model.activeSheet.name).toBe('表1');
  expect(added.usedRange()).toBeNull();
  write(added, 'A1', [['标题']]);
  expect(valueOf(added, 'A1')).toBe('标题');
  expect(() => model.addSheet('单位汇总')).toThrow('taken');
  model.undo();
  model.undo();
  expect(model.sheets).toHaveLength(2);
  model.redo();
  expect(model.sheets).toHaveLength(3);
});

test('a deleted sheet makes #REF!, and comes back with all it had', async () => {
  const model = openWorkbook({ 表1: [[null]], 数据: [[5], [6]] });
  const [sheet, data] = model.sheets;
  write(sheet!, 'A1', [['=SUM(数据!A1:A2)']]);
  data!.setNote(cellAt('A1'), '说明');
  data!.addConditionalFormat({ ranges: [at('A1')], formula: '="x"<>""', fill: '#F8C7C7' });
  await model.settled();
  model.deleteSheet(data!.id);
  await model.settled();
  expect(valueOf(sheet!, 'A1')).toEqual({ error: '#REF!' });
  expect(model.sheets).toHaveLength(1);
  expect(() => data!.name).toThrow();
  model.undo();
  await model.settled();
  expect(valueOf(sheet!, 'A1')).toBe(11);
  expect(data!.values(at('A1:A2'))).toEqual([[5], [6]]);
  expect(data!.notes).toHaveLength(1);
  expect(data!.conditionalFormats).toHaveLength(1);
});

test('renaming a sheet changes the formulas that name it', async () => {
  const model = openWorkbook({ 表1: [[null]], 数据: [[5]] });
  const [sheet, data] = model.sheets;
  write(sheet!, 'A1', [['=数据!A1*2']]);
  data!.rename('绩效 自评');
  await model.settled();
  expect(sheet!.formulas(at('A1'))).toEqual([["='绩效 自评'!A1*2"]]);
  expect(valueOf(sheet!, 'A1')).toBe(10);
});

describe.each([true, false])('rows, the sheet being in view: %p', (isInView) => {
  function open() {
    const model = openWorkbook({
      别的: [[null], [{ value: 3, formula: '=表1!B4' }]],
      表1: [['标题'], ['一', 1], ['二', 2], ['三', 3], [null, { value: 6, formula: '=SUM(B2:B4)' }]],
    });
    const [other, sheet] = model.sheets as [(typeof model.sheets)[0], (typeof model.sheets)[0]];
    model.activate(isInView ? sheet.id : other.id);
    sheet.setNote(cellAt('A4'), '注');
    sheet.addConditionalFormat({ ranges: [at('A2:B3'), at('A4')], formula: '="x"<>""', fill: '#F8C7C7' });
    sheet.setLink(cellAt('A4'), { sheetName: '别的', address: 'A1' });
    sheet.setChoices(at('A4:A5'), ['待处理', '已修改']);
    sheet.addChart({
      type: 'pie',
      title: '图',
      data: { sheetId: sheet.id, range: at('A2:B4') },
      series: [{ name: { row: 1, column: 1 }, values: at('B2:B4'), categories: at('A2:A4') }],
      at: at('D4:H9'),
    });
    sheet.merge(at('A5:A6'));
    model.clearUndo();
    return { model, other, sheet };
  }

  function looks({ other, sheet }: ReturnType<typeof open>) {
    return {
      values: sheet.values(at('A1:B9')),
      total: sheet.formulas(at('B5:B7')).flat(),
      other: [other.formulas(at('A2'))[0]![0], other.values(at('A2'))[0]![0]],
      notes: sheet.notes.map(({ row }) => row + 1),
      formats: sheet.conditionalFormats.map(({ ranges }) =>
        ranges.map((r) => [r.firstRow + 1, r.lastRow + 1]),
      ),
      choices: sheet.choices.map(({ range, values }) => [range.firstRow + 1, range.lastRow + 1, ...values]),
      series: sheet.charts.flatMap(({ series = [] }) =>
        series.map(({ values, categories }) =>
          [values, categories].map((range) => range && toRangeAddress(range)),
        ),
      ),
      chart: sheet.charts.map(({ data, at: place }) => [
        data.range.firstRow + 1,
        data.range.lastRow + 1,
        place.firstRow + 1,
      ]),
      links: ['A3', 'A4', 'A6'].map((address) => sheet.link(cellAt(address))?.address ?? null),
      merges: sheet.merges.map((merge) => [merge.firstRow + 1, merge.lastRow + 1]),
    };
  }

  const BEFORE = {
    values: [
      ['标题', null],
      ['一', 1],
      ['二', 2],
      ['三', 3],
      [null, 6],
      [null, null],
      [null, null],
      [null, null],
      [null, null],
    ],
    total: ['=SUM(B2:B4)', null, null],
    other: ['=表1!B4', 3],
    notes: [4],
    formats: [
      [
        [2, 3],
        [4, 4],
      ],
    ],
    choices: [[4, 5, '待处理', '已修改']],
    chart: [[2, 4, 4]],
    series: [['B2:B4', 'A2:A4']],
    links: [null, 'A1', null],
    merges: [[5, 6]],
  };

  test('inserted rows move everything, and undo moves it back', async () => {
    const opened = open();
    const { model, sheet } = opened;
    await model.settled();
    expect(looks(opened)).toEqual(BEFORE);
    const view = model.activeSheet.id;
    sheet.insertRows(2, 2);
    expect(model.activeSheet.id).toBe(view);
    await model.settled();
    expect(looks(opened)).toEqual({
      values: [
        ['标题', null],
        ['一', 1],
        [null, null],
        [null, null],
        ['二', 2],
        ['三', 3],
        [null, 6],
        [null, null],
        [null, null],
      ],
      total: [null, null, '=SUM(B2:B6)'],
      other: ['=表1!B6', 3],
      notes: [6],
      formats: [
        [
          [2, 5],
          [6, 6],
        ],
      ],
      choices: [[6, 7, '待处理', '已修改']],
      chart: [[2, 6, 6]],
      series: [['B2:B6', 'A2:A6']],
      links: [null, null, 'A1'],
      merges: [[7, 8]],
    });
    expect(model.undoDepth).toBe(1);
    model.undo();
    await model.settled();
    expect(looks(opened)).toEqual(BEFORE);
  });

  test('deleted rows move everything, and undo brings it back', async () => {
    const opened = open();
    const { model, sheet } = opened;
    sheet.deleteRows(2, 1);
    await model.settled();
    expect(looks(opened)).toEqual({
      values: [
        ['标题', null],
        ['一', 1],
        ['三', 3],
        [null, 4],
        [null, null],
        [null, null],
        [null, null],
        [null, null],
        [null, null],
      ],
      total: [null, null, null],
      other: ['=表1!B3', 3],
      notes: [3],
      formats: [
        [
          [2, 2],
          [3, 3],
        ],
      ],
      choices: [[3, 4, '待处理', '已修改']],
      chart: [[2, 3, 3]],
      series: [['B2:B3', 'A2:A3']],
      links: ['A1', null, null],
      merges: [[4, 5]],
    });
    model.undo();
    await model.settled();
    expect(looks(opened)).toEqual(BEFORE);
    sheet.deleteRows(1, 3);
    await model.settled();
    expect(sheet.conditionalFormats).toEqual([]);
    expect(sheet.notes).toEqual([]);
    expect(opened.other.values(at('A2'))).toEqual([[{ error: '#REF!' }]]);
    model.undo();
    await model.settled();
    expect(looks(opened)).toEqual(BEFORE);
  });
});

test('hidden rows are deleted like others', () => {
  const model = openWorkbook({ 表1: [[1], [2], [3], [4]] });
  const [sheet] = model.sheets;
  sheet!.setHidden('row', 1, true);
  sheet!.deleteRows(0, 3);
  expect(valueOf(sheet!, 'A1')).toBe(4);
  expect(sheet!.isHidden('row', 1)).toBe(false);
});

test('widths, heights, hidden and frozen rows and columns are kept and undone', () => {
  const model = openSheets([
    openedSheet('表1', [[1, 2, 3]], {
      columnWidths: { 0: 20 },
      rowHeights: { 0: 30 },
      frozen: { rows: 1, columns: 2 },
    }),
  ]);
  const [sheet] = model.sheets;
  expect(sheet!.columnWidth(0)).toBe(20);
  expect(sheet!.frozen).toEqual({ rows: 1, columns: 2 });
  sheet!.setColumnWidth(1, 12.5);
  sheet!.setRowHeight(0, 42);
  sheet!.setHidden('column', 2, true);
  sheet!.freeze(3, 0);
  expect(sheet!.columnWidth(1)).toBeCloseTo(12.5, 0);
  expect(sheet!.isHidden('column', 2)).toBe(true);
  expect(sheet!.frozen).toEqual({ rows: 3, columns: 0 });
  for (let i = 0; i < 4; i++) model.undo();
  expect(sheet!.columnWidth(1)).toBeCloseTo(8.43, 0);
  expect(sheet!.isHidden('column', 2)).toBe(false);
  expect(sheet!.frozen).toEqual({ rows: 1, columns: 2 });
});

test('hidden rows, columns and worksheets are opened as they are', () => {
  const hidden = openedSheet(
    '表2',
    [
      [1, 2],
      [3, 4],
    ],
    { visible: false },
  );
  const model = openSheets([
    openedSheet('表1', [[1]]),
    {
      ...hidden,
      snapshot: {
        ...hidden.snapshot,
        hiddenRows: [{ first: 1, last: 1_048_575 }],
        hiddenColumns: [{ first: 0, last: 0 }],
        protected: true,
      },
    },
    openedSheet('图表1', [], { kind: 'chart' }),
  ]);
  const [first, second, chart] = model.sheets;
  expect([first!.visible, second!.visible, chart!.visible]).toEqual([true, false, true]);
  expect([first!.protected, second!.protected]).toEqual([false, true]);
  expect([second!.isHidden('row', 0), second!.isHidden('row', 1), second!.isHidden('column', 0)]).toEqual([
    false,
    true,
    true,
  ]);
  expect([first!.kind, chart!.kind]).toEqual(['worksheet', 'chart']);
});

test('merging keeps the first value, and replaces what it touches', () => {
  const model = openWorkbook({
    表1: [
      [1, 2],
      [3, 4],
    ],
  });
  const [sheet] = model.sheets;
  sheet!.merge(at('A1:B1'));
  sheet!.merge(at('A1:A2'));
  expect(sheet!.merges).toEqual([at('A1:A2')]);
  expect(sheet!.values(at('A1:B2'))).toEqual([
    [1, null],
    [null, 4],
  ]);
  sheet!.unmerge(at('A2'));
  expect(sheet!.merges).toEqual([]);
  for (let i = 0; i < 3; i++) model.undo();
  expect(sheet!.values(at('A1:B2'))).toEqual([
    [1, 2],
    [3, 4],
  ]);
});
