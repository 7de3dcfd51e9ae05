import type { FieldId } from '../../../../../src/engine/annex/field-id';
import type { CellPosition } from '../../../../../src/engine/sheet/address';
import type { Random } from '../../../random';
import type { RowDraft } from '../model';

/** A fault as the truth of a generated table knows it. */
export interface PlantedFault {
  readonly kind: string;
  /** The rules that tell a reviewer of it, the best first. */
  readonly rules: readonly string[];
  /** A note is enough; other faults are to be an error or a warning. */
  readonly note: boolean;
  /** 0-based cells at which it may be reported. */
  readonly cells: readonly CellPosition[];
  /** 0-based rows that are no longer clean. */
  readonly touches: readonly number[];
}

/** Where a fault stands in a row. */
export interface Planted {
  readonly at: readonly FieldId[];
  /** Other projects (0-based) that are not clean any more. */
  readonly related?: readonly number[];
}

/** Something that may be wrong with one project of an annex. */
export interface FaultKind {
  readonly kind: string;
  readonly rules: readonly string[];
  readonly note?: true;
  /** Few rows have room for it: it is tried before others. */
  readonly scarce?: true;
  /** Puts it into the row; `null`, with nothing changed, where it cannot stand there. */
  plant(row: RowDraft, random: Random, table: TableSoFar): Planted | null;
}

/** What a fault may look at beside its own row. */
export interface TableSoFar {
  readonly drafts: readonly RowDraft[];
  /** Projects that already have a fault. */
  readonly touched: ReadonlySet<number>;
}
