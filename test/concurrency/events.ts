import { parseRangeAddress, type CellRange } from '../../src/engine/sheet/address';
import type { CellValue } from '../../src/engine/sheet/cell-value';
import type { MemorySheet } from '../support/workbooks/memory-sheet';
import type { MemoryWorkbook } from '../support/memory-workbook';
import { ANNEX, DATA, ISSUES, TARGET_ROW } from './desk';

/** What a deed does to what was reviewed. */
export type Kind =
  | 'types into the row'
  | 'types elsewhere'
  | 'inserts rows'
  | 'deletes rows'
  | 'sorts rows'
  | 'renames or adds sheets'
  | 'copies the sheet'
  | 'deletes the sheet'
  | 'changes looks'
  | 'answers'
  | 'moves 问题清单';

/** What a person at the grid does. */
export interface Deed {
  readonly name: string;
  readonly kind: Kind;
  /** @returns `false` where it cannot be done because of what is there or is not */
  happen(model: MemoryWorkbook): unknown;
}

/** What is typed into 问题清单 as the answer to the first finding. */
export const FEEDBACK = '已联系单位核实';
/** 0-based place of that answer. */
export const FEEDBACK_CELL = { row: 3, column: 11 };

const at = (row: number, column: number): CellRange => ({
  ...{ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column },
});
const annexOf = (model: MemoryWorkbook): MemorySheet => model.sheet(ANNEX);
const issuesOf = (model: MemoryWorkbook): MemorySheet | undefined =>
  model.sheets.find(({ name }) => name === ISSUES);

function inAnnex(
  kind: Kind,
  name: string,
  happen: (sheet: MemorySheet, model: MemoryWorkbook) => void,
): Deed {
  return {
    ...{ kind, name },
    happen(model) {
      const sheet = annexOf(model);
      // One thing that a person does, for those who are told of it.
      model.transact(() => happen(sheet, model));
    },
  };
}

function inIssues(
  kind: Kind,
  name: string,
  happen: (sheet: MemorySheet, model: MemoryWorkbook) => void,
): Deed {
  return {
    ...{ kind, name },
    happen(model) {
      const sheet = issuesOf(model);
      if (!sheet) return false;
      model.transact(() => happen(sheet, model));
      return true;
    },
  };
}

const typing = (kind: Kind, name: string, row: number, column: number, value: CellValue): Deed =>
  inAnnex(kind, name, (sheet) => sheet.setCells(at(row, column), [[{ value }]]));

const allRows = (order: (rows: number[]) => number[]): number[] =>
  order(Array.from({ length: DATA.last - DATA.first + 1 }, (_, index) => DATA.first + index));

/** What somebody at the grid may do between two requests of ours. */
export const DEEDS: readonly Deed[] = [
  typing('types into the row', 'types into the cell', TARGET_ROW, 4, 0.5),
  typing('types into the row', 'types into the text beside it', TARGET_ROW, 5, '≥31间'),
  typing('types into the row', 'types into a cell that it was computed from', TARGET_ROW, 3, 74),
  typing('types into the row', 'types another project’s name into the row', TARGET_ROW, 1, '库房改造二期'),
  typing('types elsewhere', 'types beside the table', TARGET_ROW, 7, '待补充'),
  typing('types elsewhere', 'types into the row below', TARGET_ROW + 1, 6, '35间'),
  typing('types elsewhere', 'types into the header', 2, 4, '得分'),
  typing('types elsewhere', 'types another unit of money', 1, 0, '单位：元'),
  typing('types elsewhere', 'adds a project below', DATA.last + 1, 1, '新增项目'),
  inAnnex('types into the row', 'empties the cell', (sheet) => sheet.clear(at(TARGET_ROW, 4), 'contents')),
  inAnnex('inserts rows', 'inserts a row above', (sheet) => sheet.insertRows(TARGET_ROW, 1)),
  inAnnex('inserts rows', 'inserts a row above the table', (sheet) => sheet.insertRows(0, 1)),
  inAnnex('deletes rows', 'deletes a row above', (sheet) => sheet.deleteRows(TARGET_ROW - 1, 1)),
  inAnnex('deletes rows', 'deletes the row', (sheet) => sheet.deleteRows(TARGET_ROW, 1)),
  inAnnex('deletes rows', 'deletes the rows of the table', (sheet) => sheet.deleteRows(DATA.first, 6)),
  inAnnex('sorts rows', 'sorts the rows', (sheet) =>
    sheet.sortRows(
      DATA.first,
      allRows((rows) => rows.reverse()),
    ),
  ),
  inAnnex('sorts rows', 'changes the places of two rows that look alike', (sheet) =>
    sheet.sortRows(TARGET_ROW, [TARGET_ROW + 1, TARGET_ROW]),
  ),
  inAnnex('inserts rows', 'copies the row below itself', (sheet) => {
    sheet.insertRows(TARGET_ROW + 1, 1);
    const row = { firstRow: TARGET_ROW, lastRow: TARGET_ROW, firstColumn: 0, lastColumn: 6 };
    const below = { ...row, firstRow: TARGET_ROW + 1, lastRow: TARGET_ROW + 1 };
    sheet.setCells(below, [sheet.values(row)[0]!.map((value) => ({ value }))]);
    sheet.setNumberFormats(below, sheet.numberFormats(row));
  }),
  inAnnex('renames or adds sheets', 'renames the sheet', (sheet) => sheet.rename('附件2（定稿）')),
  inAnnex('copies the sheet', 'copies the sheet', (sheet, model) => void model.copySheet(sheet.id)),
  inAnnex('deletes the sheet', 'deletes the sheet', (sheet, model) => model.deleteSheet(sheet.id)),
  inAnnex('changes looks', 'lays a conditional format', (sheet) => {
    const ranges = [parseRangeAddress('A4:G9')!];
    sheet.addConditionalFormat({ ranges, formula: '=$E4>1', fill: '#FF0000' });
  }),
  inAnnex('changes looks', 'writes a note on the cell', (sheet) =>
    sheet.setNote({ row: TARGET_ROW, column: 4 }, '请复核'),
  ),
  inAnnex('changes looks', 'paints the cell', (sheet) =>
    sheet.setFormat(at(TARGET_ROW, 4), { fill: '#FFFF00', bold: true }),
  ),
  {
    name: 'looks at another sheet',
    kind: 'changes looks',
    happen: (model) => model.activate(model.sheet('我的工作表').id),
  },
  {
    name: 'adds a sheet',
    kind: 'renames or adds sheets',
    happen: (model) => void model.addSheet('另一张表'),
  },
  {
    name: 'adds a sheet of our name',
    kind: 'renames or adds sheets',
    happen: (model) => {
      if (issuesOf(model)) return false;
      model.addSheet(ISSUES).setCells(at(0, 0), [[{ value: '我的清单' }]]);
      return true;
    },
  },
  inIssues('answers', 'answers in 问题清单', (sheet) =>
    sheet.setCells(at(FEEDBACK_CELL.row, FEEDBACK_CELL.column), [[{ value: FEEDBACK }]]),
  ),
  inIssues('answers', 'types beside 问题清单', (sheet) => sheet.setCells(at(3, 13), [[{ value: FEEDBACK }]])),
  inIssues('answers', 'types below 问题清单', (sheet) => sheet.setCells(at(20, 2), [[{ value: FEEDBACK }]])),
  inIssues('answers', 'answers in 问题清单 and sorts it', (sheet) => {
    sheet.setCells(at(FEEDBACK_CELL.row, FEEDBACK_CELL.column), [[{ value: FEEDBACK }]]);
    sheet.sortRows(3, [5, 4, 3]);
  }),
  inIssues('answers', 'answers in 问题清单 and inserts a row above', (sheet) => {
    sheet.setCells(at(FEEDBACK_CELL.row, FEEDBACK_CELL.column), [[{ value: FEEDBACK }]]);
    sheet.insertRows(3, 1);
  }),
  inIssues('moves 问题清单', 'renames 问题清单', (sheet) => sheet.rename('清单（发各单位）')),
  inIssues('moves 问题清单', 'copies 问题清单', (sheet, model) => void model.copySheet(sheet.id)),
  inIssues('moves 问题清单', 'deletes 问题清单', (sheet, model) => model.deleteSheet(sheet.id)),
];
