import type { CellPosition } from '../../engine/sheet/address';
import type { CellValue } from '../../engine/sheet/cell-value';
import type { ProfileSetting } from '../profile-setting';
import type { PartProblem } from './state-error';
import type { StoredCorrection } from './stored-correction';

/** What a cell held or holds. Unlike the change log that is shown, it tells an error from its text. */
export interface StoredContent {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly numberFormat: string;
}

export interface StoredCell extends CellPosition {
  readonly before: StoredContent;
  readonly after: StoredContent;
}

/** By what the rows of a change are found again when they have moved: hashes, no texts of the worksheet. */
export interface StoredPlace {
  /** 0-based row of the project's name, or the changed row where it belongs to no project. */
  readonly row: number;
  /** 0-based columns of the cells that tell whose the row is. */
  readonly columns: readonly number[];
  /** Hash of what they hold. */
  readonly identity: string;
  /** Which of the rows that hold the same there it is: "2/3". */
  readonly among: string;
  /** Hash of that row without the changed cells. */
  readonly rest: string;
  /** Hash of the names of the changed cells' columns. */
  readonly heads: string;
}

/** One applied change. */
export interface StoredChange {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly rule: string;
  /** Id of the finding that it corrected. */
  readonly finding: string;
  readonly sheetId: string;
  readonly sheetName: string;
  readonly project: string | null;
  readonly edits: readonly StoredCell[];
  readonly undone: boolean;
  /** Shared by the changes that were made as one step, and are taken back as one. */
  readonly step?: string;
  /** Absent in documents of older versions. */
  readonly place?: StoredPlace;
  /** Filled where another desk made it: history, whether or not it was adopted. */
  readonly received?: ReceivedFrom;
}

/** A finding set aside, for as long as its cells hold what they held then, wherever they have moved. */
export interface Dismissal {
  /** Tells this record from all others; absent in documents of the first version. */
  readonly id?: string;
  /** Id of the finding: rule, cell and message, as they were then. */
  readonly finding: string;
  readonly sheetId: string;
  readonly sheetName: string;
  readonly fingerprint: string;
  /** Which of the findings that say the same of the same contents: "2/3". Older documents know the cell alone. */
  readonly among?: string;
  readonly project?: string | null;
  readonly reason: string;
  /** ISO 8601. */
  readonly at: string;
  /** Shared by what was set aside as one step. */
  readonly step?: string;
  /** Filled where another desk set it aside; it counts once it was adopted. */
  readonly received?: ReceivedFrom;
}

/** Whose a received record is. */
export interface ReceivedFrom {
  /** The desk, as the record itself says, which nobody can check; `null`: of the first version, or without one. */
  readonly desk: string | null;
  /** Digest of the record as it came: by it it is known to have been adopted or refused. */
  readonly source: string;
  /** Whether this desk has made it its own. */
  readonly adopted: boolean;
}

/** A choice of profile that came with the workbook. */
export interface ReceivedProfile {
  readonly setting: Exclude<ProfileSetting, null>;
  /** ISO 8601, as the record says; "" where it says none. */
  readonly at: string;
  readonly received: ReceivedFrom;
}

/** What came with the workbook and was neither adopted nor refused: shown, and without any effect. */
export interface ReceivedState {
  readonly dismissals: readonly Dismissal[];
  /** Oldest first. */
  readonly changes: readonly StoredChange[];
  readonly profiles: readonly ReceivedProfile[];
  /** Oldest first. */
  readonly corrections: readonly StoredCorrection[];
}

export const NOTHING_RECEIVED: ReceivedState = {
  dismissals: [],
  changes: [],
  profiles: [],
  corrections: [],
};

/**
 * A batch that is about to be written. It is put down before the batch and taken out after it: where one is
 * found, the batch was interrupted, and the cells themselves tell whether it was done.
 */
export type Journal =
  | { readonly kind: 'apply'; readonly changes: readonly StoredChange[] }
  | { readonly kind: 'undo'; readonly changes: readonly string[] };

/**
 * What all writers together have recorded in a workbook. The lists hold this desk's own records and what it has
 * adopted; everything else is under `received`.
 */
export interface StateDocument {
  readonly dismissals: readonly Dismissal[];
  /** Oldest first. */
  readonly changes: readonly StoredChange[];
  /** The batch that this writer is about to write. */
  readonly journal: Journal | null;
  readonly profile: ProfileSetting;
  /** What columns mean; oldest first. */
  readonly corrections: readonly StoredCorrection[];
  readonly received: ReceivedState;
  /** Parts that cannot be read: left as they are, and without any effect. */
  readonly problems: readonly PartProblem[];
  /** How many changes of the history had to go because there were too many. */
  readonly dropped: number;
  /** What was recorded when this was read: what differs from it is what saving adds. */
  readonly recorded?: Recorded;
}

/** What was recorded when a document was read. */
export interface Recorded {
  readonly dismissals: readonly Dismissal[];
  /** By their ids; `kept` where a record says it, not only a journal of another writer. */
  readonly changes: ReadonlyMap<string, { readonly undone: boolean; readonly kept: boolean }>;
  readonly profile: ProfileSetting;
  readonly corrections: readonly StoredCorrection[];
  readonly n: number;
}

export const EMPTY_STATE: StateDocument = {
  dismissals: [],
  changes: [],
  journal: null,
  profile: null,
  corrections: [],
  received: NOTHING_RECEIVED,
  problems: [],
  dropped: 0,
};
