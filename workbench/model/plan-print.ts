import type { WorksheetPlan } from '../../src/engine/sheet/sheet-plan';
import { CannotSave } from './cannot-save';
import type { WorksheetModel } from './workbook-model';

/** Entries that a plan tells. */
const TOLD = ['orientation', 'paperSize', 'zoom', 'printTitleRows', 'rowBreaks'];
const FIT_TO_WIDTH = JSON.stringify({ horizontalFitToPages: 1 });

/**
 * How a worksheet is to be printed, as a plan tells it.
 * @param file what the file says already, and goes on saying
 * @throws CannotSave where there is more to tell
 */
export function toPlanPrint(
  sheet: WorksheetModel,
  file: ReadonlyMap<string, unknown>,
): WorksheetPlan['print'] {
  const { page } = sheet;
  const refuse = (): never => {
    throw new CannotSave('page', sheet.name);
  };
  for (const [name, value] of page) {
    if (!TOLD.includes(name) && JSON.stringify(value) !== JSON.stringify(file.get(name))) refuse();
  }
  if ((page.get('paperSize') ?? 'A4') !== 'A4') refuse();
  const zoom = JSON.stringify(page.get('zoom') ?? { scale: 100 });
  if (zoom !== FIT_TO_WIDTH && zoom !== JSON.stringify({ scale: 100 })) refuse();
  const titles = page.get('printTitleRows');
  const rows = typeof titles === 'string' ? /^\$?(\d+):\$?(\d+)$/.exec(titles) : null;
  if (titles !== undefined && !rows) refuse();
  return {
    landscape: page.get('orientation') === 'Landscape',
    fitToWidth: zoom === FIT_TO_WIDTH,
    titleRows: rows && { first: Number(rows[1]) - 1, last: Number(rows[2]) - 1 },
    ...breaksOf(page, file),
  };
}

/** The rows with which pages begin; nothing where the file says the same already. */
function breaksOf(
  page: ReadonlyMap<string, unknown>,
  file: ReadonlyMap<string, unknown>,
): Pick<WorksheetPlan['print'], 'breaks'> {
  const [now, before] = [page, file].map((one) => one.get('rowBreaks') as readonly number[] | undefined);
  if (JSON.stringify(now) === JSON.stringify(before)) return {};
  return { breaks: [...(now ?? [])].sort((a, b) => a - b).map((row) => row - 1) };
}
