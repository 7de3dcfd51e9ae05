import { fill, type Locale } from '../language';
import {
  rowIndicatorRole,
  type FieldId,
  type FundSource,
  type GroupField,
  type IndicatorKind,
  type IndicatorRole,
  type MoneyBase,
  type RateField,
  type ReviewField,
  type ScoreField,
  type SpendingKind,
  type TextField,
} from './field-id';

/** What the fields of annexes are called, for people. */
export interface FieldNames {
  /** Fields named as a whole. */
  readonly simple: Readonly<
    Record<TextField | ScoreField | RateField | ReviewField | GroupField | 'budget.adjustment', string>
  >;
  /** The first part of a field of money, and its second. */
  readonly money: Readonly<Record<MoneyBase, string>>;
  readonly sources: Readonly<Record<FundSource | SpendingKind, string>>;
  /** The second and the third part of a field of an indicator; `any` stands for `*`. */
  readonly kinds: Readonly<Record<IndicatorKind | 'any', string>>;
  readonly roles: Readonly<Record<IndicatorRole | 'level1' | 'level2', string>>;
  /** What is put in place of the kind where indicators are rows. */
  readonly ofRow: string;
  /** How two parts are joined. */
  readonly part: string;
}

export const FIELD_NAMES: Readonly<Record<Locale, FieldNames>> = {
  'zh-CN': {
    simple: {
      sequence: '序号',
      department: '主管部门',
      unit: '单位',
      projectName: '项目名称',
      projectCode: '项目编码',
      projectType: '项目类型',
      contact: '联系人',
      annualGoal: '年度总体目标',
      goalCompletion: '总体目标完成情况',
      grade: '等级',
      problems: '存在问题',
      rectification: '整改情况',
      deviation: '偏差原因',
      conclusion: '自评结论',
      remarks: '备注',
      executionRate: '执行率',
      'executionRate.weight': '执行率分值',
      'executionRate.score': '执行率得分',
      totalWeight: '分值合计',
      totalScore: '总分',
      'budget.adjustment': '预算调整',
      'budget.adjustmentRate': '预算调整率',
      'executionRate.initial': '年初预算执行率',
      'executionRate.adjusted': '调整后预算执行率',
      'executionRate.received': '到位资金执行率',
      'totalScore.reviewed': '审核得分',
      'grade.reviewed': '审核等级',
      'group.weight': '分组权重',
      'group.rate': '分组得分率',
      'group.score': '分组得分',
      scoreCoefficient: '得分系数',
    },
    money: {
      budget: '全年预算数',
      initialBudget: '年初预算数',
      actual: '全年执行数',
      received: '到位资金',
      balance: '结余',
    },
    sources: {
      fiscal: '财政拨款',
      generalPublic: '一般公共预算',
      governmentFund: '政府性基金',
      stateCapital: '国有资本经营预算',
      nonFiscal: '非财政资金',
      carryover: '上年结转',
      central: '中央资金',
      local: '地方资金',
      other: '其他资金',
      basic: '基本支出',
      projects: '项目支出',
    },
    kinds: {
      quantity: '数量指标',
      quality: '质量指标',
      timeliness: '时效指标',
      cost: '成本指标',
      economic: '经济效益指标',
      social: '社会效益指标',
      ecological: '生态效益指标',
      sustainability: '可持续影响指标',
      satisfaction: '满意度指标',
      other: '其他指标',
      any: '任一指标',
    },
    roles: {
      name: '名称',
      operator: '性质',
      measureUnit: '度量单位',
      target: '指标值',
      result: '完成值',
      weight: '分值',
      score: '得分',
      deviation: '偏差原因',
      scoringRule: '评分标准',
      coefficient: '得分系数',
      'target.adjusted': '调整后指标值',
      'score.reviewed': '审核得分',
      level1: '一级指标',
      level2: '二级指标',
    },
    ofRow: '指标',
    part: '{whole}·{part}',
  },
  en: {
    simple: {
      sequence: 'number',
      department: 'department',
      unit: 'unit',
      projectName: 'project name',
      projectCode: 'project code',
      projectType: 'project type',
      contact: 'contact',
      annualGoal: 'annual goal',
      goalCompletion: 'completion of the goal',
      grade: 'grade',
      problems: 'problems',
      rectification: 'measures',
      deviation: 'reason for deviation',
      conclusion: 'conclusion',
      remarks: 'remarks',
      executionRate: 'execution rate',
      'executionRate.weight': 'weight of the execution rate',
      'executionRate.score': 'score of the execution rate',
      totalWeight: 'total weight',
      totalScore: 'total score',
      'budget.adjustment': 'budget adjustment',
      'budget.adjustmentRate': 'rate of budget adjustment',
      'executionRate.initial': 'execution rate of the initial budget',
      'executionRate.adjusted': 'execution rate of the adjusted budget',
      'executionRate.received': 'execution rate of the money received',
      'totalScore.reviewed': 'reviewed score',
      'grade.reviewed': 'reviewed grade',
      'group.weight': 'weight of a group',
      'group.rate': 'share of points of a group',
      'group.score': 'score of a group',
      scoreCoefficient: 'score coefficient',
    },
    money: {
      budget: 'budget',
      initialBudget: 'initial budget',
      actual: 'spending',
      received: 'money received',
      balance: 'balance',
    },
    sources: {
      fiscal: 'fiscal appropriation',
      generalPublic: 'general public budget',
      governmentFund: 'government funds',
      stateCapital: 'state capital budget',
      nonFiscal: 'non-fiscal',
      carryover: 'carried over',
      central: 'central',
      local: 'local',
      other: 'other',
      basic: 'basic spending',
      projects: 'spending on projects',
    },
    kinds: {
      quantity: 'quantity',
      quality: 'quality',
      timeliness: 'timeliness',
      cost: 'cost',
      economic: 'economic benefit',
      social: 'social benefit',
      ecological: 'ecological benefit',
      sustainability: 'sustainability',
      satisfaction: 'satisfaction',
      other: 'other indicator',
      any: 'any indicator',
    },
    roles: {
      name: 'name',
      operator: 'operator',
      measureUnit: 'unit of measure',
      target: 'target',
      result: 'result',
      weight: 'weight',
      score: 'score',
      deviation: 'reason for deviation',
      scoringRule: 'scoring rule',
      coefficient: 'score coefficient',
      'target.adjusted': 'adjusted target',
      'score.reviewed': 'reviewed score',
      level1: 'first level',
      level2: 'second level',
    },
    ofRow: 'indicator',
    part: '{whole}: {part}',
  },
};

/** What a field is called. Takes patterns such as "indicator.*.result" too; an unknown id stays as it is. */
export function fieldName(
  field: string,
  { simple, money, sources, kinds, roles, ofRow, part }: FieldNames,
): string {
  const known = lookUp(simple, field);
  if (known !== null) return known;
  const [head = '', middle = '', tail = '', ...further] = field.split('.');
  if (head === 'indicator') {
    const rowRole = middle === '*' ? null : rowIndicatorRole(field as FieldId);
    if (rowRole) return fill(part, { whole: ofRow, part: lookUp(roles, rowRole) ?? rowRole });
    const kind = middle === '*' ? kinds.any : (lookUp(kinds, middle) ?? middle);
    const role = [tail, ...further].join('.');
    return fill(part, { whole: kind, part: lookUp(roles, role) ?? role });
  }
  const base = lookUp(money, head) ?? head;
  return middle === '' ? base : fill(part, { whole: base, part: lookUp(sources, middle) ?? middle });
}

function lookUp(table: Readonly<Record<string, string>>, key: string): string | null {
  return Object.prototype.hasOwnProperty.call(table, key) ? table[key]! : null;
}
