import type {
  EtApplication,
  EtChartObjects,
  EtRange,
  EtSeriesCollection,
  EtWorksheet,
} from '../../../src/host/wps/et-types';
import { WpsError } from '../../../workbench/wps/object/et-errors';
import { at, cellAt } from '../../support/workbooks/workbook-model';
import type { OpenedWps } from './open-wps';
import { closeWps, openWps } from './open-wps';

afterEach(closeWps);

/** What a page reads of a worksheet that holds a table from B2 on. */
const READS: readonly (readonly [what: string, read: (wps: OpenedWps) => unknown, answer: unknown])[] = [
  ['the used range', ({ sheet }) => sheet().UsedRange!.Address(), '$B$2:$D$4'],
  ['its first row', ({ sheet }) => sheet().UsedRange!.Row, 2],
  ['its number of rows', ({ sheet }) => sheet().UsedRange!.Rows.Count, 3],
  ['its number of columns', ({ sheet }) => sheet().UsedRange!.Columns.Count, 3],
  [
    'many values',
    ({ range }) => range('B2:D4').Value2,
    [
      ['项目', '金额', null],
      ['甲', 12.5, true],
      ['乙', -2146826281, 3],
    ],
  ],
  ['one value', ({ range }) => range('C3').Value2, 12.5],
  ['a blank', ({ range }) => range('D2').Value2, null],
  [
    'formulas',
    ({ range }) => range('C2:D4').Formula,
    [
      ['金额', ''],
      ['12.5', 'TRUE'],
      ['=1/0', '3'],
    ],
  ],
  ['whether there is a formula', ({ range }) => range('C4').HasFormula, true],
  ['whether there are formulas in some', ({ range }) => range('C3:C4').HasFormula, null],
  ['the text of a cell', ({ range }) => range('C3').Text, '12.50'],
  ['a number format', ({ range }) => range('C3').NumberFormat, '0.00'],
  ['number formats that differ', ({ range }) => range('C2:C3').NumberFormat, null],
  ['a part by size', ({ range }) => range('B2').Resize(2, 2).Address(false, false), 'B2:C3'],
  ['a part by way', ({ range }) => range('B2').Offset(1, 2).Address(), '$D$3'],
  ['a cell of the sheet', ({ sheet }) => sheet().Cells.Item(3, 3)!.Value2, 12.5],
  ['a cell of a range', ({ range }) => range('B2:D4').Item(2, 1)!.Value2, '甲'],
  ['a row of a range', ({ range }) => range('B2:D4').Rows.Item(2)!.Address(), '$B$3:$D$3'],
  ['whole rows', ({ range }) => range('B2:D4').EntireRow.Address(), '$2:$4'],
  ['several areas', ({ range }) => range('B2,D3:D4').Areas.Count, 2],
  ['their cells', ({ range }) => range('B2,D3:D4').Count, 3],
  ['a hidden row', ({ sheet }) => sheet().Rows.Item(6)!.Hidden, true],
  ['rows of which one is hidden', ({ range }) => range('5:6').EntireRow.Hidden, null],
  [
    'the names of sheets',
    ({ book }) => [1, 2].map((index) => (book().Sheets.Item(index) as EtWorksheet).Name),
    ['表1', '空'],
  ],
  ['a sheet that is not there', ({ book }) => book().Sheets.Item('无'), null],
  ['the used range of an empty sheet', ({ sheet }) => sheet('空').UsedRange!.Address(), '$A$1'],
  ['a name for scripts', ({ sheet }) => sheet('空').CodeName, 'Sheet2'],
  ['the kind of a sheet', ({ sheet }) => sheet().Type, -4167],
  [
    'the fill of a cell',
    ({ range }) => [range('B2').Interior.Color, range('B2').Interior.Pattern],
    [0x00ccff, 1],
  ],
  [
    'no fill',
    ({ range }) => [range('B3').Interior.Color, range('B3').Interior.ColorIndex],
    [0xffffff, -4142],
  ],
  ['a path', ({ book }) => book().FullName, '/home/user/test.xlsx'],
  [
    'merged cells',
    ({ range }) => [range('B2').MergeCells, range('B8:C8').MergeCells, range('B7:C8').MergeCells],
    [false, true, null],
  ],
  ['the merged range of a cell', ({ range }) => range('C8').MergeArea.Address(), '$B$8:$C$8'],
  ['a sheet seen through what it holds', ({ range }) => range('B2').Worksheet.Name, '表1'],
];

function withTable(): OpenedWps {
  const opened = openWps(null);
  const book = opened.open({ 表1: [], 空: [] }, { path: '/home/user' });
  const sheet = book.model.sheets[0]!;
  sheet.setCells(at('B2:D4'), [
    [{ value: '项目' }, { value: '金额' }, { value: null }],
    [{ value: '甲' }, { value: 12.5 }, { value: true }],
    [{ value: '乙' }, { value: { error: '#DIV/0!' } }, { value: 3 }],
  ]);
  sheet.setCells(at('C4'), [[{ value: null, formula: '=1/0' }]]);
  sheet.setNumberFormats(at('C3'), [['0.00']]);
  sheet.setHidden('row', 5, true);
  sheet.setFormat(at('B2'), { fill: '#FFCC00' });
  sheet.merge(at('B8:C8'));
  return opened;
}

test.each(READS)('%s', async (_what, read, answer) => {
  const opened = withTable();
  await opened.wps.host.active!.model.settled();
  expect(read(opened)).toEqual(answer);
  expect(opened.wps.host.faults).toEqual([]);
});

/** What a page writes to A1, what is read back, and what the cell holds then. */
const WRITES: readonly (readonly [
  what: string,
  write: (cell: EtRange) => void,
  holds: unknown,
  format?: string,
])[] = [
  ['a text', (cell) => (cell.Value2 = '甲'), '甲'],
  ['a number', (cell) => (cell.Value2 = 3), 3],
  ['nothing', (cell) => (cell.Value2 = null), null],
  ['a number in a text', (cell) => (cell.Value2 = '007'), 7],
  ['a percentage', (cell) => (cell.Value2 = '90%'), 0.9, '0%'],
  ['a month', (cell) => (cell.Value2 = '2026-01'), 46023, 'mmm-yy'],
  ['a text after an apostrophe', (cell) => (cell.Value2 = "'007"), '007'],
  [
    'a text in a cell of texts',
    (cell) => {
      cell.NumberFormat = '@';
      cell.Value2 = '=cmd()';
    },
    '=cmd()',
    '@',
  ],
  [
    'a number in a cell of texts',
    (cell) => {
      cell.NumberFormat = '@';
      cell.Value2 = 12;
    },
    '12',
    '@',
  ],
  [
    'an empty formula',
    (cell) => {
      cell.Value2 = 1;
      cell.Formula = '';
    },
    null,
  ],
  [
    'cleared contents',
    (cell) => {
      cell.Value2 = 1;
      cell.ClearContents();
    },
    null,
  ],
];

for (const [what, write, holds, format = 'General'] of WRITES)
  test(`${what} written`, () => {
    const { range, wps } = openWps();
    write(range('A1'));
    const sheet = wps.host.active!.model.activeSheet;
    expect([sheet.values(at('A1'))[0]![0], sheet.numberFormats(at('A1'))[0]![0]]).toEqual([holds, format]);
  });

test('a formula is written as one, also in the middle of values', () => {
  const { range, wps } = openWps();
  range('A1:B2').Value2 = [
    [1, '=A1+1'],
    ['甲', null],
  ];
  const sheet = wps.host.active!.model.activeSheet;
  expect(sheet.formulas(at('A1:B2')).map((row) => row.map(Boolean))).toEqual([
    [false, true],
    [false, false],
  ]);
  expect(range('A1:A2').Value2).toEqual([[1], ['甲']]);
});

test('one value fills all cells and areas', () => {
  const { range } = openWps();
  range('A1:B1,D4').Value2 = 7;
  expect([range('A1:B1').Value2, range('D4').Value2]).toEqual([[[7, 7]], 7]);
});

test('a protected worksheet takes nothing', () => {
  const { range, sheet, wps } = openWps();
  wps.host.active!.model.activeSheet.setProtected(true);
  expect(sheet().ProtectContents).toBe(true);
  for (const write of [
    () => (range('A1').Value2 = 1),
    () => range('A1').AddComment('x'),
    () => range('A1').FormatConditions.Add(2, undefined, '="x"<>""'),
    () => (range('A1').Interior.Color = 0),
  ])
    expect(write).toThrow(WpsError);
});

test('each write is a step of the user’s undo', () => {
  const { app, range, wps } = openWps();
  range('A1').Value2 = 1;
  range('A1').Value2 = 2;
  expect(wps.host.active!.model.undoDepth).toBe(2);
  (app as EtApplication & { Undo(): void }).Undo();
  expect(range('A1').Value2).toBe(1);
});

describe('conditional formats', () => {
  const RED = 0x0000ff;

  test('are added last, coloured, raised and found by their formula', () => {
    const { range, wps } = openWps();
    for (const word of ['一', '二']) {
      const added = range('A1,B2:B3').FormatConditions.Add(2, undefined, `="${word}"<>""`)!;
      added.Interior.Color = RED;
    }
    const all = range('A1:C9').FormatConditions;
    expect([1, 2].map((index) => all.Item(index)!.Formula1)).toEqual(['="一"<>""', '="二"<>""']);
    all.Item(2)!.SetFirstPriority();
    expect(all.Item(1)!.Formula1).toBe('="二"<>""');
    expect([all.Item(1)!.AppliesTo.Count, all.Item(1)!.Interior.Color]).toEqual([3, RED]);
    expect(wps.host.active!.model.activeSheet.shownFill(cellAt('B2'))).toBe('#FF0000');
    all.Item(1)!.Delete();
    expect([all.Count, range('C1').FormatConditions.Count]).toEqual([1, 0]);
  });

  test('one that is gone says so', () => {
    const { range } = openWps();
    const added = range('A1').FormatConditions.Add(2, undefined, '=TRUE')!;
    added.Delete();
    expect(() => added.Formula1).toThrow('no longer there');
  });
});

describe('notes', () => {
  test('are added once a cell, read by a function, and deleted', () => {
    const { range, sheet } = openWps();
    const note = range('B2').AddComment('一')!;
    expect([note.Text(), note.Parent.Address(), range('B2').Comment!.Author]).toEqual(['一', '$B$2', '用户']);
    expect(() => range('B2').AddComment('二')).toThrow('already');
    note.Text('二');
    expect([sheet().Comments.Count, sheet().Comments.Item(1)!.Text()]).toEqual([1, '二']);
    note.Delete();
    expect([range('B2').Comment, sheet().Comments.Count]).toEqual([null, 0]);
  });
});

test('names are of the workbook or of a worksheet, shown or hidden', () => {
  const { book, sheet } = openWps({ 表1: [], '表 2': [] });
  book().Names.Add('甲', "='表1'!$A$1", false);
  sheet('表 2').Names.Add('乙', "='表 2'!$B$2");
  const names = book().Names;
  const all = [1, 2].map((index) => names.Item(index)!);
  expect(all.map((one) => [one.Name, one.RefersTo, one.Visible])).toEqual([
    ['甲', "='表1'!$A$1", false],
    ["'表 2'!乙", "='表 2'!$B$2", true],
  ]);
  expect([sheet('表 2').Names.Count, sheet('表1').Names.Count, names.Item('无')]).toEqual([1, 0, null]);
  expect(() => book().Names.Add('A1', '=1')).toThrow('no name');
  names.Item('甲')!.Delete();
  expect(names.Count).toBe(1);
});

test('links lead to cells', () => {
  const { range, sheet, wps } = openWps({ 表1: [], '表 2': [] });
  sheet().Hyperlinks.Add(range('A1'), '', "'表 2'!C3", undefined, '去');
  const [link] = [sheet().Hyperlinks.Item(1)!];
  expect([link.Address, link.SubAddress, link.Range.Address(), range('A1').Value2]).toEqual([
    '',
    "'表 2'!C3",
    '$A$1',
    '去',
  ]);
  expect(wps.host.active!.model.activeSheet.link(cellAt('A1'))).toEqual({ sheetName: '表 2', address: 'C3' });
  range('A1').Hyperlinks.Delete();
  expect(sheet().Hyperlinks.Count).toBe(0);
});

test('lists to choose from', () => {
  const { range, wps } = openWps();
  range('A1:A3').Validation.Add(3, undefined, undefined, '是,否');
  expect([range('A2').Validation.Type, range('A2').Validation.Formula1]).toEqual([3, '是,否']);
  expect(wps.host.active!.model.activeSheet.choices).toEqual([{ range: at('A1:A3'), values: ['是', '否'] }]);
  range('A1:A3').Validation.Delete();
  expect(() => range('A2').Validation.Type).toThrow('no validation');
  expect(() => range('B1').Validation.Add(3, 1, 1, '长'.repeat(256))).toThrow('too long');
});

test('print set-up is what files are read and written by', () => {
  const { sheet, wps } = openWps();
  const setUp = sheet().PageSetup;
  setUp.Orientation = 2;
  setUp.PaperSize = 9;
  setUp.Zoom = false;
  setUp.FitToPagesWide = 1;
  setUp.FitToPagesTall = false;
  setUp.PrintTitleRows = '$1:$3';
  const { page } = wps.host.active!.model.activeSheet;
  expect(Object.fromEntries(page)).toEqual({
    orientation: 'Landscape',
    paperSize: 'A4',
    zoom: { horizontalFitToPages: 1 },
    printTitleRows: '1:3',
  });
  expect([setUp.Zoom, setUp.FitToPagesWide, setUp.FitToPagesTall, setUp.PrintTitleRows]).toEqual([
    false,
    1,
    false,
    '$1:$3',
  ]);
});

test('charts are drawn from ranges, named and counted by their series', () => {
  const { sheet, range, wps } = openWps({
    表1: [
      ['甲', 1],
      ['乙', 2],
    ],
  });
  const objects = sheet().ChartObjects() as EtChartObjects;
  const added = objects.Add(120, 30, 300, 200)!;
  added.Name = '图一';
  const { Chart: chart } = added;
  chart.ChartType = 5;
  chart.SetSourceData(range('B1:B2'), 2);
  chart.HasTitle = true;
  chart.ChartTitle.Text = '合计';
  const series = chart.SeriesCollection() as EtSeriesCollection;
  series.Item(1)!.XValues = "='表1'!$A$1:$A$2";
  series.Item(1)!.Name = '数';
  const [model] = wps.host.active!.model.activeSheet.charts;
  expect(model).toMatchObject({
    name: '图一',
    type: 'Pie',
    title: '合计',
    series: [{ name: '数', values: at('B1:B2'), categories: at('A1:A2') }],
    at: { firstRow: 2 },
  });
  expect([series.Count, objects.Count]).toEqual([1, 1]);
  added.Delete();
  expect(objects.Count).toBe(0);
});

test('panes are frozen where the window of the sheet in view is split', () => {
  const { app, sheet, wps } = openWps({ 表1: [], 表2: [] });
  sheet('表2').Activate();
  const window = app.ActiveWindow!;
  window.SplitRow = 2;
  window.SplitColumn = 1;
  window.FreezePanes = true;
  const [first, second] = wps.host.active!.model.sheets;
  expect([first!.frozen, second!.frozen]).toEqual([
    { rows: 0, columns: 0 },
    { rows: 2, columns: 1 },
  ]);
  window.ScrollRow = 9;
  expect(() => (window.FreezePanes = true)).toThrow('scrolled');
});

test('parts of XML beside those that every workbook has', () => {
  const { book } = openWps();
  const parts = book().CustomXMLParts;
  const before = parts.Count;
  const added = parts.Add('<a xmlns="urn:ours">1</a>')!;
  expect([parts.Count - before, added.NamespaceURI, parts.SelectByNamespace('urn:ours')!.Count]).toEqual([
    1,
    'urn:ours',
    1,
  ]);
  expect(added.LoadXML('<a xmlns="urn:ours">2</a>')).toBe(true);
  expect(parts.SelectByID(added.Id)!.XML).toContain('2');
  expect(added.LoadXML('nothing')).toBe(false);
  added.Delete();
  expect([parts.Count, parts.SelectByID('{none}')]).toEqual([before, null]);
});

test('document properties by name, each once', () => {
  const { book } = openWps();
  const properties = book().CustomDocumentProperties;
  properties.Add('甲', false, 4, '一');
  expect(() => properties.Add('甲', false, 4, '二')).toThrow('already');
  expect([properties.Count, properties.Item('甲')!.Value, properties.Item('无')]).toEqual([1, '一', null]);
  expect(() => properties.Add('乙', false, 4, '长'.repeat(256))).toThrow('at most 255');
  properties.Item(1)!.Delete();
  expect(properties.Count).toBe(0);
});

describe('workbooks', () => {
  test('none is open: nothing is there', () => {
    const { app } = openWps(null);
    expect([
      app.Workbooks.Count,
      app.ActiveWorkbook,
      app.ActiveSheet,
      app.ActiveWindow,
      app.Selection,
    ]).toEqual([0, null, null, null, null]);
    expect(() => app.Calculation).toThrow('no workbook');
  });

  test('two with sheets of one name stay apart', () => {
    const { app, open, range } = openWps({ 表1: [['一']] });
    const first = app.ActiveWorkbook!;
    open(
      { 表1: [['二']] },
      { path: '/tmp', readOnly: true, shared: true, structureProtected: true, fileFormat: 56 },
    );
    expect([range('A1').Value2, app.ActiveWorkbook!.ReadOnly, app.ActiveWorkbook!.MultiUserEditing]).toEqual([
      '二',
      true,
      true,
    ]);
    expect([app.ActiveWorkbook!.ProtectStructure, app.ActiveWorkbook!.FileFormat]).toEqual([true, 56]);
    first.Activate();
    expect([range('A1').Value2, app.Workbooks.Count]).toEqual(['一', 2]);
  });

  test('what was read of one that is closed says so', () => {
    const { app, wps, range } = openWps({ 表1: [['一']] });
    const [book, cell] = [app.ActiveWorkbook!, range('A1')];
    wps.host.closeBook(wps.host.active!);
    expect(() => book.Name).toThrow('closed');
    expect(() => cell.Value2).toThrow('no longer there');
    expect(app.ActiveWorkbook).toBeNull();
  });

  test('a worksheet is added after the last, named, brought into view and deleted', () => {
    const { app, book, sheet } = openWps({ 表1: [['一']] });
    const added = book().Worksheets.Add(undefined, sheet()) as EtWorksheet;
    added.Name = '汇总';
    expect([app.ActiveSheet!.Name, book().Sheets.Count]).toEqual(['汇总', 2]);
    expect(() => (added.Name = '表1')).toThrow('no name');
    app.DisplayAlerts = false;
    added.Delete();
    expect([book().Sheets.Count, () => added.Name]).toEqual([1, expect.any(Function)]);
    expect(() => sheet().Delete()).toThrow('keeps one');
  });
});

test('ranges are united without counting one twice; of two worksheets they are not', () => {
  const { app, range, sheet } = openWps({ 表1: [], 表2: [] });
  const union = app.Union(range('A1'), range('B2:B3'), range('A1'))!;
  expect([union.Address(), union.Count]).toEqual(['$A$1,$B$2:$B$3', 3]);
  expect(() => app.Union(range('A1'), sheet('表2').Range('A1')!)).toThrow('one worksheet');
});

describe('events', () => {
  test('are told at once, with objects of the host, until they are given back', () => {
    const { app, range, wps } = openWps();
    const told: unknown[] = [];
    const listener = (sheet: unknown, changed: unknown) =>
      void told.push([(sheet as EtWorksheet).Name, (changed as EtRange).Address()]);
    app.ApiEvent.AddApiEventListener('SheetChange', listener);
    range('A1:B2').Value2 = 1;
    wps.host.active!.model.activeSheet.setCells(at('C3'), [[{ value: 2 }]]);
    app.ApiEvent.RemoveApiEventListener('SheetChange', listener);
    range('A1').Value2 = 3;
    expect(told).toEqual([
      ['表1', '$A$1:$B$2'],
      ['表1', '$C$3'],
    ]);
  });

  test('rows put in are not told, nor renamed sheets', () => {
    const { app, wps } = openWps({ 表1: [['一']] });
    const told: string[] = [];
    for (const name of ['SheetChange', 'SheetActivate', 'WorkbookNewSheet'] as const)
      app.ApiEvent.AddApiEventListener(name, () => told.push(name));
    const { model } = wps.host.active!;
    model.activeSheet.insertRows(0, 1);
    model.activeSheet.rename('新');
    expect(told).toEqual([]);
    model.addSheet('二');
    expect(told).toEqual(['WorkbookNewSheet']);
  });

  test('are gone with the page that listened', () => {
    const { page, app, wps } = openWps();
    app.ApiEvent.AddApiEventListener('SheetChange', () => undefined);
    page.close();
    expect(wps.host.events.count('SheetChange')).toBe(0);
  });

  test('tell which workbook comes to the front', () => {
    const { app, open } = openWps();
    const told: unknown[] = [];
    app.ApiEvent.AddApiEventListener('WorkbookActivate', (book) =>
      told.push((book as { Name: string }).Name),
    );
    open({ 表1: [] });
    expect(told).toEqual(['test.xlsx']);
  });
});

test('storage is shared by the pages, and selection may be no cells', () => {
  const { app, wps } = openWps();
  app.PluginStorage.setItem('a', '1');
  const other = wps.openPage('other').globals.Application as EtApplication;
  expect([other.PluginStorage.getItem('a'), other.PluginStorage.getItem('b')]).toEqual(['1', null]);
  expect((app.Selection as EtRange).Address()).toBe('$A$1');
  wps.host.shapeSelected = true;
  expect(() => (app.Selection as EtRange).Address()).toThrow('not declared');
});

test('a cell that is being edited lets nothing through', () => {
  const { app, range, wps } = openWps();
  const cell = range('A1');
  wps.host.editing = true;
  expect([app.Ready, app.ActiveWorkbook !== null]).toEqual([false, true]);
  expect(() => cell.Value2).toThrow('being edited');
});
