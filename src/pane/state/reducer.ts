import type {
  ChangeEntry,
  Dismissal,
  Progress,
  ReceivedRecords,
  Recognition,
  ReviewFinding,
  SheetReview,
  WorkbookSheet,
  StoredCorrection,
} from '../../app/reviewer';
import type { Severity } from '../../engine/severity';
import type { CellPosition } from '../../engine/sheet/address';
import type { Capabilities } from '../../host/port';
import { allFindings } from './all-findings';
import { findingKey, type FindingKey } from './finding-key';
import type { PaneSettings } from './pane-settings';
import {
  currentReview,
  initialState,
  NO_FILTER,
  type Among,
  type Facet,
  type Grouping,
  type Notice,
  type OpenPart,
  type PaneState,
  type Problem,
  type Task,
  type View,
  type WorkbookPart,
} from './pane-state';

/** Everything that can happen to the pane. */
export type PaneAction =
  | { readonly type: 'connecting' }
  | { readonly type: 'connected'; readonly capabilities: Capabilities }
  | { readonly type: 'capabilities-told'; readonly capabilities: Capabilities }
  | { readonly type: 'workbook-named'; readonly name: string }
  | { readonly type: 'not-connected'; readonly problem: Problem }
  | { readonly type: 'recognising' }
  | { readonly type: 'recognised'; readonly recognition: Recognition }
  | { readonly type: 'task-started'; readonly task: Task }
  | { readonly type: 'task-ended' }
  | { readonly type: 'failed'; readonly problem: Problem }
  | { readonly type: 'progressed'; readonly progress: Progress }
  | { readonly type: 'reviewed'; readonly review: SheetReview }
  /** The list of sheets begins anew. */
  | { readonly type: 'workbook-review-began'; readonly hidden: boolean }
  | { readonly type: 'sheet-looked-at'; readonly sheet: WorkbookSheet; readonly total: number }
  | {
      readonly type: 'fixed';
      readonly fixes: readonly { readonly key: FindingKey; readonly entry: ChangeEntry }[];
      readonly entries: readonly ChangeEntry[];
    }
  | { readonly type: 'undone'; readonly entries: readonly ChangeEntry[] }
  | {
      readonly type: 'ignored';
      readonly findings: readonly FindingKey[];
      readonly reason: string;
      readonly dismissals: readonly Dismissal[];
    }
  | {
      readonly type: 'restored';
      readonly findings: readonly FindingKey[];
      readonly dismissals: readonly Dismissal[];
    }
  | { readonly type: 'dismissals-read'; readonly dismissals: readonly Dismissal[] }
  | { readonly type: 'received-read'; readonly received: ReceivedRecords }
  | { readonly type: 'desk-known'; readonly lasting: boolean }
  | { readonly type: 'profile-chosen' }
  | { readonly type: 'corrections-read'; readonly corrections: readonly StoredCorrection[] }
  | { readonly type: 'columns-corrected'; readonly corrections: readonly StoredCorrection[] }
  | { readonly type: 'noticed'; readonly notice: Notice }
  | { readonly type: 'message-closed'; readonly message: 'problem' | 'notice' }
  | { readonly type: 'limits-read' }
  /** `followed`: it is going to be reviewed again by itself. */
  | { readonly type: 'sheet-changed'; readonly sheetId: string; readonly followed?: boolean }
  /** A worksheet was reviewed again by itself: what is another now (`followed-state.ts`). */
  | { readonly type: 'followed'; readonly changes: Partial<PaneState> }
  /** The row of a finding is not certain. */
  | { readonly type: 'place-lost'; readonly key: FindingKey }
  | { readonly type: 'marks-told'; readonly sheetId: string; readonly upToDate: boolean }
  | { readonly type: 'cell-selected'; readonly sheetId: string; readonly cell: CellPosition }
  | { readonly type: 'current-set'; readonly key: FindingKey | null }
  | { readonly type: 'part-toggled'; readonly part: OpenPart }
  | { readonly type: 'part-closed' }
  | { readonly type: 'severity-toggled'; readonly severity: Severity }
  | { readonly type: 'grouped'; readonly grouping: Grouping }
  | { readonly type: 'searched'; readonly query: string }
  /** `null`: everything of the facet is shown. */
  | { readonly type: 'narrowed'; readonly facet: Facet; readonly value: string | null }
  | { readonly type: 'narrowed-to-projects'; readonly among: Among | null }
  | { readonly type: 'filter-cleared' }
  | { readonly type: 'group-toggled'; readonly key: string; readonly expanded: boolean }
  | { readonly type: 'groups-toggled'; readonly keys: readonly string[]; readonly expanded: boolean }
  | { readonly type: 'change-log-read'; readonly entries: readonly ChangeEntry[] }
  | { readonly type: 'view-opened'; readonly view: View }
  | { readonly type: 'workbook-part-opened'; readonly part: WorkbookPart }
  | { readonly type: 'settings-changed'; readonly settings: PaneSettings }
  | { readonly type: 'started-over' };

/** The only place where the pane's state changes. */
export function reducer(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case 'connecting':
      return { ...state, connection: { phase: 'connecting' } };
    case 'connected':
    case 'capabilities-told':
      return withCapabilities(state, action.capabilities);
    case 'limits-read':
      return withCapabilities(state);
    case 'workbook-named':
      return state.workbookName === action.name ? state : { ...state, workbookName: action.name };
    case 'not-connected':
      return { ...state, connection: { phase: 'failed', problem: action.problem } };
    case 'recognising':
      return { ...state, recognising: true };
    case 'recognised':
      return recognised(state, action.recognition);
    case 'task-started':
      return { ...state, task: action.task, problem: null, progress: null };
    case 'task-ended':
      return { ...state, task: null, progress: null, recognising: false };
    case 'failed':
      return { ...state, problem: action.problem };
    case 'progressed':
      return state.task === null ? state : { ...state, progress: action.progress };
    case 'reviewed':
      return reviewed(state, action.review);
    case 'workbook-review-began':
      return {
        ...state,
        workbook: { sheets: [], total: 0, hidden: action.hidden },
        workbookPart: 'sheets',
      };
    case 'sheet-looked-at':
      return sheetLookedAt(state, action.sheet, action.total);
    case 'fixed':
      return {
        ...withFindings(state, new Set(action.fixes.map(({ key }) => key)), (finding) => ({
          ...finding,
          state: 'fixed',
        })),
        fixes: {
          ...state.fixes,
          ...Object.fromEntries(action.fixes.map(({ key, entry }) => [key, entry])),
        },
        changeLog: state.changeLog && [...[...action.entries].reverse(), ...state.changeLog],
        lastAction: { type: 'fixed', entries: action.entries },
        openPart: null,
      };
    case 'undone':
      return undone(state, action.entries);
    case 'ignored':
      return {
        ...withFindings(state, new Set(action.findings), (finding) => ({
          ...finding,
          state: 'ignored',
          ignoredBecause: action.reason,
        })),
        dismissals: action.dismissals,
        lastAction: { type: 'ignored', findings: action.findings },
        openPart: null,
      };
    case 'restored':
      return {
        ...withFindings(state, new Set(action.findings), reopened),
        dismissals: action.dismissals,
        currentId: action.findings[0] ?? state.currentId,
        lastAction: state.lastAction?.type === 'ignored' ? null : state.lastAction,
      };
    case 'dismissals-read':
      return { ...state, dismissals: action.dismissals };
    case 'received-read':
      return { ...state, received: action.received };
    case 'desk-known':
      return { ...state, keyLasts: action.lasting };
    case 'profile-chosen':
      return { ...state, otherProfile: Object.keys(state.reviews) };
    case 'corrections-read':
      return { ...state, corrections: action.corrections };
    case 'columns-corrected':
      return { ...state, corrections: action.corrections, otherColumns: Object.keys(state.reviews) };
    case 'noticed':
      return { ...state, notice: action.notice };
    case 'message-closed':
      return { ...state, [action.message]: null };
    case 'sheet-changed':
      return sheetChanged(state, action.sheetId, action.followed);
    case 'followed':
      return { ...state, ...action.changes };
    case 'place-lost':
      return { ...state, unplaced: [...state.unplaced, action.key] };
    case 'marks-told': {
      const others = state.marksOutdated.filter((id) => id !== action.sheetId);
      return { ...state, marksOutdated: action.upToDate ? others : [...others, action.sheetId] };
    }
    case 'cell-selected':
      return cellSelected(
        { ...state, selected: { sheetId: action.sheetId, cell: action.cell } },
        action.sheetId,
        action.cell,
      );
    case 'current-set':
      return action.key === state.currentId ? state : { ...state, currentId: action.key, openPart: null };
    case 'part-toggled':
      return { ...state, openPart: state.openPart === action.part ? null : action.part };
    case 'part-closed':
      return { ...state, openPart: null };
    case 'severity-toggled':
      return withFilter(state, { severities: toggled(state.filter.severities, action.severity) });
    case 'grouped':
      return { ...withFilter(state, { grouping: action.grouping }), expanded: {} };
    case 'searched':
      return withFilter(state, { query: action.query });
    case 'filter-cleared':
      return withFilter(state, { ...NO_FILTER, grouping: state.filter.grouping });
    case 'narrowed-to-projects':
      return { ...withFilter(state, { among: action.among }), view: 'review', cameFrom: state.view };
    case 'narrowed':
      return withFilter(state, { only: { ...state.filter.only, [action.facet]: action.value ?? undefined } });
    case 'groups-toggled':
      return {
        ...state,
        expanded: Object.fromEntries(action.keys.map((key) => [key, action.expanded])),
      };
    case 'group-toggled':
      return { ...state, expanded: { ...state.expanded, [action.key]: action.expanded } };
    case 'change-log-read':
      return logRead(state, action.entries);
    case 'view-opened':
      return { ...state, view: action.view, cameFrom: state.view };
    case 'workbook-part-opened':
      return { ...state, workbookPart: action.part };
    case 'settings-changed':
      return { ...state, settings: action.settings };
    case 'started-over':
      return {
        ...initialState(state.settings),
        connection: state.connection,
        workbookName: state.workbookName,
        marksOutdated: state.marksOutdated,
        received: state.received,
        keyLasts: state.keyLasts,
      };
  }
}

/** @param now what is told of the host; absent: nothing new, and the reader knows what was told */
function withCapabilities(state: PaneState, now?: Capabilities): PaneState {
  const { connection } = state;
  if (connection.phase === 'ready')
    return {
      ...state,
      connection: now
        ? { ...connection, capabilities: now }
        : { ...connection, limits: { since: connection.capabilities, read: true } },
    };
  if (!now) return state;
  return { ...state, connection: { phase: 'ready', capabilities: now, limits: { since: now, read: false } } };
}

function sheetChanged(state: PaneState, sheetId: string, followed = false): PaneState {
  if (!state.reviews[sheetId]) return state;
  const others = (ids: readonly string[]): readonly string[] => ids.filter((id) => id !== sheetId);
  return {
    ...state,
    stale: [...others(state.stale), sheetId],
    following: followed ? [...others(state.following), sheetId] : others(state.following),
  };
}

function recognised(state: PaneState, recognition: Recognition): PaneState {
  // What was told before the first sheet was looked at, as by a button of the ribbon, is told of it.
  const moved = state.recognition !== null && state.recognition.sheet.id !== recognition.sheet.id;
  const next: PaneState = {
    ...state,
    recognition,
    recognising: false,
    selectedAhead: null,
    // The list of all sheets stays as it is while the reader goes from one to the next.
    ...(moved && state.view !== 'workbook'
      ? { currentId: null, openPart: null, expanded: {}, notice: null }
      : {}),
  };
  const ahead = state.selectedAhead;
  return ahead?.sheetId === recognition.sheet.id ? cellSelected(next, ahead.sheetId, ahead.cell) : next;
}

/** A review takes the place of the one before of its sheet. */
function withReview(state: PaneState, review: SheetReview): PaneState {
  const { id: own } = review.sheet;
  return {
    ...state,
    reviews: { ...state.reviews, [own]: review },
    stale: state.stale.filter((id) => id !== own),
    following: state.following.filter((id) => id !== own),
    unplaced: state.unplaced.filter((key) => !key.endsWith(`@${own}`)),
    otherProfile: state.otherProfile.filter((id) => id !== own),
    otherColumns: state.otherColumns.filter((id) => id !== own),
  };
}

function sheetLookedAt(state: PaneState, sheet: WorkbookSheet, total: number): PaneState {
  const before = state.workbook ?? { sheets: [], hidden: false };
  const next = sheet.review ? withReview(state, sheet.review) : state;
  return { ...next, workbook: { ...before, sheets: withSheet(before.sheets, sheet), total } };
}

/** What was told of a sheet before takes no second place. */
function withSheet(told: readonly WorkbookSheet[], sheet: WorkbookSheet): WorkbookSheet[] {
  const at = told.findIndex((one) => one.sheet.id === sheet.sheet.id);
  return at < 0 ? [...told, sheet] : told.map((one, i) => (i === at ? sheet : one));
}

function reviewed(state: PaneState, review: SheetReview): PaneState {
  const { sheet, annexes, reason, notUnderstood, guess, profiles, elsewhere } = review;
  const kept = review.findings.some((finding) => findingKey(finding) === state.currentId);
  return {
    ...withReview(state, review),
    recognition: {
      ...{ sheet, annexes, reason, profiles, elsewhere },
      ...(notUnderstood && { notUnderstood }),
      ...(guess && { guess }),
    },
    lastReviewed: sheet,
    currentId: kept ? state.currentId : null,
    openPart: null,
    notice: null,
    view: 'review',
  };
}

function undone(state: PaneState, entries: readonly ChangeEntry[]): PaneState {
  if (entries.length === 0) return state;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const ids = new Set(Object.keys(state.fixes).filter((id) => byId.has(state.fixes[id]!.id)));
  const fixes = Object.fromEntries(Object.entries(state.fixes).filter(([id]) => !ids.has(id)));
  return {
    ...withFindings(state, ids, reopened),
    fixes,
    changeLog: state.changeLog && state.changeLog.map((old) => byId.get(old.id) ?? old),
    lastAction: { type: 'undone', entries },
    currentId: [...ids][0] ?? state.currentId,
    openPart: null,
  };
}

/** The log as the sheet bears it out: findings whose fixes were taken back elsewhere are open again. */
function logRead(state: PaneState, entries: readonly ChangeEntry[]): PaneState {
  const gone = new Set(entries.filter((entry) => entry.undone).map(({ id }) => id));
  const ids = new Set(Object.keys(state.fixes).filter((id) => gone.has(state.fixes[id]!.id)));
  const read = { ...state, changeLog: entries };
  if (ids.size === 0) return read;
  const fixes = Object.fromEntries(Object.entries(state.fixes).filter(([id]) => !ids.has(id)));
  const last = state.lastAction;
  const stands = last?.type !== 'fixed' || last.entries.some(({ id }) => !gone.has(id));
  return { ...withFindings(read, ids, reopened), fixes, lastAction: stands ? last : null };
}

function cellSelected(state: PaneState, sheetId: string, cell: CellPosition): PaneState {
  if (!state.settings.followSelection) return state;
  if (state.recognition?.sheet.id !== sheetId) return { ...state, selectedAhead: { sheetId, cell } };
  const review = currentReview(state);
  if (!review) return state;
  const here = (finding: ReviewFinding): boolean =>
    finding.cell.row === cell.row && finding.cell.column === cell.column;
  const current = review.findings.find((finding) => findingKey(finding) === state.currentId);
  if (current && here(current)) return state;
  const found = review.findings.find((finding) => finding.state === 'open' && here(finding));
  return found ? { ...state, currentId: findingKey(found), openPart: null } : state;
}

/** The state with some findings changed, wherever they are; the others stay the same objects. */
function withFindings(
  state: PaneState,
  keys: ReadonlySet<FindingKey>,
  change: (finding: ReviewFinding) => ReviewFinding,
): PaneState {
  if (keys.size === 0) return state;
  const reviews: Record<string, SheetReview> = {};
  for (const [sheetId, review] of Object.entries(state.reviews)) {
    const isMeant = (finding: ReviewFinding): boolean => keys.has(findingKey(finding));
    const changed = (all: readonly ReviewFinding[]) => all.map((f) => (isMeant(f) ? change(f) : f));
    const { findings, settled } = review;
    reviews[sheetId] = allFindings(review).some(isMeant)
      ? { ...review, findings: changed(findings), ...(settled && { settled: changed(settled) }) }
      : review;
  }
  return { ...state, reviews };
}

function reopened(finding: ReviewFinding): ReviewFinding {
  return { ...finding, state: 'open', ignoredBecause: null };
}

function withFilter(state: PaneState, change: Partial<PaneState['filter']>): PaneState {
  return { ...state, filter: { ...state.filter, ...change } };
}

function toggled(all: readonly Severity[], one: Severity): readonly Severity[] {
  return all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
}
