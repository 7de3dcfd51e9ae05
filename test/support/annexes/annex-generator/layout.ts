import type { FieldId } from '../../../../src/engine/annex/field-id';
import { isMoneyField } from '../../../../src/engine/annex/field-id';
import { toAddress, type CellRange } from '../../../../src/engine/sheet/address';
import type { CellInput } from '../sheet-builder';
import type { Random } from '../../random';
import type { Column } from './columns';
import { headerMerges, headerRows } from './header';
import { round, type Plan, type RowDraft } from './model';
import { rateCell } from './rate-cell';

/** A table as rows of cells, with what stands where (0-based sheet positions). */
export interface TableLayout {
  readonly rows: CellInput[][];
  readonly merges: CellRange[];
  readonly title: string;
  readonly headerRows: readonly [number, number];
  /** Sheet row of each project, in their order. */
  readonly projectRows: readonly number[];
  readonly sumRows: readonly { readonly row: number; readonly level: 'total' | 'subtotal' }[];
  readonly columnOf: ReadonlyMap<FieldId, number>;
}

/** Lays a table out: title, entries, header, sections, projects, sums and notes. */
export function layOut(
  plan: Plan,
  columns: readonly Column[],
  units: readonly (readonly RowDraft[])[],
  random: Random,
): TableLayout {
  const { firstRow, firstColumn } = plan;
  const columnOf = new Map(columns.map(({ field }, i) => [field, firstColumn + i]));
  const title = titleOf(plan, random);
  const rows: CellInput[][] = [
    [title],
    entryLine(plan, units[0]![0]!.project.domain.department, columns.length),
  ];
  const merges: CellRange[] = [];
  const header = headerRows(columns);
  const headerFirst = firstRow + rows.length;
  rows.push(...header);
  merges.push(...headerMerges(columns, header.length, headerFirst, firstColumn));

  const projectRows: number[] = [];
  const sumRows: { row: number; level: 'total' | 'subtotal' }[] = [];
  const writer = new RowWriter(plan, columns, columnOf);
  const all = units.flat();
  // A total at the top is written last, when the rows that it adds up are known.
  const head = plan.total === 'first' ? rows.push([]) - 1 : -1;
  if (head >= 0) sumRows.push({ row: firstRow + head, level: 'total' });
  units.forEach((group, u) => {
    if (plan.sections)
      rows.push([
        `${'一二三四五六'[u]!}、${group[0]!.project.unit}`,
        ...Array<null>(columns.length - 1).fill(null),
      ]);
    const top = plan.subtotals === 'above' ? rows.push([]) - 1 : -1;
    const first = firstRow + rows.length;
    group.forEach((draft, i) => {
      projectRows.push(firstRow + rows.length);
      rows.push(writer.project(draft, firstRow + rows.length, i === 0));
    });
    const last = firstRow + rows.length - 1;
    if (plan.unitCells === 'merged' && last > first) {
      const column = columnOf.get('unit')!;
      merges.push({ firstRow: first, lastRow: last, firstColumn: column, lastColumn: column });
    }
    if (plan.subtotals === 'none') return;
    const at = top >= 0 ? top : rows.push([]) - 1;
    rows[at] = writer.sums('小计', firstRow + at, group, [[first, last]]);
    sumRows.push({ row: firstRow + at, level: 'subtotal' });
  });
  if (plan.total !== 'none') {
    const at = head >= 0 ? head : rows.push([]) - 1;
    rows[at] = writer.sums('合计', firstRow + at, all, runsOf(projectRows));
    if (head < 0) sumRows.push({ row: firstRow + at, level: 'total' });
  }
  if (random.chance(0.5)) rows.push(['注：执行率=全年执行数/全年预算数×100%。']);
  if (random.chance(0.5))
    rows.push(['填表人：沈某', null, null, '联系电话：0000-1234567', null, '填报日期：次年2月20日']);
  return {
    rows,
    merges,
    title,
    headerRows: [headerFirst, headerFirst + header.length - 1],
    projectRows,
    sumRows,
    columnOf,
  };
}

function titleOf({ year }: Plan, random: Random): string {
  return random.pick([
    `${year}年度项目支出绩效自评情况汇总表`,
    `${year}年县级预算项目支出绩效自评一览表`,
    `${year}年度财政支出项目绩效自评结果公开表`,
  ]);
}

function entryLine({ moneyUnit }: Plan, department: string, width: number): CellInput[] {
  return [
    `填报单位（盖章）：${department}`,
    ...Array<null>(Math.max(1, width - 3)).fill(null),
    `单位：${moneyUnit}`,
  ];
}

/** Consecutive rows, each first and last. */
function runsOf(rows: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs;
}

/** Writes the cells of rows in the order of the columns. */
class RowWriter {
  constructor(
    private readonly plan: Plan,
    private readonly columns: readonly Column[],
    private readonly columnOf: ReadonlyMap<FieldId, number>,
  ) {}

  project({ cells }: RowDraft, row: number, firstOfUnit: boolean): CellInput[] {
    return this.columns.map(({ field }) => {
      if (field === 'unit' && !firstOfUnit && this.plan.unitCells !== 'repeated') return null;
      return this.placed(cells.get(field) ?? null, row);
    });
  }

  sums(
    label: string,
    row: number,
    drafts: readonly RowDraft[],
    runs: readonly (readonly [number, number])[],
  ): CellInput[] {
    const sum = (field: FieldId): number =>
      round(
        drafts.reduce((all, { amounts }) => all + (amounts.get(field) ?? 0), 0),
        2,
      );
    return this.columns.map(({ field }): CellInput => {
      if (field === 'unit') return label;
      if (field === 'executionRate') {
        const budget = sum('budget');
        return budget === 0 ? null : this.placed(rateCell(sum('actual'), budget, this.plan.rateStyle), row);
      }
      if (!isMoneyField(field)) return null;
      if (!this.plan.summing) return sum(field);
      const column = this.columnOf.get(field)!;
      const parts = runs.map(([first, last]) => `${toAddress(first, column)}:${toAddress(last, column)}`);
      return { value: sum(field), formula: `=SUM(${parts.join(',')})` };
    });
  }

  /** Puts the addresses of the row into a formula's `{field}`. */
  private placed(cell: CellInput, row: number): CellInput {
    if (typeof cell !== 'object' || cell === null || !('value' in cell) || !cell.formula) return cell;
    const formula = cell.formula.replace(/\{([\w.]+)\}/g, (_, field: string) =>
      toAddress(row, this.columnOf.get(field as FieldId)!),
    );
    return { ...cell, formula };
  }
}
