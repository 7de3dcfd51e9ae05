import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Annex, Project } from '../../../src/engine/annex/annex';
import { AnnexReading } from '../../../src/engine/annex/reading';
import { recognise } from '../../../src/engine/annex/recognise';
import type { TextCell } from '../../../src/engine/annex/values/text-cell';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { openWorkbookFile } from '../../../src/host/file/open-workbook-file';
import { generateWide } from '../../support/annexes/wide-generator';
import { CORPUS, corpusFile, withCorpus } from '../../support/outside/corpus';

const SAMPLES = join(__dirname, '../../../assets/samples');
const SAMPLE_FILES = readdirSync(SAMPLES).filter((name) => name.endsWith('.xlsx'));

async function sheetsOf(file: string): Promise<SheetSnapshot[]> {
  const workbook = await openWorkbookFile(file);
  return workbook.sheets.map((_, i) => workbook.readSheet(i));
}

/** All that rules may ask of a project. */
const saidBy = (project: Project) => ({
  frame: [project.id, project.index, project.name, project.unit, project.row, project.lastRow],
  cells: [
    textOf(project.nameCell),
    project.sequence,
    project.money,
    project.rate,
    project.scores,
    Object.entries(project.narrative).map(([field, cell]) => [field, textOf(cell)]),
  ],
  indicators: project.indicators.map((indicator) => [
    ...[indicator.kind, indicator.kindGuessed, indicator.weight, indicator.score],
    ...[indicator.name, indicator.target, indicator.result, indicator.deviation].map(textOf),
    ...[indicator.operator, indicator.measureUnit].map(textOf),
    ...[indicator.asked, indicator.verdict],
  ]),
});

const textOf = (cell: TextCell | null) =>
  cell && [cell.row, cell.column, cell.place, cell.raw, cell.text, cell.presence];

/** The rows of a snapshot from `first` to `last`, 0-based sheet rows, and nothing of the others. */
function rowsOf(sheet: SheetSnapshot, first: number, last: number): SheetSnapshot {
  const [from, to] = [first - sheet.firstRow, last - sheet.firstRow + 1];
  return {
    ...sheet,
    firstRow: first,
    rowCount: to - from,
    values: sheet.values.slice(from, to),
    formulas: sheet.formulas.slice(from, to),
    numberFormats: sheet.numberFormats.slice(from, to),
  };
}

function expectPlain(sheet: SheetSnapshot): number {
  const annexes = recognise(sheet);
  for (const annex of annexes) {
    expect(structuredClone(annex)).toStrictEqual(annex);
    expect(JSON.parse(JSON.stringify(annex))).toStrictEqual(annex);
  }
  return annexes.length;
}

describe('an annex is plain: a clone and its JSON equal it', () => {
  test.each(SAMPLE_FILES)('%s', async (name) => {
    const counts = (await sheetsOf(join(SAMPLES, name))).map(expectPlain);
    expect(Math.max(...counts)).toBeGreaterThan(0);
  });

  test.each(Array.from({ length: 40 }, (_, i) => i + 1))('generated table %i', (seed) => {
    expect(expectPlain(generateWide(seed).sheet)).toBe(1);
  });

  withCorpus([], () => {
    test.each(CORPUS)('published: %s', async (name) => {
      for (const sheet of await sheetsOf(corpusFile(name))) expectPlain(sheet);
    });
  });
});

describe('a reading made anew', () => {
  const { sheet } = generateWide(7);
  const annex = recognise(sheet)[0]!;
  const crossed = JSON.parse(JSON.stringify(annex)) as Annex;
  const first = new AnnexReading(annex, sheet);

  test('of an annex and a snapshot that have crossed to another thread says the same', () => {
    const again = new AnnexReading(crossed, structuredClone(sheet));
    expect(again.projects().map(saidBy)).toEqual(first.projects().map(saidBy));
  });

  test('of a snapshot that holds only some rows says the same of the projects in them', () => {
    const some = annex.projects.slice(1, 3);
    const rows = rowsOf(sheet, some[0]!.rows.first, some[some.length - 1]!.rows.last);
    const again = new AnnexReading(crossed, rows);
    expect(again.projects(1, 3).map(saidBy)).toEqual(first.projects(1, 3).map(saidBy));
  });

  test('gives the same project whenever it is asked for', () => {
    expect(first.project(1)).toBe(first.projects()[1]);
    expect(first.view.projects[1]).toBe(first.project(1));
    expect(() => first.project(annex.projects.length)).toThrow(RangeError);
  });
});
