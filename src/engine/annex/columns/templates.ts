import { indicatorParts, type FieldId } from '../field-id';
import type { Relation } from '../place';

/** A relation between columns, whoever says so. */
export interface SaidRelation {
  readonly relation: Relation;
  readonly result: number;
  readonly operands: readonly number[];
}

type FieldOf = (column: number) => FieldId | null;

/**
 * Whether the relation is one that fields of these names have to each other; `null` where a column of it has no field,
 * so that nothing can be told.
 */
export function fitsRoles(said: SaidRelation, fieldOf: FieldOf): boolean | null {
  const result = fieldOf(said.result);
  const operands = said.operands.map(fieldOf);
  if (result === null) return null;
  // What a total of points is made of may have labels that say nothing.
  if (said.relation === 'sum' && result === 'totalScore' && said.operands.length > 2)
    return operands.every((one) => one === null || isScore(one)) ? true : false;
  if (operands.some((one) => one === null)) return null;
  return FITS[said.relation](result, operands as FieldId[]);
}

const FITS: Readonly<
  Record<SaidRelation['relation'], (result: FieldId, operands: readonly FieldId[]) => boolean>
> = {
  quotient(result, [a, b]) {
    switch (result) {
      case 'executionRate':
      case 'executionRate.adjusted':
        return ofOneSource(a!, 'actual', b!, 'budget');
      case 'executionRate.initial':
        return ofOneSource(a!, 'actual', b!, 'initialBudget');
      case 'executionRate.received':
        return ofOneSource(a!, 'actual', b!, 'received');
      case 'budget.adjustmentRate':
        return a === 'budget.adjustment' && b === 'initialBudget';
      case 'group.rate':
        return a === 'group.score' && b === 'group.weight';
      default:
        return false;
    }
  },
  change: (result, [a, b]) => result === 'budget.adjustmentRate' && a === 'budget' && b === 'initialBudget',
  difference(result, [a, b]) {
    if (result === 'balance') return b === 'actual' && (a === 'budget' || a === 'received');
    return result === 'budget.adjustment' && a === 'budget' && b === 'initialBudget';
  },
  sum(result, operands) {
    const has = (...fields: FieldId[]): boolean =>
      fields.length === operands.length && fields.every((field) => operands.includes(field));
    if (result === 'budget') {
      if (has('initialBudget', 'budget.adjustment')) return true;
      if (has('initialBudget', 'budget.adjustment', 'budget.carryover')) return true;
    }
    if ((result === 'budget' || result === 'received') && has('actual', 'balance')) return true;
    if (result === 'totalScore') return operands.every(isScore);
    if (result === 'totalWeight') return operands.every(isWeight);
    return operands.every((one) => one !== result && one.startsWith(`${result.split('.')[0]}.`));
  },
  product(result, operands) {
    if (result === 'executionRate.score') return operands.every((one) => one.startsWith('executionRate'));
    return result === 'group.score' && operands.every((one) => one.startsWith('group.'));
  },
};

/** "actual.fiscal" over "budget.fiscal" is a rate as "actual" over "budget" is. */
function ofOneSource(a: FieldId, numerator: string, b: FieldId, denominator: string): boolean {
  const [base, source = ''] = a.split('.');
  const [under, of = ''] = b.split('.');
  return base === numerator && under === denominator && source === of;
}

function isScore(field: FieldId): boolean {
  return (
    field === 'executionRate.score' || field === 'group.score' || indicatorParts(field)?.role === 'score'
  );
}

function isWeight(field: FieldId): boolean {
  return (
    field === 'executionRate.weight' || field === 'group.weight' || indicatorParts(field)?.role === 'weight'
  );
}

/** Fields that must be to each other as said, where a table has all of them. */
export const EXPECTED: readonly {
  readonly relation: SaidRelation['relation'];
  readonly result: FieldId;
  readonly operands: readonly FieldId[];
}[] = [
  { relation: 'quotient', result: 'executionRate', operands: ['actual', 'budget'] },
  { relation: 'quotient', result: 'executionRate.initial', operands: ['actual', 'initialBudget'] },
  { relation: 'quotient', result: 'executionRate.received', operands: ['actual', 'received'] },
  { relation: 'change', result: 'budget.adjustmentRate', operands: ['budget', 'initialBudget'] },
  { relation: 'sum', result: 'budget', operands: ['initialBudget', 'budget.adjustment'] },
  { relation: 'sum', result: 'budget', operands: ['actual', 'balance'] },
];
