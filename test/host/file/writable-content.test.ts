import { FileHost } from '../../../src/host/file/file-host';
import { OWN_SIGNATURE } from '../../../src/host/file/own-signature';
import { deflateWithZlib } from '../../../src/host/file/zlib-deflate';
import { inflateWithZlib } from '../../../src/host/file/zlib-inflate';
import type { CellContent } from '../../../src/engine/sheet/edit';
import { WorkbookDraft } from '../../../src/xlsx';
import { buildXlsx } from '../../support/xlsx/xlsx-builder';

const FILE = buildXlsx({ sheets: [{ name: '附件', rows: [[1, 2]] }] });

async function edited(after: CellContent) {
  const draft = WorkbookDraft.open(FILE, { inflate: inflateWithZlib, signature: OWN_SIGNATURE });
  const host = new FileHost('自评表.xlsx', draft);
  const { id } = (await host.sheets())[0]!;
  const edits = [
    { row: 0, column: 0, after: { value: 5 }, expectedBefore: { value: 1, formula: null } },
    { row: 0, column: 1, after, expectedBefore: { value: 2, formula: null } },
  ];
  const outcome = await host.edit(id, edits).catch((error: unknown) => error);
  return { outcome, file: draft.save(deflateWithZlib) };
}

test.each<[string, CellContent]>([
  ['infinity', { value: Infinity }],
  ['what is no number', { value: NaN }],
  ['a text that is too long', { value: '字'.repeat(32_768) }],
  ['a formula that is too long', { formula: `=1${'+1'.repeat(4096)}` }],
  ['what is not known', { value: { unknown: 'formula' } }],
])('%s is refused with its cell, and nothing is written', async (_, after) => {
  const { outcome, file } = await edited(after);
  expect(outcome).toMatchObject({
    code: 'unwritable',
    write: 'not-tried',
    detail: { sheet: '附件', cells: [{ row: 0, column: 1 }] },
  });
  expect(file).toBe(FILE);
});

test.each<[string, CellContent]>([
  ['the longest text', { value: '字'.repeat(32_767) }],
  ['the longest formula', { formula: `=${'1+'.repeat(4095)}10` }],
  ['a number as large as they come', { value: Number.MAX_VALUE }],
])('%s is written', async (_, after) => {
  const { outcome } = await edited(after);
  expect(outcome).toMatchObject([{ now: { value: 5 } }, {}]);
});
