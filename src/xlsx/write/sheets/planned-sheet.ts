import { toAddress, toRangeAddress } from '../../../engine/sheet/address';
import type { PlanChoice, PlanStyle, WorksheetPlan } from '../../../engine/sheet/sheet-plan';
import { shortened } from '../../../engine/sheet/shortened';
import { XML_DECLARATION } from '../../package/package-draft';
import { escapeText } from '../../xml/escape-xml';
import type { Namespaces } from '../namespaces';
import { WORKSHEET_ORDER } from '../schema-order';
import { elementWriter, type WriteElement } from './element';
import { quotedSheet } from './reference';
import { sheetDataXml } from './sheet-cells';
import { newViews } from './sheet-view';

/** What of a style sheet a plan needs. */
export interface PlanStyles {
  /** Index of a cell style that looks as planned. */
  cell(style: PlanStyle): number;
}

/** The children that a planned worksheet has, by their local names. */
export type SheetParts = ReadonlyMap<string, string>;

/** More links a worksheet cannot have in Excel. */
const MOST_LINKS = 65_530;
const LONGEST_TOOLTIP = 255;
/** Excel takes 255 characters as the list of a drop-down, and parts them at commas. */
const LONGEST_LIST = 255;
const A4 = '9';

/** A worksheet part for a plan; its charts are not in it (`putCharts`). */
export function plannedSheetXml(plan: WorksheetPlan, styles: PlanStyles, namespaces: Namespaces): string {
  const parts = plannedParts(plan, styles, '');
  const content = WORKSHEET_ORDER.map((name) => parts.get(name) ?? '').join('');
  return (
    `${XML_DECLARATION}<worksheet xmlns="${namespaces.main}" xmlns:r="${namespaces.relationships}">` +
    `${content}</worksheet>`
  );
}

/**
 * All children of a planned worksheet, as they are when nothing was there before.
 * @param prefix of the elements, "x:" or ""
 */
export function plannedParts(plan: WorksheetPlan, styles: PlanStyles, prefix: string): SheetParts {
  const write = elementWriter(prefix);
  const indexes = plan.styles.map((style) => styles.cell(style));
  const parts = new Map<string, string>([
    ['sheetPr', plan.print.fitToWidth ? write('sheetPr', {}, write('pageSetUpPr', { fitToPage: 1 })) : ''],
    ['dimension', write('dimension', { ref: usedRange(plan) })],
    ['sheetViews', newViews(write, plan.freeze)],
    ['sheetFormatPr', write('sheetFormatPr', { defaultRowHeight: 15 })],
    ['cols', colsXml(write, plan)],
    ['sheetData', sheetDataXml(prefix, plan, indexes)],
    [
      'mergeCells',
      listXml(
        write,
        'mergeCells',
        plan.merges.map((range) => write('mergeCell', { ref: toRangeAddress(range) })),
      ),
    ],
    ['dataValidations', listXml(write, 'dataValidations', choicesXml(write, plan.choices))],
    ['hyperlinks', hyperlinksXml(write, plan)],
    ['printOptions', write('printOptions', { horizontalCentered: 1 })],
    [
      'pageMargins',
      write('pageMargins', { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 }),
    ],
    ['pageSetup', write('pageSetup', pageSetup(plan.print))],
    ['rowBreaks', breaksXml(write, plan.print.breaks ?? [])],
    // Page and number of pages need no words.
    ['headerFooter', write('headerFooter', {}, write('oddFooter', {}, '&amp;C&amp;P / &amp;N'))],
  ]);
  for (const [name, xml] of parts) if (xml === '') parts.delete(name);
  return parts;
}

/** What a plan says of the page, as attributes of `pageSetup`. */
export function pageSetup({
  landscape,
  fitToWidth,
}: WorksheetPlan['print']): Readonly<Record<string, string>> {
  return {
    paperSize: A4,
    orientation: landscape ? 'landscape' : 'portrait',
    ...(fitToWidth && { fitToWidth: '1', fitToHeight: '0' }),
  };
}

/** Pages that begin with rows of their own. */
function breaksXml(write: WriteElement, rows: readonly number[]): string {
  if (rows.length === 0) return '';
  const breaks = rows.map((row) => write('brk', { id: row, max: 16_383, man: 1 }));
  return write('rowBreaks', { count: rows.length, manualBreakCount: rows.length }, breaks.join(''));
}

function usedRange({ rows }: WorksheetPlan): string {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return toRangeAddress({
    firstRow: 0,
    firstColumn: 0,
    lastRow: Math.max(0, rows.length - 1),
    lastColumn: Math.max(0, width - 1),
  });
}

function colsXml(write: WriteElement, { columnWidths, hiddenColumns = [] }: WorksheetPlan): string {
  const count = Math.max(columnWidths.length, ...hiddenColumns.map((column) => column + 1));
  const columns: string[] = [];
  for (let column = 0; column < count; column++) {
    const width = columnWidths[column];
    const hidden = hiddenColumns.includes(column);
    if (width === undefined && !hidden) continue;
    columns.push(
      write('col', {
        min: column + 1,
        max: column + 1,
        width: fileWidth(width ?? 8),
        ...(hidden && { hidden: 1 }),
        customWidth: 1,
      }),
    );
  }
  return columns.length === 0 ? '' : write('cols', {}, columns.join(''));
}

/** Files count the margin of 5 pixels as part of a column's width, in characters of 7 pixels. */
function fileWidth(characters: number): number {
  return Math.floor(((Math.round(characters * 7) + 5) / 7) * 256) / 256;
}

function listXml(write: WriteElement, name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : write(name, { count: items.length }, items.join(''));
}

/** A drop-down whose list Excel could not take is left out: whoever fills the cell in may still type. */
function choicesXml(write: WriteElement, choices: readonly PlanChoice[]): string[] {
  return choices.flatMap(({ range, values }) => {
    const list = values.join(',').replace(/"/g, '""');
    if (values.length === 0 || list.length > LONGEST_LIST || values.some((value) => value.includes(','))) {
      return [];
    }
    return [
      write(
        'dataValidation',
        {
          type: 'list',
          allowBlank: 1,
          showInputMessage: 1,
          showErrorMessage: 1,
          sqref: toRangeAddress(range),
        },
        write('formula1', {}, escapeText(`"${list}"`)),
      ),
    ];
  });
}

function hyperlinksXml(write: WriteElement, { links }: WorksheetPlan): string {
  const items = links.slice(0, MOST_LINKS).map(({ row, column, sheetName, address, tooltip }) =>
    write('hyperlink', {
      ref: toAddress(row, column),
      location: `${quotedSheet(sheetName)}!${address}`,
      tooltip: tooltip && shortened(tooltip, LONGEST_TOOLTIP),
    }),
  );
  return items.length === 0 ? '' : write('hyperlinks', {}, items.join(''));
}
