import type { EtChartObjects, EtRange, EtWorksheet } from '../../../src/host/wps/et-types';
import type { SwitchName, WpsSwitches } from '../../../workbench/wps/host/switches';
import { SWITCHES, usualSwitches } from '../../../workbench/wps/host/switches';
import { PRESET_NAMES, presetSwitches } from '../../../workbench/wps/host/presets';
import { cellAt } from '../../support/workbooks/workbook-model';
import type { OpenedWps } from './open-wps';
import { closeWps, openWps } from './open-wps';
import { withAddIn } from './with-add-in';

afterEach(closeWps);

type Look = (wps: OpenedWps) => unknown;

/** What a page sees of a switch: how to look, and what is seen for each of its values. */
type Row = readonly [look: Look, seen: readonly (readonly [value: unknown, seen: unknown])[]];

const cell = ({ range }: OpenedWps): EtRange => range('A1');
const member = (owner: object, name: string): unknown => (owner as Record<string, unknown>)[name];
const kind = (value: unknown): string => (typeof value === 'function' ? 'function' : typeof value);
/** The answer, or that it was refused. */
const attempt = (act: () => unknown): unknown => {
  try {
    return act();
  } catch {
    return 'refused';
  }
};

const MODEL_ROWS: Readonly<Record<Exclude<SwitchName, keyof typeof PAGE_ROWS>, Row>> = {
  etApplication: [
    ({ page }) => kind(member(page.globals.wps as object, 'EtApplication')),
    [
      ['property', 'object'],
      ['method', 'function'],
      ['absent', 'undefined'],
    ],
  ],
  wpsGlobal: [
    ({ page }) => 'wps' in page.globals,
    [
      ['there', true],
      ['absent', false],
    ],
  ],
  paneSpelling: [
    ({ app }) => [kind(member(app, 'CreateTaskPane')), kind(member(app, 'CreateTaskpane'))],
    [
      ['TaskPane', ['function', 'undefined']],
      ['Taskpane', ['undefined', 'function']],
    ],
  ],
  address: [
    (wps) => kind(member(cell(wps), 'Address')),
    [
      ['method', 'function'],
      ['property', 'string'],
    ],
  ],
  value: [
    (wps) => {
      const one = cell(wps);
      if (kind(member(one, 'Value')) === 'function')
        return ['function', (one as unknown as { Value(): unknown }).Value()];
      Object.assign(one, { Value: 5 });
      return ['value', one.Value2];
    },
    [
      ['method', ['function', null]],
      ['property', ['value', 5]],
    ],
  ],
  chartObjects: [
    ({ sheet }) => kind(member(sheet(), 'ChartObjects')),
    [
      ['method', 'function'],
      ['property', 'object'],
    ],
  ],
  detachedMethods: [
    ({ sheet }) => {
      const { Activate } = sheet();
      return attempt(() => Activate());
    },
    [
      ['throw', 'refused'],
      ['work', undefined],
    ],
  ],
  missingItem: [
    ({ app }) => attempt(() => app.Workbooks.Item('无')),
    [
      ['null', null],
      ['undefined', undefined],
      ['throws', 'refused'],
    ],
  ],
  errors: [
    ({ range }) => attempt(() => range('没有')),
    [
      ['told', 'refused'],
      ['silent', undefined],
    ],
  ],
  bulkRead: [
    ({ range }) => {
      range('A1:B2').Value2 = [
        [1, 2],
        [3, 4],
      ];
      const [row, column, block] = ['A1:B1', 'A1:A2', 'A1:B2'].map((address) => range(address).Value2);
      const asked = (value: unknown) =>
        value !== undefined && !Array.isArray(value) ? (value as EtRange).Item(2, 1) : value;
      return [row === undefined || Array.isArray(row) ? row : 'object', asked(column), asked(block)];
    },
    [
      [
        'rows',
        [
          [[1, 2]],
          [[1], [3]],
          [
            [1, 2],
            [3, 4],
          ],
        ],
      ],
      [
        'flat-lines',
        [
          [1, 2],
          [1, 3],
          [
            [1, 2],
            [3, 4],
          ],
        ],
      ],
      ['item-object', ['object', 3, 3]],
      ['nothing', [undefined, undefined, undefined]],
    ],
  ],
  blanks: [
    (wps) => cell(wps).Value2,
    [
      ['null', null],
      ['undefined', undefined],
      ['empty-text', ''],
    ],
  ],
  errorValues: [
    ({ range, wps }) => {
      wps.host.active!.model.activeSheet.setCells(A1, [[{ value: { error: '#N/A' } }]]);
      return range('A1').Value2;
    },
    [
      ['numbers', -2146826246],
      ['texts', '#N/A'],
    ],
  ],
  bulkWrite: [
    ({ range }) => {
      const said = attempt(() => (range('A1:B1').Value2 = [[1, 2]]));
      return [said === 'refused', range('A1').Value2, range('B1').Value2];
    },
    [
      ['works', [false, 1, 2]],
      ['throws', [true, null, null]],
      ['nothing', [false, null, null]],
      ['first-cell', [false, 1, null]],
    ],
  ],
  formulaOfConstants: [
    (wps) => {
      cell(wps).Value2 = 12;
      return cell(wps).Formula;
    },
    [
      ['text', '12'],
      ['value', 12],
      ['empty', ''],
    ],
  ],
  textFormat: [
    (wps) => {
      cell(wps).NumberFormat = '@';
      cell(wps).Value2 = '2026-01';
      return cell(wps).Value2;
    },
    [
      ['keeps-text', '2026-01'],
      ['parses', 46023],
    ],
  ],
  apostrophe: [
    (wps) => {
      cell(wps).Value2 = "'007";
      return cell(wps).Value2;
    },
    [
      ['marks-text', '007'],
      ['stays', "'007"],
    ],
  ],
  mixed: [
    ({ range }) => {
      range('A1').NumberFormat = '0.00';
      return range('A1:A2').NumberFormat;
    },
    [
      ['null', null],
      ['first', '0.00'],
      ['undefined', undefined],
    ],
  ],
  cellLimit: [
    ({ range }) => attempt(() => range('A1:CV60000').HasFormula),
    [
      [5_000_000, 'refused'],
      [null, false],
    ],
  ],
  rangeTextLimit: [
    ({ range }) =>
      attempt(() => range(Array.from({ length: 90 }, (_, row) => `A${row + 1}`).join()).Areas.Count),
    [
      [255, 'refused'],
      [null, 90],
    ],
  ],
  unionLimit: [
    ({ app, range }) => {
      // Thirty are declared: more is refused by the number of arguments alone where that is looked at.
      const ranges = Array.from({ length: 31 }, (_, row) => range(`A${row + 1}`)) as [EtRange, EtRange];
      return attempt(() => app.Union(...ranges)!.Areas.Count);
    },
    [
      [30, 'refused'],
      [null, 31],
    ],
  ],
  usedRange: [
    ({ range, sheet }) => {
      range('B2').Value2 = 1;
      range('D5').Interior.Color = 0;
      return sheet().UsedRange!.Address(false, false);
    },
    [
      ['contents', 'B2'],
      ['formats-too', 'B2:D5'],
      ['from-A1', 'A1:B2'],
    ],
  ],
  countOfAreas: [
    ({ range }) => range('A1,B1:B4').Count,
    [
      ['all', 5],
      ['first', 1],
    ],
  ],
  hiddenByText: [
    ({ range, sheet }) => {
      range('5:6').Hidden = true;
      return sheet().Rows.Item(5)!.Hidden;
    },
    [
      ['nothing', false],
      ['works', true],
    ],
  ],
  formatConditions: [
    ({ range }) => [
      attempt(() => range('A1').FormatConditions.Add(2, undefined, '=TRUE')?.Type),
      range('A1').FormatConditions.Count,
    ],
    [
      ['works', [2, 1]],
      ['throws', ['refused', 0]],
      ['nothing', [undefined, 0]],
    ],
  ],
  formatConditionLimit: [
    ({ range }) => {
      for (let count = 0; count < 3; count++) range('A1:A2').FormatConditions.Add(2, undefined, '=TRUE');
      return attempt(() => range('A2:A3').FormatConditions.Add(2, undefined, '=TRUE')!.Type);
    },
    [
      [null, 2],
      [3, 'refused'],
    ],
  ],
  firstPriority: [
    ({ range }) => {
      const all = range('A1').FormatConditions;
      all.Add(2, undefined, '="一"<>""');
      all.Add(2, undefined, '="二"<>""')!.SetFirstPriority();
      return all.Item(1)!.Formula1;
    },
    [
      ['works', '="二"<>""'],
      ['nothing', '="一"<>""'],
    ],
  ],
  notes: [
    ({ range, sheet }) => [attempt(() => range('A1').AddComment('一')?.Text()), sheet().Comments.Count],
    [
      ['works', ['一', 1]],
      ['throws', ['refused', 0]],
      ['nothing', [undefined, 0]],
    ],
  ],
  customXml: [
    (opened) => {
      if (member(opened.book(), 'CustomXMLParts') === undefined) return 'absent';
      const all = opened.book().CustomXMLParts;
      const before = all.Count;
      all.Add('<a xmlns="urn:a"/>');
      const kept = all.Count - before;
      opened.wps.host.save(opened.wps.host.active!);
      return [kept, opened.wps.host.active!.leaving.customXml];
    },
    [
      ['kept', [1, true]],
      ['lost-on-save', [1, false]],
      ['nothing', [0, true]],
      ['absent', 'absent'],
    ],
  ],
  selectByNamespace: [
    ({ book }) => book().CustomXMLParts.SelectByNamespace('urn:a')?.Count,
    [
      ['parts', 0],
      ['nothing', undefined],
    ],
  ],
  documentProperties: [
    (opened) => {
      if (member(opened.book(), 'CustomDocumentProperties') === undefined) return 'absent';
      opened.wps.host.save(opened.wps.host.active!);
      return opened.wps.host.active!.leaving.properties;
    },
    [
      ['kept', true],
      ['lost-on-save', false],
      ['absent', 'absent'],
    ],
  ],
  documentPropertyLimit: [
    ({ book }) =>
      attempt(() => book().CustomDocumentProperties.Add('甲', false, 4, '长'.repeat(256)) !== null),
    [
      [255, 'refused'],
      [null, true],
    ],
  ],
  hiddenNames: [
    (opened) => {
      opened.book().Names.Add('甲', "='表1'!$A$1", false);
      const hidden = !opened.book().Names.Item('甲')!.Visible;
      opened.wps.host.save(opened.wps.host.active!);
      return [hidden, opened.wps.host.active!.leaving.hiddenNames];
    },
    [
      ['kept', [true, true]],
      ['shown', [false, true]],
      ['lost-on-save', [true, false]],
    ],
  ],
  codeNames: [
    ({ book, sheet }) => {
      const added = book().Worksheets.Add(undefined, sheet()) as EtWorksheet;
      return [sheet('表1').CodeName, added.CodeName];
    },
    [
      ['all', ['Sheet1', 'Sheet2']],
      ['not-new', ['Sheet1', '']],
      ['none', ['', '']],
    ],
  ],
  pageSetup: [
    ({ sheet }) =>
      attempt(() => {
        sheet().PageSetup.Orientation = 2;
        return sheet().PageSetup.Orientation;
      }),
    [
      ['works', 2],
      ['nothing', 1],
      ['throws', 'refused'],
    ],
  ],
  hyperlinks: [
    ({ range, sheet }) => {
      sheet().Hyperlinks.Add(range('A1'), '', "'表1'!B2");
      return sheet().Hyperlinks.Count;
    },
    [
      ['works', 1],
      ['nothing', 0],
    ],
  ],
  validation: [
    ({ range }) => {
      range('A1').Validation.Add(3, undefined, undefined, '是,否');
      return attempt(() => range('A1').Validation.Type);
    },
    [
      ['works', 3],
      ['nothing', 'refused'],
    ],
  ],
  charts: [
    ({ sheet }) => {
      const objects = sheet().ChartObjects() as EtChartObjects;
      return [attempt(() => objects.Add(0, 0, 100, 100)?.Name), objects.Count];
    },
    [
      ['works', ['图表 1', 1]],
      ['nothing', [undefined, 0]],
      ['throws', ['refused', 0]],
    ],
  ],
  freezing: [
    ({ app }) => {
      const window = app.ActiveWindow!;
      window.SplitRow = 1;
      window.FreezePanes = true;
      return window.FreezePanes;
    },
    [
      ['works', true],
      ['nothing', false],
    ],
  ],
  events: [
    ({ app, range }) => {
      let told = 0;
      const said = attempt(() => app.ApiEvent.AddApiEventListener('SheetChange', () => told++));
      range('A1').Value2 = 1;
      return [said, told];
    },
    [
      ['told', [undefined, 1]],
      ['add-returns-false', [false, 0]],
      ['add-throws', ['refused', 0]],
      ['never-told', [undefined, 0]],
    ],
  ],
  removeListener: [
    ({ app, range }) => {
      let told = 0;
      const [mine, others] = [() => undefined, () => told++];
      app.ApiEvent.AddApiEventListener('SheetChange', mine);
      app.ApiEvent.AddApiEventListener('SheetChange', others);
      app.ApiEvent.RemoveApiEventListener('SheetChange', mine);
      range('A1').Value2 = 1;
      return told;
    },
    [
      ['one', 1],
      ['all', 0],
    ],
  ],
  ownWrites: [
    ({ app, range }) => {
      let told = 0;
      app.ApiEvent.AddApiEventListener('SheetChange', () => told++);
      range('A1').Value2 = 1;
      return told;
    },
    [
      ['told', 1],
      ['not-told', 0],
    ],
  ],
  enableEvents: [
    ({ app, range }) => {
      let told = 0;
      app.ApiEvent.AddApiEventListener('SheetChange', () => told++);
      app.EnableEvents = false;
      range('A1').Value2 = 1;
      return told;
    },
    [
      ['stops', 0],
      ['nothing', 1],
    ],
  ],
  undo: [
    ({ range, wps }) => {
      range('A1').Value2 = 1;
      return wps.host.active!.model.undoDepth;
    },
    [
      ['steps', 1],
      ['emptied', 0],
    ],
  ],
  cellEdit: [
    (opened) => {
      const one = cell(opened);
      opened.wps.host.editing = true;
      const said = attempt(() => (one.Value2 = 1));
      opened.wps.host.editing = false;
      return [said === 'refused', one.Value2];
    },
    [
      ['throws', [true, null]],
      ['nothing', [false, null]],
    ],
  ],
  pluginStorage: [
    ({ app }) => {
      (app.PluginStorage as unknown as { setItem(key: string, value: number): void }).setItem('a', 1);
      return app.PluginStorage.getItem('a');
    },
    [
      ['texts', '1'],
      ['as-set', 1],
    ],
  ],
};

const PAGE_ROWS: Readonly<Record<'relativePane' | 'closedPane' | 'ribbonWhileDocked' | 'trust', Row>> = {
  relativePane: [
    (opened) => {
      const urls: string[] = [];
      withAddIn(opened, ({ url }) => urls.push(url));
      opened.app.CreateTaskPane('pane.html');
      return urls.at(-1);
    },
    [
      ['blank', 'about:blank'],
      ['shows', 'file:///add-in/pane.html'],
    ],
  ],
  closedPane: [
    ({ app, wps }) => {
      const pane = app.CreateTaskPane('file:///pane.html')!;
      pane.Visible = true;
      wps.host.panes.closeByHand(wps.host.panes.all.get(pane.ID)!);
      return [attempt(() => pane.Visible), app.GetTaskPane(1) === null];
    },
    [
      ['stale', ['refused', true]],
      ['kept', [false, false]],
    ],
  ],
  ribbonWhileDocked: [
    (opened) => {
      const addIn = withAddIn(opened);
      const before = addIn.press('go');
      const pane = opened.app.CreateTaskPane('file:///pane.html')!;
      pane.Visible = true;
      const docked = addIn.press('go');
      pane.DockPosition = 4;
      return [before, docked, addIn.press('go')];
    },
    [
      ['alive', [true, true, true]],
      ['dead', [true, false, true]],
    ],
  ],
  trust: [
    (opened) => {
      const addIn = withAddIn(opened);
      const first = addIn.loaded;
      addIn.allow();
      const allowed = addIn.loaded;
      addIn.restart();
      return [first, allowed, addIn.loaded];
    },
    [
      ['given', [true, true, true]],
      ['asked', [false, false, true]],
    ],
  ],
};

const A1 = { firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 };

const ROWS: Readonly<Record<SwitchName, Row>> = { ...MODEL_ROWS, ...PAGE_ROWS };

const CASES = Object.entries(ROWS).flatMap(([name, [look, seen]]) =>
  seen.map(([value, expected]) => [name, value, look, expected] as const),
);

test.each(CASES)('%s: %s', (name, value, look, expected) => {
  // Where nothing tells an error, some rows would see another thing; each is looked at alone.
  const mode = name === 'unionLimit' ? 'as-wps' : 'strict';
  const opened = openWps({ 表1: [] }, { switches: { [name]: value } as Partial<WpsSwitches>, mode });
  const seen = look(opened);
  expect(normal(seen)).toEqual(normal(expected));
});

test('every value of every switch is looked at, and each makes a difference', () => {
  const values = (rows: Row[1]): unknown[] => rows.map(([value]) => value);
  for (const [name, { values: declared }] of Object.entries(SWITCHES)) {
    const [, seen] = ROWS[name as SwitchName];
    expect([name, values(seen)]).toEqual([name, [...declared]]);
    expect(new Set(seen.map(([, what]) => JSON.stringify(normal(what)))).size).toBe(seen.length);
  }
});

test('every switch says why it is there', () => {
  for (const { evidence } of Object.values(SWITCHES))
    expect(evidence).toMatch(/open|guess|\((D|M|C|T|V|I)\b/);
});

test('presets are values of switches, and differ', () => {
  for (const name of PRESET_NAMES) {
    const switches = presetSwitches(name);
    for (const [key, value] of Object.entries(switches))
      expect(SWITCHES[key as SwitchName].values as readonly unknown[]).toContain(value);
    expect(switches).not.toEqual(usualSwitches());
  }
});

test('a WPS begins with a preset, and what is said besides', () => {
  const { wps, range } = openWps({ 表1: [] }, { preset: 'kylin-12.8', switches: { blanks: 'empty-text' } });
  expect(wps.host.switches.bulkRead).toBe('flat-lines');
  expect(range('A1').Value2).toBe('');
  expect(wps.host.active!.model.activeSheet.note(cellAt('A1'))).toBeNull();
});

/** `undefined` and `null` told apart in what is compared as text. */
function normal(value: unknown): unknown {
  if (value === undefined) return '(undefined)';
  return Array.isArray(value) ? value.map(normal) : value;
}
