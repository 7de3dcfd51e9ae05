import { FileHost } from '../../../src/host/file/file-host';
import { OWN_SIGNATURE } from '../../../src/host/file/own-signature';
import { deflateWithZlib } from '../../../src/host/file/zlib-deflate';
import { inflateWithZlib } from '../../../src/host/file/zlib-inflate';
import { valueAt } from '../../../src/engine/sheet/snapshot';
import { WorkbookDraft } from '../../../src/xlsx';
import { problemOf } from '../../../src/cli/review-workbook';
import { buildXlsxOfSheetXml, MAIN_NAMESPACE } from '../../support/xlsx/xlsx-builder';
import { STYLES } from '../../support/xlsx/edited-package';
import { PLAN } from '../contract/plan';

const MOST = 65_490;
const CELLS = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';

function fileWith({ cellXfs, dxfs }: { readonly cellXfs: number; readonly dxfs: number }): Uint8Array {
  const lists =
    `<cellXfs>${'<xf numFmtId="0"/>'.repeat(cellXfs)}</cellXfs>` + `<dxfs>${'<dxf/>'.repeat(dxfs)}</dxfs>`;
  const styles = `<styleSheet xmlns="${MAIN_NAMESPACE}">${lists}</styleSheet>`;
  return buildXlsxOfSheetXml(CELLS, { [STYLES]: styles });
}

async function opened(file: Uint8Array) {
  const draft = WorkbookDraft.open(file, { inflate: inflateWithZlib, signature: OWN_SIGNATURE });
  const host = new FileHost('自评表.xlsx', draft);
  return { host, draft, id: (await host.sheets())[0]!.id };
}

const MARKS = {
  cells: { error: [{ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 }], warning: [], info: [] },
  notes: [],
};
const edit = (numberFormat?: string) => ({
  row: 0,
  column: 0,
  after: { value: 2 },
  expectedBefore: { value: 1, formula: null },
  ...(numberFormat !== undefined && { numberFormat }),
});

describe('a workbook with as many cell styles as programs read', () => {
  const file = fileWith({ cellXfs: MOST, dxfs: 0 });

  test('a fix that needs another number format is refused, and nothing is written', async () => {
    const { host, draft, id } = await opened(file);
    const refused = { code: 'formats-full', write: 'not-tried' };
    await expect(host.edit(id, [edit('0.0%')])).rejects.toMatchObject(refused);
    expect(draft.save(deflateWithZlib)).toBe(file);
  });

  test('other fixes, marks and rollups are written', async () => {
    const { host, draft, id } = await opened(file);
    await host.edit(id, [edit()]);
    expect(await host.mark(id, MARKS)).toMatchObject({ markedCells: 1 });
    const [rollup] = await host.insert(() => [{ plan: PLAN }]);
    const again = await opened(draft.save(deflateWithZlib));
    expect(valueAt(await again.host.read(again.id), 0, 0)).toBe(2);
    const sheets = await again.host.sheets();
    expect(sheets.map(({ name }) => name)).toContain(rollup!.name);
    expect(valueAt(await again.host.read(sheets.at(-1)!.id), 4, 0)).toBe('合计');
    expect(await again.host.ownSheet(PLAN.key)).toMatchObject({ name: rollup!.name });
    await again.host.insert(() => [{ plan: PLAN }]);
    expect((await again.host.sheets()).map(({ name }) => name)).toEqual(sheets.map(({ name }) => name));
  });
});

test('marks for which there is no format left are refused in words, and nothing is written', async () => {
  const file = fileWith({ cellXfs: 1, dxfs: MOST });
  const { host, draft, id } = await opened(file);
  const refused: unknown = await host.mark(id, MARKS).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'formats-full', write: 'not-tried' });
  expect(draft.save(deflateWithZlib)).toBe(file);
  expect(problemOf(refused, '自评表.xlsx', null)).toMatchObject({
    code: 'not-written',
    reason: 'formats-full',
  });
});
