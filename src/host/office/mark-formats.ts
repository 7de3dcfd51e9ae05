import { MARK_COLORS } from '../protocol/mark-colors';
import { markSeverity } from '../protocol/mark-signature';
import type { MarkFormat, MarksOfSheet } from '../protocol/overlay';
import { askEach, isAnswer, mustBeOfObject, Refused } from './ask-each';
import { excelCode } from './errors';
import type { Batch } from './session';

interface Seen {
  readonly id: string;
  readonly type: unknown;
}

/**
 * All conditional formats of a worksheet. Asked for anew in each round trip: kept over several, the range would cost
 * a request of its own to be let go.
 */
export function formatsOf(sheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  return sheet.getRange().untrack().conditionalFormats;
}

/** Queues the question which conditional formats there are. @returns a function that looks at the answer */
export function askForFormats(sheet: Excel.Worksheet): () => readonly Seen[] {
  const formats = formatsOf(sheet);
  formats.load('items/id,items/type');
  return () => formats.items.map(({ id, type }) => ({ id, type }));
}

/** As `askForFormats`, for a worksheet where Excel refuses to list them: each by its place, in a few round trips. */
export async function listFormatsEach(
  batch: Batch,
  sheet: Excel.Worksheet,
): Promise<{ readonly seen: readonly Seen[]; readonly unread: number }> {
  let count: number;
  try {
    const asked = formatsOf(sheet).getCount();
    await batch.sync();
    count = asked.value;
  } catch (error) {
    mustBeOfObject(error);
    return { seen: [], unread: 1 };
  }
  const answers = await askEach(
    batch,
    Array.from({ length: count }, (_, place) => place),
    (place) => {
      const format = formatsOf(sheet).getItemAt(place);
      format.load('id,type');
      return (): Seen => ({ id: format.id, type: format.type });
    },
  );
  const seen = answers.filter(isAnswer).filter(({ id }) => typeof id === 'string');
  return { seen, unread: count - seen.length };
}

/** What may be ours among conditional formats: those by a formula. */
export function mayBeOurs({ type }: Seen): boolean {
  return type === 'Custom';
}

/** Queues the question whose one conditional format is. @returns a function that looks at the answer */
export function askWhose(sheet: Excel.Worksheet, { id }: Seen): () => MarkFormat | 'unsigned' | null {
  const format = formatsOf(sheet).getItem(id);
  const { rule, format: look } = format.custom;
  rule.load('formula');
  look.fill.load('color');
  const ranges = format.getRanges().untrack();
  ranges.load('cellCount');
  return () => {
    const formula: unknown = rule.formula;
    if (formula === '') return 'unsigned';
    if (typeof formula !== 'string') throw new Error('Excel does not tell the formula');
    const severity = markSeverity(formula);
    if (severity === null) return null;
    const coloured = String(look.fill.color).toUpperCase() === MARK_COLORS[severity];
    return { id, severity, cells: ranges.cellCount, coloured };
  };
}

/** As `askWhose`, where Excel refuses to tell where or in which colour: only the formula makes it ours. */
function askFormula(sheet: Excel.Worksheet, { id }: Seen): () => MarkFormat | 'unsigned' | null {
  const { rule } = formatsOf(sheet).getItem(id).custom;
  rule.load('formula');
  return () => {
    const formula: unknown = rule.formula;
    if (formula === '') return 'unsigned';
    if (typeof formula !== 'string') throw new Error('Excel does not tell the formula');
    const severity = markSeverity(formula);
    return severity && { id, severity, cells: null, coloured: true };
  };
}

/**
 * Sorts conditional formats into ours and others.
 * @param answers what `askWhose` brought, one for each of those that may be ours; absent: they are asked now
 */
export async function sortFormats(
  batch: Batch,
  sheet: Excel.Worksheet,
  seen: readonly Seen[],
  unread: number,
  answers?: readonly (MarkFormat | 'unsigned' | null | Refused)[],
): Promise<MarksOfSheet> {
  const asked = seen.filter(mayBeOurs);
  const first = answers ?? (await askEach(batch, asked, (one) => askWhose(sheet, one)));
  const again = asked.filter((_, index) => first[index] instanceof Refused);
  const second = await askEach(batch, again, (one) => askFormula(sheet, one));
  const ours: MarkFormat[] = [];
  const unsigned: string[] = [];
  let silent = 0;
  asked.forEach((one, index) => {
    let answer = first[index]!;
    if (answer instanceof Refused) answer = second[again.indexOf(one)]!;
    if (answer instanceof Refused) silent += isGone(answer.error) ? 0 : 1;
    else if (answer === 'unsigned') unsigned.push(one.id);
    else if (answer) ours.push(answer);
  });
  return { ours, unsigned, ids: new Set(seen.map(({ id }) => id)), unread: unread + silent };
}

/** Whether Excel says that the object asked for is not there: somebody took it away meanwhile. */
function isGone(error: unknown): boolean {
  return excelCode(error) === 'ItemNotFound';
}
