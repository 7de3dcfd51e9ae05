import type { PluginStorage } from './pane-page';

/*
 * What one page of the add-in leaves for another, in the store that they share. The background page leaves commands while
 * the pane takes others up, and neither may wait for the other; so each text has a place of its own, and each page writes
 * only where the other does not: whoever leaves counts up `last`, whoever takes up counts up `taken`.
 *
 * Keys name the program: the store is shared with the add-ins of the writer and of the presentations.
 */

/** A text that was left, and when. */
interface LeftText {
  readonly text: string;
  /** Milliseconds since 1970, by the clock of this computer. */
  readonly at: number;
}

/** A text that nobody has taken up by then is not what anybody wants any more; in milliseconds. */
export const STALE = 30_000;

/** So many texts at most are looked at: of more, only the newest can be meant. */
const MOST = 20;

/** One line of texts from page to page. */
export class LeftTexts {
  private readonly prefix: string;

  /** @param name what is left: "command" */
  constructor(
    private readonly storage: () => PluginStorage | null,
    name: string,
    private readonly now: () => number = Date.now,
  ) {
    this.prefix = `annex-reviewer.et.${name}`;
  }

  /** Leaves a text behind those that are there. @returns whether it is kept */
  leave(text: string): boolean {
    try {
      const storage = this.storage();
      if (!storage) return false;
      const number = count(storage, `${this.prefix}.last`) + 1;
      const left: LeftText = { text, at: this.now() };
      storage.setItem(`${this.prefix}.${number}`, JSON.stringify(left));
      storage.setItem(`${this.prefix}.last`, String(number));
      return true;
    } catch {
      return false;
    }
  }

  /** Takes up what was left, oldest first: each text once, and none that is stale or damaged. */
  take(): string[] {
    try {
      const storage = this.storage();
      if (!storage) return [];
      const last = count(storage, `${this.prefix}.last`);
      const taken = count(storage, `${this.prefix}.taken`);
      if (last === taken) return [];
      // Said first: a text that cannot be read now must not be read again and again.
      storage.setItem(`${this.prefix}.taken`, String(last));
      const texts: string[] = [];
      // Where the store was emptied meanwhile, counting has begun anew.
      const from = last < taken ? 0 : taken;
      for (let number = Math.max(from, last - MOST) + 1; number <= last; number++) {
        const text = this.takeOne(storage, `${this.prefix}.${number}`);
        if (text !== null) texts.push(text);
      }
      return texts;
    } catch {
      return [];
    }
  }

  private takeOne(storage: PluginStorage, key: string): string | null {
    const kept = storage.getItem(key);
    storage.removeItem(key);
    try {
      const { text, at } = (typeof kept === 'string' ? JSON.parse(kept) : kept) as LeftText;
      const age = this.now() - at;
      return typeof text === 'string' && age >= 0 && age < STALE ? text : null;
    } catch {
      return null;
    }
  }
}

/** A counter in the store; what is none counts as 0. */
function count(storage: PluginStorage, key: string): number {
  const number = Number(storage.getItem(key));
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}
