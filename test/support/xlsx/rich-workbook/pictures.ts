import { DECLARATION, NS, officeRelation } from './namespaces';
import type { RichPackage } from './rich-package';
import type { RichDraft } from './rich-draft';

/** Two pictures of 8 by 8 pixels, of one colour each: red; light green. */
const RED =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mM4YKmNFTEMLQkAq6xJATWh5ekAAAAASUVORK5CYII=';
const GREEN =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mN49ekxVsQwtCQArYSvwSIx/m8AAAAASUVORK5CYII=';

export const RED_PICTURE = 'xl/media/image1.png';
export const GREEN_PICTURE = 'xl/media/image2.png';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';

/** The pictures that several features share. */
export function addPictures({ pkg }: RichDraft): void {
  pkg.extension('png', 'image/png');
  pkg.part(RED_PICTURE, new Uint8Array(Buffer.from(RED, 'base64')));
  pkg.part(GREEN_PICTURE, new Uint8Array(Buffer.from(GREEN, 'base64')));
}

/** A drawing part of the given anchors, related to its sheet. @returns the sheet's relationship id */
export function addDrawing(pkg: RichPackage, sheetPart: string, drawing: string, anchors: string): string {
  pkg.part(
    drawing,
    `${DECLARATION}<xdr:wsDr xmlns:xdr="${NS.xdr}" xmlns:a="${NS.a}">${anchors}</xdr:wsDr>`,
    DRAWING_TYPE,
  );
  return pkg.relate(sheetPart, officeRelation('drawing'), drawing);
}

/** An anchor over cells; corners are 0-based [column, row]. */
export function twoCellAnchor(
  from: readonly [number, number],
  to: readonly [number, number],
  inside: string,
  attributes = '',
): string {
  const corner = (name: string, [column, row]: readonly [number, number]) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return `<xdr:twoCellAnchor${attributes}>${corner('from', from)}${corner('to', to)}${inside}<xdr:clientData/></xdr:twoCellAnchor>`;
}

/** A picture as a drawing holds it. */
export function picture(relationshipId: string, shapeId: number, name: string): string {
  return (
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${shapeId}" name="${name}" descr="红色方块"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>` +
    `<xdr:blipFill><a:blip xmlns:r="${NS.r}" r:embed="${relationshipId}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
    '<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="609600" cy="609600"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>'
  );
}
