import { reviewSheet } from '../../src/engine/review/review-sheet';
import { StatementCache } from '../../src/engine/quantity';
import { UNKNOWN_FORMULA, UNKNOWN_PICTURE, type CellUnknown } from '../../src/engine/sheet/cell-value';
import { toAddress } from '../../src/engine/sheet/address';
import { openFileHost } from '../../src/host/file/file-host';
import type { SheetSnapshot } from '../../src/engine/sheet/snapshot';
import path from 'node:path';

const FILES = ['scored-annex.xlsx', 'self-evaluation-annex.xlsx'];
/** One cell in four, other rows in each column; `npm run nightly -- unknown-cells` takes them all. */
const STEP = process.env.UNKNOWN_CELLS === 'all' ? 1 : 4;
const SAMPLES = path.join(__dirname, '../../assets/samples');

async function firstSheet(file: string): Promise<SheetSnapshot> {
  const host = await openFileHost(path.join(SAMPLES, file));
  return host.read((await host.sheets())[0]!.id);
}

function withUnknown(sheet: SheetSnapshot, row: number, column: number, value: CellUnknown): SheetSnapshot {
  const values = sheet.values.map((cells, r) =>
    r === row ? cells.map((cell, c) => (c === column ? value : cell)) : cells,
  );
  return { ...sheet, values };
}

const found = (sheet: SheetSnapshot, statements: StatementCache): Set<string> =>
  new Set(
    reviewSheet(sheet, { statements }).flatMap(({ findings }) =>
      findings.map(({ rule, cell }) => `${toAddress(cell.row, cell.column)} ${rule}`),
    ),
  );

test.each(FILES)('%s: a cell that is not known raises no finding, at itself or elsewhere', async (file) => {
  const sheet = await firstSheet(file);
  const statements = new StatementCache();
  const before = found(sheet, statements);
  const raised: string[] = [];
  const { annex } = reviewSheet(sheet, { statements })[0]!;
  for (let row = annex.dataRows[0] - sheet.firstRow; row <= annex.range.lastRow - sheet.firstRow; row++) {
    const isTail = row > annex.dataRows[1] - sheet.firstRow;
    sheet.values[row]?.forEach((value, column) => {
      if (value === null || (isTail && typeof value === 'string')) return;
      if ((row + column) % STEP !== 0) return;
      const unknown = row % 2 ? UNKNOWN_FORMULA : UNKNOWN_PICTURE;
      for (const one of found(withUnknown(sheet, row, column, unknown), statements)) {
        if (!before.has(one))
          raised.push(`${toAddress(row + sheet.firstRow, column + sheet.firstColumn)}: ${one}`);
      }
    });
  }
  expect(raised).toEqual([]);
});
