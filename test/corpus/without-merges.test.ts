import { reviewSheet } from '../../src/engine/review/review-sheet';
import type { SheetSnapshot } from '../../src/engine/sheet/snapshot';
import { toAddress } from '../../src/engine/sheet/address';
import { openWorkbookFile } from '../../src/host/file/open-workbook-file';
import { withoutMerges } from '../support/annexes/transform-sheet';
import { CORPUS, corpusFile, withCorpus } from '../support/outside/corpus';

const found = (sheet: SheetSnapshot): string[] =>
  reviewSheet(sheet)
    .flatMap(({ findings }) => findings)
    .map(({ rule, cell, message }) => `${rule} ${toAddress(cell.row, cell.column)} ${message}`)
    .sort();

withCorpus([], () => {
  // Excel and WPS do not tell what is merged, workbooks in files do.
  test.each(CORPUS)('%s is judged alike whether merged cells are known or not', async (name) => {
    const sheet = await (await openWorkbookFile(corpusFile(name))).readSheet(0);
    expect(sheet.merges).not.toBeNull();
    expect(found(withoutMerges(sheet))).toEqual(found(sheet));
  });
});
