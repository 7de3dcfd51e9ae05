import { parseRangeAddress, toRangeAddress } from '../../../../src/engine/sheet/address';
import {
  highlightsIn,
  priorityShift,
  withHighlights,
  withoutHighlights,
  type Highlight,
} from '../../../../src/xlsx/write/highlights';
import { XML_END_OF_INPUT, XmlScanner } from '../../../../src/xlsx/xml/xml-scanner';
import { parseXml } from '../../../support/xlsx/xml-tree';

const PART = 'xl/worksheets/sheet1.xml';
const OURS = '"own:error"<>""';
const OTHER = '"own:warning"<>""';
const isOurs = (formula: string) => /^"own:\w+"<>""$/.test(formula);
const CELLS = '<sheetData><?cells?></sheetData>';
const ENDS =
  '<x14:conditionalFormatting xmlns:xm="urn:xm"><x14:cfRule type="expression" priority="1" id="{A}">' +
  '<xm:f>"own:error"&lt;&gt;""</xm:f><x14:dxf/></x14:cfRule><xm:sqref>A1</xm:sqref></x14:conditionalFormatting>';

const mark = (addresses: string, formula = OURS, dxf = 0): Highlight => ({
  ranges: addresses
    .split(' ')
    .filter(Boolean)
    .map((address) => parseRangeAddress(address)!),
  formula,
  dxf,
});
const sheet = (inside: string, prefix = '') =>
  `<?xml version="1.0"?>\n<${prefix}worksheet xmlns="urn:m" xmlns:x="urn:m">${inside}</${prefix}worksheet>`;
const rule = (sqref: string, priority: string, formula = 'A1&gt;1') =>
  `<conditionalFormatting sqref="${sqref}"><cfRule type="expression" dxfId="7"${priority}><formula>${formula}</formula></cfRule></conditionalFormatting>`;
const own = (sqref: string, priority: number, dxf = 0, word = 'error') =>
  `<conditionalFormatting sqref="${sqref}"><cfRule type="expression" dxfId="${dxf}" priority="${priority}"><formula>"own:${word}"&lt;&gt;""</formula></cfRule></conditionalFormatting>`;
const extensions = (inside: string) => `<extLst><ext uri="{78C0D931}">${inside}</ext></extLst>`;
const bar = (priority: string) =>
  `<x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="dataBar"${priority} id="{B}"/><xm:sqref>C1:C3</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings>`;

function wellFormed(xml: string): string {
  const scanner = new XmlScanner(xml);
  while (scanner.next() !== XML_END_OF_INPUT);
  return xml;
}

describe('laying highlights over cells', () => {
  const two = [mark('A1:B2 D4'), mark('C3', OTHER, 1)];
  const ours = own('A1:B2 D4', 1) + own('C3', 2, 1, 'warning');

  test.each<[string, string, string]>([
    ['a sheet without formats', sheet(CELLS), sheet(CELLS + ours)],
    [
      'between what the schema wants around them',
      sheet(`${CELLS}<mergeCells/><phoneticPr fontId="1"/><dataValidations/><pageMargins/>`),
      sheet(`${CELLS}<mergeCells/><phoneticPr fontId="1"/>${ours}<dataValidations/><pageMargins/>`),
    ],
    [
      'before the formats of others, which give way',
      sheet(CELLS + rule('A1', ' priority="1"') + rule('B1', ' priority="2"')),
      sheet(CELLS + ours + rule('A1', ' priority="3"') + rule('B1', ' priority="4"')),
    ],
    [
      'others have left room',
      sheet(CELLS + rule('A1', ' priority="3"') + rule('B1', ' priority="9"')),
      sheet(CELLS + ours + rule('A1', ' priority="3"') + rule('B1', ' priority="9"')),
    ],
    [
      'only those in the way give way',
      sheet(CELLS + rule('A1', ' priority="1"') + rule('B1', ' priority="9"')),
      sheet(CELLS + ours + rule('A1', ' priority="3"') + rule('B1', ' priority="9"')),
    ],
    [
      'the greatest priority, none, nought, a negative one, no number, in any order',
      sheet(
        CELLS +
          ['2147483647', '-2147483647', '0', '', 'x', '99999999999']
            .map((p) => rule('A1', ` priority="${p}"`))
            .join('') +
          rule('B1', ''),
      ),
      sheet(
        CELLS +
          ours +
          ['2147483647', '3', '4', '', 'x', '99999999999']
            .map((p) => rule('A1', ` priority="${p}"`))
            .join('') +
          rule('B1', ''),
      ),
    ],
    [
      'rules of the newer list, with a priority and without',
      sheet(CELLS + rule('A1', " priority = ' 1 '") + extensions(bar(' priority="2"') + bar(''))),
      sheet(CELLS + ours + rule('A1', " priority = '3'") + extensions(bar(' priority="4"') + bar(''))),
    ],
    [
      'formats in alternative content',
      sheet(
        `${CELLS}<mc:AlternateContent><mc:Choice Requires="x14">${rule('A1', ' priority="1"')}</mc:Choice><mc:Fallback/></mc:AlternateContent>`,
      ),
      sheet(
        `${CELLS}${ours}<mc:AlternateContent><mc:Choice Requires="x14">${rule('A1', ' priority="3"')}</mc:Choice><mc:Fallback/></mc:AlternateContent>`,
      ),
    ],
    ['a self-closed sheet', '<worksheet xmlns="urn:m"/>', `<worksheet xmlns="urn:m">${ours}</worksheet>`],
  ])('%s', (_, frame, expected) => {
    const marked = withHighlights(frame, PART, two);
    expect(wellFormed(marked)).toBe(expected);
    expect(highlightsIn(marked, PART).filter(({ formula }) => isOurs(formula))).toEqual(
      two.map(({ ranges, formula, dxf }) => ({ ranges, formula, dxfId: dxf })),
    );
    const shift = priorityShift(frame, PART, two);
    for (const [from, to] of shift) expect(to).toBeGreaterThan(from);
  });

  test('elements take the prefix of the sheet', () => {
    const marked = withHighlights(sheet('<x:sheetData><?cells?></x:sheetData>', 'x:'), PART, [mark('A1')]);
    expect(wellFormed(marked)).toContain(
      '<x:conditionalFormatting sqref="A1"><x:cfRule type="expression" dxfId="0" priority="1"><x:formula>',
    );
    expect(highlightsIn(marked, PART)).toHaveLength(1);
  });

  test('nothing is written for nothing', () => {
    const frame = sheet(CELLS + rule('A1', ' priority="1"'));
    expect(withHighlights(frame, PART, [])).toBe(frame);
    expect(withHighlights(frame, PART, [mark('')])).toBe(frame);
    expect(priorityShift(frame, PART, [mark('')]).size).toBe(0);
  });

  test('long lists of ranges are split, each with a priority of its own', () => {
    const addresses = Array.from({ length: 3000 }, (_, i) => `AB${i * 2 + 1}:AC${i * 2 + 1}`);
    const frame = sheet(CELLS + rule('A1', ' priority="1"'));
    const marked = parseXml(withHighlights(frame, PART, [mark(addresses.join(' ')), mark('A1', OTHER)]));
    const formats = marked.all('conditionalFormatting');
    const lists = formats.slice(0, -2).map(({ attributes }) => attributes['sqref']!);
    expect(lists.length).toBeGreaterThan(3);
    for (const list of lists) expect(list.length).toBeLessThanOrEqual(8000);
    expect(lists.join(' ').split(' ')).toEqual(addresses);
    expect(formats.map(({ children }) => Number(children[0]!.attributes['priority']))).toEqual(
      formats.map((_, i) => i + 1),
    );
  });

  test('a formula is escaped', () => {
    const marked = withHighlights(sheet(CELLS), PART, [mark('A1', 'A1&"<"="]]>"')]);
    expect(highlightsIn(wellFormed(marked), PART)[0]!.formula).toBe('A1&"<"="]]>"');
  });
});

test('finds rules by formula in the order of their priority, whoever wrote them', () => {
  const frame = sheet(
    CELLS +
      rule('$A$1:B2 C3', ' priority="5"', '"x"=&#34;x"') +
      '<conditionalFormatting sqref="A1"><cfRule type="cellIs" priority="1"><formula>1</formula></cfRule>' +
      '<cfRule priority="2" type="expression"><formula>B1</formula><formula>C1</formula></cfRule></conditionalFormatting>' +
      rule('E1', '', 'last') +
      extensions(`<x14:conditionalFormattings>${ENDS}</x14:conditionalFormattings>`),
  );
  expect(
    highlightsIn(frame, PART).map(({ ranges, formula, dxfId }) => [
      ranges.map(toRangeAddress).join(' '),
      formula,
      dxfId,
    ]),
  ).toEqual([
    ['A1', OURS, null],
    ['A1', 'B1', null],
    ['A1:B2 C3', '"x"="x"', 7],
    ['E1', 'last', 7],
  ]);
});

describe('taking highlights off', () => {
  test.each<[string, string, string]>([
    ['none of ours', sheet(CELLS + rule('A1', ' priority="1"')), sheet(CELLS + rule('A1', ' priority="1"'))],
    [
      'whole elements',
      sheet(CELLS + own('A1', 1) + rule('A1', ' priority="3"') + own('B1', 2)),
      sheet(CELLS + rule('A1', ' priority="3"')),
    ],
    [
      'a rule among others over equal ranges',
      sheet(
        `${CELLS}<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1" dxfId="0"><formula>"own:error"&lt;&gt;""</formula></cfRule><cfRule type="aboveAverage" priority="2"/></conditionalFormatting>`,
      ),
      sheet(
        `${CELLS}<conditionalFormatting sqref="A1"><cfRule type="aboveAverage" priority="2"/></conditionalFormatting>`,
      ),
    ],
    [
      'as LibreOffice writes it',
      sheet(
        `${CELLS}<conditionalFormatting sqref="A1"><cfRule type="expression" priority="2" aboveAverage="0" text="" dxfId="0"><formula>&quot;own:error&quot;&lt;&gt;&quot;&quot;</formula></cfRule></conditionalFormatting>`,
      ),
      sheet(CELLS),
    ],
    [
      'an element that holds extensions',
      sheet(
        `${CELLS}<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>"own:error"&lt;&gt;""</formula></cfRule><extLst><ext uri="u"/></extLst></conditionalFormatting>`,
      ),
      sheet(
        `${CELLS}<conditionalFormatting sqref="A1"><extLst><ext uri="u"/></extLst></conditionalFormatting>`,
      ),
    ],
    [
      'a rule of another kind with our formula',
      sheet(
        `${CELLS}<conditionalFormatting sqref="A1"><cfRule type="cellIs" priority="1"><formula>"own:error"&lt;&gt;""</formula></cfRule></conditionalFormatting>`,
      ),
      sheet(
        `${CELLS}<conditionalFormatting sqref="A1"><cfRule type="cellIs" priority="1"><formula>"own:error"&lt;&gt;""</formula></cfRule></conditionalFormatting>`,
      ),
    ],
    [
      'the newer list, all that was in it',
      sheet(CELLS + extensions(`<x14:conditionalFormattings>${ENDS}</x14:conditionalFormattings>`)),
      sheet(CELLS),
    ],
    [
      'the newer list beside another extension',
      sheet(
        `${CELLS}<extLst><ext uri="a"><x14:slicers/></ext><ext uri="b"><x14:conditionalFormattings>${ENDS}</x14:conditionalFormattings></ext></extLst>`,
      ),
      sheet(`${CELLS}<extLst><ext uri="a"><x14:slicers/></ext></extLst>`),
    ],
    [
      'the newer list with rules of others',
      sheet(CELLS + extensions(bar('') + `<x14:conditionalFormattings>${ENDS}</x14:conditionalFormattings>`)),
      sheet(CELLS + extensions(bar(''))),
    ],
    [
      'one alternative of two',
      sheet(
        `${CELLS}<mc:AlternateContent><mc:Choice>${own('A1', 1)}</mc:Choice><mc:Fallback>${rule('A1', '')}</mc:Fallback></mc:AlternateContent>`,
      ),
      sheet(
        `${CELLS}<mc:AlternateContent><mc:Choice></mc:Choice><mc:Fallback>${rule('A1', '')}</mc:Fallback></mc:AlternateContent>`,
      ),
    ],
    [
      'all alternatives',
      sheet(
        `${CELLS}<mc:AlternateContent><mc:Choice>${own('A1', 1)}</mc:Choice><mc:Fallback>${own('A1', 1)}</mc:Fallback></mc:AlternateContent>`,
      ),
      sheet(CELLS),
    ],
  ])('%s', (_, frame, expected) => {
    expect(wellFormed(withoutHighlights(frame, PART, isOurs))).toBe(expected);
  });

  test.each([
    ['nothing', sheet(CELLS)],
    ['formats that leave room', sheet(`${CELLS}${rule('A1', ' priority="8"')}${extensions(bar(''))}`)],
    ['a prefix', sheet('<x:sheetData><?cells?></x:sheetData>\n <x:pageMargins/>', 'x:')],
  ])('gives back what was there: %s', (_, frame) => {
    const marked = withHighlights(frame, PART, [mark('A1:B2'), mark('C3', OTHER)]);
    expect(marked).not.toBe(frame);
    expect(withoutHighlights(marked, PART, isOurs)).toBe(frame);
  });
});
