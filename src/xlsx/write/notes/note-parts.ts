import type { OpcPackage } from '../../package/opc-package';
import type { Relationship } from '../../package/relationships';
import { unlessDamaged } from '../../unless-damaged';
import { type ElementSpan, span } from '../../xml/element-span';
import { XmlScanner } from '../../xml/xml-scanner';

/** Where a worksheet keeps its notes. */
export interface NoteParts {
  /** The comments part; `null` where there is none. */
  readonly comments: string | null;
  /** The legacy drawing that the worksheet names; `null` where it names none. */
  readonly drawing: string | null;
  /** The worksheet's element that names it. */
  readonly drawingElement: ElementSpan | null;
}

/**
 * Finds the parts of a worksheet's notes.
 * @param frame the worksheet part without its cells
 * @returns `null` where they are not as they should be (missing, doubled, outside the package, or another sheet has
 *   them too): nothing can be changed there without harm
 * @throws XlsxError 'corrupt' for malformed XML
 */
export function findNoteParts(opc: OpcPackage, sheetPart: string, frame: string): NoteParts | null {
  const relationships = opc.relationships(sheetPart);
  const ofComments = relationships.filter(({ kind }) => kind === 'comments');
  const legacy = legacyDrawing(frame, sheetPart);
  if (ofComments.length > 1 || legacy === 'unclear') return null;
  const ofDrawing = legacy && relationships.find(({ id }) => id === legacy.id);
  if (legacy && ofDrawing?.kind !== 'vmlDrawing') return null;
  const used = [...ofComments, ...(ofDrawing ? [ofDrawing] : [])];
  if (used.some(({ external, target }) => external || !opc.has(target))) return null;
  const elsewhere = otherSheets(opc, sheetPart).flatMap((part) => relationshipsOr(opc, part));
  if (used.some((own) => elsewhere.some((other) => isSame(own, other)))) return null;
  return {
    comments: ofComments[0]?.target ?? null,
    drawing: ofDrawing ? ofDrawing.target : null,
    drawingElement: legacy ? legacy.element : null,
  };
}

/** The comments parts of a worksheet, whatever else is wrong. */
export function commentsParts(opc: OpcPackage, sheetPart: string): string[] {
  return targets(opc, sheetPart, 'comments');
}

/** The parts of a worksheet's conversations (threaded comments). */
export function threadParts(opc: OpcPackage, sheetPart: string): string[] {
  return targets(opc, sheetPart, 'threadedComment');
}

/** The legacy drawings of all sheets of the package, those of headers and footers too. */
export function legacyDrawings(opc: OpcPackage): string[] {
  return [...new Set(otherSheets(opc, null).flatMap((part) => targets(opc, part, 'vmlDrawing')))];
}

function targets(opc: OpcPackage, source: string, wanted: string): string[] {
  return relationshipsOr(opc, source)
    .filter(({ kind, external, target }) => kind === wanted && !external && opc.has(target))
    .map(({ target }) => target);
}

/** Sheets of all kinds but the given one. */
function otherSheets(opc: OpcPackage, sheetPart: string | null): string[] {
  const own = sheetPart?.toLowerCase();
  return relationshipsOr(opc, '')
    .filter(({ kind, external }) => kind === 'officeDocument' && !external)
    .flatMap(({ target }) => relationshipsOr(opc, target))
    .filter(({ external, target }) => !external && target.toLowerCase() !== own)
    .map(({ target }) => target);
}

function isSame(own: Relationship, other: Relationship): boolean {
  return !other.external && other.target.toLowerCase() === own.target.toLowerCase();
}

/** Damage elsewhere in the package is no reason to leave a worksheet without notes. */
function relationshipsOr(opc: OpcPackage, source: string): Relationship[] {
  return unlessDamaged([], () => opc.relationships(source));
}

function legacyDrawing(
  frame: string,
  part: string,
): { readonly id: string; readonly element: ElementSpan } | null | 'unclear' {
  const scanner = new XmlScanner(frame, { part });
  const found: { id: string; element: ElementSpan }[] = [];
  scanner.root();
  while (scanner.nextChild(1)) {
    if (scanner.nameIs('legacyDrawing')) {
      const id = scanner.prefixedAttribute('id') ?? '';
      found.push({ id, element: span(scanner) });
    } else if (scanner.nameIs('AlternateContent')) {
      const { openEnd, closeStart } = span(scanner);
      if (/<(?:[\w.-]+:)?legacyDrawing[\s/>]/.test(frame.slice(openEnd, closeStart))) return 'unclear';
    }
  }
  return found.length > 1 ? 'unclear' : (found[0] ?? null);
}
