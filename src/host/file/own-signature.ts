import type { Signature } from '../../xlsx';
import { markSeverity, NOTE_SIGNATURE, OWN_SHEET_NAMES, RESTORE_NAMESPACE, STATE_NAMESPACE } from '../port';

/** How a workbook tells what is ours, whichever host put it there. */
export const OWN_SIGNATURE: Signature = {
  isHighlight: (formula) => markSeverity(formula) !== null,
  isNote: (text) => text.split(/\r?\n/, 1)[0] === NOTE_SIGNATURE,
  isSheetName: (name) => OWN_SHEET_NAMES.includes(name),
  namespaces: [STATE_NAMESPACE],
  restoreNamespace: RESTORE_NAMESPACE,
  author: NOTE_SIGNATURE,
};
