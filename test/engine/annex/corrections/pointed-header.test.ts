import { labelPath } from '../../../../src/engine/annex/place';
import { recognise } from '../../../../src/engine/annex/recognise';
import type { Vocabulary } from '../../../../src/engine/annex/corrections/vocabulary';
import { buildSheet, type CellInput } from '../../../support/annexes/sheet-builder';

type Row = readonly (CellInput | undefined)[];
const _ = null;

/** Nothing in its header is known. */
const HEAD: readonly Row[] = [['2023年度情况'], ['编', '事由', '甲', _, '丙'], [_, _, '子', '丑', _]];
const BODY: readonly Row[] = [
  [1, '水渠清淤', 50, 40, '如期'],
  [2, '水库除险', 20, 10, '如期'],
  [3, '村道硬化', 30, 27, '如期'],
];
const sheet = buildSheet([...HEAD, ...BODY]);
const POINTED = { header: { firstRow: 1, lastRow: 2 } };

test('a table without a known word is none until a reviewer points at its header', () => {
  expect(recognise(sheet)).toEqual([]);
  const [annex, ...more] = recognise(sheet, POINTED);
  expect(more).toEqual([]);
  expect(annex).toMatchObject({ headerRows: [1, 2], dataRows: [3, 5] });
  expect(annex!.projects.map(({ name }) => name)).toEqual(['水渠清淤', '水库除险', '村道硬化']);
  expect(annex!.places.map(labelPath)).toEqual([['编'], ['事由'], ['甲', '子'], ['甲', '丑'], ['丙']]);
});

describe('a header that was pointed at once', () => {
  const columns = recognise(sheet, POINTED)[0]!.places.map(labelPath);
  const vocabulary: Vocabulary = {
    version: 1,
    headers: [
      {
        columns,
        rows: 2,
        corrections: [
          { column: ['甲', '子'], field: 'budget' },
          { column: ['甲', '丑'], field: 'actual' },
        ],
      },
    ],
  };

  test('is found again by its labels, wherever it stands, with what was said of its columns', () => {
    const [annex, ...more] = recognise(buildSheet([['封面'], [], ...HEAD, ...BODY]), { vocabulary });
    expect(more).toEqual([]);
    expect(annex).toMatchObject({ headerRows: [3, 4], layout: 'wide' });
    expect(annex!.fields).toEqual(expect.arrayContaining(['budget', 'actual', 'projectName']));
  });

  test.each<[string, readonly Row[]]>([
    ['with a further column', [HEAD[0]!, [...HEAD[1]!, '丁'], HEAD[2]!]],
    ['with other labels', [HEAD[0]!, HEAD[1]!, [_, _, '子', '寅', _]]],
    ['of one row', [HEAD[0]!, HEAD[1]!]],
  ])('is not another one, %s', (_name, head) => {
    expect(recognise(buildSheet([...head, ...BODY]), { vocabulary })).toEqual([]);
  });
});

test('a header that is pointed at goes before one that is found in the same rows', () => {
  const known = buildSheet([
    ['2023年度项目支出绩效自评表'],
    ['序号', '项目名称', '全年预算数', '全年执行数'],
    ['（一）', '（二）', '（三）', '（四）'],
    [1, '水渠清淤', 50, 40],
  ]);
  const [annex] = recognise(known, { header: { firstRow: 1, lastRow: 2 } });
  expect(annex).toMatchObject({ headerRows: [1, 2], dataRows: [3, 3] });
});

test.each<[string, { firstRow: number; lastRow: number }]>([
  ['blank rows', { firstRow: 20, lastRow: 21 }],
  ['the last row', { firstRow: 5, lastRow: 5 }],
])('%s make no table', (_name, header) => {
  expect(recognise(sheet, { header })).toEqual([]);
});
