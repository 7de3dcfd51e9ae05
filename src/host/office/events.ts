import type { CellPosition, CellRange } from '../../engine/sheet/address';
import { LAST_COLUMN, LAST_ROW, columnIndex, parseRangeAddress } from '../../engine/sheet/address';
import type { HostEvent } from '../port';
import type { ExcelRun, OfficeSession } from './session';

type Shown = { readonly worksheetId: string; readonly address?: string };
type Registration = Pick<OfficeExtension.EventHandlerResult<unknown>, 'context' | 'remove'>;

/**
 * Registers for what the user does, for all worksheets at once.
 * @returns a function that ends it; the listener hears nothing from that moment on
 */
export async function listenToWorkbook(
  session: OfficeSession,
  excel: ExcelRun,
  listener: (event: HostEvent) => void,
): Promise<() => void> {
  let listening = true;
  const tell = (event: HostEvent): Promise<void> => {
    if (listening) listener(event);
    return Promise.resolve();
  };
  const registrations = await session.run(async ({ context, sync }): Promise<Registration[]> => {
    const { worksheets } = context.workbook;
    const made: Registration[] = [
      worksheets.onChanged.add((event) => {
        const { worksheetId: sheetId } = event;
        // Where cells were moved, those that hold something else are not all named.
        const range = event.changeType === 'RangeEdited' ? rangeOfEvent(event.address) : null;
        // Excel tells from ExcelApi 1.14 on that we did it ourselves, in this page or in another of ours.
        const ours = event.triggerSource === 'ThisLocalAddin';
        return tell({ type: ours ? 'shown-changed' : 'cells-changed', sheetId, range });
      }),
      worksheets.onCalculated.add((event) => tell(shownChanged(event))),
      worksheets.onFormatChanged.add((event) => tell(shownChanged(event))),
      worksheets.onSelectionChanged.add((event) => {
        const cell = firstCell(event.address);
        return cell
          ? tell({ type: 'selection-changed', sheetId: event.worksheetId, cell })
          : Promise.resolve();
      }),
      worksheets.onActivated.add((event) => tell({ type: 'sheet-activated', sheetId: event.worksheetId })),
      worksheets.onAdded.add(() => tell({ type: 'sheets-changed' })),
      worksheets.onDeleted.add(() => tell({ type: 'sheets-changed' })),
    ];
    await sync();
    return made;
  });
  return () => {
    if (!listening) return;
    listening = false;
    void release(excel, registrations);
  };
}

/** Builds leave the address out where all of the worksheet is meant. */
function shownChanged({ worksheetId, address }: Shown): HostEvent {
  return { type: 'shown-changed', sheetId: worksheetId, range: address ? rangeOfEvent(address) : null };
}

/** Takes the handlers off; where that fails, nobody hears them any more all the same. */
async function release(excel: ExcelRun, registrations: readonly Registration[]): Promise<void> {
  try {
    await excel.run(registrations[0]!.context, async (context) => {
      for (const registration of registrations) registration.remove();
      await context.sync();
    });
  } catch {
    // The workbook is closing, or Excel is busy: either way there is nothing to do.
  }
}

/** "B2:C9", "B:B", "3:4"; of several ranges nothing is said. */
function rangeOfEvent(address: string): CellRange | null {
  const local = address.slice(address.lastIndexOf('!') + 1).replace(/\$/g, '');
  const rows = /^(\d+):(\d+)$/.exec(local);
  if (rows) {
    return {
      firstRow: Number(rows[1]) - 1,
      lastRow: Number(rows[2]) - 1,
      firstColumn: 0,
      lastColumn: LAST_COLUMN,
    };
  }
  const columns = /^([A-Z]+):([A-Z]+)$/i.exec(local);
  if (columns) {
    return {
      firstRow: 0,
      lastRow: LAST_ROW,
      firstColumn: columnIndex(columns[1]!),
      lastColumn: columnIndex(columns[2]!),
    };
  }
  return parseRangeAddress(local);
}

function firstCell(address: string): CellPosition | null {
  const range = rangeOfEvent(address.split(',', 1)[0]!);
  return range && { row: range.firstRow, column: range.firstColumn };
}
