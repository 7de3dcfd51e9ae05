import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateWithZlib } from '../../../src/host/file/zlib-deflate';
import { inflateWithZlib } from '../../../src/host/file/zlib-inflate';
import type { LostRecords } from '../../../src/host/wps/record-store';
import { openXlsx } from '../../../workbench/model/open-xlsx';
import { createWorkbookModel } from '../../../workbench/model/univer-workbook';
import { reopen } from '../../../workbench/wps/host/reopen';
import type { WpsSwitches } from '../../../workbench/wps/host/switches';
import { MemoryWorkbook } from '../../support/memory-workbook';
import { toMemoryWorkbook } from '../office/open-in-excel';
import { describeState } from '../contract/state';
import { openInWps, type WpsSubject } from './open-in-wps';

const FILE = new Uint8Array(
  readFileSync(join(__dirname, '../../../assets/samples/self-evaluation-annex.xlsx')),
);
const USERS: ReadonlyMap<string, string | number> = new Map<string, string | number>([
  ['密级', '内部'],
  ['年度', 2025],
  ['annex-reviewer', '别人的'],
]);
const LONG = 'a 一二三 '.repeat(300);

const opened: WpsSubject[] = [];
afterEach(async () => {
  for (const subject of opened.splice(0)) await subject.dispose?.();
});

/** Builds that were seen to lose records, as the page remembers them. */
function lostRecords(): LostRecords {
  const builds = new Set<string>();
  return { has: (build) => builds.has(build), add: (build) => void builds.add(build) };
}

function open(switches: Partial<WpsSwitches>) {
  const model = new MemoryWorkbook();
  for (const [name, value] of USERS) model.properties.set(name, value);
  const subject = openInWps(model, { switches });
  opened.push(subject);
  return { ...subject, model };
}

const usersIn = (model: MemoryWorkbook) =>
  [...model.properties].filter(([name]) => !name.startsWith('annex-reviewer.'));

describe('where WPS keeps no parts, the records in document properties', () => {
  describeState((workbook) => {
    const subject = openInWps(toMemoryWorkbook(workbook), { switches: { customXml: 'absent' } });
    const { user } = subject;
    // What is in custom XML parts, this build does not tell.
    return Promise.resolve({ ...subject, user: { ...user, parts: undefined, addPart: undefined } });
  });
});

describe('the records of a workbook in WPS', () => {
  it.each(['absent', 'nothing'] as const)(
    'lie in properties beside the user’s (parts: %s)',
    async (customXml) => {
      const { host, model } = open({ customXml });
      const events: string[] = [];
      await host.listen(({ type }) => events.push(type));
      const id = await host.remember(LONG);
      expect(host.capabilities.record).toBe('properties');
      expect(events).toEqual(['capabilities-changed']);
      expect(model.customXml.size).toBe(0);
      const many = model.properties.size;
      expect(await host.remember('{"short":1}', id!)).toBe(id);
      expect(model.properties.size).toBeLessThan(many);
      expect(await host.recall()).toEqual([{ id, text: '{"short":1}' }]);
      expect(await host.forget(id!, '{"short":1}')).toBe(true);
      expect([...model.properties]).toEqual([...USERS]);
    },
  );

  it('last as long as the pane where WPS keeps neither, and it is said', async () => {
    const { host } = open({ customXml: 'absent', documentProperties: 'absent' });
    const id = await host.remember('{"a":1}');
    expect(host.capabilities.record).toBe('nowhere');
    expect(await host.remember('{"a":2}', id!)).toBe(id);
    expect(await host.recall()).toEqual([{ id, text: '{"a":2}' }]);
  });

  it('that do not fit into a property are kept nowhere, and leave no pieces', async () => {
    const { host, model } = open({ customXml: 'absent' });
    const id = await host.remember('{"a":1}');
    const add = model.properties.set.bind(model.properties);
    // As a build that cuts what is long.
    model.properties.set = (name, value) =>
      add(name, typeof value === 'string' ? value.slice(0, 100) : value);
    await expect(host.remember(LONG, id!)).rejects.toMatchObject({ code: 'not-written', write: 'unchanged' });
    expect(await host.recall()).toEqual([{ id, text: '{"a":1}' }]);
    const other = await host.remember(LONG);
    expect(host.capabilities.record).toBe('nowhere');
    expect((await host.recall()).map((part) => part.id)).toEqual([id, other]);
    expect(usersIn(model)).toEqual([...USERS]);
    expect([...model.properties.values()].filter((value) => String(value).startsWith('|1/'))).toHaveLength(1);
  });

  it('in parts have a property that says how long they are, which goes with the last of them', async () => {
    const { host, model } = open({});
    const first = await host.remember('{"a":1}');
    const second = await host.remember(LONG);
    expect(model.properties.get('annex-reviewer.record')).toBe(`|${LONG.length}|`);
    await host.forget(first!, '{"a":1}');
    expect(model.properties.has('annex-reviewer.record')).toBe(true);
    await host.forget(second!, LONG);
    expect([...model.properties]).toEqual([...USERS]);
  });

  it('are written into properties once parts were seen to be lost on saving, in every workbook', async () => {
    const lost = lostRecords();
    const model = createWorkbookModel({ ...openXlsx(FILE, inflateWithZlib), name: 'test.xlsx' });
    const subject = openInWps(model, { switches: { customXml: 'lost-on-save' }, lostRecords: lost });
    opened.push(subject);
    const { wps, application } = subject;
    const again = (file: Uint8Array) =>
      reopen(wps.host, wps.host.books[0]!, { file, inflate: inflateWithZlib, deflate: deflateWithZlib });

    await subject.host.remember(LONG);
    expect(subject.host.capabilities.record).toBe('part');
    const first = again(FILE);
    const host = application.front()!;
    const events: string[] = [];
    await host.listen(({ type }) => events.push(type));
    expect(await host.recall()).toEqual([]);
    expect(host.capabilities.record).toBe('properties');
    expect(events).toContain('capabilities-changed');

    await host.remember(LONG);
    const second = again(first.bytes);
    expect((await application.front()!.recall()).map(({ text }) => text)).toEqual([LONG]);
    const other = new MemoryWorkbook();
    wps.host.openBook(other, { path: '/home/other' });
    await application.front()!.remember('{"a":1}');
    expect([application.front()!.capabilities.record, other.customXml.size]).toEqual(['properties', 0]);
    first.book.model.dispose();
    second.book.model.dispose();
  });

  it('are not taken for lost where there never were any', async () => {
    const lost = lostRecords();
    const subject = openInWps(new MemoryWorkbook(), { lostRecords: lost });
    opened.push(subject);
    await subject.host.recall();
    expect(lost.has('12.1.0.0')).toBe(false);
    expect(subject.host.capabilities.record).toBe('part');
  });
});
