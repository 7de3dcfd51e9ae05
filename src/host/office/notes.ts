import type { CellPosition } from '../../engine/sheet/address';
import { parseAddress, toAddress } from '../../engine/sheet/address';
import { NOTE_SIGNATURE, type SheetMarks } from '../port';
import { jsonSize } from './payload';
import type { Requirements } from './requirements';
import type { Step } from './step-queue';
import { rangeOf } from './worksheets';

/** The notes of a worksheet, in three steps: asked for, located, then known. */
export interface NotesOfSheet {
  readonly sheet: Excel.Worksheet;
  /** Asks where notes and comments stand. @returns whether there is anything to ask */
  locate(): boolean;
  ours(): readonly Excel.Note[];
  /** Addresses of cells with a note of the user's or a threaded comment. */
  taken(): ReadonlySet<string>;
}

/** Asks for the notes and comments of a worksheet; `null` where this Excel has no notes for add-ins. */
export function askForNotes(sheet: Excel.Worksheet, requirements: Requirements): NotesOfSheet | null {
  if (!requirements.notes) return null;
  const { notes } = sheet;
  notes.load('items/content');
  const comments = requirements.comments ? sheet.comments : null;
  comments?.load('items/id');
  let locations: Excel.Range[] = [];
  const isOurs = (note: Excel.Note) => note.content.split(/\r?\n/, 1)[0] === NOTE_SIGNATURE;
  return {
    sheet,
    locate() {
      const foreign = [...notes.items.filter((note) => !isOurs(note)), ...(comments?.items ?? [])];
      locations = foreign.map((one) => {
        const range = one.getLocation().untrack();
        range.load('address');
        return range;
      });
      return locations.length > 0;
    },
    ours: () => notes.items.filter(isOurs),
    taken: () => new Set(locations.map(({ address }) => cellOf(address))),
  };
}

/** The calls that write notes where none of the user's and no comment stands. */
export function noteSteps(
  sheet: Excel.Worksheet,
  there: NotesOfSheet,
  notes: SheetMarks['notes'],
): { readonly steps: readonly Step[]; readonly notesLeftOut: number } {
  const taken = there.taken();
  const free = notes.filter(({ row, column }) => !taken.has(toAddress(row, column)));
  const steps = free.map((note): Step => {
    const content = `${NOTE_SIGNATURE}\n${note.text}`;
    return { size: 1_500 + jsonSize(content), queue: () => void sheet.notes.add(at(sheet, note), content) };
  });
  return { steps, notesLeftOut: notes.length - free.length };
}

function at(sheet: Excel.Worksheet, { row, column }: CellPosition): Excel.Range {
  return rangeOf(sheet, { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });
}

/** "'附件2'!$D$4:$E$4" → "D4": the first cell is where a note of merged cells stands. */
function cellOf(address: string): string {
  const first = address.slice(address.lastIndexOf('!') + 1).split(':', 1)[0]!;
  const cell = parseAddress(first);
  return cell ? toAddress(cell.row, cell.column) : first;
}
