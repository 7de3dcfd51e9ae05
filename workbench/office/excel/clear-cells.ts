import type { CellRange } from '../../../src/engine/sheet/address';
import type { CellFormat, WorksheetModel } from '../../model/workbook-model';
import { invalidArgument } from '../interpreter/office-error';
import { boundingArea, columnCount, intersection, rowCount, subtract } from '../../model/area';
import type { ExcelHost } from './excel-host';

const PLAIN: CellFormat = {
  fill: null,
  fontColor: '#000000',
  bold: false,
  horizontal: 'general',
  vertical: 'bottom',
  wrap: false,
  border: null,
};

/** `Range.clear`: contents, formats, links or everything. */
export function clearCells(host: ExcelHost, sheet: WorksheetModel, range: CellRange, what: unknown): void {
  switch (what ?? 'All') {
    case 'All':
      sheet.clear(range, 'all');
      clearLinks(sheet, range);
      clearConditionalFormats(host, sheet, range);
      if (sheet.choices.some((choice) => intersection(choice.range, range))) sheet.setChoices(range, null);
      return;
    case 'Contents':
      return sheet.clear(range, 'contents');
    case 'Formats': {
      const used = formattedPart(sheet, range);
      if (used) {
        sheet.setFormat(used, PLAIN);
        const general = new Array<string>(columnCount(used)).fill('General');
        sheet.setNumberFormats(
          used,
          Array.from({ length: rowCount(used) }, () => general),
        );
      }
      return clearConditionalFormats(host, sheet, range);
    }
    case 'Hyperlinks':
    case 'RemoveHyperlinks':
      return clearLinks(sheet, range);
    default:
      throw invalidArgument();
  }
}

/** Takes the cells of a range out of every conditional format. */
export function clearConditionalFormats(host: ExcelHost, sheet: WorksheetModel, range: CellRange): void {
  for (const entry of host.conditionalFormats.list(sheet)) {
    if (!entry.ranges.some((one) => intersection(one, range))) continue;
    const ranges = entry.ranges.flatMap((one) => subtract(one, range));
    if (ranges.length === 0) host.conditionalFormats.remove(sheet, entry.id);
    else host.conditionalFormats.change(sheet, entry.id, { ranges });
  }
}

/**
 * The part of a range whose cells can be walked one by one: endless ranges are cut to the cells in use.
 * Formats of whole rows and columns beyond them are therefore not kept by this host.
 */
export function formattedPart(sheet: WorksheetModel, range: CellRange): CellRange | null {
  if (rowCount(range) * columnCount(range) <= 1_000_000) return range;
  const used = sheet.usedRange();
  return used ? intersection(range, boundingArea([used, { ...used, firstRow: 0, firstColumn: 0 }])) : null;
}

function clearLinks(sheet: WorksheetModel, range: CellRange): void {
  const part = formattedPart(sheet, range);
  if (!part) return;
  for (let row = part.firstRow; row <= part.lastRow; row++) {
    for (let column = part.firstColumn; column <= part.lastColumn; column++) {
      if (sheet.link({ row, column })) sheet.setLink({ row, column }, null);
    }
  }
}
