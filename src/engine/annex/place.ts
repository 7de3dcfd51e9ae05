import type { CellPosition } from '../sheet/address';
import type { FieldId } from './field-id';

/** How sure the reading of a place is: by the vocabulary, by a pattern, or only by its neighbours. */
export type Confidence = 'certain' | 'likely' | 'guess';

/** A label as written, with the cell that holds it (0-based sheet position). */
export interface LabelCell extends CellPosition {
  readonly text: string;
}

/**
 * What the field of a place was told by: a wording of the vocabulary or a pattern in one of its labels (`label` is an
 * index into the place's labels), or what stands beside it.
 */
export type Evidence =
  { readonly by: 'vocabulary' | 'pattern'; readonly label: number } | { readonly by: 'neighbour' };

/** Where an annex asks for something: a column of a wide table, a labelled cell or a line of a form. */
export interface Place {
  /** `null` where the labels name none that is known. */
  readonly field: FieldId | null;
  /** From top to leaf. */
  readonly labels: readonly LabelCell[];
  /** Which way the cells of the place lie; `cell`: it is one cell. */
  readonly along: 'column' | 'row' | 'cell';
  /** 0-based sheet column of a place along a column; else the sheet row. */
  readonly line: number;
  readonly confidence: Confidence;
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
