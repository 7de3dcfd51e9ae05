import type { Drawing } from '../../../support/annexes/drawn-table';

/** Tables whose indicators are rows, several to a project, which fills its own cells once or in each row. */
export const INDICATOR_ROWS: readonly Drawing[] = [
  {
    name: 'indicators as rows, levels merged down with their points, a group label over the levels',
    year: 2022,
    unit: '万元',
    fields:
      'sequence|projectName|unit|budget|actual|executionRate|indicator.level1|indicator.level2|indicator.name|indicator.target|indicator.result|indicator.weight|indicator.score|totalScore|problems',
    rows: `
t 2022年度市本级项目支出绩效自评明细表
. 填报部门：市水利局||||||||||||||单位：万元
> 序号|项目名称|实施单位|预算执行情况|<|<|绩效指标|<|<|年度指标值|实际完成值|分值|得分|自评总分|存在的问题
> ^|^|^|年度预算数|全年支出数|预算执行率|一级指标|二级指标|三级指标|^|^|^|^|^|^
~ 市河道中心
* 1|河道清淤|市河道中心|320|313.6|98%|产出指标（50分）|数量指标|清淤河段长度|≥18公里|18.6公里|20|20|99.8|无
+ ^|^|^|^|^|^|^|质量指标|断面验收合格率|≥95%|97%|20|20|^|^
+ ^|^|^|^|^|^|^|时效指标|完工时间|11月底前|11月12日|10|10|^|^
+ ^|^|^|^|^|^|效益指标（30分）|社会效益指标|受益居民|≥2.4万人|2.5万人|15|15|^|^
+ ^|^|^|^|^|^|^|生态效益指标|水质达标率|≥90%|93%|15|15|^|^
+ ^|^|^|^|^|^|满意度指标（10分）|服务对象满意度指标|沿岸居民满意度|≥90%|92.5%|10|10|^|^
~ 市水文站
* 2|水文监测|市水文站|86|84.28|98%|产出指标（50分）|数量指标|监测站点|≥42个|42个|25|25|99.8|无
+ ^|^|^|^|^|^|^|质量指标|数据到报率|≥98%|99.1%|25|25|^|^
+ ^|^|^|^|^|^|效益指标（30分）|社会效益指标|洪水预报发布|≥12期|13期|30|30|^|^
+ ^|^|^|^|^|^|满意度指标（10分）|服务对象满意度指标|防汛部门满意度|≥90%|96%|10|10|^|^`,
  },
  {
    name: 'indicators as rows, without levels, the project blank below its first row, the unit first',
    year: 2023,
    unit: '万元',
    fields:
      'unit|projectName|budget|actual|executionRate|indicator.name|indicator.target|indicator.result|indicator.weight|indicator.score|indicator.deviation|grade',
    rows: `
t 2023年度区属单位项目绩效自评结果表
. 单位：万元
> 项目单位|支出项目|调整后预算|实际支出|支出率|具体指标|计划值|实际值|权重|自评分|未完成原因|自评等级
~ 区图书馆
* 区图书馆|馆藏购置|64|63.36|99%|采购新书|≥1.2万册|1.25万册|40|40||优
+ |||||图书加工上架率|≥95%|98%|30|30||
+ |||||读者满意度|≥88%|91%|20|20||
* 区图书馆|流动服务|18|17.1|95%|送书下乡|≥60次|66次|50|50||优
+ |||||服务网点|≥14个|14个|40|40||
~ 区文化馆
* 区文化馆|群文辅导|27|27|100%|开办培训班|≥36期|38期|45|45||优
+ |||||学员结业率|≥90%|94.5%|25|25||
+ |||||学员满意度|≥90%|96%|20|20||`,
  },
  {
    name: 'indicators as rows, the project in each of them, one column of kinds, operator and measure apart',
    year: 2021,
    unit: '元',
    fields:
      'projectCode|projectName|initialBudget|budget|actual|executionRate|indicator.level2|indicator.name|indicator.weight|indicator.operator|indicator.target|indicator.measureUnit|indicator.result|indicator.score|remarks',
    rows: `
t 县医保局2021年度项目支出绩效自评表
. 金额单位：元
> 项目编码|项目名称|年初预算数|全年预算数|全年执行数|执行率|指标类型|指标内容|指标分值|计算符号|目标值|计量单位|完成值|得分|备注
* '51070001|参保动员|120000|120000|117600|98%|产出数量|动员参保人数|20|≥|52000|人|53100|20|
+ '51070001|参保动员|120000|120000|117600|98%|产出质量|信息录入准确率|15|≥|98|%|99.2|15|
+ '51070001|参保动员|120000|120000|117600|98%|产出时效|按期办结率|15|≥|95|%|97|15|
+ '51070001|参保动员|120000|120000|117600|98%|社会效益|参保率|30|≥|95|%|96.3|30|
+ '51070001|参保动员|120000|120000|117600|98%|服务对象满意度|参保群众满意度|10|≥|90|%|93|10|
* '51070002|基金稽核|86000|86000|86000|100%|产出数量|稽核医药机构|30|≥|64|家|66|30|
+ '51070002|基金稽核|86000|86000|86000|100%|产出质量|稽核问题整改率|20|≥|90|%|95|20|
+ '51070002|基金稽核|86000|86000|86000|100%|经济效益|追回基金|30|≥|40|万元|43.5|30|
+ '51070002|基金稽核|86000|86000|86000|100%|服务对象满意度|医药机构满意度|10|≥|85|%|90|10|`,
  },
  {
    name: 'indicators as rows below a first level alone, name and value in one cell',
    year: 2020,
    unit: '万元',
    fields:
      'sequence|department|projectName|budget|actual|executionRate|indicator.level1|indicator.target|indicator.result|indicator.weight|indicator.score|totalScore|grade',
    rows: `
t 2020年度财政支出项目绩效自评情况表
. 单位：万元
> 序号|主管部门|项目名称|预算数|执行数|执行率|一级指标|年度绩效指标|完成情况|分值|得分|总分|等次
* 1|县农业农村局|高标准农田管护|210|205.8|98%|产出|管护面积≥1.6万亩|1.62万亩|30|30|99.8|优
+ ||||||产出|设施完好率≥95%|96%|20|20||
+ ||||||效益|灌溉水利用系数≥0.56|0.57|30|30||
+ ||||||满意度|受益农户满意度≥90%|94%|10|10||
* 2|县农业农村局|动物防疫|95|93.1|98%|产出|免疫畜禽≥82万头（羽）|84万头（羽）|30|30|99.8|优
+ ||||||产出|免疫密度≥98%|99%|20|20||
+ ||||||效益|无害化处理率≥95%|98%|30|30||
+ ||||||满意度|养殖户满意度≥90%|95%|10|10||
s |合计||305|298.9|98%|||||||`,
  },
];
