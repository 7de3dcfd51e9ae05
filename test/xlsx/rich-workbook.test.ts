import { reviewSheet } from '../../src/engine/review/review-sheet';
import { valueAt } from '../../src/engine/sheet/snapshot';
import { relationshipsPartOf } from '../../src/xlsx/package/part-name';
import type { XlsxWorkbook } from '../../src/xlsx';
import { XmlScanner } from '../../src/xlsx/xml/xml-scanner';
import type { OpenpyxlReading, OpenpyxlSheet } from '../support/outside/outside-readers';
import {
  libreOfficePdf,
  malformedParts,
  pdfPages,
  pdfText,
  readWithOpenpyxl,
  testWith,
} from '../support/outside/outside-readers';
import type { RichWorkbookOptions } from '../support/xlsx/rich-workbook';
import {
  ANNEX_VML_PART,
  RICH_SHEETS,
  richFeatures,
  richParts,
  richWorkbook,
} from '../support/xlsx/rich-workbook';
import { open } from '../support/xlsx/xlsx-reading';

/** Conversions by an office program take seconds. */
jest.setTimeout(180_000);

const VARIANTS: Readonly<Record<string, RichWorkbookOptions>> = {
  plain: {},
  'without macros': { macros: false },
  signed: { signed: true },
  'protected structure': { protectedStructure: true },
  'without a slicer': { slicer: false },
  strict: { strict: true },
  prefixed: { prefix: 'x' },
  'strict and prefixed': { strict: true, prefix: 'x' },
  'absolute targets': { absoluteTargets: true },
  'annex in UTF-16': { utf16: true },
  zip64: { zip64: true },
  descriptors: { descriptors: true },
  stored: { stored: true },
};
const variants = Object.entries(VARIANTS);

function annexIndex(workbook: XlsxWorkbook): number {
  return workbook.sheets.findIndex(({ name }) => name === RICH_SHEETS.annex);
}

function endOf(xml: string): number {
  const scanner = new XmlScanner(xml);
  scanner.root();
  while (scanner.next());
  return scanner.depth;
}

describe.each(variants)('the rich workbook, %s', (_name, options) => {
  const bytes = richWorkbook(options);
  const workbook = open(bytes);
  const parts = richParts(options).map(({ name }) => name);

  test('lists its sheets', () => {
    expect(workbook.sheets.map(({ name }) => name)).toEqual(Object.values(RICH_SHEETS));
    expect(workbook.sheets.map(({ kind }) => kind)).toEqual([
      ...Array<string>(3).fill('worksheet'),
      'chartsheet',
      ...Array<string>(5).fill('worksheet'),
    ]);
  });

  test('has an annex with findings of every severity', () => {
    const [reviewed, ...others] = reviewSheet(workbook.readSheet(annexIndex(workbook)));
    expect(others).toEqual([]);
    expect(reviewed!.annex.projects.map(({ name }) => name)).toHaveLength(4);
    const severities = new Set(reviewed!.findings.map(({ severity }) => severity));
    expect([...severities].sort()).toEqual(['error', 'info', 'warning']);
  });

  test('is no annex anywhere else', () => {
    const others = workbook.sheets.filter(({ index }) => index !== annexIndex(workbook));
    expect(others.flatMap(({ index }) => reviewSheet(workbook.readSheet(index)))).toEqual([]);
  });

  test('is XML in every part but the drawing of notes', () => {
    const malformed = parts.filter((part) => {
      if (!/\.(xml|rels|vml)$/.test(part)) return false;
      try {
        return endOf(workbook.opc.xml(part).text) !== 0;
      } catch {
        return true;
      }
    });
    expect(malformed).toEqual([ANNEX_VML_PART]);
  });

  test('leads every relationship somewhere, and reaches every part', () => {
    const reached = new Set(['[Content_Types].xml']);
    const missing: string[] = [];
    const follow = (source: string) => {
      if (parts.includes(relationshipsPartOf(source))) reached.add(relationshipsPartOf(source));
      for (const { target, external } of workbook.opc.relationships(source)) {
        if (external || reached.has(target)) continue;
        if (!parts.includes(target)) missing.push(`${source} → ${target}`);
        reached.add(target);
        follow(target);
      }
    };
    follow('');
    expect(missing).toEqual([]);
    expect(parts.filter((part) => !reached.has(part))).toEqual([]);
  });

  test('declares the type of every part', () => {
    const untyped = parts.filter(
      (part) => part !== '[Content_Types].xml' && workbook.opc.contentType(part) === '',
    );
    expect(untyped).toEqual([]);
  });

  test('names in its parts only relationships they have', () => {
    const dangling = parts.flatMap((part) => {
      if (!/\.xml$/.test(part) || part.startsWith('[')) return [];
      const ids = new Set(workbook.opc.relationships(part).map(({ id }) => id));
      const used = [...workbook.opc.xml(part).text.matchAll(/\sr:(?:id|embed)="(.*?)"/g)];
      return used.filter(([, id]) => !ids.has(id!)).map(([, id]) => `${part}: ${id}`);
    });
    expect(dangling).toEqual([]);
  });
});

test('the same bytes every time', () => {
  expect(richWorkbook()).toEqual(richWorkbook());
});

test('variants change what they name', () => {
  const plain = new Map(richParts().map(({ name, content }) => [name, content]));
  const changed = (options: RichWorkbookOptions) =>
    richParts(options)
      .filter(({ name, content }) => Buffer.compare(Buffer.from(plain.get(name) ?? ''), Buffer.from(content)))
      .map(({ name }) => name);
  expect(changed({ utf16: true })).toEqual(['xl/worksheets/sheet4.xml']);
  expect(changed({ protectedStructure: true })).toEqual(['xl/workbook.xml']);
  expect(changed({ absoluteTargets: true }).every((name) => name.endsWith('.rels'))).toBe(true);
  expect(changed({ prefix: 'x' })).toContain('xl/worksheets/sheet4.xml');
  expect(changed({ prefix: 'x' })).not.toContain('xl/slicers/slicer1.xml');
  expect(changed({ zip64: true, stored: true, descriptors: true })).toEqual([]);
});

test('every feature is where it says', () => {
  const parts = new Map(
    richParts({ signed: true, protectedStructure: true }).map((p) => [p.name, p.content]),
  );
  const features = richFeatures({ signed: true, protectedStructure: true });
  expect(new Set(features.map(({ name }) => name)).size).toBe(features.length);
  const absent = features.filter(({ part, mark }) => {
    const content = parts.get(part);
    return content === undefined || (mark !== undefined && !content.toString().includes(mark));
  });
  expect(absent).toEqual([]);
});

test('our reader reads values of every type and formulas of every kind', () => {
  const workbook = open(richWorkbook());
  const at = (key: keyof typeof RICH_SHEETS) =>
    workbook.readSheet(workbook.sheets.findIndex(({ name }) => name === RICH_SHEETS[key]));
  const formulas = at('formulas');
  expect(formulas.formulas.slice(0, 2).map((row) => row.slice(1, 5))).toEqual([
    ['=A1*2+$A$5', '=B1*2+$A$5', '="第"&A1&"项"', '=A1:A3*2'],
    ['=A2*2+$A$5', '=B2*2+$A$5', '="第"&A2&"项"', null],
  ]);
  expect([0, 1].map((column) => valueAt(formulas, 6, column))).toEqual([
    { error: '#DIV/0!' },
    { error: '#N/A' },
  ]);
  expect([0, 1].map((column) => valueAt(formulas, 8, column))).toEqual([true, false]);
  expect([0, 1].map((column) => valueAt(formulas, 9, column))).toEqual([45_356, 45_356 + 18.5 / 24]);
  expect([0, 1].map((column) => valueAt(formulas, 11, column))).toEqual(['粗 斜 删', '行内2']);
  expect(valueAt(formulas, 12, 0)).toBe('東京');
  expect(at('layout')).toMatchObject({ protected: true, hiddenRows: [{ first: 5, last: 5 }] });
});

describe('other readers', () => {
  /** openpyxl knows only the transitional namespaces. */
  const transitional = variants.filter(([, { strict }]) => !strict);

  testWith('openpyxl').each(transitional)('openpyxl opens it, %s', async (_name, options) => {
    const reading = (await readWithOpenpyxl(richWorkbook(options)))!;
    expect(reading.sheets.map(({ name }) => name)).toEqual(Object.values(RICH_SHEETS));
    expect(sheetOf(reading, 'annex')).toMatchObject({
      cells: { A1: '2024年度市级部门项目支出绩效自评表', C5: '河道巡查', D5: 120.5, F5: '=E5/D5' },
      freeze: 'D5',
      printTitles: ['$1:$4', '$A:$C'],
      hyperlinks: { C6: 'https://example.com/预算?a=1&b=2', C7: '数据!A1' },
      pictures: 1,
    });
    expect(Object.keys(sheetOf(reading, 'annex').notes)).toEqual(['C5', 'E6', 'P12']);
    expect(sheetOf(reading, 'conditionalFormats').conditionalFormats).toHaveLength(18);
    expect(sheetOf(reading, 'data')).toMatchObject({ charts: 1, tables: ['权重表', '经费表'] });
    expect(sheetOf(reading, 'pivot').pivots).toBe(1);
    expect(sheetOf(reading, 'layout').protected).toBe(true);
  });

  testWith('lxml').each(variants)(
    'every part is XML to lxml but the drawing of notes, %s',
    async (_name, options) => {
      const malformed = (await malformedParts(richWorkbook(options)))!;
      expect(malformed.map(({ part }) => part)).toEqual([ANNEX_VML_PART]);
      expect(await malformedParts(richWorkbook(options), richWorkbook(options))).toEqual([]);
    },
  );

  testWith(
    'libreoffice',
    'pdftotext',
    'pdftoppm',
  )('LibreOffice makes pages of it', async () => {
    const pdf = (await libreOfficePdf(richWorkbook(), 'xlsm'))!;
    const text = (await pdfText(pdf))!;
    for (const words of ['绩效自评表', '河道巡查', '适老化改造', '独立图表', '求和项:计划额', '条件格式'])
      expect(text).toContain(words);
    const pages = (await pdfPages(pdf))!;
    expect(pages.length).toBeGreaterThanOrEqual(7);
    expect(Buffer.from(pages[0]!.subarray(1, 4)).toString()).toBe('PNG');
  });
});

function sheetOf(reading: OpenpyxlReading, key: keyof typeof RICH_SHEETS): OpenpyxlSheet {
  const sheet = reading.sheets.find(({ name }) => name === RICH_SHEETS[key]);
  if (sheet?.kind !== 'worksheet') throw new Error(`openpyxl has no worksheet ${RICH_SHEETS[key]}`);
  return sheet;
}
