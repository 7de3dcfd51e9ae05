import type { Drawing } from '../../../support/annexes/drawn-table';
import { lines, pairs, pct, percentOf, projectName } from './pools';

/** Funds in many columns. */
export const MONEY_COLUMNS: readonly Drawing[] = [
  {
    name: '年初 and 全年 budgets, each by fund, and spending by fund',
    year: 2022,
    unit: '万元',
    fields:
      'sequence|unit|projectName|initialBudget|initialBudget.fiscal|initialBudget.other|budget|budget.fiscal|budget.other|actual|actual.fiscal|actual.other|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.satisfaction.target|indicator.satisfaction.result|problems',
    rows: `
t 2022年度项目支出绩效自评汇总表
. 单位：万元
> 序号|单位名称|项目名称|年初预算数|<|<|全年预算数|<|<|全年执行数|<|<|执行率|数量指标|<|满意度|<|存在问题
> ^|^|^|合计|财政拨款|其他资金|合计|财政拨款|其他资金|合计|财政拨款|其他资金|^|指标值|完成值|指标值|完成值|^
~ 市职业学院
* 1|市职业学院|实训基地建设|800|600|200|860|660|200|842.5|655.5|187|${pct(842.5, 860)}|建成实训室12间|12间|≥90%|95%|无
* 2|市职业学院|助学金|325|325||325|325||325|325||100%|资助学生1620人|1620人|≥95%|98.2%|无
~ 市技师学院
* 3|市技师学院|技能竞赛|40|30|10|40|30|10|38.4|28.6|9.8|${pct(38.4, 40)}|≥15场|15场|≥90%|93%|无
* 4|市技师学院|设备采购|150|100|50|150|100|50|147|98|49|${pct(147, 150)}|采购设备36台|36台|≥90%|92%|无
s 合计|||1315|1055|260|1375|1115|260|1352.9|1107.1|245.8|${pct(1352.9, 1375)}|||||`,
  },
  {
    name: 'every fund of the budget law, 其中 columns, total row first',
    year: 2023,
    unit: '万元',
    fields:
      'sequence|projectName|unit|budget|budget.generalPublic|budget.governmentFund|budget.stateCapital|budget.other|actual|actual.generalPublic|actual.governmentFund|actual.stateCapital|actual.other|executionRate|annualGoal|goalCompletion|remarks',
    rows: `
t 渝北区2023年度项目绩效自评情况表
. 单位：万元
> 序号|项目名称|实施单位|预算数（A）|<|<|<|<|执行数（B）|<|<|<|<|执行率（B/A）|绩效目标|绩效目标完成情况|备注
> ^|^|^|小计|其中：一般公共预算|其中：政府性基金预算|其中：国有资本经营预算|其中：其他资金|小计|其中：一般公共预算|其中：政府性基金预算|其中：国有资本经营预算|其中：其他资金|^|^|^|^
s |合计||1630|730|800|60|40|1594.5|714.5|790|60|30|${pct(1594.5, 1630)}|||
~ 区建管站
* 1|雨污管网改造|区建管站|900|100|800|||890|100|790|||${pct(890, 900)}|改造管网18公里|改造管网18.4公里|
* 2|智慧工地|区建管站|230|230||||218.5|218.5||||${pct(218.5, 230)}|接入工地60个|接入工地63个|
~ 区国资中心
* 3|国企退休人员社会化管理|区国资中心|60|||60||60|||60||100%|管理3200人|管理3246人|
* 4|资产评估|区国资中心|440|400|||40|426|396|||30|${pct(426, 440)}|评估资产26宗|完成评估26宗|`,
  },
  {
    name: 'central and local money, carry-over, unit 元',
    year: 2021,
    unit: '元',
    fields:
      'sequence|department|unit|projectName|budget|budget.central|budget.local|budget.other|actual|actual.central|actual.local|actual.other|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.quality.target|indicator.quality.result|indicator.satisfaction.target|indicator.satisfaction.result|deviation',
    rows: `
t 2021年中央对地方转移支付绩效自评表
. 单位：元
> 序号|省级主管部门|资金使用单位|转移支付（项目）名称|全年预算数（A）|<|<|<|全年执行数（B）|<|<|<|预算执行率（B/A）|数量指标|<|质量指标|<|满意度指标|<|未完成原因和改进措施
> ^|^|^|^|年度资金总额|其中：中央补助|地方资金|其他资金|年度资金总额|其中：中央补助|地方资金|其他资金|^|指标值|全年实际完成值|指标值|全年实际完成值|指标值|全年实际完成值|^
~ 洛南县
* 1|省民政厅|洛南县|困难群众救助|56320000|50000000|6320000|0|55210000|49000000|6210000|0|${pct(55210000, 56320000)}|救助≥2.1万人|2.16万人|应保尽保率100%|100%|≥90%|94%|
* 2|省民政厅|洛南县|孤儿生活保障|1860000|1500000|360000|0|1860000|1500000|360000|0|100%|保障孤儿155人|155人|发放准确率100%|100%|≥95%|98%|
~ 商州区
* 3|省民政厅|商州区|困难群众救助|48600000|43000000|5600000|0|43100000|38000000|5100000|0|${pct(43100000, 48600000)}|救助≥1.8万人|1.83万人|应保尽保率100%|100%|≥90%|92%|第四季度人数核减，结余资金结转使用
* 4|省民政厅|商州区|流浪救助|900000|800000|0|100000|880000|790000|0|90000|${pct(880000, 900000)}|救助260人次|268人次|≥95%|100%|≥85%|89%|`,
  },
  {
    name: 'a budget by 财政拨款 of two kinds and 单位资金, adjustment column',
    year: 2022,
    unit: '万元',
    fields:
      'unit|projectName|initialBudget|budget.adjustment|budget|budget.fiscal|budget.generalPublic|budget.governmentFund|budget.other|actual|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.timeliness.target|indicator.timeliness.result|remarks',
    rows: `
t 雨花台区2022年度项目绩效自评汇总表
. 单位：万元
> 预算单位|项目名称|年初预算|调整金额|调整后预算数|<|<|<|<|实际支出|执行率|数量指标|<|时效指标|<|说明
> ^|^|^|^|合计|财政拨款|<|<|单位资金|^|^|计划值|实际值|计划值|实际值|^
> ^|^|^|^|^|小计|一般公共预算|政府性基金|^|^|^|^|^|^|^|^
~ 区人民医院
* 区人民医院|医疗设备更新|560|60|620|420|300|120|200|608.3|${pct(608.3, 620)}|更新设备14台|14台|10月底前|9月28日|
* ^|人才引进|80||80|80|80|||78.5|${pct(78.5, 80)}|引进人才16人|17人|12月底前|11月|
~ 区疾控中心
* 区疾控中心|病媒防制|36|-4|32|32|32||0|31.2|${pct(31.2, 32)}|消杀≥240次|252次|11月底前|11月15日|
* ^|实验室改造|210|0|210|160||160|50|210|100%|改造420平方米|420平方米|9月底前|8月30日|`,
  },
  {
    name: 'only 财政资金 as 其中, the rest unnamed',
    year: 2020,
    unit: '万元',
    fields:
      'sequence|unit|projectName|budget|budget.fiscal|actual|actual.fiscal|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.social.target|indicator.social.result',
    rows: `
t 2020年度部门项目绩效自评表
. 单位：万元
> 序号|用款单位|项目名称|预算总额|其中：财政资金|实际支出总额|其中：财政资金|支出进度|数量指标|完成情况|社会效益|完成情况
~ 市博物馆
* 1|市博物馆|文物修复|120|80|118|80|${pct(118, 120)}|修复文物96件|98件|展出≥3次|4次
* 2|市博物馆|临展|66|66|65.2|65.2|${pct(65.2, 66)}|举办6场|6场|≥8万人次|8.6万人次
* 3|市博物馆|安防|240|200|236|200|${pct(236, 240)}|≥60路|64路|零事故|未发生事故
* 4|市博物馆|数字化|90|50|88.6|50|${pct(88.6, 90)}|采集藏品320件|326件|线上访问≥20万次|23.4万次`,
  },
  {
    name: 'percent numbers rounded to one decimal, subtotal under each unit, 总计 last',
    year: 2021,
    unit: '万元',
    fields:
      'sequence|unit|projectName|budget|actual|executionRate|annualGoal|goalCompletion|totalScore|grade',
    rows: `
t 2021年部门预算项目支出绩效自评结果表
. 单位：万元
> 序号|单位|项目名称|全年预算数|全年执行数|预算执行率（%）|年初设定目标|完成情况|自评分|等级
~ 市水文站
* 1|市水文站|测站维护|63.5|60.5|${percentOf(60.5, 63.5, 1)}|维护测站18处|维护18处|96|优
* 2|市水文站|水质监测|42|42|100|监测断面36个|监测36个|99|优
s |小计||105.5|102.5|${percentOf(102.5, 105.5, 1)}||||
~ 市河道所
* 3|市河道所|河道保洁|288.4|275|${percentOf(275, 288.4, 1)}|保洁河道56公里|保洁56公里|95|优
* 4|市河道所|堤防加固|512|498.7|${percentOf(498.7, 512, 1)}|加固堤防3.2公里|加固3.2公里|97|优
s |小计||800.4|773.7|${percentOf(773.7, 800.4, 1)}||||
s 总计|||905.9|876.2|${percentOf(876.2, 905.9, 1)}||||`,
  },
  {
    name: 'heading sums with the unit in their name, money of sums as formulas',
    year: 2023,
    unit: '万元',
    fields:
      'sequence|projectName|budget|actual|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.quality.target|indicator.quality.result|indicator.satisfaction.target|indicator.satisfaction.result',
    rows: `
t 2023年度教育系统项目绩效自评表
. 单位：万元
> 序号|项目名称|预算|支出|执行率|数量指标|<|质量指标|<|满意度指标|<
> ^|^|^|^|^|目标|完成|目标|完成|目标|完成
s |合计|746|727.8|${pct(727.8, 746)}||||||
s 一|城关一小小计|246|241.8|${pct(241.8, 246)}||||||
* 1.1|操场改造|180|176.4|${pct(176.4, 180)}|'1个|'1个|合格率100%|100%|≥90%|95%
* 1.2|图书购置|66|65.4|${pct(65.4, 66)}|2.2万册|2.2万册|合格率100%|100%|≥90%|96%
s 二|城关二小小计|500|486|${pct(486, 500)}||||||
* 2.1|教学楼加固|420|408|${pct(408, 420)}|1栋|1栋|合格率100%|100%|≥85%|90%
* 2.2|多媒体设备|80|78|${pct(78, 80)}|24套|24套|完好率≥98%|99%|≥90%|92%`,
  },
  {
    name: 'fiscal and non-fiscal money in one header row',
    year: 2019,
    unit: '万元',
    fields:
      'sequence|unit|projectName|budget|budget.fiscal|budget.nonFiscal|actual|actual.fiscal|actual.nonFiscal|executionRate|goalCompletion|problems|rectification|conclusion',
    rows: `
t 2019年度预算绩效自评报表
. 单位：万元
> 序号|预算单位|项目名称|预算合计|预算财政拨款|预算非财政拨款|支出合计|支出财政拨款|支出非财政拨款|执行率|项目完成情况|存在问题|整改措施|评价结论
~ 省实验中心
${lines(5, (n) => {
  const fiscal = 80 + n * 12.5;
  const other = n % 2 === 0 ? 20 : 0;
  const spent = fiscal - 2 - n;
  const total = fiscal + other;
  return `* ${n + 1}|省实验中心|${projectName(n)}|${total}|${fiscal}|${other}|${spent + other}|${spent}|${other}|${pct(spent + other, total)}|完成检测${300 + n * 8}批次|无|无|达到预期目标`;
})}`,
  },
  {
    name: 'a long body of 36 rows by unit, totals per unit and 合计 last',
    year: 2022,
    unit: '万元',
    fields:
      'sequence|unit|projectName|budget|actual|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.quality.target|indicator.quality.result|indicator.timeliness.target|indicator.timeliness.result|indicator.social.target|indicator.social.result|indicator.satisfaction.target|indicator.satisfaction.result|remarks',
    rows: `
t 青田县2022年度财政项目支出绩效自评汇总表
. 单位：万元
> 序号|单位名称|项目名称|预算执行情况|<|<|产出|<|<|<|<|<|效果|<|满意度|<|备注
> ^|^|^|调整后预算|执行数|执行率|数量|<|质量|<|时效|<|社会效益|<|^|^|^
> ^|^|^|^|^|^|目标|完成|目标|完成|目标|完成|目标|完成|目标|完成|^
${[0, 1, 2]
  .map((u) => {
    const rows = Array.from({ length: 12 }, (_, n) => ({
      budget: 20 + u * 7 + n * 3.5,
      actual: 19 + u * 7 + n * 3.5,
    }));
    const sum = (of: 'budget' | 'actual'): number => rows.reduce((all, row) => all + row[of], 0);
    return (
      `~ 县第${'一二三'[u]}医院\n` +
      rows
        .map(
          ({ budget, actual }, n) =>
            `* ${u * 12 + n + 1}|${n === 0 ? `县第${'一二三'[u]}医院` : '^'}|${projectName(u * 12 + n)}|${budget}|${actual}|${pct(actual, budget)}|${pairs(u * 12 + n, 'quantity', 'quality', 'timeliness', 'social', 'satisfaction')}|`,
        )
        .join('\n') +
      `\ns |县第${'一二三'[u]}医院合计||${sum('budget')}|${sum('actual')}|${pct(sum('actual'), sum('budget'))}|||||||||||`
    );
  })
  .join('\n')}
s 合计|||1665|1629|${pct(1629, 1665)}|||||||||||`,
  },
  {
    name: 'execution rates as fractions beside scores, budget 0 without a rate',
    year: 2024,
    unit: '万元',
    fields:
      'sequence|unit|projectName|initialBudget|budget|actual|executionRate|executionRate.score|indicator.quantity.target|indicator.quantity.result|indicator.quantity.score|indicator.satisfaction.target|indicator.satisfaction.result|indicator.satisfaction.score|totalScore|grade|deviation',
    rows: `
t 2024年度项目绩效自评表
. 金额单位：人民币万元
> 序号|执行单位|项目名称|预算执行情况|<|<|<|<|产出数量指标|<|<|满意度指标|<|<|总分|等次|原因说明
> ^|^|^|年初预算|调整预算数|支出数|执行率|得分|指标值|完成值|得分|指标值|完成值|得分|^|^|^
~ 市测试所
* 1|市测试所|检测能力建设|300|320|316.8|0.99|9.9|扩项≥25项|27项|60|≥90%|97%|30|99.9|优|
* 2|市测试所|应急检测|50|0|0|0|0|0次|0次|60|/|/|0|60|中|任务取消，预算全部收回
* 3|市测试所|实验室认可|15|15|15|1|10|通过评审1次|1次|60|≥90%|100%|30|100|优|`,
  },
];
