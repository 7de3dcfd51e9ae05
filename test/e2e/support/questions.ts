import type { CellPosition } from '../../../src/engine/sheet/address';
import type { Finding } from '../../../src/engine/rule/finding';
import type { Severity } from '../../../src/engine/severity';
import type {
  CellFormat,
  ConditionalFormatModel,
  WorkbookModel,
} from '../../../workbench/model/workbook-model';

/*
 * Questions to the workbook. They run in the page, so each stands alone.
 */

/** The cells' own formats, without marks. */
export const formats = (model: WorkbookModel, cells: readonly CellPosition[]): CellFormat[] =>
  cells.map((cell) => model.activeSheet.format(cell));

/** The fills that a person sees. */
export const shownFills = (model: WorkbookModel, cells: readonly CellPosition[]): (string | null)[] =>
  cells.map((cell) => model.activeSheet.shownFill(cell)?.toUpperCase() ?? null);

/** What a cell of the sheet in view holds. */
export const content = (model: WorkbookModel, { row, column }: CellPosition): unknown => {
  const range = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
  const sheet = model.activeSheet;
  return {
    value: sheet.values(range)[0]![0],
    formula: sheet.formulas(range)[0]![0],
    numberFormat: sheet.numberFormats(range)[0]![0],
  };
};

/** Conditional formats that carry our signature, on all sheets. */
export const ourMarks = (model: WorkbookModel): ConditionalFormatModel[] =>
  model.sheets.flatMap((sheet) =>
    sheet.conditionalFormats.filter(({ formula }) => formula.includes('annex-reviewer:')),
  );

/** The different cells of findings. */
export function cellsOf(findings: readonly Finding[]): CellPosition[] {
  const cells = new Map(findings.map(({ cell: { row, column } }) => [`${row} ${column}`, { row, column }]));
  return [...cells.values()];
}

/** The gravest severity found at a cell: the one its mark shows. */
export function worst(findings: readonly Finding[], cell: CellPosition): Severity {
  const here = findings.filter(
    (finding) => finding.cell.row === cell.row && finding.cell.column === cell.column,
  );
  const order: readonly Severity[] = ['error', 'warning', 'info'];
  return order.find((severity) => here.some((finding) => finding.severity === severity))!;
}

export const sameCell = (a: CellPosition, b: CellPosition): boolean =>
  a.row === b.row && a.column === b.column;
