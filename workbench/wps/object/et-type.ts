import type { EtHost } from '../host/et-host';
import type { PageState } from '../host/page-state';

/** Where a call comes from and what it works on. */
export interface EtContext {
  readonly host: EtHost;
  readonly page: PageState;
}

export interface EtProperty<Self> {
  readonly kind: 'property';
  readonly get: (self: Self, context: EtContext) => unknown;
  readonly set?: (self: Self, value: unknown, context: EtContext) => void;
}

export interface EtMethod<Self> {
  readonly kind: 'method';
  readonly call: (self: Self, args: readonly unknown[], context: EtContext) => unknown;
}

export type EtMember<Self> = EtProperty<Self> | EtMethod<Self>;

/** The members of a declared type that are emulated. They take and give plain values and `EtRef`s. */
export interface EtType<Self = never> {
  readonly name: string;
  readonly members: Readonly<Record<string, EtMember<Self>>>;
}

/** A property; without `set` writing it is not emulated, or it is read-only. */
export function property<Self>(
  get: EtProperty<Self>['get'],
  set?: EtProperty<Self>['set'],
): EtProperty<Self> {
  return set ? { kind: 'property', get, set } : { kind: 'property', get };
}

export function method<Self>(call: EtMethod<Self>['call']): EtMethod<Self> {
  return { kind: 'method', call };
}

export function etType<Self>(name: string, members: EtType<Self>['members']): EtType<Self> {
  return { name, members };
}
