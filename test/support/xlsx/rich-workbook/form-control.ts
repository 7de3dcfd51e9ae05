import { DECLARATION, NS, officeRelation, RELATION } from './namespaces';
import { addDrawing, picture, RED_PICTURE, twoCellAnchor } from './pictures';
import type { RichDraft } from './rich-draft';

const SHAPE = 1027;

/** The button's shape in the VML drawing that it shares with the notes; no XML either. */
export const BUTTON_SHAPE =
  ' <v:shapetype id="_x0000_t201" coordsize="21600,21600" o:spt="201"\r\n  path="m,l,21600r21600,l21600,xe">\r\n  <v:stroke joinstyle="miter"/>\r\n  <v:path shadowok="f" o:extrusionok="f" strokeok="f" fillok="f" o:connecttype="rect"/>\r\n  <o:lock v:ext="edit" shapetype="t"/>\r\n </v:shapetype>' +
  `<v:shape id="按钮_x0020_3" o:spid="_x0000_s${SHAPE}" type="#_x0000_t201" style='position:absolute;\r\n  margin-left:900pt;margin-top:5pt;width:72pt;height:24pt;z-index:3' o:button="t" fillcolor="buttonFace [67]" strokecolor="windowText [64]" o:insetmode="auto">\r\n  <v:fill color2="buttonFace [67]" o:detectmouseclick="t"/>\r\n  <o:lock v:ext="edit" rotation="t"/>\r\n` +
  `  <v:textbox style='mso-direction-alt:auto' o:singleclick="f">\r\n   <div style='text-align:center'><font face="宋体" size="220" color="#000000">一键<br>\r\n   审核</font></div>\r\n  </v:textbox>\r\n` +
  '  <x:ClientData ObjectType="Button">\r\n   <x:Anchor>\r\n    17, 10, 0, 10, 18, 50, 2, 5</x:Anchor>\r\n   <x:PrintObject>False</x:PrintObject>\r\n   <x:AutoFill>False</x:AutoFill>\r\n   <x:FmlaMacro>[0]!审核</x:FmlaMacro>\r\n   <x:TextHAlign>Center</x:TextHAlign>\r\n   <x:TextVAlign>Center</x:TextVAlign>\r\n  </x:ClientData>\r\n </v:shape>';

/**
 * A button of the forms kind on the annex (control properties, the sheet's `controls`, the drawing's stand-in), and a
 * picture in the same drawing.
 */
export function addFormControl({ pkg, sheets: { annex: sheet } }: RichDraft): void {
  const properties = 'xl/ctrlProps/ctrlProp1.xml';
  pkg.part(
    properties,
    `${DECLARATION}<formControlPr xmlns="${NS.x14}" objectType="Button" lockText="1"/>`,
    'application/vnd.ms-excel.controlproperties+xml',
  );
  const id = pkg.relate(sheet.part, officeRelation('ctrlProp'), properties);
  const corner = (name: string, column: number, row: number) =>
    `<${name}><xdr:col>${column}</xdr:col><xdr:colOff>95250</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>57150</xdr:rowOff></${name}>`;
  sheet.put(
    'controls',
    `<mc:AlternateContent xmlns:mc="${NS.mc}"><mc:Choice Requires="x14"><controls><mc:AlternateContent xmlns:mc="${NS.mc}"><mc:Choice Requires="x14"><control shapeId="${SHAPE}" r:id="${id}" name="按钮 3"><controlPr defaultSize="0" print="0" autoFill="0" autoPict="0" macro="[0]!审核"><anchor moveWithCells="1" sizeWithCells="1">${corner('from', 17, 0)}${corner('to', 18, 2)}</anchor></controlPr></control></mc:Choice></mc:AlternateContent></controls></mc:Choice></mc:AlternateContent>`,
  );

  const drawing = 'xl/drawings/drawing1.xml';
  const image = pkg.relate(drawing, officeRelation('image'), RED_PICTURE);
  const button = twoCellAnchor(
    [17, 0],
    [18, 2],
    `<xdr:sp macro="[0]!审核" textlink=""><xdr:nvSpPr><xdr:cNvPr id="${SHAPE}" name="按钮 3" hidden="1"><a:extLst><a:ext uri="{63B3BB69-23CF-44E3-9099-C40C66FF867C}"><a14:compatExt spid="_x0000_s${SHAPE}"/></a:ext></a:extLst></xdr:cNvPr><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr bwMode="auto"><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp>`,
  );
  const anchors =
    twoCellAnchor([0, 11], [2, 15], picture(image, 2, '图片 1')) +
    `<mc:AlternateContent xmlns:mc="${NS.mc}"><mc:Choice xmlns:a14="${NS.a14}" Requires="a14">${button}</mc:Choice><mc:Fallback/></mc:AlternateContent>`;
  sheet.put('drawing', `<drawing r:id="${addDrawing(pkg, sheet.part, drawing, anchors)}"/>`);
  pkg.feature('form control', properties, 'objectType="Button"');
  pkg.feature('form control on the sheet', sheet.part, 'macro="[0]!审核"');
  pkg.feature('form control in the drawing', drawing, `spid="_x0000_s${SHAPE}"`);
  pkg.feature('form control in VML', 'xl/drawings/vmlDrawing1.vml', 'ObjectType="Button"');
  pkg.feature('picture', drawing, 'descr="红色方块"');
  pkg.feature('picture of the drawing', RED_PICTURE);
}

/** Pictures in cells as WPS keeps them, and the formula that shows one. */
export function addCellImages({ pkg, sheets: { formulas: sheet } }: RichDraft): void {
  const part = 'xl/cellimages.xml';
  const id = pkg.relate(part, officeRelation('image'), RED_PICTURE);
  const name = 'ID_0123456789ABCDEF0123456789ABCDEF';
  pkg.part(
    part,
    `${DECLARATION}<etc:cellImages xmlns:xdr="${NS.xdr}" xmlns:r="${NS.r}" xmlns:a="${NS.a}" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"><etc:cellImage>${picture(id, 2, name)}</etc:cellImage></etc:cellImages>`,
    'application/vnd.wps-officedocument.cellimage+xml',
  );
  pkg.relate('xl/workbook.xml', RELATION.cellImage, part);
  sheet.formula('A16', `_xlfn.DISPIMG("${name}",1)`, `=DISPIMG("${name}",1)`);
  pkg.feature('pictures in cells (WPS)', part, `name="${name}"`);
}
