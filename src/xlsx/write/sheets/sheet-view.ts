import { toAddress } from '../../../engine/sheet/address';
import type { WorksheetPlan } from '../../../engine/sheet/sheet-plan';
import { editAttributes } from '../../xml/edit-attributes';
import { XmlScanner } from '../../xml/xml-scanner';
import { outline } from '../../xml/element-span';
import type { WriteElement } from './element';

/** The view of a new worksheet: not selected, its first rows and columns held. */
export function newViews(write: WriteElement, freeze: WorksheetPlan['freeze']): string {
  return write('sheetViews', {}, write('sheetView', { workbookViewId: 0 }, paneXml(write, freeze)));
}

/**
 * The views of a worksheet with other rows and columns held: zoom, grid lines and whatever else a view says stay, but
 * not where it was scrolled to or what was selected.
 * @param xml the element `sheetViews`
 */
export function refrozenViews(write: WriteElement, xml: string, freeze: WorksheetPlan['freeze']): string {
  const scanner = new XmlScanner(xml);
  scanner.root('sheetViews');
  const list = outline(scanner);
  const views = list.children
    .filter(({ name }) => name === 'sheetView')
    .map((view) => {
      const tag = editAttributes(xml.slice(view.start, view.openEnd), { topLeftCell: null });
      const content = paneXml(write, freeze) + extensionsOf(xml.slice(view.start, view.end));
      if (content === '') return tag.replace(/\s*\/?>$/, '/>');
      return `${tag.replace(/\s*\/?>$/, '>')}${content}</${view.prefix}sheetView>`;
    });
  return views.length === 0 ? newViews(write, freeze) : write('sheetViews', {}, views.join(''));
}

function extensionsOf(view: string): string {
  const scanner = new XmlScanner(view);
  scanner.root();
  return outline(scanner)
    .children.filter(({ name }) => name === 'extLst')
    .map(({ start, end }) => view.slice(start, end))
    .join('');
}

function paneXml(write: WriteElement, { rows, columns }: WorksheetPlan['freeze']): string {
  if (rows <= 0 && columns <= 0) return '';
  const active = rows > 0 ? (columns > 0 ? 'bottomRight' : 'bottomLeft') : 'topRight';
  const topLeftCell = toAddress(rows, columns);
  const select = (pane: string, cell: string): string =>
    write('selection', { pane, activeCell: cell, sqref: cell });
  return (
    write('pane', {
      xSplit: columns > 0 ? columns : undefined,
      ySplit: rows > 0 ? rows : undefined,
      topLeftCell,
      activePane: active,
      state: 'frozen',
    }) +
    (rows > 0 && columns > 0
      ? select('topRight', toAddress(0, columns)) + select('bottomLeft', toAddress(rows, 0))
      : '') +
    select(active, topLeftCell)
  );
}
