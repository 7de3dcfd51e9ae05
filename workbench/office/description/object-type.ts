import type { ApiVersion } from './api-version';

/** An object of the emulated host: what it is, and what it stands for. */
export interface HostObject<S = unknown> {
  readonly type: ObjectType<S>;
  readonly self: S;
}

/**
 * The description of one class of the object model. The interpreter knows nothing else: what is not described
 * does not exist for the add-in.
 */
export interface ObjectType<S = unknown> {
  readonly name: string;
  readonly since: ApiVersion;
  readonly members: ReadonlyMap<string, Member<S>>;
  /** By which the client names the object in its next batch. */
  identity?(self: S): Identity;
  /** The items of a collection. */
  items?(self: S): readonly HostObject[];
}

/** `Id` is part of the object's data, `_Id` is for the client alone. */
export type Identity = { readonly Id: string } | { readonly _Id: string };

export type Member<S = unknown> = ScalarMember<S> | NavigationMember<S> | MethodMember<S>;

interface MemberBase {
  /** As Office spells it in TypeScript. */
  readonly name: string;
  readonly since: ApiVersion;
}

export interface ScalarMember<S = unknown> extends MemberBase {
  readonly kind: 'scalar';
  get(self: S): unknown;
  set?(self: S, value: unknown): void;
}

export interface NavigationMember<S = unknown> extends MemberBase {
  readonly kind: 'navigation';
  get(self: S): HostObject | null;
}

export interface MethodMember<S = unknown> extends MemberBase {
  readonly kind: 'method';
  /** Arguments that were client objects arrive as host objects; a host object may be the result. */
  call(self: S, args: readonly unknown[]): unknown;
}

/** A member before it knows its name. */
export type Unnamed<S> =
  Omit<ScalarMember<S>, 'name'> | Omit<NavigationMember<S>, 'name'> | Omit<MethodMember<S>, 'name'>;

/** A property that holds plain data; without `set` it is read-only. */
export function scalar<S>(
  since: ApiVersion,
  get: (self: S) => unknown,
  set?: (self: S, value: unknown) => void,
): Omit<ScalarMember<S>, 'name'> {
  return set ? { kind: 'scalar', since, get, set } : { kind: 'scalar', since, get };
}

/** A property that leads to another object; `null` is a null object. */
export function navigation<S>(
  since: ApiVersion,
  get: (self: S) => HostObject | null,
): Omit<NavigationMember<S>, 'name'> {
  return { kind: 'navigation', since, get };
}

/** A call; what it returns is its result, or the object that it leads to. */
export function method<S>(
  since: ApiVersion,
  call: (self: S, args: readonly unknown[]) => unknown,
): Omit<MethodMember<S>, 'name'> {
  return { kind: 'method', since, call };
}

/**
 * Describes a class by its members, keyed as Office spells them in TypeScript. `aliases` are other names that the
 * client sends for some of them.
 */
export function objectType<S>(
  name: string,
  since: ApiVersion,
  members: Readonly<Record<string, Unnamed<S>>>,
  {
    aliases = {},
    ...more
  }: Pick<ObjectType<S>, 'identity' | 'items'> & { readonly aliases?: Readonly<Record<string, string>> } = {},
): ObjectType<S> {
  const byWireName = new Map<string, Member<S>>();
  for (const [key, member] of Object.entries(members)) {
    byWireName.set(key.toLowerCase(), { ...member, name: key });
  }
  for (const [alias, key] of Object.entries(aliases)) {
    byWireName.set(alias.toLowerCase(), { ...members[key]!, name: key });
  }
  return { name, since, members: byWireName, ...more };
}

/** The name of a member in a batch: "numberFormat" → "NumberFormat", "_Id" stays. */
export function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Whether a value of a batch is an object of the host. */
export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'type' in value && 'self' in value;
}
