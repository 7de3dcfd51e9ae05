import { parseAddress } from '../../../../src/engine/sheet/address';
import { removeFromCalcChain } from '../../../../src/xlsx/write/cells/calc-chain';
import { draftOf, WORKBOOK } from '../../../support/xlsx/edited-package';
import {
  buildXlsxOfSheetXml,
  MAIN_NAMESPACE,
  RELATION_NAMESPACE,
  xlsxParts,
} from '../../../support/xlsx/xlsx-builder';

const CHAIN = 'xl/calcChain.xml';
const RELATIONSHIPS = 'xl/_rels/workbook.xml.rels';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml';

function draftWith(chain: string | null) {
  const parts = xlsxParts({ sheets: [{}] });
  return draftOf(
    buildXlsxOfSheetXml('<sheetData/>', {
      [CHAIN]: chain,
      [RELATIONSHIPS]: parts[RELATIONSHIPS]!.replace(
        '</Relationships>',
        `<Relationship Id="rId9" Type="${RELATION_NAMESPACE}/calcChain" Target="calcChain.xml"/></Relationships>`,
      ),
      '[Content_Types].xml': parts['[Content_Types].xml']!.replace(
        '</Types>',
        `<Override PartName="/${CHAIN}" ContentType="${TYPE}"/></Types>`,
      ),
    }),
  );
}

const chainOf = (entries: string) => `<calcChain xmlns="${MAIN_NAMESPACE}">${entries}</calcChain>`;
const cells = (addresses: string) => addresses.split(' ').map((address) => parseAddress(address)!);

test.each([
  [
    'a middle one',
    '2',
    'A2',
    '<c r="A1" i="2" l="1"/><c r="A2"/><c r="A3" s="1"/>',
    '<c r="A1" i="2" l="1"/><c r="A3" s="1"/>',
  ],
  [
    'the one that says the sheet',
    '2',
    'A1',
    '<c r="A1" i="2"/><c r="A2"/><c r="A3"/>',
    '<c r="A2" i="2"/><c r="A3"/>',
  ],
  [
    'several that said it for others',
    '1',
    'A1 A2',
    '<c r="B1" i="2"/><c r="A1" i="1"/><c r="A2"/><c r="A3"/><c r="B2" i="2"/>',
    '<c r="B1" i="2"/><c r="A3" i="1"/><c r="B2" i="2"/>',
  ],
  [
    'a cell of that address on one sheet of two',
    '2',
    'A1',
    '<c r="A1" i="1"/><c r="A1" i="2"/><c r="A1" i="3"/>',
    '<c r="A1" i="1"/><c r="A1" i="3"/>',
  ],
  [
    'the only ones of their sheet',
    '2',
    'A1',
    '<c r="B1" i="1"/><c r="A1" i="2"/>\n<c r="B2" i="1"/>',
    '<c r="B1" i="1"/>\n<c r="B2" i="1"/>',
  ],
  ['a cell that is not in it', '1', 'D4', '<c r="A1" i="1"/>', '<c r="A1" i="1"/>'],
])('takes away %s', (_, sheetId, addresses, before, after) => {
  const draft = draftWith(chainOf(before));
  removeFromCalcChain(draft, WORKBOOK, sheetId, cells(addresses));
  expect(draft.xml(CHAIN).text).toBe(chainOf(after));
});

test.each([
  ['empty', chainOf('<c r="A1" i="1"/>')],
  ['broken', '<calcChain><c r="A1"'],
  ['missing', null],
])('a chain that is %s goes, with its relationship and its declaration', (_, chain) => {
  const draft = draftWith(chain);
  removeFromCalcChain(draft, WORKBOOK, '1', cells('A1'));
  expect(draft.has(CHAIN)).toBe(false);
  expect(draft.relationships(WORKBOOK).map(({ kind }) => kind)).toEqual([
    'worksheet',
    'styles',
    'sharedStrings',
  ]);
  expect(draft.contentType(CHAIN)).toBe('application/xml');
});

test('no cells and no chain are no matter', () => {
  const draft = draftWith('<calcChain><c r="A1"');
  removeFromCalcChain(draft, WORKBOOK, '1', []);
  const bare = draftOf(buildXlsxOfSheetXml('<sheetData/>'));
  removeFromCalcChain(bare, WORKBOOK, '1', cells('A1'));
  expect([...draft.changes(), ...bare.changes()]).toEqual([]);
});
