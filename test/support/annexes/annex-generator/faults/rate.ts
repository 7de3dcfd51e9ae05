import { round, type RowDraft } from '../model';
import { rateCell } from '../rate-cell';
import type { CellInput } from '../../sheet-builder';
import type { FaultKind } from './fault';

const quotientOf = ({ amounts }: RowDraft): number => amounts.get('actual')! / amounts.get('budget')!;

/** The rate cell as the row has it, but typed. */
function typed(row: RowDraft, rate: number): CellInput {
  const style = row.plan.rateStyle === 'formula' ? 'fraction' : row.plan.rateStyle;
  return rateCell(rate, 1, style);
}

/** Faults of the execution rate. */
export const RATE_FAULTS: readonly FaultKind[] = [
  {
    kind: 'rate mistyped',
    rules: ['execution-rate-mismatch'],
    plant(row, random) {
      const rate = quotientOf(row);
      const wrong = rate > 0.97 ? rate - random.integer(2, 9) / 100 : rate + random.integer(2, 3) / 100;
      row.cells.set('executionRate', typed(row, wrong));
      return { at: ['executionRate'] };
    },
  },
  {
    kind: 'rate of the initial budget',
    rules: ['execution-denominator', 'execution-rate-mismatch'],
    scarce: true,
    plant(row) {
      const initial = row.amounts.get('initialBudget');
      if (initial === undefined) return null;
      const rate = row.amounts.get('actual')! / initial;
      if (Math.abs(rate - quotientOf(row)) < 0.02 || rate > 1.3) return null;
      row.cells.set('executionRate', typed(row, rate));
      return { at: ['executionRate'] };
    },
  },
  {
    kind: 'rate blank',
    rules: ['execution-rate-missing'],
    plant(row, random) {
      row.cells.set('executionRate', random.pick([null, null, '—', '/']));
      return { at: ['executionRate'] };
    },
  },
  {
    kind: 'rate as text',
    rules: ['execution-rate-as-text'],
    plant(row) {
      const text = `${round(quotientOf(row) * 100, 2).toFixed(2)}%`;
      row.cells.set('executionRate', { value: text, format: '@' });
      return { at: ['executionRate'] };
    },
  },
  {
    kind: 'rate typed as percent',
    rules: ['execution-rate-as-text'],
    plant(row, random) {
      const style = row.plan.rateStyle;
      if (style === 'percent') return null;
      const value = round(quotientOf(row) * 100, 2);
      const format = style === 'bare' || random.chance(0.5) ? 'General' : '0.00%';
      row.cells.set('executionRate', { value, format });
      return { at: ['executionRate'] };
    },
  },
  {
    kind: 'formula error',
    rules: ['formula-error'],
    plant(row, random) {
      const field = random.pick(
        row.plan.scored ? (['executionRate', 'totalScore'] as const) : (['executionRate'] as const),
      );
      row.cells.set(field, {
        value: { error: random.pick(['#DIV/0!', '#REF!', '#VALUE!', '#N/A']) },
        formula: '={actual}/{budget}',
      });
      return { at: [field] };
    },
  },
];
