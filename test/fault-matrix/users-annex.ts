import { parseRangeAddress } from '../../src/engine/sheet/address';
import { ROWS } from '../app/review-cases';
import type { MemoryWorkbook } from '../support/memory-workbook';
import { usersWorkbook } from '../support/workbooks/users-workbook';

/** The name of the worksheet with the annex. */
export const ANNEX = '附件2';

/** A workbook with an annex of three rows, and with a fill, a note and a conditional format of the user's. */
export function usersAnnex(): MemoryWorkbook {
  const model = usersWorkbook({ name: ANNEX, rows: ROWS });
  model.keepNoUndo();
  const annex = model.sheet(ANNEX);
  annex.addConditionalFormat({
    ranges: [parseRangeAddress('A1:G9')!],
    formula: '=$A1="市水务处"',
    fill: '#CCEEFF',
  });
  annex.setFormat(parseRangeAddress('A3:G3')!, { fill: '#EEEEEE', bold: true });
  annex.setNote({ row: 3, column: 0 }, '已电话核实');
  return model;
}
