import type { Project } from '../../annex/annex';
import type { NumberCell } from '../../annex/values/number-cell';
import { positionOf, type CellPosition } from '../../sheet/address';

/** A project with a plain number. */
interface Numbered {
  /** Index of the project. */
  readonly index: number;
  readonly cell: CellPosition;
  readonly number: number;
  /** Whether it is the first of a section: sections begin where something else stands between. */
  readonly opens: boolean;
}

/** What of a project tells whether something stands between it and the next. */
type Edge = Pick<Project, 'row' | 'lastRow' | 'unit'>;

/** The serial numbers of projects in their order. Plain. */
export interface SerialNumbers {
  numbered: Numbered[];
  /** Whether it is not known of one what its cell shows: then none tells which number follows which. */
  unknown: boolean;
  first: Edge | null;
  last: Edge | null;
  /** Whether the next number opens a section. */
  opens: boolean;
}

export function noNumbers(): SerialNumbers {
  return { numbered: [], unknown: false, first: null, last: null, opens: false };
}

export function addNumber(numbers: SerialNumbers, project: Project): void {
  const { row, lastRow, unit, sequence, index } = project;
  const edge = { row, lastRow, unit };
  if (numbers.last && isApart(numbers.last, edge)) numbers.opens = true;
  numbers.first ??= edge;
  numbers.last = edge;
  if (!sequence || sequence.presence === 'blank') return;
  if (sequence.presence === 'unknown') numbers.unknown = true;
  const number = plainNumber(sequence);
  if (number !== null)
    numbers.numbered.push({ index, cell: positionOf(sequence), number, opens: numbers.opens });
  numbers.opens = number === null;
}

/** Takes in the numbers of the projects that follow. */
export function mergeNumbers(numbers: SerialNumbers, further: SerialNumbers): void {
  if (numbers.last && further.first && isApart(numbers.last, further.first)) numbers.opens = true;
  const [next, ...others] = further.numbered;
  if (next) numbers.numbered.push(numbers.opens ? { ...next, opens: true } : next);
  for (const each of others) numbers.numbered.push(each);
  numbers.opens = further.opens || (numbers.opens && !next);
  if (further.unknown) numbers.unknown = true;
  numbers.first ??= further.first;
  numbers.last = further.last ?? numbers.last;
}

/** Something else stands between: a heading, a sum, a header of the next page. */
function isApart(above: Edge, below: Edge): boolean {
  return below.row > above.lastRow + 1 || below.unit !== above.unit;
}

/** 7 and "07"; no 1.1, （1）, 一 or 1、 */
function plainNumber({ raw }: NumberCell): number | null {
  if (typeof raw === 'number') return Number.isInteger(raw) && raw > 0 ? raw : null;
  return typeof raw === 'string' && /^\s*\d{1,6}\s*$/.test(raw) ? Number(raw) : null;
}

/** A number that does not follow the one before it. */
export interface WrongNumber {
  readonly kind: 'gap' | 'repeated' | 'order';
  readonly before: number;
  readonly expected: number;
  /** The cells of the numbers that it is compared with. */
  readonly beside: readonly CellPosition[];
}

/** Rows that have to be numbered before anything is said. */
const ENOUGH = 3;
/** Beyond this share of numbers out of line they are no serial numbers, but codes or numbers of something else. */
const MOST_WRONG = 0.2;

/** The numbers that are out of line, by the index of their project. */
export function wrongNumbers({ numbered, unknown }: SerialNumbers): Record<number, WrongNumber> {
  const wrong: Record<number, WrongNumber> = {};
  if (unknown || numbered.length < ENOUGH) return {};
  const most = Math.max(1, Math.floor(numbered.length * MOST_WRONG));
  let count = 0;
  let before: number | null = null;
  for (let i = 0; i < numbered.length; i++) {
    const { index, number, opens } = numbered[i]!;
    const next = numbered[i + 1];
    if (before === null || number === before + 1 || (number === 1 && (opens || restarts(next)))) {
      before = number;
      continue;
    }
    if (count === most) return {};
    count++;
    const expected: number = before + 1;
    // Two numbers that changed places, one number that is wrong by itself, or numbers left out.
    const swapped: boolean = next !== undefined && number === expected + 1 && next.number === expected;
    const alone: boolean = next?.number === expected + 1;
    const gap: boolean = !swapped && !alone && number > expected;
    wrong[index] = {
      kind: gap ? 'gap' : number <= before ? 'repeated' : 'order',
      before,
      expected,
      beside: [numbered[i - 1]!.cell, ...(swapped && next ? [next.cell] : [])],
    };
    if (swapped) {
      i++;
      before = number;
    } else before = alone ? expected : number;
  }
  return wrong;
}

/** A 1 that a 2 follows, or that nothing follows, begins a count of its own. */
function restarts(next: Numbered | undefined): boolean {
  return next !== undefined && next.number === 2;
}
