import type { OpcPackage } from '../package/opc-package';
import { partKey } from '../package/part-name';
import type { Relationship } from '../package/relationships';
import { XlsxError } from '../xlsx-error';
import { isTrue } from '../xml/xml-boolean';
import type { XmlScanner } from '../xml/xml-scanner';
import { stylesPartOf } from './styles-part';

export type SheetKind = 'worksheet' | 'chartsheet' | 'dialogsheet' | 'macrosheet' | 'unknown';
export type SheetState = 'visible' | 'hidden' | 'veryHidden';

/** A sheet as the workbook lists it. */
export interface SheetInfo {
  /** 0-based place among all sheets, chart sheets and hidden sheets included. */
  readonly index: number;
  /**
   * What the sheet is known by within its file: the name of its part, which no two sheets have in common. One without a
   * part of its own has its place instead, "#3", by which no part is called.
   */
  readonly id: string;
  readonly name: string;
  /** The number the workbook gives the sheet, as text; files repeat it, or leave it out (""). */
  readonly sheetId: string;
  readonly state: SheetState;
  /** Only worksheets and macro sheets have cells; 'unknown' where the sheet has no part or a strange one. */
  readonly kind: SheetKind;
  /** Name of the sheet's part, or `null` where its relationship is missing or leads to an earlier sheet's part. */
  readonly part: string | null;
  /**
   * Whether the workbook names a part for the sheet, and it is none of a sheet, or an earlier sheet's: what was in the
   * sheet is lost. A sheet for which no part is named has nothing to lose; old modules are kept so.
   */
  readonly isLost?: true;
}

/** What a file says about the values that it keeps of formulas. */
export interface StoredCalculation {
  /** Whether programs are to calculate every formula when they open the file. */
  readonly asked: boolean;
  /** Whether the file has an order of calculation, which only programs that calculate leave behind. */
  readonly hasChain: boolean;
}

/** What the workbook part says, and where the parts are that all sheets share. */
export interface WorkbookPart {
  readonly part: string;
  readonly sheets: readonly SheetInfo[];
  /** Whether dates are counted from 1904 instead of 1900. */
  readonly date1904: boolean;
  readonly calculation: StoredCalculation;
  readonly sharedStringsPart: string | null;
  readonly stylesPart: string | null;
}

const MAIN_TYPES: readonly [prefix: string, format: string][] = [
  ['application/vnd.ms-excel.sheet.binary', 'xlsb'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml', 'docx'],
  ['application/vnd.openxmlformats-officedocument.presentationml', 'pptx'],
  ['application/vnd.ms-word', 'docx'],
  ['application/vnd.ms-powerpoint', 'pptx'],
  ['application/vnd.ms-visio', 'vsdx'],
];
const WORKBOOK_TYPES = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml',
  'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
];

/**
 * Finds and reads the workbook part of a package.
 * @throws XlsxError 'unsupported-format' for a package that is something else, 'not-a-workbook' for a zip that is no
 *   such package, 'corrupt' where the part is missing or malformed, 'too-large' for more sheets than a
 *   package may have parts
 */
export function readWorkbookPart(opc: OpcPackage): WorkbookPart {
  const part = findWorkbookPart(opc);
  const relationships = opc.relationships(part).filter((relationship) => !relationship.external);
  const partOfKind = (kind: string) => {
    const targets = relationships.flatMap((one) => (one.kind === kind ? [one.target] : []));
    return targets.find((target) => opc.has(target)) ?? targets[0] ?? null;
  };

  const scanner = opc.scan(part);
  scanner.root();
  if (!scanner.nameIs('workbook')) {
    throw new XlsxError('unsupported-format', `${part} is a <${scanner.name}>, not a workbook`, { part });
  }
  let sheets: SheetInfo[] | undefined;
  let date1904 = false;
  let asked = false;
  while (scanner.nextChild(1)) {
    if (scanner.nameIs('workbookPr')) date1904 = isTrue(scanner.attribute('date1904'));
    else if (scanner.nameIs('calcPr'))
      asked = isTrue(scanner.attribute('fullCalcOnLoad')) || isTrue(scanner.attribute('forceFullCalc'));
    else if (scanner.nameIs('sheets'))
      sheets ??= readSheetList(scanner, relationships, opc.limits.maxEntries);
  }
  if (!sheets?.length) throw new XlsxError('corrupt', 'the workbook has no sheets', { part });
  return {
    part,
    sheets,
    date1904,
    calculation: { asked, hasChain: partOfKind('calcChain') !== null },
    sharedStringsPart: partOfKind('sharedStrings'),
    stylesPart: stylesPartOf(opc, part),
  };
}

/** Reads the list of sheets, the scanner standing on the start of its element. */
function readSheetList(
  scanner: XmlScanner,
  relationships: readonly Relationship[],
  maxSheets: number,
): SheetInfo[] {
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const taken = new Set<string>();
  const sheets: SheetInfo[] = [];
  while (scanner.nextChild(2)) {
    if (!scanner.nameIs('sheet')) continue;
    if (sheets.length >= maxSheets) {
      throw new XlsxError('too-large', `over ${maxSheets} sheets`, { limit: maxSheets });
    }
    const id = scanner.prefixedAttribute('id') ?? '';
    const named = byId.get(id);
    // Thousands of sheets that share one part would cost a line each to write, and a whole sheet each to read.
    const relationship = named && taken.has(partKey(named.target)) ? undefined : named;
    if (relationship) taken.add(partKey(relationship.target));
    const kind = sheetKind(relationship);
    sheets.push({
      index: sheets.length,
      id: relationship?.target ?? `#${sheets.length + 1}`,
      name: scanner.attribute('name') ?? '',
      sheetId: scanner.attribute('sheetId') ?? '',
      state: sheetState(scanner.attribute('state')),
      kind,
      part: relationship?.target ?? null,
      ...(id !== '' && kind === 'unknown' && { isLost: true }),
    });
  }
  return sheets;
}

function findWorkbookPart(opc: OpcPackage): string {
  const related = opc
    .relationships('')
    .find(({ kind, external }) => kind === 'officeDocument' && !external)?.target;
  // Without the package's relationships the content types still tell; office programs repair that way too.
  const part =
    related ?? WORKBOOK_TYPES.map((type) => opc.firstPartOfType(type)).find((name) => name !== undefined);
  if (part === undefined) throw noWorkbook(opc);
  const type = opc.contentType(part);
  const foreign = MAIN_TYPES.find(([prefix]) => type.startsWith(prefix));
  if (foreign) {
    const format = foreign[1];
    throw new XlsxError('unsupported-format', `the package is a ${format} file`, { part, format });
  }
  return part;
}

function noWorkbook(opc: OpcPackage): XlsxError {
  if (opc.has('mimetype') && opc.has('content.xml')) {
    return new XlsxError('unsupported-format', 'the package is an OpenDocument file', { format: 'ods' });
  }
  if (opc.has('[Content_Types].xml') || opc.has('xl/workbook.xml')) {
    return new XlsxError('corrupt', 'the package names no workbook part', { part: '_rels/.rels' });
  }
  return new XlsxError('not-a-workbook', 'a zip file without a workbook', { format: 'zip' });
}

function sheetKind(relationship: Relationship | undefined): SheetKind {
  switch (relationship?.kind) {
    case 'worksheet':
    case 'chartsheet':
    case 'dialogsheet':
      return relationship.kind;
    case 'xlMacrosheet':
    case 'xlIntlMacrosheet':
      return 'macrosheet';
    default:
      return 'unknown';
  }
}

function sheetState(state: string | undefined): SheetState {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}
