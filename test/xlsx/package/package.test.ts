import { readContentTypes } from '../../../src/xlsx/package/content-types';
import { relationshipsPartOf, resolveTarget } from '../../../src/xlsx/package/part-name';
import { readRelationships } from '../../../src/xlsx/package/relationships';

test.each([
  ['', 'xl/workbook.xml', 'xl/workbook.xml'],
  ['', '/xl/workbook.xml', 'xl/workbook.xml'],
  ['xl/workbook.xml', 'worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
  ['xl/workbook.xml', '/xl/worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
  ['xl/worksheets/sheet1.xml', '../comments1.xml', 'xl/comments1.xml'],
  ['xl/worksheets/sheet1.xml', './a/../b.xml', 'xl/worksheets/b.xml'],
  ['xl/workbook.xml', 'worksheets\\sheet1.xml', 'xl/worksheets/sheet1.xml'],
  ['xl/workbook.xml', '../../../../etc/passwd', 'etc/passwd'],
  ['xl/workbook.xml', 'sheet1.xml#A1', 'xl/sheet1.xml'],
])('from "%s" the target "%s" is %s', (source, target, part) => {
  expect(resolveTarget(source, target)).toBe(part);
});

test('names of relationships parts', () => {
  expect(relationshipsPartOf('')).toBe('_rels/.rels');
  expect(relationshipsPartOf('xl/workbook.xml')).toBe('xl/_rels/workbook.xml.rels');
});

test('relationships, strict and transitional, inside and outside', () => {
  const xml = `<Relationships xmlns="u">
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="a.xml"/>
    <Relationship Id="rId2" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/b.xml"/>
    <Relationship Id="rId3" Type="x/hyperlink" Target="http://example.com/?a&amp;b" TargetMode="External"/></Relationships>`;
  expect(readRelationships(xml, 'xl/workbook.xml', 'p')).toEqual([
    { id: 'rId1', kind: 'worksheet', target: 'xl/a.xml', external: false },
    { id: 'rId2', kind: 'worksheet', target: 'b.xml', external: false },
    { id: 'rId3', kind: 'hyperlink', target: 'http://example.com/?a&b', external: true },
  ]);
});

test('content types by part, else by extension', () => {
  const types = readContentTypes(
    '<Types><Default Extension="XML" ContentType="application/xml"/><Override PartName="/xl/Workbook.xml" ContentType="main"/></Types>',
    'p',
  );
  expect(types.of('xl/workbook.xml')).toBe('main');
  expect(types.of('xl/other.xml')).toBe('application/xml');
  expect(types.of('a.bin')).toBe('');
  expect(types.firstPart('mai')).toBe('xl/workbook.xml');
});
