import { readAnnexes } from '../../../../src/engine/annex/reading';
import { pointsAsked } from '../../../../src/engine/annex/stated-facts';
import { reviewAnnex } from '../../../../src/engine/review/review-annex';
import { toAddress } from '../../../../src/engine/sheet/address';
import { buildSheet, type CellInput } from '../../../support/annexes/sheet-builder';

type Rows = readonly (readonly (CellInput | undefined)[])[];

const _ = undefined;
const percent = (value: number): CellInput => ({ value, format: '0%' });

/** A wide table whose points are asked for in nothing but its labels. */
function table(execution: string, quantity: string, satisfaction: string, scores: readonly number[]): Rows {
  const [first = 0, second = 0, third = 0] = scores;
  return [
    ['2024年项目绩效自评表'],
    ['单位：万元'],
    [
      ...['序号', '项目名称', '预算数', '执行数', '执行率', execution],
      ...['数量指标目标值', '数量指标完成值', quantity, '满意度目标值', '满意度完成值', satisfaction, '总分'],
    ],
    [
      ...[1, '河道保洁', 100, 90, percent(0.9), first],
      ...['30公里', '30公里', second, '≥90%', '95%', third, first + second + third],
    ],
  ];
}

function readOf(rows: Rows) {
  const [annex] = readAnnexes(buildSheet(rows));
  const errors = reviewAnnex(annex!).findings.filter(({ severity }) => severity === 'error');
  return {
    stated: annex!.stated.executionWeight?.points ?? null,
    asked: [...pointsAsked(annex!.places).values()],
    errors: errors.map(({ rule, cell }) => [rule, toAddress(cell.row, cell.column)]),
  };
}

describe('points that stand in nothing but a label', () => {
  test.each<[string, Rows, number | null, readonly number[], readonly (readonly string[])[]]>([
    [
      'bare in brackets',
      table('执行率得分（20）', '得分（50）', '得分（30）', [18, 50, 30]),
      20,
      [20, 50, 30],
      [],
    ],
    ['right behind', table('执行率得分（20分）', '得分50', '得分30', [18, 50, 30]), 20, [20, 50, 30], []],
    [
      'exceeded',
      table('执行率得分（20）', '得分（50）', '得分（30）', [20, 60, 30]),
      20,
      [20, 50, 30],
      [
        ['full-score-not-full-execution', 'F4'],
        ['score-over-weight', 'I4'],
      ],
    ],
    [
      'numbers of columns, which are none',
      table('执行率得分（6）', '得分（9）', '得分（12）', [9, 50, 30]).map((row, i) =>
        i === 2 ? row.map((label) => (label === '执行率' ? '执行率（5）' : label)) : row,
      ),
      null,
      [],
      [],
    ],
  ])('%s', (_name, rows, stated, asked, errors) => {
    expect(readOf(rows)).toEqual({ stated, asked, errors });
  });

  test('are those of the execution in a form, where nothing stands below them', () => {
    const [annex] = readAnnexes(
      buildSheet([
        ['项目支出绩效自评表'],
        ['项目名称', '造林补助', _, '实施单位', '县林业局'],
        ['项目资金（万元）', _, '年初预算数', '全年预算数', '全年执行数', '分值20', '执行率', '得分'],
        [_, '年度资金总额', 100, 100, 90, _, percent(0.9), 18],
        ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值（80分）', '得分'],
        ['产出指标', '数量指标', '造林面积', '≥500亩', '520亩', 40, 40],
        ['效益指标', '社会效益指标', '带动增收', '≥5%', '6%', 30, 30],
        ['满意度指标', '满意度指标', '群众满意度', '≥90%', '95%', 10, 10],
        ['总分', _, _, _, _, _, 98],
      ]),
    );
    expect(annex!.stated.executionWeight?.points).toBe(20);
    const { findings } = reviewAnnex(annex!);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
