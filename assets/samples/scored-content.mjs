/**
 * What the scored sample says. County, department, projects and figures are invented. As in the first sample, a
 * cell that is wrong on purpose is given in `DEFECTS`, and everything else is as a careful unit would report it.
 */

export const SHEET_NAME = '自评打分表';
export const TITLE = '2024年泽浦县乡村事务服务中心项目支出绩效自评打分表';
export const DEPARTMENT = '主管部门：泽浦县乡村事务服务中心';
export const MONEY_UNIT = '单位：万元';
export const CLOSING = '填表人：沈若川　　联系电话：0999-7654321　　填报日期：';

const KINDS = [
  ['N', '数量指标'],
  ['R', '质量指标'],
  ['V', '时效指标'],
  ['Z', '社会效益指标'],
  ['AD', '服务对象满意度指标'],
];
const next = (column, steps) => {
  const number = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) + steps;
  const letter = (n) => String.fromCharCode(65 + n);
  return number > 26
    ? letter(Math.floor((number - 1) / 26) - 1) + letter((number - 1) % 26)
    : letter(number - 1);
};

/** The columns of each indicator: target, result, weight, score. */
export const INDICATOR_COLUMNS = Object.fromEntries(
  ['quantity', 'quality', 'timeliness', 'social', 'satisfaction'].map((kind, i) => [
    kind,
    [0, 1, 2, 3].map((steps) => next(KINDS[i][0], steps)),
  ]),
);

/** The header over its three rows; cells that are merged stay blank. */
export const HEADER_ROWS = [
  {
    A: '序号',
    B: '实施单位',
    C: '项目名称',
    D: '年初预算数',
    E: '全年预算数',
    F: '全年执行数',
    I: '预算执行率',
    L: '年度总体目标',
    M: '总体目标完成情况',
    N: '产出指标',
    Z: '效益指标',
    AD: '满意度指标',
    AH: '总分',
    AI: '等级',
    AJ: '偏差原因分析及改进措施',
  },
  {
    F: '合计',
    G: '财政拨款',
    H: '其他资金',
    I: '执行率',
    J: '分值',
    K: '得分',
    ...Object.fromEntries(KINDS),
  },
  Object.fromEntries(
    Object.values(INDICATOR_COLUMNS).flatMap((columns) =>
      columns.map((column, i) => [column, ['指标值', '完成值', '分值', '得分'][i]]),
    ),
  ),
];

export const HEADER_MERGES = [
  ...['A', 'B', 'C', 'D', 'E', 'L', 'M', 'AH', 'AI', 'AJ'].map((column) => `${column}3:${column}5`),
  ...['F3:H3', 'I3:K3', 'N3:Y3', 'Z3:AC3', 'AD3:AG3'],
  ...['F', 'G', 'H', 'I', 'J', 'K'].map((column) => `${column}4:${column}5`),
  ...KINDS.map(([column]) => `${column}4:${next(column, 3)}4`),
];

export const UNITS = ['县乡村事务服务中心（本级）', '县农田水利站'];

/** Points of the execution and of each indicator, in the order of their columns. */
export const WEIGHTS = {
  execution: 10,
  quantity: 20,
  quality: 15,
  timeliness: 15,
  social: 30,
  satisfaction: 10,
};

/**
 * One project: name, budget at first and as adjusted (where it is another one), spending [fiscal, other], goal,
 * completion, then target and result of each indicator, and what scores and weights are other than they would be
 * by rule: `scores`, `weights`, `total`, `grade`, `executionScore`, `rate`. Nine projects for each unit.
 */
export const PROJECTS = [
  // 县乡村事务服务中心（本级）: rows 6 to 14
  {
    name: '村级公益事业奖补',
    initial: 1200000,
    budget: 120,
    spending: [117.6, 0],
    goal: '对村级小型公益设施建设给予奖补。',
    completion: '年内申报的公益设施全部建成，奖补资金经公示后拨付。',
    quantity: ['奖补设施≥32处', '33处'],
    quality: ['设施验收合格率100%', '100%'],
    timeliness: ['2024年11月底前拨付', '2024年11月19日拨付'],
    social: ['受益村民≥1.1万人', '1.18万人'],
    satisfaction: ['村民满意度≥90%', '94.6%（问卷320份）'],
  },
  {
    name: '农村厕所管护',
    budget: 48,
    spending: [47.04, 0],
    goal: '建立农村厕所管护队伍，及时清掏和维修。',
    completion: '管护队伍覆盖各镇，报修工单全部办结。',
    quantity: ['管护厕所≥5200座', '4940座'],
    quality: ['报修办结率≥98%', '99.1%'],
    timeliness: ['报修响应时间≤48小时', '平均31小时'],
    social: ['受益农户≥4900户', '4935户'],
    satisfaction: ['农户满意度≥88%', '91.7%（问卷410份）'],
    scores: { quantity: 19 },
    reason: '两个村整体搬迁，260座厕所停用，2025年起按实有座数核定指标。',
  },
  {
    name: '乡村道路日常养护',
    initial: 80,
    budget: 84,
    spending: [79.2, 0],
    rate: 0.99,
    executionScore: 9.43,
    goal: '对乡道和村道开展日常养护，保持路况良好。',
    completion: '养护班组按月巡查，水毁路段当年修复。',
    quantity: ['养护里程≥460公里', '463公里'],
    quality: ['路况优良率≥85%', '88.2%'],
    timeliness: ['坑槽修补时限≤5天', '平均3天'],
    social: ['通客车行政村≥118个', '121个'],
    satisfaction: ['沿线村民满意度≥88%', '90.3%（问卷275份）'],
    reason: '七月水毁，经批准追加4万元用于路基修复。',
  },
  {
    name: '农村老年助餐点',
    initial: 60,
    budget: 90,
    spending: [82.2, 6],
    goal: '在行政村开设老年助餐点，解决独居老人吃饭问题。',
    completion: '助餐点按计划开设并持续供餐，菜谱每周公示。',
    quantity: ['开设助餐点≥36个', '37个'],
    quality: ['食品留样合格率100%', '100%'],
    timeliness: ['2024年6月底前供餐', '2024年6月17日供餐'],
    social: ['日均助餐老人≥850人', '892人'],
    satisfaction: ['老人满意度≥92%', '96.4%（走访380人）'],
  },
  {
    name: '乡村文化活动补助',
    budget: 36,
    spending: [33.12, 0],
    executionScore: 10,
    goal: '支持各镇在农闲时节举办乡村文化活动。',
    completion: '各镇均举办了乡村文化活动，补助凭活动台账拨付。',
    quantity: ['补助活动≥75场', '79场'],
    quality: ['活动备案率100%', '100%'],
    timeliness: ['2024年12月10日前完成', '2024年12月4日完成'],
    social: ['参与村民≥2.6万人次', '2.83万人次'],
    satisfaction: ['村民满意度≥90%', '93.9%（问卷450份）'],
  },
  {
    name: '农村集体资产清查',
    budget: 54,
    spending: [51.3, 0],
    executionScore: 9,
    goal: '对村组集体资产、资源和合同开展清查。',
    completion: '清查结果经村民会议确认，并录入监管平台。',
    quantity: ['清查村组≥210个', '212个'],
    quality: ['合同规范率≥95%', '97.3%'],
    timeliness: ['2024年10月底前完成', '2024年10月21日完成'],
    social: ['公开清查结果≥126个村', '126个村'],
    satisfaction: ['村民代表满意度≥90%', '95.5%（问卷630份）'],
  },
  {
    name: '返乡创业辅导',
    budget: 30,
    spending: [29.4, 0],
    goal: '为返乡人员提供创业辅导和跟踪服务。',
    completion: '辅导班按季开办，学员创业情况建档跟踪。',
    quantity: ['辅导学员≥260人', '268人'],
    quality: ['结业率≥95%', '98.1%'],
    timeliness: ['2024年11月底前完成', '2024年11月12日完成'],
    social: ['带动就业≥300人', '327人'],
    satisfaction: ['学员满意度≥92%', '97.0%（问卷255份）'],
    scores: { quality: 16 },
  },
  {
    name: '村务公开栏更新',
    budget: 18,
    spending: [17.64, 0],
    goal: '更换破损的村务公开栏，统一版式。',
    completion: '年内可施工的公开栏均已更换，版式由县级统一制作。',
    quantity: ['更换公开栏≥120块', '102块'],
    quality: ['安装合格率100%', '100%'],
    timeliness: ['2024年9月底前完成', '2024年9月20日完成'],
    social: ['覆盖行政村≥96个', '97个'],
    satisfaction: ['村民满意度≥88%', '92.4%（问卷290份）'],
    scores: { quantity: 20 },
    reason: '18块公开栏所在村部改建，待改建完成后于2025年5月前安装。',
  },
  {
    name: '村级办公经费',
    budget: 66,
    spending: [66, 0],
    goal: '按时发放村干部工资，按规定缴纳社会保险。',
    completion: '各村经费按季核拨，支出经村务监督委员会审核。',
    quantity: ['保障行政村≥126个', '126个'],
    quality: ['经费支出合规率100%', '100%'],
    timeliness: ['每季度首月15日前核拨', '均于首月12日前核拨'],
    social: ['便民服务事项≥45项', '47项'],
    satisfaction: ['村民满意度≥85%', '90.8%（问卷340份）'],
  },
  // 县农田水利站: rows 15 to 23
  {
    name: '小型泵站维修',
    budget: 96,
    spending: [94.08, 0],
    goal: '汛前维修老化的小型泵站，恢复排灌能力。',
    completion: '列入计划的泵站除一处外均在汛前恢复运行。',
    quantity: ['维修泵站≥25座', '24座'],
    quality: ['试运行合格率100%', '100%'],
    timeliness: ['2024年5月20日前完成', '2024年5月15日完成'],
    social: ['恢复灌溉面积≥1.4万亩', '1.46万亩'],
    satisfaction: ['农户满意度≥90%', '93.6%（问卷230份）'],
    scores: { quantity: 19.2 },
  },
  {
    name: '灌区量水设施安装',
    budget: 72,
    spending: [70.56, 0],
    goal: '在干支渠口安装量水设施，推行按方计量。',
    completion: '量水设施安装调试完毕，数据接入县级平台。',
    quantity: ['安装设施≥64套', '66套'],
    quality: ['数据上传率≥95%', '97.8%'],
    timeliness: ['2024年8月底前完成', '2024年8月23日完成'],
    social: ['计量灌溉农户≥3200户', '3310户'],
    satisfaction: ['用水户满意度≥86%', '90.2%（问卷260份）'],
    scores: { quality: 13 },
  },
  {
    name: '山塘安全鉴定',
    budget: 42,
    spending: [41.16, 0],
    goal: '对重点山塘开展安全鉴定，提出整治清单。',
    completion: '鉴定报告经专家评审，整治清单已报县水行政主管部门。',
    quantity: ['鉴定山塘≥58座', '58座'],
    quality: ['报告评审通过率100%', '100%'],
    timeliness: ['2024年7月底前完成', '2024年7月25日完成'],
    social: ['保护下游人口≥1.9万人', '1.93万人'],
    satisfaction: ['镇村满意度≥90%', '95.0%（问卷120份）'],
    total: 89.8,
  },
  {
    name: '农业用水精准补贴',
    budget: 60,
    spending: [58.8, 0],
    goal: '对节水的用水户给予精准补贴。',
    completion: '补贴按节水量核定，名单公示七天后发放。',
    quantity: ['补贴用水户≥900户', '934户'],
    quality: ['补贴发放准确率100%', '100%'],
    timeliness: ['2024年12月15日前发放', '2024年12月9日发放'],
    social: ['亩均节水≥32立方米', '34立方米'],
    satisfaction: ['用水户满意度≥90%', '94.1%（问卷310份）'],
    grade: '良',
  },
  {
    name: '渠道清淤',
    budget: 84,
    spending: [82.32, 0],
    typedTotal: true,
    goal: '对淤积渠道开展清淤，恢复过水能力。',
    completion: '清淤渠段经乡镇和用水户共同验收。',
    quantity: ['清淤渠道≥145公里', '149公里'],
    quality: ['断面达标率≥95%', '97.2%'],
    timeliness: ['2024年3月底前完成', '2024年3月22日完成'],
    social: ['改善灌溉面积≥2.2万亩', '2.31万亩'],
    satisfaction: ['农户满意度≥90%', '92.7%（问卷280份）'],
    weights: { quantity: 25 },
  },
  {
    name: '水旱灾害防御物资',
    budget: 38,
    spending: [37.24, 0],
    goal: '补充防汛抗旱物资，保障应急调用。',
    completion: '物资经验收入库，汛期调用两次均按时到位。',
    quantity: ['补充物资≥22种', '23种'],
    quality: ['物资验收合格率100%', '100%'],
    timeliness: ['2024年4月底前入库', '2024年4月18日入库'],
    social: ['覆盖乡镇≥14个', '14个'],
    satisfaction: ['乡镇满意度≥90%', '96.8%（问卷56份）'],
    weights: { quantity: 10, social: 40 },
  },
  {
    name: '河湖保洁',
    budget: 90,
    spending: [88.2, 0],
    goal: '对县管河湖开展保洁，清理水面漂浮物。',
    completion: '保洁范围内水面巡查记录完整，漂浮物日产日清。',
    quantity: ['保洁河道≥260公里', '263公里'],
    quality: ['抽查合格率≥92%', '95.4%'],
    timeliness: ['漂浮物清理时限≤24小时', '平均15小时'],
    social: ['推动群众自觉爱河护河', '部分达成，仍有沿岸倾倒垃圾现象'],
    satisfaction: ['沿岸居民满意度≥85%', '88.9%（问卷370份）'],
    scores: { social: 27 },
    reason: '沿岸垃圾收集点不足，2025年增设24个并开展巡护。',
  },
  {
    name: '节水灌溉示范',
    budget: 64,
    spending: [62.72, 0],
    goal: '建设节水灌溉示范片，推广喷灌和滴灌。',
    completion: '示范片建成并移交合作社管理，开展了现场观摩。',
    quantity: ['建设示范片≥6处', '6处'],
    quality: ['工程验收合格率100%', '100%'],
    timeliness: ['2024年10月底前完成', '2024年10月28日完成'],
    social: ['现场观摩≥400人次', '436人次'],
    satisfaction: ['合作社满意度≥90%', '96.0%（问卷48份）'],
    scores: { timeliness: null },
  },
  {
    name: '水利工程标识牌',
    budget: 12,
    spending: [11.76, 0],
    goal: '为小型水利工程设置安全警示和责任标识牌。',
    completion: '标识牌全部安装，位置信息录入工程台账。',
    quantity: ['设置标识牌≥180块', '184块'],
    quality: ['信息准确率100%', '100%'],
    timeliness: ['2024年6月底前完成', '2024年6月21日完成'],
    social: ['增强群众近水安全意识', '警示效果较好'],
    satisfaction: ['镇村满意度≥90%', '94.4%（问卷90份）'],
    scores: { social: 27 },
  },
];

/** Rows that are hidden though they hold a project. */
export const HIDDEN_ROWS = [16];

/** Every cell that is wrong on purpose, in the order of rows and columns, and the rule that finds it. */
export const DEFECTS = [
  ['D6', 'unit-conflict', 'error', '以元填写，表内单位为万元'],
  ['O7', 'result-below-target', 'info', '4940座少于5200座，已说明原因'],
  ['I8', 'execution-denominator', 'warning', '用年初预算数作分母'],
  ['E9', 'budget-adjust-no-reason', 'warning', '预算增加50%，没有说明'],
  ['K10', 'full-score-not-full-execution', 'error', '执行率92%得满分'],
  ['K11', 'execution-score-mismatch', 'error', '执行率95%得9分'],
  ['U12', 'score-over-weight', 'error', '分值15得16分'],
  ['O13', 'result-below-target', 'info', '102块少于120块，已说明原因'],
  ['Q13', 'score-not-proportional', 'error', '完成85%得满分'],
  ['L14', 'name-content-mismatch', 'warning', '办公经费的目标写发放工资'],
  ['O15', 'result-below-target', 'error', '24座少于25座，没有填写原因'],
  ['A16', 'hidden-rows-or-columns', 'info', '第16行隐藏'],
  ['U16', 'score-deducted-no-reason', 'warning', '达标却扣2分'],
  ['AH17', 'total-score-mismatch', 'error', '总分89.8，各项之和99.8'],
  ['AI18', 'grade-mismatch', 'error', '99.8分填“良”'],
  ['F19', 'hard-coded-total', 'info', '本栏其余合计都是公式'],
  ['J19', 'weight-sum-not-100', 'error', '分值合计105'],
  ['P20', 'level1-weight-off', 'warning', '产出40、效益40'],
  ['AC21', 'qualitative-band', 'warning', '部分达成得90%的分值'],
  ['Y22', 'score-missing', 'error', '没有得分'],
  ['AJ23', 'reason-missing', 'error', '扣3分，没有填写原因'],
  ['A25', 'header-blank', 'info', '填报日期空白'],
].map(([cell, rule, severity, what]) => ({ cell, rule, severity, what }));
