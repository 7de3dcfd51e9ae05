import type { XlsxLimits } from '../limits';
import { DEFAULT_LIMITS } from '../limits';
import { XlsxError } from '../xlsx-error';
import type { DecodedXml } from '../xml/decode-xml';
import { decodeXml } from '../xml/decode-xml';
import { XmlScanner } from '../xml/xml-scanner';
import type { Glance } from '../zip/zip-archive';
import type { ContentTypes } from './content-types';
import { readContentTypes } from './content-types';
import { relationshipsPartOf } from './part-name';
import type { Parts, StartOfPart } from './parts';
import type { Relationship } from './relationships';
import { readRelationships } from './relationships';

/** The part that says what the others are. */
export const CONTENT_TYPES = '[Content_Types].xml';

/** The parts of an Office package and how they are related. Part names have no leading slash; their case is no matter. */
export class OpcPackage {
  private types: ContentTypes | undefined;

  constructor(
    protected readonly parts: Parts,
    readonly limits: XlsxLimits = DEFAULT_LIMITS,
  ) {}

  /** Whether the package has the part. */
  has(part: string): boolean {
    return this.parts.has(part);
  }

  /**
   * The inflated bytes of a part.
   * @param glance is shown them before anything else is done with them, and may throw
   * @throws XlsxError 'corrupt' when it is missing or damaged
   */
  bytes(part: string, glance?: Glance): Uint8Array {
    const bytes = this.parts.read(part, glance);
    if (!bytes) throw new XlsxError('corrupt', `${part} is missing from the package`, { part });
    return bytes;
  }

  /** See `Parts`. */
  startOf(part: string, leastSize: number): StartOfPart | null {
    return this.parts.startOf(part, leastSize);
  }

  /** The decoded text of an XML part; throws as `bytes` and `decodeXml` do. */
  xml(part: string, glance?: Glance): DecodedXml {
    return decodeXml(this.bytes(part, glance), part);
  }

  /** A scanner at the start of an XML part; throws as `xml` does. */
  scan(part: string, glance?: Glance): XmlScanner {
    return new XmlScanner(this.xml(part, glance).text, { part, maxDepth: this.limits.maxDepth });
  }

  /** The declared content type of a part, "" where there is none. */
  contentType(part: string): string {
    return this.contentTypes().of(part);
  }

  /** The first part whose content type starts with `prefix`. */
  firstPartOfType(prefix: string): string | undefined {
    return this.contentTypes().firstPart(prefix);
  }

  /** The relationships of a part ("" is the package); none where it has no relationships part. */
  relationships(part: string): Relationship[] {
    const name = relationshipsPartOf(part);
    return this.has(name) ? readRelationships(this.xml(name).text, part, name) : [];
  }

  /** To be called when the part that declares the content types has been changed. */
  protected forgetContentTypes(): void {
    this.types = undefined;
  }

  protected contentTypes(): ContentTypes {
    this.types ??= this.has(CONTENT_TYPES)
      ? readContentTypes(this.xml(CONTENT_TYPES).text, CONTENT_TYPES)
      : { of: () => '', firstPart: () => undefined, declared: [] };
    return this.types;
  }
}
