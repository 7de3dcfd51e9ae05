import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileHost } from '../../src/host/file/file-host';
import { deflateWithZlib } from '../../src/host/file/zlib-deflate';
import { inflateWithZlib } from '../../src/host/file/zlib-inflate';
import type { SpreadsheetHost } from '../../src/host/port';
import { OWN_PROPERTIES } from '../../src/host/protocol/state-properties';
import { openXlsx } from '../../workbench/model/open-xlsx';
import { saveXlsx } from '../../workbench/model/save-xlsx';
import { createWorkbookModel } from '../../workbench/model/univer-workbook';
import type { OpenedWorkbookModel } from '../../workbench/model/workbook-model';
import { WorkbookPatch } from '../../src/xlsx';
import type { WpsSwitches } from '../../workbench/wps/host/switches';
import { partsOf } from '../support/xlsx/package-parts';
import { richWorkbook } from '../support/xlsx/rich-workbook';
import { buildXlsx } from '../support/xlsx/xlsx-builder';
import { openInExcel } from './office/open-in-excel';
import { openInWps } from './wps/open-in-wps';

const PLAIN = buildXlsx({ sheets: [{ name: '附件2', rows: [['项目', 1]] }] });
const RICH = richWorkbook({});
const USERS: ReadonlyMap<string, string | number> = new Map<string, string | number>([
  ['密级', '内部'],
  ['年度', 2025],
]);
/** A small workbook with properties of the user's. */
const WITH_PROPERTIES = withProperties();
const LONG = JSON.stringify({
  records: Array.from({ length: 40 }, (_, i) => `第${i}条 <核实> \\ _x0041_\n`),
});

const folder = mkdtempSync(join(tmpdir(), 'annex-reviewer-'));
afterAll(() => rmSync(folder, { recursive: true }));
const closings: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0)) await close();
});

/** A program that has a workbook open: its host, and how it saves. */
interface Program {
  readonly host: SpreadsheetHost;
  save(): Promise<Uint8Array>;
}

function modelOf(file: Uint8Array): OpenedWorkbookModel {
  return createWorkbookModel({ ...openXlsx(file, inflateWithZlib), name: 'test.xlsx' });
}

function saved(file: Uint8Array, model: OpenedWorkbookModel): Promise<Uint8Array> {
  return Promise.resolve(saveXlsx(file, model, { inflate: inflateWithZlib, deflate: deflateWithZlib }));
}

function excel(file: Uint8Array): Program {
  const model = modelOf(file);
  const { host, dispose } = openInExcel(model);
  if (dispose) closings.push(dispose);
  return { host, save: () => saved(file, model) };
}

const wps =
  (switches: Partial<WpsSwitches>) =>
  (file: Uint8Array): Program => {
    const model = modelOf(file);
    const { host, dispose } = openInWps(model, { switches });
    if (dispose) closings.push(dispose);
    return { host, save: () => saved(file, model) };
  };

function withProperties(): Uint8Array {
  const patch = WorkbookPatch.open(PLAIN, { inflate: inflateWithZlib });
  patch.setProperties(USERS);
  return patch.save(deflateWithZlib);
}

let files = 0;
async function fileHost(file: Uint8Array) {
  const path = join(folder, `${(files += 1)}.xlsx`);
  writeFileSync(path, file);
  return openFileHost(path);
}

async function onDisk(file: Uint8Array): Promise<Program> {
  const host = await fileHost(file);
  return { host, save: () => host.save() };
}

const PROGRAMS: Readonly<Record<string, (file: Uint8Array) => Program | Promise<Program>>> = {
  Excel: excel,
  'a file': onDisk,
  'WPS that keeps parts': wps({}),
  'WPS that keeps properties alone': wps({ customXml: 'absent' }),
  'WPS that takes parts and keeps none': wps({ customXml: 'nothing' }),
};

/** A name of a program that reads parts too. */
const READS_PARTS = Object.keys(PROGRAMS).filter((name) => name !== 'WPS that keeps properties alone');

const textsIn = async ({ host }: Program) => (await host.recall()).map(({ text }) => text);

describe.each(Object.keys(PROGRAMS))('a record written in %s', (writer) => {
  const isInProperties = writer.startsWith('WPS that') && writer !== 'WPS that keeps parts';

  it('is read in all others, and taken away there', async () => {
    const here = await PROGRAMS[writer]!(PLAIN);
    await here.host.remember(LONG);
    expect(here.host.capabilities.record).toBe(isInProperties ? 'properties' : 'part');
    const written = await here.save();
    for (const name of isInProperties ? Object.keys(PROGRAMS) : READS_PARTS) {
      const there = await PROGRAMS[name]!(written);
      expect([name, await textsIn(there)]).toEqual([name, [LONG]]);
      const [part] = await there.host.recall();
      expect(await there.host.forget(part!.id, 'another')).toBe(false);
      expect(await there.host.forget(part!.id, LONG)).toBe(true);
      expect(await textsIn(there)).toEqual([]);
      expect(await textsIn(await onDisk(await there.save()))).toEqual([]);
    }
  });

  it('leaves nothing behind when everything is taken off, and the properties of the user as they were', async () => {
    for (const file of [PLAIN, writer === 'a file' ? RICH : WITH_PROPERTIES]) {
      const here = await PROGRAMS[writer]!(file);
      await here.host.remember(LONG);
      const cleared = await (await fileHost(await here.save())).saveCleared();
      expect(cleared.hadTraces).toBe(true);
      expect(partsOf(cleared.bytes)).toEqual(partsOf(file));
    }
  });
});

it('records of several programs in both forms are read side by side', async () => {
  const first = await PROGRAMS['WPS that keeps properties alone']!(WITH_PROPERTIES);
  await first.host.remember('{"wps":1}');
  const second = excel(await first.save());
  await second.host.remember('{"excel":1}');
  const third = await onDisk(await second.save());
  await third.host.remember('{"file":1}');
  const all = ['{"excel":1}', '{"file":1}', '{"wps":1}'];
  const written = await third.save();
  for (const name of READS_PARTS) expect((await textsIn(await PROGRAMS[name]!(written))).sort()).toEqual(all);
  const properties = openXlsx(written, inflateWithZlib).properties!;
  expect([...properties].filter(([name]) => !name.startsWith(OWN_PROPERTIES))).toEqual([...USERS]);
});

it.each(['Excel', 'a file'])(
  'a part that is replaced in %s moves to where it keeps records',
  async (name) => {
    const here = await PROGRAMS['WPS that keeps properties alone']!(PLAIN);
    const id = await here.host.remember(LONG);
    const there = await PROGRAMS[name]!(await here.save());
    const now = await there.host.remember('{"v":2}', id!);
    expect(now).not.toBe(id);
    expect(await there.host.recall()).toEqual([{ id: now, text: '{"v":2}' }]);
    expect(await there.host.remember('{"v":3}', id!)).toBeNull();
    expect(openXlsx(await there.save(), inflateWithZlib).properties!.size).toBe(0);
  },
);

it('properties that were cut or lost are told as a part that cannot be read, and can be taken away', async () => {
  const here = await PROGRAMS['WPS that keeps properties alone']!(PLAIN);
  await here.host.remember(LONG);
  const model = modelOf(await here.save());
  model.properties.delete([...model.properties.keys()][1]!);
  const { host, dispose } = openInExcel(model);
  closings.push(dispose!);
  const [part, ...others] = await host.recall();
  expect([part!.text, others]).toEqual([null, []]);
  expect(await host.forget(part!.id, null)).toBe(true);
  expect(model.properties.size).toBe(0);
});
