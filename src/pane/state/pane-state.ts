import type {
  ChangeEntry,
  Dismissal,
  Progress,
  ReceivedRecords,
  Recognition,
  SheetReview,
  StoredCorrection,
  WorkbookSheet,
} from '../../app/reviewer';
import type { CellPosition } from '../../engine/sheet/address';
import { SEVERITIES, type Severity } from '../../engine/severity';
import type { Capabilities, InsertedSheet, MarkResult, SheetRef, UnmarkResult } from '../../host/port';
import type { FindingKey } from './finding-key';
import { DEFAULT_SETTINGS, type PaneSettings } from './pane-settings';

/** What the pane may be doing with the workbook. */
export type Task =
  | 'connect'
  | 'recognise'
  | 'review'
  | 'apply'
  | 'undo'
  | 'ignore'
  | 'restore'
  | 'mark'
  | 'unmark'
  | 'insert'
  | 'go-to'
  | 'change-log'
  | 'dismissals'
  | 'profile'
  | 'correct'
  | 'received'
  | 'charts';

/** A task that failed, and what was thrown. */
export interface Problem {
  readonly during: Task;
  readonly error: unknown;
}

/** What was done in the sheet, worth a sentence until the reader has read it. */
export type Notice =
  | { readonly type: 'marked'; readonly result: MarkResult }
  | { readonly type: 'unmarked'; readonly result: UnmarkResult }
  | { readonly type: 'inserted'; readonly sheets: readonly InsertedSheet[] }
  /** The worker of the engine has ended: what it kept is gone, and reviews go on in the page. */
  | { readonly type: 'engine-in-page' };

/** The last thing that can be taken back with one key. */
export type LastAction =
  | { readonly type: 'fixed'; readonly entries: readonly ChangeEntry[] }
  | { readonly type: 'ignored'; readonly findings: readonly FindingKey[] }
  | { readonly type: 'undone'; readonly entries: readonly ChangeEntry[] };

export const GROUPINGS = ['rule', 'project', 'cell'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What findings may be told apart by, beside their severity and their words. */
export type Facet = 'unit' | 'dimension' | 'rule' | 'state';

/** What a list is narrowed to; of a facet that is absent everything is shown. */
export type Only = Readonly<Partial<Record<Facet, string | undefined>>>;

/** The projects that a list is narrowed to, each as `projectKey` names it, and what they are called together. */
export interface Among {
  readonly name: string;
  readonly projects: ReadonlySet<string>;
}

/** Which findings are listed, and how. */
export interface Filter {
  readonly severities: readonly Severity[];
  readonly grouping: Grouping;
  readonly query: string;
  readonly only: Only;
  readonly among: Among | null;
}

/** What fills the pane below the title. */
export type View = 'review' | 'workbook' | 'change-log' | 'dismissals' | 'charts' | 'settings' | 'help';

/** What is shown of a workbook: what its sheets are, or the findings of all of them. */
export type WorkbookPart = 'sheets' | 'findings';

/** What is unfolded on the current card. */
export type OpenPart = 'reasons' | 'basis';

/** What the reader knows of a host's limits. */
export interface KnownLimits {
  /** Its capabilities when the reader last knew all that they do not hold. */
  readonly since: Capabilities;
  /** Whether the reader has put away what was told then. */
  readonly read: boolean;
}

export type Connection =
  | { readonly phase: 'connecting' }
  | { readonly phase: 'failed'; readonly problem: Problem }
  | { readonly phase: 'ready'; readonly capabilities: Capabilities; readonly limits: KnownLimits };

/** The sheets of a workbook that were looked at, in its order. */
export interface WorkbookList {
  readonly sheets: readonly WorkbookSheet[];
  /** How many there are. */
  readonly total: number;
  /** Whether hidden ones were to be reviewed. */
  readonly hidden: boolean;
}

/** Everything the pane knows. Plain values; only the reducer makes a new one. */
export interface PaneState {
  readonly connection: Connection;
  /** Name of the workbook, where a pane meets several; `null` where there is no other. */
  readonly workbookName: string | null;
  readonly settings: PaneSettings;
  readonly view: View;
  /** What was in its place before. */
  readonly cameFrom: View | null;

  readonly recognition: Recognition | null;
  readonly recognising: boolean;
  /** The newest review of each sheet, by sheet id, with what has become of its findings since. */
  readonly reviews: Readonly<Record<string, SheetReview>>;
  /** What each sheet of the workbook is, as far as they were looked at; `null` until it was asked for. */
  readonly workbook: WorkbookList | null;
  readonly workbookPart: WorkbookPart;
  /** Sheets that changed after their review. */
  readonly stale: readonly string[];
  /** Those of them that are being reviewed again by themselves: nobody has to be told. */
  readonly following: readonly string[];
  /** Findings whose rows are not certain: nobody could be led to their cells. */
  readonly unplaced: readonly FindingKey[];
  /** Sheets whose marks do not show what has become of their findings. */
  readonly marksOutdated: readonly string[];
  /** Sheets that were reviewed with another profile than is chosen now. */
  readonly otherProfile: readonly string[];
  /** Sheets that were reviewed before columns were corrected. */
  readonly otherColumns: readonly string[];
  /** The sheet reviewed last: where "back" leads to. */
  readonly lastReviewed: SheetRef | null;

  /** The task under way; one at a time. */
  readonly task: Task | null;
  readonly progress: Progress | null;
  readonly problem: Problem | null;
  readonly notice: Notice | null;
  readonly lastAction: LastAction | null;
  /** The change that corrected a finding, by the finding's key. */
  readonly fixes: Readonly<Record<string, ChangeEntry>>;
  /** `null` until it was asked for. */
  readonly changeLog: readonly ChangeEntry[] | null;
  /** What is set aside in this workbook, newest first; `null` until it was asked for. */
  readonly dismissals: readonly Dismissal[] | null;
  /** What columns of this workbook were said to be, oldest first; `null` until it was asked for. */
  readonly corrections: readonly StoredCorrection[] | null;
  /** What came with this workbook and has no effect yet; `null` until it was asked for. */
  readonly received: ReceivedRecords | null;
  /** Whether this desk's key lasts: where not, what is recorded is this desk's until the pane is closed. */
  readonly keyLasts: boolean;

  readonly filter: Filter;
  /** Groups that the reader opened or closed; others are as the list sees fit. */
  readonly expanded: Readonly<Record<string, boolean>>;
  readonly currentId: FindingKey | null;
  readonly openPart: OpenPart | null;
  /** The cell that is selected in the sheet, as far as the host tells. */
  readonly selected: { readonly sheetId: string; readonly cell: CellPosition } | null;
  /** A link into another sheet selects its cell before that sheet is recognised: shown once it is. */
  readonly selectedAhead: { readonly sheetId: string; readonly cell: CellPosition } | null;
}

/**
 * The sheets of a workbook that was reviewed as a whole, each with its newest review; `null` where it was not, or nothing was
 * found in it.
 */
export function wholeWorkbook({ workbook, reviews }: PaneState): readonly WorkbookSheet[] | null {
  if (!workbook || workbook.sheets.length < workbook.total) return null;
  const sheets = workbook.sheets.map((one) => ({ ...one, review: reviews[one.sheet.id] ?? one.review }));
  return sheets.some(({ review }) => review !== null) ? sheets : null;
}

/** Whether a task is under way that the reader may cancel. */
export function isCancellable({ task, progress }: PaneState): boolean {
  return task === 'review' || (task === 'insert' && progress !== null);
}

export const NO_FILTER: Filter = {
  severities: SEVERITIES,
  grouping: 'rule',
  query: '',
  only: {},
  among: null,
};

/** The state of a pane that was just opened. */
export function initialState(settings: PaneSettings = DEFAULT_SETTINGS): PaneState {
  return {
    connection: { phase: 'connecting' },
    workbookName: null,
    settings,
    view: 'review',
    cameFrom: null,
    recognition: null,
    recognising: false,
    reviews: {},
    workbook: null,
    workbookPart: 'sheets',
    stale: [],
    following: [],
    unplaced: [],
    marksOutdated: [],
    otherProfile: [],
    otherColumns: [],
    lastReviewed: null,
    task: null,
    progress: null,
    problem: null,
    notice: null,
    lastAction: null,
    fixes: {},
    changeLog: null,
    dismissals: null,
    corrections: null,
    received: null,
    keyLasts: true,
    filter: NO_FILTER,
    expanded: {},
    currentId: null,
    openPart: null,
    selected: null,
    selectedAhead: null,
  };
}

/** The review of the sheet in view, or `null`. */
export function currentReview(state: PaneState): SheetReview | null {
  const id = state.recognition?.sheet.id;
  return id === undefined ? null : (state.reviews[id] ?? null);
}

/** Why the review of the sheet in view may be out of date: the sheet changed, another profile was chosen, or columns were corrected. */
export function staleBecause(state: PaneState): 'cells' | 'profile' | 'columns' | null {
  const id = currentReview(state)?.sheet.id;
  if (id === undefined) return null;
  if (state.stale.includes(id)) return 'cells';
  if (state.otherProfile.includes(id)) return 'profile';
  return state.otherColumns.includes(id) ? 'columns' : null;
}
