import type { PackageDraft } from '../package/package-draft';
import { isTrue } from '../xml/xml-boolean';
import { XmlScanner } from '../xml/xml-scanner';
import { splitSheet } from './sheet-text';

/** Whether a worksheet part is protected against changes; its cells are not read. */
export function isProtected(draft: PackageDraft, part: string): boolean {
  const { frame } = splitSheet(draft.bytes(part), part, draft.limits.maxDepth);
  const scanner = new XmlScanner(frame, { part, maxDepth: draft.limits.maxDepth });
  scanner.root();
  while (scanner.nextChild(1)) {
    if (scanner.nameIs('sheetProtection')) return isTrue(scanner.attribute('sheet'));
  }
  return false;
}
