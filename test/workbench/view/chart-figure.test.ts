import { parseRangeAddress } from '../../../src/engine/sheet/address';
import { chartTable, toFigure } from '../../../workbench/view/chart-figure';

test('the first row names the series, the first column the categories', () => {
  const figure = toFigure('columnClustered', '预算与执行', [
    ['单位', '预算', '执行'],
    ['甲', 10, 8],
    [null, null, null],
    ['乙', '—', 2],
  ]);
  expect(figure).toEqual({
    type: 'columnClustered',
    title: '预算与执行',
    categories: ['甲', '乙'],
    series: [
      { name: '预算', values: [10, 0] },
      { name: '执行', values: [8, 2] },
    ],
  });
});

test('an empty range makes an empty figure', () => {
  expect(toFigure('pie', '', [])).toMatchObject({ categories: [], series: [] });
});

describe('the table of a chart', () => {
  const cells = [
    ['单位', '项目数', '预算', '其中', '支出'],
    ['甲', 1, 10, 4, 8],
    ['乙', 2, 20, 5, 2],
  ];
  const at = (address: string) => parseRangeAddress(address)!;
  const read = ({ firstRow, lastRow, firstColumn, lastColumn }: ReturnType<typeof at>) =>
    cells.slice(firstRow, lastRow + 1).map((row) => row.slice(firstColumn, lastColumn + 1));
  const data = { sheetId: 's', range: at('A1:E3') };

  test('is its range where it has no series of its own', () => {
    expect(chartTable({ data }, read)).toEqual(cells);
  });

  test('has the series side by side that are not neighbours', () => {
    const series = [
      { name: '预算', values: at('C2:C3'), categories: at('A2:A3') },
      { name: { row: 0, column: 4 }, values: at('E2:E3'), categories: at('A2:A3') },
      { name: '未填', values: null, categories: null },
    ];
    expect(chartTable({ data, series }, read)).toEqual([
      [null, '预算', '支出', '未填'],
      ['甲', 10, 8, null],
      ['乙', 20, 2, null],
    ]);
  });

  test('numbers what has no labels', () => {
    const series = [{ name: '', values: at('B3:E3'), categories: null }];
    expect(chartTable({ data, series }, read)).toEqual([
      [null, ''],
      [1, 2],
      [2, 20],
      [3, 5],
      [4, 2],
    ]);
  });
});
