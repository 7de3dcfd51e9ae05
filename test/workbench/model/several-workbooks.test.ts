import { createHeadlessUniver } from '../../../workbench/model/create-univer';
import { createWorkbookModel } from '../../../workbench/model/univer-workbook';
import { cellAt, openedSheet, valueOf, write } from '../../support/workbooks/workbook-model';

test('workbooks that are open in one engine keep apart what they have, are undone and are closed one by one', () => {
  const univer = createHeadlessUniver('zh-CN');
  const open = (name: string) =>
    createWorkbookModel({ name, sheets: [openedSheet('表1', [[1], [2], [3]])], univer });
  const [one, other] = [open('一'), open('二')];
  const [sheet, same] = [one.activeSheet, other.activeSheet];
  for (const each of [sheet, same]) each.setLink(cellAt('A3'), { sheetName: '表1', address: 'A1' });
  sheet.setProtected(true);
  expect([sheet.protected, same.protected]).toEqual([true, false]);

  same.insertRows(0, 1);
  const linked = [sheet, same].map((each) =>
    ['A3', 'A4'].filter((address) => each.link(cellAt(address)) !== null),
  );
  expect(linked).toEqual([['A3'], ['A4']]);
  write(same, 'A1', [['改过']]);
  expect([valueOf(sheet, 'A1'), valueOf(same, 'A1')]).toEqual([1, '改过']);

  one.undo();
  expect([sheet.protected, valueOf(same, 'A1'), same.link(cellAt('A4')) !== null]).toEqual([
    false,
    '改过',
    true,
  ]);

  one.dispose();
  same.setProtected(true);
  expect(same.protected).toBe(true);
  other.dispose();
  univer.dispose();
});
