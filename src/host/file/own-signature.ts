import type { Signature } from '../../xlsx';
import { ownSheetSigns } from '../../engine/sheet/own-sheet';
import type { OwnSheetKey } from '../../engine/sheet/sheet-plan';
import { isOwnNote, markSeverity, NOTE_SIGNATURE } from '../protocol/mark-signature';
import { ownSheetKey } from '../protocol/own-sheets';
import { isOwnProperty } from '../protocol/state-properties';
import { STATE_NAMESPACE } from '../protocol/state-part';

/** Namespace of the custom XML part by which a reviewed file becomes again what it was. */
export const RESTORE_NAMESPACE = 'urn:annex-reviewer:restore:1';

/** How a workbook tells what is ours, whichever host put it there. */
export const OWN_SIGNATURE: Signature = {
  isHighlight: (formula) => markSeverity(formula) !== null,
  isNote: isOwnNote,
  sheetKey: ownSheetKey,
  isSheet: (key, { values }) => ownSheetSigns(key as OwnSheetKey, values) !== null,
  namespaces: [STATE_NAMESPACE],
  isProperty: isOwnProperty,
  restoreNamespace: RESTORE_NAMESPACE,
  author: NOTE_SIGNATURE,
};
