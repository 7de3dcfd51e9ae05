import type { DescribedMember, DescribedMethod, EtDescription } from '../description/et-description';
import { findMember } from '../description/et-description';
import type { EtHost } from '../host/et-host';
import type { PageState } from '../host/page-state';
import type { WpsMode } from './check-call';
import { checkArguments, refusalOfWrite } from './check-call';
import { NotEmulated, WpsError, WpsMisuse } from './et-errors';
import { EtRef } from './et-ref';
import type { EtMember, EtType } from './et-type';

type Member = EtMember<unknown>;

export interface WrapperOptions {
  readonly host: EtHost;
  readonly description: EtDescription;
  readonly types: ReadonlyMap<string, EtType>;
  readonly mode: WpsMode;
  /** What a member is on this build: itself, of another kind, or not there at all. */
  readonly variant: (type: string, name: string, member: Member | undefined) => Member | 'absent' | undefined;
}

/**
 * Makes the objects that one page sees. A new one is made at each access, so that two reads of one range are never the
 * same. Whatever a page does with them is counted, held against what is declared, and answered.
 */
export class Wrappers {
  private readonly refs = new WeakMap<object, EtRef>();

  constructor(
    private readonly options: WrapperOptions,
    readonly page: PageState,
  ) {}

  wrap(ref: EtRef): object {
    const target = Object.create(null) as object;
    const proxy: object = new Proxy(target, {
      get: (_target, key) => this.get(ref, proxy, key),
      set: (_target, key, value) => this.set(ref, key, value),
      has: (_target, key) => this.has(ref, key),
      ownKeys: () => this.refuse(ref, 'was enumerated'),
      getOwnPropertyDescriptor: () => this.refuse(ref, 'was looked through'),
      getPrototypeOf: () => this.refuse(ref, 'was asked what it is made of'),
      defineProperty: () => this.refuse(ref, 'was given a property'),
      deleteProperty: () => this.refuse(ref, 'was to lose a property'),
      isExtensible: () => this.refuse(ref, 'was looked through'),
      preventExtensions: () => this.refuse(ref, 'was frozen'),
      setPrototypeOf: () => this.refuse(ref, 'was given a prototype'),
    });
    this.refs.set(proxy, ref);
    return proxy;
  }

  /** What a value of the host is for the page. */
  toPage(value: unknown): unknown {
    return value instanceof EtRef ? this.wrap(value) : value;
  }

  /** What a value of the page is for the host. */
  fromPage(value: unknown): unknown {
    return (typeof value === 'object' && value !== null && this.refs.get(value)) || value;
  }

  private get(ref: EtRef, proxy: object, key: string | symbol): unknown {
    if (typeof key === 'symbol') return this.symbol(ref, key);
    const declared = this.declared(ref, key);
    const member = this.member(ref, key);
    if (member === 'absent') return undefined;
    if (!declared && !member) return this.undeclared(ref, key);
    if (!member) throw this.misuse(new NotEmulated(`${ref.type}.${key}`));
    if (member.kind === 'property')
      return this.answer(ref, key, 'get', () =>
        this.toPage(member.get(ref.self, { host: this.host, page: this.page })),
      );
    return this.callable(ref, proxy, key, member, declared);
  }

  private callable(
    ref: EtRef,
    proxy: object,
    key: string,
    member: Extract<Member, { kind: 'method' }>,
    declared: DescribedMember | undefined,
  ): (...args: unknown[]) => unknown {
    const { page, host } = this;
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- a method has to see what it is called on
    const wrappers = this;
    return function (this: unknown, ...given: unknown[]) {
      if (this !== proxy && host.switches.detachedMethods === 'throw') {
        const error = new WpsError(`${ref.type}.${key} was called without its owner`);
        if (wrappers.isStrict) throw wrappers.misuse(new WpsMisuse(error.message));
        throw error;
      }
      const args = wrappers.checked(ref, key, declared, given);
      return wrappers.answer(ref, key, 'call', () =>
        wrappers.toPage(
          member.call(
            ref.self,
            args.map((one) => wrappers.fromPage(one)),
            { host, page },
          ),
        ),
      );
    };
  }

  private checked(
    ref: EtRef,
    key: string,
    declared: DescribedMember | undefined,
    given: readonly unknown[],
  ): readonly unknown[] {
    // What a switch makes a method of is not declared as one.
    if (declared?.kind !== 'method') return given;
    const checked = checkArguments(declared satisfies DescribedMethod, given, this.options.mode);
    if ('args' in checked) return checked.args;
    throw this.misuse(new WpsMisuse(`${ref.type}.${key} ${checked.refusal}`));
  }

  private set(ref: EtRef, key: string | symbol, value: unknown): boolean {
    if (typeof key === 'symbol') throw this.misuse(new WpsMisuse(`${ref.type} was given a symbol`));
    const declared = this.declared(ref, key);
    const member = this.member(ref, key);
    if (member === 'absent') return true;
    if (!declared && !member) {
      this.undeclared(ref, key);
      return true;
    }
    if (declared?.kind === 'method' && member?.kind !== 'property')
      return this.ignored(ref, key, 'is a method, and was written');
    const refusal = declared?.kind === 'property' ? refusalOfWrite(declared, value) : null;
    if (refusal !== null) return this.ignored(ref, key, refusal);
    if (member?.kind !== 'property' || !member.set)
      throw this.misuse(new NotEmulated(`writing ${ref.type}.${key}`));
    const write = member.set;
    this.answer(ref, key, 'set', () =>
      write(ref.self, this.fromPage(value), { host: this.host, page: this.page }),
    );
    return true;
  }

  /** Runs what a member does: counted, in its time, and refused where the host is busy. */
  private answer<T>(ref: EtRef, key: string, kind: 'get' | 'set' | 'call', act: () => T): T | undefined {
    const { host, page } = this;
    if (!page.alive) throw new WpsError(`the page ${page.name} is closed`);
    const name = `${ref.type}.${key}`;
    host.calls.note(name);
    if (host.latency > 0) spend(host.latency);
    host.depth++;
    try {
      if (host.beforeCall?.({ number: host.calls.total, member: name, kind }) === 'nothing') return undefined;
      if (host.editing && isBusy(ref, key, kind)) {
        if (host.switches.cellEdit === 'nothing') return undefined;
        throw new WpsError('a cell is being edited');
      }
      return act();
    } catch (error) {
      if (error instanceof WpsMisuse) throw host.fault(error);
      if (host.switches.errors === 'silent' && error instanceof WpsError) return undefined;
      throw error;
    } finally {
      host.depth--;
    }
  }

  private declared(ref: EtRef, key: string): DescribedMember | undefined {
    return findMember(this.options.description, ref.type, key);
  }

  private member(ref: EtRef, key: string): Member | 'absent' | undefined {
    const type = this.options.types.get(ref.type) as EtType<unknown> | undefined;
    if (!type) throw this.misuse(new NotEmulated(ref.type));
    const member = Object.hasOwn(type.members, key) ? type.members[key] : undefined;
    return this.options.variant(ref.type, key, member);
  }

  /** A name that the vendor does not declare. */
  private undeclared(ref: EtRef, key: string): undefined {
    if (this.isStrict) throw this.misuse(new WpsMisuse(`not declared: ${ref.type}.${key}`));
    return undefined;
  }

  private ignored(ref: EtRef, key: string, why: string): true {
    if (this.isStrict) throw this.misuse(new WpsMisuse(`${ref.type}.${key} ${why}`));
    return true;
  }

  /** Printing, iterating and comparing go through symbols. */
  private symbol(ref: EtRef, key: symbol): undefined {
    if (this.isStrict) this.refuse(ref, `was asked for ${String(key)}`);
    return undefined;
  }

  private has(ref: EtRef, key: string | symbol): boolean {
    if (this.isStrict) this.refuse(ref, `was asked whether it has ${String(key)}`);
    return typeof key === 'string' && this.declared(ref, key) !== undefined;
  }

  /** What crashed WPS on real machines: it is refused in every mode. */
  private refuse(ref: EtRef, why: string): never {
    throw this.misuse(new WpsMisuse(`an object ${ref.type} ${why}`));
  }

  private misuse(error: WpsMisuse): WpsMisuse {
    return this.host.fault(error);
  }

  private get host(): EtHost {
    return this.options.host;
  }

  private get isStrict(): boolean {
    return this.options.mode === 'strict';
  }
}

/** What waits for the end of the typing: all that touches cells or what hangs on them. */
function isBusy(ref: EtRef, key: string, kind: 'get' | 'set' | 'call'): boolean {
  if (ref.type.startsWith('WPS.')) return false;
  return kind !== 'get' || !['ActiveWorkbook', 'Workbooks', 'Ready', 'Interactive', 'Name'].includes(key);
}

/** Keeps the thread for a while, as a call to another process does. */
function spend(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}
