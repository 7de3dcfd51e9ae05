import { invalidArgument } from '../interpreter/office-error';
import { recordArgument } from './arguments';
import { quotedSheetName } from '../../model/area';
import { parseArea, splitReference } from '../../model/references';
import type { Cells } from './targets';

/** The link of a range's first cell as Excel reports it, or `null`. */
export function readLink(cells: Cells): unknown {
  const { sheet, area } = cells;
  const link = sheet.link({ row: area.firstRow, column: area.firstColumn });
  if (!link) return null;
  const [[textToDisplay]] = sheet.texts({
    ...area,
    lastRow: area.firstRow,
    lastColumn: area.firstColumn,
  }) as [[string]];
  return {
    documentReference: `${quotedSheetName(link.sheetName)}!${link.address}`,
    screenTip: '',
    textToDisplay,
  };
}

/**
 * Sets the link of every cell of a range, or takes it away.
 * @throws OfficeError InvalidArgument, AccessDenied
 */
export function writeLink(cells: Cells, value: unknown): void {
  const sheet = cells.writableSheet;
  const { area } = cells;
  const positions = { row: area.firstRow, column: area.firstColumn };
  if (value === null) return sheet.setLink(positions, null);
  const link = recordArgument(value);
  if (typeof link.documentReference !== 'string') {
    cells.host.ignored('Range.hyperlink to the outside');
    return;
  }
  const { sheetName, address: rest } = splitReference(link.documentReference.replace(/^#/, ''));
  if (!parseArea(rest)) throw invalidArgument();
  for (let row = area.firstRow; row <= area.lastRow; row++) {
    for (let column = area.firstColumn; column <= area.lastColumn; column++) {
      sheet.setLink(
        { row, column },
        { sheetName: sheetName ?? sheet.name, address: rest.replace(/\$/g, '') },
      );
      const cell = { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column };
      if (typeof link.textToDisplay === 'string') sheet.setCells(cell, [[{ value: link.textToDisplay }]]);
      else if (sheet.values(cell)[0]?.[0] === null)
        sheet.setCells(cell, [[{ value: link.documentReference }]]);
    }
  }
}
