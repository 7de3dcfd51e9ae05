/**
 * How the object model of WPS Spreadsheets is called; nothing else in the product reads, writes or calls a member of it.
 *
 * - Every call is counted: each costs about 0.2 ms, for it goes to another process.
 * - A method gets its owner as receiver; without it, it throws. What one build has as a method another has as a property.
 * - Arguments that are left out between others are `undefined`.
 * - What a call throws may be an object of the host, which nobody may look through: of it a text is kept, no more.
 * - Host objects are handed from call to call and never kept: they go stale, and looking through them has crashed WPS.
 */
export class EtCalls {
  private made = 0;

  /** How many calls were made so far. */
  get count(): number {
    return this.made;
  }

  /** The value of a property. */
  get<Owner extends object, Name extends keyof Owner>(owner: Owner, name: Name): Owner[Name] {
    this.made += 1;
    try {
      return owner[name];
    } catch (error) {
      throw toFailure(name, error);
    }
  }

  /** The value of a property that has to be there. @throws EtFailure where there is nothing */
  need<Owner extends object, Name extends keyof Owner>(
    owner: Owner,
    name: Name,
  ): Exclude<Owner[Name], null | undefined> {
    return there(this.get(owner, name), name);
  }

  /** Sets a property. Builds take what they do not know without a word: whoever has to be sure reads it back. */
  set<Owner extends object, Name extends keyof Owner>(owner: Owner, name: Name, value: Owner[Name]): void {
    this.made += 1;
    try {
      owner[name] = value;
    } catch (error) {
      throw toFailure(name, error);
    }
  }

  /** Calls a method, or reads what is a property in this build. */
  call<Owner extends object, Name extends MethodOf<Owner>>(
    owner: Owner,
    name: Name,
    ...args: ArgumentsOf<Owner[Name]>
  ): ResultOf<Owner[Name]> {
    this.made += 1;
    try {
      const member: unknown = owner[name];
      const result: unknown = typeof member === 'function' ? Reflect.apply(member, owner, args) : member;
      return result as ResultOf<Owner[Name]>;
    } catch (error) {
      throw toFailure(name, error);
    }
  }

  /** As `call`, of a method that has to answer. @throws EtFailure where it gives nothing */
  ask<Owner extends object, Name extends MethodOf<Owner>>(
    owner: Owner,
    name: Name,
    ...args: ArgumentsOf<Owner[Name]>
  ): Exclude<ResultOf<Owner[Name]>, null | undefined> {
    return there(this.call(owner, name, ...args), name);
  }

  /**
   * How many a collection has; 0 where the build has no such collection.
   * @throws EtFailure where it says no number: then nobody knows what is in it
   */
  size(collection: { readonly Count: number }): number {
    const count: unknown = this.get(collection, 'Count');
    if (typeof count !== 'number' || !(count >= 0)) throw new EtFailure('WPS does not count them: Count');
    return Math.floor(count);
  }

  /** One of a collection, 1-based; `null` where it is not there, whatever the build says instead. */
  item<Item>(
    collection: { Item(index: number): Item },
    index: number,
  ): Exclude<Item, null | undefined> | null {
    return (this.call(collection, 'Item', index) ?? null) as Exclude<Item, null | undefined> | null;
  }

  /** All of a collection, from the first to the last. @throws EtFailure where one that is counted is not there */
  *items<Item>(collection: {
    readonly Count: number;
    Item(index: number): Item;
  }): Iterable<Exclude<Item, null | undefined>> {
    const count = this.size(collection);
    for (let index = 1; index <= count; index += 1) yield there(this.item(collection, index), 'Item');
  }

  /** As `items`, from the last to the first: what was seen may be deleted on the way. */
  *itemsBackwards<Item>(collection: {
    readonly Count: number;
    Item(index: number): Item;
  }): Iterable<Exclude<Item, null | undefined>> {
    for (let index = this.size(collection); index >= 1; index -= 1)
      yield there(this.item(collection, index), 'Item');
  }
}

type MethodOf<Owner> = {
  [Name in keyof Owner]-?: Owner[Name] extends (...args: never[]) => unknown ? Name : never;
}[keyof Owner];
type ArgumentsOf<Method> = Method extends (...args: infer Args) => unknown ? Args : never;
type ResultOf<Method> = Method extends (...args: never[]) => infer Result ? Result : never;

/** A call that WPS refused, or that gave nothing where something has to be. It holds a text, never an object of WPS. */
export class EtFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EtFailure';
  }
}

function there<Value>(value: Value, name: PropertyKey): Exclude<Value, null | undefined> {
  if (value === null || value === undefined) throw new EtFailure(`WPS gives nothing: ${String(name)}`);
  return value as Exclude<Value, null | undefined>;
}

function toFailure(name: PropertyKey, error: unknown): EtFailure {
  if (error instanceof EtFailure) return error;
  return new EtFailure(`WPS refused ${String(name)}${said(error)}`);
}

/**
 * The text of what was thrown, where it is a text or has one as its message. An error may come from another page, and is
 * then no `Error` of this one; an object of the host is asked for nothing else.
 */
function said(error: unknown): string {
  if (typeof error === 'string') return `: ${error}`;
  try {
    const message = (error as { readonly message?: unknown } | null)?.message;
    return typeof message === 'string' ? `: ${message}` : '';
  } catch {
    return '';
  }
}
