import { toMemoryWorkbook } from '../../host/office/open-in-excel';
import type { MemoryWorkbook } from '../memory-workbook';
import type { CellInput } from '../annexes/sheet-builder';

/** A workbook of the user's in memory: an annex, and beside it a worksheet that is none of ours. */
export function usersWorkbook(annex: {
  readonly name: string;
  readonly rows: readonly (readonly CellInput[])[];
}): MemoryWorkbook {
  return toMemoryWorkbook({
    name: '绩效自评.xlsx',
    sheets: [
      annex,
      {
        name: '我的工作表',
        rows: [
          ['联系人', '电话'],
          ['张工', '1234567'],
          [null, { value: 3, formula: '=1+2' }],
        ],
      },
    ],
  });
}
