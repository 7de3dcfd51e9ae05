import { addAnnexSheet } from './rich-workbook/annex-sheet';
import { addCharts } from './rich-workbook/charts';
import { addConditionalFormats } from './rich-workbook/conditional-formats';
import { addCellImages, addFormControl, BUTTON_SHAPE } from './rich-workbook/form-control';
import { addCalculationChain, addExternalLink, addFormulas } from './rich-workbook/formulas';
import { addNotes } from './rich-workbook/notes';
import type { DraftPart, RichFeature } from './rich-workbook/rich-package';
import {
  addCustomXml,
  addFutureParts,
  addMacros,
  addProperties,
  addSignature,
} from './rich-workbook/package-features';
import { repackaged, zipped } from './rich-workbook/packaging';
import { addPageLayout } from './rich-workbook/page-layout';
import { addPictures } from './rich-workbook/pictures';
import { addPivot } from './rich-workbook/pivot';
import type { RichDraft, RichWorkbookOptions } from './rich-workbook/rich-draft';
import { newDraft } from './rich-workbook/rich-draft';
import { addStyles } from './rich-workbook/styles';
import { addTables } from './rich-workbook/tables';
import { addSheetExtensions, addValidations } from './rich-workbook/validations';
import { addSheetParts, addWorkbookPart } from './rich-workbook/workbook-part';

export { ANNEX_VML_PART } from './rich-workbook/notes';
export type { DraftPart, RichFeature } from './rich-workbook/rich-package';
export type { RichWorkbookOptions } from './rich-workbook/rich-draft';
export { RICH_SHEETS } from './rich-workbook/rich-draft';

/**
 * A valid workbook that holds everything a real one may hold, and an annex with findings of every severity. The same
 * options give the same bytes. What is in it, and how to see that it still is: `richFeatures`.
 */
export function richWorkbook(options: RichWorkbookOptions = {}): Uint8Array {
  return zipped(richParts(options), options);
}

/** The parts of the workbook in the order of the zip, for tests that want to look at one or change it. */
export function richParts(options: RichWorkbookOptions = {}): DraftPart[] {
  const draft = draftOf(options);
  return repackaged(draft.pkg.finish(), draft.sheets.annex.part, options);
}

/**
 * What the workbook holds, feature by feature. A mark is text of the part in the plain packaging; with a prefix,
 * strict namespaces or UTF-16 the part is written otherwise.
 */
export function richFeatures(options: RichWorkbookOptions = {}): readonly RichFeature[] {
  return draftOf(options).pkg.features;
}

function draftOf(options: RichWorkbookOptions): RichDraft {
  const draft = newDraft(options);
  addAnnexSheet(draft);
  addPageLayout(draft);
  addPictures(draft);
  addTables(draft);
  addCharts(draft);
  addConditionalFormats(draft);
  addValidations(draft);
  addSheetExtensions(draft);
  addFormControl(draft);
  addNotes(draft, BUTTON_SHAPE);
  addFormulas(draft);
  addCellImages(draft);
  addStyles(draft);
  const externalRelationship = addExternalLink(draft);
  const pivot = addPivot(draft);
  addCalculationChain(draft);
  addWorkbookPart(draft, { externalRelationship, ...pivot });
  addSheetParts(draft);
  addMacros(draft);
  addCustomXml(draft);
  addFutureParts(draft);
  addProperties(draft);
  addSignature(draft);
  return draft;
}
