import type { Profile } from './profile';

/** 财预〔2020〕10号, the form that most places use: 10 + 50 + 30 + 10. */
const MOF_2020: Profile = {
  id: 'mof-2020-10',
  name: { 'zh-CN': '财预〔2020〕10号（通用）', en: 'Cai Yu [2020] No. 10 (general)' },
  basis: ['财预〔2020〕10号《项目支出绩效评价管理办法》'],
  rateDenominator: 'budget',
  explainBelow: 0.9,
  explainAdjustment: 0.2,
  littleSpent: 0.5,
  nearlyAllPoints: 0.9,
  overshoot: 1.3,
  missedCeiling: 'either',
  printedRules: 'follow',
  executionWeight: 10,
  totalWeight: 100,
  levelWeights: { output: 50, benefit: 30, satisfaction: 10 },
  levelWeightsWithCost: { output: 40, cost: 20, benefit: 20, satisfaction: 10 },
  bands: { achieved: { from: 0.8, to: 1 }, partial: { from: 0.6, to: 0.8 }, not: { from: 0, to: 0.6 } },
  grades: [
    { name: '优', from: 90 },
    { name: '良', from: 80 },
    { name: '中', from: 60 },
    { name: '差', from: 0 },
  ],
  scoreTolerance: 0.05,
  moneyTolerance: 0.01,
  severities: {},
  off: [],
};

/** Cost as a first level of 20 points beside output 40, benefit 20 and satisfaction 10. */
const MOF_2021: Profile = {
  ...MOF_2020,
  id: 'mof-2021-101',
  name: {
    'zh-CN': '财预〔2021〕101号（成本为一级指标）',
    en: 'Cai Yu [2021] No. 101 (cost as a first level)',
  },
  basis: ['财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》'],
};

/** The execution of the budget carries 20 points, the goals 80, without a split by level. */
const HUBEI: Profile = {
  ...MOF_2020,
  id: 'hubei',
  name: { 'zh-CN': '湖北（20+80）', en: 'Hubei (20 + 80)' },
  basis: ['湖北省项目自评表（预算执行 20 分、绩效目标 80 分）'],
  executionWeight: 20,
  levelWeights: null,
  levelWeightsWithCost: null,
};

/** The execution of the budget carries 10 points, the indicators 90, split as the project needs. */
const SICHUAN: Profile = {
  ...MOF_2020,
  id: 'sichuan',
  name: { 'zh-CN': '四川（10+90）', en: 'Sichuan (10 + 90)' },
  basis: ['四川省级自评表填表说明'],
  explainAdjustment: 0,
  levelWeights: null,
  levelWeightsWithCost: null,
};

/** The rate divides by 年初预算数, and qualitative results are scored in wider bands. */
const JINAN: Profile = {
  ...MOF_2020,
  id: 'jinan',
  name: { 'zh-CN': '济南', en: 'Jinan' },
  basis: ['济南历城自评表“得分计算方法”栏'],
  rateDenominator: 'initialBudget',
  bands: { achieved: { from: 0.8, to: 1 }, partial: { from: 0.5, to: 0.8 }, not: { from: 0, to: 0.5 } },
};

/** The profiles that come with the product, the general one first. */
export const BUILT_IN_PROFILES: readonly Profile[] = [MOF_2020, MOF_2021, HUBEI, SICHUAN, JINAN];

/** What is used where neither the annex nor the reviewer says otherwise. */
export const DEFAULT_PROFILE = MOF_2020;

/** The built-in profile with that id, or `undefined`. */
export function builtInProfile(id: string): Profile | undefined {
  return BUILT_IN_PROFILES.find((profile) => profile.id === id);
}
