import type { Drawing } from '../../../support/annexes/drawn-table';
import { lines, moneyOf, pct, percentOf, projectName, triples, values } from './pools';

/** Wordings that few places use. */
export const RARE_WORDINGS: readonly Drawing[] = [
  {
    name: 'a name for the project that nobody else has, units with their codes',
    year: 2023,
    unit: '万元',
    fields:
      'sequence|unit|projectName|budget|actual|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.satisfaction.target|indicator.satisfaction.result',
    rows: `
t 2023年度财政政策和项目绩效自评情况统计表
. 金额单位：万元
> 序号|预算单位（编码-名称）|政策（项目）名称|年度预算|实际支出|执行率|数量指标|完成情况|满意度指标|完成情况
~ 305001-市水务局
* 1|305001-市水务局|2023年水利救灾资金|300|291|97%|修复堤防6处|6处|≥90%|95%
* 2|305001-市水务局|“十四五”规划中期评估|45|45|100%|编制报告1份|1份|≥90%|92%
~ 305002-市水文中心
* 3|305002-市水文中心|24小时雨情值守|60|58.8|98%|值守365天|365天|≥85%|91%`,
  },
  {
    name: 'sections with their sums and without the word for it',
    year: 2022,
    unit: '万元',
    fields:
      'sequence|unit|projectName|budget|actual|executionRate|indicator.quantity.target|indicator.quantity.result|totalScore',
    rows: `
t 2022年度项目支出绩效自评汇总表
. 单位：万元
> 序号|单位名称|项目名称|预算数|执行数|执行率|数量指标|完成情况|自评得分
s |全市合计||430|421.4|98%|||
s 一|市应急局||230|225.4|98%|||
~ 市应急局
* 1|市应急局|应急物资储备|150|147|98%|储备物资36类|36类|98
* 2|市应急局|应急演练|80|78.4|98%|演练12次|12次|98
s 二|市消防救援支队||200|196|98%|||
~ 市消防救援支队
* 1|市消防救援支队|消防装备|120|117.6|98%|购置装备240件（套）|240件（套）|98
* 2|市消防救援支队|消防宣传|80|78.4|98%|宣传60场|62场|98`,
  },
  {
    name: 'sums in many words, the end of the text marked',
    year: 2021,
    unit: '万元',
    fields: 'sequence|unit|projectName|budget|actual|executionRate|goalCompletion|totalScore|grade',
    rows: `
t 2021年度部门预算项目绩效自评结果汇总表
. 单位：万元
> 序号|单位名称|项目名称|年度预算数|实际执行数|执行率|完成情况|自评得分|等级
s 合计（4个项目）|||200|192|96%|||
~ 市气象台
* 1|市气象台|雷达维护|80|76.8|96%|雷达运行稳定，可用率98.6%|97|优
* 2|市气象台|预警发布|20|19.2|96%|发布预警126条|98|优
s 本级小计：|||100|96|96%|||
~ 县气象站
* 3|县气象站|人工增雨|60|57.6|96%|作业16次|97|优
* 4|县气象站|观测站网|40|38.4|96%|运行站点52个|98|优
s 小 计|||100|96|96%|||
. （以下无正文）
. 单位负责人（签字）：|||填表人：||联系电话：||填报日期：2022年3月10日`,
  },
  {
    name: 'a date alone under the table, signature words apart from their names',
    year: 2020,
    unit: '万元',
    fields: 'sequence|projectName|unit|budget|actual|executionRate|annualGoal|goalCompletion|problems',
    rows: `
t 2020年度项目绩效自评汇总表
. 填报单位：|市商务局||||||单位：|万元
> 序号|项目名称|实施单位|预算数|执行数|执行率|年度目标|目标完成情况|存在问题
~ 市商务局
* 1|外贸稳增长|市商务局|500|490|98%|支持企业60家|支持企业63家|无
* 2|家政服务培训|市商务局|90|88.2|98%|培训900人|培训918人|无
.
. 审核人|李某||填表人|赵某||联系电话|0991-2222|
. 2021年3月5日`,
  },
  {
    name: 'figures as numbers: targets, results, satisfaction as percent, dates as serials',
    year: 2023,
    unit: '万元',
    fields:
      'sequence|unit|projectName|budget|actual|executionRate|indicator.quantity.name|indicator.quantity.target|indicator.quantity.result|indicator.quality.name|indicator.quality.target|indicator.quality.result|indicator.satisfaction.name|indicator.satisfaction.target|indicator.satisfaction.result',
    rows: `
t 2023年度项目支出绩效自评表
. 单位：万元
> 序号|单位|项目名称|预算数|执行数|执行率|数量指标|<|<|质量指标|<|<|满意度指标|<|<
> ^|^|^|^|^|^|指标名称|目标值|完成值|指标名称|目标值|完成值|指标名称|目标值|完成值
~ 市党校
* 1|市党校|主体班培训|120|117.6|98%|办班期数|16|17|结业率|100%|100%|学员满意度|95%|97.2%
* 2|市党校|师资培训|30|29.4|98%|培训人次|240|252|合格率|95%|98.5%|学员满意度|90%|96%
* 3|市党校|课题研究|18|17.64|98%|课题数|12|12|结题率|100%|100%|评审满意度|90|93`,
  },
  {
    name: 'first and second names of a project, types and dates around them',
    year: 2024,
    unit: '元',
    fields:
      '-|department|unit|-|projectName|projectType|-|budget|actual|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.cost.target|indicator.cost.result|totalScore|grade|-|remarks',
    rows: `
t 西湖区2024年度部门项目支出绩效自评汇总公开表
. 单位：元
> 年度|主管部门|预算单位|单位编码|项目名称|项目类别|起止年限|年度预算数|年度执行数|执行率|数量指标|完成值|成本指标|完成值|自评总分|自评等次|是否延续|备注
~ 区文旅中心
* 2024|区文旅局|区文旅中心|'203001|景区厕所管护|经常性|长期|620000|607600|98%|管护厕所31座|31座|≤2万元/座|1.96万元/座|98|优|是|
* 2024|区文旅局|区文旅中心|'203001|文旅节|一次性|2024年|480000|470400|98%|1场|1场|≤48万元|47.04万元|97|优|否|
~ 区图书馆
* 2024|区文旅局|区图书馆|'203002|阅读推广|经常性|长期|150000|147000|98%|≥80场|84场|≤1800元/场|1750元/场|98|优|是|`,
  },
  {
    name: 'money words of other places',
    year: 2022,
    unit: '万元',
    fields:
      'sequence|unit|projectName|initialBudget|budget|budget.fiscal|budget.carryover|budget.other|actual|executionRate|executionRate.weight|executionRate.score|annualGoal|goalCompletion|deviation|totalScore',
    rows: `
t 2022年度项目支出绩效自评汇总表
. （万元）
> 序号|项目单位|项目名称|年初批复预算|全年预算数|<|<|<|全年支出数|预算执行率|<|<|年度总体目标|<|偏差情况及原因|自评总分
> ^|^|^|^|总计|当年财政拨款|上年结转资金|其他资金|^|比率|分值|得分|年初设定|全年完成|^|^
~ 市社会福利院
* 1|市社会福利院|孤儿养育|200|230|200|30|0|225.4|98%|10|9.8|养育孤儿86人|养育86人||98.8
* 2|市社会福利院|设施改造|80|80|60|15|5|80|100%|10|10|改造房间40间|改造40间||100
* 3|市社会福利院|护理员培训|12|12|12|0|0|11.76|98%|10|9.8|培训48人|培训50人||99`,
  },
  {
    name: 'the goal in three columns and reasons per row, no rate column',
    year: 2019,
    unit: '万元',
    fields:
      'sequence|unit|projectName|budget|actual|annualGoal|goalCompletion|problems|rectification|totalScore|grade',
    rows: `
t 2019年度财政支出绩效自评汇总表
. 单位：万元
> 序号|单位名称|项目名称|预算安排金额|实际支出金额|年初绩效目标|绩效目标实际完成情况|存在问题及原因|改进措施|自评得分|自评等级
~ 区市场监管局
* 1|区市场监管局|食品抽检|160|156.8|抽检3200批次|抽检3268批次|无|无|98|优
* 2|区市场监管局|计量检定|40|40|检定8600台件|检定8712台件|无|无|100|优
* 3|区市场监管局|打假奖励|10|6|奖励举报20件|奖励14件|举报线索少于预期|加大宣传|88|良`,
  },
  {
    name: 'words of satisfaction and benefit in every spelling',
    year: 2023,
    unit: '万元',
    fields:
      'sequence|unit|projectName|budget|actual|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.ecological.target|indicator.ecological.result|indicator.sustainability.target|indicator.sustainability.result|indicator.satisfaction.target|indicator.satisfaction.result',
    rows: `
t 2023年度中央生态环境资金绩效自评表
. 单位：万元
> 序号|资金使用单位|专项（项目）名称|资金总额|资金支出|执行进度|产出数量指标|<|环境效益指标|<|可持续影响|<|社会公众或服务对象满意度|<
> ^|^|^|^|^|^|当年预期实现值|实际实现值|当年预期实现值|实际实现值|当年预期实现值|实际实现值|当年预期实现值|实际实现值
~ 市生态环境局
${lines(6, (n) => {
  const { budget, actual } = moneyOf(n + 5);
  return `* ${n + 1}|市生态环境局|${projectName(n)}|${budget}|${actual}|${pct(actual, budget)}|${values(n, 'quantity', 'ecological', 'sustainability', 'satisfaction')}`;
})}`,
  },
  {
    name: 'names, values and reasons of several indicators over two rows, one-line money',
    year: 2022,
    unit: '万元',
    fields:
      'sequence|projectName|budget|actual|executionRate|indicator.quantity.name|indicator.quantity.target|indicator.quantity.result|indicator.quantity.weight|indicator.quantity.score|indicator.quantity.deviation|indicator.quality.name|indicator.quality.target|indicator.quality.result|indicator.quality.weight|indicator.quality.score|indicator.quality.deviation|totalScore',
    rows: `
t 2022年度项目绩效自评表（部门汇总）
. 部门名称：市医保局|||||||||||||||||单位：万元
> 序号|项目名称|预算（万元）|支出（万元）|执行率（%）|数量指标|<|<|<|<|<|质量指标|<|<|<|<|<|总得分
> ^|^|^|^|^|三级指标|年度指标值（A）|全年实际值（B）|分值|得分|未完成原因分析|三级指标|年度指标值（A）|全年实际值（B）|分值|得分|未完成原因分析|^
${lines(5, (n) => {
  const { budget, actual } = moneyOf(n + 90);
  return `* ${n + 1}|${projectName(n)}|${budget}|${actual}|${percentOf(actual, budget)}|${triples(n, 'quantity')}|50|50||${triples(n, 'quality')}|40|40||${99}`;
})}`,
  },
  {
    name: 'points of whole levels, money called 项目金额, 问题和建议',
    year: 2021,
    unit: '元',
    fields:
      'sequence|department|projectName|budget|actual|executionRate|-|-|-|-|totalScore|grade|goalCompletion|problems',
    rows: `
t 2021年项目绩效自评得分汇总表
. 单位：元
> 序号|主管部门|项目名称|项目金额|实际支出|执行率|投入（20分）|过程（20分）|产出（30分）|效果（30分）|总分|等级|主要绩效|问题和建议
* 1|县教育局|校车补贴|100000|98000|98%|19|20|30|29|98|优|运送学生2.1万人次|无
* 2|县教育局|食堂改造|200000|196000|98%|20|20|29|29|98|优|改造食堂3个|无`,
  },
  {
    name: 'money left over beside the spending, rates of other things',
    year: 2021,
    unit: '万元',
    fields:
      'projectName|initialBudget|budget.adjustment|budget|budget.fiscal|budget.other|actual|actual.fiscal|actual.other|balance|executionRate|-|-|totalScore|grade',
    rows: `
t 2021年项目绩效自评表
> 项目名称|年初预算（万元）|预算调整数（万元）|全年预算（万元）|其中：财政资金|其他资金|全年支出（万元）|其中：财政资金|其他资金|结余资金|执行率|资金到位率|绩效目标完成率|自评分|评价等级
* 渠道清淤|10|2|12|10|2|11.76|9.8|1.96|0.24|98%|100%|100%|95|优
* 泵站维护|10|0|10|10|0|9.8|9.8|0|0.2|98%|100%|100%|95|优
* 水费补贴|20|0|20|15|5|19.6|14.7|4.9|0.4|98%|100%|100%|95|优
* 管网巡查|8|0|8|8|0|7.84|7.84|0|0.16|98%|100%|100%|95|优`,
  },
  {
    name: 'money handed down to counties, theirs beside it',
    year: 2022,
    unit: '万元',
    fields: 'unit|projectName|budget|budget.central|actual|executionRate|annualGoal|goalCompletion|remarks',
    rows: `
t 2022年度省对下转移支付绩效自评表
> 市县|专项名称|下达资金（万元）|其中：中央资金|实际支出（万元）|支出进度|绩效目标|绩效目标完成情况|备注
~ 甲县
* 甲县|高标准农田|1000|600|980|98%|建成1万亩|建成1.02万亩|
~ 乙县
* 乙县|高标准农田|500|300|490|98%|建成5000亩|建成5060亩|
~ 丙县
* 丙县|高标准农田|800|480|784|98%|建成8000亩|建成8000亩|`,
  },
];
