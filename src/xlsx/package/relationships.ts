import { XmlScanner } from '../xml/xml-scanner';
import { resolveTarget } from './part-name';

/** A relationship of a part. */
export interface Relationship {
  readonly id: string;
  /** The last segment of the type's address ("worksheet"), which strict and transitional packages share. */
  readonly kind: string;
  /** Name of the target part, or the address as written where `external`. */
  readonly target: string;
  readonly external: boolean;
}

/**
 * Reads a relationships part.
 * @param xml its decoded text
 * @param source name of the part that owns it, "" for the package
 * @throws XlsxError 'corrupt' for malformed XML
 */
export function readRelationships(xml: string, source: string, part: string): Relationship[] {
  const scanner = new XmlScanner(xml, { part });
  scanner.root('Relationships');
  const relationships: Relationship[] = [];
  while (scanner.nextChild(1)) {
    if (!scanner.nameIs('Relationship')) continue;
    const type = scanner.attribute('Type') ?? '';
    const target = scanner.attribute('Target') ?? '';
    const external = scanner.attribute('TargetMode')?.toLowerCase() === 'external';
    relationships.push({
      id: scanner.attribute('Id') ?? '',
      kind: type.slice(type.lastIndexOf('/') + 1),
      target: external ? target : resolveTarget(source, target),
      external,
    });
  }
  return relationships;
}
