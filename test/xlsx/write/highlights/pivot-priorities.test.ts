import { shiftPivotPriorities } from '../../../../src/xlsx/write/highlights';
import { draftOf, RELATIONS, relations, SHEET, textOf } from '../notes/drafts';

const PIVOT = 'xl/pivotTables/pivotTable1.xml';
const pivot = (first: string, second: string, newer: string) =>
  `<pivotTableDefinition><formats priority="1"/><conditionalFormats count="2">` +
  `<conditionalFormat priority="${first}"><pivotAreas/></conditionalFormat>` +
  `<conditionalFormat scope="field" priority='${second}'/></conditionalFormats>` +
  `<extLst><ext><x14:pivotTableDefinition><x14:conditionalFormats><x14:conditionalFormat priority="${newer}"/>` +
  `</x14:conditionalFormats></x14:pivotTableDefinition></ext></extLst></pivotTableDefinition>`;

test('pivot tables follow the rules that gave way', () => {
  const draft = draftOf({
    [RELATIONS]: relations(['pivotTable', '../pivotTables/pivotTable1.xml'], ['pivotTable', '../gone.xml']),
    [PIVOT]: pivot('1', '9', '2'),
  });
  shiftPivotPriorities(
    draft,
    SHEET,
    new Map([
      [1, 4],
      [2, 5],
    ]),
  );
  expect(textOf(draft, PIVOT)).toBe(pivot('4', '9', '5'));
  expect([...draft.changes().keys()]).toEqual([PIVOT]);
});

test('nothing is touched where nothing gave way', () => {
  const draft = draftOf({
    [RELATIONS]: relations(['pivotTable', '../pivotTables/pivotTable1.xml']),
    [PIVOT]: '<',
  });
  shiftPivotPriorities(draft, SHEET, new Map());
  expect(draft.changes().size).toBe(0);
});
