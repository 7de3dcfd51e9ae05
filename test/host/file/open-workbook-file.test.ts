import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbookFile } from '../../../src/host/file/open-workbook-file';
import { WorkbookFileError } from '../../../src/host/file/workbook-file-error';
import { XlsxError } from '../../../src/xlsx';
import { buildCompoundFile } from '../../support/xlsx/compound-file-builder';
import { buildXlsx } from '../../support/xlsx/xlsx-builder';

const folder = mkdtempSync(join(tmpdir(), 'annex-reviewer-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: Uint8Array | string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const errorOf = async (path: string, options = {}) =>
  openWorkbookFile(path, options).then(
    () => undefined,
    (error: unknown) => error,
  );

test('opens a workbook, whatever its extension', async () => {
  const bytes = buildXlsx({ sheets: [{ rows: [['项目']] }] });
  for (const name of ['自评 表.xlsx', 'b.xls', 'c']) {
    const workbook = await openWorkbookFile(write(name, bytes));
    expect(workbook.readSheet(0).values).toEqual([['项目']]);
  }
});

test.each<[string, Uint8Array | string, string, string | undefined]>([
  ['a.xls', buildCompoundFile(['Workbook']), 'legacy-xls', 'xls'],
  ['a.et', buildCompoundFile(['Workbook']), 'legacy-xls', 'et'],
  ['renamed.xlsx', buildCompoundFile(['Workbook']), 'legacy-xls', 'xls'],
  ['letter.xls', buildCompoundFile(['WordDocument']), 'not-a-workbook', 'xls'],
  ['letter.xlsx', buildCompoundFile(['WordDocument']), 'not-a-workbook', undefined],
  ['locked.xlsx', buildCompoundFile(['EncryptedPackage']), 'encrypted', undefined],
  ['page.xlsx', '<html></html>', 'not-a-workbook', 'html'],
  ['page.xls', '<html></html>', 'not-a-workbook', 'html'],
  ['a.csv', '序号,项目', 'not-a-workbook', 'csv'],
  ['a.xlsx', '序号,项目', 'not-a-workbook', undefined],
  ['empty.xlsx', '', 'not-a-workbook', undefined],
])('%s', async (name, content, code, format) => {
  const error = await errorOf(write(name, content));
  expect(error).toBeInstanceOf(XlsxError);
  expect((error as XlsxError).code).toBe(code);
  expect((error as XlsxError).detail.format).toBe(format);
});

test('what the file system refuses', async () => {
  expect(await errorOf(join(folder, 'none.xlsx'))).toMatchObject({ code: 'unreadable', reason: 'not-found' });
  expect(await errorOf(folder)).toMatchObject({ code: 'unreadable', reason: 'not-a-file', path: folder });
  expect(await errorOf('a\0b')).toMatchObject({ code: 'unreadable', reason: 'other' });
  expect(await errorOf(folder)).toBeInstanceOf(WorkbookFileError);
});

test('a file over the limit is refused unread', async () => {
  const path = write('large.xlsx', new Uint8Array(2000));
  expect(await errorOf(path, { maxFileSize: 1999 })).toMatchObject({
    code: 'too-large',
    detail: { limit: 1999 },
  });
});

test('limits reach the reader', async () => {
  const path = write('cells.xlsx', buildXlsx({ sheets: [{ rows: [[1, 2, 3]] }] }));
  const workbook = await openWorkbookFile(path, { limits: { maxCells: 2 } });
  expect(() => workbook.readSheet(0)).toThrow(XlsxError);
});
