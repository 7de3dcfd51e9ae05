import type { Annex } from '../../../../src/engine/annex/annex';
import { correctedColumns } from '../../../../src/engine/annex/corrections/correct-columns';
import { withColumn, withVocabulary } from '../../../../src/engine/annex/corrections/edit-vocabulary';
import { NO_CORRECTIONS, type Vocabulary } from '../../../../src/engine/annex/corrections/vocabulary';
import type { FieldId } from '../../../../src/engine/annex/field-id';
import { isSettled, labelPath } from '../../../../src/engine/annex/place';
import { recognise } from '../../../../src/engine/annex/recognise';
import { reviewSheet } from '../../../../src/engine/review/review-sheet';
import { columnLetters } from '../../../../src/engine/sheet/address';
import { buildSheet, type CellInput } from '../../../support/annexes/sheet-builder';

type Row = readonly (CellInput | undefined)[];

const HEADER: Row = ['序号', '项目名称', '全年预算数', '全年执行数', '执行率', '完成量', '备注'];
const BODY: readonly Row[] = [
  [1, '村道硬化', 50, 40, 0.8, '3公里', ''],
  [2, '水渠清淤', 20, 10, 0.5, '已清淤', ''],
];
const sheetOf = (header: Row, body: readonly Row[] = BODY) =>
  buildSheet([['2023年项目绩效自评表'], header, ...body]);

function recognised(header: Row, vocabulary?: Vocabulary, body?: readonly Row[]): Annex {
  const annexes = recognise(sheetOf(header, body), vocabulary && { vocabulary });
  expect(annexes).toHaveLength(1);
  return annexes[0]!;
}

const fields = ({ places }: Annex): Record<string, string | null> =>
  Object.fromEntries(places.map(({ line, field }) => [columnLetters(line), field]));

/** What is said of one column of a header, as a pane would record it. */
function saying(header: Row, column: string, field: FieldId | null, before = NO_CORRECTIONS): Vocabulary {
  const { places } = recognised(header);
  const index = places.findIndex(({ line }) => columnLetters(line) === column);
  return withColumn(before, { columns: places.map(labelPath), index, field });
}

describe('a corrected column', () => {
  test('has the field that was said, surely, and by the reviewer', () => {
    const { places } = recognised(HEADER, saying(HEADER, 'F', 'indicator.quantity.result'));
    const place = places.find(({ line }) => line === 5)!;
    expect(place).toMatchObject({
      field: 'indicator.quantity.result',
      guess: null,
      confidence: 'certain',
      evidence: [{ by: 'reviewer' }],
    });
    expect(isSettled(place)).toBe(true);
  });

  test('that is not to be reviewed has no field, and that is settled too', () => {
    const { places } = recognised(HEADER, saying(HEADER, 'E', null));
    const place = places.find(({ line }) => line === 4)!;
    expect(place).toMatchObject({ field: null, guess: null, evidence: [{ by: 'reviewer' }] });
  });

  test('takes a single field from the column that had it, and leaves no guess of it', () => {
    const annex = recognised(HEADER, saying(HEADER, 'F', 'executionRate'));
    expect(fields(annex)).toMatchObject({ E: null, F: 'executionRate' });
    expect(annex.places.find(({ line }) => line === 4)).toMatchObject({ guess: null, evidence: [] });
  });

  test('leaves another column of a field that may repeat', () => {
    const header = ['序号', '项目名称', '全年预算数', '全年执行数', '主管部门审核得分', '财政复核分'];
    const body = [[1, '村道硬化', 50, 40, 90, 91]];
    const first = saying(header, 'E', 'totalScore.reviewed');
    const both = saying(header, 'F', 'totalScore.reviewed', first);
    const annex = recognised(header, both, body);
    expect(fields(annex)).toMatchObject({ E: 'totalScore.reviewed', F: 'totalScore.reviewed' });
    expect(annex.reviews).toHaveLength(2);
  });

  test('may be the column of names: the rows are told apart by it', () => {
    const header = ['序号', '项目名称', '子项', '全年预算数', '全年执行数'];
    const body = [
      [1, '道路', '村道硬化', 50, 40],
      [2, '', '桥梁加固', 20, 10],
    ];
    const before = recognised(header, undefined, body);
    const after = recognised(header, saying(header, 'C', 'projectName'), body);
    expect(before.projects.map(({ name }) => name)).not.toContain('村道硬化');
    expect(after.projects.map(({ name }) => name)).toEqual(['村道硬化', '桥梁加固']);
    expect(fields(after)).toMatchObject({ B: null, C: 'projectName' });
  });

  test('of an indicator joins the indicator beside it that lacks it', () => {
    const header = ['项目名称', '数量指标', '办结', '质量指标', '质量指标完成值', '全年预算数'];
    const body = [['村道硬化', '≥3公里', '3公里', '≥95%', '96%', 50]];
    const annex = recognised(header, saying(header, 'C', 'indicator.quantity.result'), body);
    expect(annex.indicators.map(({ kind, places }) => [kind, places])).toEqual([
      ['quantity', { target: 1, result: 2 }],
      ['quality', { target: 3, result: 4 }],
    ]);
  });

  test('of an indicator begins one where none of its kind is in want of it', () => {
    const header = ['项目名称', '质量指标', '质量指标完成值', '指标A', '全年预算数'];
    const body = [['村道硬化', '≥95%', '96%', '3公里', 50]];
    const annex = recognised(header, saying(header, 'D', 'indicator.cost.target'), body);
    expect(annex.indicators.map(({ kind, places }) => [kind, places])).toEqual([
      ['quality', { target: 1, result: 2 }],
      ['cost', { target: 3 }],
    ]);
  });
});

describe('what was said of one header', () => {
  const vocabulary = saying(HEADER, 'F', 'indicator.quantity.result');

  test.each<[string, Row]>([
    ['the same', HEADER],
    ['the same in other spaces and widths', HEADER.map((label) => ` ${String(label).split('').join(' ')}`)],
    ['one that differs elsewhere', ['编号', ...HEADER.slice(1)]],
    ['one with a further column elsewhere', ['单位', ...HEADER]],
  ])('holds for %s', (_, header) => {
    const body = BODY.map((row) => (header.length > row.length ? ['某局', ...row] : row));
    const { places } = recognised(header, vocabulary, body);
    const named = places.find(({ labels }) => labels[0]!.text.replace(/\s/g, '') === '完成量')!;
    expect(named.field).toBe('indicator.quantity.result');
  });

  test.each<[string, Row]>([
    [
      'a column with the same label between others',
      ['序号', '项目名称', '完成量', '全年预算数', '全年执行数'],
    ],
    ['two columns with the same label between the same neighbours', [...HEADER, '执行率', '完成量', '备注']],
  ])('does not hold for %s', (_, header) => {
    const body = BODY.map((row) => [...row, 0.5, '3公里', '']);
    const before = recognised(header, undefined, body);
    expect(recognised(header, vocabulary, body).places).toEqual(before.places);
  });

  test('holds in the year after', () => {
    const header = HEADER.map((label) => (label === '完成量' ? '2023年完成量' : label));
    const next = HEADER.map((label) => (label === '完成量' ? '2024年度完成量' : label));
    const said = saying(header, 'F', 'indicator.quantity.result');
    expect(fields(recognised(next, said))).toMatchObject({ F: 'indicator.quantity.result' });
  });

  test('tells columns with the same labels apart by their number', () => {
    const header = ['项目名称', '全年预算数', '全年执行数', '说明', '说明'];
    const body = [['村道硬化', 50, 40, '雨季停工', '无']];
    const annex = recognised(header, saying(header, 'E', 'deviation'), body);
    expect(fields(annex)).toMatchObject({ E: 'deviation' });
    expect(annex.places.filter(({ field }) => field === 'deviation')).toHaveLength(1);
  });

  test('goes before what was said of another header', () => {
    const other = ['编号', ...HEADER.slice(1)];
    const merged = withVocabulary(saying(HEADER, 'F', 'annualGoal'), saying(other, 'F', 'remarks'));
    expect(fields(recognised(HEADER, merged))['F']).toBe('annualGoal');
    expect(fields(recognised(other, merged))['F']).toBe('remarks');
  });
});

describe('a vocabulary', () => {
  test('forgets a header of which nothing is said any more', () => {
    const { places } = recognised(HEADER);
    const columns = places.map(labelPath);
    const said = withColumn(NO_CORRECTIONS, { columns, index: 5, field: 'remarks' });
    expect(withColumn(said, { columns, index: 5, field: undefined })).toEqual(NO_CORRECTIONS);
  });

  test('gives a single field to the column that it was given to last', () => {
    const both = saying(HEADER, 'G', 'executionRate', saying(HEADER, 'F', 'executionRate'));
    expect(both.headers[0]!.corrections).toEqual([{ column: ['备注'], field: 'executionRate' }]);
  });

  test('is laid over another column by column', () => {
    const [own, theirs] = [saying(HEADER, 'F', 'remarks'), saying(HEADER, 'E', null)];
    expect(withVocabulary(own, theirs).headers).toEqual([
      {
        ...own.headers[0]!,
        corrections: [...own.headers[0]!.corrections, ...theirs.headers[0]!.corrections],
      },
    ]);
    expect(withVocabulary(own, saying(HEADER, 'F', null)).headers[0]!.corrections).toEqual([
      { column: ['完成量'], field: null },
    ]);
  });

  test('that says nothing leaves the places as they are', () => {
    const { places } = recognised(HEADER);
    expect(correctedColumns(places, NO_CORRECTIONS)).toBe(places);
    expect(correctedColumns(places, undefined)).toBe(places);
  });
});

test('rules go by what was said', () => {
  const sheet = sheetOf(HEADER, [
    [1, '村道硬化', 50, 40, 0.9, '3公里', ''],
    [2, '水渠清淤', 20, 10, 0.5, '已清淤', ''],
  ]);
  const rulesFound = (vocabulary?: Vocabulary): string[] =>
    reviewSheet(sheet, vocabulary && { vocabulary }).flatMap(({ findings }) =>
      findings.map(({ rule }) => rule),
    );
  expect(rulesFound()).toContain('execution-rate-mismatch');
  expect(rulesFound(saying(HEADER, 'E', null))).not.toContain('execution-rate-mismatch');
});
