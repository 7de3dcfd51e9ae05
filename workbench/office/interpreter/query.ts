import type { HostObject } from '../description/object-type';
import { wireName } from '../description/object-type';
import type { BatchHost } from './batch-host';
import { findMember } from './find-member';
import type { QueryInfo } from './wire';

/** How a query spells what it answers: as batches do, or as the JSON of TypeScript objects does. */
export interface Spelling {
  readonly name: (member: string) => string;
  readonly items: string;
}

export const BATCH_SPELLING: Spelling = { name: wireName, items: '_Items' };
export const JSON_SPELLING: Spelling = { name: (member) => member, items: 'items' };

/** The properties that a query asks for, as paths: "format/fill/color" → ["format", "fill", "color"]. */
export function selectedPaths(query: QueryInfo | undefined): string[][] {
  const paths = [...(query?.Select ?? []), ...(query?.Expand ?? [])].map((path) => path.split(/[/.]/));
  return paths.length > 0 ? paths : [['*']];
}

/** Answers a query: the asked properties of an object, of the objects it leads to and of a collection's items. */
export function answerQuery(
  host: BatchHost,
  object: HostObject,
  query: QueryInfo | undefined,
  spelling: Spelling,
): unknown {
  return select(host, object, selectedPaths(query), spelling, query);
}

/** By what the client names an object in its next batch. */
export function identityOf(host: BatchHost, object: HostObject): Record<string, unknown> {
  const reference = host.references.nameOf(object);
  return {
    ...object.type.identity?.(object.self),
    ...(reference === undefined ? {} : { _ReferenceId: reference }),
  };
}

function select(
  host: BatchHost,
  object: HostObject,
  paths: readonly (readonly string[])[],
  spelling: Spelling,
  query?: QueryInfo,
): unknown {
  if (!object.type.items) return selectProperties(host, object, paths, spelling);
  // A collection's own properties ("count") come beside those of its items.
  const own = paths.filter(([head]) => head !== undefined && object.type.members.has(head.toLowerCase()));
  const ofItems = paths
    .filter((path) => !own.includes(path))
    .map((path) => (path[0]?.toLowerCase() === 'items' ? path.slice(1) : path))
    .map((path) => (path.length > 0 ? path : ['*']));
  const skip = query?.Skip ?? 0;
  const items = object.type
    .items(object.self)
    .slice(skip, query?.Top === undefined ? undefined : skip + query.Top);
  return {
    ...(own.length > 0 ? selectProperties(host, object, own, spelling) : {}),
    [spelling.items]: items.map((item) => select(host, item, ofItems, spelling)),
  };
}

function selectProperties(
  host: BatchHost,
  object: HostObject,
  paths: readonly (readonly string[])[],
  spelling: Spelling,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(identityOf(host, object))) {
    values[spelling === JSON_SPELLING && key === 'Id' ? 'id' : key] = value;
  }
  const nested = new Map<string, (readonly string[])[]>();
  for (const [head, ...rest] of paths) {
    if (head === undefined) continue;
    if (head === '*') {
      Object.assign(values, allScalars(host, object, spelling));
      continue;
    }
    const member = findMember(host, object, head);
    if (member.kind === 'scalar') values[spelling.name(member.name)] = member.get(object.self);
    else {
      const inner = nested.get(member.name) ?? [];
      nested.set(member.name, [...inner, rest.length > 0 ? rest : ['*']]);
    }
  }
  for (const [name, inner] of nested) {
    const member = findMember(host, object, name);
    const target = member.kind === 'navigation' ? member.get(object.self) : null;
    values[spelling.name(name)] = target ? select(host, target, inner, spelling) : null;
  }
  return values;
}

/** Every property that holds data, but for those that are newer than what the host reports. */
function allScalars(host: BatchHost, object: HostObject, spelling: Spelling): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const member of object.type.members.values()) {
    if (member.kind === 'scalar' && !member.name.startsWith('_') && host.offers(member.since)) {
      values[spelling.name(member.name)] = member.get(object.self);
    }
  }
  return values;
}
