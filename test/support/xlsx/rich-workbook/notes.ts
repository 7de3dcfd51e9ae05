import { DECLARATION, NS, officeRelation, RELATION, spreadsheetType } from './namespaces';
import type { RichDraft } from './rich-draft';

const THREAD = '{5B6F7D11-0001-4C3A-8E21-000000000001}';
const REPLY = '{5B6F7D11-0001-4C3A-8E21-000000000002}';
const PERSON = '{5B6F7D11-0002-4C3A-8E21-000000000001}';
export const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
export const ANNEX_VML_PART = 'xl/drawings/vmlDrawing1.vml';
export const VML_ROOT =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml"\r\n xmlns:o="urn:schemas-microsoft-com:office:office"\r\n xmlns:x="urn:schemas-microsoft-com:office:excel">\r\n';
const NOTE_SHAPE_TYPE =
  ' <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"\r\n  path="m,l,21600r21600,l21600,xe">\r\n  <v:stroke joinstyle="miter"/>\r\n  <v:path gradientshapeok="t" o:connecttype="rect"/>\r\n </v:shapetype>';

/** The shape of a note over the cell at the 0-based place. */
export function noteShape(id: number, row: number, column: number, textbox: string): string {
  return (
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style='position:absolute;\r\n  margin-left:200pt;margin-top:20pt;width:108pt;height:60pt;z-index:${(id % 1024) + 0};\r\n  visibility:hidden' fillcolor="#ffffe1" o:insetmode="auto">\r\n` +
    '  <v:fill color2="#ffffe1"/>\r\n  <v:shadow on="t" color="black" obscured="t"/>\r\n  <v:path o:connecttype="none"/>\r\n' +
    `  ${textbox}\r\n  <x:ClientData ObjectType="Note">\r\n   <x:MoveWithCells/>\r\n   <x:SizeWithCells/>\r\n   <x:Anchor>\r\n    ${column + 1}, 15, ${row}, 2, ${column + 3}, 15, ${row + 4}, 4</x:Anchor>\r\n   <x:AutoFill>False</x:AutoFill>\r\n   <x:Row>${row}</x:Row>\r\n   <x:Column>${column}</x:Column>\r\n  </x:ClientData>\r\n </v:shape>`
  );
}

/** A drawing of notes around the given shapes; `block` is the shapes' block of ids. */
export function notesVml(block: number, shapes: string): string {
  return `${VML_ROOT} <o:shapelayout v:ext="edit">\r\n  <o:idmap v:ext="edit" data="${block}"/>\r\n </o:shapelayout>${NOTE_SHAPE_TYPE}${shapes}</xml>`;
}

/**
 * Notes of several authors on the annex, one of them the stand-in of a threaded comment, in a VML drawing that is no
 * XML (Excel closes no `<br>`) and that holds a button too; and notes on the sheet of layouts, in a drawing that is.
 * @param otherShapes what else the annex's VML drawing holds
 */
export function addNotes(draft: RichDraft, otherShapes: string): void {
  addToAnnex(draft, otherShapes);
  addThread(draft);
  addToLayout(draft);
}

function addToAnnex({ pkg, sheets: { annex: sheet } }: RichDraft, otherShapes: string): void {
  const comments = 'xl/comments1.xml';
  pkg.part(
    comments,
    `${DECLARATION}<comments xmlns="${NS.main}" xmlns:mc="${NS.mc}" mc:Ignorable="xr" xmlns:xr="${NS.xr}"><authors><author>审核员甲</author><author>tc=${THREAD}</author><author></author></authors><commentList>` +
      '<comment ref="C5" authorId="0" shapeId="0"><text><r><rPr><b/><sz val="9"/><color indexed="81"/><rFont val="宋体"/><charset val="134"/></rPr><t>审核员甲:</t></r><r><rPr><sz val="9"/><color indexed="81"/><rFont val="宋体"/><charset val="134"/></rPr><t xml:space="preserve">\n请核对项目名称 &lt;一&gt;</t></r></text></comment>' +
      `<comment ref="E6" authorId="1" shapeId="0" xr:uid="${THREAD}"><text><t>[线程批注]\n\n你的Excel版本可读取此线程批注; 但如果在更新版本的Excel中打开文件，则对批注所作的任何改动都将被删除。\n\n注释:\n    执行数是否含上年结转？\n答复:\n    不含。</t></text></comment>` +
      '<comment ref="P12" authorId="2" shapeId="0"><text><t>无作者</t></text></comment></commentList></comments>',
    spreadsheetType('comments'),
  );
  pkg.relate(sheet.part, officeRelation('comments'), comments);
  pkg.extension('vml', VML_TYPE);
  const textbox = (words: string) =>
    `<v:textbox style='mso-direction-alt:auto' o:singleclick="f">\r\n   <div style='text-align:left'>${words}</div>\r\n  </v:textbox>`;
  pkg.part(
    ANNEX_VML_PART,
    notesVml(
      1,
      noteShape(1025, 4, 2, textbox('审核员甲:<br>\r\n   请核对项目名称')) +
        noteShape(1026, 5, 4, textbox('')) +
        noteShape(1028, 11, 15, textbox('<font face="宋体" size=180>无作者</font>')) +
        otherShapes,
    ),
  );
  sheet.put(
    'legacyDrawing',
    `<legacyDrawing r:id="${pkg.relate(sheet.part, officeRelation('vmlDrawing'), ANNEX_VML_PART)}"/>`,
  );
  pkg.feature('notes', comments, '请核对项目名称 &lt;一&gt;');
  pkg.feature('note without an author', comments, '<author></author>');
  pkg.feature('note that stands in for a thread', comments, `xr:uid="${THREAD}"`);
  pkg.feature('drawing of notes that is no XML', ANNEX_VML_PART, '审核员甲:<br>');
}

function addThread({ pkg, sheets: { annex: sheet } }: RichDraft): void {
  const thread = 'xl/threadedComments/threadedComment1.xml';
  pkg.part(
    thread,
    `${DECLARATION}<ThreadedComments xmlns="${NS.threaded}" xmlns:x="${NS.main}"><threadedComment ref="E6" dT="2024-11-25T03:20:11.12" personId="${PERSON}" id="${THREAD}"><text>执行数是否含上年结转？</text></threadedComment><threadedComment ref="E6" dT="2024-11-25T03:25:40.90" personId="${PERSON}" id="${REPLY}" parentId="${THREAD}"><text>不含。</text></threadedComment></ThreadedComments>`,
    'application/vnd.ms-excel.threadedcomments+xml',
  );
  pkg.relate(sheet.part, RELATION.threadedComment, thread);
  const persons = 'xl/persons/person.xml';
  pkg.part(
    persons,
    `${DECLARATION}<personList xmlns="${NS.threaded}" xmlns:x="${NS.main}"><person displayName="沈若川" id="${PERSON}" userId="S::shen@example.com::1" providerId="AD"/></personList>`,
    'application/vnd.ms-excel.person+xml',
  );
  pkg.relate('xl/workbook.xml', RELATION.person, persons);
  pkg.feature('threaded comments', thread, `parentId="${THREAD}"`);
  pkg.feature('persons', persons, 'displayName="沈若川"');
}

function addToLayout({ pkg, sheets: { layout: sheet } }: RichDraft): void {
  const comments = 'xl/comments2.xml';
  pkg.part(
    comments,
    `${DECLARATION}<comments xmlns="${NS.main}"><authors><author>审核员甲</author></authors><commentList><comment ref="B2" authorId="0"><text><t>保护的工作表上的批注</t></text></comment></commentList></comments>`,
    spreadsheetType('comments'),
  );
  pkg.relate(sheet.part, officeRelation('comments'), comments);
  const vml = 'xl/drawings/vmlDrawing3.vml';
  pkg.part(
    vml,
    notesVml(
      7,
      noteShape(7169, 1, 1, `<v:textbox style='mso-direction-alt:auto'><div>保护</div></v:textbox>`),
    ),
  );
  sheet.put(
    'legacyDrawing',
    `<legacyDrawing r:id="${pkg.relate(sheet.part, officeRelation('vmlDrawing'), vml)}"/>`,
  );
  pkg.feature('notes of another sheet', comments, '保护的工作表上的批注');
  pkg.feature('drawing of notes of another sheet', vml, '_x0000_s7169');
}
