import { answer, funds, goals, indicatorLabels, indicatorRows, sums, type IndicatorColumn } from '../blocks';
import { names } from './ministry';
import { NEEDS, type FormStyle } from './style';

const SICHUAN: readonly IndicatorColumn[] = [
  { label: '一级指标', holds: 'level1' },
  { label: '二级指标', holds: 'level2' },
  { label: '三级指标', holds: 'name' },
  { label: '指标性质', holds: 'operator' },
  { label: '指标值', holds: 'target' },
  { label: '度量单位', holds: 'measureUnit' },
  { label: '完成值', holds: 'result' },
  { label: '权重', holds: 'weight' },
  { label: '得分', holds: 'score' },
  { label: '未完成原因分析', holds: 'deviation' },
];

/** Operator, value and measure word in columns of their own, and a reason beside the money. */
export const sichuan: FormStyle = {
  id: 'sichuan',
  layout: 'form',
  needs: { ...NEEDS, funds: ['fiscal', 'other'], measured: true, explains: true },
  saysMoneyUnit: true,
  draw: (writer) => {
    const { content, random } = writer;
    writer.head('报表编号：510000_0013zp', '部门预算项目支出绩效自评表', 11);
    writer.line({ value: '项目名称' }, { value: content.name, width: 10, field: 'projectName' });
    writer.line(
      { value: '主管部门' },
      { value: content.department, width: 5, field: 'department' },
      { value: '实施单位\n（盖章）' },
      { value: content.unit, width: 4, field: 'unit' },
    );
    if (random.chance(0.6))
      writer.section('项目基本情况', 1, () => {
        writer.section('1.项目年度目标完成情况', 1, () =>
          goals(writer, ['项目年度目标', '年度目标完成情况'], [5, 4]),
        );
        writer.line(
          { value: '2.项目实施内容及过程概述' },
          { value: '按实施方案分三个阶段推进，年底前全部收尾。', width: 9 },
        );
      });
    writer.section('预算执行情况（10分）', 1, () =>
      funds(
        writer,
        `年度预算数（${content.moneyUnit}）`,
        1,
        [
          { label: '年初预算', holds: 'initialBudget' },
          { label: '调整后预算数', holds: 'budget' },
          { label: '预算执行数', holds: 'actual' },
          { label: '预算执行率', holds: 'rate' },
          { label: '权重', holds: 'weight' },
          { label: '得分', holds: 'score' },
          { label: '原因', holds: 'reason', width: 3 },
        ],
        [
          ['总额', null],
          ['其中：财政资金', 'fiscal'],
          ['其他资金', 'other'],
        ],
      ),
    );
    writer.section('绩效指标（90分）', 1, () => {
      indicatorLabels(writer, SICHUAN);
      indicatorRows(writer, SICHUAN);
    });
    sums(writer, '合计', SICHUAN, 1);
    answer(writer, '评价结论', `自评得分${content.totalScore}分，项目按计划完成。`, 'conclusion', [1, 10]);
    answer(writer, '存在问题', content.moneyReason ?? '无', 'problems', [1, 10]);
    answer(writer, '改进措施', content.moneyReason ? '按月调度支出进度。' : '无', 'rectification', [1, 10]);
    if (writer.options.signatures)
      writer.line(
        { value: `项目负责人：${content.person}`, width: 6, field: 'contact' },
        { value: '财务负责人：', width: 5, field: 'contact' },
      );
  },
};

const HUBEI: readonly IndicatorColumn[] = [
  { label: '一级指标', holds: 'level1' },
  { label: '二级指标', holds: 'level2' },
  { label: '三级指标', holds: 'name' },
  { label: '年初目标值（A）', holds: 'target' },
  { label: '实际完成值（B）', holds: 'result' },
  { label: '得分', holds: 'score' },
];

/** Check boxes, 20 points of money and 80 of indicators, one row of money. */
export const hubei: FormStyle = {
  id: 'hubei',
  layout: 'form',
  needs: {
    ...NEEDS,
    ratePoints: 20,
    points: 80,
    funds: [],
    initialBudget: false,
    explains: true,
    reasons: false,
  },
  saysMoneyUnit: true,
  draw: (writer) => {
    const { content, options } = writer;
    writer.head('附表2', `${content.name}项目自评表`, 7);
    if (options.titled) {
      writer.line(
        { value: `项目单位（盖章）：${content.unit}`, width: 4 },
        { value: '主要领导签字：', width: 3 },
      );
      writer.line({ value: `填报日期：${content.year + 1}.3.28`, width: 7 });
    }
    writer.line({ value: '项目名称' }, { value: content.name, width: 6, field: 'projectName' });
    writer.line(
      { value: '主管部门' },
      { value: content.department, width: 3, field: 'department' },
      { value: '项目实施单位' },
      { value: content.unit, width: 2, field: 'unit' },
    );
    for (const [label, boxes] of [
      ['项目类别', '1、部门预算项目 ☑  2、市直专项 □'],
      ['项目属性', '1、持续性项目 ☑  2、新增性项目 □'],
      ['项目类型', '1、常年性项目 ☑  2、延续性项目 □  3、一次性项目 □'],
    ] as const)
      writer.line({ value: label }, { value: boxes, width: 6, field: 'projectType' });
    writer.section(`预算执行情况（${content.moneyUnit}）\n（20分）`, 1, () =>
      funds(
        writer,
        null,
        2,
        [
          { label: '预算数（A）', holds: 'budget' },
          { label: '执行数（B）', holds: 'actual' },
          { label: '执行率（B/A）', holds: 'rate' },
          { label: '得分\n（20分*执行率）', holds: 'score' },
        ],
        [['年度财政资金总额', null]],
      ),
    );
    writer.section('年度绩效目标1\n（80分）', 1, () => {
      indicatorLabels(writer, HUBEI);
      indicatorRows(writer, HUBEI);
    });
    sums(writer, '总分', HUBEI, 1);
    answer(
      writer,
      '偏差大或\n目标未完成\n原因分析',
      reasonsOf(content.indicators, content.moneyReason),
      'deviation',
      [1, 6],
    );
    answer(
      writer,
      '改进措施及\n结果应用方案',
      '按月调度支出进度，结果用于下年度预算安排。',
      'rectification',
      [1, 6],
    );
  },
};

function reasonsOf(indicators: readonly { readonly reason: string | null }[], money: string | null): string {
  const reasons = [money, ...indicators.map(({ reason }) => reason)].filter((reason) => reason !== null);
  return reasons.length > 0 ? reasons.join('；') : '无';
}

const YUNNAN: readonly IndicatorColumn[] = [
  { label: '一级指标', holds: 'level1' },
  { label: '二级指标', holds: 'level2' },
  { label: '三级指标', holds: 'name' },
  { label: '指标性质', holds: 'operator' },
  { label: '指标值', holds: 'target' },
  { label: '度量单位', holds: 'measureUnit' },
  { label: '实际完成值', holds: 'result' },
  { label: '分值', holds: 'weight' },
  { label: '得分', holds: 'score' },
  { label: '偏差原因分析及改进措施', holds: 'deviation' },
];

/** Labels of indicators in two rows, without a section beside them, and a grade in the row of sums. */
export const yunnan: FormStyle = {
  id: 'yunnan',
  layout: 'form',
  needs: { ...NEEDS, measured: true },
  saysMoneyUnit: true,
  draw: (writer) => {
    const { content, options } = writer;
    if (options.titled) {
      writer.title = `${content.year}年度项目支出绩效自评表`;
      writer.year = content.year;
      writer.line({ value: writer.title, width: 10 });
      writer.line(
        { value: `部门：${content.unit}`, width: 5 },
        { width: 4 },
        { value: options.marked ? '公开14表' : null },
      );
    }
    names(writer, 10);
    writer.section(`项目资金\n（${content.moneyUnit}）`, 1, () =>
      funds(
        writer,
        null,
        2,
        [
          { label: '年初预算数', holds: 'initialBudget' },
          { label: '全年预算数', holds: 'budget' },
          { label: '全年执行数', holds: 'actual' },
          { label: '分值', holds: 'weight' },
          { label: '执行率', holds: 'rate' },
          { label: '得分', holds: 'score', width: 2 },
        ],
        [
          ['年度资金总额', null],
          ['其中：当年财政拨款', 'fiscal'],
          ['上年结转资金', 'carryover'],
          ['其他资金', 'other'],
        ],
      ),
    );
    writer.section('年度总体目标', 1, () => goals(writer, ['预期目标', '实际完成情况'], [4, 5]));
    const first = writer.row;
    writer.put(first, 0, '绩效指标', 3);
    writer.put(first, 3, '年度指标值', 3);
    for (const [c, { label }] of YUNNAN.entries()) {
      if (c >= 6) writer.put(first, c, label, 1, 2);
      else writer.put(first + 1, c, label);
    }
    writer.canvas.next += 2;
    indicatorRows(writer, YUNNAN);
    writer.line(
      { value: '其他需要说明事项', width: 3 },
      { value: content.nothing ?? '无', width: 7, field: 'remarks' },
    );
    sums(writer, '总分', YUNNAN, 0, true);
    writer.foot(10);
  },
};

const CHONGQING: readonly IndicatorColumn[] = [
  { label: '指标名称', width: 2, holds: 'name' },
  { label: '计量单位', holds: 'measureUnit' },
  { label: '指标性质', holds: 'operator' },
  { label: '指标值', holds: 'target' },
  { label: '全年完成值', holds: 'result' },
  { label: '得分系数', holds: 'coefficient' },
  { label: '指标权重', holds: 'weight' },
  { label: '指标得分', holds: 'score' },
  { label: '未完成原因', holds: 'deviation' },
];

/** No levels, and a coefficient beside the points. */
export const chongqing: FormStyle = {
  id: 'chongqing',
  layout: 'form',
  needs: { ...NEEDS, funds: ['fiscal'], measured: true },
  saysMoneyUnit: true,
  draw: (writer) => {
    const { content } = writer;
    writer.head('附件4', '项目绩效自评表', 11);
    names(writer, 11);
    writer.section(`预算执行情况（${content.moneyUnit}）`, 1, () =>
      funds(
        writer,
        null,
        2,
        [
          { label: '年初预算数', holds: 'initialBudget' },
          { label: '全年预算数', holds: 'budget' },
          { label: '全年执行数', holds: 'actual' },
          { label: '执行率', holds: 'rate' },
          { label: '执行率权重', holds: 'weight' },
          { label: '执行率得分', holds: 'score', width: 3 },
        ],
        [
          ['年度总金额', null],
          ['其中：财政资金', 'fiscal'],
        ],
      ),
    );
    writer.section('年度绩效目标', 1, () => goals(writer, ['年初绩效目标', '全年目标实际完成情况'], [5, 5]));
    writer.section('绩效指标', 1, () => {
      indicatorLabels(writer, CHONGQING);
      indicatorRows(writer, CHONGQING);
    });
    sums(writer, '合计', CHONGQING, 1);
    writer.foot(11);
  },
};

const COUNTY: readonly IndicatorColumn[] = [
  { label: '一级指标', holds: 'level1' },
  { label: '二级指标', holds: 'level2' },
  { label: '三级指标', holds: 'name' },
  { label: '指标值', holds: 'target' },
  { label: '完成情况', holds: 'result' },
  { label: '未完成原因', holds: 'deviation' },
];

/** A form of a county without any points. */
export const county: FormStyle = {
  id: 'county',
  layout: 'form',
  needs: { ...NEEDS, ratePoints: 0, funds: ['fiscal', 'other'], initialBudget: false },
  saysMoneyUnit: true,
  draw: (writer) => {
    const { content } = writer;
    writer.head('附件', '财政项目支出绩效自评表', 7);
    writer.line({ value: '项目名称' }, { value: content.name, width: 6, field: 'projectName' });
    writer.line(
      { value: '主管部门' },
      { value: content.department, width: 3, field: 'department' },
      { value: '项目单位' },
      { value: content.unit, width: 2, field: 'unit' },
    );
    writer.section(`资金情况（${content.moneyUnit}）`, 1, () =>
      funds(
        writer,
        null,
        3,
        [
          { label: '预算数', holds: 'budget' },
          { label: '执行数', holds: 'actual' },
          { label: '执行率', holds: 'rate' },
        ],
        [
          ['总额', null],
          ['其中：财政资金', 'fiscal'],
          ['其他资金', 'other'],
        ],
      ),
    );
    writer.section('年度目标', 1, () => goals(writer, ['年初目标', '完成情况'], [3, 3]));
    writer.section('绩效指标', 1, () => {
      indicatorLabels(writer, COUNTY);
      indicatorRows(writer, COUNTY);
    });
    writer.foot(7);
  },
};
