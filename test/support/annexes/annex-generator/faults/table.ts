import type { FieldId } from '../../../../../src/engine/annex/field-id';
import type { SheetSnapshot } from '../../../../../src/engine/sheet/snapshot';
import type { CellValue } from '../../../../../src/engine/sheet/cell-value';
import type { CellPosition } from '../../../../../src/engine/sheet/address';
import { valueAt } from '../../../../../src/engine/sheet/snapshot';
import type { Random } from '../../../random';
import type { TableLayout } from '../layout';
import { round, type Plan, type RowDraft } from '../model';
import type { PlantedFault } from './fault';

/** A laid-out table to plant a fault into. */
export interface LaidOut {
  readonly plan: Plan;
  readonly layout: TableLayout;
  readonly drafts: readonly RowDraft[];
  readonly sheet: SheetSnapshot;
}

interface TableFaultKind {
  readonly kind: string;
  readonly rules: readonly string[];
  readonly note?: true;
  plant(
    table: LaidOut,
    random: Random,
  ): { readonly sheet: SheetSnapshot; readonly cells: readonly CellPosition[] } | null;
}

/** The sheet with a constant in the place of what a cell held. */
function withConstant(sheet: SheetSnapshot, { row, column }: CellPosition, value: CellValue): SheetSnapshot {
  const values = sheet.values.map((cells) => [...cells]);
  const formulas = sheet.formulas.map((cells) => [...cells]);
  values[row - sheet.firstRow]![column - sheet.firstColumn] = value;
  formulas[row - sheet.firstRow]![column - sheet.firstColumn] = null;
  return { ...sheet, values, formulas };
}

function wrongSum(level: 'total' | 'subtotal'): TableFaultKind['plant'] {
  return ({ layout, sheet }, random) => {
    const rows = layout.sumRows.filter((sum) => sum.level === level);
    if (rows.length === 0) return null;
    const field = random.pick<FieldId>(['budget', 'actual']);
    const cell = { row: random.pick(rows).row, column: layout.columnOf.get(field)! };
    const right = valueAt(sheet, cell.row, cell.column) as number;
    return { sheet: withConstant(sheet, cell, round(right * random.pick([0.93, 1.08]), 2)), cells: [cell] };
  };
}

/** Faults that are drawn for a table. */
const DRAWN_FAULTS: readonly TableFaultKind[] = [
  { kind: 'total wrong', rules: ['total-row'], plant: wrongSum('total') },
  { kind: 'subtotal wrong', rules: ['total-row'], plant: wrongSum('subtotal') },
  {
    kind: 'total typed among formulas',
    rules: ['hard-coded-total'],
    note: true,
    plant({ plan, layout, sheet }, random) {
      if (!plan.summing || layout.sumRows.length === 0) return null;
      const cell = {
        row: random.pick(layout.sumRows).row,
        column: layout.columnOf.get(random.pick<FieldId>(['budget', 'actual']))!,
      };
      return { sheet: withConstant(sheet, cell, valueAt(sheet, cell.row, cell.column)), cells: [cell] };
    },
  },
  {
    kind: 'entry blank',
    rules: ['header-blank'],
    note: true,
    plant({ plan, sheet }, random) {
      const cell = { row: plan.firstRow + 1, column: plan.firstColumn };
      const blank = random.pick([
        '填报日期：    年  月  日',
        '填报人：',
        '联系电话：',
        '单位负责人（签字）：',
      ]);
      const text = `${String(valueAt(sheet, cell.row, cell.column))}    ${blank}`;
      return { sheet: withConstant(sheet, cell, text), cells: [cell] };
    },
  },
  {
    kind: 'hidden rows',
    rules: ['hidden-rows-or-columns'],
    note: true,
    plant({ layout, sheet }, random) {
      const row = random.pick(layout.projectRows);
      const first = sheet.firstColumn;
      const cells = Array.from({ length: sheet.columnCount }, (_, i) => ({ row, column: first + i }));
      return { sheet: { ...sheet, hiddenRows: [{ first: row, last: row }] }, cells };
    },
  },
];

/** A table in which all is perfect is a finding by itself, wherever it is reported. */
const FLAWLESS: TableFaultKind = {
  kind: 'all 100 %',
  rules: ['all-100-percent'],
  note: true,
  plant({ sheet }) {
    const cells = sheet.values.flatMap((values, r) =>
      values.map((_, c) => ({ row: sheet.firstRow + r, column: sheet.firstColumn + c })),
    );
    return { sheet, cells };
  },
};

/** Faults of the table beside its rows. */
export const TABLE_FAULTS: readonly { readonly kind: string }[] = [...DRAWN_FAULTS, FLAWLESS];

/** Rows with these have no amounts that can be added. */
const UNREADABLE: ReadonlySet<string> = new Set(['number-as-text', 'unit-conflict']);

/** One table in two has such a fault, where one can stand. */
export function plantTableFault(
  table: LaidOut,
  others: readonly PlantedFault[],
  random: Random,
): { readonly sheet: SheetSnapshot; readonly fault: PlantedFault } | null {
  if (!table.plan.flawless && random.chance(0.5)) return null;
  const { kind, rules, note = false, plant } = table.plan.flawless ? FLAWLESS : random.pick(DRAWN_FAULTS);
  // What such a fault of a row makes of the sums is its own affair.
  if (rules.includes('total-row') && others.some((other) => UNREADABLE.has(other.rules[0]!))) return null;
  const planted = plant(table, random);
  if (!planted) return null;
  const sums = new Set(table.layout.sumRows.map(({ row }) => row));
  const touches = [...new Set(planted.cells.map(({ row }) => row))].filter((row) => sums.has(row));
  return { sheet: planted.sheet, fault: { kind, rules, note, cells: planted.cells, touches } };
}
