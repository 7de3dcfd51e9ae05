import { unlessDamaged } from '../unless-damaged';
import { partKey, relationshipsPartOf } from './part-name';
import type { ZipParts } from './parts';
import { readRelationships } from './relationships';
import { decodeXml } from '../xml/decode-xml';

/** The parts of a file, as a draft has them at the moment. */
export interface DraftedParts {
  /** Keys (`partKey`) and contents of the parts that differ from the file; `null` for those that are gone. */
  readonly changes: ReadonlyMap<string, Uint8Array | null>;
  /** Names for which a content type is declared, whether or not there is such a part. */
  readonly declared: Iterable<string>;
}

/**
 * Which names of parts are spoken for. A part that is not there may still be waited for: a relationship leads to it, a
 * content type is declared for it, or it has relationships of its own. Whoever gave such a name to a new part would tie
 * it to all these.
 */
export class NamesInUse {
  /** Keys of all entries of the file, and of the folders they lie in. */
  private readonly ofFile = new Set<string>();
  /** By the key of a relationships part of the file: the keys of what it leads to. */
  private readonly targets = new Map<string, readonly string[]>();
  /** The same for those that drafts have changed, by their contents. */
  private readonly changedTargets = new WeakMap<Uint8Array, readonly string[]>();

  constructor(file: ZipParts) {
    for (const { name } of file.zip.entries) {
      const key = partKey(name.replace(/\\/g, '/').replace(/^\/+/, ''));
      this.ofFile.add(key);
      for (let slash = key.lastIndexOf('/'); slash > 0; slash = key.lastIndexOf('/', slash - 1)) {
        this.ofFile.add(key.slice(0, slash));
      }
      if (isRelationships(key)) this.targets.set(key, this.read(key, file.read.bind(file, name)));
    }
  }

  /** Tells whether a name is spoken for, given what a draft has changed. */
  in({ changes, declared }: DraftedParts): (part: string) => boolean {
    const taken = new Set<string>();
    for (const [key, keys] of this.targets) if (!changes.has(key)) for (const one of keys) taken.add(one);
    for (const [key, bytes] of changes) {
      if (bytes === null) continue;
      taken.add(key);
      if (isRelationships(key)) for (const one of this.targetsOf(key, bytes)) taken.add(one);
    }
    for (const part of declared) taken.add(partKey(part));
    const isThere = (key: string): boolean => {
      const change = changes.get(key);
      return change === undefined ? this.ofFile.has(key) : change !== null;
    };
    return (part) => {
      const key = partKey(part);
      return taken.has(key) || isThere(key) || isThere(partKey(relationshipsPartOf(part)));
    };
  }

  private targetsOf(key: string, bytes: Uint8Array): readonly string[] {
    const known = this.changedTargets.get(bytes);
    if (known) return known;
    const keys = this.read(key, () => bytes);
    this.changedTargets.set(bytes, keys);
    return keys;
  }

  /** What a relationships part leads to; nothing where it is damaged. */
  private read(key: string, content: () => Uint8Array | undefined): readonly string[] {
    return unlessDamaged([], () => {
      const bytes = content();
      if (!bytes) return [];
      const source = key.replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2');
      const relationships = readRelationships(decodeXml(bytes, key).text, source, key);
      return relationships.flatMap(({ external, target }) => (external ? [] : [partKey(target)]));
    });
  }
}

function isRelationships(key: string): boolean {
  return /(^|\/)_rels\/[^/]*\.rels$/.test(key);
}
