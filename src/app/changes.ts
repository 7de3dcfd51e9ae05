import type { Fix } from '../engine/rule/finding';
import { isCellError, isUnknown, type CellValue } from '../engine/sheet/cell-value';
import type { Edit } from '../engine/sheet/edit';
import type { AppliedEdit } from '../host/port';
import { contentAfter, formatAfter } from './cell-content';
import type { ChangedCell, ChangeEntry, ReviewFinding } from './reviewer';
import type { StoredChange, StoredContent } from './state/state-document';

/** A fix that is about to be applied. */
export interface PlannedFix {
  readonly finding: ReviewFinding;
  readonly fix: Fix;
}

/**
 * The change that a fix will make, as the journal keeps it.
 * @param formats the number formats of its cells
 * @param step the first change of the step that this one belongs to, where it is not a step of its own
 */
export function plannedChange(
  { finding, fix }: PlannedFix,
  formats: readonly string[],
  id: string,
  at: Date,
  step?: string,
): StoredChange {
  return {
    id,
    at: at.toISOString(),
    rule: finding.rule,
    finding: finding.id,
    sheetId: finding.sheetId,
    sheetName: finding.sheetName,
    project: finding.project,
    edits: fix.edits.map((edit, i) => {
      const { row, column, expectedBefore } = edit;
      const numberFormat = formats[i]!;
      return {
        row,
        column,
        before: { ...expectedBefore, numberFormat },
        after: contentAfter(edit, numberFormat),
      };
    }),
    undone: false,
    ...(step === undefined ? {} : { step }),
  };
}

/** The change as it was made, by what the host reports: one applied edit an edit, in their order. */
export function madeChange(planned: StoredChange, applied: readonly AppliedEdit[]): StoredChange {
  return {
    ...planned,
    edits: applied.map((edit) => ({
      row: edit.row,
      column: edit.column,
      before: { ...edit.expectedBefore, numberFormat: edit.numberFormatBefore },
      after: { ...edit.now, numberFormat: formatAfter(edit, edit.numberFormatBefore) },
    })),
  };
}

/** The edits that take a change back: content and number format as they were. */
export function undoEdits(change: StoredChange): Edit[] {
  return change.edits.map(({ row, column, before, after }) => ({
    row,
    column,
    after: before.formula === null ? { value: before.value } : { formula: before.formula },
    numberFormat: before.numberFormat,
    expectedBefore: { value: after.value, formula: after.formula },
  }));
}

/** An id that no change of the log has. @param writer who else may write at the same moment gives other ids */
export function changeId(at: Date, ordinal: number, taken: ReadonlySet<string>, writer = ''): string {
  for (let n = ordinal; ; n++) {
    const id = `${at.toISOString()}#${writer}${n}`;
    if (!taken.has(id)) return id;
  }
}

/** Whether a change was made by a writer of such ids: since its page was opened, then. */
export function isMadeBy(writer: string, { id }: Pick<StoredChange, 'id'>): boolean {
  const made = id.indexOf(`#${writer}`);
  return made >= 0 && /^\d+$/.test(id.slice(made + writer.length + 1));
}

/** A recorded change as it is shown. */
export function toEntry(change: StoredChange): ChangeEntry {
  const { id, at, rule, finding, sheetId, sheetName, project, edits, undone, step, received } = change;
  return {
    id,
    at,
    rule,
    finding,
    sheetId,
    sheetName,
    project,
    undone,
    ...(step === undefined ? {} : { step }),
    ...(received === undefined ? {} : { received }),
    edits: edits.map(({ row, column, before, after }): ChangedCell => ({
      row,
      column,
      before: shown(before),
      after: shown(after),
    })),
  };
}

function shown({ value, formula, numberFormat }: StoredContent): ChangedCell['before'] {
  return { value: plain(value), formula, numberFormat };
}

function plain(value: CellValue): ChangedCell['before']['value'] {
  if (isUnknown(value)) return null;
  return isCellError(value) ? value.error : value;
}
