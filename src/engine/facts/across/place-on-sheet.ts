import type { MessageText } from '../../language';
import { quote } from '../../rule/figures';
import type { AnnexInWorkbook, RelatedCell } from '../../rule/rule';
import { toAddress, type CellPosition } from '../../sheet/address';

type OnSheet = Pick<AnnexInWorkbook, 'sheet'>;

/** How a cell of one annex is called beside another: with its worksheet, where that is another one. */
export function placeText({ row, column }: CellPosition, of: OnSheet, beside: OnSheet): MessageText {
  const address = toAddress(row, column);
  if (of.sheet.id === beside.sheet.id) return address;
  const name = quote(of.sheet.name);
  return { 'zh-CN': `“${name}”表 ${address}`, en: `"${name}" ${address}` };
}

/** A cell of another annex, as a report relates to it. */
export function cellOf({ row, column }: CellPosition, { sheet }: OnSheet): RelatedCell {
  return { sheetId: sheet.id, row, column };
}
