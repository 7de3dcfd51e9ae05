import { errorText } from '../../../src/app/error-text';
import { parseAddress, parseRangeAddress } from '../../../src/engine/sheet/address';
import { HostError, type SheetMarks } from '../../../src/host/port';
import { openWps, type PaneWindow } from '../../../src/host/wps/open-wps';
import type { BookOptions } from '../../../workbench/wps/host/book';
import { MemoryWorkbook } from '../../support/memory-workbook';
import { insertOne } from '../../support/workbooks/insert-one';
import { WORKBOOK } from '../contract/open-annex';
import { PLAN } from '../contract/plan';
import { toMemoryWorkbook } from '../office/open-in-excel';
import { openInWps, type WpsSubject } from './open-in-wps';

const opened: WpsSubject[] = [];
afterEach(async () => {
  for (const subject of opened.splice(0)) await subject.dispose?.();
});

const MARKS: SheetMarks = {
  cells: { error: [parseRangeAddress('D4')!], warning: [], info: [] },
  notes: [{ ...parseAddress('D4')!, text: '应为 93.46%' }],
};
const EDIT = {
  ...parseAddress('B3')!,
  expectedBefore: { value: 40, formula: null },
  after: { value: 41 },
};

/** A workbook as it is opened in WPS, and a host that works on it. */
async function open(book: BookOptions = {}, model = toMemoryWorkbook(WORKBOOK)) {
  const subject = openInWps(model, { book: { path: '/home/user', ...book } });
  opened.push(subject);
  const [first] = await subject.host.sheets();
  return { ...subject, model, sheetId: first!.id };
}

/** All that is in a workbook. */
const all = ({ sheets, names, customXml, properties }: MemoryWorkbook): string =>
  JSON.stringify([
    sheets.map(({ data }) => [data.name, [...data.cells], data.conditionalFormats, data.charts]),
    ...[names, [...customXml], [...properties]],
  ]);

async function failureOf(call: Promise<unknown>): Promise<HostError> {
  return call.then(
    () => Promise.reject(new Error('it was done')),
    (error: HostError) => error,
  );
}

describe('a workbook that WPS has open', () => {
  it('for reading only takes nothing, which is said before anything is written', async () => {
    const { host, model, sheetId } = await open({ readOnly: true });
    expect((await host.read(sheetId)).rowCount).toBe(5);
    const before = all(model);
    for (const call of [
      () => host.edit(sheetId, [EDIT]),
      () => host.mark(sheetId, MARKS),
      () => host.unmark('all'),
      () => insertOne(host, PLAN),
    ])
      expect(await failureOf(call())).toMatchObject({ code: 'read-only', write: 'not-tried' });
    expect(all(model)).toBe(before);
    // Guards alone write nothing.
    const [guard] = [{ ...parseAddress('B3')!, expected: { value: 40, formula: null } }];
    expect(await host.edit(sheetId, [], [guard])).toEqual([]);
  });

  it('shared takes contents of cells, and neither marks nor rollups', async () => {
    const { host, user, model, sheetId } = await open({ shared: true });
    await host.edit(sheetId, [EDIT]);
    expect(user.cell('附件2', 'B3').value).toBe(41);
    const before = all(model);
    for (const call of [() => host.mark(sheetId, MARKS), () => insertOne(host, PLAN)])
      expect(await failureOf(call())).toMatchObject({ code: 'shared', write: 'not-tried' });
    expect(all(model)).toBe(before);
  });

  it.each(['read-only', 'shared'] as const)('has words of its own where it is %s', (code) => {
    const failure = new HostError(code, 'refused', { write: 'not-tried' });
    const usual = errorText(new HostError('failed', 'refused', { write: 'not-tried' }), 'zh-CN');
    const words = (['zh-CN', 'en'] as const).map((locale) => errorText(failure, locale));
    expect(new Set([usual.happened, ...words.map(({ happened }) => happened)]).size).toBe(3);
    expect(words[0]!.lost).toBe('表格内容没有改动。');
  });

  it.each([
    ['.xls', 56],
    ['.et', 1001],
  ])('as %s keeps records in document properties, and all else as usual', async (_, fileFormat) => {
    const { host, user, model, sheetId } = await open({ fileFormat });
    await host.edit(sheetId, [EDIT]);
    expect(user.cell('附件2', 'B3').value).toBe(41);
    expect(await host.mark(sheetId, MARKS)).toMatchObject({ markedCells: 1, notes: 1 });
    const id = await host.remember('{"a":1}');
    expect(host.capabilities.record).toBe('properties');
    expect([model.customXml.size, await host.recall()]).toEqual([0, [{ id, text: '{"a":1}' }]]);
  });

  it('is the same when it is saved under another name midway', async () => {
    const { host, wps, application, user, sheetId } = await open();
    const { id } = await host.workbook();
    await host.read(sheetId);
    Object.assign(wps.host.books[0]!, { name: '绩效自评（改）.xlsx', path: '/home/elsewhere' });
    wps.host.save(wps.host.books[0]!);
    await host.edit(sheetId, [EDIT]);
    expect(user.cell('附件2', 'B3').value).toBe(41);
    expect(application.front()).toBe(host);
    expect(await host.workbook()).toEqual({ id, name: '绩效自评（改）.xlsx' });
  });

  it('is another one than an unsaved one that bore its name before', async () => {
    const { host, wps, application, sheetId } = await open({ path: '' });
    const { id } = await host.workbook();
    wps.host.closeBook(wps.host.books[0]!);
    expect(application.front()).toBeNull();
    const next = new MemoryWorkbook('另一张', [[40]]);
    wps.host.openBook(next, { path: '' });
    const other = application.front()!;
    expect(other).not.toBe(host);
    expect((await other.workbook()).id).not.toBe(id);
    expect(application.isOpen(host)).toBe(false);
    const before = all(next);
    expect(await failureOf(host.edit(sheetId, [EDIT]))).toMatchObject({ code: 'workbook-changed' });
    expect(all(next)).toBe(before);
  });

  it('is not there any more: no call does anything else than to say so', async () => {
    const { host, wps, application, sheetId } = await open();
    wps.host.closeBook(wps.host.books[0]!);
    expect(application.front()).toBeNull();
    for (const call of [
      () => host.read(sheetId),
      () => host.edit(sheetId, [EDIT]),
      () => host.mark(sheetId, MARKS),
      () => insertOne(host, PLAN),
      () => host.recall(),
      () => host.remember('{}'),
    ])
      expect(await failureOf(call())).toMatchObject({ code: 'no-workbook', write: 'not-tried' });
  });

  it('has a chart selected: nothing is, and all else is done', async () => {
    const { host, wps, sheetId } = await open();
    wps.host.shapeSelected = true;
    expect(await host.selection()).toBeNull();
    expect(await host.mark(sheetId, MARKS)).toMatchObject({ markedCells: 1 });
    expect(await insertOne(host, PLAN)).toMatchObject({ name: '单位汇总' });
  });

  it.each(['throws', 'nothing'] as const)(
    'has a cell that is being edited: nothing is written then (calls: %s)',
    async (cellEdit) => {
      const { host, wps, user, model, sheetId } = await open();
      wps.host.switches.cellEdit = cellEdit;
      user.editCell!(true);
      const before = all(model);
      for (const call of [
        () => host.read(sheetId),
        () => host.edit(sheetId, [EDIT]),
        () => host.mark(sheetId, MARKS),
        () => host.unmark('all'),
        () => insertOne(host, PLAN),
        () => host.remember('{}'),
      ])
        expect(await failureOf(call())).toMatchObject({ code: 'busy' });
      expect(all(model)).toBe(before);
      user.editCell!(false);
      await host.edit(sheetId, [EDIT]);
    },
  );

  it('has a value in the last row: it is too large, and not read', async () => {
    const model = toMemoryWorkbook(WORKBOOK);
    model.sheet('附件2').setCells(parseRangeAddress('XFD1048576')!, [[{ value: 1 }]]);
    const { host, sheetId } = await open({}, model);
    expect(await failureOf(host.read(sheetId))).toMatchObject({ code: 'too-large' });
  });
});

test('where the page may keep nothing, WPS is opened all the same', async () => {
  const { wps, host } = await open({ path: '/home/user' });
  const page = {
    ...wps.openPage('another pane').globals,
    document: { visibilityState: 'visible' as const },
    get localStorage(): Storage {
      throw new Error('forbidden');
    },
    performance,
    setTimeout: (callback: () => void, time: number) => setTimeout(callback, time),
    setInterval: () => 0,
    clearInterval: () => undefined,
  };
  const application = await openWps(page as unknown as PaneWindow);
  expect((await application.front()!.workbook()).name).toBe((await host.workbook()).name);
  const id = await application.front()!.remember('{"a":1}');
  expect(await application.front()!.recall()).toEqual([{ id, text: '{"a":1}' }]);
});
