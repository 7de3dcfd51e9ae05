import type { PlanChart, SheetPlan } from '../../../../src/engine/sheet/sheet-plan';
import type { PackageDraft } from '../../../../src/xlsx/package/package-draft';
import { readWorkbookPart } from '../../../../src/xlsx/read/workbook-part';
import { readWorksheet } from '../../../../src/xlsx/read/worksheet';
import { definedNames } from '../../../../src/xlsx/write/sheets/defined-names';
import { rewritePlannedSheet } from '../../../../src/xlsx/write/sheets/own-sheet';
import { removeSheet } from '../../../../src/xlsx/write/sheets/workbook-sheets';
import { PLAN } from '../../../host/contract/plan';
import { richParts, richWorkbook, type RichWorkbookOptions } from '../../../support/xlsx/rich-workbook';
import { buildXlsx, MAIN_NAMESPACE, RELATION_NAMESPACE, xlsxParts } from '../../../support/xlsx/xlsx-builder';
import { parseXml, type XmlElement } from '../../../support/xlsx/xml-tree';
import {
  draftOf,
  draftOfParts,
  faultsOf,
  insert,
  MARKS,
  reread,
  rewrite,
  textOf,
  WORKBOOK,
  idOf,
} from './sheet-draft';

const VARIANTS: readonly RichWorkbookOptions[] = [
  {},
  { strict: true },
  { prefix: 'x' },
  { strict: true, prefix: 'x' },
  { absoluteTargets: true, macros: false },
  { slicer: false, utf16: true },
];
const PIE: PlanChart = { ...PLAN.charts[0]!, type: 'pie', title: '饼' };

function partOf(draft: PackageDraft, id: string): string {
  const part = readWorkbookPart(draft).sheets.find((sheet) => sheet.id === id)?.part;
  if (!part) throw new Error(`no sheet ${id}`);
  return part;
}

function rootOf(draft: PackageDraft, part: string): XmlElement {
  return parseXml(textOf(draft, part)).children[0]!;
}

/** Kinds and targets of a part's relationships. */
function related(draft: PackageDraft, part: string): string[] {
  return draft.relationships(part).map(({ kind, target }) => `${kind} ${target}`);
}

function drawingOf(draft: PackageDraft, sheetPart: string): string | undefined {
  return draft.relationships(sheetPart).find(({ kind }) => kind === 'drawing')?.target;
}

/** Names of the objects drawn on a worksheet. */
function drawn(draft: PackageDraft, sheetPart: string): string[] {
  const drawing = drawingOf(draft, sheetPart);
  if (!drawing) return [];
  return rootOf(draft, drawing)
    .descendants.filter(({ name }) => name.endsWith('cNvPr'))
    .map(({ attributes }) => attributes.name!);
}

describe.each(VARIANTS)('in a rich workbook, %j', (options) => {
  test('a plan becomes the last sheet, and all else stays', () => {
    const draft = draftOf(richWorkbook(options));
    const count = readWorkbookPart(draft).sheets.length;
    const before = new Set(richParts(options).map(({ name }) => name));
    const sheet = insert(draft, PLAN);
    expect(sheet.name).toBe('单位汇总');
    expect(faultsOf(draft)).toEqual([]);
    const old = [...draft.changes().keys()].filter((part) => before.has(part));
    expect(old.sort()).toEqual(
      ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', WORKBOOK].sort(),
    );

    const workbook = reread(draft);
    expect(workbook.sheets).toHaveLength(count + 1);
    const read = workbook.readSheet(count);
    expect(read.values[2]).toEqual(['=cmd()', 40, 0.9625]);
    expect(read.formulas[4]).toEqual([null, '=SUM(B3:B4)']);
    expect(read.numberFormats[3]).toEqual(['General', '0.00', '0.00%']);
    expect(drawn(draft, partOf(draft, sheet.id))).toEqual(['own 1']);
  });

  test('and is made anew in place', () => {
    const draft = draftOf(richWorkbook(options));
    const { id } = insert(draft, PLAN);
    const part = partOf(draft, id);
    const parts = [...draft.changes()].flatMap(([name, bytes]) => (bytes ? [name] : [])).sort();
    rewrite(draft, id, PLAN);
    expect(faultsOf(draft)).toEqual([]);
    expect([...draft.changes()].flatMap(([name, bytes]) => (bytes ? [name] : [])).sort()).toEqual(parts);
    expect(partOf(draft, id)).toBe(part);
    expect(drawn(draft, part)).toEqual(['own 1']);
  });

  test('and leaves with all its parts', () => {
    const draft = draftOf(richWorkbook(options));
    const { id } = insert(draft, { ...PLAN, charts: [...PLAN.charts, PIE] });
    const before = new Set(richParts(options).map(({ name }) => name));
    expect(removeSheet(draft, WORKBOOK, id)).toBe(true);
    for (const part of draft.changes().keys())
      expect([part, draft.has(part)]).toEqual([part, before.has(part)]);
    const original = draftOf(richWorkbook(options));
    for (const part of [WORKBOOK, '[Content_Types].xml', 'xl/_rels/workbook.xml.rels'])
      expect(textOf(draft, part)).toBe(textOf(original, part));
  });
});

test('the sheet is known by a hidden name and prints its titles on each page', () => {
  const draft = draftOf(buildXlsx({ sheets: [{ name: '附件2' }, { name: '单位汇总' }] }));
  const { id, name } = insert(draft, PLAN);
  expect(name).toBe('单位汇总 (2)');
  expect(definedNames(draft, WORKBOOK)).toEqual([
    { name: MARKS.ownName, refersTo: "'单位汇总 (2)'!$A$1", localSheet: id, hidden: true },
    { name: '_xlnm.Print_Titles', refersTo: "'单位汇总 (2)'!$1:$2", localSheet: id, hidden: false },
  ]);
  rewrite(draft, id, { ...PLAN, print: { ...PLAN.print, titleRows: null } });
  expect(definedNames(draft, WORKBOOK).map((one) => one.name)).toEqual([MARKS.ownName]);
});

test('charts refer to the sheet by the name it got', () => {
  const draft = draftOf(buildXlsx({ sheets: [{ name: '单位汇总' }] }));
  const { id } = insert(draft, PLAN);
  const [chart] = draft.relationships(drawingOf(draft, partOf(draft, id))!);
  expect(rootOf(draft, chart!.target).all('c:f')[0]!.text).toBe("'单位汇总 (2)'!$B$2");
});

test('a chart covers the cells planned for it', () => {
  const draft = draftOf(buildXlsx({ sheets: [{ name: '附件2' }] }));
  const { id } = insert(draft, PLAN);
  const [anchor] = rootOf(draft, drawingOf(draft, partOf(draft, id))!).all('xdr:twoCellAnchor');
  const corner = (name: string) => anchor!.all(name)[0]!.children.map(({ text }) => Number(text));
  expect(corner('xdr:from')).toEqual([0, 0, 6, 0]);
  expect(corner('xdr:to')).toEqual([3, 0, 21, 0]);
});

describe('a sheet that others have worked on', () => {
  /** A worksheet with something of everything, as Excel saves it, on which a chart of ours and a picture stand. */
  function workedOn(prefix = ''): PackageDraft {
    const p = prefix === '' ? '' : `${prefix}:`;
    const tags = (xml: string) => xml.replace(/<(\/?)(?=\w)/g, `<$1${p}`);
    const main = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
    const parts = xlsxParts({ sheets: [{ name: '附件2' }, { name: '汇总（王）' }] });
    const draft = draftOfParts({
      ...parts,
      'xl/worksheets/sheet2.xml':
        `<${p}worksheet ${main}="${MAIN_NAMESPACE}" xmlns:r="${RELATION_NAMESPACE}" xmlns:mc="urn:mc" mc:Ignorable="x14" xmlns:x14="urn:x14">` +
        tags(
          '<sheetPr codeName="S2" filterMode="1"><tabColor rgb="FFFF0000"/><pageSetUpPr autoPageBreaks="0"/></sheetPr>' +
            '<dimension ref="A1:Z99"/><sheetViews><sheetView tabSelected="1" zoomScale="85" topLeftCell="A40" workbookViewId="0">' +
            '<pane ySplit="9" topLeftCell="A50" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="C60" sqref="C60"/></sheetView>' +
            '<sheetView zoomScale="100" workbookViewId="1"/></sheetViews>' +
            '<sheetFormatPr defaultRowHeight="13.5"/><cols><col min="1" max="9" width="3"/></cols>' +
            '<sheetData><row r="30"><c r="A30"><f>1+1</f><v>2</v></c></row></sheetData>' +
            '<autoFilter ref="A3:C9"/><mergeCells count="1"><mergeCell ref="A30:B30"/></mergeCells>' +
            '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>' +
            '<dataValidations count="1"><dataValidation sqref="Z9"/></dataValidations>' +
            '<hyperlinks><hyperlink ref="A1" r:id="rId3"/></hyperlinks>' +
            '<pageMargins left="0.1" right="0.1" top="0.1" bottom="0.1" header="0.1" footer="0.1"/>' +
            '<pageSetup paperSize="8" scale="50" orientation="portrait" horizontalDpi="600" r:id="rId4"/>' +
            '<headerFooter><oddFooter>王</oddFooter></headerFooter>' +
            '<drawing r:id="rId1"/><legacyDrawing r:id="rId5"/>' +
            '<tableParts count="1"><tablePart r:id="rId2"/></tableParts><extLst><ext uri="x"/></extLst>',
        ) +
        `</${p}worksheet>`,
      'xl/drawings/drawing7.xml':
        '<wsDr xmlns="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="urn:a" xmlns:r="urn:r">' +
        '<twoCellAnchor><graphicFrame><nvGraphicFramePr><cNvPr id="2" name="own 1"/></nvGraphicFramePr><c:chart xmlns:c="urn:c" r:id="rId1"/></graphicFrame></twoCellAnchor>' +
        '<twoCellAnchor><pic><nvPicPr><cNvPr id="41" name="图片 own 1"/></nvPicPr><a:blip r:embed="rId2"/></pic></twoCellAnchor>' +
        '<twoCellAnchor><graphicFrame><nvGraphicFramePr><cNvPr id="5" name="图表 3"/></nvGraphicFramePr><c:chart xmlns:c="urn:c" r:id="rId3"/></graphicFrame></twoCellAnchor></wsDr>',
    });
    const sheet = 'xl/worksheets/sheet2.xml';
    const drawing = 'xl/drawings/drawing7.xml';
    const add = (source: string, kind: string, part: string) => {
      if (!draft.has(part)) draft.add(part, `<x-${kind}/>`, `application/x-${kind}+xml`);
      draft.addRelationship(source, `${RELATION_NAMESPACE}/${kind}`, part);
    };
    add(sheet, 'drawing', drawing);
    add(sheet, 'table', 'xl/tables/table1.xml');
    add(sheet, 'hyperlink', 'xl/linked.xml');
    add(sheet, 'printerSettings', 'xl/printerSettings/printerSettings1.bin');
    add(sheet, 'vmlDrawing', 'xl/drawings/vmlDrawing1.vml');
    add(sheet, 'comments', 'xl/comments1.xml');
    add(drawing, 'chart', 'xl/charts/chart1.xml');
    add(drawing, 'image', 'xl/media/image1.png');
    add(drawing, 'chart', 'xl/charts/chart2.xml');
    add('xl/charts/chart1.xml', 'chartStyle', 'xl/charts/style1.xml');
    draft.add(
      'xl/calcChain.xml',
      `<calcChain xmlns="${MAIN_NAMESPACE}"><c r="A30" i="2"/></calcChain>`,
      'application/x-calc+xml',
    );
    draft.addRelationship(WORKBOOK, `${RELATION_NAMESPACE}/calcChain`, 'xl/calcChain.xml');
    return draft;
  }
  const SHEET = 'xl/worksheets/sheet2.xml';

  test.each(['', 'x'])(
    'keeps its view, colour, margins, notes and what is drawn on it (prefix "%s")',
    (prefix) => {
      const draft = workedOn(prefix);
      const p = prefix === '' ? '' : `${prefix}:`;
      rewrite(draft, idOf(2), PLAN);
      expect(faultsOf(draft).filter((fault) => !fault.startsWith('xl/linked'))).toEqual([]);
      const root = rootOf(draft, SHEET);
      expect(root.children.map(({ name }) => name.slice(p.length))).toEqual([
        'sheetPr',
        'dimension',
        'sheetViews',
        'sheetFormatPr',
        'cols',
        'sheetData',
        'mergeCells',
        'dataValidations',
        'hyperlinks',
        'printOptions',
        'pageMargins',
        'pageSetup',
        'headerFooter',
        'drawing',
        'legacyDrawing',
      ]);
      const only = (name: string) => root.all(p + name).map(({ attributes }) => attributes);
      expect(only('sheetPr')).toEqual([{ codeName: 'S2' }]);
      expect(only('tabColor')).toEqual([{ rgb: 'FFFF0000' }]);
      expect(only('pageSetUpPr')).toEqual([{ autoPageBreaks: '0', fitToPage: '1' }]);
      expect(only('sheetView')).toEqual([
        { tabSelected: '1', zoomScale: '85', workbookViewId: '0' },
        { zoomScale: '100', workbookViewId: '1' },
      ]);
      expect(only('pane')).toEqual(
        Array(2).fill(expect.objectContaining({ topLeftCell: 'B3', state: 'frozen' })),
      );
      expect(only('pageMargins')[0]).toMatchObject({ left: '0.1' });
      expect(only('pageSetup')).toEqual([
        {
          paperSize: '9',
          orientation: 'landscape',
          horizontalDpi: '600',
          'r:id': 'rId4',
          fitToWidth: '1',
          fitToHeight: '0',
        },
      ]);
      expect(root.all(`${p}oddFooter`)[0]!.text).toBe('王');
      expect(only('hyperlink')).toEqual([expect.objectContaining({ location: "'附件2'!A3" })]);

      expect(related(draft, SHEET).sort()).toEqual([
        'comments xl/comments1.xml',
        'drawing xl/drawings/drawing7.xml',
        'printerSettings xl/printerSettings/printerSettings1.bin',
        'vmlDrawing xl/drawings/vmlDrawing1.vml',
      ]);
      for (const part of [
        'xl/tables/table1.xml',
        'xl/linked.xml',
        'xl/charts/style1.xml',
        'xl/calcChain.xml',
      ])
        expect([part, draft.has(part)]).toEqual([part, false]);
      expect(drawn(draft, SHEET)).toEqual(['图片 own 1', '图表 3', 'own 1']);
      expect(new Set(textOf(draft, 'xl/drawings/drawing7.xml').match(/ id="\d+"/g))).toEqual(
        new Set([' id="41"', ' id="5"', ' id="42"']),
      );
      const read = reread(draft).readSheet(1);
      expect(read).toMatchObject({ name: '汇总（王）', rowCount: 5, merges: PLAN.merges });
    },
  );

  test('loses our charts where the plan has none, and keeps the drawing for what others drew', () => {
    const draft = workedOn();
    rewrite(draft, idOf(2), { ...PLAN, charts: [] });
    expect(drawn(draft, SHEET)).toEqual(['图片 own 1', '图表 3']);
    expect(draft.has('xl/charts/chart1.xml')).toBe(false);
    expect(draft.has('xl/charts/chart2.xml')).toBe(true);
    expect(textOf(draft, SHEET)).toContain('<drawing r:id="rId1"/>');
  });

  test('loses a drawing that held nothing but our charts', () => {
    const draft = draftOf(buildXlsx({ sheets: [{ name: '附件2' }] }));
    const { id } = insert(draft, { ...PLAN, charts: [...PLAN.charts, PIE] });
    rewrite(draft, id, { ...PLAN, charts: [] });
    const part = partOf(draft, id);
    expect(textOf(draft, part)).not.toContain('<drawing');
    expect(related(draft, part)).toEqual([]);
    expect([...draft.changes()].filter(([name, bytes]) => bytes && /drawing|chart/.test(name))).toEqual([]);
    expect(textOf(draft, '[Content_Types].xml')).not.toMatch(/drawing|chart/);
    expect(faultsOf(draft)).toEqual([]);
  });

  test('loses the range behind its filter', () => {
    const draft = draftOfParts(
      Object.fromEntries(
        Object.entries(xlsxParts({ sheets: [{ name: '甲' }] })).map(([name, xml]) => [
          name,
          name === WORKBOOK
            ? xml.replace(
                '</sheets>',
                '</sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">甲!$A$1</definedName></definedNames>',
              )
            : xml,
        ]),
      ),
    );
    rewrite(draft, idOf(1), PLAN);
    expect(definedNames(draft, WORKBOOK).map(({ name }) => name)).toEqual([
      MARKS.ownName,
      '_xlnm.Print_Titles',
    ]);
  });

  test('stays as it is when it is made anew with the same plan', () => {
    const draft = workedOn();
    rewrite(draft, idOf(2), PLAN);
    const first = textOf(draft, SHEET);
    rewrite(draft, idOf(2), PLAN);
    expect(textOf(draft, SHEET)).toBe(first);
  });
});

test.each([
  ['a self-closed worksheet', `<worksheet xmlns="${MAIN_NAMESPACE}"/>`],
  ['one without relationships', `<worksheet xmlns="${MAIN_NAMESPACE}"><sheetData/></worksheet>`],
  [
    'one with controls',
    `<worksheet xmlns="${MAIN_NAMESPACE}"><sheetData/><legacyDrawing/><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><controls/></mc:Choice></mc:AlternateContent></worksheet>`,
  ],
])('%s can be made into a plan', (_name, xml) => {
  const draft = draftOfParts({ ...xlsxParts({ sheets: [{ name: '甲' }] }), 'xl/worksheets/sheet1.xml': xml });
  rewrite(draft, idOf(1), PLAN);
  expect(faultsOf(draft)).toEqual([]);
  expect(reread(draft).readSheet(0).rowCount).toBe(5);
  const names = rootOf(draft, 'xl/worksheets/sheet1.xml').children.map(({ name }) => name);
  if (xml.includes('controls')) expect(names.slice(-2)).toEqual(['legacyDrawing', 'mc:AlternateContent']);
});

test('what is no worksheet is not made into one', () => {
  const draft = draftOf(richWorkbook());
  const styles = { cell: () => 0 };
  const { sheets } = readWorkbookPart(draft);
  const chart = sheets.find(({ kind }) => kind === 'chartsheet')!.id;
  for (const id of [chart, idOf(99)])
    expect(rewritePlannedSheet(draft, WORKBOOK, id, PLAN, styles, MARKS)).toBeNull();
  expect(draft.changes().size).toBe(0);
});

test('a plan of many rows is read back', () => {
  const rows = Array.from({ length: 5_000 }, (_, i): SheetPlan['rows'][number] => [
    { value: `第${i}行` },
    { value: i },
  ]);
  const draft = draftOf(buildXlsx({ sheets: [{ name: '附件2' }] }));
  const { id } = insert(draft, { ...PLAN, rows, merges: [], charts: [] });
  const context = {
    sharedStrings: [],
    cellFormats: [],
    date1904: false,
    isRichError: () => false,
    maxCells: 1e6,
  };
  const sheet = readWorksheet(draft.scan(partOf(draft, id)), context);
  expect(sheet.values).toEqual(rows.map((row) => row.map((cell) => cell!.value)));
});
