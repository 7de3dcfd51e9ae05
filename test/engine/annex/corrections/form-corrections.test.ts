import type { Annex } from '../../../../src/engine/annex/annex';
import { withColumn } from '../../../../src/engine/annex/corrections/edit-vocabulary';
import { formEntries } from '../../../../src/engine/annex/corrections/form-entries';
import { NO_CORRECTIONS, type Vocabulary } from '../../../../src/engine/annex/corrections/vocabulary';
import type { FieldId } from '../../../../src/engine/annex/field-id';
import { isSettled, placeName } from '../../../../src/engine/annex/place';
import { recognise } from '../../../../src/engine/annex/recognise';
import { readAnnexes } from '../../../../src/engine/annex/reading';
import { buildSheet, type CellInput } from '../../../support/annexes/sheet-builder';

type Rows = readonly (readonly CellInput[])[];

/** A form with labels that nobody knows: of an amount, of a row of money, of a column of its indicators. */
const form = (project: string, budget = 120): Rows => [
  ['项目支出绩效自评表'],
  ['（2024年度）'],
  ['项目名称', project],
  ['主管部门', '市水务局', '实施单位', '市河道所'],
  ['经费规模', 150, '下达文号', '水务〔2024〕3号'],
  ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  [null, '年度资金总额', 100, budget, 96, 10, '80%', 8],
  [null, '丙类', null, 20, 6],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '缘由'],
  ['产出指标', '数量指标', '保洁河道长度', '≥12公里', '12公里', 40, 40, '—'],
  ['效益指标', '社会效益指标', '河道投诉下降率', '≥20%', '18%', 50, 45, '雨季较长'],
  ['总分', null, null, null, null, 100, 93],
];

function recognised(rows: Rows, vocabulary?: Vocabulary): Annex {
  const annexes = recognise(buildSheet(rows), vocabulary && { vocabulary });
  expect(annexes).toHaveLength(1);
  return annexes[0]!;
}

/** What is said of the entry with these labels, as a pane would record it. */
function saying(
  rows: Rows,
  labels: readonly string[],
  field: FieldId | null,
  before = NO_CORRECTIONS,
): Vocabulary {
  const entries = formEntries(recognised(rows, before));
  const index = entries.findIndex((entry) => entry.labels.join() === labels.join());
  expect(index).toBeGreaterThanOrEqual(0);
  return withColumn(before, { columns: entries.map((entry) => entry.labels), index, field });
}

/** The cells of the project, and of its indicators, by what they bear. */
function cellsOf({ projects: [project] }: Annex): Record<string, string> {
  return Object.fromEntries(
    Object.entries(project!.cells!).map(([field, { row, column }]) => [
      field,
      placeName({ along: 'cell', line: row, column }),
    ]),
  );
}
const rolesOf = ({ projects: [project] }: Annex) =>
  project!.indicatorRefs!.map(({ cells }) => Object.keys(cells).sort().join());

describe('a corrected cell of a form', () => {
  test('bears what was said, surely and by the reviewer, and nothing else bears it', () => {
    const rows = form('河道保洁');
    const before = recognised(rows);
    expect(cellsOf(before)).toMatchObject({ budget: 'D7' });
    const after = recognised(rows, saying(rows, ['年初预算数', '年度资金总额'], 'budget'));
    expect(cellsOf(after)).toMatchObject({ budget: 'C7' });
    expect(cellsOf(after)).not.toHaveProperty('initialBudget');
    const place = (name: string) => after.places.find((one) => placeName(one) === name)!;
    expect(place('C7')).toMatchObject({ field: 'budget', confidence: 'certain' });
    expect(isSettled(place('C7'))).toBe(true);
    expect(place('D7')).toMatchObject({ field: null, confidence: 'guess', evidence: [] });
    const [reading] = readAnnexes(buildSheet(rows), undefined, {
      vocabulary: saying(rows, ['年初预算数', '年度资金总额'], 'budget'),
    });
    expect(reading!.projects[0]!.money.budget).toMatchObject({ number: 100 });
  });

  test('that means nothing is no cell of the project any more', () => {
    const rows = form('河道保洁');
    const after = recognised(rows, saying(rows, ['项目资金（万元）', '执行率'], null));
    expect(cellsOf(recognised(rows))).toMatchObject({ executionRate: 'G7' });
    expect(cellsOf(after)).not.toHaveProperty('executionRate');
    expect(after.fields).not.toContain('executionRate');
  });

  test('may have been known of nothing', () => {
    const rows = form('河道保洁');
    const after = recognised(rows, saying(rows, ['全年预算数', '丙类'], 'budget.other'));
    expect(cellsOf(after)).toMatchObject({ 'budget.other': 'D8' });
  });

  test('may be no place of the form at all before, and is one then', () => {
    const rows = form('河道保洁');
    const before = recognised(rows);
    expect(before.asides!.map(placeName)).toEqual(['B5', 'D5']);
    expect(before.places.map(placeName)).not.toContain('B5');
    const after = recognised(rows, saying(rows, ['经费规模'], 'budget'));
    expect(cellsOf(after)).toMatchObject({ budget: 'B5' });
    expect(after.asides!.map(placeName)).toEqual(['D5']);
    expect(formEntries(after).map(({ labels }) => labels)).toEqual(
      formEntries(before).map(({ labels }) => labels),
    );
  });

  test('says the same in every form with the same labels, and in one that differs elsewhere', () => {
    const vocabulary = saying(form('河道保洁'), ['经费规模'], 'budget');
    const other = form('泵站维护').filter((_, i) => i !== 7);
    expect(cellsOf(recognised(form('泵站维护'), vocabulary))).toMatchObject({ budget: 'B5' });
    expect(cellsOf(recognised(other, vocabulary))).toMatchObject({ budget: 'B5' });
  });

  test('is what is said of it last, and as it was before once that is taken back', () => {
    const rows = form('河道保洁');
    const first = saying(rows, ['经费规模'], 'budget');
    const second = saying(rows, ['经费规模'], 'received', first);
    expect(cellsOf(recognised(rows, second))).toMatchObject({ budget: 'D7', received: 'B5' });
    const entries = formEntries(recognised(rows, second));
    const index = entries.findIndex(({ labels }) => labels.join() === '经费规模');
    const none = withColumn(second, {
      columns: entries.map(({ labels }) => labels),
      index,
      field: undefined,
    });
    expect(recognised(rows, none)).toEqual(recognised(rows));
  });

  test('cannot be what only rows of indicators tell', () => {
    const rows = form('河道保洁');
    expect(recognised(rows, saying(rows, ['经费规模'], 'indicator.quantity.target'))).toEqual(
      recognised(rows),
    );
  });
});

describe('a corrected column of the indicators of a form', () => {
  test('is one entry, whatever their kinds are', () => {
    const entries = formEntries(recognised(form('河道保洁')));
    expect(
      entries.filter(({ kind }) => kind === 'column').map(({ labels, field }) => [labels[0], field]),
    ).toEqual([
      ['三级指标', 'indicator.name'],
      ['年度指标值', 'indicator.target'],
      ['实际完成值', 'indicator.result'],
      ['分值', 'indicator.weight'],
      ['得分', 'indicator.score'],
      ['缘由', null],
    ]);
  });

  test('tells the same of each of them', () => {
    const rows = form('河道保洁');
    const after = recognised(rows, saying(rows, ['缘由'], 'indicator.deviation'));
    expect(after.fields).toContain('indicator.social.deviation');
    const [view] = readAnnexes(buildSheet(rows), undefined, {
      vocabulary: saying(rows, ['缘由'], 'indicator.deviation'),
    });
    expect(view!.projects[0]!.indicators[1]!.deviation?.text).toBe('雨季较长');
  });

  test('takes its role from the column that had it', () => {
    const rows = form('河道保洁');
    const after = recognised(rows, saying(rows, ['年度指标值'], 'indicator.result'));
    expect(rolesOf(after)).toEqual(['name,result,score,weight', 'name,result,score,weight']);
    expect(after.projects[0]!.indicatorRefs![0]!.cells.result).toMatchObject({ row: 9, column: 3 });
  });

  test('that is not to be reviewed tells nothing of them', () => {
    const rows = form('河道保洁');
    expect(rolesOf(recognised(rows, saying(rows, ['得分'], null)))).toEqual([
      'name,result,target,weight',
      'name,result,target,weight',
    ]);
  });
});
