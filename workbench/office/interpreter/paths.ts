import type { HostObject } from '../description/object-type';
import { isHostObject } from '../description/object-type';
import type { BatchHost } from './batch-host';
import { callMethod, findMember } from './find-member';
import { OfficeError, apiNotFound } from './office-error';
import type { ArgumentInfo, ObjectPath } from './wire';
import { PathType } from './wire';

/**
 * Resolves the object paths of one batch. A path is walked once: a path that adds something must not add it
 * twice. `null` is a null object, and so is everything reached through one.
 */
export class Paths {
  private readonly resolved = new Map<number, HostObject | null>();

  constructor(
    private readonly host: BatchHost,
    private readonly paths: Readonly<Record<string, ObjectPath>>,
  ) {}

  resolve(id: number): HostObject | null {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.path(id);
    const object = this.walk(path);
    this.resolved.set(id, object);
    return object;
  }

  /** The arguments of a call: host objects in place of the paths that stand for them. */
  arguments(info: ArgumentInfo | undefined): unknown[] {
    return this.argumentList(info?.Arguments ?? [], info?.ReferencedObjectPathIds);
  }

  /** "Worksheet.getRange": where an error came from, as Office says it. */
  location(pathId: number, memberName: string): string {
    const path = this.paths[pathId];
    if (!path) return '';
    const target = this.resolved.get(pathId);
    if (target && memberName) return `${target.type.name}.${lowerFirst(memberName)}`;
    const parent =
      path.ParentObjectPathId === undefined ? undefined : this.resolved.get(path.ParentObjectPathId);
    const name = path.ObjectPathType === PathType.indexer ? 'getItem' : lowerFirst(path.Name);
    return parent ? `${parent.type.name}.${name}` : name;
  }

  private path(id: number): ObjectPath {
    const path = this.paths[id];
    if (!path) throw new OfficeError('InvalidObjectPath', `The object path '${id}' isn't working.`);
    return path;
  }

  private walk(path: ObjectPath): HostObject | null {
    switch (path.ObjectPathType) {
      case PathType.global:
        return this.host.root;
      case PathType.nullObject:
        return null;
      case PathType.reference:
        return this.host.references.get(path.Name);
      case PathType.newObject: {
        const service = this.host.service(path.Name);
        if (service) return service;
        this.host.warn(`not emulated: the service ${path.Name}`);
        throw apiNotFound();
      }
      default:
        return this.step(path);
    }
  }

  private step(path: ObjectPath): HostObject | null {
    const parent = path.ParentObjectPathId === undefined ? null : this.resolve(path.ParentObjectPathId);
    if (!parent) return null;
    if (path.ObjectPathType === PathType.property) {
      const member = findMember(this.host, parent, path.Name);
      if (member.kind === 'navigation') return member.get(parent.self);
      throw new OfficeError('InvalidObjectPath', `${parent.type.name}.${member.name} is not an object.`);
    }
    const name = path.ObjectPathType === PathType.indexer ? 'getItem' : path.Name;
    const result = callMethod(this.host, parent, name, this.arguments(path.ArgumentInfo));
    return isHostObject(result) ? result : null;
  }

  private argumentList(args: readonly unknown[], references: unknown): unknown[] {
    return args.map((argument, index) => {
      const reference = Array.isArray(references) ? (references[index] as unknown) : undefined;
      if (Array.isArray(reference) && Array.isArray(argument)) return this.argumentList(argument, reference);
      if (typeof reference === 'number' && reference !== 0) return this.resolve(reference);
      return this.embedded(argument);
    });
  }

  /** Objects inside an options object come as `{_ObjectPathId}`. Matrices of cells are left as they are. */
  private embedded(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    if ('_ObjectPathId' in value) return this.resolve(Number(value._ObjectPathId));
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.embedded(inner)]));
  }
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
