import type { PackageDraft } from '../../../../src/xlsx/package/package-draft';
import { relationshipsPartOf } from '../../../../src/xlsx/package/part-name';
import { readWorkbookPart } from '../../../../src/xlsx/read/workbook-part';
import {
  definedNames,
  removeDefinedNames,
  setDefinedName,
} from '../../../../src/xlsx/write/sheets/defined-names';
import {
  addSheet,
  namesOfSheets,
  removeSheet,
  removeSheets,
  structureProtected,
} from '../../../../src/xlsx/write/sheets/workbook-sheets';
import { RICH_SHEETS, richParts, richWorkbook } from '../../../support/xlsx/rich-workbook';
import {
  MAIN_NAMESPACE,
  RELATION_NAMESPACE,
  xlsxParts,
  type BuilderSheet,
} from '../../../support/xlsx/xlsx-builder';
import { parseXml } from '../../../support/xlsx/xml-tree';
import { draftOf, draftOfParts, faultsOf, idOf, reread, textOf, WORKBOOK } from './sheet-draft';

const SHEET = `<worksheet xmlns="${MAIN_NAMESPACE}"><sheetData/></worksheet>`;
const VIEWS = '<bookViews><workbookView activeTab="0"/></bookViews>';
const names = (draft: PackageDraft) => readWorkbookPart(draft).sheets.map(({ name }) => name);

/** A workbook of sheets 甲, 乙, 丙 … with ids 1, 2, 3 … whose workbook part is edited. */
function book(
  edit: (xml: string) => string = (xml) => xml,
  sheets: readonly BuilderSheet[] = THREE,
): PackageDraft {
  const parts = xlsxParts({ sheets });
  return draftOfParts({ ...parts, [WORKBOOK]: edit(parts[WORKBOOK]!) });
}

const THREE: readonly BuilderSheet[] = ['甲', '乙', '丙'].map((name) => ({ name, rows: [[name]] }));
const withViews = (xml: string) => xml.replace('<sheets>', `${VIEWS}<sheets>`);

/** Attributes of all elements of a name in the workbook part. */
function attributes(draft: PackageDraft, element: string): Readonly<Record<string, string>>[] {
  return parseXml(textOf(draft, WORKBOOK))
    .all(element)
    .map((one) => one.attributes);
}

describe('adding a sheet', () => {
  test.each<[string, (xml: string) => string]>([
    ['as it is', withViews],
    [
      'with two views',
      (xml) =>
        xml.replace(
          '<sheets>',
          '<bookViews><workbookView/><workbookView activeTab="2"/></bookViews><sheets>',
        ),
    ],
    [
      'with names',
      (xml) =>
        withViews(xml).replace(
          '</sheets>',
          '</sheets><definedNames><definedName name="一" localSheetId="1">1</definedName></definedNames>',
        ),
    ],
    ['with an empty list of names', (xml) => withViews(xml).replace('</sheets>', '</sheets><definedNames/>')],
    [
      'with alternatives and extensions',
      (xml) =>
        withViews(xml)
          .replace(
            '<bookViews>',
            '<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice Requires="x15"><x xmlns="urn:x"/></mc:Choice></mc:AlternateContent><bookViews>',
          )
          .replace(
            '</workbook>',
            '<extLst><ext uri="{1}"><sheets xmlns="urn:x"><sheet/></sheets></ext></extLst></workbook>',
          ),
    ],
    ['pretty-printed', (xml) => withViews(xml).replace(/></g, '>\n  <')],
  ])('and removing it again leaves the workbook, %s, what it was to the last character', (_name, edit) => {
    const draft = book(edit);
    const parts = [WORKBOOK, 'xl/_rels/workbook.xml.rels', '[Content_Types].xml'];
    const before = parts.map((part) => textOf(draft, part));
    const { part } = addSheet(draft, WORKBOOK, SHEET, { name: "新<'>&" });
    expect(names(draft)).toEqual(['甲', '乙', '丙', "新<'>&"]);
    expect(readWorkbookPart(draft).sheets[3]).toMatchObject({ sheetId: '4', kind: 'worksheet', part });
    expect(faultsOf(draft)).toEqual([]);
    expect(reread(draft).readSheet(3).rowCount).toBe(0);
    expect(removeSheet(draft, WORKBOOK, part)).toBe(true);
    expect(parts.map((part) => textOf(draft, part))).toEqual(before);
    expect(draft.has(part)).toBe(false);
  });

  test('gives a workbook without views one, before its sheets', () => {
    const draft = book();
    addSheet(draft, WORKBOOK, SHEET, { name: '新' });
    const children = parseXml(textOf(draft, WORKBOOK)).children[0]!.children.map(({ name }) => name);
    expect(children).toEqual(['workbookPr', 'bookViews', 'sheets']);
  });

  test.each([
    ['the highest', ['7', '3', '12'], '13'],
    ['the highest there can be', ['65534', '1', '3'], '2'],
    ['beyond that', ['4000000000', '1', '2'], '3'],
  ])('numbers it after %s', (_name, ids, expected) => {
    const draft = book((xml) =>
      ids.reduce((text, id, i) => text.replace(`sheetId="${i + 1}" `, `sheetId="${id}"  `), xml),
    );
    expect(addSheet(draft, WORKBOOK, SHEET, { name: '新' }).sheetId).toBe(expected);
  });

  test.each([
    [
      'a prefix of its own for relationships',
      `xmlns:r="${RELATION_NAMESPACE}"`,
      `xmlns:rel="${RELATION_NAMESPACE}"`,
      ' r:id',
      ' rel:id',
    ],
    ['none', `xmlns:r="${RELATION_NAMESPACE}"`, '', ' r:id', ` xmlns:r="${RELATION_NAMESPACE}" r:id`],
  ])('takes its relationship by %s', (_name, declared, instead, id, otherId) => {
    const draft = book((xml) => xml.replace(declared, instead).replaceAll(id, otherId));
    addSheet(draft, WORKBOOK, SHEET, { name: '新' });
    expect(faultsOf(draft)).toEqual([]);
    expect(reread(draft).sheets.map(({ name }) => name)).toContain('新');
    expect(readWorkbookPart(draft).sheets[3]!.kind).toBe('worksheet');
  });

  test.each([
    {},
    { strict: true },
    { prefix: 'x' },
    { strict: true, prefix: 'x' },
    { absoluteTargets: true },
  ])('and removing it leaves a rich workbook, %j, what it was', (options) => {
    const draft = draftOf(richWorkbook(options));
    const before = new Map(richParts(options).map(({ name }) => [name, draft.bytes(name)]));
    const { part } = addSheet(draft, WORKBOOK, SHEET, { name: '新' });
    expect(faultsOf(draft)).toEqual([]);
    expect(names(draft)).toEqual([...Object.values(RICH_SHEETS), '新']);
    expect(removeSheet(draft, WORKBOOK, part)).toBe(true);
    for (const [part, bytes] of draft.changes()) if (bytes) expect(bytes).toEqual(before.get(part));
  });
});

describe('removing a sheet', () => {
  test.each([
    [
      'the sheet in view stays the same',
      'activeTab="2" firstSheet="1"',
      '1',
      { activeTab: '1', firstSheet: '0' },
    ],
    [
      'sheets before it do not move',
      'activeTab="0" firstSheet="0"',
      '2',
      { activeTab: '0', firstSheet: '0' },
    ],
    ['the next is shown', 'activeTab="1" firstSheet="2"', '2', { activeTab: '1', firstSheet: '1' }],
    [
      'the one before the last is shown',
      'activeTab="2" firstSheet="2"',
      '3',
      { activeTab: '1', firstSheet: '1' },
    ],
    ['without the attributes the first was in view', 'tabRatio="800"', '1', { tabRatio: '800' }],
  ])('%s', (_name, before, sheet, after) => {
    const draft = book((xml) =>
      withViews(xml).replace(
        '<workbookView activeTab="0"/>',
        `<workbookView ${before}/><workbookView activeTab="1"/>`,
      ),
    );
    expect(removeSheet(draft, WORKBOOK, idOf(sheet))).toBe(true);
    expect(attributes(draft, 'workbookView')[0]).toEqual(after);
    expect(faultsOf(draft)).toEqual([]);
  });

  test('a hidden sheet is not brought into view for it', () => {
    const sheets = THREE.map((sheet, i) => (i === 1 ? { ...sheet, state: 'hidden' as const } : sheet));
    const draft = book(withViews, sheets);
    expect(removeSheet(draft, WORKBOOK, idOf(1))).toBe(true);
    expect(attributes(draft, 'workbookView')[0]).toEqual({ activeTab: '1' });
  });

  test('its names go, those of sheets behind it are counted anew, views by id are turned', () => {
    const draft = book((xml) =>
      withViews(xml).replace(
        '</sheets>',
        '</sheets><definedNames>' +
          '<definedName name="全">1</definedName><definedName name="a" localSheetId="0">1</definedName>' +
          '<definedName name="b" localSheetId=\'1\'>\'乙\'!$A$1</definedName><definedName name="c" localSheetId="2">1</definedName>' +
          '</definedNames><customWorkbookViews><customWorkbookView name="v" activeSheetId="2"/></customWorkbookViews>',
      ),
    );
    expect(removeSheet(draft, WORKBOOK, idOf(2))).toBe(true);
    expect(definedNames(draft, WORKBOOK).map(({ name, localSheet }) => [name, localSheet])).toEqual([
      ['全', null],
      ['a', idOf(1)],
      ['c', idOf(3)],
    ]);
    expect(attributes(draft, 'customWorkbookView')[0]).toMatchObject({ activeSheetId: '3' });
  });

  const referring = (formula: string): readonly BuilderSheet[] => [
    { name: '甲', rows: [['好！!', 1]], formulas: { A2: formula } },
    ...THREE.slice(1),
  ];
  test.each<[string, PackageDraft, boolean]>([
    ['a formula', book(withViews, referring("SUM('乙'!A1:A2)")), false],
    ['a formula over a span of sheets', book(withViews, referring('SUM(乙:丙!A1)')), false],
    [
      'a formula of its own',
      book(withViews, [THREE[0]!, { name: '乙', formulas: { A1: "'乙'!B1" } }, THREE[2]!]),
      true,
    ],
    ['a formula about another workbook', book(withViews, referring("'[1]乙'!A1")), true],
    ['a text', book(withViews, [{ name: '甲', rows: [["看'乙'!A1", '=乙!A1']] }, ...THREE.slice(1)]), true],
    [
      'a name',
      book((xml) =>
        withViews(xml).replace(
          '</sheets>',
          '</sheets><definedNames><definedName name="n">\'乙\'!$A$1</definedName></definedNames>',
        ),
      ),
      false,
    ],
  ])('it stays for %s elsewhere, or not', (_name, draft, removed) => {
    expect(removeSheet(draft, WORKBOOK, idOf(2))).toBe(removed);
    expect(names(draft).includes('乙')).toBe(!removed);
    if (!removed) expect(draft.changes().size).toBe(0);
  });

  test('texts in the cells themselves are no formulas', () => {
    const parts = xlsxParts({
      sheets: [{ name: '甲', rows: [["'乙'!A1"]] }, { name: '乙' }],
      inlineStrings: true,
    });
    expect(removeSheet(draftOfParts(parts), WORKBOOK, idOf(2))).toBe(true);
    const coded = parts['xl/worksheets/sheet1.xml']!;
    const utf16 = draftOfParts(parts);
    utf16.replace('xl/worksheets/sheet1.xml', new Uint8Array(Buffer.from(`\ufeff${coded}`, 'utf16le')));
    expect(removeSheet(utf16, WORKBOOK, idOf(2))).toBe(true);
  });

  test('a formula in a part of UTF-16 keeps it', () => {
    const parts = xlsxParts({ sheets: referring("'乙'!A1") });
    const draft = draftOfParts(parts);
    const coded = Buffer.from(`\ufeff${parts['xl/worksheets/sheet1.xml']}`, 'utf16le');
    draft.replace('xl/worksheets/sheet1.xml', new Uint8Array(coded));
    expect(removeSheet(draft, WORKBOOK, idOf(2))).toBe(false);
  });

  test('charts, pivot tables and formulas of a rich workbook keep what they are of', () => {
    const draft = draftOf(richWorkbook());
    const removed = readWorkbookPart(draft).sheets.flatMap(({ id, name }) =>
      removeSheet(draft.branch(), WORKBOOK, id) ? [name] : [],
    );
    expect(removed).not.toContain(RICH_SHEETS.data);
    expect(removed).toContain(RICH_SHEETS.layout);
  });

  test('takes along what only it uses, and nothing else', () => {
    const draft = draftOf(richWorkbook());
    const { sheets } = readWorkbookPart(draft);
    const sheet = sheets.find(({ name }) => name === RICH_SHEETS.layout)!;
    const parts = richParts().map(({ name }) => name);
    const related = draft.relationships(sheet.part!);
    expect(removeSheet(draft, WORKBOOK, sheet.id)).toBe(true);
    expect(faultsOf(draft)).toEqual([]);
    const gone = parts.filter((part) => !draft.has(part));
    // Its picture is shown on another sheet too.
    const [picture, ...more] = related.filter(({ kind }) => kind === 'image');
    expect([draft.has(picture!.target), more]).toEqual([true, []]);
    const own = related.flatMap(({ kind, target }) => (kind === 'image' ? [] : [target]));
    expect(own.length).toBeGreaterThan(0);
    expect(gone.sort()).toEqual([sheet.part!, relationshipsPartOf(sheet.part!), ...own].sort());
    expect(reread(draft).sheets).toHaveLength(sheets.length - 1);
  });

  test('the last one to be seen stays, and so does one that is not there', () => {
    const sheets = THREE.map((sheet, i) => (i === 0 ? sheet : { ...sheet, state: 'hidden' as const }));
    expect(removeSheet(book(withViews, sheets), WORKBOOK, idOf(1))).toBe(false);
    expect(removeSheet(book(withViews, sheets), WORKBOOK, idOf(2))).toBe(true);
    expect(removeSheet(book(), WORKBOOK, idOf(9))).toBe(false);
  });

  test('several go in whatever order they speak of each other', () => {
    const draft = book(withViews, [...THREE, { name: '丁', formulas: { A1: "'丙'!A1" } }]);
    expect(removeSheet(draft, WORKBOOK, idOf(3))).toBe(false);
    expect([...removeSheets(draft, WORKBOOK, [idOf(3), idOf(4)])].sort()).toEqual([idOf(3), idOf(4)]);
    expect(names(draft)).toEqual(['甲', '乙']);
  });

  test.each([
    ['<c r="A1" i="1"/><c r="B1" i="2"/><c r="B2"/><c r="A2" i="1"/>', '<c r="A1" i="1"/><c r="A2" i="1"/>'],
    ['<c r="B1" i="2"/><c r="B2" l="1"/>', null],
    ['<c r="B1" i="2">', null],
  ])('its cells leave the order of calculation: %s', (before, after) => {
    const parts = xlsxParts({ sheets: THREE });
    const chain = (cells: string) => `<calcChain xmlns="${MAIN_NAMESPACE}">${cells}</calcChain>`;
    const draft = draftOfParts(parts);
    draft.add(
      'xl/calcChain.xml',
      chain(before),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml',
    );
    draft.addRelationship(WORKBOOK, `${RELATION_NAMESPACE}/calcChain`, 'xl/calcChain.xml');
    expect(removeSheet(draft, WORKBOOK, idOf(2))).toBe(true);
    if (after !== null) expect(textOf(draft, 'xl/calcChain.xml')).toBe(chain(after));
    else {
      expect(draft.has('xl/calcChain.xml')).toBe(false);
      expect(textOf(draft, '[Content_Types].xml')).not.toContain('calcChain');
    }
    expect(faultsOf(draft)).toEqual([]);
  });
});

describe('defined names', () => {
  const NAME = { name: '_own', refersTo: "'it''s <1>'!$A$1", localSheet: idOf(2), hidden: true };

  test.each<[string, (xml: string) => string]>([
    ['without names', (xml) => xml],
    ['with an extension behind', (xml) => xml.replace('</workbook>', '<calcPr/><extLst/></workbook>')],
    [
      'with others',
      (xml) =>
        xml.replace(
          '</sheets>',
          '</sheets><definedNames><definedName name="甲">1</definedName></definedNames>',
        ),
    ],
  ])('are added and taken away again, %s', (_name, edit) => {
    const draft = book(edit);
    const before = textOf(draft, WORKBOOK);
    setDefinedName(draft, WORKBOOK, NAME);
    expect(definedNames(draft, WORKBOOK)).toContainEqual(NAME);
    expect(namesOfSheets(draft, WORKBOOK)).toEqual(new Map([[idOf(2), ['_own']]]));
    expect(faultsOf(draft)).toEqual([]);
    removeDefinedNames(draft, WORKBOOK, ({ name }) => name === '_own');
    expect(textOf(draft, WORKBOOK)).toBe(before);
  });

  test('come before what the schema wants behind them', () => {
    const draft = book((xml) => xml.replace('</workbook>', '<calcPr/></workbook>'));
    setDefinedName(draft, WORKBOOK, NAME);
    const children = parseXml(textOf(draft, WORKBOOK)).children[0]!.children.map(({ name }) => name);
    expect(children).toEqual(['workbookPr', 'sheets', 'definedNames', 'calcPr']);
  });

  test('replace the one of the same name and place, whatever its case', () => {
    const draft = book();
    setDefinedName(draft, WORKBOOK, NAME);
    setDefinedName(draft, WORKBOOK, { ...NAME, localSheet: idOf(1) });
    setDefinedName(draft, WORKBOOK, { ...NAME, localSheet: null, hidden: false });
    setDefinedName(draft, WORKBOOK, { ...NAME, name: '_OWN', refersTo: '5' });
    expect(definedNames(draft, WORKBOOK)).toEqual([
      { ...NAME, name: '_OWN', refersTo: '5' },
      { ...NAME, localSheet: idOf(1) },
      { ...NAME, localSheet: null, hidden: false },
    ]);
  });

  test('of a sheet that is not there are refused, and passed over', () => {
    const draft = book((xml) =>
      xml.replace(
        '</sheets>',
        '</sheets><definedNames><definedName name="x" localSheetId="9">1</definedName></definedNames>',
      ),
    );
    expect(() => setDefinedName(draft, WORKBOOK, { ...NAME, localSheet: idOf(7) })).toThrow(RangeError);
    expect(definedNames(draft, WORKBOOK)).toEqual([]);
  });

  test('of a prefixed workbook bear its prefix', () => {
    const draft = draftOf(richWorkbook({ prefix: 'x' }));
    const { id } = readWorkbookPart(draft).sheets[1]!;
    setDefinedName(draft, WORKBOOK, { ...NAME, localSheet: id });
    expect(textOf(draft, WORKBOOK)).toContain('<x:definedName name="_own" localSheetId="1" hidden="1">');
    expect(faultsOf(draft)).toEqual([]);
  });
});

test.each([
  ['<workbookProtection lockStructure="1"/>', true],
  ['<workbookProtection lockWindows="1"/>', false],
  ['', false],
])('the structure is protected by %s: %s', (element, expected) => {
  const draft = book((xml) => xml.replace('<sheets>', `${element}<sheets>`));
  expect(structureProtected(draft, WORKBOOK)).toBe(expected);
});
