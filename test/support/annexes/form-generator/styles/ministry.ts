import {
  funds,
  goals,
  indicatorLabels,
  indicatorRows,
  sums,
  type FundColumn,
  type IndicatorColumn,
} from '../blocks';
import type { FormWriter } from '../writer';
import { NEEDS, type FormStyle } from './style';

const MONEY: readonly FundColumn[] = [
  { label: '年初预算数', holds: 'initialBudget' },
  { label: '全年预算数', holds: 'budget' },
  { label: '全年执行数', holds: 'actual' },
  { label: '分值', holds: 'weight' },
  { label: '执行率', holds: 'rate' },
  { label: '得分', holds: 'score' },
];

const INDICATORS: readonly IndicatorColumn[] = [
  { label: '一级指标', holds: 'level1' },
  { label: '二级指标', holds: 'level2' },
  { label: '三级指标', holds: 'name' },
  { label: '年度指标值', holds: 'target' },
  { label: '实际完成值', holds: 'result' },
  { label: '分值', holds: 'weight' },
  { label: '得分', holds: 'score' },
  { label: '偏差原因分析及改进措施', holds: 'deviation' },
];

/** 项目名称, and who carries it out. */
export function names(writer: FormWriter, width: number): void {
  const { content } = writer;
  writer.line({ value: '项目名称' }, { value: content.name, width: width - 1, field: 'projectName' });
  writer.line(
    { value: '主管部门' },
    { value: content.department, width: 4, field: 'department' },
    { value: '实施单位' },
    { value: content.unit, width: width - 6, field: 'unit' },
  );
}

/** The form of 财预〔2020〕10号. */
export const ministry: FormStyle = {
  id: 'ministry',
  layout: 'form',
  needs: NEEDS,
  saysMoneyUnit: true,
  draw: (writer) => {
    const { content } = writer;
    writer.head('附件3', '项目支出绩效自评表', 9);
    names(writer, 9);
    writer.section(`项目资金\n（${content.moneyUnit}）`, 1, () =>
      funds(writer, null, 2, MONEY, [
        ['年度资金总额：', null],
        ['其中：当年财政拨款', 'fiscal'],
        ['      上年结转资金', 'carryover'],
        ['      其他资金', 'other'],
      ]),
    );
    writer.section('年度总体目标', 1, () => goals(writer, ['预期目标', '实际完成情况'], [4, 4]));
    writer.section('绩效指标', 1, () => {
      indicatorLabels(writer, INDICATORS);
      indicatorRows(writer, INDICATORS);
    });
    sums(writer, '总分', INDICATORS, 1);
    writer.foot(9);
  },
};

const WEIGHT_FIRST: readonly IndicatorColumn[] = [
  { label: '一级指标', holds: 'level1' },
  { label: '二级指标', holds: 'level2' },
  { label: '三级指标', holds: 'name' },
  { label: '分值', holds: 'weight' },
  { label: '年度指标值', holds: 'target' },
  { label: '全年实际值', holds: 'result' },
  { label: '得分', holds: 'score' },
  { label: '未完成原因及拟采取的改进措施', holds: 'deviation' },
];

/** Points before targets, one budget, the person in charge beside the name. */
export const weightFirst: FormStyle = {
  id: 'weight-first',
  layout: 'form',
  needs: { ...NEEDS, funds: ['fiscal', 'other'], initialBudget: false },
  saysMoneyUnit: true,
  draw: (writer) => {
    const { content } = writer;
    writer.head('附件2', '绩效目标自评表', 9);
    writer.line(
      { value: '项目名称' },
      { value: content.name, width: 4, field: 'projectName' },
      { value: '项目负责人及电话' },
      { value: content.person, width: 3, field: 'contact' },
    );
    writer.line(
      { value: '主管部门' },
      { value: content.department, width: 4, field: 'department' },
      { value: '实施单位' },
      { value: content.unit, width: 3, field: 'unit' },
    );
    writer.section(`资金情况（${content.moneyUnit}）`, 1, () =>
      funds(
        writer,
        null,
        2,
        [
          { label: '全年预算数（A）', holds: 'budget' },
          { label: '全年执行数（B）', holds: 'actual' },
          { label: '分值', holds: 'weight' },
          { label: '执行率（B/A）', holds: 'rate' },
          { label: '得分', holds: 'score', width: 2 },
        ],
        [
          ['年度资金总额：', null],
          ['其中：本年财政拨款', 'fiscal'],
          ['其他资金', 'other'],
        ],
      ),
    );
    writer.section('年度总体目标', 1, () =>
      goals(writer, ['年初设定目标', '年度总体目标完成情况综述'], [4, 4]),
    );
    writer.section('绩效指标', 1, () => {
      indicatorLabels(writer, WEIGHT_FIRST);
      indicatorRows(writer, WEIGHT_FIRST);
    });
    sums(writer, '总分', WEIGHT_FIRST, 1);
    writer.foot(9);
  },
};

const POINTS: readonly IndicatorColumn[] = [
  { label: '一级指标', holds: 'level1' },
  { label: '二级指标', holds: 'level2' },
  { label: '三级指标', holds: 'name' },
  { label: '年度指标值', holds: 'target' },
  { label: '实际完成值', holds: 'result' },
  { label: '分值（90分）', holds: 'weight' },
  { label: '得分计算方法', holds: 'scoringRule' },
  { label: '得分', holds: 'score' },
  { label: '偏差原因分析及改进措施', holds: 'deviation' },
];

/** Points printed in labels, and how they are computed beside them; one budget, by whatever label. */
export const pointsInLabels: FormStyle = {
  id: 'points-in-labels',
  layout: 'form',
  needs: { ...NEEDS, funds: ['fiscal', 'other'], initialBudget: false },
  saysMoneyUnit: true,
  draw: (writer) => {
    const { content, random } = writer;
    writer.head('附件1', '市级项目支出绩效自评表', 10);
    names(writer, 10);
    writer.section(`项目资金（${content.moneyUnit}）`, 1, () =>
      funds(
        writer,
        null,
        2,
        [
          { label: random.pick(['年初预算数（A）', '全年预算数（A）']), holds: 'budget' },
          { label: '全年执行数（B）', holds: 'actual' },
          { label: '分值（10分）', holds: 'weight' },
          { label: '执行率（B/A）', holds: 'rate' },
          { label: '得分计算方法', holds: 'rule', width: 2 },
          { label: '得分', holds: 'score' },
        ],
        [
          ['年度资金总额', null],
          ['其中：当年财政拨款', 'fiscal'],
          ['其他资金', 'other'],
        ],
      ),
    );
    writer.section('年度总体目标', 1, () => goals(writer, ['年初预期目标', '实际完成情况'], [4, 5]));
    writer.section('绩效指标', 1, () => {
      indicatorLabels(writer, POINTS);
      indicatorRows(writer, POINTS);
    });
    sums(writer, '总分', POINTS, 1);
    writer.foot(10);
  },
};
