import { mayRepeat, indicatorParts, type FieldId } from '../field-id';
import { foldText } from '../text';

/** The labels above a column, from top to leaf. They are compared half-width, without white space and years. */
export type LabelPath = readonly string[];

/** What one column of a header means, as somebody has said. */
export interface ColumnCorrection {
  readonly column: LabelPath;
  /** Which of the columns with these labels it is, counted from the left, from 1; absent: the first. */
  readonly nth?: number;
  /** `null`: the column is not reviewed. */
  readonly field: FieldId | null;
}

/** What somebody has said of one header. */
export interface HeaderCorrections {
  /** The labels of every labelled column, from left to right: by them the header is known again. */
  readonly columns: readonly LabelPath[];
  /** How many rows the header has, where somebody has pointed at it: then it is looked for by its labels. */
  readonly rows?: number;
  /** Whether somebody has said that labelled cells like these are a form, of which nothing was recognised. */
  readonly form?: true;
  /** One at most for a column. */
  readonly corrections: readonly ColumnCorrection[];
}

/** Corrections of columns, for whichever sheets have these headers. Plain. */
export interface Vocabulary {
  readonly version: 1;
  /** Where several tell the same column, the last one counts. */
  readonly headers: readonly HeaderCorrections[];
}

export const NO_CORRECTIONS: Vocabulary = { version: 1, headers: [] };

/** 2023年预算数 and 2024年预算数 are the same column, a year apart. */
const YEAR = /(?:19|20)\d\d年?度?/g;

/** A path of labels as it is compared with others. */
export function pathKey(path: LabelPath): string {
  return path.map((label) => foldText(label).replace(YEAR, '')).join('\n');
}

/** A header as it is compared with others. */
export function headerKey({ columns }: Pick<HeaderCorrections, 'columns'>): string {
  return columns.map(pathKey).join('\t');
}

/** Whether a table has one column of this field at most. */
export function isSingle(field: FieldId): boolean {
  return !mayRepeat(field) && indicatorParts(field) === null;
}
