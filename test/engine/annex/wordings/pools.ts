/** A rate as a number that shows a percent sign. */
export function pct(actual: number, budget: number, decimals = 2): string {
  return `${((actual / budget) * 100).toFixed(decimals)}%`;
}

/** A rate as a bare number of percent. */
export function percentOf(actual: number, budget: number, decimals = 2): string {
  return String(Number(((actual / budget) * 100).toFixed(decimals)));
}

/** A rate as a bare fraction. */
export function fractionOf(actual: number, budget: number, decimals = 4): string {
  return String(Number((actual / budget).toFixed(decimals)));
}

/** Name, target and result of indicators that are met and say so with figures. */
type Indicator = readonly [name: string, target: string, result: string];

const QUANTITY: readonly Indicator[] = [
  ['开展技能培训期数', '≥12期', '13期'],
  ['修缮校舍面积', '≥8600平方米', '8652.4平方米'],
  ['发放种粮补贴户数', '2356户', '2356户'],
  ['采购执法记录仪', '=45台（套）', '45台（套）'],
  ['印发宣传册', '不少于2万册', '2.3万册'],
  ['新改建农村公路', '≥36.5公里', '37.2公里'],
  ['组织专家评审', '4次', '4次'],
  ['救助困难群众人次', '≥1200人次', '1364人次'],
  ['完成地形图测绘', '180幅', '180幅'],
  ['送戏下乡', '10场以上', '12场'],
  ['编制专项规划', '1套', '完成1套'],
  ['检测食品样品', '≥500批次', '全年检测526批次'],
  ['更换老旧水表', '3800只', '共更换3,800只'],
  ['培育示范基地', '3-5个', '4个'],
  ['举办干部轮训班', '十二期', '全年共开展培训十二期'],
  ['运行维护信息系统', '6个', '6个系统'],
];

const QUALITY: readonly Indicator[] = [
  ['竣工验收合格率', '100%', '100%'],
  ['设备完好率', '≥95%', '96.8%'],
  ['培训考核合格率', '不低于90%', '合格率93.5%'],
  ['政府采购合规率', '=100%', '100%'],
  ['一次验收合格率', '达到98%以上', '98.75%'],
  ['数据准确率', '≥99.5%', '99.8%'],
  ['安全生产事故', '0起', '0起'],
  ['重大责任事故', '零事故', '未发生责任事故'],
  ['成果评审', '通过专家评审', '已通过专家评审'],
  ['工程质量标准', '符合国家规范', '符合国家规范要求'],
  ['补贴对象准确率', '100.00%', '100.00%'],
  ['信息系统可用性', '≥99.9%', '99.95%（全年中断2次）'],
];

const TIMELINESS: readonly Indicator[] = [
  ['完成时间', '12月底前', '12月20日'],
  ['资金拨付及时率', '≥95%', '97.6%'],
  ['办结时限', '3个工作日内办结', '平均2.5个工作日办结'],
  ['开工时间', '3月', '3月'],
  ['款项支付', '按合同进度支付', '按合同进度支付'],
  ['任务按期完成率', '100%', '100%完成'],
  ['故障响应时间', '≤30分钟', '平均18分钟'],
  ['年度任务完成时限', '12月31日前', '12月15日全部完成'],
  ['补助发放频次', '每月15日前', '每月10日发放'],
];

const COST: readonly Indicator[] = [
  ['人均培训成本', '≤450元', '438元'],
  ['成本控制', '控制在预算范围内', '未超预算'],
  ['项目总成本', '≤120万元', '118.6万元'],
  ['培训人均标准', '人均不超过450元/天', '人均420元/天'],
  ['单方造价', '不超过3500元/平方米', '3420元/平方米'],
  ['预算控制率', '≤100%', '98.2%'],
  ['补助标准', '800元/人/月', '800元/人/月'],
];

const ECONOMIC: readonly Indicator[] = [
  ['带动农户增收', '户均增收≥800元', '户均增收860元'],
  ['旅游收入', '较上年增长5%以上', '较上年增长5.2%'],
  ['拉动社会投资', '≥1.2亿元', '1.35亿元'],
];

const SOCIAL: readonly Indicator[] = [
  ['受益群众', '≥3.5万人', '3.62万人'],
  ['带动就业', '不少于260人', '带动就业278人'],
  ['群众健身条件', '有所改善', '新增健身点12处，条件有所改善'],
  ['公共服务知晓率', '≥85%', '88.3%'],
  ['群体性事件', '不发生', '未发生'],
];

const ECOLOGICAL: readonly Indicator[] = [
  ['空气优良天数比例', '≥88%', '90.4%'],
  ['水质达标率', '100%', '100%'],
  ['新增绿化', '≥120亩', '125亩'],
];

const SUSTAINABILITY: readonly Indicator[] = [
  ['管护机制', '建立长效管护机制', '已建立长效管护机制'],
  ['设施使用年限', '≥10年', '设计使用15年'],
  ['人才队伍', '稳定', '队伍稳定'],
];

const SATISFACTION: readonly Indicator[] = [
  ['受益群众满意度', '≥90%', '95.3%'],
  ['参训学员满意度', '≥95%', '发放问卷120份，满意度97.5%'],
  ['服务对象满意度', '90%以上', '92%'],
  ['家长满意度', '达到9成以上', '93.6%'],
  ['企业满意率', '不低于85%', '满意及以上占比91.2%'],
];

const POOLS = {
  quantity: QUANTITY,
  quality: QUALITY,
  timeliness: TIMELINESS,
  cost: COST,
  economic: ECONOMIC,
  social: SOCIAL,
  ecological: ECOLOGICAL,
  sustainability: SUSTAINABILITY,
  satisfaction: SATISFACTION,
};

type Kind = keyof typeof POOLS;

/** The n-th indicator of a kind, over and over. */
export function indicator(kind: Kind, n: number): Indicator {
  const pool = POOLS[kind];
  return pool[n % pool.length]!;
}

/** A number in a format of percent would read 100%: in these cells people mostly type text. */
const cell = (text: string): string => (/^\d+(?:\.\d+)?%$/.test(text) ? `'${text}` : text);

/** "name | target | result" of the n-th indicator of each kind, as cells. */
export function triples(n: number, ...kinds: readonly Kind[]): string {
  return kinds.map((kind) => indicator(kind, n).map(cell).join('|')).join('|');
}

/** "name and target | result", as cells. */
export function pairs(n: number, ...kinds: readonly Kind[]): string {
  return kinds
    .map((kind) => {
      const [name, target, result] = indicator(kind, n);
      return `${name}：${target}|${cell(result)}`;
    })
    .join('|');
}

/** "target | result", as cells. */
export function values(n: number, ...kinds: readonly Kind[]): string {
  return kinds.map((kind) => indicator(kind, n).slice(1).map(cell).join('|')).join('|');
}

/** Lines made one by one. */
export function lines(count: number, make: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => make(n)).join('\n');
}

const VERBS = [
  '更新改造',
  '日常维护',
  '购买服务',
  '专项补助',
  '奖励资金',
  '规划编制',
  '能力提升',
  '运行经费',
];
const OBJECTS = [
  '农村饮水',
  '城区路灯',
  '中小学操场',
  '基层应急广播',
  '国省干线绿化',
  '殡葬设施',
  '档案数字化',
  '粮食仓储',
  '乡镇卫生院',
  '地质灾害监测',
  '残疾人康复',
];

/** The n-th name of a project. */
export function projectName(n: number): string {
  return `${OBJECTS[n % OBJECTS.length]}${VERBS[(n * 3 + Math.floor(n / 8)) % VERBS.length]}`;
}

/** Budget and spending of the n-th project: two decimals, a rate between 90 and 100 %. */
export function moneyOf(n: number): { budget: number; actual: number } {
  const budget = Math.round((12.5 + ((n * 7919) % 4300) / 7) * 100) / 100;
  const actual =
    n % 3 === 0 ? budget : Math.round(budget * (0.9 + ((n * 37) % 95) / 1000 + 0.002) * 100) / 100;
  return { budget, actual };
}
