import { relationshipsPartOf } from '../../../../src/xlsx/package/part-name';
import { escapeXml } from '../xlsx-builder';
import { DECLARATION } from './namespaces';

/** A part of the finished package. */
export interface DraftPart {
  /** Without a leading slash. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

interface DraftRelationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** A feature of the workbook and how to see that it is still there: its part holds `mark`. */
export interface RichFeature {
  readonly name: string;
  readonly part: string;
  /** Text of the part; absent: the part's being there, and related, is the feature. */
  readonly mark?: string;
}

/** Parts, their content types and their relationships, gathered feature by feature. */
export class RichPackage {
  readonly features: RichFeature[] = [];
  private readonly parts = new Map<string, string | Uint8Array>();
  private readonly overrides = new Map<string, string>();
  private readonly defaults = new Map<string, string>([
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
  ]);
  private readonly related = new Map<string, DraftRelationship[]>();

  constructor(private readonly absoluteTargets: boolean) {}

  /** @param type absent: the extension's default, which `extension` declares */
  part(name: string, content: string | Uint8Array, type?: string): void {
    if (this.parts.has(name)) throw new Error(`${name} twice`);
    this.parts.set(name, content);
    if (type) this.overrides.set(name, type);
  }

  /** Declares the content type of all parts whose name ends so. */
  extension(extension: string, type: string): void {
    this.defaults.set(extension, type);
  }

  /**
   * Relates a part to another.
   * @param source "" for the package itself
   * @returns the relationship's id
   */
  relate(source: string, type: string, target: string, external = false): string {
    const list = this.related.get(source) ?? [];
    this.related.set(source, list);
    const id = `rId${list.length + 1}`;
    list.push({ id, type, target, external });
    return id;
  }

  /** Notes a feature for those who will look whether it survived. */
  feature(name: string, part: string, mark?: string): void {
    this.features.push({ name, part, ...(mark !== undefined && { mark }) });
  }

  /** All parts in the order a program would write them: content types, package relationships, the rest. */
  finish(): DraftPart[] {
    const finished: DraftPart[] = [{ name: '[Content_Types].xml', content: this.contentTypes() }];
    const withRelationships = (name: string) => {
      const list = this.related.get(name);
      if (list) finished.push({ name: relationshipsPartOf(name), content: this.relationships(name, list) });
    };
    withRelationships('');
    for (const [name, content] of this.parts) {
      finished.push({ name, content });
      withRelationships(name);
    }
    return finished;
  }

  private contentTypes(): string {
    const defaults = [...this.defaults].map(
      ([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`,
    );
    const overrides = [...this.overrides].map(
      ([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`,
    );
    return `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}${overrides.join('')}</Types>`;
  }

  private relationships(source: string, list: readonly DraftRelationship[]): string {
    const items = list.map(({ id, type, target, external }) => {
      const address = external ? target : this.targetFrom(source, target);
      return `<Relationship Id="${id}" Type="${type}" Target="${escapeXml(address)}"${external ? ' TargetMode="External"' : ''}/>`;
    });
    return `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
  }

  private targetFrom(source: string, target: string): string {
    if (this.absoluteTargets) return `/${target}`;
    const from = source.split('/').slice(0, -1);
    const to = target.split('/');
    while (from.length > 0 && from[0] === to[0]) {
      from.shift();
      to.shift();
    }
    return [...from.map(() => '..'), ...to].join('/');
  }
}
