import { UNKNOWN_PICTURE } from '../../../src/engine/sheet/cell-value';
import { sameContent } from '../../../src/host/protocol/same-content';
import { isNoValue, readPictures } from '../../../src/host/office/pictures';
import type { CellInput } from '../../support/annexes/sheet-builder';
import type { StartWorkbook } from '../contract/subject';
import { openInExcel, toMemoryWorkbook, type ExcelSubject } from './open-in-excel';

const ERROR = { error: '#VALUE!' } as const;

function workbookOf(rows: StartWorkbook['sheets'][number]['rows']): StartWorkbook {
  return { name: '图片.xlsx', sheets: [{ name: '附件2', rows }] };
}

describe('pictures in cells of Excel', () => {
  let subject: ExcelSubject;
  afterEach(() => subject.dispose?.());

  async function valuesOf(rows: StartWorkbook['sheets'][number]['rows'], apiVersion: '1.15' | '1.18') {
    subject = openInExcel(toMemoryWorkbook(workbookOf(rows)), { apiVersion });
    const [sheet] = await subject.host.sheets();
    const before = subject.host.roundTrips;
    const { values } = await subject.host.read(sheet!.id);
    return { values, trips: subject.host.roundTrips - before };
  }

  it('cost a round trip where something shows #VALUE!, and none elsewhere', async () => {
    const without = await valuesOf([[1, { error: '#REF!' }]], '1.18');
    subject.dispose?.();
    const beside = await valuesOf([[1, ERROR]], '1.18');
    subject.dispose?.();
    const older = await valuesOf([[1, ERROR]], '1.15');
    expect(beside.trips).toBe(without.trips + 1);
    expect(older.trips).toBe(without.trips);
    // The Excel of these tests cannot tell them: an error stays one, and the sheet is read all the same.
    expect(beside.values).toEqual([[1, ERROR]]);
  });

  it.each(['1.15', '1.18'] as const)(
    'are known by their formulas whatever they show (ExcelApi %s)',
    async (version) => {
      const image = '=IMAGE("https://example.test/1.png")';
      const { values } = await valuesOf(
        [
          [
            { value: ERROR, formula: image },
            { value: { error: '#NAME?' }, formula: '=_xlfn.DISPIMG("ID_1",1)' },
            { value: ERROR, formula: '=A1*"x"' },
          ],
        ],
        version,
      );
      expect(values[0]).toEqual([UNKNOWN_PICTURE, UNKNOWN_PICTURE, ERROR]);
    },
  );
});

test('pictures are told from errors in one round trip, wherever they stand', async () => {
  const picture = { type: 'LocalImage', basicType: 'Error', basicValue: '#VALUE!' };
  const error = { type: 'Error', basicType: 'Error', basicValue: '#VALUE!' };
  const pictures = new Set(['10,4', '12,4', '70,6']);
  const sheet = {
    getRangeByIndexes: (firstRow: number, column: number, rows: number) => {
      const range = {
        untrack: () => range,
        load: () => range,
        valuesAsJson: Array.from({ length: rows }, (_, i) => [
          pictures.has(`${firstRow + i},${column}`) ? picture : error,
        ]),
      };
      return range;
    },
  } as unknown as Excel.Worksheet;
  const area = { firstRow: 10, lastRow: 80, firstColumn: 4, lastColumn: 8 };
  const cells = [0, 1, 2, 3].map((row) => ({ row, column: 0 }));
  let trips = 0;
  const sync = async () => void (trips += 1);
  const found = await readPictures(sheet, area, [...cells, { row: 60, column: 2 }], sync);
  expect([...found].sort()).toEqual(['0,0', '2,0', '60,2']);
  expect(trips).toBe(1);
  expect([...(await readPictures(sheet, area, [], sync))]).toEqual([]);
  expect(trips).toBe(1);
});

it.each([
  ['a picture', { type: 'LocalImage', basicType: 'Error' }, true],
  ['a picture from the web', { type: 'WebImage', basicType: 'Error' }, true],
  ['a share or a place', { type: 'Entity', basicType: 'Error' }, true],
  ['an error', { type: 'Error', basicType: 'Error' }, false],
  ['a text', { type: 'String', basicType: 'String' }, false],
  ['a number with a format of its own', { type: 'FormattedNumber', basicType: 'Double' }, false],
  ['nothing', undefined, false],
])('%s', (_, told, noValue) => {
  expect(isNoValue(told)).toBe(noValue);
});

it('a picture is the same as the error that is answered for it, and no other', () => {
  const content = (value: CellInput) => ({ value: value as never, formula: null });
  expect(sameContent(content(UNKNOWN_PICTURE), content(ERROR))).toBe(true);
  expect(sameContent(content(ERROR), content(UNKNOWN_PICTURE))).toBe(true);
  expect(sameContent(content(UNKNOWN_PICTURE), content({ error: '#REF!' }))).toBe(false);
  expect(sameContent(content(UNKNOWN_PICTURE), content(5))).toBe(false);
});
