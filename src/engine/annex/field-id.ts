import type { IndicatorKind } from '../quantity/indicator-kind';

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

/** `budget` is 全年预算数, the denominator of the rate; `initialBudget` is 年初预算数 where a table has both. */
export type MoneyBase = 'budget' | 'initialBudget' | 'actual';
export type MoneyField = MoneyBase | `${MoneyBase}.${FundSource}` | 'budget.adjustment';

export type ScoreField = 'executionRate.weight' | 'executionRate.score' | 'totalWeight' | 'totalScore';

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

/** The one vocabulary of fields: the same ids in code, in JSON and in the documentation. */
export type FieldId = MoneyField | ScoreField | TextField | IndicatorField | 'executionRate';

const MONEY = /^(budget|initialBudget|actual)(\.|$)/;
const SCORES: readonly string[] = [
  'executionRate.weight',
  'executionRate.score',
  'totalWeight',
  'totalScore',
];

/** Whether the field holds an amount of money. */
export function isMoneyField(field: FieldId): field is MoneyField {
  return readField(field).money;
}

/** Whether the field holds weights or scores that do not belong to one indicator. */
export function isScoreField(field: FieldId): field is ScoreField {
  return SCORES.includes(field);
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
}

/** What is asked of the same hundred ids or so again and again. */
const fieldsRead = new Map<FieldId, ReadField>();

function readField(field: FieldId): ReadField {
  let read = fieldsRead.get(field);
  if (read === undefined) {
    const [first, kind, role] = field.split('.');
    const parts = first === 'indicator' ? { kind: kind as IndicatorKind, role: role as IndicatorRole } : null;
    read = { money: MONEY.test(field), parts };
    fieldsRead.set(field, read);
  }
  return read;
}
