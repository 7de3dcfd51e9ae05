import { XML_DECLARATION, type PackageDraft } from '../../package/package-draft';
import { namespacesOf } from '../namespaces';
import { NO_BORDER } from './border';
import { FIRST_FILLS } from './fill';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
const KIND = 'styles';

export const DEFAULT_FONT = '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>';
export const DEFAULT_STYLE = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';

/** The part a workbook names as its style sheet, whether it is there or not; `null` where it names none. */
export function stylesPartOf(draft: PackageDraft, workbookPart: string): string | null {
  const targets = draft
    .relationships(workbookPart)
    .flatMap(({ kind, external, target }) => (kind === KIND && !external ? [target] : []));
  return targets.find((target) => draft.has(target)) ?? targets[0] ?? null;
}

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
  const part = freePart(draft, workbookPart);
  draft.add(part, text, CONTENT_TYPE);
  draft.removeRelationships(workbookPart, ({ kind, external }) => kind === KIND && !external);
  const workbook = draft.scan(workbookPart);
  workbook.root();
  draft.addRelationship(workbookPart, `${namespacesOf(workbook).relationships}/${KIND}`, part);
  return part;
}

function freePart(draft: PackageDraft, workbookPart: string): string {
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1);
  const usual = `${folder}styles.xml`;
  return draft.isTaken(usual) ? draft.freeName(`${folder}styles`, '.xml') : usual;
}
