import { isTrue } from '../../src/xlsx/xml/xml-boolean';
import type { XmlScanner } from '../../src/xlsx/xml/xml-scanner';
import { eachElement } from './element-path';

/** Names of the sizes of paper, by the numbers of the file. */
const PAPER_SIZES: readonly (string | undefined)[] = [
  undefined,
  'Letter',
  'LetterSmall',
  'Tabloid',
  'Ledger',
  'Legal',
  'Statement',
  'Executive',
  'A3',
  'A4',
  'A4Small',
  'A5',
  'B4',
  'B5',
];
const POINTS_PER_INCH = 72;

/**
 * Reads an element of a worksheet part, the scanner standing on its start, as far as it says how the worksheet is
 * printed. Entries of `page` bear the names office.js has for them; what the file does not say has none.
 */
export function readPrintSection(scanner: XmlScanner, page: Map<string, unknown>): void {
  if (scanner.nameIs('sheetPr')) readSheetProperties(scanner, page);
  else if (scanner.nameIs('printOptions')) readPrintOptions(scanner, page);
  else if (scanner.nameIs('pageMargins')) readMargins(scanner, page);
  else if (scanner.nameIs('pageSetup')) readPageSetUp(scanner, page);
  else if (scanner.nameIs('rowBreaks')) readRowBreaks(scanner, page);
}

/** The file counts the rows above a break, the model names the row below it: 1-based. */
function readRowBreaks(scanner: XmlScanner, page: Map<string, unknown>): void {
  const rows: number[] = [];
  eachElement(scanner, ['brk'], () => {
    const above = Number(scanner.attribute('id') ?? NaN);
    if (Number.isInteger(above) && isTrue(scanner.attribute('man'))) rows.push(above + 1);
  });
  if (rows.length > 0) page.set('rowBreaks', rows);
}

/** Comes first: later only `pageSetup` says to how many pages. */
function readSheetProperties(scanner: XmlScanner, page: Map<string, unknown>): void {
  eachElement(scanner, ['pageSetUpPr'], () => {
    if (isTrue(scanner.attribute('fitToPage'))) page.set('zoom', fit('1', '1'));
  });
}

function readPrintOptions(scanner: XmlScanner, page: Map<string, unknown>): void {
  const flag = (attribute: string, name: string) => {
    const value = scanner.attribute(attribute);
    if (value !== undefined) page.set(name, isTrue(value));
  };
  flag('horizontalCentered', 'centerHorizontally');
  flag('verticalCentered', 'centerVertically');
  flag('gridLines', 'printGridlines');
  flag('headings', 'printHeadings');
}

function readMargins(scanner: XmlScanner, page: Map<string, unknown>): void {
  for (const side of ['left', 'right', 'top', 'bottom', 'header', 'footer']) {
    const points = Number(scanner.attribute(side) ?? NaN) * POINTS_PER_INCH;
    if (points >= 0) page.set(`${side}Margin`, Math.round(points * 1000) / 1000);
  }
}

function readPageSetUp(scanner: XmlScanner, page: Map<string, unknown>): void {
  const attribute = (name: string) => scanner.attribute(name);
  const orientation = attribute('orientation');
  if (orientation === 'landscape') page.set('orientation', 'Landscape');
  else if (orientation === 'portrait') page.set('orientation', 'Portrait');
  const paper = PAPER_SIZES[Number(attribute('paperSize') ?? NaN)];
  if (paper) page.set('paperSize', paper);
  const scale = Number(attribute('scale') ?? NaN);
  if (page.has('zoom'))
    page.set('zoom', fit(attribute('fitToWidth') ?? '1', attribute('fitToHeight') ?? '1'));
  else if (scale > 0) page.set('zoom', { scale });
  if (attribute('pageOrder') === 'overThenDown') page.set('printOrder', 'OverThenDown');
  if (isTrue(attribute('blackAndWhite'))) page.set('blackAndWhite', true);
  if (isTrue(attribute('draft'))) page.set('draftMode', true);
  const first = Number(attribute('firstPageNumber') ?? NaN);
  if (isTrue(attribute('useFirstPageNumber')) && Number.isInteger(first)) page.set('firstPageNumber', first);
}

/** 0 pages mean as many as it takes. */
function fit(width: string, height: string): Readonly<Record<string, number>> {
  return {
    ...(Number(width) > 0 && { horizontalFitToPages: Number(width) }),
    ...(Number(height) > 0 && { verticalFitToPages: Number(height) }),
  };
}
