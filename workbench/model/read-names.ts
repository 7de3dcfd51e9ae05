import { shownFormula } from '../../src/xlsx/newer-functions';
import { isTrue } from '../../src/xlsx/xml/xml-boolean';
import type { XmlScanner } from '../../src/xlsx/xml/xml-scanner';
import { eachElement, textOf } from './element-path';
import { parseReference, splitReference, splitUnion } from './references';
import type { DefinedName } from './workbook-model';

export interface NamesOfFile {
  /** Without those by which a file keeps its filters and print set-up. */
  readonly names: readonly DefinedName[];
  /** What names say of the print set-up, by the model's ids of worksheets; entries as in `page`. */
  readonly print: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
}

/** Names of Excel's own begin like this. */
const BUILT_IN = '_xlnm.';

/**
 * Reads the defined names of a workbook part, the scanner standing before its root. Where a scope has a name twice, the
 * first counts.
 * @param sheetIds the model's ids of the worksheets, in the order of the file
 */
export function readNames(scanner: XmlScanner, sheetIds: readonly string[]): NamesOfFile {
  const names = new Map<string, DefinedName>();
  const print = new Map<string, Map<string, unknown>>();
  scanner.root('workbook');
  eachElement(scanner, ['definedNames', 'definedName'], () => {
    const name = scanner.attribute('name') ?? '';
    const local = scanner.attribute('localSheetId');
    const visible = !isTrue(scanner.attribute('hidden'));
    const scope = local === undefined ? null : sheetIds[Number(local)];
    const refersTo = textOf(scanner).trim();
    if (name === '' || refersTo === '' || scope === undefined) return;
    if (name.toLowerCase().startsWith(BUILT_IN)) {
      if (scope === null) return;
      const page = print.get(scope) ?? new Map<string, unknown>();
      print.set(scope, page);
      readPrintName(name.slice(BUILT_IN.length).toLowerCase(), refersTo, page);
      return;
    }
    const key = `${scope ?? ''} ${name.toLowerCase()}`;
    if (!names.has(key)) names.set(key, { name, refersTo: `=${shownFormula(refersTo)}`, scope, visible });
  });
  return { names: [...names.values()], print };
}

function readPrintName(name: string, refersTo: string, page: Map<string, unknown>): void {
  const addresses = splitUnion(refersTo)
    .filter((reference) => parseReference(reference))
    .map((reference) => splitReference(reference).address.replace(/\$/g, ''));
  if (name === 'print_titles') {
    for (const address of addresses) {
      page.set(/^\d/.test(address) ? 'printTitleRows' : 'printTitleColumns', address);
    }
  } else if (name === 'print_area' && addresses.length === 1) {
    page.set('printArea', addresses[0]);
  }
}
