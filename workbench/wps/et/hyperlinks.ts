import type { CellPosition, CellRange } from '../../../src/engine/sheet/address';
import { quotedSheetName } from '../../model/area';
import { covers } from '../../model/ranges';
import { parseArea, splitReference } from '../../model/references';
import type { SheetTarget } from '../host/targets';
import { rangeRef, sheetOf } from '../host/targets';
import { NotEmulated, WpsError } from '../object/et-errors';
import { EtRef } from '../object/et-ref';
import { etType, method, property } from '../object/et-type';
import { rangeArgument } from './arguments';
import { changeSheet } from './changes';
import { item, missing } from './collection';
import { firstArea } from './range-places';

/** The links of a worksheet, or of a range of it. */
export interface LinksTarget extends SheetTarget {
  readonly areas: readonly CellRange[] | null;
}

interface LinkTarget extends SheetTarget {
  readonly cell: CellPosition;
}

export const hyperlinksType = etType<LinksTarget>('Et.Hyperlinks', {
  Count: property((self) => linksOf(self).length),
  Item: method((self, [index], { host }) =>
    item(host, linksOf(self), index, ({ row, column }) => linkRef(self, { row, column })),
  ),
  Add: method((self, [anchor, address, subAddress, , text], { host }) => {
    if (host.switches.hyperlinks === 'nothing') return missing(host, 'hyperlink');
    const range = rangeArgument(anchor);
    if (!range) throw new NotEmulated('Et.Hyperlinks.Add on a shape');
    if (address !== '') throw new NotEmulated('Et.Hyperlinks.Add to the outside');
    const { sheetName, address: rest } = splitReference(String(subAddress));
    if (!parseArea(rest)) throw new WpsError(`no place to lead to: ${String(subAddress)}`);
    const { firstRow: row, firstColumn: column } = firstArea(range);
    const cell = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
    changeSheet(host, range, (sheet) => {
      sheet.setLink(
        { row, column },
        { sheetName: sheetName ?? sheet.name, address: rest.replace(/\$/g, '') },
      );
      if (typeof text === 'string') sheet.setCells(cell, [[{ value: text }]]);
      else if (sheet.values(cell)[0]![0] === null) sheet.setCells(cell, [[{ value: String(subAddress) }]]);
    });
    return linkRef(self, { row, column });
  }),
  Delete: method((self, _args, { host }) =>
    changeSheet(host, self, (sheet) => {
      for (const link of linksOf(self)) sheet.setLink(link, null);
    }),
  ),
});

export const hyperlinkType = etType<LinkTarget>('Et.Hyperlink', {
  Range: property(({ book, sheetId, cell: { row, column } }) =>
    rangeRef(book, sheetId, [{ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }]),
  ),
  Address: property((self) => linkOf(self) && ''),
  SubAddress: property((self) => {
    const { sheetName, address } = linkOf(self);
    return `${quotedSheetName(sheetName)}!${address}`;
  }),
  Delete: method((self, _args, { host }) => {
    linkOf(self);
    changeSheet(host, self, (sheet) => sheet.setLink(self.cell, null));
  }),
});

/** Row by row. */
function linksOf(self: LinksTarget) {
  return sheetOf(self)
    .links.filter((link) => self.areas === null || self.areas.some((area) => covers(area, link)))
    .sort((a, b) => a.row - b.row || a.column - b.column);
}

function linkOf(self: LinkTarget): { sheetName: string; address: string } {
  const link = sheetOf(self).link(self.cell);
  if (!link) throw new WpsError('the hyperlink is no longer there');
  return link;
}

function linkRef({ book, sheetId }: SheetTarget, cell: CellPosition): EtRef<LinkTarget> {
  return new EtRef('Et.Hyperlink', { book, sheetId, cell });
}
