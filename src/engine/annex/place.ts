import { columnLetters, toAddress, type CellPosition } from '../sheet/address';
import type { FieldId } from './field-id';

/** How sure the reading of a place is: by the vocabulary, by a pattern, or only by its neighbours. */
export type Confidence = 'certain' | 'likely' | 'guess';

/** A label as written, with the cell that holds it (0-based sheet position). */
export interface LabelCell extends CellPosition {
  readonly text: string;
}

/** What figures of a row were found to be to each other, in most rows that tell. */
export type Relation = 'quotient' | 'sum' | 'difference' | 'product' | 'change';

/** What the cells of a place look like. */
export type Looks =
  | 'no-numbers'
  | 'numbers'
  | 'percent-format'
  | 'fractions'
  | 'up-to-hundred'
  | 'amounts'
  | 'grades'
  | 'texts'
  | 'blank';

/**
 * What speaks for the field of a place, or against it. Plain: what is said of it in words is made from it.
 * - `vocabulary`, `pattern`: a wording in one of its labels (`label` is an index into the place's labels)
 * - `neighbour`: what stands beside it
 * - `caption`: a formula printed in a label or under it ("执行率（B/A）", "③=②/①"): `text` as printed
 * - `formula`: the formulas in its cells, `rows` of them; `places` are what they take
 * - `arithmetic`: `agree` of `rows` rows; `places` are the others of the relation, in its order (a/b: a, b)
 * - `values`: what the cells look like
 * - `reviewer`: somebody said so
 */
export type Evidence =
  | { readonly by: 'vocabulary' | 'pattern'; readonly label: number }
  | { readonly by: 'neighbour' }
  | {
      readonly by: 'caption';
      readonly text: string;
      readonly places: readonly number[];
      readonly against?: true;
    }
  | {
      readonly by: 'formula';
      readonly relation: Relation;
      readonly places: readonly number[];
      readonly rows: number;
      readonly against?: true;
    }
  | {
      readonly by: 'arithmetic';
      readonly relation: Relation;
      readonly places: readonly number[];
      readonly agree: number;
      readonly rows: number;
      readonly against?: true;
    }
  | { readonly by: 'values'; readonly looks: Looks; readonly against?: true }
  | { readonly by: 'reviewer' };

/** What a place is taken for where nobody can vouch for it. */
export interface Guess {
  readonly field: FieldId;
  /** What it may be as well; `null` where nothing else comes near. */
  readonly runnerUp: FieldId | null;
}

/**
 * What stands in the cells of a place: nothing, texts, figures, or (`foreign`) something that is known to be no part of
 * a self-evaluation (a code, a bank account).
 */
export type PlaceContent = 'blank' | 'texts' | 'figures' | 'foreign';

/** Where an annex asks for something: a column of a wide table, a labelled cell or a line of a form. */
export interface Place {
  /** Only what is sure; `null` where nothing is known, or nothing but a guess. Rules and fixes go by it alone. */
  readonly field: FieldId | null;
  /** What it is taken for where that is not sure; always `null` beside a `field`. */
  readonly guess: Guess | null;
  /** From top to leaf. */
  readonly labels: readonly LabelCell[];
  /** Which way the cells of the place lie; `cell`: it is one cell. */
  readonly along: 'column' | 'row' | 'cell';
  /** 0-based sheet column of a place along a column; else the sheet row. */
  readonly line: number;
  /** 0-based sheet column of a place that is one cell; absent for others. */
  readonly column?: number;
  readonly confidence: Confidence;
  readonly content: PlaceContent;
  /** Of the field, or else of the guess. */
  readonly evidence: readonly Evidence[];
  /** Which indicator the place belongs to (places with the same number belong together); -1 for others. */
  readonly indicator: number;
  /** Whether a percent sign among the labels says that numbers there are percent. */
  readonly percent: boolean;
}

/** The cell of an annex that stands in a place. */
export interface CellRef extends CellPosition {
  /** Index into the places of the annex; -1 where the cell stands in none. */
  readonly place: number;
}

/** Whether the cells of a place lie in a column of the sheet: `line` is that column. */
export function isColumn({ along }: Pick<Place, 'along'>): boolean {
  return along === 'column';
}

/** How people call a place: its column by letters, one that is a cell by its address, a row by its number. */
export function placeName({ along, line, column }: Pick<Place, 'along' | 'line' | 'column'>): string {
  if (along === 'column') return columnLetters(line);
  return column === undefined ? String(line + 1) : toAddress(line, column);
}

/** Whether a reviewer has said what the place means, or that it means nothing. */
export function isSettled({ evidence }: Pick<Place, 'evidence'>): boolean {
  return evidence.some(({ by }) => by === 'reviewer');
}

/** Whether a cell of a place holds its own label beside its answer ("总分：96.5"). */
export function holdsLabel({ labels }: Pick<Place, 'labels'>, { row, column }: CellPosition): boolean {
  const own = labels[labels.length - 1];
  return own?.row === row && own.column === column;
}

/** The lowest label of a place on one line; '' where it has none. */
export function lowestLabel({ labels }: Pick<Place, 'labels'>): string {
  return onOneLine(labels[labels.length - 1]?.text ?? '');
}

/** All labels of a place from top to leaf, each on one line. */
export function labelPath({ labels }: Pick<Place, 'labels'>): string[] {
  return labels.map(({ text }) => onOneLine(text));
}

function onOneLine(label: string): string {
  return label.replace(/\s+/g, '');
}
