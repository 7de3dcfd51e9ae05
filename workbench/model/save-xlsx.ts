import {
  type CellEdit,
  CellsLocked,
  type ChartNames,
  type Deflate,
  type Inflate,
  WorkbookPatch,
} from '../../src/xlsx';
import { CannotSave } from './cannot-save';
import { changedCells } from './changed-cells';
import { writeCustomXml } from './changed-custom-xml';
import { writeProperties } from './changed-properties';
import { writeNames } from './changed-names';
import { changedOverlays, isEmpty } from './changed-overlays';
import { chartContent } from './chart-content';
import { isSheetOfProgram } from './program-sheet';
import { covers } from './ranges';
import { sheetToPlan } from './sheet-to-plan';
import { sheetIdOf } from './sheet-ids';
import { aspectsOf } from './sheet-aspects';
import { hasCells, unfollowedChange } from './unfollowed-changes';
import type {
  ChartModel,
  OpenedSheet,
  OpenedWorkbookModel,
  SheetAspects,
  OpenedWorksheetModel,
} from './workbook-model';

export interface SaveOptions {
  readonly inflate: Inflate;
  readonly deflate: Deflate;
}

/**
 * Writes every difference between a workbook as it was opened and as it is now into the file it was opened from; all
 * else in the file stays to the byte. Formulas should be calculated first (`settled`): what new worksheets show is
 * written as it is now.
 * @param file the bytes it was opened from
 * @returns the very same bytes where nothing was changed
 * @throws CannotSave where something was changed that the file cannot be made to follow; XlsxError 'too-large'
 */
export function saveXlsx(
  file: Uint8Array,
  model: OpenedWorkbookModel,
  { inflate, deflate }: SaveOptions,
): Uint8Array {
  const { opened, restructured, asOpened } = model;
  const patch = WorkbookPatch.open(file, { inflate });
  const added = addedSheets(model);
  if (added.length > 0 && patch.structureProtected) throw new CannotSave('protected-structure');
  const sheetIds = new Map(opened.sheets.map(({ snapshot: { id } }) => [sheetIdOf(id), id]));
  for (const sheet of added) sheetIds.set(sheet.id, addSheet(patch, sheet));
  opened.sheets.forEach((before, index) => {
    const sheet = model.sheets[index]!;
    const change = unfollowedChange(before, sheet, {
      isRestructured: restructured.has(sheet.id),
      asOpened: asOpened.get(sheet.id)!,
    });
    if (change === null) patchSheet(patch, before, sheet, asOpened.get(sheet.id)!);
    else if (isSheetOfProgram(model, sheet)) rewriteSheet(patch, before, sheet);
    else throw new CannotSave(change, sheet.name);
  });
  writeNames(patch, model, sheetIds);
  writeCustomXml(patch, model);
  writeProperties(patch, model);
  return patch.save(deflate);
}

/** @throws CannotSave where those of the file are not all there, as they were, before all others */
function addedSheets({ opened, sheets }: OpenedWorkbookModel): readonly OpenedWorksheetModel[] {
  opened.sheets.forEach(({ snapshot, visible }, index) => {
    const sheet = sheets[index];
    const isSame =
      sheet?.id === sheetIdOf(snapshot.id) && sheet.name === snapshot.name && sheet.visible === visible;
    if (!isSame) throw new CannotSave('sheets', snapshot.name);
    if (sheet.protected !== snapshot.protected) throw new CannotSave('protection', snapshot.name);
  });
  const added = sheets.slice(opened.sheets.length);
  for (const { name, visible } of added) if (!visible) throw new CannotSave('sheets', name);
  return added;
}

/** @returns the id that the file has for it */
function addSheet(patch: WorkbookPatch, sheet: OpenedWorksheetModel): string {
  if (sheet.protected) throw new CannotSave('protection', sheet.name);
  const plan = sheetToPlan(sheet, { charts: sheet.charts, page: new Map() });
  const { id, name } = patch.addSheet(plan, chartNames(sheet.charts));
  // Formulas speak of it by its name.
  if (name !== sheet.name) throw new CannotSave('sheets', sheet.name);
  layOver(patch, id, {}, sheet);
  return id;
}

function patchSheet(
  patch: WorkbookPatch,
  before: OpenedSheet,
  sheet: OpenedWorksheetModel,
  asOpened: SheetAspects,
): void {
  if (!hasCells(before)) return;
  const { id } = before.snapshot;
  const edits = changedCells(before, sheet);
  const { tableTexts = [] } = before;
  if (edits.some((edit) => edit.content && tableTexts.some((texts) => covers(texts, edit))))
    throw new CannotSave('table-headers', sheet.name);
  const isSpilled = (edit: CellEdit) => edit.content && 'formula' in edit.content && sheet.spills(edit);
  if (edits.some(isSpilled)) throw new CannotSave('spilled-formulas', sheet.name);
  try {
    if (edits.length > 0) patch.editCells(id, edits);
  } catch (error) {
    throw error instanceof CellsLocked ? new CannotSave('locked-cells', sheet.name) : error;
  }
  const now = aspectsOf(sheet);
  const isSame = (['conditional-formats', 'notes'] as const).every(
    (aspect) => now[aspect] === asOpened[aspect],
  );
  if (!isSame) layOver(patch, id, before, sheet);
}

/** Charts that are as they were stay, others are drawn anew. */
function rewriteSheet(patch: WorkbookPatch, before: OpenedSheet, sheet: OpenedWorksheetModel): void {
  const { id } = before.snapshot;
  const without = (charts: readonly ChartModel[], others: readonly ChartModel[]) => {
    const same = new Set(others.map((chart) => JSON.stringify(chartContent(chart))));
    return charts.filter((chart) => !same.has(JSON.stringify(chartContent(chart))));
  };
  const charts = without(sheet.charts, before.charts ?? []);
  const gone = without(before.charts ?? [], sheet.charts);
  const plan = sheetToPlan(sheet, { charts, page: before.page ?? new Map() });
  patch.rewriteSheet(id, plan, chartNames(charts, gone));
  layOver(patch, id, { notes: before.notes ?? [] }, sheet);
}

function layOver(
  patch: WorkbookPatch,
  sheetId: string,
  before: Pick<OpenedSheet, 'conditionalFormats' | 'notes'>,
  sheet: OpenedWorksheetModel,
): void {
  const overlays = changedOverlays(before, sheet);
  if (isEmpty(overlays) || patch.layOver(sheetId, overlays)) return;
  const { addedNotes, removedNotes } = overlays;
  const isOfNotes = addedNotes.length + removedNotes.length > 0;
  throw new CannotSave(isOfNotes ? 'notes' : 'conditional-formats', sheet.name);
}

/** A chart that was given no name gets one as Excel gives them. */
function chartNames(charts: readonly ChartModel[], gone: readonly ChartModel[] = []): ChartNames {
  const names = new Set(gone.map(({ name }) => name));
  return {
    replaces: (name) => names.has(name),
    nameOf: (index) => charts[index]?.name ?? `图表 ${index + 1}`,
  };
}
