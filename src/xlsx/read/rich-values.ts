import type { OpcPackage } from '../package/opc-package';
import type { Relationship } from '../package/relationships';
import { unlessDamaged } from '../unless-damaged';
import type { XmlScanner } from '../xml/xml-scanner';

/** What rich values are called in the list of kinds of metadata. */
const RICH_VALUE = 'XLRICHVALUE';
/** The structure of rich values that are errors. */
const ERROR_STRUCTURE = '_error';

/**
 * Tells of the value metadata of cells (`vm`, 1-based) whether it stands for an error. Office keeps pictures, data types
 * and newer errors alike as "#VALUE!" with metadata beside it, for programs that know no better. What cannot be followed
 * counts as no error.
 * @param workbookPart the parts of metadata and rich values are related to it
 */
export function richErrors(opc: OpcPackage, workbookPart: string): (metadata: number) => boolean {
  const errors = unlessDamaged<ReadonlySet<number>>(new Set(), () => readErrors(opc, workbookPart));
  return (metadata) => errors.has(metadata);
}

function readErrors(opc: OpcPackage, workbookPart: string): ReadonlySet<number> {
  const relationships = opc.relationships(workbookPart);
  const scan = (kind: string, root: string): XmlScanner | null => {
    const isIt = (one: Relationship): boolean => one.kind === kind && !one.external && opc.has(one.target);
    const part = relationships.find(isIt)?.target;
    if (part === undefined) return null;
    const scanner = opc.scan(part);
    scanner.root(root);
    return scanner;
  };
  const errors = new Set<number>();
  const metadata = scan('sheetMetadata', 'metadata');
  const values = scan('rdRichValue', 'rvData');
  const structures = scan('rdRichValueStructure', 'rvStructures');
  if (!metadata || !values || !structures) return errors;
  const structureTypes = children(structures, 's', (at) => at.attribute('t') ?? '');
  const isError = children(
    values,
    'rv',
    (at) => structureTypes[Number(at.attribute('s'))] === ERROR_STRUCTURE,
  );
  metadataValues(metadata).forEach((value, index) => {
    if (value !== null && isError[value]) errors.add(index + 1);
  });
  return errors;
}

/** The rich value (0-based) that each entry of the value metadata leads to, or `null`. */
function metadataValues(scanner: XmlScanner): (number | null)[] {
  let types: string[] = [];
  let richValues: number[] = [];
  let entries: { readonly type: number; readonly value: number }[] = [];
  while (scanner.nextChild(1)) {
    if (scanner.nameIs('metadataTypes'))
      types = below(scanner, 'metadataType', (at) => at.attribute('name') ?? '');
    else if (scanner.nameIs('futureMetadata') && scanner.attribute('name') === RICH_VALUE)
      richValues = below(scanner, 'bk', (at) => firstBelow(at, 'rvb', 'i'));
    else if (scanner.nameIs('valueMetadata'))
      entries = below(scanner, 'bk', (at) => {
        const depth = at.depth;
        let entry = { type: 0, value: -1 };
        while (at.nextChild(depth)) {
          if (at.nameIs('rc')) entry = { type: Number(at.attribute('t')), value: Number(at.attribute('v')) };
        }
        return entry;
      });
  }
  return entries.map(({ type, value }) =>
    types[type - 1] === RICH_VALUE ? (richValues[value] ?? null) : null,
  );
}

/** A number in an attribute of the first element of a name anywhere within the element; -1 where there is none. */
function firstBelow(scanner: XmlScanner, name: string, attribute: string): number {
  const depth = scanner.depth;
  let found = -1;
  const look = (level: number): void => {
    while (scanner.nextChild(level)) {
      if (found < 0 && scanner.nameIs(name)) found = Number(scanner.attribute(attribute) ?? -1);
      look(level + 1);
    }
  };
  look(depth);
  return found;
}

function children<T>(scanner: XmlScanner, name: string, read: (scanner: XmlScanner) => T): T[] {
  const items: T[] = [];
  while (scanner.nextChild(1)) if (scanner.nameIs(name)) items.push(read(scanner));
  return items;
}

function below<T>(scanner: XmlScanner, name: string, read: (scanner: XmlScanner) => T): T[] {
  const { depth } = scanner;
  const items: T[] = [];
  while (scanner.nextChild(depth)) if (scanner.nameIs(name)) items.push(read(scanner));
  return items;
}
