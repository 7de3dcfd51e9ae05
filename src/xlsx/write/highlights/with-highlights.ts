import { insertChild, outline } from '../../xml/element-span';
import { storedFormula } from '../../newer-functions';
import { escapeText } from '../../xml/escape-xml';
import { Splices } from '../../xml/splices';
import { XmlScanner } from '../../xml/xml-scanner';
import { WORKSHEET_ORDER } from '../schema-order';
import { findFormats, formatsIn } from './conditional-rules';
import type { Highlight } from './highlight';
import { priorityShift } from './priority-shift';
import { rangeLists } from './range-lists';

/** The worksheet's child after which the schema wants conditional formats. */
const BEFORE_FORMATS = WORKSHEET_ORDER[WORKSHEET_ORDER.indexOf('conditionalFormatting') - 1]!;

/**
 * Lays highlights over cells: first in priority, the rules that are there give way (see `priorityShift`, by which the
 * worksheet's pivot tables have to follow: `shiftPivotPriorities`).
 * @param frame the worksheet part without its cells
 * @param highlights the one of the highest priority first; one without ranges is left out
 * @throws XlsxError 'corrupt' for malformed XML
 */
export function withHighlights(frame: string, part: string, highlights: readonly Highlight[]): string {
  const scanner = new XmlScanner(frame, { part });
  scanner.root();
  const root = outline(scanner);
  let priority = 1;
  let added = '';
  for (const { ranges, formula, dxf } of highlights) {
    for (const list of rangeLists(ranges)) {
      added += formattingXml(root.prefix, list, formula, dxf, priority);
      priority++;
    }
  }
  if (added === '') return frame;
  const splices = new Splices(frame);
  const shift = priorityShift(frame, part, highlights);
  for (const { rules } of formatsIn(findFormats(frame, part))) {
    for (const { priority: old } of rules) {
      if (!old) continue;
      const shifted = shift.get(old.value);
      if (shifted !== undefined) splices.replace(old.start, old.end, String(shifted));
    }
  }
  // Before the others, behind whatever may stand before them: of rules over one cell LibreOffice takes the first in the
  // file, not the one of the first priority.
  insertChild(splices, root, WORKSHEET_ORDER, BEFORE_FORMATS, added);
  return splices.result();
}

function formattingXml(
  prefix: string,
  sqref: string,
  formula: string,
  dxf: number,
  priority: number,
): string {
  return (
    `<${prefix}conditionalFormatting sqref="${sqref}">` +
    `<${prefix}cfRule type="expression" dxfId="${dxf}" priority="${priority}">` +
    `<${prefix}formula>${escapeText(storedFormula(formula))}</${prefix}formula>` +
    `</${prefix}cfRule></${prefix}conditionalFormatting>`
  );
}
