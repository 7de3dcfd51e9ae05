import { round } from '../../annex-generator/model';
import { funds, goals, indicatorLabels, indicatorRows, sums, type IndicatorColumn } from '../blocks';
import { NEEDS, type FormStyle } from './style';

const COLUMNS: readonly IndicatorColumn[] = [
  { label: '一级指标', holds: 'level1' },
  { label: '二级指标', holds: 'level2' },
  { label: '三级指标', holds: 'name' },
  { label: '年度指标值', holds: 'target' },
  { label: '实际完成值', holds: 'result' },
  { label: '分值', holds: 'weight' },
  { label: '得分', holds: 'score' },
  { label: '偏差原因分析及改进措施', holds: 'deviation' },
];

/** A department's own form, with its money and its indicators. */
export const departmentMoney: FormStyle = {
  id: 'department-money',
  layout: 'department-form',
  needs: { ...NEEDS, funds: ['fiscal', 'other'] },
  needsTitle: true,
  saysMoneyUnit: true,
  draw: (writer) => {
    const { content } = writer;
    writer.head('附件1', '部门整体支出绩效自评表', 9);
    writer.line({ value: '部门（单位）名称' }, { value: content.unit, width: 8, field: 'unit' });
    writer.section(`年度资金（${content.moneyUnit}）`, 1, () =>
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
          { label: '得分', holds: 'score' },
        ],
        [
          ['年度资金总额', null],
          ['其中：财政拨款', 'fiscal'],
          ['其他资金', 'other'],
        ],
      ),
    );
    writer.section('年度总体目标', 1, () => goals(writer, ['预期目标', '实际完成情况'], [4, 4]));
    writer.section('绩效指标', 1, () => {
      indicatorLabels(writer, COLUMNS);
      indicatorRows(writer, COLUMNS);
    });
    sums(writer, '总分', COLUMNS, 1);
    writer.foot(9);
  },
};

type Standard = readonly [level1: string, level2: string, name: string, points: number, rule: string];

/** Points of a department: no targets, but standards. They add up to 100. */
const STANDARDS: readonly Standard[] = [
  ['投入（20分）', '目标设定', '绩效目标合理性', 10, '目标符合职责且细化量化得10分，缺一项扣3分'],
  ['投入（20分）', '预算配置', '在职人员控制率', 10, '在职人数不超过编制数得10分'],
  ['过程（40分）', '预算执行', '预算完成率', 15, '按预算完成率乘以分值计分'],
  ['过程（40分）', '预算执行', '结转结余控制率', 10, '结转结余不高于上年得10分'],
  ['过程（40分）', '预算管理', '管理制度健全性', 15, '制度健全并执行到位得15分'],
  ['产出（20分）', '职责履行', '重点工作办结率', 20, '按办结率乘以分值计分'],
  ['效果（20分）', '履职效益', '社会公众满意度', 20, '满意度90%以上得20分，每低一个百分点扣1分'],
];

/** A department's table of points, each with its standard. */
export const departmentPoints: FormStyle = {
  id: 'department-points',
  layout: 'department-form',
  needs: { ...NEEDS, funds: [], initialBudget: false },
  needsTitle: true,
  saysMoneyUnit: false,
  draw: (writer) => {
    const { content, options, random } = writer;
    writer.head('附件2', '部门整体支出绩效自评表', 8);
    writer.line(
      { value: random.pick(['单位名称：', '部门名称', '单位名称（盖章）：']), width: 2 },
      { value: content.unit, width: 6, field: 'unit' },
    );
    writer.line(
      ...['序号', '一级指标', '二级指标', '三级指标', '分值', '指标解释', '评分标准', '自评得分'].map(
        (value) => ({ value }),
      ),
    );
    let total = 0;
    STANDARDS.forEach(([level1, level2, name, points, rule], i) => {
      const lost = random.chance(0.15) ? random.integer(1, 3) : 0;
      total += points - lost;
      const [before] = [STANDARDS[i - 1]];
      writer.indicator('other', [
        ['name', 3],
        ['weight', 4],
        ['scoringRule', 6],
        ['score', 7],
      ]);
      writer.line(
        { value: i + 1 },
        { value: options.levels !== 'repeated' && before?.[0] === level1 ? null : level1 },
        { value: options.levels !== 'repeated' && before?.[1] === level2 ? null : level2 },
        { value: name },
        { value: points },
        { value: `反映部门${name}的情况` },
        { value: rule },
        { value: points - lost },
      );
    });
    writer.line(
      { value: '合计', width: 4 },
      { value: 100, field: 'totalWeight' },
      {},
      {},
      { value: round(total, 2), field: 'totalScore' },
    );
    writer.foot(8);
  },
};
