import { engineHere } from '../../../src/app/engine/here';
import type { Engine, KeptId } from '../../../src/app/engine/engine';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { snapshotAfter } from '../../../src/engine/sheet/snapshot-after';
import { onlyRows } from '../../../src/engine/sheet/snapshot-rows';
import { buildSheet } from '../../support/annexes/sheet-builder';
import { generateWide } from '../../support/annexes/wide-generator';
import { Random } from '../../support/random';
import { ROWS } from '../review-cases';

const HOW = { workbookId: 'workbook', setting: null };

/** What a reviewer may type into any cell. */
const TYPED: readonly CellValue[] = [
  null,
  '已完成',
  '≥90%',
  '》120次',
  '3次',
  12,
  0.5,
  1234.567,
  -4,
  '合计',
  '河道巡查',
  '备注：',
];

/** Edits a cell, reads its row alone and reviews again. */
async function edited(
  engine: Engine,
  kept: KeptId,
  sheet: SheetSnapshot,
  cell: { readonly row: number; readonly column: number; readonly value: CellValue },
) {
  const after = snapshotAfter(sheet, [{ ...cell, formula: null }]);
  const rows = [{ first: cell.row, last: cell.row }];
  const opened = await engine.patch(kept, onlyRows(after, rows), rows);
  return { after, opened, review: await engine.review(opened.kept, HOW) };
}

async function fresh(sheet: SheetSnapshot) {
  const engine = engineHere();
  const opened = await engine.open(sheet);
  return { opened, review: await engine.review(opened.kept, HOW) };
}

describe('a worksheet of which some rows were edited', () => {
  it.each([1, 2, 3, 4, 5, 6])('is recognised and reviewed as if it had been read anew (%i)', async (seed) => {
    const random = new Random(seed);
    const engine = engineHere();
    let { sheet } = generateWide(seed);
    let { kept } = await engine.open(sheet);
    await engine.review(kept, HOW);
    for (let edit = 0; edit < 12; edit++) {
      const cell = {
        row: sheet.firstRow + random.integer(0, sheet.rowCount - 1),
        column: sheet.firstColumn + random.integer(0, sheet.columnCount - 1),
        value: TYPED[random.integer(0, TYPED.length - 1)]!,
      };
      const { after, opened, review } = await edited(engine, kept, sheet, cell);
      const anew = await fresh(after);
      expect({ ...opened, kept: '' }).toEqual({ ...anew.opened, kept: '' });
      expect(review).toEqual(anew.review);
      sheet = after;
      kept = opened.kept;
    }
  });

  it('says of other projects what the edit of one changes for them', async () => {
    const rows = [...ROWS, ['第二福利院', '河道巡查', 30, 29, 0.9667, '≥10次', '11次']];
    const engine = engineHere();
    const sheet = buildSheet(rows);
    const { kept } = await engine.open(sheet);
    await engine.review(kept, HOW);
    for (const cell of [
      { row: 6, column: 2, value: 3_000_000 },
      { row: 4, column: 5, value: '≥10次' },
      { row: 3, column: 4, value: '95%' },
    ]) {
      const { after, review } = await edited(engine, kept, sheet, cell);
      expect(review).toEqual((await fresh(after)).review);
    }
  });
});
