import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toAddress } from '../../../src/engine/sheet/address';
import { FileHost, openFileHost } from '../../../src/host/file/file-host';
import { OWN_SIGNATURE } from '../../../src/host/file/own-signature';
import { deflateWithZlib } from '../../../src/host/file/zlib-deflate';
import { inflateWithZlib } from '../../../src/host/file/zlib-inflate';
import type { Capabilities } from '../../../src/host/port';
import { WorkbookDraft } from '../../../src/xlsx';
import { buildSheet } from '../../support/annexes/sheet-builder';
import { buildXlsx, type BuilderCell, type BuilderSheet } from '../../support/xlsx/xlsx-builder';
import { describeHostContract, type StartSheet, type Subject } from '../contract';
import { fileUser } from './file-user';

const capabilities: Capabilities = {
  host: 'file',
  writes: true,
  marks: true,
  notes: true,
  charts: true,
  undo: false,
  interactive: false,
  events: 'none',
  record: 'part',
  merges: true,
  renames: true,
  tellsChanges: false,
};

const folder = mkdtempSync(join(tmpdir(), 'annex-reviewer-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a small workbook; the file host opens it. */
async function open(name: string, sheets: readonly StartSheet[]): Promise<FileHost> {
  const path = join(folder, name);
  writeFileSync(path, buildXlsx({ sheets: sheets.map(toBuilderSheet) }));
  return openFileHost(path);
}

/**
 * A file that several programs open one after another: whenever the user has changed something, the host opens the file
 * again.
 */
function subjectOf(bytes: Uint8Array, name: string): Subject {
  const openBytes = (file: Uint8Array) =>
    WorkbookDraft.open(file, { inflate: inflateWithZlib, signature: OWN_SIGNATURE });
  let draft = openBytes(bytes);
  let host = new FileHost(name, draft);
  const user = fileUser(
    () => draft.save(deflateWithZlib),
    (changed) => {
      draft = openBytes(changed);
      host = new FileHost(name, draft);
    },
  );
  const now: ProxyHandler<FileHost> = {
    get(_, key: keyof FileHost) {
      const member = host[key];
      return typeof member === 'function' ? member.bind(host) : member;
    },
  };
  return { host: new Proxy(host, now), user, settled: () => Promise.resolve() };
}

describeHostContract('the file host', { capabilities, calculates: false }, ({ name, sheets }) =>
  Promise.resolve(subjectOf(buildXlsx({ sheets: sheets.map(toBuilderSheet) }), name)),
);

describe('the file host', () => {
  it('takes the first visible sheet for the one in view', async () => {
    const host = await open('hidden.xlsx', [
      { name: '藏', rows: [], visible: false },
      { name: '见', rows: [] },
    ]);
    expect((await host.activeSheet()).name).toBe('见');
  });

  it('hears nothing, remembers nothing and has no sheet of ours', async () => {
    const host = await open('silent.xlsx', [{ name: '表', rows: [] }]);
    expect(await host.recall()).toEqual([]);
    expect(await host.ownSheet('issue-list')).toBeNull();
    (await host.listen())();
    await expect(host.select()).rejects.toMatchObject({ code: 'not-supported' });
  });
});

function toBuilderSheet(start: StartSheet): BuilderSheet {
  const { firstRow, firstColumn, values, formulas, numberFormats } = buildSheet(start.rows, start);
  const above = Array.from({ length: firstRow }, (): BuilderCell[] => []);
  const left = Array.from({ length: firstColumn }, (): BuilderCell => null);
  const named = <T>(matrix: readonly (readonly T[])[], keep: (value: T) => boolean) =>
    matrix.flatMap((row, rowIndex) =>
      row.flatMap((value, column): [string, T][] =>
        keep(value) ? [[toAddress(firstRow + rowIndex, firstColumn + column), value]] : [],
      ),
    );
  const lines = (spans: StartSheet['hiddenRows'] = []) =>
    spans.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index));
  return {
    name: start.name,
    rows: [...above, ...values.map((row) => [...left, ...row])],
    formats: Object.fromEntries(named(numberFormats, (format) => format !== 'General')),
    formulas: Object.fromEntries(named(formulas, (formula) => formula !== null)) as Record<string, string>,
    hiddenRows: lines(start.hiddenRows),
    hiddenColumns: lines(start.hiddenColumns),
    state: start.visible === false ? 'hidden' : 'visible',
  };
}
