import type { PackageDraft } from '../../package/package-draft';
import { Splices } from '../../xml/splices';
import { XML_END_OF_INPUT, XML_START, XmlScanner } from '../../xml/xml-scanner';
import { readPriority } from './conditional-rules';
import type { PriorityShift } from './priority-shift';

/**
 * Makes the pivot tables of a worksheet follow its rules: a pivot table knows the rules over its cells by their
 * priorities.
 * @throws XlsxError 'corrupt' for malformed relationships or pivot tables
 */
export function shiftPivotPriorities(draft: PackageDraft, sheetPart: string, shift: PriorityShift): void {
  if (shift.size === 0) return;
  for (const { kind, target, external } of draft.relationships(sheetPart)) {
    if (kind !== 'pivotTable' || external || !draft.has(target)) continue;
    draft.edit(target, (text) => shifted(text, target, shift));
  }
}

function shifted(text: string, part: string, shift: PriorityShift): string {
  const splices = new Splices(text);
  const scanner = new XmlScanner(text, { part });
  for (let event = scanner.next(); event !== XML_END_OF_INPUT; event = scanner.next()) {
    // The newer list, deep in the extensions, has elements of the same name and meaning.
    if (event !== XML_START || !scanner.nameIs('conditionalFormat')) continue;
    const priority = readPriority(scanner);
    if (!priority) continue;
    const to = shift.get(priority.value);
    if (to !== undefined) splices.replace(priority.start, priority.end, String(to));
  }
  return splices.result();
}
