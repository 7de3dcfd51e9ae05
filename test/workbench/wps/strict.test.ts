import type { EtApplication, EtRange } from '../../../src/host/wps/et-types';
import { NotEmulated, WpsError, WpsMisuse } from '../../../workbench/wps/object/et-errors';
import { closeWps, openWps } from './open-wps';

afterEach(closeWps);

/** What a page must not do, and what the emulator says to it. */
const MISUSES: readonly (readonly [what: string, act: (app: EtApplication) => unknown, said: string])[] = [
  [
    'a name that is not declared',
    (app) => (app as unknown as { EditMode: boolean }).EditMode,
    'not declared',
  ],
  ['a name that every JavaScript object has', (app) => app.toString(), 'not declared'],
  ['writing a name that is not declared', (app) => Object.assign(app, { EditMode: true }), 'not declared'],
  ['writing what is read-only', (app) => Object.assign(app.ActiveWorkbook!, { Name: 'x' }), 'read-only'],
  ['writing a method', (app) => Object.assign(app.ActiveSheet!, { Activate: 1 }), 'is a method'],
  [
    'too few arguments',
    (app) => (app.ActiveSheet!.Range as () => unknown).call(app.ActiveSheet),
    'without its owner',
  ],
  ['no argument where one is needed', (app) => callOn(app.ActiveSheet!, 'Range'), 'arguments, not 0'],
  ['too many arguments', (app) => callOn(app.ActiveSheet!, 'Activate', 1), 'arguments, not 1'],
  ['null for what is left out', (app) => callOn(cell(app), 'Resize', null, 2), 'undefined, not null'],
  ['a text for an enumeration', (app) => callOn(conditions(app), 'Add', 'xlExpression'), 'takes a number of'],
  [
    'a text written to an enumeration',
    (app) => Object.assign(app, { Calculation: 'manual' }),
    'takes a number of',
  ],
  [
    'an event that there is not',
    (app) => callOn(app.ApiEvent, 'AddApiEventListener', 'SheetRename', () => 1),
    'does not know',
  ],
  [
    'a method without its owner',
    (app) => {
      const { Activate } = app.ActiveSheet!;
      return Activate();
    },
    'without its owner',
  ],
  [
    'calling Cells',
    (app) => (app.ActiveSheet!.Cells as unknown as (r: number, c: number) => unknown)(1, 1),
    '',
  ],
  ['enumerating', (app) => Object.keys(app), 'was enumerated'],
  ['copying', (app) => ({ ...app }), 'was enumerated'],
  ['asking whether it has a member', (app) => 'Name' in app, 'was asked whether'],
  ['printing', (app) => String(app), 'was asked for'],
  ['comparing by instance', (app) => app instanceof Array, 'what it is made of'],
  ['iterating', (app) => [...(app as unknown as Iterable<unknown>)], 'was asked for'],
  ['JSON', (app) => JSON.stringify(app), 'not declared'],
  ['cloning', (app) => structuredClone(app), ''],
  ['handing it through a promise', (app) => (app as unknown as PromiseLike<void>).then, 'not declared'],
  ['something declared that is not built', (app) => callOn(cell(app), 'Sort'), 'not emulated'],
  [
    'writing what can only be read here',
    (app) => Object.assign(app.ActiveSheet!, { Visible: 2 }),
    'not emulated',
  ],
  ['a date as a value', (app) => Object.assign(cell(app), { Value2: new Date(0) }), 'no value for a cell'],
  ['an array that does not fit', (app) => Object.assign(cell(app), { Value2: [[1, 2]] }), 'not as large'],
  ['reading whole columns', (app) => app.ActiveSheet!.Cells.Value2, 'stand still'],
  ['a prompt', (app) => app.ActiveWorkbook!.Worksheets.Item(1) && app.ActiveSheet!.Delete(), 'prompt'],
];

function callOn(owner: object, name: string, ...args: unknown[]): unknown {
  return (owner as Record<string, (...given: unknown[]) => unknown>)[name]!(...args);
}

function cell(app: EtApplication): EtRange {
  return app.ActiveSheet!.Range('A1')!;
}

function conditions(app: EtApplication): object {
  return cell(app).FormatConditions;
}

test.each(MISUSES)('%s is refused, and kept as a fault', (_what, act, said) => {
  const { app, wps } = openWps({ 表1: [['一']], 表2: [] });
  expect(() => act(app)).toThrow(said);
  // Calling what is no function and cloning are refused by the engine itself, before the host hears of it.
  if (said !== '') expect(wps.host.faults.join()).toContain(said);
});

test('an error that a page swallows stays a fault', () => {
  const { app, wps } = openWps();
  try {
    callOn(app.ActiveSheet!, 'Move');
  } catch {
    // As a page might.
  }
  expect(wps.host.faults).toEqual(['declared, but not emulated: Et.Worksheet.Move']);
});

describe('as WPS takes it', () => {
  const asWps = () => openWps({ 表1: [['一']] }, { mode: 'as-wps' });

  test('names that are not declared read as undefined, and writing them is lost', () => {
    const { app, wps } = asWps();
    const loose = app as unknown as Record<string, unknown>;
    loose.EditMode = true;
    expect(loose.EditMode).toBeUndefined();
    (app.ActiveWorkbook as unknown as Record<string, unknown>).Name = 'other.xlsx';
    expect(app.ActiveWorkbook!.Name).toBe('test.xlsx');
    expect(wps.host.faults).toEqual([]);
  });

  test('texts for enumerations are swallowed', () => {
    const { app } = asWps();
    Object.assign(app, { Calculation: 'xlCalculationManual' });
    expect(app.Calculation).toBe(-4105);
  });

  test('what is declared and not built is refused all the same', () => {
    const { app, wps } = asWps();
    expect(() => callOn(cell(app), 'Sort')).toThrow(NotEmulated);
    expect(wps.host.faults).toHaveLength(1);
  });

  test.each([
    ['enumerated', (app: EtApplication) => Object.keys(app)],
    ['made JSON of', (app: EtApplication) => JSON.stringify(app)],
    ['copied', (app: EtApplication) => ({ ...app })],
  ])('an object that is %s crashes it', (_what, act) => {
    const { app } = asWps();
    expect(() => act(app)).toThrow(WpsMisuse);
  });

  test('a method without its owner throws', () => {
    const { app } = asWps();
    const { Activate } = app.ActiveSheet!;
    expect(() => Activate()).toThrow(WpsError);
  });
});

test('each access makes a new object', () => {
  const { app, sheet } = openWps();
  expect(app.ActiveWorkbook === app.ActiveWorkbook).toBe(false);
  expect(sheet().UsedRange === sheet().UsedRange).toBe(false);
});

test('calls are counted: reading, writing and calling each once', () => {
  const { app, wps } = openWps();
  const { calls } = wps.host;
  const sheet = app.ActiveSheet!;
  calls.reset();
  const range = sheet.Range('A1')!;
  range.Value2 = 1;
  expect(range.Value2).toBe(1);
  expect([calls.total, Object.fromEntries(calls.byMember)]).toEqual([
    3,
    { 'Et.Worksheet.Range': 1, 'Et.Range.Value2': 2 },
  ]);
});

test('each call may take its time', () => {
  const { app, wps } = openWps();
  wps.host.latency = 4;
  const begin = performance.now();
  for (let count = 0; count < 5; count++) void app.Name;
  expect(performance.now() - begin).toBeGreaterThanOrEqual(20);
});

describe('a call that is chosen', () => {
  function writeAnd(act: () => 'nothing'): () => unknown {
    const { app, wps, range } = openWps();
    const cell = range('A1');
    const next = wps.host.calls.total + 1;
    wps.host.beforeCall = ({ number, member, kind }) =>
      number === next && member === 'Et.Range.Value2' && kind === 'set' ? act() : undefined;
    return () => {
      try {
        cell.Value2 = 1;
      } finally {
        expect(app.ActiveSheet!.Range('A1')!.Value2).toBeNull();
      }
    };
  }

  test('throws', () => {
    const failing = writeAnd(() => {
      throw new WpsError('failed');
    });
    expect(failing).toThrow('failed');
  });

  test('does nothing', () => {
    expect(writeAnd(() => 'nothing')).not.toThrow();
  });
});

test('a page that is closed reaches nothing', () => {
  const { app, page } = openWps();
  page.close();
  expect(() => app.Name).toThrow('is closed');
});
