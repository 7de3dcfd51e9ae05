import { HostError, type SpreadsheetHost } from '../host/port';

/** Calls that change something at the user's: none is made any more once a call of the same piece of work was silent. */
const WRITING: ReadonlySet<string | symbol> = new Set<keyof SpreadsheetHost>([
  'edit',
  'mark',
  'remark',
  'unmark',
  'insert',
  'select',
  'remember',
  'forget',
]);

/** Whether a call to a host writes, or brings something else into view; an edit without edits only looks. */
export function isWriting(call: string | symbol, args: readonly unknown[]): boolean {
  if (call === 'edit') return (args[1] as readonly unknown[]).length > 0;
  return WRITING.has(call);
}

/** A host that is not written to after it has left a call unanswered, whoever has passed over that failure. */
export interface HeededHost {
  readonly host: SpreadsheetHost;
  /** A new piece of work begins: it looks before it writes. */
  begin(): void;
}

/** Watches the calls to a host for silence. */
export function heedSilence(host: SpreadsheetHost): HeededHost {
  let silent = false;
  const watched = async (key: string | symbol, call: () => Promise<unknown>): Promise<unknown> => {
    if (silent && WRITING.has(key))
      throw new HostError('no-answer', 'the host has left a call unanswered', { write: 'unchanged' });
    try {
      return await call();
    } catch (thrown) {
      if (thrown instanceof HostError && thrown.code === 'no-answer') silent = true;
      throw thrown;
    }
  };
  return {
    host: new Proxy(host, {
      get(target, key) {
        const member: unknown = Reflect.get(target, key, target);
        if (typeof member !== 'function') return member;
        return (...args: readonly unknown[]) =>
          watched(key, () => Reflect.apply(member, target, args) as Promise<unknown>);
      },
    }),
    begin() {
      silent = false;
    },
  };
}
