import { officeRelation } from './namespaces';
import { VML_ROOT } from './notes';
import { GREEN_PICTURE, RED_PICTURE } from './pictures';
import type { RichDraft } from './rich-draft';
import { DXF, STYLE } from './styles';

const VIEW_GUID = '{4B1D7C00-AAAA-4BBB-8CCC-0123456789AB}';
export const CUSTOM_VIEW_GUID = VIEW_GUID;
const PRINTER_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings';

/** Views, panes, print settings, headers and breaks of the annex; and a sheet of layout and protection. */
export function addPageLayout(draft: RichDraft): void {
  draft.pkg.extension('bin', PRINTER_TYPE);
  addToAnnex(draft);
  addLayoutSheet(draft);
  addSmallSheets(draft);
}

function addToAnnex(draft: RichDraft): void {
  const { pkg, sheets } = draft;
  const sheet = sheets.annex;
  sheet.put(
    'sheetPr',
    '<sheetPr codeName="Sheet12"><tabColor theme="5"/><pageSetUpPr fitToPage="1"/></sheetPr>',
  );
  sheet.put(
    'sheetViews',
    '<sheetView tabSelected="1" zoomScale="85" zoomScaleNormal="85" workbookViewId="0"><pane xSplit="3" ySplit="4" topLeftCell="D5" activePane="bottomRight" state="frozen"/><selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight" activeCell="E6" sqref="E6:F7"/></sheetView>',
  );
  sheet.put('sheetFormatPr', '<sheetFormatPr defaultRowHeight="14.25" x14ac:dyDescent="0.2"/>');
  sheet.put(
    'printOptions',
    '<printOptions horizontalCentered="1" gridLines="1"/><pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
  );
  const printer = printerSettings(draft, sheet.part, 1);
  sheet.put(
    'pageSetup',
    `<pageSetup paperSize="9" orientation="landscape" fitToHeight="0" r:id="${printer}"/>`,
  );
  sheet.put(
    'headerFooter',
    '<headerFooter differentFirst="1"><oddHeader>&amp;L&amp;G&amp;C&amp;"宋体,加粗"绩效自评</oddHeader><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter><firstHeader>&amp;C首页&amp;G</firstHeader></headerFooter>',
  );
  sheet.put('rowBreaks', '<brk id="6" max="16383" man="1"/>');
  addHyperlinks(draft);
  addHeaderPicture(draft);
  pkg.feature('frozen pane', sheet.part, 'topLeftCell="D5"');
  pkg.feature('header and footer', sheet.part, '第 &amp;P 页，共 &amp;N 页');
  pkg.feature('row break', sheet.part, '<brk id="6" max="16383" man="1"/>');
}

function addHyperlinks({ pkg, sheets: { annex: sheet } }: RichDraft): void {
  const outside = pkg.relate(
    sheet.part,
    officeRelation('hyperlink'),
    'https://example.com/预算?a=1&b=2',
    true,
  );
  sheet.put('hyperlinks', `<hyperlink ref="C6" r:id="${outside}" tooltip="外部链接"/>`);
  sheet.put('hyperlinks', '<hyperlink ref="C7" location="数据!A1" display="去数据"/>');
  pkg.feature('hyperlink outside', sheet.part, 'tooltip="外部链接"');
  pkg.feature('hyperlink inside', sheet.part, 'location="数据!A1"');
}

function addHeaderPicture({ pkg, sheets: { annex: sheet } }: RichDraft): void {
  const part = 'xl/drawings/vmlDrawing2.vml';
  const image = pkg.relate(part, officeRelation('image'), GREEN_PICTURE);
  const shape = (position: string, id: number) =>
    `<v:shape id="${position}" o:spid="_x0000_s${id}" type="#_x0000_t75" style='position:absolute;margin-left:0;margin-top:0;width:24pt;height:24pt;z-index:1'>\r\n  <v:imagedata o:relid="${image}" o:title="标志"/>\r\n  <o:lock v:ext="edit" rotation="t"/>\r\n </v:shape>`;
  pkg.part(
    part,
    `${VML_ROOT} <o:shapelayout v:ext="edit">\r\n  <o:idmap v:ext="edit" data="2"/>\r\n </o:shapelayout><v:shapetype id="_x0000_t75" coordsize="21600,21600" o:spt="75" o:preferrelative="t" path="m@4@5l@4@11@9@11@9@5xe" filled="f" stroked="f">\r\n  <v:stroke joinstyle="miter"/>\r\n  <v:path o:extrusionok="f" gradientshapeok="t" o:connecttype="rect"/>\r\n </v:shapetype>${shape('LH', 2049)}${shape('CHFIRST', 2050)}</xml>`,
  );
  sheet.put(
    'legacyDrawingHF',
    `<legacyDrawingHF r:id="${pkg.relate(sheet.part, officeRelation('vmlDrawing'), part)}"/>`,
  );
  pkg.feature('picture of the header', part, 'o:title="标志"');
  pkg.feature('picture of the header, the picture', GREEN_PICTURE);
}

function addLayoutSheet(draft: RichDraft): void {
  const { pkg, sheets } = draft;
  const sheet = sheets.layout;
  sheet.text('A1', '编号', STYLE.header);
  sheet.text('B1', '名称', STYLE.header);
  for (let row = 2; row <= 8; row++) {
    sheet.number(`A${row}`, row - 1);
    sheet.text(`B${row}`, row % 2 === 0 ? '双' : '单', STYLE.unlocked);
    if (row >= 3 && row <= 5) sheet.row(row, `outlineLevel="${row === 4 ? 2 : 1}"`);
  }
  sheet.row(6, 'hidden="1" outlineLevel="1"');
  sheet.row(7, 'collapsed="1"');
  sheet.put(
    'sheetPr',
    '<sheetPr codeName="Sheet9" filterMode="1"><outlinePr summaryBelow="1" summaryRight="0"/></sheetPr>',
  );
  sheet.put('dimension', '<dimension ref="A1:B8"/>');
  sheet.put(
    'sheetViews',
    '<sheetView showGridLines="0" view="pageBreakPreview" workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView>',
  );
  sheet.put(
    'sheetFormatPr',
    '<sheetFormatPr defaultRowHeight="14.25" outlineLevelRow="2" outlineLevelCol="1" x14ac:dyDescent="0.2"/>',
  );
  sheet.put('cols', '<col min="4" max="5" width="9" outlineLevel="1"/><col min="6" max="6" collapsed="1"/>');
  sheet.put(
    'sheetProtection',
    '<sheetProtection algorithmName="SHA-512" hashValue="7bXQyq0Yv2hQ3pQ5w0Jt0B6mYd9b3t0vWm9Q7zq5m8yJ1o2K3l4M5n6O7p8Q9r0S1t2U3v4W5x6Y7z8A9b0C1w==" saltValue="0123456789abcdefABCDEF==" spinCount="100000" sheet="1" objects="1" scenarios="1" formatCells="0"/>',
  );
  sheet.put(
    'protectedRanges',
    '<protectedRange algorithmName="SHA-512" hashValue="AAECAwQFBgcICQoLDA0ODw==" saltValue="0123456789abcdefABCDEF==" spinCount="100000" sqref="B2:B8" name="可填区域"/>',
  );
  sheet.put(
    'autoFilter',
    '<autoFilter ref="A1:B8"><filterColumn colId="1"><filters><filter val="双"/></filters></filterColumn></autoFilter>',
  );
  sheet.put(
    'customSheetViews',
    `<customSheetView guid="${VIEW_GUID}" scale="70" showPageBreaks="1"><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></customSheetView>`,
  );
  sheet.put(
    'conditionalFormatting',
    `<conditionalFormatting sqref="A2:A8"><cfRule type="cellIs" dxfId="${DXF.green}" priority="1" operator="greaterThan"><formula>5</formula></cfRule></conditionalFormatting>`,
  );
  sheet.put(
    'pageMargins',
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
  );
  sheet.put(
    'pageSetup',
    `<pageSetup paperSize="9" orientation="portrait" r:id="${printerSettings(draft, sheet.part, 2)}"/>`,
  );
  sheet.put('rowBreaks', '<brk id="4" max="16383" man="1"/>');
  sheet.put('colBreaks', '<brk id="2" max="1048575" man="1"/>');
  sheet.put('picture', `<picture r:id="${pkg.relate(sheet.part, officeRelation('image'), RED_PICTURE)}"/>`);
  pkg.feature('sheet protection', sheet.part, 'spinCount="100000" sheet="1"');
  pkg.feature('protected range', sheet.part, 'name="可填区域"');
  pkg.feature('filter', sheet.part, '<filter val="双"/>');
  pkg.feature('custom view of the sheet', sheet.part, `guid="${VIEW_GUID}"`);
  pkg.feature('outline', sheet.part, 'outlineLevel="2"');
  pkg.feature('background picture', sheet.part, '<picture r:id=');
  pkg.feature('column break', sheet.part, '<brk id="2" max="1048575" man="1"/>');
}

function addSmallSheets({ pkg, sheets: { hidden, veryHidden, data } }: RichDraft): void {
  hidden.text('A1', '隐藏页的字');
  hidden.put('sheetPr', '<sheetPr codeName="Sheet10"/>');
  veryHidden.number('A1', 42);
  veryHidden.put('sheetPr', '<sheetPr codeName="Sheet11"/>');
  data.put('sheetViews', '<sheetView workbookViewId="0"/>');
  pkg.feature('hidden sheet', hidden.part, 'codeName="Sheet10"');
  pkg.feature('very hidden sheet', veryHidden.part, 'codeName="Sheet11"');
}

function printerSettings({ pkg }: RichDraft, sheetPart: string, number: number): string {
  const part = `xl/printerSettings/printerSettings${number}.bin`;
  const bytes = Uint8Array.from({ length: 220 }, (_, i) => (i * 37 + number) % 256);
  pkg.part(part, bytes);
  pkg.feature(`printer settings ${number}`, part);
  return pkg.relate(sheetPart, officeRelation('printerSettings'), part);
}
