import { toRangeAddress, type CellRange } from '../../engine/sheet/address';
import { HostError, type SheetRef } from '../port';
import type { EtCalls } from './et-call';
import { VISIBLE, WORKSHEET } from './et-constants';
import type { EtRange, EtWorksheet } from './et-types';
import type { Piece } from './session';

/** What is remembered of a sheet from one look to the next: words, no object. */
interface KnownSheet {
  readonly id: string;
  code: string;
  name: string;
}

/**
 * The sheets of one workbook by their ids: what a sheet is called in scripts, where it is called anything, else its title.
 * A sheet that gets its name for scripts later, on saving, keeps its id for as long as the workbook is open.
 */
export class SheetIds {
  private known: KnownSheet[] = [];

  /** Whether a sheet has no name for scripts by now: renamed, it is another one. */
  get someByTitle(): boolean {
    return this.known.some(({ code }) => code === '');
  }

  /** All sheets in the order of their tabs. */
  list({ et, book }: Pick<Piece, 'et' | 'book'>): SheetRef[] {
    const seen: { code: string; name: string; kind: SheetRef['kind']; visible: boolean }[] = [];
    for (const one of et.items(et.need(book, 'Sheets'))) {
      const sheet = one as EtWorksheet;
      const name: string = et.need(sheet, 'Name');
      const code = codeOf(et, sheet);
      const kind = (et.get(sheet, 'Type') ?? et.get(sheet, 'Type')) === WORKSHEET ? 'worksheet' : 'other';
      seen.push({ code, name, kind, visible: et.get(sheet, 'Visible') === VISIBLE });
    }
    const before = this.known;
    this.known = [];
    return seen.map(({ code, name, kind, visible }) => {
      const id = this.idOf(before, code, name);
      this.known.push({ id, code, name });
      return { id, name, kind, visible };
    });
  }

  /** The id of one sheet. */
  idOfSheet(piece: Pick<Piece, 'et' | 'book'>, sheet: EtWorksheet): string {
    const { et } = piece;
    const name: string = et.need(sheet, 'Name');
    const code = codeOf(et, sheet);
    const known = this.known.find((one) => one.name === name && one.code === code);
    if (known) return known.id;
    this.list(piece);
    return this.known.find((one) => one.name === name)?.id ?? (code || name);
  }

  /**
   * A sheet by its id; `null` where it is not there any more. Asks for the one that had the id last, and for all of them
   * only where that is another one by now.
   */
  find(piece: Pick<Piece, 'et' | 'book'>, sheetId: string): FoundSheet | null {
    const known = this.known.find(({ id }) => id === sheetId);
    return (known && this.same(piece, known)) ?? this.afresh(piece, sheetId);
  }

  private same({ et, book }: Pick<Piece, 'et' | 'book'>, known: KnownSheet): FoundSheet | null {
    const sheet = attempt(() => et.call(et.need(book, 'Sheets'), 'Item', known.name)) as EtWorksheet | null;
    if (!sheet) return null;
    const name: unknown = et.get(sheet, 'Name');
    if (name !== known.name || codeOf(et, sheet) !== known.code) return null;
    return { sheet, name: known.name, id: known.id };
  }

  private afresh(piece: Pick<Piece, 'et' | 'book'>, sheetId: string): FoundSheet | null {
    this.list(piece);
    const index = this.known.findIndex(({ id }) => id === sheetId);
    if (index < 0) return null;
    const { et, book } = piece;
    const sheet = et.item(et.need(book, 'Sheets'), index + 1) as EtWorksheet | null;
    const name = this.known[index]!.name;
    return sheet && et.get(sheet, 'Name') === name ? { sheet, name, id: sheetId } : null;
  }

  private idOf(before: readonly KnownSheet[], code: string, name: string): string {
    const taken = (id: string): boolean => this.known.some((one) => one.id === id);
    const known =
      before.find((one) => code !== '' && one.code === code) ??
      before.find((one) => one.code === '' && one.name === name);
    if (known && !taken(known.id)) return known.id;
    const wanted = code || name;
    return taken(wanted) || before.some(({ id }) => id === wanted) ? `${wanted}:${name}` : wanted;
  }
}

/** What scripts call a sheet; none is a text of no letters, and no answer at all may be a refusal, so it is asked again. */
function codeOf(et: EtCalls, sheet: EtWorksheet): string {
  const code: unknown = et.get(sheet, 'CodeName') ?? et.get(sheet, 'CodeName');
  return typeof code === 'string' ? code : '';
}

/** A sheet within one piece of work. */
export interface FoundSheet {
  readonly sheet: EtWorksheet;
  readonly name: string;
  readonly id: string;
}

/** @throws HostError `sheet-gone`, `not-a-worksheet` */
export function worksheetOf(piece: Piece, ids: SheetIds, sheetId: string): FoundSheet {
  const found = ids.find(piece, sheetId);
  if (!found)
    throw new HostError('sheet-gone', 'the worksheet is not in the workbook', { write: 'not-tried' });
  const type: unknown = piece.et.get(found.sheet, 'Type') ?? piece.et.get(found.sheet, 'Type');
  if (type !== WORKSHEET)
    throw new HostError('not-a-worksheet', `${found.name} is no worksheet`, { sheet: found.name });
  return found;
}

/** Whether cells of a worksheet cannot be written: asked before anything is, for WPS would ask for the password. */
export function isProtected(et: EtCalls, sheet: EtWorksheet): boolean {
  return et.get(sheet, 'ProtectContents') !== false;
}

/** @throws HostError `protected` */
export function mustBeWritable(et: EtCalls, { sheet, name }: FoundSheet): void {
  if (!isProtected(et, sheet)) return;
  throw new HostError('protected', `the worksheet ${name} is protected`, { sheet: name, write: 'not-tried' });
}

/** A range of a worksheet. */
export function rangeOf(et: EtCalls, sheet: EtWorksheet, range: CellRange): EtRange {
  return et.ask(sheet, 'Range', toRangeAddress(range));
}

function attempt<Result>(work: () => Result): Result | null {
  try {
    return work() ?? null;
  } catch {
    return null;
  }
}
