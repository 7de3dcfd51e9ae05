import type { PlanStyle } from '../../../../src/engine/sheet/sheet-plan';
import type { PackageDraft } from '../../../../src/xlsx/package/package-draft';
import { readCellFormats } from '../../../../src/xlsx/read/styles';
import { StyleSheet } from '../../../../src/xlsx/write/styles/style-sheet';
import { draftOf, STYLES, utf16, WORKBOOK } from '../../../support/xlsx/edited-package';
import { buildXlsxOfSheetXml, MAIN_NAMESPACE, xlsxParts } from '../../../support/xlsx/xlsx-builder';
import { xlsxError } from '../../../support/xlsx/xlsx-reading';
import { parseXml } from '../../../support/xlsx/xml-tree';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const CELL_XFS =
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>';
const REST =
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>';

function draftWith(inside: string, attributes = `xmlns="${MAIN_NAMESPACE}"`): PackageDraft {
  return draftWithStyles(`${DECLARATION}<styleSheet ${attributes}>${inside}</styleSheet>`);
}

function draftWithStyles(styles: string | Uint8Array): PackageDraft {
  return draftOf(buildXlsxOfSheetXml('<sheetData/>', { [STYLES]: styles }));
}

function open(draft: PackageDraft): StyleSheet {
  return StyleSheet.open(draft, WORKBOOK);
}

/** What is within the root after the change. */
function inside(draft: PackageDraft, change: (styles: StyleSheet) => void): string {
  const styles = open(draft);
  change(styles);
  styles.save();
  const { text } = draft.xml(STYLES);
  parseXml(text.replace(/='([^'"]*)'/g, '="$1"'));
  return text.replace(/^[\s\S]*?<[\w:]*styleSheet[^>]*>/, '').replace(/<\/[\w:]*styleSheet>\s*$/, '');
}

describe('number formats', () => {
  const xf = (id: number) =>
    `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
  const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';

  test.each([
    ['0', 1],
    ['0.00', 2],
    ['#,##0', 3],
    ['#,##0.00', 4],
    ['0%', 9],
    ['0.00%', 10],
    ['@', 49],
  ])('"%s" is used by its number %i', (code, id) => {
    const text = inside(draftWith(REST + CELL_XFS), (styles) => {
      expect(styles.withNumberFormat(0, code)).toBe(1);
    });
    expect(text).toBe(`${REST}<cellXfs count="2">${plain}${xf(id)}</cellXfs>`);
  });

  test.each(['yyyy"年"m"月"d"日"', 'm/d/yyyy', '"¥"#,##0;"¥"\\-#,##0', '0.0%', '[<1]0.0;0'])(
    '%s, which has no number or one that differs from language to language, is spelled out, before the fonts',
    (code) => {
      const draft = draftWith(REST + CELL_XFS);
      const text = inside(draft, (styles) => styles.withNumberFormat(0, code));
      expect(text.startsWith('<numFmts count="1"><numFmt numFmtId="164" formatCode="')).toBe(true);
      expect(readCellFormats(draft.scan(STYLES))).toEqual(['General', code]);
    },
  );

  test('an equal code is reused, an id is above all that are named', () => {
    const before =
      '<numFmts count="1"><numFmt numFmtId="170" formatCode="0.0%"/></numFmts>' +
      REST +
      `<cellXfs><xf numFmtId="0"/><xf numFmtId="181"/></cellXfs>`;
    const text = inside(draftWith(before), (styles) => {
      expect([styles.withNumberFormat(0, '0.0%'), styles.withNumberFormat(0, '0.000')]).toEqual([2, 3]);
    });
    expect(text).toBe(
      '<numFmts count="2"><numFmt numFmtId="170" formatCode="0.0%"/><numFmt numFmtId="182" formatCode="0.000"/></numFmts>' +
        REST +
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="181"/><xf numFmtId="170" applyNumberFormat="1"/><xf numFmtId="182" applyNumberFormat="1"/></cellXfs>',
    );
  });

  test('a built-in number that the workbook has given another meaning is not used', () => {
    const draft = draftWith(
      `<numFmts count="1"><numFmt numFmtId="2" formatCode="0.0"/></numFmts>${REST}${CELL_XFS}`,
    );
    const text = inside(draft, (styles) => {
      expect(styles.numberFormat(styles.withNumberFormat(0, '0.00'))).toBe('0.00');
    });
    expect(text).toContain('<numFmt numFmtId="164" formatCode="0.00"/>');
  });

  test('what a style has besides its number format stays, an apostrophe before its text does not', () => {
    const rich =
      '<xf numFmtId="49" fontId="3" quotePrefix="1" applyAlignment="1"><alignment wrapText="1"/><extLst><ext uri="a"/></extLst></xf>';
    const text = inside(draftWith(`<cellXfs count="1">${rich}</cellXfs>`), (styles) => {
      expect(styles.quotesPrefix(0)).toBe(true);
      expect(styles.withNumberFormat(0, 'General')).toBe(1);
      expect(styles.withNumberFormat(0, '@')).toBe(2);
      expect(styles.withNumberFormat(2, '@')).toBe(2);
    });
    const others = '<alignment wrapText="1"/><extLst><ext uri="a"/></extLst></xf>';
    expect(text).toBe(
      `<cellXfs count="3">${rich}<xf numFmtId="0" fontId="3" applyAlignment="1" applyNumberFormat="1">${others}` +
        `<xf numFmtId="49" fontId="3" applyAlignment="1">${others}</cellXfs>`,
    );
  });

  test('a format by its number keeps it when only the apostrophe goes', () => {
    const text = inside(draftWith('<cellXfs><xf numFmtId="31" quotePrefix="1"/></cellXfs>'), (styles) =>
      styles.withNumberFormat(0, styles.numberFormat(0)),
    );
    expect(text).toBe('<cellXfs><xf numFmtId="31" quotePrefix="1"/><xf numFmtId="31"/></cellXfs>');
  });

  test.each([
    ['missing', '', 0],
    ['self-closed', '<cellXfs count="0"/>', 0],
    ['without the style', CELL_XFS, 7],
  ])('cell styles %s', (_, list, style) => {
    const draft = draftWith(REST + list);
    inside(draft, (styles) => {
      expect(styles.numberFormat(style)).toBe('General');
      expect(styles.withNumberFormat(style, 'General')).toBe(style);
      expect(styles.withNumberFormat(style, '0.00')).toBe(1);
    });
    expect(readCellFormats(draft.scan(STYLES))).toEqual(['General', '0.00']);
  });
});

describe('lists', () => {
  test('a count that is wrong is set right, one that is missing stays missing, other attributes stay', () => {
    const list = (attributes: string, items = '') =>
      `<fonts${attributes}><font/>${items}</fonts><fills><fill/><fill/></fills><borders count='9'><border/></borders><cellXfs><xf/></cellXfs>`;
    const text = inside(draftWith(list(' count="7" x14ac:knownFonts="1"')), (styles) =>
      styles.cell({ bold: true }),
    );
    expect(text).toContain('<fonts count="2" x14ac:knownFonts="1"><font/><font><b/></font></fonts>');
    expect(text).toContain("<borders count='9'>");
    expect(text).toMatch(/^[\s\S]*<cellXfs><xf\/><xf [^>]*\/><\/cellXfs>$/);
  });

  test('alternatives in a list count as their fallback', () => {
    const list =
      '<mc:AlternateContent><mc:Choice Requires="x"><xf numFmtId="9"/></mc:Choice><mc:Fallback><xf numFmtId="1"/><xf numFmtId="2"/></mc:Fallback></mc:AlternateContent>';
    const draft = draftWith(`<cellXfs count="3"><xf numFmtId="0"/>${list}</cellXfs>`);
    const text = inside(draft, (styles) => {
      expect([1, 2, 3].map((style) => styles.numberFormat(style))).toEqual(['0', '0.00', 'General']);
      expect(styles.withNumberFormat(0, '0%')).toBe(3);
    });
    expect(text).toContain('<cellXfs count="4"><xf numFmtId="0"/><mc:AlternateContent>');
  });

  test('a list that stands in alternatives as a whole is refused', () => {
    const draft = draftWith(
      '<mc:AlternateContent><mc:Choice Requires="x"><dxfs/></mc:Choice></mc:AlternateContent>',
    );
    expect(xlsxError(() => open(draft)).code).toBe('unsupported-format');
  });
});

describe('a list that is full', () => {
  const MOST = 65_490;
  const cellStyles = (count: number) =>
    `<cellXfs>${'<xf numFmtId="0"/>'.repeat(count - 1)}<xf numFmtId="9"/></cellXfs>`;
  const thrown = (call: () => unknown) => {
    try {
      return call();
    } catch (error) {
      return error;
    }
  };

  test('refuses another cell style, gives those it has, and plans get the first one', () => {
    const draft = draftWith(REST + cellStyles(MOST - 1));
    const styles = open(draft);
    expect(styles.withNumberFormat(0, '0.00')).toBe(MOST - 1);
    expect(thrown(() => styles.withNumberFormat(0, '0.0%'))).toMatchObject({
      name: 'StylesFull',
      list: 'cellXfs',
    });
    expect(styles.withNumberFormat(1, '0.00')).toBe(MOST - 1);
    expect(styles.cell({ bold: true, fill: '#D6E6FA' })).toBe(0);
    styles.save();
    expect(readCellFormats(draft.scan(STYLES))).toHaveLength(MOST);
  });

  test('one with more than programs read is not made longer', () => {
    const styles = open(draftWith(REST + cellStyles(MOST + 5)));
    expect(thrown(() => styles.withNumberFormat(0, '0.00'))).toMatchObject({ list: 'cellXfs' });
    expect(styles.numberFormat(MOST + 4)).toBe('0%');
  });

  test('refuses another highlight, and gives those it has', () => {
    const dxfs = `<dxfs>${'<dxf/>'.repeat(MOST - 1)}</dxfs>`;
    const styles = open(draftWith(REST + CELL_XFS + dxfs));
    expect(styles.highlight('#F8C7C7')).toBe(MOST - 1);
    expect(thrown(() => styles.highlight('#FFE8A3'))).toMatchObject({ name: 'StylesFull', list: 'dxfs' });
    expect(styles.highlight('#F8C7C7')).toBe(MOST - 1);
  });
});

describe('highlights', () => {
  const dxf = (rgb: string) =>
    `<dxf><fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor rgb="${rgb}"/></patternFill></fill></dxf>`;

  test.each([
    [
      'missing',
      `${CELL_XFS}<cellStyles/><tableStyles/>`,
      0,
      `${CELL_XFS}<cellStyles/><dxfs count="1">+</dxfs><tableStyles/>`,
    ],
    [
      'self-closed',
      `${CELL_XFS}<dxfs count="0"/><extLst/>`,
      0,
      `${CELL_XFS}<dxfs count="1">+</dxfs><extLst/>`,
    ],
    ['there', '<dxfs count="1"><dxf/></dxfs>', 1, '<dxfs count="2"><dxf/>+</dxfs>'],
  ])('differential formats that are %s', (_, before, index, after) => {
    const text = inside(draftWith(before), (styles) => {
      expect(styles.highlight('#f8c7c7')).toBe(index);
      expect(styles.highlight('#F8C7C7')).toBe(index);
    });
    expect(text).toBe(after.replace('+', dxf('FFF8C7C7')));
  });

  test('one that says the same in other words is reused', () => {
    const before = `<dxfs count="2"><dxf/><dxf>\n <fill><patternFill patternType='solid' ><fgColor rgb="FF112233"></fgColor><bgColor rgb="FF112233"/></patternFill></fill></dxf></dxfs>`;
    const draft = draftWith(before);
    expect(inside(draft, (styles) => expect(styles.highlight('#112233')).toBe(1))).toBe(before);
    expect([...draft.changes()]).toEqual([]);
  });

  test('what is no colour is refused', () => {
    expect(() => open(draftWith('')).highlight('red')).toThrow(RangeError);
  });
});

describe('planned styles', () => {
  const FULL: PlanStyle = {
    numberFormat: '#,##0.00',
    bold: true,
    fontSize: 14,
    fontName: '黑体 & "co"',
    fontColor: '#FFFFFF',
    fill: '#1F4E79',
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
    border: 'thin',
  };

  test('everything a plan may say', () => {
    const font0 =
      '<font><sz val="11"/><color theme="1"/><name val="等线"/><family val="2"/><charset val="134"/><scheme val="minor"/></font>';
    const text = inside(
      draftWith(`<fonts count="1">${font0}</fonts>${REST.replace(/<fonts.*<\/fonts>/, '')}${CELL_XFS}`),
      (styles) => {
        expect(styles.cell(FULL)).toBe(1);
        expect(styles.cell({ ...FULL })).toBe(1);
        expect(styles.numberFormat(1)).toBe('#,##0.00');
      },
    );
    expect(text).toContain(
      `${font0}<font><b/><sz val="14"/><color rgb="FFFFFFFF"/><name val="黑体 &amp; &quot;co&quot;"/></font></fonts>`,
    );
    expect(text).toContain(
      '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F4E79"/><bgColor indexed="64"/></patternFill></fill></fills>',
    );
    expect(text).toContain('<left style="thin"><color auto="1"/></left>');
    expect(text).toContain(
      '<xf numFmtId="4" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">' +
        '<alignment horizontal="center" vertical="center" wrapText="1"/></xf></cellXfs>',
    );
  });

  test('what a plan leaves out is the first font’s', () => {
    const text = inside(
      draftWith('<fonts count="2"><font><b/><sz val="9"/><name val="宋体"/></font><font/></fonts>'),
      (styles) => {
        styles.cell({ fontSize: 10 });
        styles.cell({ bold: false });
      },
    );
    expect(text).toContain(
      '<font/><font><b/><sz val="10"/><name val="宋体"/></font><font><sz val="9"/><name val="宋体"/></font></fonts>',
    );
  });

  test('lists that are missing get what stands first in each', () => {
    const draft = draftWithStyles(`<styleSheet xmlns="${MAIN_NAMESPACE}"/>`);
    const text = inside(draft, (styles) => {
      expect(styles.cell(FULL)).toBe(1);
      expect(styles.highlight('#FFE8A3')).toBe(0);
    });
    const root = parseXml(`<r>${text}</r>`).children[0]!;
    expect(root.children.map(({ name, children }) => [name, children.length])).toEqual([
      ['fonts', 2],
      ['fills', 3],
      ['borders', 2],
      ['cellXfs', 2],
      ['dxfs', 1],
    ]);
  });
});

describe('the part', () => {
  const change = (styles: StyleSheet) => {
    styles.withNumberFormat(0, '0.0"万元"');
    styles.highlight('#F8C7C7');
    styles.cell({ bold: true, fill: '#D6E6FA', border: 'thin' });
  };

  test('saving again, in one instance or another, adds nothing', () => {
    const draft = draftWith(REST + CELL_XFS);
    const first = inside(draft, (styles) => {
      change(styles);
      styles.save();
      change(styles);
    });
    expect(inside(draft, change)).toBe(first);
  });

  test('nothing asked, nothing written', () => {
    const draft = draftWith(REST + CELL_XFS);
    open(draft).save();
    expect([...draft.changes()]).toEqual([]);
  });

  test.each([
    ['of a strict workbook', `xmlns="${STRICT}"`, ''],
    ['whose elements have a prefix', `xmlns:x="${MAIN_NAMESPACE}"`, 'x:'],
  ])('a style sheet %s', (_, attributes, prefix) => {
    const name = (xml: string) => xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
    const draft = draftWithStyles(
      `<${prefix}styleSheet ${attributes}>${name(REST + CELL_XFS)}</${prefix}styleSheet>`,
    );
    const text = inside(draft, change);
    const names = parseXml(`<r>${text}</r>`).descendants.map((element) => element.name);
    expect(names.slice(1).filter((one) => !one.startsWith(prefix))).toEqual([]);
    expect(text.match(/xmlns/g)).toBeNull();
    expect(readCellFormats(draft.scan(STYLES))).toEqual(['General', '0.0"万元"', 'General']);
    expect(inside(draft, change)).toBe(text);
  });

  test('in UTF-16 stays so', () => {
    const draft = draftWithStyles(
      utf16(
        `<?xml version="1.0" encoding="UTF-16"?><styleSheet xmlns="${MAIN_NAMESPACE}">${REST}${CELL_XFS}</styleSheet>`,
      ),
    );
    inside(draft, change);
    expect(draft.xml(STYLES)).toMatchObject({ encoding: 'utf-16le', byteOrderMark: true });
    expect(readCellFormats(draft.scan(STYLES))[1]).toBe('0.0"万元"');
  });

  test.each([
    [
      'transitional',
      MAIN_NAMESPACE,
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles',
    ],
    ['strict', STRICT, 'http://purl.oclc.org/ooxml/officeDocument/relationships/styles'],
  ])('a %s workbook that has none gets one', (_, namespace, type) => {
    const parts = xlsxParts({ sheets: [{}] });
    const draft = draftOf(
      buildXlsxOfSheetXml('<sheetData/>', {
        [STYLES]: null,
        [WORKBOOK]: parts[WORKBOOK]!.replaceAll(MAIN_NAMESPACE, namespace),
        '[Content_Types].xml': parts['[Content_Types].xml']!.replace(/<Override[^>]*styles[^>]*>/, ''),
        'xl/_rels/workbook.xml.rels': parts['xl/_rels/workbook.xml.rels']!.replace(
          /<Relationship [^>]*styles[^>]*>/,
          '',
        ),
      }),
    );
    inside(draft, change);
    const rels = draft.xml('xl/_rels/workbook.xml.rels').text;
    expect(rels).toContain(`Type="${type}" Target="styles.xml"`);
    expect(draft.contentType(STYLES)).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml',
    );
    expect(draft.xml(STYLES).text).toContain(`<styleSheet xmlns="${namespace}">`);
    expect(readCellFormats(draft.scan(STYLES))).toEqual(['General', '0.0"万元"', 'General']);
  });

  test('where the part that is related is missing, one under a free name takes its place', () => {
    const draft = draftOf(buildXlsxOfSheetXml('<sheetData/>', { [STYLES]: null }));
    open(draft).save();
    const related = draft.relationships(WORKBOOK).filter(({ kind }) => kind === 'styles');
    expect(related.map(({ target }) => target)).toEqual(['xl/styles1.xml']);
    expect(readCellFormats(draft.scan(related[0]!.target))).toEqual(['General']);
    expect(draft.has(STYLES)).toBe(false);
  });

  describe('where the workbook names none that is there', () => {
    const [relations, types] = ['xl/_rels/workbook.xml.rels', '[Content_Types].xml'];
    const usual = xlsxParts({ sheets: [{}] });
    const draftNaming = (change: (xml: string) => string, parts: Record<string, string> = {}) =>
      draftOf(
        buildXlsxOfSheetXml('<sheetData/>', {
          [relations]: change(usual[relations]!),
          [types]: usual[types]!,
          ...parts,
        }),
      );
    const related = (draft: PackageDraft) =>
      draft.relationships(WORKBOOK).flatMap(({ kind, target }) => (kind === 'styles' ? [target] : []));

    const NOT_NAMED: readonly [string, (xml: string) => string][] = [
      ['no relationship', (xml) => xml.replace(/<Relationship [^>]*styles[^>]*>/, '')],
      ['one that leads nowhere', (xml) => xml.replace('"styles.xml"', '"elsewhere.xml"')],
    ];

    test.each(NOT_NAMED)('the one beside it is named and appended to: %s', (_, change) => {
      const draft = draftNaming(change);
      const before = readCellFormats(draft.scan(STYLES));
      open(draft).save();
      expect(draft.changes().size).toBe(0);
      const styles = open(draft);
      expect(styles.withNumberFormat(0, '0.0')).toBe(before.length);
      styles.save();
      expect(related(draft)).toEqual([STYLES]);
      expect(readCellFormats(draft.scan(STYLES))).toEqual([...before, '0.0']);
    });

    test.each<[string, Record<string, string>]>([
      ['breaks off', { [STYLES]: '<styleSheet><fonts>' }],
      ['is something else', { [STYLES]: '<worksheet/>' }],
      ['is declared as something else', { [types]: usual[types]!.replace('styles+xml', 'theme+xml') }],
    ])('one beside it that %s is none, and stays as it is', (_, parts) => {
      const draft = draftNaming(NOT_NAMED[0]![1], parts);
      const before = draft.bytes(STYLES);
      open(draft).save();
      expect(related(draft)).toEqual(['xl/styles1.xml']);
      expect(draft.bytes(STYLES)).toEqual(before);
    });
  });
});
