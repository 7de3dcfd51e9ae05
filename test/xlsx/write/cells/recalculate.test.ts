import { askForRecalculation } from '../../../../src/xlsx/write/cells/recalculate';
import { draftOf, reread, WORKBOOK } from '../../../support/xlsx/edited-package';
import { buildXlsxOfSheetXml, xlsxParts } from '../../../support/xlsx/xlsx-builder';

const SOURCE = xlsxParts({ sheets: [{}] })[WORKBOOK]!;

test.each([
  ['none', '', '<calcPr fullCalcOnLoad="1"/>'],
  [
    'none, between others',
    '<definedNames/><pivotCaches/><extLst/>',
    '<definedNames/><calcPr fullCalcOnLoad="1"/><pivotCaches/><extLst/>',
  ],
  [
    'others',
    '<calcPr calcId="191029" iterate="1"/>',
    '<calcPr calcId="191029" iterate="1" fullCalcOnLoad="1"/>',
  ],
  [
    'no',
    `<calcPr fullCalcOnLoad='0' calcId="1"></calcPr>`,
    '<calcPr fullCalcOnLoad="1" calcId="1"></calcPr>',
  ],
  ['yes', '<calcPr fullCalcOnLoad="true"/>', '<calcPr fullCalcOnLoad="true"/>'],
])('the settings of calculation say %s', (_, before, after) => {
  const workbook = SOURCE.replace('</workbook>', `${before}</workbook>`);
  const draft = draftOf(buildXlsxOfSheetXml('<sheetData/>', { [WORKBOOK]: workbook }));
  askForRecalculation(draft, WORKBOOK);
  const { text } = draft.xml(WORKBOOK);
  expect(text).toBe(SOURCE.replace('</workbook>', `${after}</workbook>`));
  askForRecalculation(draft, WORKBOOK);
  expect(draft.xml(WORKBOOK).text).toBe(text);
  expect(reread(draft).sheets).toHaveLength(1);
});

test('a workbook whose elements have a prefix', () => {
  const workbook = SOURCE.replace('xmlns=', 'xmlns:x=').replace(/<(\/?)(?=[a-z])/g, '<$1x:');
  const draft = draftOf(buildXlsxOfSheetXml('<sheetData/>', { [WORKBOOK]: workbook }));
  askForRecalculation(draft, WORKBOOK);
  expect(draft.xml(WORKBOOK).text).toContain('</x:sheets><x:calcPr fullCalcOnLoad="1"/></x:workbook>');
});
