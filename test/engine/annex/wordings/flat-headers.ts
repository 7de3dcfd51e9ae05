import type { Drawing } from '../../../support/annexes/drawn-table';
import { fractionOf, lines, moneyOf, pairs, pct, percentOf, projectName, triples, values } from './pools';

/** Headers of one row. */
export const FLAT_HEADERS: readonly Drawing[] = [
  {
    name: 'one header row, roles in the labels, percent numbers, money in 元',
    year: 2021,
    unit: '元',
    fields:
      'sequence|department|unit|projectName|budget|actual|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.quality.target|indicator.quality.result|indicator.satisfaction.target|indicator.satisfaction.result|totalScore|grade|remarks',
    rows: `
t 凤县2021年度县级部门预算项目支出绩效自评结果汇总表
. 单位：元
> 序号|主管部门|实施单位|项目名称|全年预算数（元）|全年执行数（元）|执行进度（%）|数量指标年度指标值|数量指标实际完成值|质量指标年度指标值|质量指标实际完成值|满意度指标年度指标值|满意度指标实际完成值|自评总分|自评等级|备注
~ 县水利工作队
* 1|县水利局|县水利工作队|小型水库维修养护|1250000|1250000|100|≥15座|15座|≥95%|96.2%|≥90%|93%|98.5|优|
* 2|县水利局|县水利工作队|山洪灾害防治非工程措施运行维护|486500|461200|${percentOf(461200, 486500)}|23处|23处|'100%|'100%|≥85%|91.4%|95.2|优|
~ 县自然资源局
* 3|县自然资源局|县自然资源局|地灾隐患点群测群防补助|318000|318000|100|106人|106人|≥98%|99.06%|≥90%|95%|100|优|
* 4|县自然资源局|县自然资源局|耕地质量监测|96000|92880|${percentOf(92880, 96000)}|不少于12个|12个|达到95%以上|97.3%|90%以上|90.6%|93|优|`,
  },
  {
    name: 'one header row, kinds side by side with 完成情况, no total score, title below the unit line',
    year: 2019,
    unit: '万元',
    fields:
      'unit|projectName|budget|actual|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.timeliness.target|indicator.timeliness.result|indicator.social.target|indicator.social.result|indicator.satisfaction.target|indicator.satisfaction.result|problems',
    rows: `
. 附表4
. 金额单位：万元
t 2019年项目支出绩效自评情况公开表
> 预算单位名称|项目（专项）名称|年度预算安排|年度支出|预算完成率|产出数量|完成情况|产出时效|完成情况|社会效益|完成情况|服务对象满意度|完成情况|问题及建议
~ 市图书馆
* 市图书馆|图书购置|180|179.64|${pct(179.64, 180)}|购置图书≥2.6万册|2.71万册|12月底前到馆|12月10日|年接待读者≥40万人次|43.2万人次|读者满意度≥92%|96.1%|无
* |总分馆建设|60|60|${pct(60, 60)}|新建分馆3个|新建3个|11月底前建成|10月26日建成|覆盖乡镇≥12个|12个|≥90%|94%|无
~ 市非遗中心
* 市非遗中心|传承人传习补助|24.5|24.5|${pct(1, 1)}|补助传承人49人|49人|6月底前发放|6月21日发放|开展传习≥98场|102场|传承人满意度≥95%|100%|无`,
  },
  {
    name: 'a long body, indicator text and result only, section rows name the units',
    year: 2022,
    unit: '万元',
    fields:
      'sequence|projectName|budget|actual|executionRate|annualGoal|goalCompletion|indicator.quantity.target|indicator.quantity.result|indicator.quality.target|indicator.quality.result|indicator.timeliness.target|indicator.timeliness.result|indicator.cost.target|indicator.cost.result|indicator.satisfaction.target|indicator.satisfaction.result|problems|rectification',
    rows: `
t 邛海市2022年部门预算项目绩效自评结果
. （金额单位：万元）
> 序号|项目名称|调整后预算|实际支出|支出进度|绩效目标|目标完成情况|数量指标|数量指标完成情况|质量指标|质量指标完成情况|时效指标|时效指标完成情况|成本指标|成本指标完成情况|满意度指标|满意度指标完成情况|存在主要问题|下步整改措施
. 一、市农业农村局机关
~ 市农业农村局机关
${lines(18, (n) => {
  const { budget, actual } = moneyOf(n);
  return `* ${n + 1}|${projectName(n)}|${budget}|${actual}|${pct(actual, budget)}|完成${projectName(n)}年度任务|年度任务已全部完成，验收${n + 2}批次均为合格|${pairs(n, 'quantity', 'quality', 'timeliness', 'cost', 'satisfaction')}|无|无`;
})}
. 二、市农技推广站
~ 市农技推广站
${lines(16, (n) => {
  const { budget, actual } = moneyOf(n + 40);
  return `* ${n + 19}|${projectName(n + 5)}|${budget}|${actual}|${pct(actual, budget)}|提升服务能力|全年工作按计划完成，第三季度起实行网上预约|${pairs(n + 3, 'quantity', 'quality', 'timeliness', 'cost', 'satisfaction')}|不存在问题|/`;
})}`,
  },
  {
    name: 'percent numbers without a percent sign in the header, kinds without the word 指标',
    year: 2023,
    unit: '万元',
    fields:
      'sequence|unit|projectName|-|budget|actual|executionRate|executionRate.score|indicator.quantity.name|indicator.quantity.target|indicator.quantity.result|indicator.quantity.score|indicator.satisfaction.name|indicator.satisfaction.target|indicator.satisfaction.result|indicator.satisfaction.score|totalScore|grade',
    rows: `
t 2023年度项目支出绩效自评汇总情况表
. |||||||||||||||||单位:万元
> 编号|项目单位|项目名称|是否公开|全年预算数（A）|全年执行数（B）|执行率（B/A）|执行率得分|数量名称|数量目标值|数量完成值|数量得分|满意度名称|满意度目标值|满意度完成值|满意度得分|总得分|自评结论
~ 区城管局
* 1|区城管局|环卫作业市场化|是|3680.25|3512.6|${percentOf(3512.6, 3680.25)}|9.54|清扫保洁面积|≥420万平方米|426.8万平方米|50|居民满意度|≥85%|88.6%|10|99.54|优秀
* 2|区城管局|公厕改造|是|96|96|100|10|改造公厕|8座|8座|50|居民满意度|≥85%|91%|10|100|优秀
~ 区园林所
* 3|区园林所|口袋公园建设|否|210.4|208.95|${percentOf(208.95, 210.4)}|9.93|建成口袋公园|不少于5处|6处|50|市民满意率|90%以上|95.2%|10|99.93|优秀`,
  },
  {
    name: 'fractions, goals and results in words and figures, a column of dates and contacts',
    year: 2020,
    unit: '万元',
    fields:
      'sequence|unit|projectName|-|contact|budget|actual|executionRate|annualGoal|goalCompletion|deviation|grade',
    rows: `
t 2020年度市级财政支出项目绩效自评表
. 填报单位：市卫生健康委员会||||||||||单位：万元
> 序号|项目实施单位|项目名称|项目起止时间|联系人及电话|预算金额|支出金额|支出率|预期绩效目标|绩效目标实际完成情况|未完成原因及改进措施|自评结果
~ 市疾控中心
* 1|市疾控中心|免疫规划|2020.1-2020.12|王 0816-222|356.7|356.7|${fractionOf(1, 1)}|适龄儿童疫苗接种率达到95%以上|接种率98.6%|无|优
* 2|市疾控中心|慢病监测|2020.1-2020.12|李 0816-223|48|40.8|${fractionOf(40.8, 48)}|监测点位12个|完成12个监测点位|受疫情影响，现场调查费未支付|良
~ 市中心血站
* 3|市中心血站|血液采集|2020.1-2020.12|赵 0816-225|812.4|803.1|${fractionOf(803.1, 812.4)}|采血2.4万单位|采血2.52万单位|—|优`,
  },
  {
    name: 'indicators by levels only in one row of labels',
    year: 2022,
    unit: '万元',
    fields:
      'sequence|projectName|initialBudget|budget|actual|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.social.target|indicator.social.result|indicator.satisfaction.target|indicator.satisfaction.result',
    rows: `
t 永安镇2022年度项目绩效自评公示表
. 单位：万元
> 序号|项目名称|年初预算（万元）|调整后预算数（万元）|决算数（万元）|预算执行率|产出指标|产出指标完成值|效益指标|效益指标完成值|满意度|满意度完成值
* 1|村级活动场所修缮|30|42.6|42.6|${pct(1, 1)}|修缮活动场所6处|6处|受益群众≥3600人|3712人|群众满意度≥90%|95%
* 2|人居环境整治|55|55|52.36|${pct(52.36, 55)}|整治村庄8个|8个|受益户数1260户|1260户|≥90%|92.4%
* 3|防汛物资购置|8|8|7.92|${pct(7.92, 8)}|购置编织袋2万条|2万条|保障人口≥1.1万人|1.16万人|≥85%|90%`,
  },
  {
    name: 'three header words with line breaks and full-width brackets, text rates nowhere',
    year: 2024,
    unit: '万元',
    fields:
      'sequence|department|projectName|projectCode|budget|actual|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.economic.target|indicator.economic.result|indicator.ecological.target|indicator.ecological.result|indicator.sustainability.target|indicator.sustainability.result|totalScore|grade|rectification',
    rows: `
. 附件2－3
t 二○二四年度省级专项资金绩效自评表
. 单位：万元
> 序⏎号|主管⏎部门|项目⏎名称|项目⏎编码|预算数⏎（Ａ）|执行数⏎（Ｂ）|执行率⏎（Ｂ／Ａ）|数量⏎指标|完成⏎情况|经济效益⏎指标|完成⏎情况|生态效益⏎指标|完成⏎情况|可持续影响⏎指标|完成⏎情况|自评⏎得分|评价⏎等次|整改⏎措施
* 1|省林业局|国土绿化|330000240001|5600|5432.18|${pct(5432.18, 5600)}|造林≥4.5万亩|4.62万亩|带动务工收入≥800万元|863万元|森林覆盖率≥62.1%|62.3%|管护合同期≥3年|3年|96.8|优|无
* 2|省林业局|湿地保护|330000240002|780|780|${pct(1, 1)}|修复湿地320公顷|326公顷|生态旅游收入≥500万元|518万元|水质达标率100%|100%|巡护机制健全|已健全|99|优|无`,
  },
  {
    name: 'weights before values, one indicator of each kind, no unit',
    year: 2023,
    unit: '元',
    fields:
      'sequence|unit|projectName|budget|actual|executionRate|executionRate.weight|executionRate.score|indicator.quantity.name|indicator.quantity.weight|indicator.quantity.target|indicator.quantity.result|indicator.quantity.score|indicator.quality.name|indicator.quality.weight|indicator.quality.target|indicator.quality.result|indicator.quality.score|indicator.satisfaction.name|indicator.satisfaction.weight|indicator.satisfaction.target|indicator.satisfaction.result|indicator.satisfaction.score|totalScore',
    rows: `
t 昭化区2023年项目支出绩效自评得分表
. 金额单位：元
> 序号|单位|项目|全年预算|全年执行|执行率|执行率权重|执行率得分|数量指标名称|数量指标分值|数量指标值|数量指标完成值|数量指标得分|质量指标名称|质量指标分值|质量指标值|质量指标完成值|质量指标得分|满意度指标名称|满意度指标分值|满意度指标值|满意度指标完成值|满意度指标得分|总分
~ 昭化镇
* 1|昭化镇|古城保护|2000000|1986350|${pct(1986350, 2000000)}|10|9.93|${triples(0, 'quantity').replace('|', '|40|')}|40|${triples(0, 'quality').replace('|', '|30|')}|30|${triples(0, 'satisfaction').replace('|', '|20|')}|20|99.93
* 2|昭化镇|河道清漂|350000|350000|100.00%|10|10|${triples(5, 'quantity').replace('|', '|40|')}|40|${triples(1, 'quality').replace('|', '|30|')}|30|${triples(2, 'satisfaction').replace('|', '|20|')}|20|100
~ 卫子镇
* 3|卫子镇|蔬菜大棚|860000|830000|${pct(830000, 860000)}|10|9.65|${triples(9, 'quantity').replace('|', '|40|')}|40|${triples(4, 'quality').replace('|', '|30|')}|30|${triples(4, 'satisfaction').replace('|', '|20|')}|20|99.65`,
  },
  {
    name: 'name and value columns, rates as formulas, hidden code column',
    year: 2021,
    unit: '万元',
    hidden: [1],
    fields:
      'sequence|projectCode|projectName|department|unit|budget|actual|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.cost.target|indicator.cost.result|indicator.social.target|indicator.social.result|goalCompletion',
    rows: `
t 2021年重点项目绩效自评明细表
. 计量单位：万元
> 序号|项目代码|项目名称|主管部门（单位）名称|用款单位|预算批复数|实际支付数|资金执行率|数量目标|数量实际完成|成本目标|成本实际完成|社会效益目标|社会效益实际完成|总体目标完成情况综述
~ 市急救中心
* 1|'5106210001|救护车购置|市卫健委|市急救中心|640|630.4|=${630.4 / 640}|16辆|16辆|≤40万元/辆|39.4万元/辆|≥21万人|21.6万人|16辆救护车已全部投入使用
* 2|'5106210002|急救培训|市卫健委|市急救中心|35|35|=1|≥60场|63场|≤5800元/场|5555元/场|持证率≥80%|84.7%|开展培训63场，培训1.2万人
~ 市妇幼保健院
* 3|'5106210003|两癌筛查|市卫健委|市妇幼保健院|126|120.5|=${120.5 / 126}|筛查1.8万人|1.83万人|≤70元/人|65.8元/人|≥90%|93%|筛查任务超额完成`,
  },
  {
    name: 'results beside the goals, several indicators of a kind side by side',
    year: 2022,
    unit: '万元',
    fields:
      'sequence|unit|projectName|budget|actual|executionRate|indicator.quantity.name|indicator.quantity.target|indicator.quantity.result|indicator.quantity.name|indicator.quantity.target|indicator.quantity.result|indicator.quality.name|indicator.quality.target|indicator.quality.result|indicator.satisfaction.name|indicator.satisfaction.target|indicator.satisfaction.result',
    rows: `
t 公安县2022年度部门项目绩效自评表
. 单位：万元
> 序号|部门名称|项目名称|预算数|执行数|执行率|数量指标1|指标值|完成值|数量指标2|指标值|完成值|质量指标|指标值|完成值|满意度指标|指标值|完成值
~ 县公安局
${lines(6, (n) => {
  const { budget, actual } = moneyOf(n);
  return `* ${n + 1}|县公安局|${projectName(n)}|${budget}|${actual}|${pct(actual, budget)}|${triples(n, 'quantity')}|${triples(n + 7, 'quantity')}|${triples(n, 'quality', 'satisfaction')}`;
})}`,
  },
  {
    name: 'words as targets of benefit, an opinion column at the end',
    year: 2023,
    unit: '万元',
    fields:
      'sequence|unit|projectName|-|budget|actual|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.social.target|indicator.social.result|indicator.sustainability.target|indicator.sustainability.result|totalScore|-',
    rows: `
t 高新区2023年度项目支出绩效自评情况一览表
. 单位：万元
> 序号|所属单位|专项名称|资金用途|下达预算数|实际支出数|执行率|数量指标目标值|数量指标实际值|社会效益指标目标值|社会效益指标实际值|可持续影响指标目标值|可持续影响指标实际值|自评分|绩效自评小组意见
~ 第一小学
* 1|第一小学|课后服务|人员经费|86|86|100%|参与学生≥820人|836人|缓解家长接送压力|有效缓解|课后服务制度健全|制度健全|98|同意
* 2|第一小学|体育器材|设备购置|12.5|12.31|${pct(12.31, 12.5)}|购置器材46件|46件|学生体质提升|优良率提升2.1%|长期使用|正常使用|96|同意
~ 第二中学
* 3|第二中学|教室照明改造|工程支出|58|55.8|${pct(55.8, 58)}|改造教室36间|36间|保护学生视力|达到标准照度|使用年限≥8年|10年|97|同意`,
  },
  {
    name: 'values only beside the kinds, starting at H20',
    year: 2020,
    unit: '万元',
    at: [19, 7],
    fields:
      'sequence|unit|projectName|budget|actual|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.timeliness.target|indicator.timeliness.result|indicator.cost.target|indicator.cost.result|indicator.satisfaction.target|indicator.satisfaction.result|remarks',
    rows: `
t 2020年部门项目支出绩效自评表（二级预算单位）
. 单位：万元
> 序号|二级单位|项目名称|年度预算|实际支出|执行率|数量指标|实际完成值|时效指标|实际完成值|成本指标|实际完成值|服务对象满意度指标|实际完成值|备注
~ 市救助站
${lines(8, (n) => {
  const { budget, actual } = moneyOf(n + 11);
  return `* ${n + 1}|市救助站|${projectName(n + 2)}|${budget}|${actual}|${pct(actual, budget)}|${values(n, 'quantity', 'timeliness', 'cost', 'satisfaction')}|`;
})}`,
  },
];
