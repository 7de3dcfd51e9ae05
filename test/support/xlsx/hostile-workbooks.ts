import { deflateRawSync } from 'node:zlib';
import { ownSheetName } from '../../../src/host/protocol/own-sheets';
import { OWN_SHEET_KEYS } from '../../../src/engine/sheet/sheet-plan';
import { crc32 } from '../../../src/xlsx/zip/crc32';
import { ANNEX_PARTS, ANNEX_SHEET } from '../annexes/annex-parts';
import { MAIN_NAMESPACE, RELATION_NAMESPACE } from './xlsx-builder';
import type { ZipBuilderEntry } from './zip-builder';
import { buildZip } from './zip-builder';

/**
 * A broken or hostile workbook, aimed at whoever writes into it: all of them are to be reviewed, marked, annotated,
 * given sheets and custom XML. The reader's own are in `test/xlsx/hostile.test.ts`.
 */
export interface HostileWorkbook {
  readonly name: string;
  readonly make: () => Uint8Array;
  /**
   * `sound`: it is odd but says clearly what it is; a sound copy must come of it. `error`: it must be refused.
   * `either`: one or the other, but never an unsound copy, an endless run or an error of another kind.
   */
  readonly expect: 'error' | 'sound' | 'either';
  /** Takes seconds to make and to handle. */
  readonly slow?: true;
}

export const HOSTILE_ANNEX = ANNEX_SHEET;

type Content = string | Uint8Array;
/** By part name: its content, what becomes of it, or `null` to leave it out. */
type Changes = Readonly<Record<string, Content | null | ((xml: string) => Content)>>;

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const SHEET = 'xl/worksheets/sheet1.xml';
const SHEET_RELATIONS = 'xl/worksheets/_rels/sheet1.xml.rels';
const OTHER_SHEET = 'xl/worksheets/sheet2.xml';
const WORKBOOK = 'xl/workbook.xml';
const WORKBOOK_RELATIONS = 'xl/_rels/workbook.xml.rels';
const STYLES = 'xl/styles.xml';
const TYPES = '[Content_Types].xml';
const COMMENTS = 'xl/comments1.xml';
const VML = 'xl/drawings/vmlDrawing1.vml';

/** Makes a hostile workbook of the base: some parts changed, added or left out, some more entries at the end. */
function hostile(changes: Changes, more: readonly ZipBuilderEntry[] = []): Uint8Array {
  return buildZip([...entriesOf(changes), ...more]);
}

function entriesOf(changes: Changes): ZipBuilderEntry[] {
  const parts = new Map<string, Content>(Object.entries(ANNEX_PARTS));
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) parts.delete(name);
    else if (typeof change !== 'function') parts.set(name, change);
    else parts.set(name, change(textOf(parts, name)));
  }
  return [...parts].map(([name, content]) => ({ name, content }));
}

function textOf(parts: ReadonlyMap<string, Content>, name: string): string {
  const content = parts.get(name);
  if (typeof content !== 'string') throw new Error(`no text of ${name} to change`);
  return content;
}

/** Replaces the first occurrence; that nothing is replaced would make a harmless file of a hostile one. */
function swap(from: string | RegExp, to: string): (xml: string) => string {
  return (xml) => {
    const swapped = xml.replace(from, () => to);
    if (swapped === xml) throw new Error(`nothing to replace: ${from}`);
    return swapped;
  };
}

/** Puts something where the worksheet ends. */
const atSheetEnd = (xml: string) => swap(/<\/worksheet>\s*$/, `${xml}</worksheet>`);

function relations(...list: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const items = list.map(
    ([id, kind, target]) =>
      `<Relationship Id="${id}" Type="${RELATION_NAMESPACE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`;
const addTypes = (...types: readonly string[]) => swap('</Types>', `${types.join('')}</Types>`);
const VML_DEFAULT =
  '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>';

const comments = (inside: string) => `<comments xmlns="${MAIN_NAMESPACE}">${inside}</comments>`;
const NOTE_LIST =
  '<authors><author>某人</author></authors><commentList><comment ref="B5" authorId="0"><text><t>某人的批注</t></text></comment></commentList>';
const VML_START =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>';
const shape = (id: number, row = 4, column = 1) =>
  `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="visibility:hidden"><v:textbox/><x:ClientData ObjectType="Note"><x:Anchor>2, 15, 4, 2, 4, 15, 8, 4</x:Anchor><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
const VML_SHAPES = `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>${shape(1025)}`;
const VML_WHOLE = `${VML_START}${VML_SHAPES}</xml>`;

/** The base with a note on the annex; the changes come on top. */
function withNote(changes: Changes = {}): Changes {
  const base: Record<string, Changes[string]> = {
    [SHEET]: atSheetEnd('<legacyDrawing r:id="rId2"/>'),
    [SHEET_RELATIONS]: relations(
      ['rId1', 'comments', '../comments1.xml'],
      ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
    ),
    [COMMENTS]: comments(NOTE_LIST),
    [VML]: VML_WHOLE,
    [TYPES]: addTypes(VML_DEFAULT, override(COMMENTS, `${TYPE}.comments+xml`)),
  };
  for (const [name, change] of Object.entries(changes)) {
    const before = base[name];
    base[name] =
      typeof before === 'function' && typeof change === 'function'
        ? (xml) => change(before(xml) as string)
        : typeof before === 'string' && typeof change === 'function'
          ? change(before)
          : change;
  }
  return base;
}

const rule = (priority: string) =>
  `<cfRule type="expression"${priority}><formula>$A5=&quot;x&quot;</formula></cfRule>`;
const formats = (...rules: readonly string[]) =>
  atSheetEnd(
    rules.map((one) => `<conditionalFormatting sqref="A5:C6">${one}</conditionalFormatting>`).join(''),
  );

const RELATED: readonly HostileWorkbook[] = [
  {
    name: 'relationships that lead in a circle',
    make: () =>
      hostile({
        [SHEET_RELATIONS]: relations(
          ['rId1', 'customXml', 'sheet2.xml'],
          ['rId2', 'customXml', 'sheet1.xml'],
        ),
        'xl/worksheets/_rels/sheet2.xml.rels': relations(
          ['rId1', 'worksheet', 'sheet1.xml'],
          ['rId2', 'officeDocument', '../workbook.xml'],
        ),
      }),
    expect: 'sound',
  },
  {
    name: 'relationships of a relationships part',
    make: () =>
      hostile({
        'xl/_rels/_rels/workbook.xml.rels.rels': relations(['rId1', 'customXml', 'workbook.xml.rels']),
      }),
    expect: 'sound',
  },
  {
    name: 'a sheet part that two sheets share',
    make: () =>
      hostile({
        [WORKBOOK_RELATIONS]: swap('Target="worksheets/sheet2.xml"', 'Target="worksheets/sheet1.xml"'),
      }),
    expect: 'either',
  },
  {
    name: 'a comments part that two sheets share',
    make: () =>
      hostile(
        withNote({
          'xl/worksheets/_rels/sheet2.xml.rels': relations(['rId1', 'comments', '../comments1.xml']),
        }),
      ),
    expect: 'either',
  },
  {
    name: 'a drawing of notes that two sheets share',
    make: () =>
      hostile(
        withNote({
          [OTHER_SHEET]: atSheetEnd('<legacyDrawing r:id="rId1"/>'),
          'xl/worksheets/_rels/sheet2.xml.rels': relations([
            'rId1',
            'vmlDrawing',
            '../drawings/vmlDrawing1.vml',
          ]),
        }),
      ),
    expect: 'either',
  },
  {
    name: 'no relationships part for a sheet that refers to some',
    make: () => hostile(withNote({ [SHEET_RELATIONS]: null })),
    expect: 'either',
  },
  {
    name: 'a relationships part of a sheet that is no XML',
    make: () => hostile(withNote({ [SHEET_RELATIONS]: '<Relationships><Relationship Id="rId1"' })),
    expect: 'either',
  },
  {
    name: 'a relationships part without any relationship, closed at once',
    make: () =>
      hostile({
        [SHEET_RELATIONS]:
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
      }),
    expect: 'sound',
  },
  {
    name: 'relationships with odd ids: the highest, a double, one in another case',
    make: () =>
      hostile({
        [WORKBOOK_RELATIONS]: swap(
          '</Relationships>',
          ['rId2147483647', 'rId4', 'RID5', 'rId', '很']
            .map(
              (id) =>
                `<Relationship Id="${id}" Type="${RELATION_NAMESPACE}/unknown" Target="https://example.com" TargetMode="External"/>`,
            )
            .join('') + '</Relationships>',
        ),
      }),
    expect: 'sound',
  },
  {
    name: 'relationships of the workbook under a prefix',
    make: () =>
      hostile({
        [WORKBOOK_RELATIONS]: (xml) =>
          xml
            .replace(/<(\/?)Relationship/g, '<$1p:Relationship')
            .replace(
              'xmlns="http://schemas.openxmlformats.org/package',
              'xmlns:p="http://schemas.openxmlformats.org/package',
            ),
      }),
    expect: 'sound',
  },
];

const NOTES: readonly HostileWorkbook[] = [
  { name: 'notes without fault', make: () => hostile(withNote()), expect: 'sound' },
  {
    name: 'no drawing of notes where the relationship leads',
    make: () => hostile(withNote({ [VML]: null })),
    expect: 'either',
  },
  {
    name: 'a drawing of notes cut off in a shape',
    make: () => hostile(withNote({ [VML]: VML_WHOLE.slice(0, -120) })),
    expect: 'either',
  },
  {
    name: 'a drawing of notes without its last tag',
    make: () => hostile(withNote({ [VML]: VML_WHOLE.replace('</xml>', '') })),
    expect: 'either',
  },
  {
    name: 'a drawing of notes with its last tag twice, and in a comment behind it',
    make: () => hostile(withNote({ [VML]: `${VML_WHOLE}</xml>\n<!-- </xml> -->` })),
    expect: 'either',
  },
  {
    name: 'a drawing of notes in UTF-16',
    make: () =>
      hostile(
        withNote({
          [VML]: utf16(`<?xml version="1.0" encoding="UTF-16"?>${VML_WHOLE}`),
        }),
      ),
    expect: 'sound',
  },
  {
    name: 'a drawing of notes in Chinese bytes without a declaration',
    make: () =>
      hostile(
        withNote({
          // 备注 in GB 18030, as old versions of WPS wrote it.
          [VML]: Buffer.concat([
            Buffer.from(`${VML_START}<!-- `),
            Buffer.from([0xb1, 0xb8, 0xd7, 0xa2]),
            Buffer.from(` -->${VML_SHAPES}</xml>`),
          ]),
        }),
      ),
    expect: 'either',
  },
  { name: 'an empty drawing of notes', make: () => hostile(withNote({ [VML]: '' })), expect: 'either' },
  {
    name: 'a drawing of notes that is closed at once',
    make: () => hostile(withNote({ [VML]: '<xml xmlns:v="urn:schemas-microsoft-com:vml"/>' })),
    expect: 'either',
  },
  {
    name: 'a drawing of notes under other prefixes',
    make: () =>
      hostile(
        withNote({
          [VML]: VML_WHOLE.replace(/<(\/?)v:/g, '<$1w:')
            .replace('xmlns:v=', 'xmlns:w=')
            .replace(/ v:ext/g, ' w:ext'),
        }),
      ),
    expect: 'either',
  },
  {
    name: 'a block of shape ids used up',
    make: () =>
      hostile(
        withNote({
          [VML]: VML_WHOLE.replace(
            '</xml>',
            Array.from({ length: 1022 }, (_, i) => shape(1026 + i, 100 + i, 30)).join('') + '</xml>',
          ),
        }),
      ),
    expect: 'sound',
  },
  {
    name: 'a block of shape ids that lies: none, many, none of the shapes',
    make: () => hostile(withNote({ [VML]: VML_WHOLE.replace('data="1"', 'data="2147483647,,9,x"') })),
    expect: 'either',
  },
  {
    name: 'no block of shape ids',
    make: () => hostile(withNote({ [VML]: VML_WHOLE.replace(/<o:shapelayout.*<\/o:shapelayout>/, '') })),
    expect: 'sound',
  },
  {
    name: 'a drawing of notes, and no relationship for it',
    make: () => hostile(withNote({ [SHEET_RELATIONS]: relations(['rId1', 'comments', '../comments1.xml']) })),
    expect: 'either',
  },
  {
    name: 'notes without a drawing',
    make: () =>
      hostile(
        withNote({
          [SHEET]: ANNEX_PARTS[SHEET]!,
          [SHEET_RELATIONS]: relations(['rId1', 'comments', '../comments1.xml']),
          [VML]: null,
        }),
      ),
    expect: 'either',
  },
  {
    name: 'a list of notes and of authors that are closed at once',
    make: () => hostile(withNote({ [COMMENTS]: comments('<authors/><commentList/>') })),
    expect: 'sound',
  },
  {
    name: 'notes without authors, by an author who is not there, on cells that are none',
    make: () =>
      hostile(
        withNote({
          [COMMENTS]: comments(
            '<commentList><comment ref="B5" authorId="99"><text/></comment><comment ref="ZZZZ99999999" authorId="-1"/><comment/></commentList>',
          ),
        }),
      ),
    expect: 'either',
  },
  {
    name: 'a comments part that is missing',
    make: () => hostile(withNote({ [COMMENTS]: null })),
    expect: 'either',
  },
  {
    name: 'notes on every cell of the annex, one of them twice',
    make: () => {
      const cells = [5, 6].flatMap((row) => [...'ABCDEFGHIJ'].map((column) => `${column}${row}`));
      const list = [...cells, 'B5'].map(
        (ref) => `<comment ref="${ref}" authorId="0"><text><t>有了</t></text></comment>`,
      );
      return hostile(
        withNote({
          [COMMENTS]: comments(
            `<authors><author>某人</author></authors><commentList>${list.join('')}</commentList>`,
          ),
        }),
      );
    },
    expect: 'sound',
  },
  {
    name: 'the word for the drawing in an extension and in a comment, not in its place',
    make: () =>
      hostile({
        [SHEET]: atSheetEnd(
          '<!-- <legacyDrawing r:id="rId7"/> --><extLst><ext uri="{X}"><legacyDrawing xmlns="urn:other" r:id="rId8"/></ext></extLst>',
        ),
      }),
    expect: 'sound',
  },
  {
    name: 'the drawing of notes in a choice of two',
    make: () =>
      hostile(
        withNote({
          [SHEET]: swap(
            '<legacyDrawing r:id="rId2"/>',
            '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="v"><legacyDrawing r:id="rId2"/></mc:Choice></mc:AlternateContent>',
          ),
        }),
      ),
    expect: 'either',
  },
];

const CONTENT_TYPES: readonly HostileWorkbook[] = [
  {
    name: 'content types with doubles, some of another type',
    make: () =>
      hostile({
        [TYPES]: addTypes(
          override(STYLES, `${TYPE}.styles+xml`),
          override(SHEET, `${TYPE}.worksheet+xml`),
          '<Default Extension="xml" ContentType="text/xml"/>',
        ),
      }),
    expect: 'either',
  },
  {
    name: 'content types that name parts in another case',
    make: () =>
      hostile({
        [TYPES]: (xml) =>
          xml.replace(/PartName="[^"]*"/g, (name) => name.toUpperCase().replace('PARTNAME', 'PartName')),
      }),
    expect: 'sound',
  },
  {
    name: 'content types that give drawings of notes another type',
    make: () =>
      hostile({ [TYPES]: addTypes('<Default Extension="VML" ContentType="application/octet-stream"/>') }),
    expect: 'sound',
  },
  {
    name: 'content types under a prefix, overrides first',
    make: () =>
      hostile({
        [TYPES]: (xml) =>
          `<t:Types xmlns:t="http://schemas.openxmlformats.org/package/2006/content-types">${(
            xml.match(/<(Override|Default)[^>]*>/g) ?? []
          )
            .reverse()
            .join('')
            .replace(/</g, '<t:')}</t:Types>`,
      }),
    expect: 'sound',
  },
  { name: 'no content types', make: () => hostile({ [TYPES]: null }), expect: 'either' },
  {
    name: 'content types that are cut off',
    make: () => hostile({ [TYPES]: (xml) => xml.slice(0, -30) }),
    expect: 'either',
  },
];

const dxfs = (xml: string) => swap('</styleSheet>', `${xml}</styleSheet>`);
const ONE_DXF = '<dxf><font><b/></font></dxf>';
const STYLED: readonly HostileWorkbook[] = [
  {
    name: 'no styles at all',
    make: () =>
      hostile({
        [STYLES]: null,
        [WORKBOOK_RELATIONS]: swap(/<Relationship [^>]*styles\.xml"\/>/, ''),
        [TYPES]: swap(/<Override PartName="\/xl\/styles\.xml"[^>]*>/, ''),
        [SHEET]: (xml) => xml.replace(/ s="\d+"/g, ''),
      }),
    expect: 'sound',
  },
  {
    name: 'a relationship to styles that are not there',
    make: () => hostile({ [STYLES]: null }),
    expect: 'either',
  },
  {
    name: 'styles without formats of cells',
    make: () =>
      hostile({
        [STYLES]: swap(/<cellXfs.*<\/cellXfs>/, ''),
        [SHEET]: (xml) => xml.replace(/ s="\d+"/g, ''),
      }),
    expect: 'either',
  },
  {
    name: 'styles of nothing, closed at once',
    make: () =>
      hostile({
        [STYLES]: `<styleSheet xmlns="${MAIN_NAMESPACE}"/>`,
        [SHEET]: (xml) => xml.replace(/ s="\d+"/g, ''),
      }),
    expect: 'either',
  },
  {
    name: 'a list of differential formats closed at once',
    make: () => hostile({ [STYLES]: dxfs('<dxfs/>') }),
    expect: 'sound',
  },
  {
    name: 'a list of differential formats that is empty, with a count of 7',
    make: () => hostile({ [STYLES]: dxfs('<dxfs count="7"></dxfs>') }),
    expect: 'sound',
  },
  {
    name: 'differential formats without a count',
    make: () => hostile({ [STYLES]: dxfs(`<dxfs>${ONE_DXF}<!-- ${ONE_DXF} --></dxfs>`) }),
    expect: 'sound',
  },
  {
    name: 'counts that lie, all of them the highest number',
    make: () =>
      hostile({
        [STYLES]: (xml) =>
          dxfs(`<dxfs>${ONE_DXF}</dxfs>`)(xml).replace(/ count="\d+"/g, ' count="4294967295"'),
      }),
    expect: 'sound',
  },
  {
    name: 'two lists of differential formats',
    make: () =>
      hostile({ [STYLES]: dxfs(`<dxfs count="1">${ONE_DXF}</dxfs><dxfs count="1">${ONE_DXF}</dxfs>`) }),
    expect: 'either',
  },
  {
    name: 'a list of differential formats in an extension only',
    make: () =>
      hostile({
        [STYLES]: dxfs(`<extLst><ext uri="{X}"><dxfs xmlns="urn:other" count="1"/></ext></extLst>`),
      }),
    expect: 'sound',
  },
  {
    name: 'a rule whose differential format is not there',
    make: () =>
      hostile({
        [SHEET]: formats('<cfRule type="expression" dxfId="999" priority="1"><formula>1</formula></cfRule>'),
      }),
    expect: 'sound',
  },
  {
    name: 'styles in UTF-16',
    make: () => hostile({ [STYLES]: (xml) => utf16(xml.replace('UTF-8', 'UTF-16')) }),
    expect: 'sound',
  },
  {
    name: 'styles that are something else',
    make: () => hostile({ [STYLES]: '<html><body>404</body></html>' }),
    expect: 'either',
  },
  {
    name: 'cells whose style is not there',
    make: () => hostile({ [SHEET]: (xml) => xml.replace(/ s="\d+"/g, ' s="65000"') }),
    expect: 'either',
  },
];

const SHEETS: readonly HostileWorkbook[] = [
  {
    name: 'no rows: a sheet of nothing beside the annex, its cells closed at once',
    make: () => hostile({ [OTHER_SHEET]: swap(/<sheetData>.*<\/sheetData>/, '<sheetData/>') }),
    expect: 'sound',
  },
  {
    name: 'a sheet without cells beside the annex',
    make: () => hostile({ [OTHER_SHEET]: swap(/<sheetData>.*<\/sheetData>/, '') }),
    expect: 'either',
  },
  {
    name: 'cells in comments and in instructions, before and after the real ones',
    make: () =>
      hostile({
        [SHEET]: (xml) =>
          xml
            .replace(
              '<sheetData>',
              '<!-- <sheetData><row r="1"/></sheetData> --><?mso <sheetData/> ?><sheetData>',
            )
            .replace('</worksheet>', '<!-- <sheetData/></worksheet> --></worksheet>\n<!-- </worksheet> -->'),
      }),
    expect: 'sound',
  },
  {
    name: 'cells in a list twice',
    make: () =>
      hostile({ [SHEET]: atSheetEnd('<sheetData><row r="1"><c r="A1"><v>9</v></c></row></sheetData>') }),
    expect: 'either',
  },
  {
    name: 'a text that says that the cells end',
    make: () =>
      hostile({
        [SHEET]: swap(
          '</sheetData>',
          '<row r="9"><c r="A9" t="inlineStr"><is><t><![CDATA[</t></is></c></row></sheetData></worksheet>]]></t></is></c></row></sheetData>',
        ),
      }),
    expect: 'sound',
  },
  {
    name: 'names of cells in an extension, and cells of another namespace',
    make: () =>
      hostile({
        [SHEET]: atSheetEnd(
          '<extLst><ext uri="{X}" xmlns:o="urn:other"><o:sheetData><o:row/></o:sheetData><o:conditionalFormatting sqref="A1"><o:cfRule priority="1"/></o:conditionalFormatting></ext></extLst>',
        ),
      }),
    expect: 'sound',
  },
  {
    name: 'elements of another namespace that look like those of the worksheet, in their places',
    make: () =>
      hostile({
        [SHEET]: swap(
          '</sheetData>',
          '</sheetData><o:conditionalFormatting xmlns:o="urn:other" sqref="A1"><o:cfRule priority="1"/></o:conditionalFormatting><o:legacyDrawing xmlns:o="urn:other" id="rId1"/>',
        ),
      }),
    expect: 'either',
  },
  {
    name: 'signs that end tags, within attributes; quotes of either kind',
    make: () =>
      hostile({
        [SHEET]: swap(
          '<sheetData>',
          `<sheetPr codeName='a/>"b>'><tabColor rgb='FF00FF00'/></sheetPr ><sheetData\n>`,
        ),
      }),
    expect: 'sound',
  },
  {
    name: 'a sheet with a byte order mark and lines that end the old way',
    make: () => hostile({ [SHEET]: (xml) => `\ufeff${xml.replace(/></g, '>\r<')}` }),
    expect: 'sound',
  },
  {
    name: 'a sheet that says it is in an encoding of China',
    make: () =>
      hostile({
        [SHEET]: (xml) =>
          Buffer.concat([
            Buffer.from(
              xml
                .replace('encoding="UTF-8"', 'encoding="GBK"')
                .replace('</sheetData>', '<row r="9"><c r="A9" t="str"><v>'),
              'latin1',
            ).subarray(0, -'</worksheet>'.length),
            Buffer.from([0xb1, 0xb8, 0xd7, 0xa2]),
            Buffer.from('</v></c></row></sheetData></worksheet>'),
          ]),
      }),
    expect: 'either',
  },
  {
    name: 'elements in the wrong order',
    make: () =>
      hostile({
        [SHEET]: swap(
          '<sheetData>',
          '<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><mergeCells count="1"><mergeCell ref="A1:J1"/></mergeCells><sheetData>',
        ),
      }),
    expect: 'either',
  },
  {
    name: 'rows and cells without addresses',
    make: () => hostile({ [SHEET]: (xml) => xml.replace(/ r="[A-Z]*\d+"/g, '') }),
    expect: 'either',
  },
  {
    name: 'rows out of order, a row twice, a cell twice',
    make: () =>
      hostile({
        [SHEET]: swap(
          '</sheetData>',
          '<row r="2"><c r="K2"><v>1</v></c></row><row r="5"><c r="F5"><v>0.5</v></c><c r="F5"><v>0.6</v></c></row></sheetData>',
        ),
      }),
    expect: 'either',
  },
  {
    name: 'a cell beyond the last row, and one beyond the last column',
    make: () =>
      hostile({
        [SHEET]: swap(
          '</sheetData>',
          '<row r="2000000"><c r="A2000000"><v>1</v></c></row><row r="7"><c r="ZZZ7"><v>1</v></c></row></sheetData>',
        ),
      }),
    expect: 'either',
  },
  {
    name: 'a chain of calculation that lies: cells without formulas, sheets that are not there',
    make: () =>
      hostile({
        'xl/calcChain.xml': `<calcChain xmlns="${MAIN_NAMESPACE}"><c r="A1" i="1"/><c r="B1"/><c r="C1" i="77"/></calcChain>`,
        [WORKBOOK_RELATIONS]: swap(
          '</Relationships>',
          `<Relationship Id="rId9" Type="${RELATION_NAMESPACE}/calcChain" Target="calcChain.xml"/></Relationships>`,
        ),
        [TYPES]: addTypes(override('xl/calcChain.xml', `${TYPE}.calcChain+xml`)),
      }),
    expect: 'sound',
  },
  {
    name: 'a row for every line a sheet may have',
    make: () =>
      hostile({
        [SHEET]: swap(
          '</sheetData>',
          `${Array.from({ length: 1_048_570 }, (_, i) => `<row r="${i + 7}"><c r="A${i + 7}"/></row>`).join('')}</sheetData>`,
        ),
      }),
    expect: 'either',
    slow: true,
  },
  { name: 'a sheet of 300 MB', make: () => largeSheet(300), expect: 'either', slow: true },
];

const FORMATS: readonly HostileWorkbook[] = [
  ['0', 'either'],
  ['-1', 'either'],
  ['2147483647', 'either'],
  ['2147483648', 'either'],
  ['9007199254740993', 'either'],
  ['', 'either'],
  ['x', 'either'],
  ['1.5', 'either'],
].map(([priority, expect]): HostileWorkbook => ({
  name: `conditional formats of priority "${priority}"`,
  make: () => hostile({ [SHEET]: formats(rule(` priority="${priority}"`), rule(' priority="1"')) }),
  expect: expect as 'either',
}));

const MORE_FORMATS: readonly HostileWorkbook[] = [
  {
    name: 'conditional formats without a priority',
    make: () => hostile({ [SHEET]: formats(rule(''), rule('')) }),
    expect: 'either',
  },
  {
    name: 'conditional formats of one and the same priority',
    make: () => hostile({ [SHEET]: formats(rule(' priority="1"'), rule(' priority="1"')) }),
    expect: 'sound',
  },
  {
    name: 'conditional formats without a range, or with one that is none',
    make: () =>
      hostile({
        [SHEET]: atSheetEnd(
          `<conditionalFormatting>${rule(' priority="1"')}</conditionalFormatting><conditionalFormatting sqref="这里">${rule(' priority="2"')}</conditionalFormatting><conditionalFormatting sqref=""/>`,
        ),
      }),
    expect: 'either',
  },
  {
    name: 'a conditional format in a choice of two, and one in an extension of the highest priority',
    make: () =>
      hostile({
        [SHEET]: atSheetEnd(
          `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="v"><conditionalFormatting sqref="A5">${rule(' priority="3"')}</conditionalFormatting></mc:Choice></mc:AlternateContent>` +
            '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" priority="2147483647" id="{00000000-0000-0000-0000-000000000001}"><xm:f>1</xm:f></x14:cfRule><xm:sqref>A5</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>',
        ),
      }),
    expect: 'either',
  },
  {
    name: 'a conditional format over eight thousand ranges',
    make: () => {
      const ranges = Array.from({ length: 8192 }, (_, i) => `A${i * 2 + 1}`).join(' ');
      return hostile({
        [SHEET]: atSheetEnd(
          `<conditionalFormatting sqref="${ranges}">${rule(' priority="1"')}</conditionalFormatting>`,
        ),
      });
    },
    expect: 'sound',
  },
  {
    name: 'sixty thousand conditional formats',
    make: () =>
      hostile({
        [SHEET]: formats(...Array.from({ length: 60_000 }, (_, i) => rule(` priority="${i + 1}"`))),
      }),
    expect: 'sound',
    slow: true,
  },
];

const inWorkbook = (xml: string) => swap('</workbook>', `${xml}</workbook>`);
const sheetEntry = (name: string, id: string) => `<sheet name="${name}" sheetId="${id}" r:id="rId2"/>`;
const SECOND_SHEET = /<sheet name="其他"[^>]*\/>/;

const WORKBOOKS: readonly HostileWorkbook[] = [
  {
    name: 'a list of names closed at once',
    make: () => hostile({ [WORKBOOK]: inWorkbook('<definedNames/>') }),
    expect: 'sound',
  },
  {
    name: 'lists of names in a comment and in an extension',
    make: () =>
      hostile({
        [WORKBOOK]: inWorkbook(
          '<!-- <definedNames></definedNames> --><extLst><ext uri="{X}" xmlns:o="urn:other"><o:definedNames/></ext></extLst>',
        ),
      }),
    expect: 'sound',
  },
  {
    name: 'names of sheets that are not there, and names that are none',
    make: () =>
      hostile({
        [WORKBOOK]: inWorkbook(
          '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="99">#REF!</definedName><definedName localSheetId="-1"/><definedName name="A1">1</definedName><definedName name="A1">2</definedName></definedNames>',
        ),
      }),
    expect: 'either',
  },
  {
    name: 'an active sheet that is not there',
    make: () =>
      hostile({
        [WORKBOOK]: swap(
          '<sheets>',
          '<bookViews><workbookView activeTab="41" firstSheet="9"/></bookViews><sheets>',
        ),
      }),
    expect: 'sound',
  },
  {
    name: 'settings of calculation closed at once, and again at the end',
    make: () => hostile({ [WORKBOOK]: inWorkbook('<calcPr/><calcPr calcId="1" fullCalcOnLoad="0"/>') }),
    expect: 'either',
  },
  {
    name: 'a list of sheets that does not end',
    make: () => hostile({ [WORKBOOK]: swap('</sheets></workbook>', '') }),
    expect: 'error',
  },
  {
    name: 'a list of sheets closed at once',
    make: () => hostile({ [WORKBOOK]: swap(/<sheets>.*<\/sheets>/, '<sheets/>') }),
    expect: 'error',
  },
  {
    name: 'two sheets of one sheetId',
    make: () => hostile({ [WORKBOOK]: swap(SECOND_SHEET, sheetEntry('其他', '1')) }),
    expect: 'either',
  },
  ...['4294967295', '65534', '99999999999999999999', '0', '-5', 'abc', ''].map((id): HostileWorkbook => ({
    name: `a sheetId of "${id}"`,
    make: () => hostile({ [WORKBOOK]: swap(SECOND_SHEET, sheetEntry('其他', id)) }),
    expect: 'either',
  })),
  {
    name: 'a sheet without a name, without an id, without a relationship',
    make: () =>
      hostile({
        [WORKBOOK]: swap('</sheets>', '<sheet/><sheet name="空" sheetId="8" r:id="rId88"/></sheets>'),
      }),
    expect: 'either',
  },
  {
    name: 'sheets that bear the names of the rollups, and the next names too',
    make: () =>
      hostile(namedSheets(['单位汇总', '问题清单', '问题清单 (2)', '问题清单 (3)', 'UNITS', 'findings'])),
    expect: 'sound',
  },
  {
    name: 'sheets whose names of 31 characters begin with those of the rollups',
    make: () => hostile(namedSheets([`问题清单${'　'.repeat(27)}`, `单位汇总 (2)${'长'.repeat(23)}`])),
    expect: 'sound',
  },
  {
    name: 'sheets of one name but for its case, and a name too long with signs that are forbidden',
    make: () => hostile(namedSheets(['ABC', 'abc', `[*?:/\\]${'x'.repeat(60)}`])),
    expect: 'either',
  },
  {
    name: 'the annex bears the hidden names by which our own sheets are known',
    make: () =>
      hostile({
        [WORKBOOK]: inWorkbook(
          `<definedNames>${OWN_SHEET_KEYS.map((key) => `<definedName name="${ownSheetName(key)}" localSheetId="0" hidden="1">1</definedName>`).join('')}</definedNames>`,
        ),
      }),
    expect: 'either',
  },
  {
    name: 'application properties that count other sheets, and are no XML',
    make: () =>
      hostile({
        'docProps/app.xml': '<Properties><TitlesOfParts><vt:vector size="99">',
        '_rels/.rels': swap(
          '</Relationships>',
          `<Relationship Id="rId9" Type="${RELATION_NAMESPACE}/extended-properties" Target="docProps/app.xml"/></Relationships>`,
        ),
      }),
    expect: 'either',
  },
];

/** Parts that a writer might choose the names of; here they are somebody else's, and nobody is related to them. */
const UNRELATED = 'somebody else’s';
const CLASHES: readonly HostileWorkbook[] = [
  {
    name: 'parts under the names that a writer would choose',
    make: () =>
      hostile(
        Object.fromEntries(
          [
            'xl/worksheets/sheet3.xml',
            'xl/worksheets/sheet4.xml',
            'xl/worksheets/_rels/sheet3.xml.rels',
            'xl/worksheets/_rels/sheet1.xml.RELS',
            'xl/comments1.xml',
            'xl/comments/comment1.xml',
            'xl/drawings/vmlDrawing1.vml',
            'xl/drawings/drawing1.xml',
            'xl/drawings/_rels/drawing1.xml.rels',
            'xl/charts/chart1.xml',
            'customXml/item1.xml',
            'customXml/item2.xml',
            'customXml/_rels/item1.xml.rels',
            'customXml/itemProps1.xml',
          ].map((name) => [name, `<unrelated>${UNRELATED}</unrelated>`]),
        ),
      ),
    expect: 'either',
  },
  {
    name: 'a part under the name of a further sheet, not related',
    make: () =>
      hostile({ 'xl/worksheets/sheet9.xml': '<worksheet/>', 'xl/worksheets/sheet3.xml': '<worksheet/>' }),
    expect: 'sound',
  },
  {
    name: 'such parts in other case',
    make: () =>
      hostile({
        'XL/Worksheets/SHEET3.XML': '<worksheet/>',
        'xl/Comments1.XML': '<comments/>',
        'CUSTOMXML/ITEM1.XML': '<item/>',
        'xl/drawings/VMLDRAWING1.VML': '<xml/>',
      }),
    expect: 'sound',
  },
  {
    name: 'such parts under names in percent signs, and folders of such names',
    make: () =>
      hostile({
        'xl/worksheets/sheet%33.xml': '<worksheet/>',
        'xl/worksheets/sheet4.xml/': '',
        'customXml/item%31.xml': '<item/>',
      }),
    expect: 'sound',
  },
  {
    name: 'a sheet under a name of Chinese characters, once plain and once in percent signs',
    make: () =>
      hostile({
        [OTHER_SHEET]: null,
        'xl/worksheets/表 2.xml': ANNEX_PARTS[OTHER_SHEET]!,
        [WORKBOOK_RELATIONS]: swap('worksheets/sheet2.xml', 'worksheets/%E8%A1%A8%202.xml'),
        [TYPES]: swap('/xl/worksheets/sheet2.xml', '/xl/worksheets/%E8%A1%A8%202.xml'),
      }),
    expect: 'sound',
  },
  {
    name: 'the annex at the root of the package, the workbook in a folder of another name',
    make: () => {
      const moved: Record<string, Content | null> = {
        [SHEET]: null,
        'annex.xml': ANNEX_PARTS[SHEET]!,
        [WORKBOOK]: null,
        'Book/main.xml': ANNEX_PARTS[WORKBOOK]!,
        [WORKBOOK_RELATIONS]: null,
        'Book/_rels/main.xml.rels': ANNEX_PARTS[WORKBOOK_RELATIONS]!.replace(
          'worksheets/sheet1.xml',
          '/annex.xml',
        ).replace(/Target="(?!\/)/g, 'Target="../xl/'),
      };
      return hostile({
        ...moved,
        '_rels/.rels': swap('xl/workbook.xml', '/Book/main.xml'),
        [TYPES]: (xml) =>
          xml
            .replace('/xl/worksheets/sheet1.xml', '/annex.xml')
            .replace('/xl/workbook.xml', '/Book/main.xml'),
      });
    },
    expect: 'sound',
  },
  {
    name: 'a thousand custom parts of others',
    make: () =>
      hostile({
        ...Object.fromEntries(
          Array.from({ length: 1000 }, (_, i) => [
            `customXml/item${i + 1}.xml`,
            `<item xmlns="urn:other:${i}"/>`,
          ]),
        ),
        [WORKBOOK_RELATIONS]: swap(
          '</Relationships>',
          Array.from(
            { length: 1000 },
            (_, i) =>
              `<Relationship Id="c${i}" Type="${RELATION_NAMESPACE}/customXml" Target="../customXml/item${i + 1}.xml"/>`,
          ).join('') + '</Relationships>',
        ),
      }),
    expect: 'sound',
  },
  {
    name: 'a custom part that is no XML, one that is not there, one with properties that lead back',
    make: () =>
      hostile({
        'customXml/item1.xml': 'plain words',
        'customXml/item3.xml': '<item/>',
        'customXml/_rels/item3.xml.rels': relations(['rId1', 'customXmlProps', 'item3.xml']),
        [WORKBOOK_RELATIONS]: swap(
          '</Relationships>',
          [1, 2, 3]
            .map(
              (i) =>
                `<Relationship Id="c${i}" Type="${RELATION_NAMESPACE}/customXml" Target="../customXml/item${i}.xml"/>`,
            )
            .join('') + '</Relationships>',
        ),
      }),
    expect: 'either',
  },
];

const PICTURE = Buffer.from('not really a picture, but nobody looks');
const ZIPS: readonly HostileWorkbook[] = [
  {
    name: 'two equal entries',
    make: () => hostile({}, [{ name: SHEET, content: ANNEX_PARTS[SHEET]! }]),
    expect: 'either',
  },
  {
    name: 'two entries of one name in other case, of other content',
    make: () => hostile({}, [{ name: SHEET.toUpperCase(), content: ANNEX_PARTS[OTHER_SHEET]! }]),
    expect: 'either',
  },
  {
    name: 'two content types',
    make: () => hostile({}, [{ name: '[content_types].XML', content: '<Types/>' }]),
    expect: 'either',
  },
  {
    name: 'sizes behind the data, and local headers that lie',
    make: () => wrongLocalHeaders(buildZip(entriesOf({}).map((entry) => ({ ...entry, descriptor: true })))),
    expect: 'either',
  },
  {
    name: 'local headers that lie, sizes in them',
    make: () => wrongLocalHeaders(hostile({})),
    expect: 'either',
  },
  {
    name: 'a part nobody touches with a wrong checksum',
    make: () => hostile({}, [{ name: 'xl/media/image1.png', content: PICTURE, declaredCrc: 1 }]),
    expect: 'either',
  },
  {
    name: 'a part nobody touches in an unknown compression',
    make: () => hostile({}, [{ name: 'xl/media/image1.png', content: PICTURE, stored: true, method: 12 }]),
    expect: 'either',
  },
  {
    name: 'a part nobody touches behind a password',
    make: () => hostile({}, [{ name: 'xl/media/image1.png', content: PICTURE, flags: 1 }]),
    expect: 'either',
  },
  {
    name: 'entries that would lead out of the folder, an absolute one, one with the other slash',
    make: () =>
      hostile(
        {},
        ['../../outside.xml', '/absolute.xml', 'xl\\worksheets\\sheet3.xml', 'C:\\x.xml', ''].map((name) => ({
          name,
          content: '<x/>',
        })),
      ),
    expect: 'either',
  },
  {
    name: 'folders as entries of their own, stored',
    make: () =>
      hostile(
        {},
        ['xl/', 'xl/worksheets/', '_rels/'].map((name) => ({ name, content: '', stored: true })),
      ),
    expect: 'sound',
  },
  {
    name: 'a remark behind the zip that looks like its end',
    make: () => buildZip(entriesOf({}), { comment: `备注 PK\u0005\u0006${'\0'.repeat(12)}` }),
    expect: 'either',
  },
  {
    name: 'almost as many entries as are allowed',
    make: () =>
      hostile(
        {},
        Array.from({ length: 19_990 }, (_, i) => ({ name: `xl/media/${i}.bin`, content: '', stored: true })),
      ),
    expect: 'either',
    slow: true,
  },
];

/** All of them. Names are unlike each other. */
export const HOSTILE_WORKBOOKS: readonly HostileWorkbook[] = [
  ...RELATED,
  ...NOTES,
  ...CONTENT_TYPES,
  ...STYLED,
  ...SHEETS,
  ...FORMATS,
  ...MORE_FORMATS,
  ...WORKBOOKS,
  ...CLASHES,
  ...ZIPS,
];

/**
 * A workbook that carries a custom XML part of this text, related as ours would be: for parts that pretend to be the
 * product's state or its way back, and lie.
 */
export function workbookWithCustomPart(xml: string | Uint8Array): Uint8Array {
  return hostile({
    'customXml/item1.xml': xml,
    [WORKBOOK_RELATIONS]: swap(
      '</Relationships>',
      `<Relationship Id="rId9" Type="${RELATION_NAMESPACE}/customXml" Target="../customXml/item1.xml"/></Relationships>`,
    ),
  });
}

/** A record of the way back as the product writes it, with what it says in the caller's hands. */
export function restorePart(namespace: string, record: unknown): string {
  const text = typeof record === 'string' ? record : JSON.stringify(record);
  return `<restore xmlns="${namespace}">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</restore>`;
}

/**
 * Records of the way back that lie about `workbookWithCustomPart`'s workbook. Whatever they say, taking off what is
 * ours must leave the workbook's own parts alone, and the file must open.
 */
export const LYING_RECORDS: readonly { readonly name: string; readonly record: unknown }[] = [
  { name: 'no record', record: 'null' },
  { name: 'no JSON', record: '{"version":1,' },
  { name: 'a version of the future', record: { version: 2, changed: [], added: [] } },
  ...[WORKBOOK, TYPES, '_rels/.rels', WORKBOOK_RELATIONS, SHEET, STYLES, 'xl/sharedStrings.xml'].map(
    (part) => ({
      name: `${part} was added by us`,
      record: { version: 1, changed: [], added: [part] },
    }),
  ),
  ...[
    ['a place before the start', { at: -1, length: 5 }],
    ['a place behind the end', { at: 2 ** 40, length: 5 }],
    ['a length beyond the end', { at: 0, length: 2 ** 40 }],
    ['a length below nothing', { at: 10, length: -10 }],
  ].map(([name, where]) => ({
    name: name as string,
    record: { version: 1, changed: [{ ...changed(SHEET), ...(where as object) }], added: [] },
  })),
  {
    name: 'bytes that are no base64',
    record: { version: 1, changed: [{ ...changed(SHEET), old: '*' }], added: [] },
  },
  {
    name: 'a part that is not there',
    record: { version: 1, changed: [changed('xl/nowhere.xml')], added: [] },
  },
  {
    name: 'another annex, in figures that were never there, with checksums that fit',
    record: { version: 1, changed: [rewritten(SHEET, '<v>100</v>', '<v>999</v>')], added: [] },
  },
  {
    name: 'one part twice',
    record: { version: 1, changed: [changed(SHEET), changed(SHEET)], added: [SHEET, SHEET] },
  },
];

/** An entry of a record that changes nothing and is right in all it says. */
function changed(part: string) {
  const checksum = crc32(Buffer.from(ANNEX_PARTS[part] ?? ''));
  return { part, checksum, before: checksum, at: 0, length: 0, old: '' };
}

/** An entry of a record that fits the part and leads to another text. */
function rewritten(part: string, from: string, to: string) {
  const now = ANNEX_PARTS[part]!;
  const at = Buffer.byteLength(now.slice(0, now.indexOf(from)));
  return {
    part,
    checksum: crc32(Buffer.from(now)),
    before: crc32(Buffer.from(now.replace(from, to))),
    at,
    length: Buffer.byteLength(from),
    old: Buffer.from(to).toString('base64'),
  };
}

function namedSheets(names: readonly string[]): Changes {
  const parts: Record<string, Changes[string]> = {};
  const entries = names.map((name, i) => {
    parts[`xl/worksheets/named${i}.xml`] =
      `<worksheet xmlns="${MAIN_NAMESPACE}"><sheetData><row r="1"><c r="A1"><v>${i}</v></c></row></sheetData></worksheet>`;
    return `<sheet name="${name}" sheetId="${i + 20}" r:id="named${i}"/>`;
  });
  const related = names.map(
    (_, i) =>
      `<Relationship Id="named${i}" Type="${RELATION_NAMESPACE}/worksheet" Target="worksheets/named${i}.xml"/>`,
  );
  return {
    ...parts,
    [WORKBOOK]: swap('</sheets>', `${entries.join('')}</sheets>`),
    [WORKBOOK_RELATIONS]: swap('</Relationships>', `${related.join('')}</Relationships>`),
    [TYPES]: addTypes(...Object.keys(parts).map((part) => override(part, `${TYPE}.worksheet+xml`))),
  };
}

function utf16(xml: string): Uint8Array {
  return Buffer.from(`\ufeff${xml}`, 'utf16le');
}

/** A workbook whose annex goes on for so many megabytes of rows; its XML never is one string here. */
function largeSheet(megabytes: number): Uint8Array {
  const [head, tail] = ANNEX_PARTS[SHEET]!.split('</sheetData>') as [string, string];
  const row = Buffer.from(
    `<row>${'<c t="inlineStr"><is><t>河道巡查项目绩效目标完成情况说明</t></is></c>'.repeat(10)}</row>`,
  );
  const rows = Buffer.alloc(Math.ceil((megabytes * 1024 * 1024) / row.length) * row.length, row);
  const content = Buffer.concat([Buffer.from(head), rows, Buffer.from(`</sheetData>${tail}`)]);
  const deflated = deflateRawSync(content, { level: 1 });
  return buildZip(
    entriesOf({}).map((entry) => (entry.name === SHEET ? { name: SHEET, content, deflated } : entry)),
  );
}

/** The same zip, its local headers giving other sizes and checksums than the directory, which alone is to be believed. */
function wrongLocalHeaders(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  let at = bytes.readUInt32LE(bytes.length - 22 + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const local = bytes.readUInt32LE(at + 42);
    bytes.writeUInt32LE(0x12345678, local + 14);
    bytes.writeUInt32LE(7, local + 18);
    bytes.writeUInt32LE(7, local + 22);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return new Uint8Array(bytes);
}
