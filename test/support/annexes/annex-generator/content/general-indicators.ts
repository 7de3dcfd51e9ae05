import type { Counted, Effect } from './work';

/** Limits of time that stand in projects of every kind. */
export const TIME_LIMITS: readonly Counted[] = [
  ['补助资金拨付时间', '个工作日', 10, 20],
  ['群众来件办理时间', '个工作日', 10, 15],
  ['故障到场响应时间', '分钟', 30, 90],
  ['采购合同签订时间', '天', 20, 30],
  ['应急处置到场时间', '小时', 10, 24],
];

export const TIMELY_RATES: readonly string[] = ['资金拨付及时率', '任务按期完成率', '工单按时办结率'];

export const ECONOMIC_COUNTS: readonly Counted[] = [
  ['带动就业', '人', 20, 400],
  ['减少群众支出', '万元', 10, 90],
  ['带动相关产业增收', '万元', 20, 300],
];
export const ECONOMIC_EFFECTS: readonly Effect[] = [
  ['后期运维支出', '降低', '改用集中采购后年度运维合同额低于上年'],
  ['设备重复购置', '减少', '单位间共享设备，本年未再购置同类设备'],
];

export const SOCIAL_COUNTS: readonly Counted[] = [
  ['受益群众', '人', 300, 9000],
  ['惠及家庭', '户', 100, 3000],
  ['覆盖村（社区）', '个', 10, 90],
];
export const SOCIAL_RATES: readonly string[] = ['政策知晓率', '投诉办结率'];

export const ECOLOGICAL_RATES: readonly string[] = ['废旧物资规范处置率', '施工垃圾清运率'];
export const ECOLOGICAL_EFFECTS: readonly Effect[] = [
  ['项目区周边环境', '改善', '完工后场地复绿，裸露地面全部覆盖'],
  ['资源节约水平', '提高', '推行双面打印和旧件再利用，耗材领用量下降'],
];

export const LASTING_RATES: readonly string[] = ['骨干人员在岗率', '设施后续管护覆盖率'];
export const LASTING_EFFECTS: readonly Effect[] = [
  ['管护机制', '健全', '已印发管护办法，管护人员和经费渠道均已明确'],
  ['工作制度', '完善', '修订操作规程两项，各站点按新规程运行'],
  ['经验推广应用', '持续发挥作用', '做法在全系统交流，相邻县区前来学习'],
];

/** Why money stayed unspent. */
export const LOW_REASONS: readonly string[] = [
  '部分合同质保金按约定于次年支付，本年支出低于预算',
  '招标节约资金，结余部分已申请收回财政统筹',
  '设备到货较晚，尾款待验收后于次年一季度支付',
  '受雨季影响工期后移，进度款结算推迟',
];
/** Why an indicator was not met. */
export const SHORT_REASONS: readonly string[] = [
  '受持续降雨影响，部分点位无法进场，已列入次年一季度补足',
  '参与人员因岗位调整减少，后续将扩大动员范围',
  '供货厂家产能不足导致到货减少，已督促次年补供',
  '征地协调时间长于预期，剩余部分已重新排定计划',
];
/** Why the budget was changed. */
export const ADJUSTMENT_REASONS: readonly string[] = [
  '年中上级新增任务，经批复调整预算',
  '按财政部门要求压减一般性支出，相应调减预算',
  '政府会议研究同意调整预算，用于新增点位',
];
export const MEASURES_TAKEN: readonly string[] = [
  '细化用款计划，按月调度支出进度。',
  '提前开展前期工作，加强与施工单位衔接。',
  '建立台账逐项销号，次年一季度前补齐。',
];

/** How often something is done: target and result are the same. */
export const FREQUENCIES: readonly (readonly [name: string, value: string])[] = [
  ['设备巡检频次', '2次/月'],
  ['信息更新频次', '1次/周'],
  ['工作调度频次', '每季度1次'],
];

/** What is not to happen at all. */
export const NEVER: readonly (readonly [name: string, measure: string])[] = [
  ['安全责任事故', '起'],
  ['违规发放资金', '笔'],
];
export const NO_HARM: readonly (readonly [name: string, measure: string])[] = [
  ['环境污染投诉', '起'],
  ['噪声扰民信访', '件'],
];
