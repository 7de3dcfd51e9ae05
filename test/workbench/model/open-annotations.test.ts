import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toRangeAddress } from '../../../src/engine/sheet/address';
import { inflateWithZlib } from '../../../src/host/file/zlib-inflate';
import { openWorkbook } from '../../../src/xlsx';
import { openXlsx } from '../../../workbench/model/open-xlsx';
import type { OpenedWorkbook } from '../../../workbench/model/workbook-model';
import { CORPUS, corpusFile, withCorpus } from '../../support/outside/corpus';
import {
  chartXml,
  reviewedParts,
  reviewedWorkbook,
  seriesXml,
  STATE_ID,
  STATE_XML,
} from '../../support/workbooks/reviewed-workbook';
import {
  at,
  cellAt,
  closeWorkbooks,
  listen,
  openFile,
  valueOf,
} from '../../support/workbooks/workbook-model';
import { buildXlsxOfSheetXml } from '../../support/xlsx/xlsx-builder';

afterEach(closeWorkbooks);

const read = (bytes: Uint8Array): OpenedWorkbook => openXlsx(bytes, inflateWithZlib);

function openReviewed(changed: Readonly<Record<string, string | null>> = {}) {
  const model = openFile(read(reviewedWorkbook(changed)));
  const [annex, rollup] = model.sheets;
  return { model, annex: annex!, rollup: rollup! };
}

/** The first worksheet of a file with the given elements after its cells. */
function sheetOf(end: string, parts: Record<string, string> = {}) {
  const data = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
  return read(buildXlsxOfSheetXml(data + end, parts)).sheets[0]!;
}

describe('a workbook that was reviewed and saved', () => {
  test('shows its marks, the highest priority first', async () => {
    const { model, annex } = openReviewed();
    expect(
      annex.conditionalFormats.map(({ ranges, formula, fill }) => [
        ranges.map(toRangeAddress),
        formula,
        fill,
      ]),
    ).toEqual([
      [['E3'], '="annex-reviewer:warning"<>""', '#FFE8A4'],
      [['B2', 'D2:E3'], '="annex-reviewer:error"<>""', '#F8C7C7'],
      [['B2:B3'], '=$B2>15', '#123456'],
    ]);
    const fills = ['A1', 'B2', 'E2', 'E3'].map((address) => annex.shownFill(cellAt(address)));
    expect(fills).toEqual([null, '#F8C7C7', '#F8C7C7', '#FFE8A4']);
    await model.settled();
    expect(annex.shownFill(cellAt('B3'))).toBe('#123456');
  });

  test('has its notes, those of the user and ours', () => {
    const { annex, rollup } = openReviewed();
    expect(annex.notes).toEqual([
      { ...cellAt('A2'), text: '请核实' },
      { ...cellAt('B2'), text: '绩效自评审核\n合计不符 ' },
    ]);
    expect(annex.note(cellAt('A2'))).toBe('请核实');
    expect(rollup.notes).toEqual([]);
  });

  test('has links, lists to choose from and frozen panes', () => {
    const { rollup } = openReviewed();
    expect(rollup.link(cellAt('A2'))).toEqual({ sheetName: '附件2', address: 'A3' });
    expect(rollup.link(cellAt('A3'))).toBeNull();
    expect(rollup.choices).toEqual(
      ['C2:C3', 'C7'].map((address) => ({ range: at(address), values: ['待处理', '已修改'] })),
    );
    expect(rollup.frozen).toEqual({ rows: 1, columns: 1 });
  });

  test('has protection and print set-up', () => {
    const { annex, rollup } = openReviewed();
    expect([annex.protected, rollup.protected]).toEqual([true, false]);
    expect(Object.fromEntries(annex.page)).toEqual({
      orientation: 'Landscape',
      paperSize: 'A4',
      zoom: { horizontalFitToPages: 1 },
      leftMargin: 50.4,
      rightMargin: 50.4,
      topMargin: 54,
      bottomMargin: 54,
      headerMargin: 21.6,
      footerMargin: 21.6,
      printTitleRows: '1:1',
      printTitleColumns: 'A:A',
      printArea: 'A1:E3',
    });
    expect(rollup.page.size).toBe(0);
  });

  test('has its charts but for kinds it has no picture for', () => {
    const { rollup } = openReviewed();
    const data = (address: string) => ({ sheetId: rollup.id, range: at(address) });
    expect(rollup.charts).toMatchObject([
      {
        name: 'annex-reviewer 1',
        type: 'ColumnClustered',
        title: '各单位执行率',
        data: data('A1:C3'),
        series: [
          { name: { row: 0, column: 1 }, values: at('B2:B3'), categories: at('A2:A3') },
          { name: { row: 0, column: 2 }, values: at('C2:C3'), categories: at('A2:A3') },
        ],
        at: at('E1:J14'),
      },
      { name: '图表 2', type: 'BarStacked', title: '', data: data('A1:B3'), at: at('E16:J21') },
      { name: '图表 3', type: 'Pie', title: '', data: data('A1:B3'), at: at('M1:N3') },
    ]);
  });

  test('has its names, and formulas that use them are calculated', async () => {
    const { model, annex, rollup } = openReviewed();
    expect(model.names).toEqual([
      { name: '_annexReviewer_unit_summary', refersTo: '=单位汇总!$A$1', scope: rollup.id, visible: false },
      { name: '满分', refersTo: "='附件2'!$B$2:$B$3", scope: null, visible: true },
    ]);
    annex.setCells(at('B2'), [[{ value: 11 }]]);
    await model.settled();
    expect(valueOf(annex, 'C3')).toBe(31);
  });

  test('has its custom XML', () => {
    const { model } = openReviewed();
    expect([...model.customXml]).toEqual([
      [STATE_ID, `<?xml version="1.0" encoding="UTF-8"?>${STATE_XML}`],
      ['customXml/item2.xml', '<other xmlns="urn:other"/>'],
    ]);
    expect(model.opened.customXml!.map(({ part }) => part)).toEqual([
      'customXml/item1.xml',
      'customXml/item2.xml',
    ]);
  });

  test('tells no events, has nothing to undo, and says what it was opened with', async () => {
    const { model, annex, rollup } = openReviewed();
    const told = listen(model);
    await model.settled();
    expect(told).toEqual([]);
    expect(model.undoDepth).toBe(0);
    const [first, second] = model.opened.sheets;
    expect([annex.conditionalFormats, annex.notes, rollup.choices, rollup.charts, model.names]).toEqual([
      first!.conditionalFormats,
      first!.notes,
      second!.choices,
      second!.charts,
      model.opened.names,
    ]);
    annex.setNote(cellAt('A2'), null);
    annex.deleteConditionalFormat(annex.conditionalFormats[0]!.id);
    rollup.deleteChart(rollup.charts[0]!.id);
    expect(model.undoDepth).toBe(3);
    for (let i = 0; i < 3; i++) model.undo();
    expect(annex.note(cellAt('A2'))).toBe('请核实');
    expect(annex.conditionalFormats).toEqual(first!.conditionalFormats);
    expect(rollup.charts).toEqual(second!.charts);
  });

  test('what is added later has ids of its own', () => {
    const { annex, rollup } = openReviewed();
    annex.addConditionalFormat({ ranges: [at('A1')], formula: '=TRUE', fill: '#111111' });
    rollup.addChart({ ...rollup.charts[0]!, title: '新' });
    expect(new Set(annex.conditionalFormats.map(({ id }) => id)).size).toBe(4);
    expect(new Set(rollup.charts.map(({ id }) => id)).size).toBe(4);
    expect(annex.shownFill(cellAt('A1'))).toBe('#111111');
  });
});

describe('what cannot be understood is left out', () => {
  const REST = { formats: 3, notes: 2, links: 1, choices: 2, charts: 3, names: 2, customXml: 2 };
  const BROKEN = '<broken';
  const cases: Record<string, [Record<string, string | null>, Partial<typeof REST>]> = {
    'no part is missing': [{}, {}],
    'damaged notes': [{ 'xl/comments1.xml': BROKEN }, { notes: 0 }],
    'missing notes': [{ 'xl/comments1.xml': null }, { notes: 0 }],
    'notes of another kind': [{ 'xl/comments1.xml': '<persons/>' }, { notes: 0 }],
    'damaged relationships of a worksheet': [
      { 'xl/worksheets/_rels/sheet2.xml.rels': BROKEN },
      { charts: 0 },
    ],
    'damaged drawing': [{ 'xl/drawings/drawing1.xml': BROKEN }, { charts: 0 }],
    'missing drawing': [{ 'xl/drawings/drawing1.xml': null }, { charts: 0 }],
    'drawing without relationships': [{ 'xl/drawings/_rels/drawing1.xml.rels': null }, { charts: 0 }],
    'one damaged chart': [{ 'xl/charts/chart1.xml': BROKEN }, { charts: 2 }],
    'one missing chart': [{ 'xl/charts/chart1.xml': null }, { charts: 2 }],
    'one damaged custom part': [{ 'customXml/item2.xml': BROKEN }, {}],
    'custom properties that are damaged': [{ 'customXml/itemProps1.xml': BROKEN }, {}],
    'a custom part that is missing': [{ 'customXml/item1.xml': null }, { customXml: 1 }],
  };
  test.each(Object.entries(cases))('%s', (_, [changed, expected]) => {
    const { model, annex, rollup } = openReviewed(changed);
    expect({
      formats: annex.conditionalFormats.length,
      notes: annex.notes.length,
      links: rollup.link(cellAt('A2')) ? 1 : 0,
      choices: rollup.choices.length,
      charts: rollup.charts.length,
      names: model.names.length,
      customXml: model.customXml.size,
    }).toEqual({ ...REST, ...expected });
  });

  test('references to entities that do not exist spoil no more than their element', () => {
    const sheet = sheetOf(
      '<conditionalFormatting sqref="&nothing;"><cfRule type="expression"/></conditionalFormatting>' +
        '<conditionalFormatting sqref="A1"><cfRule type="expression"><formula>TRUE</formula></cfRule></conditionalFormatting>' +
        '<hyperlinks><hyperlink ref="A1" location="&nothing;"/></hyperlinks>' +
        '<pageSetup orientation="landscape"/>',
    );
    expect(sheet.conditionalFormats).toHaveLength(1);
    expect(sheet.links).toEqual([]);
    expect(sheet.page!.get('orientation')).toBe('Landscape');
  });
});

describe('conditional formats', () => {
  const rule = (more: string, formula = 'A1&gt;0') =>
    `<cfRule type="expression" ${more}><formula>${formula}</formula></cfRule>`;
  const cases: Record<string, [string, unknown[]]> = {
    'more cells than can be calculated': [
      `<conditionalFormatting sqref="A1:Z3000">${rule('priority="1"')}</conditionalFormatting>`,
      [],
    ],
    'as many cells, where there is nothing to calculate': [
      `<conditionalFormatting sqref="A1:Z3000">${rule('priority="1"', '"a"&lt;&gt;""')}</conditionalFormatting>`,
      [[['A1:Z3000'], '="a"<>""', null]],
    ],
    'whole columns and rows': [
      `<conditionalFormatting sqref="A:B 3:3">${rule('priority="1"')}</conditionalFormatting>`,
      [[['A1:B1048576', 'A3:XFD3'], '=A1>0', null]],
    ],
    'no range': [`<conditionalFormatting sqref="x">${rule('priority="1"')}</conditionalFormatting>`, []],
    'no formula': [
      '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"/></conditionalFormatting>',
      [],
    ],
    'other kinds': [
      '<conditionalFormatting sqref="A1"><cfRule type="cellIs" operator="greaterThan" priority="1"><formula>1</formula></cfRule></conditionalFormatting>',
      [],
    ],
    'no priority and no such fill': [
      `<conditionalFormatting sqref="A1">${rule('dxfId="7"', '1')}${rule('priority="9"', '2')}</conditionalFormatting>`,
      [
        [['A1'], '=2', null],
        [['A1'], '=1', null],
      ],
    ],
  };
  test.each(Object.entries(cases))('%s', (_, [xml, expected]) => {
    const formats = sheetOf(xml).conditionalFormats!;
    expect(formats.map(({ ranges, formula, fill }) => [ranges.map(toRangeAddress), formula, fill])).toEqual(
      expected,
    );
  });
});

describe('links', () => {
  const cases: Record<string, [string, unknown[]]> = {
    'to a worksheet whose name has a quote': [
      `ref="A1" location="'It''s'!$B$2"`,
      [{ row: 0, column: 0, sheetName: "It's", address: 'B2' }],
    ],
    'to the worksheet itself': [
      'ref="A1" location="#C3:D4"',
      [{ row: 0, column: 0, sheetName: 'Sheet1', address: 'C3:D4' }],
    ],
    'on two cells': [
      'ref="A1:B1" location="表!A1"',
      [
        { row: 0, column: 0, sheetName: '表', address: 'A1' },
        { row: 0, column: 1, sheetName: '表', address: 'A1' },
      ],
    ],
    'to a name': ['ref="A1" location="满分"', []],
    'into another file': ['ref="A1" r:id="rId5" location="表!A1"', []],
    'on whole columns': ['ref="A:C" location="表!A1"', []],
    'on no cell': ['location="表!A1"', []],
  };
  test.each(Object.entries(cases))('%s', (_, [attributes, expected]) => {
    expect(sheetOf(`<hyperlinks><hyperlink ${attributes}/></hyperlinks>`).links).toEqual(expected);
  });
});

describe('lists to choose from', () => {
  const cases: Record<string, [string, unknown]> = {
    'with spaces and quotes': ['"是, 否,""未定"""', [['是', '否', '"未定"']]],
    'with one value': ['"是"', [['是']]],
    'kept in cells': ['$A$1:$A$3', []],
    'by a name': ['满分', []],
    'by a formula that begins and ends with texts': ['"a"&amp;"b"', []],
  };
  test.each(Object.entries(cases))('%s', (_, [formula, expected]) => {
    const xml = `<dataValidations><dataValidation type="list" sqref="B2"><formula1>${formula}</formula1></dataValidation></dataValidations>`;
    expect(sheetOf(xml).choices!.map(({ values }) => values)).toEqual(expected);
  });
});

describe('print set-up', () => {
  const cases: Record<string, [string, Record<string, unknown>]> = {
    'nothing said': ['', {}],
    'a scale': [
      '<pageSetup scale="85" orientation="portrait"/>',
      { zoom: { scale: 85 }, orientation: 'Portrait' },
    ],
    'margins that are none': ['<pageMargins left="-1" right="x" top="1"/>', { topMargin: 72 }],
    'centred, with lines': [
      '<printOptions horizontalCentered="1" gridLines="1" headings="0"/>',
      { centerHorizontally: true, printGridlines: true, printHeadings: false },
    ],
    'order, colours and first page': [
      '<pageSetup paperSize="8" pageOrder="overThenDown" blackAndWhite="1" draft="1" useFirstPageNumber="1" firstPageNumber="3"/>',
      {
        paperSize: 'A3',
        printOrder: 'OverThenDown',
        blackAndWhite: true,
        draftMode: true,
        firstPageNumber: 3,
      },
    ],
    'paper of a printer': ['<pageSetup paperSize="256" orientation="default"/>', {}],
  };
  test.each(Object.entries(cases))('%s', (_, [xml, expected]) => {
    expect(Object.fromEntries(sheetOf(xml).page!)).toEqual(expected);
  });
});

describe('charts', () => {
  const series = (values: string) => seriesXml('单位汇总!$B$1', '单位汇总!$A$2:$A$3', values);
  const bars = (content: string) => `<c:barChart><c:barDir val="col"/>${content}</c:barChart>`;
  const cases: Record<string, [string, [type: string, title: string, range: string] | null]> = {
    'a title of several lines': [
      chartXml(
        bars(series('单位汇总!$B$2:$B$3')),
        '<a:r><a:t>一</a:t></a:r></a:p><a:p><a:r><a:t>二</a:t></a:r>',
      ),
      ['ColumnClustered', '一\n二', 'A1:B3'],
    ],
    'a title taken from a cell': [
      chartXml(bars(series('单位汇总!$B$2:$B$3'))).replace(
        '<c:plotArea>',
        '<c:title><c:tx><c:strRef><c:f>附件2!$A$9</c:f><c:strCache><c:pt idx="0"><c:v>表头</c:v></c:pt></c:strCache></c:strRef></c:tx></c:title><c:plotArea>',
      ),
      ['ColumnClustered', '表头', 'A1:B3'],
    ],
    'a series in pieces': [
      chartXml(bars(series('(单位汇总!$B$2,单位汇总!$D$5)'))),
      ['ColumnClustered', '', 'A1:D5'],
    ],
    'a doughnut': [
      chartXml(`<c:doughnutChart>${series('单位汇总!$B$2:$B$3')}</c:doughnutChart>`),
      ['Doughnut', '', 'A1:B3'],
    ],
    'columns with a line': [
      chartXml(
        bars(series('单位汇总!$B$2:$B$3')) + `<c:lineChart>${series('单位汇总!$B$2:$B$3')}</c:lineChart>`,
      ),
      null,
    ],
    'data of two worksheets': [chartXml(bars(series('附件2!$B$2:$B$3'))), null],
    'data of another workbook': [chartXml(bars(series('[1]单位汇总!$B$2:$B$3'))), null],
    'data of no worksheet': [chartXml(bars(series('#REF!'))), null],
    'no data': [chartXml(bars('')), null],
    'no plot': [chartXml(''), null],
  };
  const chartOf = (xml: string) =>
    read(reviewedWorkbook({ 'xl/charts/chart1.xml': xml })).sheets[1]!.charts!.find(
      ({ name }) => name === 'annex-reviewer 1',
    );
  test.each(Object.entries(cases))('%s', (_, [xml, expected]) => {
    const chart = chartOf(xml);
    expect(chart ? [chart.type, chart.title, toRangeAddress(chart.data.range)] : null).toEqual(expected);
  });
});

describe('series of charts', () => {
  const seriesIn = (xml: string) =>
    read(reviewedWorkbook({ 'xl/charts/chart1.xml': chartXml(`<c:barChart>${xml}</c:barChart>`) }))
      .sheets[1]!.charts!.filter(({ name }) => name === 'annex-reviewer 1')
      .map(({ series }) => series);
  const plain = seriesXml('单位汇总!$B$1', '单位汇总!$A$2:$A$3', '单位汇总!$D$2:$D$3');

  test('may have a text of their own for a name, and no labels', () => {
    const named = plain.replace(/<c:tx>.*<\/c:tx>/, '<c:tx><c:v>支出</c:v></c:tx>');
    expect(seriesIn(named)).toEqual([[{ name: '支出', values: at('D2:D3'), categories: at('A2:A3') }]]);
    const bare = plain.replace(/<c:tx>.*<\/c:cat>/, '');
    expect(seriesIn(bare)).toEqual([[{ name: '', values: at('D2:D3'), categories: null }]]);
  });

  test('are left to the range around all of them where one is in pieces or has labels of two levels', () => {
    const pieces = seriesXml('单位汇总!$B$1', '单位汇总!$A$2:$A$3', '(单位汇总!$B$2,单位汇总!$D$5)');
    const levels = seriesXml('单位汇总!$B$1', '单位汇总!$A$2:$B$3', '单位汇总!$D$2:$D$3');
    expect([seriesIn(plain + pieces), seriesIn(levels)]).toEqual([[undefined], [undefined]]);
  });
});

describe('names', () => {
  const names = (xml: string) => {
    const workbook = reviewedParts()['xl/workbook.xml']!;
    const changed = workbook.replace(
      /<definedNames>.*<\/definedNames>/,
      `<definedNames>${xml}</definedNames>`,
    );
    return openFile(read(reviewedWorkbook({ 'xl/workbook.xml': changed }))).names.map(
      ({ name, refersTo, scope }) => `${scope ?? ''} ${name}${refersTo}`,
    );
  };
  const cases: Record<string, [string, string[]]> = {
    'a constant, a formula and a lost reference': [
      '<definedName name="a">"x"</definedName><definedName name="b">SUM(附件2!$A$1)*2</definedName><definedName name="c">#REF!</definedName>',
      [' a="x"', ' b=SUM(附件2!$A$1)*2', ' c=#REF!'],
    ],
    'the same name twice, and once in a scope': [
      '<definedName name="a">1</definedName><definedName name="A">2</definedName><definedName name="a" localSheetId="0">3</definedName>',
      [' a=1', 'sheet-xl/worksheets/sheet1.xml a=3'],
    ],
    'a scope that does not exist, no name, nothing meant': [
      '<definedName name="a" localSheetId="7">1</definedName><definedName>1</definedName><definedName name="b"/>',
      [],
    ],
  };
  test.each(Object.entries(cases))('%s', (_, [xml, expected]) => expect(names(xml)).toEqual(expected));
});

describe('workbooks that opened before', () => {
  const SAMPLES = join(__dirname, '..', '..', '..', 'assets', 'samples');
  const samples = readdirSync(SAMPLES).filter((name) => name.endsWith('.xlsx'));
  test.each(samples)('%s', (name) => opensAsBefore(join(SAMPLES, name)));
  withCorpus([], () => {
    test.each(CORPUS)('%s', (name) => opensAsBefore(corpusFile(name)));
  });

  async function opensAsBefore(file: string): Promise<void> {
    const bytes = readFileSync(file);
    const workbook = openWorkbook(bytes, { inflate: inflateWithZlib });
    const opened = read(bytes);
    expect(opened.sheets.map(({ snapshot }) => snapshot)).toEqual(
      workbook.sheets.map(({ index }) => workbook.readSheet(index)),
    );
    const model = openFile(opened);
    model.sheets.forEach((sheet, index) => {
      const { conditionalFormats, notes, choices, charts, page } = opened.sheets[index]!;
      expect([sheet.conditionalFormats, sheet.notes, sheet.choices, sheet.charts]).toEqual([
        conditionalFormats,
        notes,
        choices,
        charts,
      ]);
      expect(sheet.page).toEqual(page);
    });
    expect(model.names).toEqual(opened.names);
    await model.settled();
    expect(model.undoDepth).toBe(0);
  }
});
