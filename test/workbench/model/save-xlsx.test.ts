import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { deflateWithZlib } from '../../../src/host/file/zlib-deflate';
import { inflateWithZlib } from '../../../src/host/file/zlib-inflate';
import { CannotSave } from '../../../workbench/model/cannot-save';
import { openXlsx } from '../../../workbench/model/open-xlsx';
import { saveXlsx } from '../../../workbench/model/save-xlsx';
import { sheetIdOf } from '../../../workbench/model/sheet-ids';
import type { OpenedWorkbookModel, WorksheetModel } from '../../../workbench/model/workbook-model';
import { CORPUS, corpusFile, withCorpus } from '../../support/outside/corpus';
import { reviewedWorkbook } from '../../support/workbooks/reviewed-workbook';
import { richWorkbook } from '../../support/xlsx/rich-workbook';
import { at, cellAt, closeWorkbooks, openFile, valueOf, write } from '../../support/workbooks/workbook-model';
import { buildXlsxOfSheetXml, xlsxParts, zipParts } from '../../support/xlsx/xlsx-builder';

afterEach(closeWorkbooks);

const SAMPLES = join(__dirname, '../../../assets/samples');
const SAMPLE = new Uint8Array(readFileSync(join(SAMPLES, 'self-evaluation-annex.xlsx')));

const open = (file: Uint8Array): OpenedWorkbookModel => openFile(openXlsx(file, inflateWithZlib));
const save = (file: Uint8Array, model: OpenedWorkbookModel): Uint8Array =>
  saveXlsx(file, model, { inflate: inflateWithZlib, deflate: deflateWithZlib });
const partsOf = (file: Uint8Array): ReadonlyMap<string, Buffer> =>
  new Map(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, Buffer.from(bytes)]));

const NOTE_BOX = (row: number, column: number) =>
  '<v:shape type="#t"><x:ClientData ObjectType="Note">' +
  `<x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
const NOTE_BOXES =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  `${NOTE_BOX(1, 0)}${NOTE_BOX(1, 1)}</xml>`;

/** Opens a file, changes it, saves it and opens what was saved. */
async function saved(
  change: (model: OpenedWorkbookModel) => void,
  file: Uint8Array = SAMPLE,
): Promise<{ readonly model: OpenedWorkbookModel; readonly file: Uint8Array }> {
  const model = open(file);
  change(model);
  await model.settled();
  const after = save(file, model);
  const again = open(after);
  await again.settled();
  return { model: again, file: after };
}

/** The parts that a saved file has changed or has more, by name. */
function differences(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  expect([...old.keys()].filter((name) => !now.has(name))).toEqual([]);
  return [...now.keys()].filter((name) => !old.get(name)?.equals(now.get(name)!)).sort();
}

const first = (model: OpenedWorkbookModel): WorksheetModel => model.sheets[0]!;
const MARK = { ranges: [at('D6:E6'), at('B9')], formula: '="annex-reviewer:error"<>""', fill: '#F8C7C7' };

describe('a workbook in which nothing was changed', () => {
  const samples = readdirSync(SAMPLES).filter((name) => name.endsWith('.xlsx'));
  const files: [string, () => Uint8Array][] = [
    ...samples.map((name): [string, () => Uint8Array] => [
      name,
      () => new Uint8Array(readFileSync(join(SAMPLES, name))),
    ]),
    ['reviewed before', () => reviewedWorkbook()],
    ['with everything', () => richWorkbook()],
    ['strict', () => richWorkbook({ strict: true })],
  ];

  const isTheSame = async (file: Uint8Array): Promise<void> => {
    const model = open(file);
    await model.settled();
    expect(save(file, model)).toBe(file);
  };

  test.each(files)('is the very same file: %s', (_, read) => isTheSame(read()));

  withCorpus([], () => {
    test.each(CORPUS)('is the very same file: %s', (name) =>
      isTheSame(new Uint8Array(readFileSync(corpusFile(name)))),
    );
  });

  test('is it too once everything is undone', async () => {
    const model = open(SAMPLE);
    const sheet = first(model);
    model.transact(() => write(sheet, 'A6', [['改了']]));
    sheet.insertRows(45, 2);
    model.transact(() => sheet.addConditionalFormat(MARK));
    sheet.setFormat(at('B2'), { fill: '#112233' });
    model.addSheet('新表');
    while (model.undoDepth > 0) model.undo();
    await model.settled();
    expect(save(SAMPLE, model)).toBe(SAMPLE);
  });
});

describe('cells', () => {
  test('are written exactly, and no other part but theirs', async () => {
    const { model, file } = await saved((before) => {
      const sheet = first(before);
      write(sheet, 'C6:H6', [[12.5, true, null, { error: '#N/A' }, '007', '#REF!']]);
      sheet.setCells(at('B20'), [[{ value: '=cmd()' }]]);
      write(sheet, 'H40', [['=SUM(C6,0.5)']]);
      sheet.setNumberFormats(at('D9'), [['0.0000']]);
    });
    const sheet = first(model);
    expect(sheet.values(at('C6:H6'))).toEqual([[12.5, true, null, { error: '#N/A' }, '007', '#REF!']]);
    expect(valueOf(sheet, 'B20')).toBe('=cmd()');
    expect(sheet.formulas(at('B20'))[0]![0]).toBeNull();
    expect(sheet.formulas(at('H40'))).toEqual([['=SUM(C6,0.5)']]);
    expect(sheet.numberFormats(at('D9'))).toEqual([['0.0000']]);
    expect(differences(SAMPLE, file)).toEqual([
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
  });

  test('that get another number format keep what they hold to the letter', async () => {
    const rich = '<is><r><rPr><b/></rPr><t>甲</t></r><r><t>乙</t></r></is>';
    const file = buildXlsxOfSheetXml(
      `<sheetData><row r="1"><c r="A1" t="inlineStr">${rich}</c><c r="B1"><f>1+1</f><v>2</v></c></row></sheetData>`,
    );
    const { model, file: after } = await saved(
      (before) => first(before).setNumberFormats(at('A1:C1'), [['0.00', '0.00', '0.00']]),
      file,
    );
    expect(first(model).numberFormats(at('A1:D1'))).toEqual([['0.00', '0.00', 'General', 'General']]);
    const xml = partsOf(after).get('xl/worksheets/sheet1.xml')!.toString();
    expect(xml).toContain(rich);
    expect(xml).toContain('<f>1+1</f><v>2</v>');
    // A blank cell's format is in the file, though readers of values pass it over.
    expect(xml).toMatch(/<c r="C1" s="\d+"\/>/);
  });

  test('that are parts of an array formula cannot be saved', () => {
    const file = buildXlsxOfSheetXml(
      '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:B1">{1,2}</f><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>',
    );
    const model = open(file);
    write(first(model), 'B1', [[5]]);
    expect(() => save(file, model)).toThrow(expect.objectContaining({ obstacle: 'locked-cells' }));
  });
});

describe('what is laid over cells', () => {
  test('marks and notes are added, changed and removed; those of the user stay', async () => {
    const file = reviewedWorkbook({ 'xl/drawings/vmlDrawing1.vml': NOTE_BOXES });
    const { model, file: after } = await saved((before) => {
      const sheet = first(before);
      for (const { id, formula } of sheet.conditionalFormats) {
        if (formula.includes('error')) sheet.deleteConditionalFormat(id);
      }
      sheet.addConditionalFormat({ ...MARK, formula: '="annex-reviewer:info"<>""' });
      sheet.setNote(cellAt('B2'), null);
      sheet.setNote(cellAt('A2'), '已核实');
      sheet.setNote(cellAt('D2'), '绩效自评审核\n新的');
    }, file);
    const sheet = first(model);
    expect(sheet.conditionalFormats.map(({ formula, fill }) => [formula, fill])).toEqual([
      ['="annex-reviewer:info"<>""', '#F8C7C7'],
      ['="annex-reviewer:warning"<>""', '#FFE8A4'],
      ['=$B2>15', '#123456'],
    ]);
    expect(sheet.conditionalFormats[0]!.ranges).toEqual(MARK.ranges);
    expect(sheet.notes).toEqual([
      { ...cellAt('A2'), text: '已核实' },
      { ...cellAt('D2'), text: '绩效自评审核\n新的' },
    ]);
    const comments = partsOf(after).get('xl/comments1.xml')!.toString();
    expect(comments).toContain('张三');
    expect(comments).not.toContain('合计不符');
  });
});

describe('a new worksheet', () => {
  const build = (model: OpenedWorkbookModel) => {
    const sheet = model.addSheet("单位'汇总");
    write(sheet, 'A1:C3', [
      ['单位', '预算', '执行'],
      ['甲', 1.5, 2],
      ['乙', 3, '=B3*2'],
    ]);
    write(sheet, 'B5', [['=SUM(B2:B3)']]);
    sheet.setFormat(at('A1:C1'), {
      fill: '#D9E2F3',
      bold: true,
      border: 'thin',
      wrap: true,
      horizontal: 'center',
    });
    sheet.setFormat(at('E30'), { fill: '#112233' });
    sheet.setNumberFormats(at('B2:B5'), [['0.00'], ['0.00'], ['0.00'], ['0.00']]);
    sheet.merge(at('A7:C7'));
    sheet.setColumnWidth(0, 20);
    sheet.setColumnWidth(2, 12.5);
    sheet.setHidden('column', 3, true);
    sheet.setRowHeight(0, 30);
    sheet.freeze(1, 1);
    sheet.setLink(cellAt('A2'), { sheetName: first(model).name, address: 'A6' });
    sheet.setChoices(at('D2:D3'), ['待处理', '已修改']);
    sheet.addChart({
      name: 'own 1',
      type: 'ColumnClustered',
      title: '执行率',
      data: { sheetId: sheet.id, range: at('A1:C3') },
      series: ['B', 'C'].map((column) => ({
        name: column === 'B' ? '预算' : cellAt('C1'),
        values: at(`${column}2:${column}3`),
        categories: at('A2:A3'),
      })),
      at: at('E2:J12'),
    });
    sheet.page.set('orientation', 'Landscape');
    sheet.page.set('zoom', { horizontalFitToPages: 1 });
    sheet.page.set('printTitleRows', '$1:$1');
    sheet.page.set('rowBreaks', [3, 5]);
    sheet.addConditionalFormat({ ranges: [at('B2')], formula: '=B2>1', fill: '#ABCDEF' });
    sheet.setNote(cellAt('B2'), '说明');
    model.addName({ name: '_own', refersTo: "='单位''汇总'!$A$1", scope: sheet.id, visible: false });
    model.addName({ name: '预算合计', refersTo: "='单位''汇总'!$B$5", scope: null, visible: true });
  };

  test('is there again as it was', async () => {
    const { model, file } = await saved(build);
    const sheet = model.sheets.at(-1)!;
    expect(sheet.name).toBe("单位'汇总");
    expect(sheet.values(at('A1:C5'))).toEqual([
      ['单位', '预算', '执行'],
      ['甲', 1.5, 2],
      ['乙', 3, 6],
      [null, null, null],
      [null, 4.5, null],
    ]);
    expect(sheet.formulas(at('B5'))).toEqual([['=SUM(B2:B3)']]);
    expect(sheet.format(cellAt('B1'))).toMatchObject({
      fill: '#D9E2F3',
      bold: true,
      border: 'thin',
      wrap: true,
      horizontal: 'center',
    });
    expect(sheet.format(cellAt('E30')).fill).toBe('#112233');
    expect(sheet.numberFormats(at('B4'))).toEqual([['0.00']]);
    expect(sheet.merges).toEqual([at('A7:C7')]);
    expect([0, 1, 2].map((column) => sheet.columnWidth(column))).toEqual(
      [20, 8.43, 12.57].map((width) => expect.closeTo(width, 0)),
    );
    expect([2, 3].map((column) => sheet.isHidden('column', column))).toEqual([false, true]);
    expect([sheet.rowHeight(0), sheet.rowHeight(1)]).toEqual([30, null]);
    expect(sheet.frozen).toEqual({ rows: 1, columns: 1 });
    expect(sheet.link(cellAt('A2'))).toEqual({ sheetName: first(model).name, address: 'A6' });
    expect(sheet.choices).toEqual([{ range: at('D2:D3'), values: ['待处理', '已修改'] }]);
    expect(sheet.charts).toMatchObject([
      {
        name: 'own 1',
        type: 'ColumnClustered',
        title: '执行率',
        data: { sheetId: sheet.id, range: at('A1:C3') },
        at: at('E2:J12'),
      },
    ]);
    expect(Object.fromEntries(sheet.page)).toMatchObject({
      orientation: 'Landscape',
      zoom: { horizontalFitToPages: 1 },
      printTitleRows: '1:1',
      rowBreaks: [3, 5],
    });
    expect(sheet.conditionalFormats).toMatchObject([
      { ranges: [at('B2')], formula: '=B2>1', fill: '#ABCDEF' },
    ]);
    expect(sheet.notes).toEqual([{ ...cellAt('B2'), text: '说明' }]);
    expect(model.names).toEqual([
      { name: '_own', refersTo: "='单位''汇总'!$A$1", scope: sheet.id, visible: false },
      { name: '预算合计', refersTo: "='单位''汇总'!$B$5", scope: null, visible: true },
    ]);
    expect(differences(SAMPLE, file)).not.toContain('xl/worksheets/sheet1.xml');
  });

  test('that a program knows again is rewritten whole; its chart is not there twice', async () => {
    const { file } = await saved(build);
    const rewritten = await saved((model) => {
      const sheet = model.sheets.at(-1)!;
      sheet.clear(at('A1:J40'), 'all');
      sheet.unmerge(at('A7:C7'));
      const [chart] = sheet.charts;
      sheet.deleteChart(chart!.id);
      write(sheet, 'A1:B2', [
        ['单位', '预算'],
        ['丙', 7],
      ]);
      sheet.setFormat(at('A1:B1'), { fill: '#FFFFCC' });
      sheet.merge(at('A4:B4'));
      sheet.addChart({
        ...chart!,
        title: '新的',
        series: undefined as never,
        data: { sheetId: sheet.id, range: at('A1:B2') },
      });
    }, file);
    const sheet = rewritten.model.sheets.at(-1)!;
    expect(sheet.values(sheet.usedRange()!)).toEqual([
      ['单位', '预算'],
      ['丙', 7],
    ]);
    expect(sheet.merges).toEqual([at('A4:B4')]);
    expect(sheet.format(cellAt('A1'))).toMatchObject({ fill: '#FFFFCC', bold: false });
    expect(sheet.format(cellAt('E30')).fill).toBeNull();
    expect(sheet.charts).toMatchObject([{ name: 'own 1', title: '新的' }]);
    expect(sheet.conditionalFormats).toMatchObject([{ formula: '=B2>1' }]);
    expect(sheet.notes).toEqual([{ ...cellAt('B2'), text: '说明' }]);
    expect(rewritten.model.names).toContainEqual(expect.objectContaining({ name: '_own', scope: sheet.id }));
    expect(first(rewritten.model).name).toBe(first(open(SAMPLE)).name);
  });
});

test('names and custom XML are added, changed and removed', async () => {
  const file = reviewedWorkbook();
  const { model } = await saved((before) => {
    const [state, other] = [...before.customXml.keys()];
    before.customXml.set(state!, '<state xmlns="urn:annex-reviewer:state:1">2</state>');
    before.customXml.delete(other!);
    before.customXml.set('{00000000-0000-4000-8000-000000000007}', '<new xmlns="urn:new"/>');
    before.deleteName('满分', null);
    before.addName({ name: '及格', refersTo: '=60', scope: null, visible: true });
  }, file);
  expect([...model.customXml.values()]).toEqual([
    '<state xmlns="urn:annex-reviewer:state:1">2</state>',
    '<new xmlns="urn:new"/>',
  ]);
  expect(model.customXml.get('{00000000-0000-4000-8000-000000000007}')).toBe('<new xmlns="urn:new"/>');
  expect(model.names.map(({ name }) => name)).toEqual(['_annexReviewer_unit_summary', '及格']);
});

describe('what the file cannot be made to follow is refused', () => {
  const sheetId = (model: OpenedWorkbookModel) => sheetIdOf(model.opened.sheets[0]!.snapshot.id);
  const cases: [string, (sheet: WorksheetModel, model: OpenedWorkbookModel) => void][] = [
    ['rows-or-columns', (sheet) => sheet.insertRows(7, 1)],
    ['rows-or-columns', (sheet) => sheet.deleteRows(7, 1)],
    ['merges', (sheet) => sheet.merge(at('H50:J50'))],
    ['formats', (sheet) => sheet.setFormat(at('B7'), { fill: '#123456' })],
    ['formats', (sheet) => sheet.setFormat(at('Z300'), { bold: true })],
    ['layout', (sheet) => sheet.setColumnWidth(2, 40)],
    ['layout', (sheet) => sheet.setRowHeight(8, 60)],
    ['layout', (sheet) => sheet.setHidden('row', 8, true)],
    ['layout', (sheet) => sheet.freeze(9, 3)],
    ['links', (sheet) => sheet.setLink(cellAt('A9'), { sheetName: sheet.name, address: 'A1' })],
    ['choices', (sheet) => sheet.setChoices(at('A9'), ['甲'])],
    [
      'charts',
      (sheet) =>
        sheet.addChart({
          type: 'Pie',
          title: '',
          data: { sheetId: sheet.id, range: at('A1:B2') },
          at: at('A1:B9'),
        }),
    ],
    ['page', (sheet) => sheet.page.set('orientation', 'Sideways')],
    ['protection', (sheet) => sheet.setProtected(!sheet.protected)],
    ['sheets', (sheet) => sheet.rename('改名')],
    [
      'sheets',
      (sheet, model) => {
        model.addSheet('另一张');
        model.deleteSheet(sheet.id);
      },
    ],
    [
      'conditional-formats',
      (sheet) => sheet.addConditionalFormat({ ranges: [at('A1')], formula: '=TRUE', fill: null }),
    ],
    ['layout', (_, model) => model.addSheet('新').setHidden('row', 3, true)],
    [
      'charts',
      (_, model) => {
        const sheet = model.addSheet('新');
        sheet.addChart({
          type: 'Line',
          title: '',
          data: { sheetId: sheet.id, range: at('A1:B2') },
          at: at('A1:B9'),
        });
      },
    ],
    ['page', (_, model) => void model.addSheet('新').page.set('leftMargin', 3)],
  ];

  test.each(cases)('%s', async (obstacle, change) => {
    const model = open(SAMPLE);
    change(
      model.sheets.find(({ id }) => id === sheetId(model))!,
      model,
    );
    await model.settled();
    expect(() => save(SAMPLE, model)).toThrow(CannotSave);
    expect(() => save(SAMPLE, model)).toThrow(expect.objectContaining({ obstacle }));
  });
});

test.each([
  ['twice', (xml: string) => xml.replace('sheetId="2"', 'sheetId="1"')],
  ['nowhere', (xml: string) => xml.replace(/ sheetId="\d+"/g, '')],
])('worksheets whose number stands %s are opened and saved each for itself', async (_, numbers) => {
  const parts = xlsxParts({ sheets: [{ rows: [['甲']] }, { rows: [['乙']] }] });
  const file = zipParts({ ...parts, 'xl/workbook.xml': numbers(parts['xl/workbook.xml']!) });
  const after = await saved((model) => write(model.sheets[1]!, 'A2', [['丙']]), file);
  expect(after.model.sheets.map((sheet) => valueOf(sheet, 'A1'))).toEqual(['甲', '乙']);
  expect(after.model.sheets.map((sheet) => valueOf(sheet, 'A2'))).toEqual([null, '丙']);
  expect(differences(file, after.file)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet2.xml']);
});
