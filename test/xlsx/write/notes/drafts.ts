import type { PackageDraft } from '../../../../src/xlsx/package/package-draft';
import { XML_END_OF_INPUT, XmlScanner } from '../../../../src/xlsx/xml/xml-scanner';
import { draftOf as draftOfFile, SHEET } from '../../../support/xlsx/edited-package';
import { buildXlsx } from '../../../support/xlsx/xlsx-builder';

export { SHEET };
export const RELATIONS = 'xl/worksheets/_rels/sheet1.xml.rels';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type PartContents = Readonly<Record<string, string | Uint8Array | null>>;

/** A draft of a workbook of two sheets with other parts added or in their place. */
export function draftOf(parts: PartContents = {}): PackageDraft {
  return draftOfFile(buildXlsx({ sheets: [{ rows: [['a']] }, { rows: [['b']] }], parts }));
}

/** A relationships part of pairs of kind and target; ids are rId1 and on. */
export function relations(...list: readonly (readonly [kind: string, target: string])[]): string {
  const items = list.map(
    ([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

/** A worksheet's frame with something behind its cells. */
export function frameOf(inside = '', outside = `xmlns="${MAIN}" xmlns:r="${OFFICE}"`): string {
  return `<worksheet ${outside}><sheetData><?cells?></sheetData>${inside}</worksheet>`;
}

export const textOf = (draft: PackageDraft, part: string) => new TextDecoder().decode(draft.bytes(part));

/** Throws where a text is no well-formed XML. */
export function wellFormed(xml: string): string {
  const scanner = new XmlScanner(xml);
  while (scanner.next() !== XML_END_OF_INPUT);
  return xml;
}
