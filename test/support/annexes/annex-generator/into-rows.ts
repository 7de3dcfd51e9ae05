import {
  indicatorParts,
  isMoneyField,
  type FieldId,
  type IndicatorKind,
  type IndicatorRole,
} from '../../../../src/engine/annex/field-id';
import {
  parseAddress,
  toAddress,
  type CellPosition,
  type CellRange,
} from '../../../../src/engine/sheet/address';
import {
  formulaAt,
  numberFormatAt,
  valueAt,
  type SheetSnapshot,
} from '../../../../src/engine/sheet/snapshot';
import { Random } from '../../random';
import { buildSheet, type CellInput } from '../sheet-builder';
import type { PlantedAnnex } from './generate';
import { levelOf } from './weights';
import { KIND_WORDS, LEVEL_WORDS, ROLE_WORDS } from './wordings';

/** How a project fills its own cells over the rows of its indicators. */
type OwnCells = 'merged' | 'blank' | 'repeated';
/** Which levels stand beside the indicators. */
type Levels = 'both' | 'second';

const ROLES: readonly IndicatorRole[] = [
  'name',
  'operator',
  'target',
  'measureUnit',
  'result',
  'weight',
  'score',
  'deviation',
];

/** The columns that say something of an indicator; a row without any of them is none. */
const SAYING: readonly IndicatorRole[] = ['name', 'target', 'result', 'weight', 'score'];

/**
 * The same annex with its indicators as rows: one kind a row under its project, in the columns of its roles, beside its
 * levels. Faults, formulas and what is known of the table move along. `null` where the table is not of that sort.
 */
export function intoRows(made: PlantedAnnex): PlantedAnnex | null {
  const { plan, layout, sheet } = made;
  if (plan.depth === 1 || plan.byRole) return null;
  const random = new Random(made.seed * 15_487 + 3);
  const own: OwnCells = random.pick(plan.summing ? ['merged', 'blank'] : ['merged', 'blank', 'repeated']);
  const levels = random.pick<Levels>(['both', 'both', 'second']);
  const table = new RowTable(made, levels, own, random);
  table.head(layout.headerRows);
  for (let row = layout.headerRows[1] + 1; row < sheet.firstRow + sheet.rowCount; row++) table.body(row);
  return table.made();
}

class RowTable {
  private readonly rows: CellInput[][] = [];
  private readonly merges: CellRange[] = [];
  /** From sheet rows before to those now: the first of a project. */
  private readonly rowOf = new Map<number, number>();
  /** The row of each indicator, by the row of its project before and its kind. */
  private readonly rowOfKind = new Map<string, number>();
  private readonly lastRowOf = new Map<number, number>();
  /** From columns before to those now; columns of indicators are not among them. */
  private readonly columnOf = new Map<number, number>();
  private readonly roleColumn = new Map<IndicatorRole, number>();
  private readonly kinds: readonly IndicatorKind[];
  private readonly roles: readonly IndicatorRole[];
  private readonly levelColumns: readonly ('level1' | 'level2')[];
  private readonly fields: ReadonlyMap<FieldId, number>;
  private readonly firstLevel: number;
  private readonly words: ReadonlyMap<string, string>;

  constructor(
    private readonly before: PlantedAnnex,
    levels: Levels,
    private readonly own: OwnCells,
    random: Random,
  ) {
    const { plan, columns } = before;
    this.fields = before.layout.columnOf;
    const parts = [...columns.values()].flatMap((field) => indicatorParts(field) ?? []);
    this.kinds = plan.kinds.filter((kind) => parts.some((part) => part.kind === kind));
    this.roles = ROLES.filter((role) => parts.some((part) => part.role === role));
    this.levelColumns = levels === 'both' ? ['level1', 'level2'] : ['level2'];
    let next = plan.firstColumn;
    this.firstLevel = -1;
    for (const [column, field] of [...columns].sort(([a], [b]) => a - b)) {
      if (!indicatorParts(field)) this.columnOf.set(column, next++);
      else if (this.firstLevel < 0) {
        this.firstLevel = next;
        next += this.levelColumns.length;
        for (const role of this.roles) this.roleColumn.set(role, next++);
      }
    }
    const words = new Map<string, string>();
    for (const kind of this.kinds) words.set(kind, random.pick(KIND_WORDS[kind]));
    for (const level of ['output', 'cost', 'benefit', 'satisfaction'] as const)
      words.set(`level ${level}`, random.pick<string>(LEVEL_WORDS[level]));
    for (const role of this.roles) words.set(`role ${role}`, random.pick(ROLE_WORDS[role]));
    this.words = words;
    this.layRows();
  }

  /** Copies what stands above and the header, whose labels of indicators become those of their roles. */
  head([first, last]: readonly [number, number]): void {
    const { sheet } = this.before;
    for (let row = sheet.firstRow; row < first; row++) this.copyPlain(row);
    for (let row = first; row <= last; row++) this.copyOwn(row);
    const at = this.rowOf.get(first)!;
    this.levelColumns.forEach((level, i) => {
      const label = level === 'level1' ? '一级指标' : this.levelColumns.length > 1 ? '二级指标' : '指标类型';
      this.set(at, this.firstLevel + i, label);
    });
    for (const [role, column] of this.roleColumn) this.set(at, column, this.words.get(`role ${role}`)!);
    for (
      let column = this.firstLevel;
      last > first && column <= Math.max(...this.roleColumn.values());
      column++
    )
      this.merges.push({
        firstRow: at,
        lastRow: at + last - first,
        firstColumn: column,
        lastColumn: column,
      });
    for (const merge of sheet.merges ?? []) {
      const [from, to] = [this.columnOf.get(merge.firstColumn), this.columnOf.get(merge.lastColumn)];
      const rows = [this.rowOf.get(merge.firstRow), this.rowOf.get(merge.lastRow)];
      if (
        merge.lastRow > last ||
        from === undefined ||
        to === undefined ||
        to - from !== merge.lastColumn - merge.firstColumn
      )
        continue;
      this.merges.push({ firstRow: rows[0]!, lastRow: rows[1]!, firstColumn: from, lastColumn: to });
    }
  }

  /** Writes a row of the body: a project with its indicators, or anything else as it was. */
  body(row: number): void {
    const { layout } = this.before;
    if (!layout.projectRows.includes(row)) {
      if (layout.sumRows.some((sum) => sum.row === row)) this.copyOwn(row);
      else this.copyPlain(row);
      return;
    }
    this.copyOwn(row);
    const first = this.rowOf.get(row)!;
    const used = this.kinds.filter((kind) => this.isUsed(row, kind));
    used.forEach((kind, i) => {
      const at = first + i;
      if (i > 0) this.continueRow(row, at);
      this.indicator(row, kind, at, i === 0 ? null : used[i - 1]!);
    });
    const last = this.lastRowOf.get(row)!;
    if (this.own !== 'merged' || last === first) return;
    for (const [column, to] of this.columnOf) {
      if (this.before.columns.get(column) === 'unit') continue;
      this.merges.push({ firstRow: first, lastRow: last, firstColumn: to, lastColumn: to });
    }
  }

  made(): PlantedAnnex {
    const { before } = this;
    const { plan, layout } = before;
    const width = Math.max(...this.rows.map((row) => row.length));
    const built = buildSheet(
      this.rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? null)),
      { firstRow: plan.firstRow, firstColumn: plan.firstColumn, merges: this.merges },
    );
    const columns = new Map<number, FieldId>();
    for (const [from, to] of this.columnOf) columns.set(to, before.columns.get(from)!);
    this.levelColumns.forEach((level, i) => columns.set(this.firstLevel + i, `indicator.${level}`));
    for (const [role, column] of this.roleColumn) columns.set(column, `indicator.${role}`);
    const sheet: SheetSnapshot = {
      ...built,
      hiddenRows: before.sheet.hiddenRows.map(({ first, last }) => ({
        first: this.rowOf.get(first)!,
        last: this.lastRowOf.get(last) ?? this.rowOf.get(last)!,
      })),
    };
    return {
      ...before,
      sheet,
      columns,
      layout: {
        ...layout,
        projectRows: layout.projectRows.map((row) => this.rowOf.get(row)!),
        headerRows: [this.rowOf.get(layout.headerRows[0])!, this.rowOf.get(layout.headerRows[1])!],
      },
      projects: before.projects.map((project) => ({ ...project, row: this.rowOf.get(project.row)! })),
      faults: before.faults.map((fault) => ({
        ...fault,
        cells: fault.cells.flatMap((cell) => this.moved(cell)),
        touches: fault.touches.flatMap((row) => this.allRows(row)),
      })),
      disclosed: before.disclosed.flatMap((cell) => this.moved(cell)),
    };
  }

  /** Where a cell stands now; that of the project's name too where its indicator has no row. */
  private moved({ row, column }: CellPosition): CellPosition[] {
    const field = this.before.columns.get(column);
    const parts = field ? indicatorParts(field) : null;
    const to = this.columnOf.get(column);
    if (!parts || to !== undefined) return [{ row: this.rowOf.get(row) ?? row, column: to ?? column }];
    const own = this.rowOfKind.get(`${row} ${parts.kind}`);
    const name = { row: this.rowOf.get(row)!, column: this.columnOf.get(this.fields.get('projectName')!)! };
    return own === undefined ? [name] : [{ row: own, column: this.roleColumn.get(parts.role)! }];
  }

  private allRows(row: number): number[] {
    const [first, last] = [this.rowOf.get(row) ?? row, this.lastRowOf.get(row)];
    return Array.from({ length: (last ?? first) - first + 1 }, (_, i) => first + i);
  }

  private isUsed(row: number, kind: IndicatorKind): boolean {
    const { sheet, plan } = this.before;
    return SAYING.some((role) => {
      const column = this.fields.get(`indicator.${kind}.${role}` as FieldId);
      const value = column === undefined ? null : valueAt(sheet, row, column);
      return value !== null && value !== plan.nothing;
    });
  }

  private indicator(row: number, kind: IndicatorKind, at: number, above: IndicatorKind | null): void {
    const { plan } = this.before;
    this.rowOfKind.set(`${row} ${kind}`, at);
    const level = levelOf(kind, plan.costLevel);
    const same = above !== null && levelOf(above, plan.costLevel) === level;
    this.levelColumns.forEach((which, i) => {
      const text = which === 'level1' ? this.words.get(`level ${level}`)! : this.words.get(kind)!;
      this.set(at, this.firstLevel + i, which === 'level1' && same && this.own !== 'repeated' ? null : text);
    });
    for (const [role, to] of this.roleColumn) {
      const from = this.fields.get(`indicator.${kind}.${role}` as FieldId);
      if (from !== undefined) this.set(at, to, this.held(row, from, at));
    }
  }

  /** The project's own cells in a further row. */
  private continueRow(row: number, at: number): void {
    if (this.own !== 'repeated') return;
    for (const [from, to] of this.columnOf) {
      const field = this.before.columns.get(from)!;
      const isOwn =
        isMoneyField(field) || ['sequence', 'unit', 'projectName', 'executionRate'].includes(field);
      if (isOwn) this.set(at, to, this.held(row, from, at));
    }
  }

  private copyPlain(row: number): void {
    const { sheet } = this.before;
    const at = this.rowOf.get(row)!;
    let column = sheet.firstColumn;
    for (; column < sheet.firstColumn + sheet.columnCount; column++)
      this.set(at, column, this.held(row, column, at));
  }

  private copyOwn(row: number): void {
    const at = this.rowOf.get(row)!;
    for (const [from, to] of this.columnOf) this.set(at, to, this.held(row, from, at));
  }

  /** Where each row will stand: formulas name rows below, too. */
  private layRows(): void {
    const { sheet, layout } = this.before;
    const projects = new Set(layout.projectRows);
    let next = sheet.firstRow;
    for (let row = sheet.firstRow; row < sheet.firstRow + sheet.rowCount; row++) {
      this.rowOf.set(row, next);
      const used = projects.has(row) ? this.kinds.filter((kind) => this.isUsed(row, kind)).length : 1;
      if (projects.has(row)) this.lastRowOf.set(row, next + Math.max(0, used - 1));
      next += Math.max(1, used);
    }
  }

  private held(row: number, column: number, at: number): CellInput {
    const { sheet } = this.before;
    const formula = formulaAt(sheet, row, column);
    return {
      value: valueAt(sheet, row, column),
      format: numberFormatAt(sheet, row, column),
      ...(formula === null ? {} : { formula: this.movedFormula(formula, row, at) }),
    };
  }

  private movedFormula(formula: string, row: number, at: number): string {
    return formula.replace(/(?<![A-Za-z$!])[A-Z]{1,2}\d{1,4}(?![\d(A-Za-z])/g, (address) => {
      const cell = parseAddress(address)!;
      const to = this.columnOf.get(cell.column) ?? cell.column;
      return toAddress(cell.row === row ? at : (this.rowOf.get(cell.row) ?? cell.row), to);
    });
  }

  private set(row: number, column: number, cell: CellInput): void {
    const { firstRow, firstColumn } = this.before.plan;
    const i = row - firstRow;
    while (this.rows.length <= i) this.rows.push([]);
    this.rows[i]![column - firstColumn] = cell;
  }
}
