import type { PackageDraft } from '../../package/package-draft';
import { editAttributes } from '../../xml/edit-attributes';
import { insertChild, outline } from '../../xml/element-span';
import { Splices } from '../../xml/splices';
import { isTrue } from '../../xml/xml-boolean';
import { XmlScanner } from '../../xml/xml-scanner';
import { WORKBOOK_ORDER } from '../schema-order';

const NAME = 'calcPr';
const ATTRIBUTE = 'fullCalcOnLoad';

/** Has programs calculate every formula of a workbook when they open it, for the values kept may be out of date. */
export function askForRecalculation(draft: PackageDraft, workbookPart: string): void {
  draft.edit(workbookPart, (text) => {
    const scanner = new XmlScanner(text, { part: workbookPart, maxDepth: draft.limits.maxDepth });
    scanner.root('workbook');
    const root = outline(scanner);
    const splices = new Splices(text);
    const present = root.children.find(({ name }) => name === NAME);
    if (present) {
      const tag = text.slice(present.start, present.openEnd);
      if (!asksAlready(tag))
        splices.replace(present.start, present.openEnd, editAttributes(tag, { [ATTRIBUTE]: '1' }));
    } else insertChild(splices, root, WORKBOOK_ORDER, NAME, `<${root.prefix}${NAME} ${ATTRIBUTE}="1"/>`);
    return splices.result();
  });
}

function asksAlready(tag: string): boolean {
  const scanner = new XmlScanner(tag);
  scanner.next();
  return isTrue(scanner.attribute(ATTRIBUTE));
}
