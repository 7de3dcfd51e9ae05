/** Namespaces, relationship types and content types that several families of features need. */
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const NS = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  xdr: 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  a14: 'http://schemas.microsoft.com/office/drawing/2010/main',
  x14: 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main',
  x14ac: 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac',
  xm: 'http://schemas.microsoft.com/office/excel/2006/main',
  xr: 'http://schemas.microsoft.com/office/spreadsheetml/2014/revision',
  threaded: 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments',
} as const;

const OFFICE = NS.r;
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Types of relationships; what is not listed is `${NS.r}/<kind>`. */
export const RELATION = {
  coreProperties: `${PACKAGE}/metadata/core-properties`,
  signatureOrigin: `${PACKAGE}/digital-signature/origin`,
  signature: `${PACKAGE}/digital-signature/signature`,
  extendedProperties: `${OFFICE}/extended-properties`,
  customProperties: `${OFFICE}/custom-properties`,
  vbaProject: 'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
  slicer: 'http://schemas.microsoft.com/office/2007/relationships/slicer',
  slicerCache: 'http://schemas.microsoft.com/office/2007/relationships/slicerCache',
  threadedComment: 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
  person: 'http://schemas.microsoft.com/office/2017/10/relationships/person',
  cellImage: 'http://www.wps.cn/officeDocument/2020/cellImage',
  future: 'http://schemas.example.com/office/2030/relationships/future',
} as const;

/** The type of a relationship of the Office vocabulary: `officeRelation('worksheet')`. */
export function officeRelation(kind: string): string {
  return `${OFFICE}/${kind}`;
}

/** A content type of SpreadsheetML: `spreadsheetType('worksheet')`. */
export function spreadsheetType(kind: string): string {
  return `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
}
