const ROOT =
  'xmlns:v="urn:schemas-microsoft-com:vml"\n xmlns:o="urn:schemas-microsoft-com:office:office"\n xmlns:x="urn:schemas-microsoft-com:office:excel"';

/** A note's shape as Excel writes it: attributes in apostrophes, lines, an open `<br>`. */
export const excelNote = (
  id: number,
  row: number,
  column: number,
) => `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style='position:absolute;
  margin-left:59.25pt;visibility:hidden' fillcolor="#ffffe1" o:insetmode="auto">
  <v:textbox style='mso-direction-alt:auto'>
   <div style='text-align:left'>a<br>b</div>
  </v:textbox>
  <x:ClientData ObjectType="Note">
   <x:MoveWithCells/>
   <x:Anchor>
    1, 15, 0, 2, 3, 31, 4, 1</x:Anchor>
   <x:Row>${row}</x:Row>
   <x:Column>${column}</x:Column>
  </x:ClientData>
 </v:shape>`;

const EXCEL_TYPE = `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"
  path="m,l,21600r21600,l21600,xe">
  <v:stroke joinstyle="miter"/>
 </v:shapetype>`;

/** A drawing as Excel writes it. */
export const excelDrawing = (shapes: string, blocks = '1', type = EXCEL_TYPE) => `<xml ${ROOT}>
 <o:shapelayout v:ext="edit">
  <o:idmap v:ext="edit" data="${blocks}"/>
 </o:shapelayout>${type}${shapes}</xml>`;

/** A button, of another shape type, over row and column 0. */
export const BUTTON = ` <v:shapetype id="_x0000_t201" coordsize="21600,21600"/><v:shape id="_x0000_s1026" type="#_x0000_t201"
  o:button="t"><x:ClientData ObjectType="Button"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>`;

/** A drawing as LibreOffice writes it: no blocks of ids, one id and one shape type again and again. */
export function libreOfficeDrawing(...cells: readonly (readonly [row: number, column: number])[]): string {
  const shapes = cells.map(
    ([row, column]) =>
      '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600l21600,21600l21600,xe">' +
      '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
      '<v:shape id="shape_0" fillcolor="#ffffe1" stroked="t" type="#_x0000_t202" o:allowincell="f" style="position:absolute;visibility:hidden">' +
      '<v:fill o:detectmouseclick="t" type="solid" color2="#00001e"/><x:ClientData ObjectType="Note"><x:MoveWithCells/>' +
      `<x:Anchor>1, 12, 0, 12, 3, 1, 4, 28</x:Anchor><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xml ${ROOT}>${shapes.join('')}</xml>`;
}

/** In UTF-16, little-endian, with its byte order mark. */
export const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
