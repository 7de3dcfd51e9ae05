import type { OpcPackage } from '../../package/opc-package';
import type { ElementOutline, ElementSpan } from '../../xml/element-span';
import { outline } from '../../xml/element-span';
import type { Splices } from '../../xml/splices';
import { XmlScanner } from '../../xml/xml-scanner';
import { namespacesOf, type Namespaces } from '../namespaces';

/** The lists of a workbook part whose items are read. */
const LISTS = ['bookViews', 'sheets', 'definedNames', 'customWorkbookViews'] as const;
type ListName = (typeof LISTS)[number];

/** Where the value of an attribute lies in the text, and what it is. */
export interface AttributeText {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** One item of a list: where it lies, its attributes without a prefix, its text. */
export interface ListItem {
  readonly start: number;
  readonly end: number;
  /** After the name in the start tag. */
  readonly nameEnd: number;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, AttributeText>;
  /** The relationship it names, "" where it names none. */
  readonly relationship: string;
  readonly content: string;
}

export interface ListText extends ElementSpan {
  readonly items: readonly ListItem[];
}

/** The text of a workbook part and where in it that lies which changes when sheets come and go. */
export interface WorkbookText {
  readonly text: string;
  readonly root: ElementOutline;
  readonly rootTag: string;
  readonly namespaces: Namespaces;
  /** `undefined` where the workbook has no such list. */
  list(name: ListName): ListText | undefined;
}

/** @throws XlsxError 'corrupt' for malformed XML */
export function readWorkbookText(opc: OpcPackage, workbookPart: string): WorkbookText {
  return parseWorkbook(opc.xml(workbookPart).text, workbookPart);
}

/** As `readWorkbookText`, of a text at hand. */
export function parseWorkbook(text: string, part: string): WorkbookText {
  const scanner = new XmlScanner(text, { part });
  scanner.root('workbook');
  const namespaces = namespacesOf(scanner);
  const root = outline(scanner);
  const lists = new Map<string, ListText>();
  for (const child of root.children) {
    if (!isList(child.name) || lists.has(child.name)) continue;
    lists.set(child.name, { ...child, items: readItems(text, child, part) });
  }
  return {
    text,
    root,
    rootTag: text.slice(root.start, root.openEnd),
    namespaces,
    list: (name) => lists.get(name),
  };
}

function isList(name: string): name is ListName {
  return (LISTS as readonly string[]).includes(name);
}

function readItems(text: string, list: ElementSpan, part: string): ListItem[] {
  const scanner = new XmlScanner(text.slice(list.start, list.end), { part });
  const offset = list.start;
  scanner.root();
  const items: ListItem[] = [];
  while (scanner.nextChild(1)) {
    const { name, nameEnd, start } = scanner;
    const attributes = new Map<string, AttributeText>();
    let relationship = '';
    while (scanner.nextAttribute()) {
      const attribute = scanner.text.slice(scanner.attributeNameStart, scanner.attributeNameEnd);
      const value = scanner.attributeValue();
      if (!scanner.attributePrefixed) {
        attributes.set(attribute, {
          start: scanner.attributeStart + offset,
          end: scanner.attributeEnd + offset,
          value,
        });
      } else if (attribute === 'id') relationship = value;
    }
    const openEnd = scanner.end;
    const { selfClosed } = scanner;
    scanner.readContent();
    const end = selfClosed ? openEnd : scanner.end;
    items.push({
      start: start + offset,
      end: end + offset,
      nameEnd: nameEnd + offset,
      name,
      attributes,
      relationship,
      content: scanner.content(),
    });
  }
  return items;
}

/** Sets an attribute of an item to a number, whether or not it is there. */
export function setNumber(splices: Splices, item: ListItem, name: string, value: number): void {
  const attribute = item.attributes.get(name);
  if (attribute) splices.replace(attribute.start, attribute.end, String(value));
  else splices.insert(item.nameEnd, ` ${name}="${value}"`);
}

/** The value of an attribute as a whole number. */
export function numberOf(item: ListItem, name: string, otherwise: number): number {
  const value = item.attributes.get(name)?.value.trim() ?? '';
  return /^\d{1,10}$/.test(value) ? Number(value) : otherwise;
}
