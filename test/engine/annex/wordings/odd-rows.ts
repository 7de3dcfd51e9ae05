import type { Drawing } from '../../../support/annexes/drawn-table';
import { lines, moneyOf, pairs, pct, percentOf, projectName, triples, values } from './pools';

/** What stands between, above and below the rows of projects. */
export const ODD_ROWS: readonly Drawing[] = [
  {
    name: 'header repeated on each printed page, page marks, notes and signatures',
    year: 2021,
    unit: '万元',
    fields:
      'sequence|unit|projectName|budget|actual|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.quality.target|indicator.quality.result|totalScore|remarks',
    rows: `
t 2021年度区级项目支出绩效自评汇总表
. 填报单位（盖章）：区民政局||||||||||单位：万元|
> 序号|单位名称|项目名称|预算执行情况|<|<|数量指标|<|质量指标|<|自评总分|备注
> ^|^|^|预算数|执行数|执行率|指标值|完成值|指标值|完成值|^|^
~ 区民政局
${lines(10, (n) => {
  const { budget, actual } = moneyOf(n);
  return `* ${n + 1}|区民政局|${projectName(n)}|${budget}|${actual}|${pct(actual, budget)}|${values(n, 'quantity', 'quality')}|${95 + (n % 5)}|`;
})}
. 第1页，共2页
. 2021年度区级项目支出绩效自评汇总表
. 填报单位（盖章）：区民政局||||||||||单位：万元|
> 序号|单位名称|项目名称|预算执行情况|<|<|数量指标|<|质量指标|<|自评总分|备注
> ^|^|^|预算数|执行数|执行率|指标值|完成值|指标值|完成值|^|^
${lines(10, (n) => {
  const { budget, actual } = moneyOf(n + 10);
  return `* ${n + 11}|区民政局|${projectName(n + 10)}|${budget}|${actual}|${pct(actual, budget)}|${values(n + 10, 'quantity', 'quality')}|${95 + (n % 5)}|`;
})}
. 第2页，共2页
. 填表人：张某||||审核人：李某||||联系电话：0577-6660
. 注：1.执行率=执行数/预算数×100%；2.自评总分为100分。`,
  },
  {
    name: 'Chinese serial numbers, section rows in the serial column, blank rows between',
    year: 2023,
    unit: '万元',
    fields:
      'sequence|projectName|budget|actual|executionRate|annualGoal|goalCompletion|problems|rectification',
    rows: `
t 市发展改革委2023年度项目支出绩效自评表
. 单位：万元
> 序号|项目名称|预算数|执行数|执行率|年度绩效目标|年度绩效目标完成情况|存在问题|改进措施
. （一）委机关
~ 委机关
* 一|规划编制|160|155.2|${pct(155.2, 160)}|编制专项规划3个|完成规划3个|无|无
* 二|重点项目前期|420|399|${pct(399, 420)}|完成前期项目26个|完成27个|无|无
.
. （二）市价格认证中心
~ 市价格认证中心
* 一|价格监测|25|25|100%|监测点40个|监测点40个|无|无
* 二|成本调查|18.6|16.4|${pct(16.4, 18.6)}|调查品种12个|调查12个|调查户减少，补助结余|据实调整预算
.
. 制表：王某||||||||2024年3月15日`,
  },
  {
    name: 'unit name once in a merged cell of its own row, no unit column',
    year: 2020,
    unit: '万元',
    fields:
      'sequence|projectName|budget|actual|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.timeliness.target|indicator.timeliness.result|indicator.satisfaction.target|indicator.satisfaction.result',
    rows: `
t 2020年度乡镇项目绩效自评汇总表
. 单位：万元
> 序号|项目名称|年度预算数|全年支出数|预算执行率|数量指标|<|时效指标|<|满意度指标|<
> ^|^|^|^|^|预期值|完成值|预期值|完成值|预期值|完成值
. 桃源镇|<|<|<|<|<|<|<|<|<|<
~ 桃源镇
* 1|${projectName(1)}|40|39.2|${pct(39.2, 40)}|${values(0, 'quantity', 'timeliness', 'satisfaction')}
* 2|${projectName(2)}|22|22|100%|${values(1, 'quantity', 'timeliness', 'satisfaction')}
. 石门乡|<|<|<|<|<|<|<|<|<|<
~ 石门乡
* 1|${projectName(3)}|31.5|30.8|${pct(30.8, 31.5)}|${values(2, 'quantity', 'timeliness', 'satisfaction')}
* 2|${projectName(4)}|18|17.1|${pct(17.1, 18)}|${values(4, 'quantity', 'timeliness', 'satisfaction')}`,
  },
  {
    name: 'serial numbers like 1.1, project groups without money as sections, unit carried down',
    year: 2022,
    unit: '万元',
    fields:
      'sequence|unit|projectName|budget|actual|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.social.target|indicator.social.result|totalScore',
    rows: `
t 市级政府投资项目2022年绩效自评表
. 单位：万元
> 序号|建设单位|项目名称|预算安排数|支付数|执行率|数量指标|实际完成值|社会效益指标|实际完成值|自评得分
~ 市代建局
* '1.1|市代建局|市民中心|12000|11640|97%|建筑面积3.6万平方米|3.6万平方米|服务人口≥50万人|52万人|97
* '1.2||会展中心|8600|8428|98%|展位≥800个|820个|年办展≥20场|21场|98
~ 市轨道办
* '2.1|市轨道办|站点接驳|960|950.4|99%|接驳站点14个|14个|日客流≥3万人次|3.3万人次|99`,
  },
  {
    name: 'column numbers under the header with a formula among them',
    year: 2021,
    unit: '万元',
    fields:
      'sequence|unit|projectName|budget|actual|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.satisfaction.target|indicator.satisfaction.result',
    rows: `
t 2021年度专项资金绩效自评表
. 单位：万元
> 序号|单位名称|项目名称|预算数|执行数|执行率|产出数量指标|完成情况|满意度指标|完成情况
. 栏次|1|2|3|4|5=4/3|6|7|8|9
~ 县档案馆
* 1|县档案馆|档案数字化|85|84.1|${pct(84.1, 85)}|≥120万页|126万页|≥95%|98%
* 2|县档案馆|库房改造|33|33|100%|改造库房4间|4间|≥90%|95%
* 3|县档案馆|征集|5|4.9|98%|征集档案60件|66件|≥90%|100%`,
  },
  {
    name: 'per-unit header merged over rows, wide notes between units',
    year: 2023,
    unit: '万元',
    fields:
      'department|unit|sequence|projectName|budget|actual|executionRate|goalCompletion|deviation|totalScore',
    rows: `
. 附件：
t 全市2023年度项目支出绩效自评结果公开表
. 公开部门：市财政局|||||||||单位：万元
> 主管部门|项目单位|序号|项目名称|预算|执行|执行率|目标完成情况|未完成原因|得分
~ 市商务中心
* 市商务局|市商务中心|1|展会补助|260|254.8|98%|组织展会12场|无|98
* ^|^|2|电商培训|40|40|100%|培训1200人次|无|100
~ 市口岸办
* ^|市口岸办|3|口岸查验|188|150.4|80%|查验设备8套已投入使用|设备尾款按合同于2024年支付|92
. 说明：市口岸办项目尾款按合同约定支付，已结转下年。
~ 市粮食局
* 市粮食局|市粮食局|4|储备粮轮换|620|613.8|99%|轮换1.2万吨|无|97`,
  },
  {
    name: 'continuation rows without merges, several reasons, blank name cells',
    year: 2022,
    unit: '万元',
    fields:
      'sequence|unit|projectName|budget|actual|executionRate|indicator.quantity.name|indicator.quantity.target|indicator.quantity.result|indicator.quantity.deviation|indicator.social.name|indicator.social.target|indicator.social.result|indicator.social.deviation',
    rows: `
t 市妇联2022年度项目绩效自评表
. 单位：万元
> 序号|单位|项目名称|预算数|执行数|执行率|产出指标|<|<|<|效益指标|<|<|<
> ^|^|^|^|^|^|三级指标|指标值|实际值|偏差原因|三级指标|指标值|实际值|偏差原因
~ 市妇联
* 1|市妇联|家庭教育|36|35.1|${pct(35.1, 36)}|${triples(0, 'quantity')}||${triples(0, 'social')}|
+ ||||||${triples(4, 'quantity')}||${triples(1, 'social')}|
+ ||||||${triples(7, 'quantity')}|||||
* 2|市妇联|维权服务|12|11.4|95%|${triples(6, 'quantity')}||${triples(4, 'social')}|
+ ||||||${triples(11, 'quantity')}|||||`,
  },
  {
    name: 'a total row in the serial column, money in 元 with cents, rates as percent numbers',
    year: 2020,
    unit: '元',
    fields:
      'sequence|unit|projectName|budget|actual|executionRate|annualGoal|goalCompletion|totalScore|grade|problems',
    rows: `
t 2020年度项目支出绩效自评情况汇总表
. 金额单位：元
> 序号|部门名称|项目名称|预算数|决算数|执行率%|绩效目标|完成情况|自评得分|等级|主要问题
s 合计|||2043186.5|2001334.72|${percentOf(2001334.72, 2043186.5)}|||||
~ 县司法局
* 1|县司法局|法律援助|356800|343120.22|${percentOf(343120.22, 356800)}|办理案件420件|办理436件|97|优|无
* 2|县司法局|社区矫正|186386.5|186386.5|100|管理对象260人|管理271人|99|优|无
~ 县法院
* 3|县法院|陪审员补助|1500000|1471828|${percentOf(1471828, 1500000)}|陪审≥800件|陪审863件|98|优|无`,
  },
  {
    name: 'a spacer first column, header far right, remarks with figures',
    year: 2022,
    unit: '万元',
    at: [4, 3],
    fields:
      '-|sequence|unit|projectName|budget|actual|executionRate|indicator.quantity.target|indicator.quantity.result|indicator.quality.target|indicator.quality.result|indicator.cost.target|indicator.cost.result|remarks',
    rows: `
t |2022年度预算绩效自评一览表
. |单位：万元
> |序号|实施单位（盖章）|项 目 名 称|预 算 数|执 行 数|执 行 率|数 量 指 标|完 成 情 况|质 量 指 标|完 成 情 况|成 本 指 标|完 成 情 况|备 注
~ 市档案中心
${lines(5, (n) => {
  const { budget, actual } = moneyOf(n + 30);
  return `* |${n + 1}|市档案中心|${projectName(n)}|${budget}|${actual}|${pct(actual, budget)}|${pairs(n, 'quantity', 'quality', 'cost')}|${n === 0 ? '含上年结转3.5万元' : ''}`;
})}`,
  },
  {
    name: 'project names that look like sums or labels',
    year: 2023,
    unit: '万元',
    fields: 'sequence|unit|projectName|budget|actual|executionRate|goalCompletion|totalScore',
    rows: `
t 统计局2023年度项目支出绩效自评表
. 单位：万元
> 序号|单位|项目名称|预算数|执行数|执行率|完成情况|得分
~ 市统计局
* 1|市统计局|投入产出调查|30|29.4|98%|调查企业320家|98
* 2|市统计局|会计监督检查|15|15|100%|检查单位40家|99
* 3|市统计局|预算执行审计|22|21.12|96%|审计项目8个|97
* 4|市统计局|绩效评价|9.5|9.5|100%|评价项目12个|100
* 5|市统计局|其他资金统计|6|6|100%|完成统计12次|100
s 合计|||82.5|81.02|${pct(81.02, 82.5)}||`,
  },
];
