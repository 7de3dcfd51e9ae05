import { ICommandService, IUndoRedoService } from '@univerjs/core';
import { SetFormulaCalculationNotificationMutation } from '@univerjs/engine-formula';
import { SET_SHEET_STATE } from '../model/sheet-state';
import type { TransactionalUndoService } from '../model/transactional-undo';
import { hasCells } from '../model/unfollowed-changes';
import type { WorkbookModel } from '../model/workbook-model';
import type { PageUniver } from './page-univer';

/** Rows beyond this keep their height: measuring text takes time. */
const MEASURED_ROWS = 1000;

/** Gives the rows of the sheet in view the height of their text, but for those whose height was set. */
export function fitRows({ univer, api }: PageUniver): void {
  const workbook = api.getActiveWorkbook();
  const sheet = workbook?.getActiveSheet();
  if (!workbook || !sheet) return;
  const undo = univer.__getInjector().get(IUndoRedoService) as TransactionalUndoService;
  const rows = sheet.getSheet().getRowManager();
  const last = Math.min(sheet.getLastRow() + 1, MEASURED_ROWS);
  // What the grid does for looks is no step of the user's undo.
  undo.begin(workbook.getId());
  try {
    for (let row = 0; row < last;) {
      const start = row;
      while (row < last && rows.getRow(row)?.ia !== 0) row++;
      if (row > start) sheet.autoResizeRows(start, row - start);
      else row++;
    }
  } finally {
    undo.end(workbook.getId());
  }
}

/** Tells when formulas were calculated, or when charts, links or protection changed. */
export function onUpkeep({ univer }: PageUniver, listener: (what: 'calculated' | 'state') => void): void {
  univer
    .__getInjector()
    .get(ICommandService)
    .onCommandExecuted(({ id, params }) => {
      if (id === SET_SHEET_STATE) listener('state');
      else if (id === SetFormulaCalculationNotificationMutation.id) {
        if ((params as { functionsExecutedState?: number }).functionsExecutedState !== undefined)
          listener('calculated');
      }
    });
}

let applying = Promise.resolve();

/** Makes the grid refuse typing on sheets that the model says are protected or without cells, and on no others. */
export function applyProtection(page: PageUniver, model: WorkbookModel): Promise<void> {
  // One after the other: a sheet must not be protected twice.
  return (applying = applying.then(() => protect(page, model)));
}

async function protect({ api }: PageUniver, model: WorkbookModel): Promise<void> {
  const workbook = api.getActiveWorkbook();
  for (const { id } of model.sheets) {
    const permission = workbook?.getSheetBySheetId(id)?.getWorksheetPermission();
    const sheet = model.sheets.find((one) => one.id === id);
    // Into a sheet without cells nothing could be saved.
    const wanted = sheet && (sheet.protected || !hasCells(sheet));
    if (!permission || wanted === undefined || permission.isProtected() === wanted) continue;
    if (wanted) {
      await permission.protect();
      await permission.setReadOnly();
    } else {
      await permission.unprotect();
    }
  }
}
