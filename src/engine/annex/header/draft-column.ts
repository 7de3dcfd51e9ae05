import type { FieldId } from '../field-id';
import type { Confidence, Evidence } from '../place';
import type { LeafColumn } from './header-tree';
import type { LabelFeatures } from './label-features';

/** What all labels above a column say together. */
export type Features = Omit<LabelFeatures, 'exact'> & { exact: boolean };

/** A column whose field is still being settled. */
export interface Draft {
  readonly leaf: LeafColumn;
  readonly features: Features | null;
  /** What each of its labels said. */
  readonly said: readonly Evidence[];
  field: FieldId | null;
  confidence: Confidence;
  indicator: number;
  /** Whether what it belongs to is not said above it, but only on its left. */
  borrowed: boolean;
  /** Whether its labels alone would not tell its field. */
  byNeighbour: boolean;
  /** Whether its own label says nothing that is known, so that its field is a guess by what stands above it. */
  unsure: boolean;
  /** Whether it speaks of another time than the table, so that no field of it is looked for. */
  aside: boolean;
  /** What words say as well as its field; `null` where they say nothing else. */
  alsoNamed: FieldId | null;
}
