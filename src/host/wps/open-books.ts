import type { EtCalls } from './et-call';
import type { EtApplication, EtWorkbook, EtWorksheet } from './et-types';

/** A workbook that was seen open. It is known by where it lies and what it is made of, and never by an object of WPS. */
export interface OpenBook {
  /** Made up, so that nothing of its path gets anywhere. */
  readonly id: string;
  fullName: string;
  name: string;
  /** The titles of its worksheets. */
  sheets: string;
  /** Whether it was never saved: another one may bear the same name after it. */
  unsaved: boolean;
  open: boolean;
  /** Somebody began to close it, which he may yet have thought better of. */
  closing: boolean;
}

interface Seen {
  readonly fullName: string;
  readonly book: EtWorkbook;
}

/**
 * Which workbooks are open, from one look to the next. A new wrapper comes with each answer, so that only names tell them
 * apart:
 *
 * - The same full name is the same workbook. Two of one name are never open at once; one after the other they may be, and
 *   then tell themselves apart by events, by a look between them, or by their sheets.
 * - Where one name is gone and one is new, the number is as before and the sheets are the same, a workbook was saved under
 *   another name.
 */
export class OpenBooks {
  private readonly books: OpenBook[] = [];

  constructor(private readonly et: EtCalls) {}

  /** The workbook in front, seen at this moment; `null`: none. @throws EtFailure */
  front(application: EtApplication): { readonly known: OpenBook; readonly book: EtWorkbook } | null {
    const { et } = this;
    const book = et.get(application, 'ActiveWorkbook');
    if (!book) {
      // Whatever comes after is another one, though it be called the same.
      this.look(application);
      return null;
    }
    const fullName = String(et.get(book, 'FullName') ?? '');
    const there = this.byName(fullName);
    if (there && !there.closing) return { known: there, book };
    this.look(application);
    const known = this.byName(fullName) ?? this.add({ fullName, book });
    return { known, book };
  }

  /** Whether a workbook is open at this moment. @throws EtFailure */
  isOpen(application: EtApplication, known: OpenBook): boolean {
    if (known.open) this.look(application);
    return known.open;
  }

  /** Looks at all workbooks. @returns whether anything is otherwise than before */
  look(application: EtApplication): boolean {
    const { et } = this;
    const seen: Seen[] = [];
    for (const book of et.items(et.need(application, 'Workbooks')))
      seen.push({ book, fullName: String(et.get(book, 'FullName') ?? '') });
    const open = this.books.filter((one) => one.open);
    const missing = open.filter((known) => {
      const there = seen.find(({ fullName }) => fullName === known.fullName);
      return !there || !this.isSame(known, there.book);
    });
    const fresh = seen.filter(({ fullName }) => {
      const known = this.byName(fullName);
      return !known || missing.includes(known);
    });
    let changed = missing.length + fresh.length > 0;
    const [was, is] = [missing[0], fresh[0]];
    if (was && is && missing.length === 1 && fresh.length === 1 && this.isRenamed(was, is)) {
      was.fullName = is.fullName;
      was.name = String(et.get(is.book, 'Name'));
      was.unsaved = this.isUnsaved(is.book);
    } else {
      for (const one of missing) one.open = false;
      for (const one of fresh) this.add(one);
    }
    for (const { fullName, book } of seen) {
      const known = this.byName(fullName)!;
      const name = String(et.get(book, 'Name') ?? known.name);
      changed ||= name !== known.name;
      known.name = name;
    }
    return changed;
  }

  /** Somebody closes a workbook, or has begun to. */
  closing(fullName: string): void {
    const known = this.byName(fullName);
    if (known) known.closing = true;
  }

  /** A workbook was opened or made: one that was about to be closed and bears the same name was another one. */
  opened(fullName: string): void {
    const known = this.byName(fullName);
    if (known?.closing) known.open = false;
  }

  private byName(fullName: string): OpenBook | undefined {
    return this.books.find((one) => one.open && one.fullName === fullName);
  }

  /** Whether a workbook of the same name is the same: one that was never saved, and shares no sheet, is not. */
  private isSame(known: OpenBook, book: EtWorkbook): boolean {
    if (!known.unsaved) return true;
    const now = this.signature(book);
    const before = new Set(known.sheets.split('\n'));
    if (known.sheets !== '' && now !== '' && !now.split('\n').some((sheet) => before.has(sheet)))
      return false;
    known.sheets = now;
    return true;
  }

  private isRenamed(was: OpenBook, { book }: Seen): boolean {
    return !was.closing && was.sheets !== '' && was.sheets === this.signature(book);
  }

  private add({ fullName, book }: Seen): OpenBook {
    const known: OpenBook = {
      id: `wps-${Math.random().toString(36).slice(2)}`,
      fullName,
      name: String(this.et.get(book, 'Name') ?? ''),
      sheets: this.signature(book),
      unsaved: this.isUnsaved(book),
      open: true,
      closing: false,
    };
    this.books.push(known);
    return known;
  }

  private isUnsaved(book: EtWorkbook): boolean {
    return String(this.et.get(book, 'Path') ?? '') === '';
  }

  private signature(book: EtWorkbook): string {
    const { et } = this;
    try {
      const sheets: string[] = [];
      for (const sheet of et.items(et.need(book, 'Worksheets')))
        sheets.push(String(et.get(sheet as EtWorksheet, 'Name')));
      return sheets.join('\n');
    } catch {
      return '';
    }
  }
}
