import type { AnnexId, ProjectId } from '../annex/annex';
import type { CellPosition } from '../sheet/address';
import type { Edit } from '../sheet/edit';
import type { MessageText } from '../language';
import type { Severity } from '../severity';

/**
 * What the placeholders of a message stand for: texts ready to be read. What is neither a figure nor a cell's own text
 * is worded in each language.
 */
export type MessageData = Readonly<Record<string, MessageText>>;

/**
 * Why a fix is told in words alone:
 *
 * - `formula`: a constant would stand in place of a formula
 * - `too-long`: a cell does not take a text of that length
 * - `merged`: the cell is covered by a merged one
 * - `protected`: the worksheet is protected
 */
export type Hindrance = 'formula' | 'too-long' | 'merged' | 'protected';

/** Edits that correct a finding, applied all or none. */
export interface Fix {
  /** Key of the fix's title in the rule's messages. */
  readonly title: string;
  readonly data: MessageData;
  /** None where there is a hindrance. */
  readonly edits: readonly Edit[];
  readonly hindrance?: Hindrance;
}

/** A finding that stands for many cells alike names so many of them beside its own. */
export const MOST_RELATED = 200;

/** A cell of any worksheet of the workbook (0-based position). */
export interface CellOnSheet extends CellPosition {
  readonly sheetId: string;
}

/** Findings of an annex that are one to the reader. */
export interface Habit {
  /** The same in any review of the same annex. */
  readonly id: string;
  /** How many findings share it. */
  readonly count: number;
  /** What they share beside rule and message, whichever annex they stand in: a field, a line or a quoted text (“≧”). */
  readonly shared: string;
  /** What is to be said of all of them together, by its key and what its placeholders stand for; absent: nothing. */
  readonly told?: { readonly message: string; readonly data: MessageData };
}

/** A problem that a rule found: a plain value. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** What it weighs by the rule alone; absent: no profile says otherwise. */
  readonly ownSeverity?: Severity;
  /** Ids of the annex and of the project: good for one review only. */
  readonly annex: AnnexId;
  readonly projectId: ProjectId | null;
  readonly sheetId: string;
  readonly sheetName: string;
  /** The cell a reviewer would correct (0-based sheet position). */
  readonly cell: CellPosition;
  readonly related: readonly CellOnSheet[];
  /** Name of the project; `null` for a finding about the whole sheet. */
  readonly project: string | null;
  readonly unit: string | null;
  /** Where the indicators of a project are rows, the name of that in whose row the cell stands; absent: none. */
  readonly indicator?: string;
  /** Key of the message among the rule's messages, and what its placeholders stand for. */
  readonly message: string;
  readonly data: MessageData;
  /** Money in the annex's own unit, rates as fractions (1 = 100 %); `null` where nothing was compared. */
  readonly expected: number | string | null;
  readonly actual: number | string | null;
  /** What it shares with others; `null` where it stands alone. */
  readonly habit: Habit | null;
  /** What is right to do; `null` where only the unit can know. */
  readonly fix: Fix | null;
  /** What might be right to do, to choose from. */
  readonly suggestions: readonly Fix[];
}
