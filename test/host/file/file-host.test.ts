import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toAddress } from '../../../src/engine/sheet/address';
import { openFileHost, type FileHost } from '../../../src/host/file/file-host';
import type { Capabilities } from '../../../src/host/port';
import { FakeWorkbook } from '../../support/fake-workbook';
import { buildSheet } from '../../support/sheet-builder';
import { buildXlsx, type BuilderCell, type BuilderSheet } from '../../support/xlsx-builder';
import { describeHostContract, type StartSheet } from '../contract';

const capabilities: Capabilities = {
  host: 'file',
  writes: false,
  notes: false,
  charts: false,
  undo: false,
  interactive: false,
  merges: true,
};

const folder = mkdtempSync(join(tmpdir(), 'annex-reviewer-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a small workbook; the file host opens it. */
async function open(name: string, sheets: readonly StartSheet[]): Promise<FileHost> {
  const path = join(folder, name);
  writeFileSync(path, buildXlsx({ sheets: sheets.map(toBuilderSheet) }));
  return openFileHost(path);
}

describeHostContract('the file host', { capabilities, calculates: false }, async ({ name, sheets }) => ({
  host: await open(name, sheets),
  user: new FakeWorkbook(sheets, name),
  settled: () => Promise.resolve(),
}));

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
    expect(await host.recall()).toBeNull();
    expect(await host.ownSheet()).toBeNull();
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
