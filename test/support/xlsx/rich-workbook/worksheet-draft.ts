import { parseRangeAddress } from '../../../../src/engine/sheet/address';
import { escapeXml } from '../xlsx-builder';
import { DECLARATION, NS } from './namespaces';
import type { SharedTexts } from './shared-texts';

/** What a worksheet part holds, in the order its schema demands; `extensions` are the entries of its extLst. */
const SECTIONS = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetProtection',
  'protectedRanges',
  'autoFilter',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'ignoredErrors',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'picture',
  'controls',
  'tableParts',
  'extensions',
] as const;

export type WorksheetSection = (typeof SECTIONS)[number];

interface FormulaOptions {
  readonly style?: number;
  /** Attributes of the formula: `t="array" ref="A1:A3"`. */
  readonly attributes?: string;
  /** Attributes of the cell: `cm="1"`. */
  readonly cell?: string;
}

/** A worksheet part in the making. */
export class WorksheetDraft {
  readonly part: string;
  /** Addresses of cells with a formula of their own, in the order they were written. */
  readonly formulas: string[] = [];
  private readonly sections = new Map<WorksheetSection, string[]>();
  private readonly rows = new Map<number, Map<number, string>>();
  private readonly rowAttributes = new Map<number, string>();

  /** @param number of the part's name, 1-based */
  constructor(
    readonly name: string,
    readonly sheetId: number,
    number: number,
    private readonly texts: SharedTexts,
    readonly state: 'visible' | 'hidden' | 'veryHidden' = 'visible',
  ) {
    this.part = `xl/worksheets/sheet${number}.xml`;
  }

  /** Adds to a section; what a section holds stays in the order it came. */
  put(section: WorksheetSection, xml: string): void {
    const list = this.sections.get(section);
    if (list) list.push(xml);
    else this.sections.set(section, [xml]);
  }

  /** Writes a cell as it is; `xml` is the whole `<c>`. */
  raw(address: string, xml: string): void {
    const { firstRow, firstColumn } = parseRangeAddress(address)!;
    const row = this.rows.get(firstRow) ?? new Map<number, string>();
    this.rows.set(firstRow, row);
    row.set(firstColumn, xml);
  }

  text(address: string, text: string, style?: number): void {
    this.raw(address, `<c r="${address}"${styled(style)} t="s"><v>${this.texts.text(text)}</v></c>`);
  }

  /** A shared string of runs or with phonetic text. */
  rich(address: string, inside: string, attributes = ''): void {
    this.raw(address, `<c r="${address}"${attributes} t="s"><v>${this.texts.rich(inside)}</v></c>`);
  }

  number(address: string, value: number, style?: number): void {
    this.raw(address, `<c r="${address}"${styled(style)}><v>${value}</v></c>`);
  }

  blank(address: string, style: number): void {
    this.raw(address, `<c r="${address}" s="${style}"/>`);
  }

  /** A formula with its computed value: number, text, boolean, or an error such as `{ error: '#N/A' }`. */
  formula(
    address: string,
    formula: string,
    value: number | string | boolean | { readonly error: string },
    { style, attributes, cell }: FormulaOptions = {},
  ): void {
    const [type, shown] =
      typeof value === 'number'
        ? ['', String(value)]
        : typeof value === 'string'
          ? [' t="str"', escapeXml(value)]
          : typeof value === 'boolean'
            ? [' t="b"', value ? '1' : '0']
            : [' t="e"', value.error];
    const start = `<f${attributes ? ` ${attributes}` : ''}`;
    const f = formula === '' ? `${start}/>` : `${start}>${escapeXml(formula)}</f>`;
    this.raw(
      address,
      `<c r="${address}"${styled(style)}${type}${cell ? ` ${cell}` : ''}>${f}<v>${shown}</v></c>`,
    );
    this.formulas.push(address);
  }

  /** Attributes of a row (1-based), such as `outlineLevel="1"`. */
  row(number: number, attributes: string): void {
    this.rowAttributes.set(number - 1, ` ${attributes}`);
    if (!this.rows.has(number - 1)) this.rows.set(number - 1, new Map());
  }

  toXml(): string {
    const inside = SECTIONS.map((section) => {
      if (section === 'sheetData') return this.sheetData();
      const list = this.sections.get(section);
      if (!list) return '';
      return wrapped(section, list);
    });
    return (
      `${DECLARATION}<worksheet xmlns="${NS.main}" xmlns:r="${NS.r}" xmlns:mc="${NS.mc}" mc:Ignorable="x14ac xr" ` +
      `xmlns:x14ac="${NS.x14ac}" xmlns:xr="${NS.xr}" xmlns:xdr="${NS.xdr}" xmlns:x14="${NS.x14}" ` +
      `xr:uid="{00000000-0001-0000-0${this.sheetId % 10}00-000000000000}">${inside.join('')}</worksheet>`
    );
  }

  private sheetData(): string {
    const rows = [...this.rows].sort(([a], [b]) => a - b);
    const xml = rows.map(([row, cells]) => {
      const sorted = [...cells].sort(([a], [b]) => a - b);
      const spans = sorted.length > 0 ? ` spans="${sorted[0]![0] + 1}:${sorted.at(-1)![0] + 1}"` : '';
      return `<row r="${row + 1}"${spans}${this.rowAttributes.get(row) ?? ''} x14ac:dyDescent="0.2">${sorted.map(([, cell]) => cell).join('')}</row>`;
    });
    return `<sheetData>${xml.join('')}</sheetData>`;
  }
}

function styled(style: number | undefined): string {
  return style === undefined ? '' : ` s="${style}"`;
}

/** Sections that are lists get their list element, with a count where the schema has one. */
function wrapped(section: WorksheetSection, list: readonly string[]): string {
  const inside = list.join('');
  switch (section) {
    case 'cols':
    case 'sheetViews':
    case 'protectedRanges':
    case 'customSheetViews':
    case 'hyperlinks':
    case 'ignoredErrors':
      return `<${section}>${inside}</${section}>`;
    case 'mergeCells':
    case 'dataValidations':
    case 'tableParts':
      return `<${section} count="${list.length}">${inside}</${section}>`;
    case 'rowBreaks':
    case 'colBreaks':
      return `<${section} count="${list.length}" manualBreakCount="${list.length}">${inside}</${section}>`;
    case 'extensions':
      return `<extLst>${inside}</extLst>`;
    default:
      return inside;
  }
}
