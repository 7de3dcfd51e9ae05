import { parseRangeAddress, toAddress } from '../../../src/engine/sheet/address';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import type { ZipBuilderEntry } from './zip-builder';
import { buildZip } from './zip-builder';

/** A cell: a value, a formula with its computed value, or nothing. */
export type BuilderCell = CellValue | undefined | { formula: string; value?: string | number };

export interface BuilderSheet {
  readonly name?: string;
  /** Rows from row 1 on, cells from column A on. */
  readonly rows?: readonly (readonly BuilderCell[])[];
  /** "A1:C1" */
  readonly merges?: readonly string[];
  /** Number format codes by address or range: `{ 'D6:D36': '0.00%' }`. Blank cells get theirs too. */
  readonly formats?: Readonly<Record<string, string>>;
  /** Formulas (with or without "=") by address, laid over `rows`, whose values they keep. */
  readonly formulas?: Readonly<Record<string, string>>;
  /** 0-based. */
  readonly hiddenRows?: readonly number[];
  /** 0-based. */
  readonly hiddenColumns?: readonly number[];
  readonly protected?: boolean;
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
}

export interface BuilderWorkbook {
  readonly sheets: readonly BuilderSheet[];
  readonly date1904?: boolean;
  /** Texts go into the cells instead of the shared strings. */
  readonly inlineStrings?: boolean;
  /** Parts to add or to replace by name; `null` leaves the part out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

export const MAIN_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATION_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Makes a small .xlsx file. */
export function buildXlsx(workbook: BuilderWorkbook): Uint8Array {
  return zipParts({ ...xlsxParts(workbook), ...workbook.parts });
}

/** Makes an .xlsx whose first worksheet part is the given XML: all of it, or what comes within `<worksheet>`. */
export function buildXlsxOfSheetXml(xml: string, parts: BuilderWorkbook['parts'] = {}): Uint8Array {
  const whole = /^\s*<(\?xml|[\w:]*worksheet|!)/.test(xml)
    ? xml
    : `${DECLARATION}<worksheet xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATION_NAMESPACE}">${xml}</worksheet>`;
  return buildXlsx({ sheets: [{}], parts: { 'xl/worksheets/sheet1.xml': whole, ...parts } });
}

/** Makes a zip of parts by name; `null` parts are left out. */
export function zipParts(parts: Readonly<Record<string, string | Uint8Array | null>>): Uint8Array {
  const entries: ZipBuilderEntry[] = [];
  for (const [name, content] of Object.entries(parts)) if (content !== null) entries.push({ name, content });
  return buildZip(entries);
}

/** The parts of a small .xlsx by name, for tests that want to change one. */
export function xlsxParts(workbook: BuilderWorkbook): Record<string, string> {
  const strings = new Map<string, number>();
  const formats = ['General'];
  const sheets = workbook.sheets.map((sheet, i) => ({ ...sheet, name: sheet.name ?? `Sheet${i + 1}` }));
  const parts: Record<string, string> = {
    '[Content_Types].xml': '',
    '_rels/.rels': relationships([[`${RELATION_NAMESPACE}/officeDocument`, 'xl/workbook.xml']]),
    'xl/workbook.xml':
      `${DECLARATION}<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATION_NAMESPACE}">` +
      `<workbookPr${workbook.date1904 ? ' date1904="1"' : ''}/><sheets>` +
      sheets
        .map(
          ({ name, state }, i) =>
            `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
        )
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, i): [string, string] => [
        `${RELATION_NAMESPACE}/worksheet`,
        `worksheets/sheet${i + 1}.xml`,
      ]),
      [`${RELATION_NAMESPACE}/styles`, 'styles.xml'],
      [`${RELATION_NAMESPACE}/sharedStrings`, 'sharedStrings.xml'],
    ]),
  };
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(
      sheet,
      workbook.inlineStrings ?? false,
      strings,
      formats,
    );
  });
  parts['xl/styles.xml'] = stylesXml(formats);
  parts['xl/sharedStrings.xml'] =
    `${DECLARATION}<sst xmlns="${MAIN_NAMESPACE}">` +
    [...strings.keys()].map((text) => `<si>${textXml(text)}</si>`).join('') +
    '</sst>';
  parts['[Content_Types].xml'] = contentTypes(sheets.length);
  return parts;
}

/** Text as it may stand in XML, in an attribute too. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function textXml(text: string): string {
  return `<t xml:space="preserve">${escapeXml(text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x'))}</t>`;
}

function sheetXml(
  sheet: BuilderSheet,
  inline: boolean,
  strings: Map<string, number>,
  formats: string[],
): string {
  const styles = new Map<string, number>();
  const cells = new Map<string, BuilderCell>();
  let rowCount = sheet.rows?.length ?? 0;
  let columnCount = Math.max(0, ...(sheet.rows ?? []).map((row) => row.length));
  const widen = (row: number, column: number) => {
    rowCount = Math.max(rowCount, row + 1);
    columnCount = Math.max(columnCount, column + 1);
  };
  sheet.rows?.forEach((row, r) => row.forEach((cell, c) => cells.set(toAddress(r, c), cell)));
  for (const [address, formula] of Object.entries(sheet.formulas ?? {})) {
    const range = parseRangeAddress(address)!;
    widen(range.firstRow, range.firstColumn);
    const value = cells.get(address);
    const isPlain = typeof value === 'string' || typeof value === 'number';
    cells.set(address, isPlain ? { formula, value } : { formula });
  }
  for (const [address, code] of Object.entries(sheet.formats ?? {})) {
    const range = parseRangeAddress(address)!;
    if (!formats.includes(code)) formats.push(code);
    widen(range.lastRow, range.lastColumn);
    for (let r = range.firstRow; r <= range.lastRow; r++) {
      for (let c = range.firstColumn; c <= range.lastColumn; c++)
        styles.set(toAddress(r, c), formats.indexOf(code));
    }
  }
  for (const row of sheet.hiddenRows ?? []) widen(row, 0);

  let xml = `${DECLARATION}<worksheet xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATION_NAMESPACE}">`;
  if (sheet.hiddenColumns?.length) {
    const columns = [...sheet.hiddenColumns].sort((a, b) => a - b);
    xml += `<cols>${columns.map((c) => `<col min="${c + 1}" max="${c + 1}" width="0" hidden="1" customWidth="1"/>`).join('')}</cols>`;
  }
  xml += '<sheetData>';
  for (let r = 0; r < rowCount; r++) {
    xml += `<row r="${r + 1}"${sheet.hiddenRows?.includes(r) ? ' hidden="1"' : ''}>`;
    for (let c = 0; c < columnCount; c++) {
      const address = toAddress(r, c);
      xml += cellXml(address, cells.get(address), styles.get(address), inline, strings);
    }
    xml += '</row>';
  }
  xml += '</sheetData>';
  if (sheet.protected) xml += '<sheetProtection sheet="1" objects="1" scenarios="1"/>';
  if (sheet.merges?.length) {
    xml += `<mergeCells count="${sheet.merges.length}">${sheet.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  }
  return `${xml}</worksheet>`;
}

function cellXml(
  address: string,
  cell: BuilderCell,
  style: number | undefined,
  inline: boolean,
  strings: Map<string, number>,
): string {
  const start = `<c r="${address}"${style === undefined ? '' : ` s="${style}"`}`;
  if (cell === null || cell === undefined || (typeof cell === 'object' && 'unknown' in cell))
    return style === undefined ? '' : `${start}/>`;
  if (typeof cell === 'number') return `${start}><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `${start} t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'string') {
    if (inline) return `${start} t="inlineStr"><is>${textXml(cell)}</is></c>`;
    const index = strings.get(cell) ?? strings.size;
    strings.set(cell, index);
    return `${start} t="s"><v>${index}</v></c>`;
  }
  if ('error' in cell) return `${start} t="e"><v>${cell.error}</v></c>`;
  const formula = `<f>${escapeXml(cell.formula.replace(/^=/, ''))}</f>`;
  if (cell.value === undefined) return `${start}>${formula}</c>`;
  const type = typeof cell.value === 'string' ? ' t="str"' : '';
  return `${start}${type}>${formula}<v>${escapeXml(String(cell.value))}</v></c>`;
}

/** Every custom format has the id 164 + its place; style n has format n. */
function stylesXml(formats: readonly string[]): string {
  const custom = formats.slice(1);
  const numFmts = custom
    .map((code, i) => `<numFmt numFmtId="${165 + i}" formatCode="${escapeXml(code)}"/>`)
    .join('');
  const xfs = formats
    .map((_, i) => `<xf numFmtId="${i === 0 ? 0 : 164 + i}" fontId="0" fillId="0" borderId="0" xfId="0"/>`)
    .join('');
  return (
    `${DECLARATION}<styleSheet xmlns="${MAIN_NAMESPACE}">` +
    (custom.length > 0 ? `<numFmts count="${custom.length}">${numFmts}</numFmts>` : '') +
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${formats.length}">${xfs}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

function relationships(list: readonly (readonly [type: string, target: string])[]): string {
  const items = list.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONS}">${items.join('')}</Relationships>`;
}

function contentTypes(sheetCount: number): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/${part}" ContentType="${TYPE}.${type}+xml"/>`;
  let xml =
    `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('xl/workbook.xml', 'sheet.main') +
    override('xl/styles.xml', 'styles') +
    override('xl/sharedStrings.xml', 'sharedStrings');
  for (let i = 1; i <= sheetCount; i++) xml += override(`xl/worksheets/sheet${i}.xml`, 'worksheet');
  return `${xml}</Types>`;
}
