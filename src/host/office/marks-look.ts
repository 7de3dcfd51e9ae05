import { HostError } from '../port';
import type { OverlayLook } from '../protocol/overlay';
import { askEach, isAnswer, mustBeOfObject } from './ask-each';
import { askForNotes, type NotesOfSheet } from './notes';
import { askForFormats, askWhose, listFormatsEach, mayBeOurs, sortFormats } from './mark-formats';
import type { Requirements } from './requirements';
import type { Batch } from './session';
import { lookUp } from './worksheets';

/** What a worksheet has that may be ours, as far as Excel can tell. */
export interface SheetLook extends OverlayLook {
  readonly sheet: Excel.Worksheet;
  /** `null` where there are no notes for add-ins, or where they cannot be read. */
  readonly notes: NotesOfSheet | null;
}

/**
 * Looks at worksheets: one round trip for what there is, one for whose it is where there is anything to ask. Where Excel
 * refuses that for something it cannot read, it takes more: everything is then asked for by itself, and what
 * cannot be read is passed over.
 *
 * @returns one entry a worksheet, `null` where it is not there any more
 */
export async function lookAtMarks(
  batch: Batch,
  requirements: Requirements,
  sheetIds: readonly string[],
): Promise<(SheetLook | null)[]> {
  const first = await listed(batch, requirements, sheetIds);
  const there = first.filter((one) => one !== null);
  const answers = await whose(batch, there);
  const looks: (SheetLook | null)[] = [];
  for (const one of first) {
    if (!one) {
      looks.push(null);
      continue;
    }
    const { sheet, seen, unread, notes, notesUnreadable } = one;
    if (!answers) await notes?.locateEach(batch);
    const formats = await sortFormats(batch, sheet, seen, unread, answers?.get(one));
    looks.push({
      name: sheet.name,
      isProtected: sheet.protection.protected,
      ownNotes: notes && notes.ours().length,
      ...{ sheet, formats, notes, notesUnreadable },
    });
  }
  return looks;
}

/** As `lookAtMarks`, at one. @throws HostError `sheet-gone` */
export async function lookAtMarksOf(
  batch: Batch,
  requirements: Requirements,
  sheetId: string,
): Promise<SheetLook> {
  const [look] = await lookAtMarks(batch, requirements, [sheetId]);
  if (!look) throw new HostError('sheet-gone', 'the worksheet is not in the workbook');
  return look;
}

interface Listed {
  readonly sheet: Excel.Worksheet;
  readonly seen: ReturnType<ReturnType<typeof askForFormats>>;
  readonly unread: number;
  readonly notes: NotesOfSheet | null;
  readonly notesUnreadable: boolean;
}

async function listed(
  batch: Batch,
  requirements: Requirements,
  sheetIds: readonly string[],
): Promise<(Listed | null)[]> {
  const asked = sheetIds.map((id) => {
    const sheet = lookUp(batch.context, id);
    return { sheet, seen: askForFormats(sheet), notes: askForNotes(sheet, requirements) };
  });
  try {
    await batch.sync();
    return asked.map(({ sheet, seen, notes }) =>
      sheet.isNullObject ? null : { sheet, seen: seen(), unread: 0, notes, notesUnreadable: false },
    );
  } catch (error) {
    mustBeOfObject(error);
  }
  const all: (Listed | null)[] = [];
  for (const id of sheetIds) all.push(await listedAlone(batch, requirements, id));
  return all;
}

async function listedAlone(batch: Batch, requirements: Requirements, id: string): Promise<Listed | null> {
  const sheet = lookUp(batch.context, id);
  await batch.sync();
  if (sheet.isNullObject) return null;
  const [formats] = await askEach(batch, [sheet], askForFormats);
  const { seen, unread } = isAnswer(formats!)
    ? { seen: formats, unread: 0 }
    : await listFormatsEach(batch, sheet);
  const [notes] = await askEach(batch, [sheet], () => {
    const there = askForNotes(sheet, requirements);
    return () => {
      there?.ours();
      return there;
    };
  });
  return isAnswer(notes!)
    ? { sheet, seen, unread, notes, notesUnreadable: false }
    : { sheet, seen, unread, notes: null, notesUnreadable: true };
}

type Answers = Parameters<typeof sortFormats>[4];

/** Whose the conditional formats are, and where notes stand, in one round trip. @returns `null` where Excel refuses */
async function whose(batch: Batch, sheets: readonly Listed[]): Promise<ReadonlyMap<Listed, Answers> | null> {
  const asked = sheets.map((one) => ({
    one,
    questions: one.seen.filter(mayBeOurs).map((format) => askWhose(one.sheet, format)),
    locating: one.notes?.locate() ?? false,
  }));
  try {
    if (asked.some(({ questions, locating }) => questions.length > 0 || locating)) await batch.sync();
    return new Map(asked.map(({ one, questions }) => [one, questions.map((question) => question())]));
  } catch (error) {
    mustBeOfObject(error);
    return null;
  }
}
