import type { Drawing } from '../../../support/annexes/drawn-table';
import { lines, moneyOf, pairs, pct, percentOf, projectName, triples, values } from './pools';

/** Headers of two to five rows. */
export const DEEP_HEADERS: readonly Drawing[] = [
  {
    name: 'five header rows, merged, weights and scores of each indicator',
    year: 2023,
    unit: '万元',
    fields:
      'sequence|unit|projectName|budget|actual|executionRate|executionRate.weight|executionRate.score|indicator.quantity.name|indicator.quantity.target|indicator.quantity.result|indicator.quantity.weight|indicator.quantity.score|indicator.social.name|indicator.social.target|indicator.social.result|indicator.social.weight|indicator.social.score|totalScore',
    rows: `
t 岳池县2023年度项目支出绩效自评统计表
. 单位：万元
> 序号|预算单位|项目名称|项目支出绩效自评情况|<|<|<|<|<|<|<|<|<|<|<|<|<|<|自评总分
> ^|^|^|预算执行情况|<|<|<|<|绩效指标完成情况|<|<|<|<|<|<|<|<|<|^
> ^|^|^|预算数|执行数|执行率|分值|得分|产出指标|<|<|<|<|效益指标|<|<|<|<|^
> ^|^|^|^|^|^|^|^|数量指标|<|<|<|<|社会效益指标|<|<|<|<|^
> ^|^|^|^|^|^|^|^|三级指标|年度指标值|实际完成值|分值|得分|三级指标|年度指标值|实际完成值|分值|得分|^
~ 县融媒体中心
* 1|县融媒体中心|县域宣传|150|148.2|${pct(148.2, 150)}|10|9.88|播出专题片|≥52期|54期|50|50|节目覆盖人口|≥60万人|62万人|40|40|99.88
* 2|县融媒体中心|设备更新|88|88|100%|10|10|更新摄像机|6台|6台|50|50|信号覆盖率|≥98%|98.7%|40|40|100
~ 县文化馆
* 3|县文化馆|免费开放|50|50|100%|10|10|开放天数|≥300天|312天|50|50|服务群众|≥5万人次|5.4万人次|40|40|100`,
  },
  {
    name: 'groups centred over their columns without merges',
    year: 2021,
    unit: '万元',
    fields:
      'sequence|unit|projectName|budget|actual|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.quality.target|indicator.quality.result|indicator.timeliness.target|indicator.timeliness.result|indicator.satisfaction.target|indicator.satisfaction.result|problems',
    rows: `
t 2021年度预算项目绩效自评表
. 填报部门：市残联|||||||||||||单位：万元
> 序号|单位名称|项目名称||预算执行情况||||产出指标||||满意度指标||存在问题
> |||||||数量指标||质量指标||时效指标||||
> |||预算数|执行数|执行率|目标值|实际值|目标值|实际值|目标值|实际值|目标值|实际值|
~ 市残联
${lines(7, (n) => {
  const { budget, actual } = moneyOf(n + 3);
  return `* ${n + 1}|市残联|${projectName(n)}|${budget}|${actual}|${pct(actual, budget)}|${values(n, 'quantity', 'quality', 'timeliness', 'satisfaction')}|无`;
})}`,
  },
  {
    name: 'two header rows, levels alone above names and values',
    year: 2022,
    unit: '万元',
    fields:
      'sequence|unit|projectName|budget|actual|executionRate|indicator.quantity.name|indicator.quantity.target|indicator.quantity.result|indicator.social.name|indicator.social.target|indicator.social.result|indicator.satisfaction.name|indicator.satisfaction.target|indicator.satisfaction.result|totalScore|grade',
    rows: `
t 石泉县2022年项目绩效自评表
. 金额单位：万元
> 序号|实施单位|项目名称|资金情况|<|<|产出指标|<|<|效益指标|<|<|满意度指标|<|<|自评得分|自评等级
> ^|^|^|预算|支出|执行率|指标名称|目标值|完成值|指标名称|目标值|完成值|指标名称|目标值|完成值|^|^
~ 县供销社
${lines(4, (n) => {
  const { budget, actual } = moneyOf(n + 21);
  return `* ${n + 1}|县供销社|${projectName(n)}|${budget}|${actual}|${pct(actual, budget)}|${triples(n, 'quantity', 'social', 'satisfaction')}|${96 + n}|优`;
})}`,
  },
  {
    name: '一级指标 without a kind below: targets by level and a column for reasons',
    year: 2020,
    unit: '万元',
    fields:
      'unit|projectName|annualGoal|goalCompletion|budget|actual|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.social.target|indicator.social.result|indicator.satisfaction.target|indicator.satisfaction.result|deviation',
    rows: `
t 大洼区2020年度部门预算项目绩效目标自评表
. 部门：区交通运输局||||||||||||单位：万元
> 单位|项目|年度总体目标|<|资金使用情况|<|<|一级指标|<|<|<|<|<|偏差原因及整改措施
> ^|^|预期目标|实际完成情况|预算安排|实际使用|执行率|产出指标|<|效益指标|<|满意度指标|<|^
> ^|^|^|^|^|^|^|年度指标值|完成值|年度指标值|完成值|年度指标值|完成值|^
~ 区公路段
* 区公路段|县道养护|养护县道236公里|完成养护236公里|418.6|418.6|100%|养护里程236公里|236公里|惠及群众≥12万人|12.6万人|≥90%|94%|
* ^|桥梁检测|检测桥梁85座|完成检测85座|63|61.7|${pct(61.7, 63)}|85座|85座|消除隐患≥9处|9处|≥85%|90.2%|
~ 区运管所
* 区运管所|公交补贴|补贴线路8条|完成补贴8条|320|316|${pct(316, 320)}|8条|8条|日均客运量≥2.1万人次|2.2万人次|≥85%|88%|`,
  },
  {
    name: 'names over targets in 年度绩效目标, the same kinds again in 全年实际完成',
    year: 2019,
    unit: '万元',
    fields:
      'sequence|projectName|unit|budget|actual|executionRate|indicator.quantity.target|indicator.quality.target|indicator.timeliness.target|indicator.satisfaction.target|indicator.quantity.result|indicator.quality.result|indicator.timeliness.result|indicator.satisfaction.result|problems|rectification',
    rows: `
t 2019年度市直部门项目绩效自评汇总表
. 单位：万元
> 序号|项目名称|项目单位|项目资金（万元）|<|<|预期绩效指标|<|<|<|全年实际完成|<|<|<|存在问题|改进措施
> ^|^|^|年初预算数|实际支出数|执行率|数量|质量|时效|满意度|数量|质量|时效|满意度|^|^
~ 市体育局
* 1|全民健身活动|市体育局|75|74.4|${pct(74.4, 75)}|举办赛事≥30场|参赛达标率≥90%|12月底前|群众满意度≥90%|32场|92.5%|11月底|96%|无|无
* 2|体育馆开放|市体育局|160|160|100%|开放≥330天|设施完好率≥95%|全年开放|≥85%|336天|97%|全年开放|91%|无|无
* 3|青训补助|市体育局|48|47.2|${pct(47.2, 48)}|补助运动员120人|120人|≥90%|≥90%|120人|120人|100%|95%|无|无`,
  },
  {
    name: 'continuation rows, everything merged over the rows of a project',
    year: 2023,
    unit: '万元',
    fields:
      'sequence|unit|projectName|budget|actual|executionRate|annualGoal|goalCompletion|indicator.quantity.name|indicator.quantity.target|indicator.quantity.result|indicator.quality.name|indicator.quality.target|indicator.quality.result|indicator.satisfaction.name|indicator.satisfaction.target|indicator.satisfaction.result|totalScore',
    rows: `
t 2023年项目支出绩效自评表（汇总）
. 单位：万元
> 序号|项目承担单位|项目名称|预算执行|<|<|年度目标|<|产出指标|<|<|<|<|<|满意度指标|<|<|总分
> ^|^|^|预算数|执行数|执行率|预期目标|完成情况|数量指标|<|<|质量指标|<|<|^|^|^|^
> ^|^|^|^|^|^|^|^|指标名称|指标值|完成值|指标名称|指标值|完成值|指标名称|指标值|完成值|^
~ 市殡仪馆
* 1|市殡仪馆|惠民殡葬|260|252.1|${pct(252.1, 260)}|减免2600例|减免2641例|${triples(0, 'quantity', 'quality', 'satisfaction')}|98.9
+ ^|^|^|^|^|^|^|^|${triples(1, 'quantity', 'quality')}||||^
+ ^|^|^|^|^|^|^|^|${triples(2, 'quantity')}|||||||^
* 2|市殡仪馆|火化机检修|38|38|100%|检修4台|检修4台|${triples(3, 'quantity', 'quality', 'satisfaction')}|100
+ ^|^|^|^|^|^|^|^|${triples(6, 'quantity')}|||||||^
~ 市公墓管理所
* 3|市公墓管理所|公墓绿化|21.5|20.9|${pct(20.9, 21.5)}|绿化30亩|绿化30亩|${triples(5, 'quantity', 'quality', 'satisfaction')}|97.2`,
  },
  {
    name: 'operators and measure words in columns of their own',
    year: 2022,
    unit: '元',
    fields:
      'sequence|unit|projectName|budget|actual|executionRate|indicator.quantity.name|indicator.quantity.operator|indicator.quantity.target|indicator.quantity.measureUnit|indicator.quantity.result|indicator.satisfaction.name|indicator.satisfaction.operator|indicator.satisfaction.target|indicator.satisfaction.measureUnit|indicator.satisfaction.result|totalScore',
    rows: `
t 双江县2022年部门项目绩效自评公开表
. 单位：元
> 序号|部门（单位）名称|项目名称|项目资金|<|<|数量指标|<|<|<|<|服务对象满意度指标|<|<|<|<|总分
> ^|^|^|全年预算数|全年执行数|执行率|三级指标|指标性质|指标值|度量单位|实际完成值|三级指标|指标性质|指标值|度量单位|实际完成值|^
~ 双江县教育体育局
* 1|双江县教育体育局|营养改善计划|12680000|12680000|100%|补助学生人数|=|15850|人|15850|学生满意度|≥|90|%|95|98
* 2|双江县教育体育局|校舍维修|3250000|3120000|${pct(3120000, 3250000)}|维修面积|≥|4200|平方米|4260|师生满意度|≥|90|%|92.5|96
* 3|双江县教育体育局|教师培训|460000|455000|${pct(455000, 460000)}|培训教师|≥|600|人次|618|教师满意度|≥|95|%|97|97`,
  },
  {
    name: 'a long body under four rows, groups named with points in brackets',
    year: 2022,
    unit: '万元',
    fields:
      'sequence|unit|projectName|projectType|initialBudget|budget|actual|executionRate|executionRate.score|indicator.quantity.target|indicator.quantity.result|indicator.quality.target|indicator.quality.result|indicator.timeliness.target|indicator.timeliness.result|indicator.cost.target|indicator.cost.result|indicator.economic.target|indicator.economic.result|indicator.social.target|indicator.social.result|indicator.satisfaction.target|indicator.satisfaction.result|totalScore|deviation',
    rows: `
t 2022年度市级预算部门项目支出绩效自评情况汇总表
. 编报单位：市财政局|||||||||||||||||||||||金额单位：万元
> 序号|单位名称|项目名称|项目类别|预算执行情况（10分）|<|<|<|<|产出指标（50分）|<|<|<|<|<|<|<|效益指标（30分）|<|<|<|满意度指标（10分）|<|总分（100分）|偏差原因分析及改进措施
> ^|^|^|^|年初预算数|全年预算数|全年执行数|执行率|得分|数量指标|<|质量指标|<|时效指标|<|成本指标|<|经济效益指标|<|社会效益指标|<|服务对象满意度|<|^|^
> ^|^|^|^|^|^|^|^|^|指标内容|完成情况|指标内容|完成情况|指标内容|完成情况|指标内容|完成情况|指标内容|完成情况|指标内容|完成情况|指标内容|完成情况|^|^
${[0, 1, 2]
  .map(
    (unit) =>
      `~ 市直第${'一二三'[unit]}学校\n` +
      lines(11, (n) => {
        const k = unit * 11 + n;
        const { budget, actual } = moneyOf(k);
        return `* ${k + 1}|市直第${'一二三'[unit]}学校|${projectName(k)}|特定目标类|${budget}|${budget}|${actual}|${pct(actual, budget)}|${percentOf(actual, budget * 10, 2)}|${pairs(k, 'quantity', 'quality', 'timeliness', 'cost', 'economic', 'social', 'satisfaction')}|${95 + (k % 5)}|`;
      }),
  )
  .join('\n')}`,
  },
  {
    name: 'spacer columns between the groups, unmerged',
    year: 2018,
    unit: '万元',
    fields:
      'sequence|unit|projectName|-|budget|actual|executionRate|-|indicator.quantity.target|indicator.quantity.result|-|indicator.social.target|indicator.social.result|-|indicator.satisfaction.target|indicator.satisfaction.result',
    rows: `
. 附件三
t 2018年度财政专项资金使用绩效自评表
. 单位：万元
> 序号|资金使用单位|专项资金名称||资金使用情况||||产出目标|||效益目标|||满意度目标|
> ||||下达资金|支出金额|支出率||预期值|实现值||预期值|实现值||预期值|实现值
~ 县科技局
* 1|县科技局|科技创新券||120|116.4|${pct(116.4, 120)}||兑付企业≥40家|43家||带动研发投入≥2000万元|2260万元||≥90%|95%
* 2|县科技局|科普活动||18|18|100%||≥24场|26场||≥1.2万人次|1.35万人次||≥90%|96.4%
* 3|县科技局|专利资助||46.8|45.9|${pct(45.9, 46.8)}||资助专利130件|134件||万人发明专利拥有量≥3.2件|3.4件||≥85%|91%`,
  },
  {
    name: 'the money on the right, title in the third row beside an attachment mark',
    year: 2024,
    unit: '万元',
    fields:
      'sequence|projectName|unit|contact|annualGoal|goalCompletion|indicator.quantity.target|indicator.quantity.result|indicator.quality.target|indicator.quality.result|indicator.satisfaction.target|indicator.satisfaction.result|budget|actual|executionRate|totalScore|grade|-',
    rows: `
. 附件1
.
t |||2024年度街道办事处项目支出绩效自评汇总表
. ||||||||||||||||单位：万元
> 序号|项目名称|责任科室|项目负责人|绩效目标及完成情况|<|绩效指标及完成情况|<|<|<|<|<|资金（万元）|<|<|自评得分|等次|公开网址
> ^|^|^|^|绩效目标|完成情况|数量指标|<|质量指标|<|满意度指标|<|预算数|支出数|执行率|^|^|^
> ^|^|^|^|^|^|年初目标值|全年完成值|年初目标值|全年完成值|年初目标值|全年完成值|^|^|^|^|^|^
~ 社区办
* 1|社区党建|社区办|陈|建成党群服务站9个|建成9个|9个|9个|验收合格率100%|100%|≥90%|96%|85|83.6|${pct(83.6, 85)}|97|优|公开
~ 平安办
* 2|网格员补助|平安办|周|补助网格员68人|补助68人|68人|68人|发放准确率100%|100%|≥90%|93%|122.4|122.4|100%|99|优|公开
* 3|技防设施|平安办|周|新增监控120路|新增126路|120路|126路|在线率≥95%|97.8%|≥85%|90%|66|64.2|${pct(64.2, 66)}|98|优|公开`,
  },
  {
    name: 'cost on a level of its own, two years of budget law',
    year: 2023,
    unit: '万元',
    fields:
      'sequence|department|unit|projectName|budget|actual|executionRate|indicator.cost.target|indicator.cost.result|indicator.quantity.target|indicator.quantity.result|indicator.quality.target|indicator.quality.result|indicator.timeliness.target|indicator.timeliness.result|indicator.economic.target|indicator.economic.result|indicator.social.target|indicator.social.result|indicator.ecological.target|indicator.ecological.result|indicator.satisfaction.target|indicator.satisfaction.result|totalScore|problems|rectification',
    rows: `
t 自治区2023年度部门预算项目支出绩效自评汇总表
. 单位：万元
> 序号|主管部门|实施单位|项目名称|预算资金执行情况|<|<|成本指标|<|产出指标|<|<|<|<|<|效益指标|<|<|<|<|<|满意度指标|<|自评总分|存在的主要问题|改进措施
> ^|^|^|^|全年预算数|全年执行数|执行率|经济成本指标|<|数量指标|<|质量指标|<|时效指标|<|经济效益|<|社会效益|<|生态效益|<|服务对象满意度|<|^|^|^
> ^|^|^|^|^|^|^|目标值|完成值|目标值|完成值|目标值|完成值|目标值|完成值|目标值|完成值|目标值|完成值|目标值|完成值|目标值|完成值|^|^|^
~ 自治区草原站
${lines(9, (n) => {
  const { budget, actual } = moneyOf(n + 60);
  return `* ${n + 1}|自治区林草局|自治区草原站|${projectName(n)}|${budget}|${actual}|${pct(actual, budget)}|${values(n, 'cost', 'quantity', 'quality', 'timeliness', 'economic', 'social', 'ecological', 'satisfaction')}|${97 + (n % 3)}|无|无`;
})}`,
  },
];
