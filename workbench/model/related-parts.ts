import type { OpcPackage } from '../../src/xlsx/package/opc-package';

/** A part that another one leads to. */
export interface RelatedPart {
  /** Id of the relationship. */
  readonly id: string;
  readonly part: string;
}

/**
 * The parts of one kind that a part leads to, as far as the package has them.
 * @param kind last segment of the relationship's type: "comments"
 * @throws XlsxError 'corrupt' for malformed relationships
 */
export function relatedParts(opc: OpcPackage, source: string, kind: string): RelatedPart[] {
  return opc
    .relationships(source)
    .filter((relationship) => relationship.kind === kind && !relationship.external)
    .map(({ id, target }) => ({ id, part: target }))
    .filter(({ part }) => opc.has(part));
}
