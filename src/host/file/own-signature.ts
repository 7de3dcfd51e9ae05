import type { Signature } from '../../xlsx';
import { ownSheetSigns } from '../../engine/sheet/own-sheet';
import type { OwnSheetKey } from '../../engine/sheet/sheet-plan';
import {
  isOwnNote,
  markSeverity,
  NOTE_SIGNATURE,
  ownSheetKey,
  RESTORE_NAMESPACE,
  STATE_NAMESPACE,
} from '../port';

/** How a workbook tells what is ours, whichever host put it there. */
export const OWN_SIGNATURE: Signature = {
  isHighlight: (formula) => markSeverity(formula) !== null,
  isNote: isOwnNote,
  sheetKey: ownSheetKey,
  isSheet: (key, { values }) => ownSheetSigns(key as OwnSheetKey, values) !== null,
  namespaces: [STATE_NAMESPACE],
  restoreNamespace: RESTORE_NAMESPACE,
  author: NOTE_SIGNATURE,
};
