import type { FundSource, IndicatorKind, IndicatorRole } from '../../../../src/engine/annex/field-id';

type Words = readonly string[];

/** How headers word the columns that stand by themselves. */
export const COLUMN_WORDS = {
  sequence: ['序号', '序 号', '编号', '顺序号'],
  department: ['主管部门', '主管部门（单位）名称', '业务处室', '县级主管部门'],
  unit: ['单位名称', '实施单位', '项目单位', '项目执行单位', '部门名称', '项目实施单位（盖章）', '所属单位'],
  projectName: ['项目名称', '专项名称', '二级项目名称', '专项资金名称', '项目\n名称', '具体项目'],
  projectCode: ['项目编码', '项目代码'],
  projectType: ['项目类型', '项目类别', '项目属性'],
  contact: ['项目负责人', '联系人', '负责人及电话'],
  initialBudget: ['年初预算数', '年初预算金额', '年初安排数', '年初部门预算'],
  budget: ['全年预算数', '调整预算数（A）', '调整后预算数', '年度预算数', '全年预算数（A）'],
  adjustment: ['调整预算', '预算调整数', '年中追加', '预算调整金额'],
  actual: ['全年执行数', '预算执行数', '执行数（B）', '实际支出数', '全年执行数（B）', '全年支出数'],
  rate: ['执行率', '预算执行率', '预算支出执行率', '执行率（B/A）', '支出进度'],
  ratePercent: ['执行率（%）', '支出进度（%）', '预算执行率（%）'],
  rateWeight: ['执行率分值', '预算执行率分值'],
  rateScore: ['执行率得分', '预算执行率得分'],
  annualGoal: ['年度目标', '年初预期目标', '年度绩效目标', '项目绩效目标', '总体目标'],
  goalCompletion: ['年度目标完成情况', '绩效目标整体完成情况', '年度实际完成情况', '整体完成情况'],
  totalWeight: ['分值合计', '总分值'],
  totalScore: ['总分', '自评总分', '得分合计', '自评总得分'],
  grade: ['等级', '自评等级', '评价等次'],
  deviation: ['偏差原因分析', '未完成原因', '偏差原因分析及改进措施', '未完成原因分析'],
  problems: ['存在问题', '存在的问题', '主要问题', '项目执行中存在的问题'],
  rectification: ['整改情况', '整改措施', '下一步工作措施', '改进措施'],
  conclusion: ['自评结论', '评价结论'],
  remarks: ['备注', '其他说明', '备注说明'],
} as const satisfies Readonly<Record<string, Words>>;

export const FUND_WORDS: Readonly<Partial<Record<FundSource | 'total', Words>>> = {
  total: ['合计', '小计', '年度资金总额', '总额'],
  fiscal: ['财政拨款', '其中：财政拨款', '当年财政拨款', '财政资金'],
  generalPublic: ['一般公共预算', '一般公共预算拨款'],
  governmentFund: ['政府性基金', '政府性基金预算'],
  carryover: ['上年结转', '上年结转资金'],
  central: ['中央补助', '其中：中央资金'],
  local: ['省级资金', '地方资金'],
  other: ['其他资金', '单位资金', '财政专户管理资金'],
};

export const SCOPE_WORDS: Words = ['预算执行情况', '项目资金', '预算资金执行情况', '资金使用情况'];

export const KIND_WORDS: Readonly<Record<IndicatorKind, Words>> = {
  quantity: ['数量指标', '产出数量指标'],
  quality: ['质量指标', '产出质量指标'],
  timeliness: ['时效指标', '产出时效指标'],
  cost: ['成本指标', '经济成本指标'],
  economic: ['经济效益指标', '经济效益'],
  social: ['社会效益指标', '社会效益'],
  ecological: ['生态效益指标', '生态效益'],
  sustainability: ['可持续影响指标', '可持续影响'],
  satisfaction: ['满意度指标', '服务对象满意度', '社会公众或服务对象满意度指标'],
  other: ['管理指标'],
};

export const LEVEL_WORDS = {
  output: ['产出指标', '产出目标'],
  cost: ['成本指标', '成本'],
  benefit: ['效益指标', '效果指标'],
  satisfaction: ['满意度指标', '满意度'],
} as const satisfies Readonly<Record<string, Words>>;

export const ROLE_WORDS: Readonly<Record<IndicatorRole, Words>> = {
  name: ['三级指标', '指标名称', '指标内容', '三级指标名称'],
  operator: ['指标性质', '计算符号', '运算符号'],
  measureUnit: ['度量单位', '计量单位'],
  target: ['指标值', '年度指标值', '目标值', '预期指标值', '年初目标值', '指标目标值'],
  result: ['实际完成值', '全年完成值', '完成值', '全年实际值', '实际完成指标值'],
  weight: ['分值', '权重', '参考分值', '指标分值'],
  score: ['得分', '自评得分', '自评分'],
  deviation: ['偏差原因', '未完成原因', '偏差原因分析', '扣分原因'],
  scoringRule: ['评分标准'],
  coefficient: ['得分系数'],
  'target.adjusted': ['调整后指标值'],
  'score.reviewed': ['审核得分', '复核得分'],
};
