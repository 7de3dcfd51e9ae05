import type { FundSource, IndicatorKind, IndicatorRole, MoneyBase, TextField } from '../field-id';

/**
 * How header labels are worded. A label is read as a set of features, one category at a time; the features of
 * all labels above a column, together, name its field. Data only: a new regional wording is one entry here.
 *
 * Labels arrive folded (half-width, no white space, no brackets, no numbering, no closing colon). In each
 * category the exact terms are tried first, then the patterns in order.
 */
export interface TermCategory<Feature extends string> {
  readonly exact: Readonly<Partial<Record<Feature, readonly string[]>>>;
  readonly patterns: readonly (readonly [RegExp, Feature])[];
}

export type FieldFeature = Exclude<TextField, 'deviation'> | 'executionRate' | 'budget.adjustment' | 'totalScore' | 'totalWeight';

/** Labels that look like a field's but are another thing: such a column stays unrecognised. */
export const NOT_A_FIELD =
  /(?:编码|代码)$|科目|经济分类|功能分类|^(?:单位|部门|项目)(?:编码|代码|编号)|银行|账号|附件|链接|到位率|资金到位/;

/** Titles, which name the same things as headers do. */
export const NOT_A_LABEL = /表(?:格)?$|^附件|^附表/;

/** Labels that stand for a field by themselves. */
export const FIELD_TERMS: TermCategory<FieldFeature> = {
  exact: {
    sequence: ['序号', '编号', '序', '项次', '行次', '顺序号', 'No', 'NO', 'No.', 'NO.'],
    unit: ['单位名称', '预算单位', '部门单位名称', '部门名称', '项目实施单位', '实施单位', '资金使用单位', '项目执行单位', '项目单位', '承担单位', '用款单位', '单位', '执行单位', '填报单位', '使用单位', '申报单位', '责任单位', '基层单位', '预算单位名称', '二级单位', '所属单位', '项目承担单位', '建设单位', '业主单位'],
    department: ['主管部门', '主管预算部门', '地方主管部门', '中央主管部门', '省级主管部门', '县级主管部门', '市级主管部门', '项目主管部门', '主管单位', '业务处室', '业务科室', '业务股室', '归口科室', '一级预算部门'],
    projectName: ['项目名称', '专项资金名称', '专项名称', '转移支付名称', '一级项目名称', '二级项目名称', '一级项目名称/二级项目名称', '项目', '支出项目', '预算项目', '预算项目名称', '项目支出名称', '具体项目', '资金项目名称', '项目内容名称'],
    projectCode: ['项目编码', '项目代码', '项目编号'],
    projectType: ['项目类型', '项目类别', '项目性质', '项目属性', '项目分类', '支出类型', '支出类别', '资金性质', '项目级次'],
    contact: ['项目负责人', '项目负责人及电话', '项目负责人及联系电话', '负责人及电话', '负责人', '财务负责人', '填报人', '主要领导签字', '联系电话', '联系人', '联系方式', '经办人', '责任人'],
    executionRate: ['执行率', '预算执行率', '预算支出执行率', '资金支出率', '支出率', '执行进度', '支出进度', '资金执行率', '预算完成率', '支出执行率'],
    annualGoal: ['年初绩效目标', '年度总体目标', '总体目标', '预期目标', '年初设定目标', '年初预期目标', '年度绩效目标', '项目年度目标', '年度目标', '绩效目标', '项目绩效目标', '项目目标', '总体绩效目标', '年初目标', '设定目标', '绩效目标内容', '目标内容'],
    goalCompletion: ['绩效目标整体完成情况', '年度总体目标完成情况综述', '年度目标完成情况', '全年实际完成情况', '年度总体目标完成情况', '年度实际完成情况', '总体完成情况', '整体完成情况', '绩效目标完成情况', '目标完成情况', '项目完成情况', '总体目标完成情况', '目标实现情况'],
    problems: ['项目执行中存在的问题', '存在问题', '存在的问题', '主要问题', '存在的主要问题', '问题'],
    rectification: ['整改情况', '改进措施', '整改措施', '改进措施及结果应用方案', '下一步工作措施', '下一步改进措施', '整改落实情况'],
    conclusion: ['评价结论', '自评结论', '绩效评价结果', '评价结果', '自评结果', '结论'],
    grade: ['等级', '评价等级', '自评等级', '绩效等级', '评价等次', '等次', '绩效等次', '自评等次', '评定等级'],
    remarks: ['备注', '说明', '其他需要说明事项', '其他说明', '备注说明', '其他需要说明的问题'],
    totalScore: ['总分', '自评总分', '总得分', '自评总得分', '得分合计', '综合得分', '自评得分合计', '绩效自评得分', '绩效评分'],
    totalWeight: ['总分值', '分值合计', '权重合计'],
    'budget.adjustment': ['调整预算', '年度调整预算', '预算调整数', '调整数', '追加预算', '追加数', '预算调整', '预算调整金额', '年中调整', '调整金额', '预算调剂数', '预算追加'],
  },
  patterns: [
    [/执行率|支出率|执行进度|支出进度|执行比例|使用率$/, 'executionRate'],
    [/总得分|总分$|综合得分|综合评分/, 'totalScore'],
    [/等级|等次|档次/, 'grade'],
    [/(?:追加|调增|调减|增减|调剂)(?:预算|资金)?(?:数|额|金额|情况)?$|^(?:年中|中期)调整/, 'budget.adjustment'],
    [/存在.{0,6}问题|主要问题|问题及/, 'problems'],
    [/整改|改进|纠偏/, 'rectification'],
    [/结论|评价结果|自评结果/, 'conclusion'],
    [/(?:目标|总体|整体|全年工作|项目).{0,8}(?:完成|实现|达成|落实)情况/, 'goalCompletion'],
    [/项目(?:编码|代码|编号)/, 'projectCode'],
    [/项目(?:类型|类别|性质|属性|分类|级次)/, 'projectType'],
    [/项目.{0,4}名称|专项.{0,4}名称|转移支付.{0,6}名称|^(?:子|明细|支出)项目/, 'projectName'],
    [/主管.{0,4}部门|主管单位|业务(?:处|科|股)室|归口/, 'department'],
    [/^(?!.*(?:计量|度量)).{0,6}(?:单位|部门|机构|学校|街道|镇街)(?:名称|全称)?$/, 'unit'],
    [/负责人|联系(?:人|电话|方式)|填报人|经办人|责任人/, 'contact'],
    [/(?:总体|年度|年初|预期|项目|绩效|工作|设定|申报)(?:绩效)?(?:总)?目标(?:内容|描述|概述)?$|目标任务$/, 'annualGoal'],
    [/备注|其他.{0,4}说明/, 'remarks'],
    [/^序/, 'sequence'],
  ],
};

/** Labels that say which money a column holds. */
export const MONEY_TERMS: TermCategory<MoneyBase> = {
  exact: {
    initialBudget: ['年初预算数', '年初预算', '项目年度预算金额', '预算总额', '预算申报数', '项目预算金额', '年初部门预算', '年初批复数', '年初预算金额', '年初安排数'],
    budget: ['全年预算数', '调整后预算数', '调整预算数', '预算数', '调整后预算', '年度预算数', '全年预算', '预算金额', '预算额', '资金安排'],
    actual: ['全年执行数', '全年执行', '预算执行数', '执行数', '实际支出金额', '实际支出', '实际支出数', '实际执行数', '已执行金额', '监控期支出数', '支出数', '支出金额', '决算数', '支付数', '实际使用'],
  },
  patterns: [
    [/执行数|执行额|执行金额|支出|支付(?:数|额|金额)?|决算|(?:实际|已|累计)(?:使用|支付|执行|支出|花费)|资金使用(?:数|额|金额)|全年执行/, 'actual'],
    [/(?:年初|期初|初始|原).{0,4}(?:预算|安排|批复|下达)/, 'initialBudget'],
    [/预算(?:数|金额|额|总额|总数|安排|资金|批复|下达|规模|总量)?(?:合计)?$|(?:安排|下达|批复|计划)(?:资金|金额|数|额)|资金(?:安排|总额|总量|规模|计划)/, 'budget'],
  ],
};

/** Names of funds that contain the word 预算 without saying that the column is a budget. */
export const BUDGET_NAMED_FUND = /(?:一般公共|政府性基金|国有资本经营)预算/;

/** Labels that say where the money of a column comes from; `total` is the sum of the group. */
export const FUND_TERMS: TermCategory<FundSource | 'total'> = {
  exact: {
    total: ['合计', '小计', '总计', '总额', '年度资金总额', '年度财政资金总额', '资金总额', '总金额', '金额', '总数', '计'],
    fiscal: ['财政拨款', '本年财政拨款', '当年财政拨款', '财政资金', '本级安排', '上级补助', '上级资金', '财政拨款资金', '财政性资金', '财政'],
    generalPublic: ['一般公共预算', '一般公共预算资金', '一般公共预算拨款'],
    governmentFund: ['政府性基金', '政府性基金预算', '政府性基金预算资金'],
    stateCapital: ['国有资本经营预算', '国有资本经营'],
    nonFiscal: ['非财政资金', '非财政拨款', '非财政'],
    carryover: ['上年结转资金', '上年结转', '结转资金', '结转结余', '上年结转结余'],
    central: ['中央补助', '中央', '中央资金', '中央财政'],
    local: ['省、市补助', '县级资金', '地方资金', '省级', '市级', '县级', '区级', '地方', '省级资金', '市级资金', '区级资金', '地方财政资金'],
    other: ['其他资金', '其他', '单位资金', '财政专户管理资金', '社会投入资金', '自筹资金', '单位自筹', '自有资金', '事业收入', '其他收入'],
  },
  patterns: [
    [/非财政/, 'nonFiscal'],
    [/专户|单位资金|自筹|自有|社会(?:投入|资本|资金)|事业收入|经营收入|^其[他它]/, 'other'],
    [/一般公共/, 'generalPublic'],
    [/基金/, 'governmentFund'],
    [/国有资本/, 'stateCapital'],
    [/结转|结余/, 'carryover'],
    [/中央/, 'central'],
    [/(?:地方|省级?|市级?|县级?|区级?|州级?)(?:、.{0,6})?(?:财政)?(?:补助|资金|配套|安排|拨款)/, 'local'],
    [/财政|本级安排|上级(?:补助|资金)/, 'fiscal'],
    [/(?:合|小|总)计$/, 'total'],
  ],
};

/** Labels that name the kind of an indicator (二级指标). */
export const KIND_TERMS: TermCategory<IndicatorKind> = {
  exact: {
    cost: ['成本'],
    timeliness: ['时效', '时限'],
    ecological: ['环境效益', '环境'],
  },
  patterns: [
    [/满意/, 'satisfaction'],
    [/可持续|持续影响|长效/, 'sustainability'],
    [/成本/, 'cost'],
    [/数量/, 'quantity'],
    [/质量(?!管理)/, 'quality'],
    [/时效|及时性|时限|进度指标/, 'timeliness'],
    [/经济(?:效益|效果|影响|指标|性)|^经济$/, 'economic'],
    [/社会(?:效益|效果|影响|指标|公益)|^社会$/, 'social'],
    [/生态|环境(?:效益|影响|指标|保护)/, 'ecological'],
  ],
};

/** Labels that say what a column tells about an indicator. */
export const ROLE_TERMS: TermCategory<IndicatorRole> = {
  exact: {
    name: ['三级指标', '三级指标名称', '指标名称', '指标内容', '指标', '具体指标', '绩效指标名称', '明细指标'],
    operator: ['指标性质', '计算符号', '运算符', '运算符号', '性质', '指标方向'],
    measureUnit: ['度量单位', '计量单位'],
    target: ['年度指标内容', '年度指标值', '指标值', '预期指标值', '年初目标值', '预期实现值', '当年预期实现值', '预算设定指标值', '目标值', '指标目标值', '年度目标值', '计划值', '目标', '预期值', '计划', '计划数', '预期'],
    result: ['实际完成值', '完成情况', '完成值', '全年完成值', '全年实际值', '全年实际完成值', '实际完成指标值', '项目完成指标值', '实际完成', '完成', '实际值', '实际', '实现情况', '实际情况', '完成数', '完成结果'],
    weight: ['分值', '权重', '参考分值', '指标分值', '标准分', '满分', '分值权重'],
    score: ['得分', '自评得分', '评分', '自评分', '自评分数', '实际得分', '打分'],
    deviation: ['偏差原因分析及改进措施', '未完成原因分析', '未完成原因', '未完成原因和改进措施', '未完成原因及拟采取的改进措施', '未完成原因分析及改进措施', '未达到指标值原因', '偏差大或目标未完成原因分析', '原因', '扣分原因', '偏差原因', '原因分析', '偏差原因分析', '差异原因'],
    scoringRule: ['得分计算方法', '评分标准', '指标说明及评分标准', '评分细则', '计分方法', '评分规则', '指标解释', '指标说明'],
  },
  patterns: [
    [/偏差|未(?:完成|达|实现).{0,10}(?:原因|说明)|(?:扣分|差异|超支|结余).{0,4}原因|原因(?:分析|说明)|^原因/, 'deviation'],
    [/评分(?:标准|规则|办法|细则|依据)|计分|得分计算|指标(?:说明|解释)/, 'scoringRule'],
    [/(?:度量|计量)单位/, 'measureUnit'],
    [/指标性质|(?:计算|运算)符/, 'operator'],
    [/分值|权重|满分|标准分/, 'weight'],
    [/得分|评分|打分|自评分|分数/, 'score'],
    [/(?:计划|预期|预计|应|拟|目标)(?:完成|实现|达到|达成)(?:值|数|指标值|指标)?$/, 'target'],
    [/完成(?:情况|值|数|结果|指标|程度|量)|实际|实现(?:值|情况|程度)|达成(?:值|情况)|(?:执行|落实)结果|完成$|结果$/, 'result'],
    [/(?:目标|指标|预期|计划|设定|年初|年度)(?:指标)?(?:目标)?(?:值|数|内容|要求)|预期|计划|年度指标|目标$/, 'target'],
    [/三级指标|指标名称|指标内容/, 'name'],
  ],
};

/** Group labels whose children would be misread without them. */
export const SCOPE_TERMS: TermCategory<'execution' | 'goal'> = {
  exact: {
    execution: ['预算执行情况', '资金使用情况', '预算执行', '项目资金', '资金执行情况', '预算资金执行情况', '项目资金情况', '资金情况', '项目预算执行情况', '预算执行及得分', '资金投入', '预算情况', '预算及执行情况', '经费'],
    goal: ['绩效目标及完成情况', '目标及完成情况', '年度目标及完成情况', '总体目标及完成情况'],
  },
  patterns: [
    [/(?:预算|资金|经费).{0,8}(?:执行|使用|收支|安排及).{0,4}情况/, 'execution'],
    [/目标.{0,2}(?:及|与|和).{0,8}完成/, 'goal'],
  ],
};

/** Labels of the first indicator level, which by themselves name no kind. */
export const LEVEL_TERMS: TermCategory<'output' | 'benefit'> = {
  exact: { output: ['产出指标', '产出目标', '产出'], benefit: ['效益指标', '效益目标', '效果指标', '效益', '效果'] },
  patterns: [
    [/产出/, 'output'],
    [/^效(?:益|果)/, 'benefit'],
  ],
};
