import type { CellPosition, CellRange } from '../../engine/sheet/address';
import { askRuns, RUNS_PER_TRIP } from './ask-runs';
import { excelCode } from './errors';
import { joinRuns } from '../protocol/runs';

/** What Excel answers for the value of a cell with a picture, a place or another thing that is no value. */
const NO_VALUE = '#VALUE!';
/** What an Excel says that cannot tell, whatever it says of its version: then they are taken for the errors they show. */
const UNABLE: readonly string[] = ['ApiNotFound', 'InvalidArgument', 'NotImplemented'];

/** Whether a cell may show a picture: by its value alone it cannot be told from an error. */
export function mayBePicture(value: unknown): boolean {
  return value === NO_VALUE;
}

/**
 * Which of the cells show a picture, or another thing that is no value, and no error. Only for Excel with ExcelApi 1.16.
 * One round trip, and none where there are no such cells.
 *
 * @param area the range that the places are counted from
 * @param cells places within it that `mayBePicture`
 * @returns "row,column" of those places
 */
export async function readPictures(
  sheet: Excel.Worksheet,
  area: CellRange,
  cells: readonly CellPosition[],
  sync: () => Promise<void>,
): Promise<ReadonlySet<string>> {
  const pictures = new Set<string>();
  const runs = joinRuns(cells);
  for (let first = 0; first < runs.length; first += RUNS_PER_TRIP) {
    const asked = askRuns(sheet, area, runs.slice(first, first + RUNS_PER_TRIP), 'valuesAsJson');
    try {
      await sync();
    } catch (error) {
      if (!UNABLE.includes(excelCode(error))) throw error;
      break;
    }
    for (const { run, range } of asked) {
      // A client that is older than its Excel leaves it out.
      const told = range.valuesAsJson as Excel.CellValue[][] | undefined;
      run.forEach(({ row, column }, index) => {
        if (isNoValue(told?.[index]?.[0])) pictures.add(`${row},${column}`);
      });
    }
  }
  return pictures;
}

/** Whether what Excel tells of a cell is neither an error nor a value. */
export function isNoValue(
  told: { readonly type?: string; readonly basicType?: string } | undefined,
): boolean {
  return told !== undefined && told.type !== 'Error' && told.basicType === 'Error';
}
