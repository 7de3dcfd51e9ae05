import { XML_DECLARATION, type PackageDraft } from '../../package/package-draft';
import {
  namedStylesPart,
  STYLES_KIND,
  STYLES_TYPE,
  stylesPartOf,
  usualStylesPart,
} from '../../read/styles-part';
import { namespacesOf } from '../namespaces';
import { NO_BORDER } from './border';
import { FIRST_FILLS } from './fill';

export const DEFAULT_FONT = '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>';
export const DEFAULT_STYLE = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';

/** The text of a style sheet that says no more than every workbook must. */
export function leastStyleSheet(draft: PackageDraft, workbookPart: string): string {
  const workbook = draft.scan(workbookPart);
  workbook.root();
  return (
    `${XML_DECLARATION}<styleSheet xmlns="${namespacesOf(workbook).main}">` +
    `<fonts count="1">${DEFAULT_FONT}</fonts>` +
    `<fills count="${FIRST_FILLS.length}">${FIRST_FILLS.join('')}</fills>` +
    `<borders count="1">${NO_BORDER}</borders>` +
    `<cellStyleXfs count="1">${DEFAULT_STYLE}</cellStyleXfs>` +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

/**
 * Adds the style sheet of a workbook that has none, beside the workbook. A relationship to one that is missing gives
 * way: others may lead there too, and whatever they wait for is no style sheet of ours.
 */
export function addStylesPart(draft: PackageDraft, workbookPart: string, text: string): string {
  const usual = usualStylesPart(workbookPart);
  const part = draft.isTaken(usual) ? draft.freeName(usual.replace(/\.xml$/, ''), '.xml') : usual;
  draft.add(part, text, STYLES_TYPE);
  relate(draft, workbookPart, part);
  return part;
}

/** Names the style sheet of a workbook that was found without, see `stylesPartOf`. */
export function nameStylesPart(draft: PackageDraft, workbookPart: string): void {
  const part = stylesPartOf(draft, workbookPart);
  if (part !== null && part !== namedStylesPart(draft, workbookPart)) relate(draft, workbookPart, part);
}

function relate(draft: PackageDraft, workbookPart: string, part: string): void {
  draft.removeRelationships(workbookPart, ({ kind, external }) => kind === STYLES_KIND && !external);
  const workbook = draft.scan(workbookPart);
  workbook.root();
  draft.addRelationship(workbookPart, `${namespacesOf(workbook).relationships}/${STYLES_KIND}`, part);
}
