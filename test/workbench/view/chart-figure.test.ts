import { toFigure } from '../../../src/workbench/view/chart-figure';

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
