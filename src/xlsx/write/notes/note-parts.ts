import type { OpcPackage } from '../../package/opc-package';
import { partKey } from '../../package/part-name';
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
  /** Whether the worksheet names a drawing that is not there: notes can be taken off, but none put on. */
  readonly drawingLost: boolean;
}

/**
 * Finds the parts of a worksheet's notes.
 * @param frame the worksheet part without its cells
 * @param isShared of a package as it is now, or as it was before relationships were taken away
 * @returns `null` where they are not as they should be (missing, doubled, outside the package, or another sheet has
 *   them too): nothing can be changed there without harm
 * @throws XlsxError 'corrupt' for malformed XML
 */
export function findNoteParts(
  opc: OpcPackage,
  sheetPart: string,
  frame: string,
  isShared: IsShared = sharedTargets(opc),
): NoteParts | null {
  const relationships = opc.relationships(sheetPart);
  const ofComments = relationships.filter(({ kind }) => kind === 'comments');
  const legacy = legacyDrawing(frame, sheetPart);
  if (ofComments.length > 1 || legacy === 'unclear') return null;
  const named = legacy && relationships.find(({ id }) => id === legacy.id);
  if (named && named.kind !== 'vmlDrawing') return null;
  const drawingLost = legacy !== null && (!named || (!named.external && !opc.has(named.target)));
  const ofDrawing = drawingLost ? null : named;
  const used = [...ofComments, ...(ofDrawing ? [ofDrawing] : [])];
  if (used.some(({ external, target }) => external || !opc.has(target))) return null;
  if (used.some(({ target }) => isShared(target))) return null;
  return {
    comments: ofComments[0]?.target ?? null,
    drawing: ofDrawing ? ofDrawing.target : null,
    drawingElement: legacy && ofDrawing ? legacy.element : null,
    drawingLost,
  };
}

/** Whether several sheets of a package are related to a part. */
export type IsShared = (part: string) => boolean;

/** Looks at all sheets once. */
export function sharedTargets(opc: OpcPackage): IsShared {
  const once = new Set<string>();
  const shared = new Set<string>();
  for (const sheet of sheetParts(opc)) {
    const targets = relationshipsOr(opc, sheet).flatMap(({ external, target }) =>
      external ? [] : [partKey(target)],
    );
    for (const target of new Set(targets)) (once.has(target) ? shared : once).add(target);
  }
  return (part) => shared.has(partKey(part));
}

/** The comments parts of a worksheet, whatever else is wrong. */
export function commentsParts(opc: OpcPackage, sheetPart: string): string[] {
  return targets(opc, sheetPart, 'comments');
}

/** The parts of a worksheet's conversations (threaded comments). */
export function threadParts(opc: OpcPackage, sheetPart: string): string[] {
  return targets(opc, sheetPart, 'threadedComment');
}

function targets(opc: OpcPackage, source: string, wanted: string): string[] {
  return relationshipsOr(opc, source)
    .filter(({ kind, external, target }) => kind === wanted && !external && opc.has(target))
    .map(({ target }) => target);
}

/** What the workbook is related to: sheets of all kinds, and parts that have no notes. */
function sheetParts(opc: OpcPackage): Iterable<string> {
  const targets = relationshipsOr(opc, '')
    .filter(({ kind, external }) => kind === 'officeDocument' && !external)
    .flatMap(({ target }) => relationshipsOr(opc, target))
    .flatMap(({ external, target }) => (external ? [] : [target]));
  return new Map(targets.map((target) => [partKey(target), target])).values();
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
