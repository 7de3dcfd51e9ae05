import type { Splices } from './splices';
import { XML_END, XML_START, type XmlScanner } from './xml-scanner';

/** Where an element lies in the text of its part. All offsets are 0-based, ends are not included. */
export interface ElementSpan {
  /** Local name. */
  readonly name: string;
  /** The namespace prefix with its colon: "x:", or "". */
  readonly prefix: string;
  readonly start: number;
  /** After the start tag. */
  readonly openEnd: number;
  /** Before the end tag; `openEnd` where the element is self-closed. */
  readonly closeStart: number;
  readonly end: number;
  readonly selfClosed: boolean;
}

/** An element with its children: text between them is not looked at. */
export interface ElementOutline extends ElementSpan {
  readonly children: readonly ElementSpan[];
}

/**
 * Outlines the element on whose start the scanner stands, and moves to its end.
 * @throws XlsxError 'corrupt' for malformed XML
 */
export function outline(scanner: XmlScanner): ElementOutline {
  const opened = openSpan(scanner);
  const depth = scanner.depth;
  const children: ElementSpan[] = [];
  while (scanner.nextChild(depth)) children.push(span(scanner));
  return { ...closed(opened, scanner), children };
}

/** The extent of the element on whose start the scanner stands; moves to its end. */
export function span(scanner: XmlScanner): ElementSpan {
  const opened = openSpan(scanner);
  const depth = scanner.depth;
  while (scanner.next() !== XML_END || scanner.depth !== depth);
  return closed(opened, scanner);
}

type Opened = Pick<ElementSpan, 'name' | 'prefix' | 'start' | 'openEnd' | 'selfClosed'>;

function openSpan(scanner: XmlScanner): Opened {
  if (scanner.event !== XML_START) throw scanner.malformed('no element begins here', scanner.start);
  const { start, nameStart, name } = scanner;
  const prefix = scanner.text.slice(start + 1, nameStart);
  return { name, prefix, start, openEnd: scanner.end, selfClosed: scanner.selfClosed };
}

function closed(opened: Opened, scanner: XmlScanner): ElementSpan {
  return opened.selfClosed
    ? { ...opened, closeStart: opened.openEnd, end: opened.openEnd }
    : { ...opened, closeStart: scanner.start, end: scanner.end };
}

/** Puts XML at the end of an element's content; a self-closed element is opened for it. */
export function appendInside(splices: Splices, element: ElementSpan, xml: string): void {
  if (!element.selfClosed) {
    splices.insert(element.closeStart, xml);
    return;
  }
  const slash = splices.text.lastIndexOf('/', element.openEnd - 1);
  splices.replace(slash, element.openEnd, `>${xml}</${element.prefix}${element.name}>`);
}

/**
 * Where a new child belongs by the order that the schema demands: behind the last child that may stand before it.
 * Children the order does not name are passed over; `mc:AlternateContent` counts as what it holds.
 * @param order local names of children in the order of the schema
 * @returns an offset, or `null` where the parent is self-closed and has to be opened first
 */
export function placeInOrder(
  text: string,
  parent: ElementOutline,
  order: readonly string[],
  name: string,
): number | null {
  if (parent.selfClosed) return null;
  const rank = order.indexOf(name);
  let at = parent.openEnd;
  for (const child of parent.children) {
    const own = rankOf(text, child, order);
    if (own >= 0 && own <= rank) at = child.end;
  }
  return at;
}

function rankOf(text: string, child: ElementSpan, order: readonly string[]): number {
  if (child.name !== 'AlternateContent') return order.indexOf(child.name);
  const inside = text.slice(child.openEnd, child.closeStart);
  let rank = -1;
  for (const [, name] of inside.matchAll(/<(?:[\w.-]+:)?([\w.-]+)/g))
    rank = Math.max(rank, order.indexOf(name!));
  return rank;
}

/** Puts a new child into its place by the order of the schema. */
export function insertChild(
  splices: Splices,
  parent: ElementOutline,
  order: readonly string[],
  name: string,
  xml: string,
): void {
  const at = placeInOrder(splices.text, parent, order, name);
  if (at === null) appendInside(splices, parent, xml);
  else splices.insert(at, xml);
}
