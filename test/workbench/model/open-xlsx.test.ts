import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateWithZlib } from '../../../src/host/file/zlib-inflate';
import { openXlsx } from '../../../workbench/model/open-xlsx';
import { corpusFile, withCorpus } from '../../support/outside/corpus';
import { at, cellAt, closeWorkbooks, openFile } from '../../support/workbooks/workbook-model';

afterEach(closeWorkbooks);

const SAMPLE = join(__dirname, '..', '..', '..', 'assets', 'samples', 'self-evaluation-annex.xlsx');
const ANNEX = '00-longgang-2020-annex.xlsx';

test('the sample is opened as it looks', async () => {
  const file = openXlsx(readFileSync(SAMPLE), inflateWithZlib);
  const { sheets } = file;
  const model = openFile(file);
  const [sheet] = model.sheets;
  const used = sheet!.usedRange()!;
  const { snapshot } = sheets[0]!;
  expect(sheet!.values(used)).toEqual(
    Array.from({ length: snapshot.rowCount }, (_, r) =>
      Array.from({ length: snapshot.columnCount }, (_, c) => snapshot.values[r]?.[c] ?? null),
    ),
  );
  expect(sheet!.merges).toEqual(snapshot.merges);
  const looks = sheets[0]!.formats!.flat().filter((format) => format !== null);
  expect(looks.length).toBeGreaterThan(100);
  await model.settled();
  expect(model.undoDepth).toBe(0);
});

withCorpus([ANNEX], () => {
  test('a published annex is opened as it looks', () => {
    const start = performance.now();
    const file = openXlsx(readFileSync(corpusFile(ANNEX)), inflateWithZlib);
    const read = performance.now();
    const model = openFile(file);
    if (process.env.TIMES) console.log({ read: read - start, open: performance.now() - read });
    const [sheet] = model.sheets;
    expect(sheet!.usedRange()).toEqual(at('A1:AA36'));
    expect(sheet!.format(cellAt('D8'))).toEqual({
      fill: null,
      fontName: '宋体',
      fontSize: 10,
      fontColor: '#000000',
      bold: false,
      horizontal: 'right',
      vertical: 'center',
      wrap: true,
      border: 'thin',
    });
  });
});
