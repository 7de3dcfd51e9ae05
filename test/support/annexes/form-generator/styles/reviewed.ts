import { round } from '../../annex-generator/model';
import { funds, goals, indicatorLabels, indicatorRows, type IndicatorColumn } from '../blocks';
import type { FormWriter } from '../writer';
import { names } from './ministry';
import { NEEDS, type FormStyle } from './style';

const COLUMNS: readonly IndicatorColumn[] = [
  { label: '一级指标', holds: 'level1' },
  { label: '二级指标', holds: 'level2' },
  { label: '三级指标', holds: 'name' },
  { label: '分值', holds: 'weight' },
  { label: '年度指标值', holds: 'target' },
  { label: '实际完成值', holds: 'result' },
  { label: '得分', holds: 'score' },
  { label: '未完成原因分析', holds: 'deviation' },
];

/** What a project is asked before its results: level, name, points. All of it is met. */
const DECISION: readonly (readonly [string, string, number])[] = [
  ['项目立项', '立项依据充分性', 5],
  ['绩效目标', '绩效目标合理性', 5],
];
const MANAGEMENT: readonly (readonly [string, string, number])[] = [
  ['资金管理', '资金使用合规性', 10],
  ['组织实施', '管理制度健全性', 5],
];

/** 决策, 管理, 产出 and 效益, with the points of the unit and those of the reviewers in the head. */
export const ningxia: FormStyle = {
  id: 'ningxia',
  layout: 'form',
  needs: { ...NEEDS, points: 65, funds: ['fiscal', 'other'], initialBudget: false },
  saysMoneyUnit: true,
  draw: (writer) => {
    const { content } = writer;
    const total = round(content.totalScore + 25, 2);
    writer.head('附件2', '项目支出绩效自评表', 9);
    names(writer, 9);
    writer.line(
      { value: '自评得分' },
      { value: total, width: 4, field: 'totalScore' },
      { value: '财政审核评分' },
      { value: null, width: 3, field: 'totalScore.reviewed' },
    );
    writer.section(`项目资金（${content.moneyUnit}）`, 1, () =>
      funds(
        writer,
        null,
        2,
        [
          { label: '全年预算数（A）', holds: 'budget' },
          { label: '全年执行数（B）', holds: 'actual' },
          { label: '执行率（B/A）', holds: 'rate', width: 2 },
          { label: '分值', holds: 'weight' },
          { label: '得分', holds: 'score' },
        ],
        [
          ['资金总额', null],
          ['其中：财政拨款', 'fiscal'],
          ['其他资金', 'other'],
        ],
      ),
    );
    writer.section('年度目标', 1, () => goals(writer, ['预期目标', '实际完成情况'], [4, 4]));
    writer.section('绩效指标', 1, () => {
      indicatorLabels(writer, COLUMNS);
      asked(writer, '项目决策（10分）', DECISION);
      asked(writer, '项目管理（25分）', MANAGEMENT);
      indicatorRows(writer, COLUMNS);
    });
    writer.foot(9);
  },
};

function asked(
  writer: FormWriter,
  level: string,
  rows: readonly (readonly [string, string, number])[],
): void {
  rows.forEach(([kind, name, points], i) => {
    writer.indicator(
      'other',
      COLUMNS.flatMap(({ holds }, c) =>
        holds === 'level1' || holds === 'level2' || holds === 'sequence' || holds === 'explanation'
          ? []
          : [[holds, c] as const],
      ),
    );
    writer.line(
      { value: i === 0 || writer.options.levels === 'repeated' ? level : null },
      { value: kind },
      { value: name },
      { value: points },
      { value: name.slice(-3, -1) },
      { value: name.slice(-3, -1) },
      { value: points },
      { value: null },
    );
  });
}
