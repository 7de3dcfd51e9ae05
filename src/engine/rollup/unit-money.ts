import type { MoneyUnit } from '../annex/vocabulary/money-units';
import { columnLetters } from '../sheet/address';
import type { PlanCell } from '../sheet/sheet-plan';
import { moneySum, sumFormula, type MoneySum } from './money-sum';
import type { SummaryColumn } from './summary-columns';
import { summandsOf } from './unit-figures';
import type { UnitProjects } from './units';

/** A row below the table that holds parts of a unit's sums, by column. */
export interface PartRow {
  readonly unit: string;
  readonly cells: ReadonlyMap<number, PlanCell>;
}

export interface UnitMoney {
  /** The cell of a unit (by its index) in a money column (0-based); blank where its annex has no such column. */
  cell(unit: number, column: number): PlanCell;
  readonly partRows: readonly PartRow[];
  /** Amounts stored as text, which no sum contains. */
  readonly textAmounts: number;
}

/**
 * The money of all units as formulas. A unit whose rows are too scattered for one formula has its sums in parts,
 * one a row, which stand below the table.
 *
 * @param firstPartRow 0-based row of the first part, given how many amounts are stored as text
 */
export function unitMoney(
  units: readonly UnitProjects[],
  columns: readonly SummaryColumn[],
  moneyUnit: MoneyUnit | null,
  firstPartRow: (textAmounts: number) => number,
): UnitMoney {
  const sums = units.map((unit) =>
    columns.map((column): MoneySum | null => {
      if (column.kind !== 'money') return null;
      const summands = summandsOf(unit, column.field, moneyUnit);
      return summands.length > 0 ? moneySum(summands) : null;
    }),
  );
  const textAmounts = sums.flat().reduce((count, sum) => count + (sum?.textAmounts ?? 0), 0);
  const partRows: PartRow[] = [];
  const cells = sums.map((row, u): PlanCell[] => {
    const first = firstPartRow(textAmounts) + partRows.length;
    const own: Map<number, PlanCell>[] = [];
    const made = row.map((sum, c): PlanCell => {
      if (!sum) return { value: null };
      const formula = sumFormula(sum.terms);
      if (formula !== null) return { formula, value: sum.value };
      sum.terms.forEach((term, i) => {
        (own[i] ??= new Map()).set(c, { formula: `=${term.text}`, value: term.value });
      });
      const letters = columnLetters(c);
      return {
        formula: `=SUM(${letters}$${first + 1}:${letters}$${first + sum.terms.length})`,
        value: sum.value,
      };
    });
    partRows.push(...own.map((parts) => ({ unit: units[u]!.label, cells: parts })));
    return made;
  });
  return { cell: (unit, column) => cells[unit]![column]!, partRows, textAmounts };
}
