import { OfficeHost, type OfficeHostOptions } from '../../../src/host/office/office-host';
import type { WorkbookModel } from '../../../workbench/model/workbook-model';
import { MemoryWorkbook } from '../../support/memory-workbook';
import { modelUser } from '../../support/workbooks/model-user';
import { createExcelInNode, type ExcelInNode, type ExcelInNodeOptions } from '../../support/office-in-node';
import { buildSheet } from '../../support/annexes/sheet-builder';
import type { StartWorkbook, Subject } from '../contract/subject';

export interface ExcelSubject extends Subject {
  readonly host: OfficeHost;
  readonly excel: ExcelInNode;
}

export interface ExcelSubjectOptions extends Omit<ExcelInNodeOptions, 'model'> {
  readonly office?: Partial<OfficeHostOptions>;
}

/** The adapter, over Microsoft's own client, over an emulated Excel, over a model. */
export function openInExcel(model: WorkbookModel, options: ExcelSubjectOptions = {}): ExcelSubject {
  const { office, ...switches } = options;
  const excel = createExcelInNode({ model, quiet: true, ...switches });
  const { requirements } = excel.Office.context;
  const host = new OfficeHost({
    excel: excel.Excel,
    isSetSupported: (name, version) => requirements.isSetSupported(name, version),
    ...office,
  });
  return {
    host,
    excel,
    user: {
      ...modelUser(model),
      editCell: (editing) => (editing ? excel.host.beginCellEdit() : excel.host.endCellEdit()),
    },
    async settled() {
      await model.settled();
      await new Promise((resolve) => setTimeout(resolve, 5));
      await model.settled();
    },
    dispose() {
      excel.dispose();
      model.dispose();
    },
  };
}

/** A workbook in memory, which calculates nothing: formulas keep the values they begin with. */
export function toMemoryWorkbook({ sheets }: StartWorkbook): MemoryWorkbook {
  const [first, ...others] = sheets;
  const model = new MemoryWorkbook(first?.name);
  for (const sheet of others) model.addSheet(sheet.name);
  sheets.forEach((start, index) => {
    const sheet = model.sheets[index]!;
    const { firstRow, firstColumn, values, formulas, numberFormats } = buildSheet(start.rows, start);
    values.forEach((row, rowIndex) => {
      row.forEach((value, column) => {
        const at = { row: firstRow + rowIndex, column: firstColumn + column };
        const formula = formulas[rowIndex]?.[column] ?? null;
        const numberFormat = numberFormats[rowIndex]?.[column] ?? 'General';
        if (value === null && formula === null && numberFormat === 'General') return;
        sheet.data.cells.set(`${at.row} ${at.column}`, {
          ...{ value, formula, numberFormat },
          ...{ format: {}, note: null, link: null },
        });
      });
    });
    for (const what of ['row', 'column'] as const) {
      for (const span of (what === 'row' ? start.hiddenRows : start.hiddenColumns) ?? []) {
        for (let place = span.first; place <= span.last; place += 1) sheet.setHidden(what, place, true);
      }
    }
    sheet.visible = start.visible !== false;
  });
  model.clearUndo();
  return model;
}
