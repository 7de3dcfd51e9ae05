import type { FieldId } from '../field-id';
import type { LeafColumn } from './header-tree';
import type { LabelFeatures } from './label-features';

/** How sure the reading of a column is: by the vocabulary, by a pattern, or only by its neighbours. */
export type Confidence = 'certain' | 'likely' | 'guess';

/** What all labels above a column say together. */
export type Features = Omit<LabelFeatures, 'exact'> & { exact: boolean };

/** A column whose field is still being settled. */
export interface Draft {
  readonly leaf: LeafColumn;
  readonly features: Features | null;
  field: FieldId | null;
  confidence: Confidence;
  indicator: number;
  /** Whether what it belongs to is not said above it, but only on its left. */
  borrowed: boolean;
}
