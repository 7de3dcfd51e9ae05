import type { CellPosition } from '../../src/engine/sheet/address';
import type { SheetPatch } from '../../src/xlsx';
import { CannotSave } from './cannot-save';
import type { ConditionalFormatModel, OpenedNote, OpenedSheet, WorksheetModel } from './workbook-model';

/** What has been laid over the cells of an opened worksheet since, and what has been taken off. */
export function changedOverlays(
  { conditionalFormats = [], notes = [] }: Pick<OpenedSheet, 'conditionalFormats' | 'notes'>,
  sheet: WorksheetModel,
): SheetPatch {
  const formats = changedFormats(conditionalFormats, sheet.conditionalFormats);
  const now = new Map(sheet.notes.map((note) => [keyOf(note), note.text]));
  const before = new Map(notes.map((note) => [keyOf(note), note.text]));
  return {
    removedHighlights: formats.removed.map(({ ranges, formula }) => ({ ranges, formula: bare(formula) })),
    addedHighlights: formats.added.map(({ ranges, formula, fill }) => {
      // Only a fill can be written; a format that the file had with more than that would lose it.
      if (fill === null) throw new CannotSave('conditional-formats', sheet.name);
      return { ranges, formula: bare(formula), fill };
    }),
    removedNotes: notes
      .filter((note) => now.get(keyOf(note)) !== note.text)
      .map(({ row, column }) => ({ row, column })),
    addedNotes: sheet.notes.filter((note: OpenedNote) => before.get(keyOf(note)) !== note.text),
  };
}

/** Whether there is nothing to do. */
export function isEmpty(patch: SheetPatch): boolean {
  return Object.values(patch).every((list: readonly unknown[]) => list.length === 0);
}

/**
 * The formats that stay are those at the end of the list, of the lowest priority, in the order they had: whatever is
 * written comes before them.
 */
function changedFormats(
  before: readonly ConditionalFormatModel[],
  now: readonly ConditionalFormatModel[],
): {
  readonly removed: readonly ConditionalFormatModel[];
  readonly added: readonly ConditionalFormatModel[];
} {
  const removed: ConditionalFormatModel[] = [];
  let left = now.length;
  for (const format of [...before].reverse()) {
    if (
      left > 0 &&
      JSON.stringify(contentOfFormat(now[left - 1]!)) === JSON.stringify(contentOfFormat(format))
    )
      left--;
    else removed.push(format);
  }
  return { removed, added: now.slice(0, left) };
}

/** What a conditional format is, without the id it has here. */
export function contentOfFormat({ ranges, formula, fill }: ConditionalFormatModel): unknown {
  const areas = ranges.map(({ firstRow, firstColumn, lastRow, lastColumn }) => [
    firstRow,
    firstColumn,
    lastRow,
    lastColumn,
  ]);
  return [areas, formula, fill];
}

function bare(formula: string): string {
  return formula.replace(/^=/, '');
}

function keyOf({ row, column }: CellPosition): string {
  return `${row} ${column}`;
}
