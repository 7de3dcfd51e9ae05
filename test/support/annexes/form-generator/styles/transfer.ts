import { answer, funds, goals, indicatorLabels, indicatorRows, type IndicatorColumn } from '../blocks';
import type { FormWriter } from '../writer';
import { NEEDS, type FormStyle } from './style';

const INDICATORS: readonly IndicatorColumn[] = [
  { label: '一级指标', holds: 'level1' },
  { label: '二级指标', holds: 'level2' },
  { label: '三级指标', holds: 'name', width: 2 },
  { label: '指标值', holds: 'target' },
  { label: '全年实际完成值', holds: 'result' },
  { label: '未完成原因和改进措施', holds: 'deviation' },
];

/** The parts of 资金管理情况, and what is answered to them. */
const MANAGEMENT: readonly (readonly [string, string])[] = [
  ['分配科学性', '按因素法分配，符合管理办法规定'],
  ['下达及时性', '收到指标文件后三十日内下达'],
  ['拨付合规性', '按国库集中支付制度拨付'],
  ['使用规范性', '按规定用途使用'],
  ['执行准确性', '按下达预算执行'],
  ['预算绩效管理情况', '已同步下达绩效目标'],
  ['支出责任履行情况', '按规定履行支出责任'],
];

function drawTransfer(writer: FormWriter, managed: boolean): void {
  const { content } = writer;
  writer.head(
    '附件1',
    managed ? '中央对地方转移支付区域绩效自评表' : '转移支付区域（项目）绩效目标自评表',
    8,
  );
  writer.line(
    { value: '转移支付（项目）名称', width: 2 },
    { value: content.name, width: 6, field: 'projectName' },
  );
  writer.line({ value: '中央主管部门', width: 2 }, { value: '农业农村部', width: 6, field: 'department' });
  writer.line(
    { value: '地方主管部门', width: 2 },
    { value: content.department, width: 3, field: 'department' },
    { value: '资金使用单位' },
    { value: content.unit, width: 2, field: 'unit' },
  );
  writer.section(`${managed ? '资金投入情况' : '项目资金'}（${content.moneyUnit}）`, 2, () =>
    funds(
      writer,
      null,
      3,
      [
        { label: '全年预算数（A）', holds: 'budget' },
        { label: '全年执行数（B）', holds: 'actual' },
        { label: '预算执行率（B/A×100%）', holds: 'rate' },
      ],
      [
        ['年度资金总额：', null],
        ['其中：中央补助', 'central'],
        ['地方资金', 'local'],
        ['其他资金', 'other'],
      ],
    ),
  );
  if (managed)
    writer.section('资金管理情况', 2, () => {
      writer.line({ width: 3 }, { value: '情况说明', width: 2 }, { value: '存在问题和改进措施' });
      for (const [label, said] of MANAGEMENT)
        writer.line({ value: label, width: 3 }, { value: said, width: 2 }, { value: '无' });
    });
  writer.section('总体目标完成情况', 1, () => goals(writer, ['总体目标', '全年实际完成情况'], [4, 3]));
  writer.section('绩效指标', 1, () => {
    indicatorLabels(writer, INDICATORS);
    indicatorRows(writer, INDICATORS);
  });
  answer(writer, '说明', content.nothing ?? '无', 'remarks', [1, 7]);
  writer.foot(8);
}

const TRANSFER_NEEDS: FormStyle['needs'] = {
  ...NEEDS,
  ratePoints: 0,
  funds: ['central', 'local', 'other'],
  initialBudget: false,
};

/** The form of transfers between governments: no points. */
export const transfer: FormStyle = {
  id: 'transfer',
  layout: 'form',
  needs: TRANSFER_NEEDS,
  saysMoneyUnit: true,
  draw: (writer) => drawTransfer(writer, false),
};

/** The same with questions about how the money was managed. */
export const transferManaged: FormStyle = {
  ...transfer,
  id: 'transfer-managed',
  draw: (writer) => drawTransfer(writer, true),
};
