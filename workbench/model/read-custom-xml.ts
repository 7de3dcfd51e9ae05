import type { OpcPackage } from '../../src/xlsx/package/opc-package';
import { unlessDamaged } from '../../src/xlsx/unless-damaged';
import { relatedParts } from './related-parts';
import type { OpenedCustomXml } from './workbook-model';

/**
 * Reads the custom XML parts of a workbook. The id of one is that of its properties, by which office programs know it,
 * or else the name of the part.
 * @param workbook name of the workbook part
 */
export function readCustomXml(opc: OpcPackage, workbook: string): OpenedCustomXml[] {
  const found = new Map<string, OpenedCustomXml>();
  for (const { part } of unlessDamaged([], () => relatedParts(opc, workbook, 'customXml'))) {
    const xml = unlessDamaged(null, () => opc.xml(part).text);
    const itemId = unlessDamaged(null, () => readItemId(opc, part));
    const id = itemId === null || found.has(itemId) ? part : itemId;
    if (xml !== null) found.set(id, { id, part, xml });
  }
  return [...found.values()];
}

function readItemId(opc: OpcPackage, part: string): string | null {
  const [properties] = relatedParts(opc, part, 'customXmlProps');
  if (!properties) return null;
  const scanner = opc.scan(properties.part);
  scanner.root('datastoreItem');
  return scanner.prefixedAttribute('itemID') ?? scanner.attribute('itemID') ?? null;
}
