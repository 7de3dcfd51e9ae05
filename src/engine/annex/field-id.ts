import { INDICATOR_KINDS, type IndicatorKind } from '../quantity/indicator-kind';

export { INDICATOR_KINDS, type IndicatorKind } from '../quantity/indicator-kind';

/** What a column says about an indicator. */
export const INDICATOR_ROLES = [
  'name',
  'operator',
  'measureUnit',
  'target',
  'result',
  'weight',
  'score',
  'deviation',
  'scoringRule',
  // 得分系数: the share of the points that the result is worth.
  'coefficient',
  // A target that was changed during the year, beside the one it began with.
  'target.adjusted',
  // The points that another party than the unit gives.
  'score.reviewed',
] as const;
export type IndicatorRole = (typeof INDICATOR_ROLES)[number];

/** Where money comes from; without a suffix a money field is the total. */
export const FUND_SOURCES = [
  'fiscal',
  'generalPublic',
  'governmentFund',
  'stateCapital',
  'nonFiscal',
  'carryover',
  'central',
  'local',
  'other',
] as const;
export type FundSource = (typeof FUND_SOURCES)[number];

/** What a department spends money on: 基本支出 and 项目支出, the same total parted in another way than by source. */
export const SPENDING_KINDS = ['basic', 'projects'] as const;
export type SpendingKind = (typeof SPENDING_KINDS)[number];

/**
 * `budget` is 全年预算数, the denominator of the rate; `initialBudget` is 年初预算数 where a table has both; `received` is
 * 到位数, `balance` is 结余数.
 */
export type MoneyBase = 'budget' | 'initialBudget' | 'actual' | 'received' | 'balance';
export type MoneyField = MoneyBase | `${MoneyBase}.${FundSource | SpendingKind}` | 'budget.adjustment';

export type ScoreField =
  'executionRate.weight' | 'executionRate.score' | 'totalWeight' | 'totalScore' | 'scoreCoefficient';

/** `executionRate` is the primary rate; the others stand beside it, each on the money that it names. */
export const RATE_FIELDS = [
  'executionRate',
  'executionRate.initial',
  'executionRate.adjusted',
  'executionRate.received',
  'budget.adjustmentRate',
] as const;
export type RateField = (typeof RATE_FIELDS)[number];

/** What another party than the unit says; several columns of one id are told apart by their header. */
export const REVIEW_FIELDS = ['totalScore.reviewed', 'grade.reviewed'] as const;
export type ReviewField = (typeof REVIEW_FIELDS)[number];

/** Points of groups that are none of the nine kinds (项目决策, 过程管理); a table mostly has several of each id. */
export const GROUP_FIELDS = ['group.weight', 'group.rate', 'group.score'] as const;
export type GroupField = (typeof GROUP_FIELDS)[number];

export type TextField =
  | 'sequence'
  | 'department'
  | 'unit'
  | 'projectName'
  | 'projectCode'
  | 'projectType'
  | 'contact'
  | 'annualGoal'
  | 'goalCompletion'
  | 'grade'
  | 'problems'
  | 'rectification'
  | 'deviation'
  | 'conclusion'
  | 'remarks';

export type IndicatorField = `indicator.${IndicatorKind}.${IndicatorRole}`;

/** Columns of a table whose indicators are rows: their kinds stand in the rows, by `level1` and `level2`. */
export type RowIndicatorField = `indicator.${IndicatorRole | 'level1' | 'level2'}`;

/** The one vocabulary of fields: the same ids in code, in JSON and in the documentation. */
export type FieldId =
  | MoneyField
  | RateField
  | ScoreField
  | ReviewField
  | GroupField
  | TextField
  | IndicatorField
  | RowIndicatorField;

const MONEY = /^(budget|initialBudget|actual|received|balance)(\.(?!adjustmentRate$)|$)/;
const SCORES: readonly string[] = [
  'executionRate.weight',
  'executionRate.score',
  'totalWeight',
  'totalScore',
  'scoreCoefficient',
];

/** Whether the field holds an amount of money. */
export function isMoneyField(field: FieldId): field is MoneyField {
  return readField(field).money;
}

/** Whether the field holds weights or scores that do not belong to one indicator. */
export function isScoreField(field: FieldId): field is ScoreField {
  return SCORES.includes(field);
}

/** Whether the field holds a rate or a share of the budget: a fraction. */
export function isRateField(field: FieldId): field is RateField {
  return (RATE_FIELDS as readonly string[]).includes(field);
}

/** Whether a table may have several columns of this field, told apart by their headers. */
export function mayRepeat(field: FieldId): boolean {
  return (
    ([...REVIEW_FIELDS, ...GROUP_FIELDS] as readonly string[]).includes(field) ||
    field.endsWith('.score.reviewed')
  );
}

/** What a column of a table tells of indicators that are rows; `null` for any other field. */
export function rowIndicatorRole(field: FieldId): IndicatorRole | 'level1' | 'level2' | null {
  const { rowRole } = readField(field);
  return rowRole;
}

/** The kind and role of an indicator field, or `null` for any other field. */
export function indicatorParts(field: FieldId): IndicatorParts | null {
  return readField(field).parts;
}

interface IndicatorParts {
  readonly kind: IndicatorKind;
  readonly role: IndicatorRole;
}

interface ReadField {
  readonly money: boolean;
  readonly parts: IndicatorParts | null;
  readonly rowRole: IndicatorRole | 'level1' | 'level2' | null;
}

const KINDS: readonly IndicatorKind[] = [...INDICATOR_KINDS, 'other'];

/** What is asked of the same hundred ids or so again and again. */
const fieldsRead = new Map<FieldId, ReadField>();

function readField(field: FieldId): ReadField {
  let read = fieldsRead.get(field);
  if (read === undefined) {
    const [first, ...rest] = field.split('.');
    const [kind, role] = [rest[0], rest.slice(1).join('.')];
    const isIndicator = first === 'indicator';
    const ofRow = isIndicator && !(KINDS as readonly (string | undefined)[]).includes(kind);
    read = {
      money: MONEY.test(field),
      parts: isIndicator && !ofRow ? { kind: kind as IndicatorKind, role: role as IndicatorRole } : null,
      rowRole: ofRow ? (rest.join('.') as IndicatorRole | 'level1' | 'level2') : null,
    };
    fieldsRead.set(field, read);
  }
  return read;
}
