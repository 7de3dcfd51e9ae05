import { shownFormula } from '../../src/xlsx/newer-functions';
import type { SheetSnapshot } from '../../src/engine/sheet/snapshot';
import type { XmlScanner } from '../../src/xlsx/xml/xml-scanner';
import { constantTruth } from './constant-formula';
import { eachElement, textOf } from './element-path';
import { gridSizeOf } from './grid-size';
import { parseRangeList } from './references';
import { sheetIdOf } from './sheet-ids';
import type { ConditionalFormatModel } from './workbook-model';

/** The engine calculates a formula with references for each cell anew: about two thousand a second. */
const MOST_CELLS = 3000;

/** A conditional format with its place in the order of the worksheet. */
export interface RankedFormat extends Omit<ConditionalFormatModel, 'id'> {
  /** The lowest number has the highest priority. */
  readonly priority: number;
}

/**
 * Reads those of a `conditionalFormatting` that are by a formula, the scanner standing on its start. The others (colour
 * scales, icons, comparisons, those of extensions) the model cannot represent: they are left out here, and whoever
 * saves the workbook leaves them as they are in the file.
 * @param fills of the differential formats, by index
 */
export function readConditionalFormatting(
  scanner: XmlScanner,
  fills: readonly (string | null)[],
): RankedFormat[] {
  const formats: RankedFormat[] = [];
  const ranges = parseRangeList(scanner.attribute('sqref') ?? '');
  eachElement(scanner, ['cfRule'], () => {
    if (scanner.attribute('type') !== 'expression') return;
    const priority = Number(scanner.attribute('priority') ?? NaN);
    const fill = fills[Number(scanner.attribute('dxfId') ?? NaN)] ?? null;
    const formulas: string[] = [];
    eachElement(scanner, ['formula'], () => formulas.push(textOf(scanner).trim()));
    const [formula] = formulas;
    if (!formula || ranges.length === 0) return;
    formats.push({
      ranges,
      formula: `=${shownFormula(formula.replace(/^=/, ''))}`,
      fill,
      priority: Number.isNaN(priority) ? Infinity : priority,
    });
  });
  return formats;
}

/**
 * The formats of a worksheet as the model takes them: the highest priority first, with ids the model keeps. Those that
 * would take the engine long to calculate are left out, as those it cannot represent are.
 */
export function toModelFormats(
  formats: readonly RankedFormat[],
  snapshot: SheetSnapshot,
): ConditionalFormatModel[] {
  return formats
    .filter((format) => constantTruth(format.formula) !== null || cellCount(format, snapshot) <= MOST_CELLS)
    .sort((a, b) => (a.priority === b.priority ? 0 : a.priority - b.priority))
    .map(({ ranges, formula, fill }, index) => ({
      id: `${sheetIdOf(snapshot.id)}-format-${index + 1}`,
      ranges,
      formula,
      fill,
    }));
}

/** How many cells of the engine's grid a format is on. */
function cellCount({ ranges }: RankedFormat, snapshot: SheetSnapshot): number {
  const { rowCount, columnCount } = gridSizeOf(snapshot);
  return ranges.reduce((sum, { firstRow, firstColumn, lastRow, lastColumn }) => {
    const rows = Math.max(0, Math.min(lastRow, rowCount - 1) - firstRow + 1);
    const columns = Math.max(0, Math.min(lastColumn, columnCount - 1) - firstColumn + 1);
    return sum + rows * columns;
  }, 0);
}
