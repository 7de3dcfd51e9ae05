import type { PlanStyle } from '../../../engine/sheet/sheet-plan';
import type { PackageDraft } from '../../package/package-draft';
import { GENERAL } from '../../read/number-formats';
import { stylesPartOf } from '../../read/styles-part';
import type { DecodedXml } from '../../xml/decode-xml';
import { editAttributes } from '../../xml/edit-attributes';
import { encodeXml } from '../../xml/encode-xml';
import type { ElementOutline } from '../../xml/element-span';
import { outline } from '../../xml/element-span';
import { Splices } from '../../xml/splices';
import { isTrue } from '../../xml/xml-boolean';
import { XmlScanner } from '../../xml/xml-scanner';
import { alignmentOf } from './alignment';
import { NO_BORDER, THIN_BORDER } from './border';
import { CellNumberFormats } from './cell-number-formats';
import { cellFill, FIRST_FILLS, highlightFormat } from './fill';
import { fontOf } from './font';
import { prefixed } from './prefixed';
import { StyleList } from './style-list';
import { StylesFull } from './styles-full';
import { addStylesPart, DEFAULT_FONT, DEFAULT_STYLE, leastStyleSheet, nameStylesPart } from './styles-part';

/**
 * The style sheet of a workbook, open for appending: nothing that is there is changed. Indexes it gives hold good from
 * the moment they are given; the draft has what they mean once it was saved. While one is open no other may be.
 */
export class StyleSheet {
  private text!: string;
  private root!: ElementOutline;
  private lists!: ReturnType<typeof listsOf>;
  private numberFormats!: CellNumberFormats;

  private constructor(
    private readonly draft: PackageDraft,
    private readonly workbookPart: string,
    /** `null` as long as the workbook has none. */
    private part: string | null,
    private readonly encoding: Omit<DecodedXml, 'text'>,
    text: string,
  ) {
    this.load(text);
  }

  /**
   * Opens the style sheet of a workbook; one that has none gets one when it is saved.
   * @throws XlsxError 'corrupt' | 'unsafe-xml' for a style sheet that cannot be read, 'unsupported-format' for one whose
   *   lists stand in alternatives
   */
  static open(draft: PackageDraft, workbookPart: string): StyleSheet {
    const part = stylesPartOf(draft, workbookPart);
    if (part === null || !draft.has(part)) {
      const encoding = { encoding: 'utf-8', byteOrderMark: false };
      return new StyleSheet(draft, workbookPart, null, encoding, leastStyleSheet(draft, workbookPart));
    }
    const { text, ...encoding } = draft.xml(part);
    return new StyleSheet(draft, workbookPart, part, encoding, text);
  }

  /** Number format code of a cell style (index into `cellXfs`), "General" where there is none. */
  numberFormat(style: number): string {
    const xf = this.lists.cellXfs.item(style);
    return xf === undefined ? GENERAL : this.numberFormats.code(Number(attributeOf(xf, 'numFmtId') ?? 0));
  }

  /** Whether a cell style says that a text was typed behind an apostrophe. */
  quotesPrefix(style: number): boolean {
    const xf = this.lists.cellXfs.item(style);
    return xf !== undefined && isTrue(attributeOf(xf, 'quotePrefix'));
  }

  /**
   * Index of the cell style that is `style` with another number format, and with no apostrophe before the text:
   * `style` itself where it is so already, else one that is reused or appended.
   * @throws StylesFull where there is none and no room for another
   */
  withNumberFormat(style: number, code: string): number {
    const { cellXfs } = this.lists;
    const isSame = this.numberFormat(style) === (code === '' ? GENERAL : code);
    if (isSame && !this.quotesPrefix(style)) return style;
    if (cellXfs.length === 0) this.beginLists();
    const base = cellXfs.item(style) ?? prefixed(DEFAULT_STYLE, this.root.prefix);
    return cellXfs.place(
      editAttributes(base, {
        ...(!isSame && { numFmtId: String(this.numberFormats.id(code)), applyNumberFormat: '1' }),
        quotePrefix: null,
      }),
    );
  }

  /** Index of a `dxf` that fills with "#RRGGBB"; one that says the same is reused. @throws StylesFull */
  highlight(fill: string): number {
    return this.lists.dxfs.place(prefixed(highlightFormat(fill), this.root.prefix));
  }

  /**
   * Index of a cell style that looks as planned; where the plan says nothing, the font is the workbook's first. In a
   * style sheet that is full it is the first style: what cells say matters more than how they look.
   */
  cell(style: PlanStyle): number {
    try {
      return this.planned(style);
    } catch (error) {
      if (error instanceof StylesFull) return 0;
      throw error;
    }
  }

  private planned(style: PlanStyle): number {
    this.beginLists();
    const { fonts, fills, borders, cellStyleXfs, cellXfs } = this.lists;
    const { prefix } = this.root;
    const font = fonts.place(fontOf(fonts.item(0)!, style));
    const fill = style.fill === undefined ? 0 : fills.place(prefixed(cellFill(style.fill), prefix));
    const border = style.border === undefined ? 0 : borders.place(prefixed(THIN_BORDER, prefix));
    const format = style.numberFormat === undefined ? 0 : this.numberFormats.id(style.numberFormat);
    const alignment = alignmentOf(style);
    const xf =
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}"` +
      (cellStyleXfs.length > 0 ? ' xfId="0"' : '') +
      ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"' +
      (alignment === '' ? '/>' : `>${alignment}</xf>`);
    return cellXfs.place(prefixed(xf, prefix));
  }

  /** Writes what was appended into the draft, or the least style sheet where there was none. It stays open. */
  save(): void {
    const splices = new Splices(this.text);
    for (const list of Object.values(this.lists)) list.write(splices);
    if (!splices.any && this.part !== null) return;
    const text = splices.result();
    if (this.part === null) this.part = addStylesPart(this.draft, this.workbookPart, text);
    else {
      this.draft.replace(this.part, encodeXml(text, this.encoding));
      nameStylesPart(this.draft, this.workbookPart);
    }
    this.load(text);
  }

  private load(text: string): void {
    const part = this.part ?? 'styles.xml';
    const scan = (xml: string): ElementOutline => {
      const scanner = new XmlScanner(xml, { part, maxDepth: this.draft.limits.maxDepth });
      scanner.root('styleSheet');
      return outline(scanner);
    };
    const root = scan(text);
    // Several lists may have to be put into it.
    this.text = root.selfClosed
      ? `${text.slice(0, root.end).replace(/\s*\/>$/, '>')}</${root.prefix}${root.name}>${text.slice(root.end)}`
      : text;
    this.root = root.selfClosed ? scan(this.text) : root;
    this.lists = listsOf(this.text, this.root, part);
    this.numberFormats = new CellNumberFormats(this.lists.numFmts, this.text, this.root.prefix);
  }

  /** The items that cell styles mean when they name none. */
  private beginLists(): void {
    for (const list of [this.lists.fonts, this.lists.fills, this.lists.borders, this.lists.cellXfs])
      list.begin();
  }
}

/** The lists that are written to, in the order of the schema. */
function listsOf(text: string, root: ElementOutline, part: string) {
  const list = (name: string, itemName: string, first: readonly string[] = []): StyleList =>
    new StyleList(text, root, { name, itemName, first }, part);
  return {
    numFmts: list('numFmts', 'numFmt'),
    fonts: list('fonts', 'font', [DEFAULT_FONT]),
    fills: list('fills', 'fill', FIRST_FILLS),
    borders: list('borders', 'border', [NO_BORDER]),
    cellStyleXfs: list('cellStyleXfs', 'xf'),
    cellXfs: list('cellXfs', 'xf', [DEFAULT_STYLE]),
    dxfs: list('dxfs', 'dxf'),
  };
}

function attributeOf(element: string, name: string): string | undefined {
  const scanner = new XmlScanner(element);
  scanner.root();
  return scanner.attribute(name);
}
