import type { FieldId, IndicatorKind, IndicatorRole } from '../../../../src/engine/annex/field-id';
import { toAddress } from '../../../../src/engine/sheet/address';
import type { Random } from '../../random';
import type { CellInput } from '../sheet-builder';
import type { Canvas } from './canvas';
import type { FormContent, FormOptions, IndicatorTruth, LineCell } from './model';

/** Points beside a source of money; a coefficient; the name of a first level; the name of a signature. */
export type FormMark = 'sourcePoints' | 'coefficient' | 'level1' | 'signature';

/** Draws one form line by line, and notes where its fields are. */
export class FormWriter {
  readonly fields: Record<string, FieldId> = {};
  readonly indicators: IndicatorTruth[] = [];
  /** The first indicator of each kind that the project has, whatever kind the form lets one read. */
  readonly firstOf = new Map<IndicatorKind, IndicatorTruth>();
  /** Cells that a fault of forms may stand in. A1 addresses. */
  readonly marks = new Map<FormMark, string[]>();
  title: string | null = null;
  year: number | null = null;
  private indent = 0;

  constructor(
    readonly canvas: Canvas,
    /** 0-based column in which the form begins. */
    readonly column: number,
    readonly content: FormContent,
    readonly options: FormOptions,
    readonly random: Random,
    /** 0-based column that stays blank, what would stand there or behind it standing one further; none where undefined. */
    private readonly spacer?: number,
  ) {}

  /** Where a 0-based sheet column stands with the blank one. */
  private shifted(column: number): number {
    return this.spacer !== undefined && column >= this.spacer ? column + 1 : column;
  }

  get row(): number {
    return this.canvas.next;
  }

  /** The address of a cell of the form, by its 0-based column in the block that is being drawn. */
  address(row: number, column: number): string {
    return toAddress(row, this.shifted(this.column + this.indent + column));
  }

  /** Writes cells side by side and goes to the next row. */
  line(...cells: readonly LineCell[]): void {
    let next = this.column + this.indent;
    for (const { value, width = 1, field, mark } of cells) {
      const column = this.shifted(next);
      const address = toAddress(this.row, column);
      const shown = field ? this.instead(field, value) : value;
      this.canvas.put(this.row, column, shown, this.shifted(next + width - 1) - column + 1);
      if (field) this.fields[address] = field;
      if (mark) this.mark(mark, address);
      next += width;
    }
    this.canvas.next++;
  }

  /** Notes a cell for the faults of forms. */
  mark(mark: FormMark, address: string): void {
    this.marks.set(mark, [...(this.marks.get(mark) ?? []), address]);
  }

  /** What the first cell of a field holds: what a fault has put there, or what is due. */
  private instead(field: FieldId, due: CellInput | undefined): CellInput | undefined {
    const { instead } = this.content;
    if (!instead.has(field) || Object.values(this.fields).includes(field)) return due;
    const value = instead.get(field);
    if (typeof value !== 'object' || value === null || !('value' in value) || !value.formula) return value;
    const at = (own: string): string =>
      Object.keys(this.fields).find((address) => this.fields[address] === own) ?? 'A1';
    return { ...value, formula: value.formula.replace(/\{(\w+)\}/g, (_match, own: string) => at(own)) };
  }

  /** Writes a label to the left of the rows that `draw` makes, merged down beside them. */
  section(label: string | null, width: number, draw: () => void): void {
    const first = this.row;
    this.indent += width;
    draw();
    this.indent -= width;
    if (label !== null) this.span(first, 0, label, width);
  }

  /** Writes one cell, by its 0-based column in the block that is being drawn. */
  put(row: number, column: number, value: CellInput, width = 1, height = 1): void {
    const at = this.column + this.indent + column;
    const first = this.shifted(at);
    this.canvas.put(row, first, value, this.shifted(at + width - 1) - first + 1, height);
  }

  /** Writes a cell that reaches down to the row before the next one. */
  span(first: number, column: number, value: CellInput, width = 1): void {
    this.put(first, column, value, width, this.row - first);
  }

  /** The title, with the year in it or below it, and the mark above it. */
  head(mark: string, title: string, width: number): void {
    const { options, content, random } = this;
    if (options.marked && options.titled) this.line({ value: mark });
    if (!options.titled) return;
    this.year = content.year;
    if (random.chance(0.5)) {
      this.title = random.chance(0.5) ? `${content.year}年度${title}` : `${title}（${content.year}年度）`;
      this.line({ value: this.title, width });
    } else {
      this.title = title;
      this.line({ value: title, width });
      this.line({
        value: random.pick([`（${content.year}年度）`, `(${content.year}年度)`, `${content.year}年度`]),
        width,
      });
    }
  }

  /**
   * Notes an indicator of the row that comes next.
   *
   * @param planned the kind that it has in the project; the form may not tell it
   */
  indicator(
    kind: IndicatorKind,
    columns: readonly (readonly [IndicatorRole, number])[],
    planned?: IndicatorKind,
  ): void {
    const cells = columns.map(([role, column]) => [role, this.address(this.row, column)] as const);
    const truth = { row: this.row, kind, cells: Object.fromEntries(cells) };
    this.indicators.push(truth);
    if (planned && !this.firstOf.has(planned)) this.firstOf.set(planned, truth);
  }

  /** A note and the line of signatures, where the sheet has them. */
  foot(width: number): void {
    const { options, content, random } = this;
    if (options.notes) this.line({ value: random.pick(NOTES), width });
    if (options.signatures)
      this.line(
        { value: `填表人：${content.person}`, width: 2, mark: 'signature' },
        { value: '联系电话：', width: 2 },
        { value: `填报日期：${content.year + 1}年2月6日`, width: Math.max(1, width - 4) },
      );
  }
}

const NOTES = [
  '注：1.其他资金包括与财政资金、地方财政资金共同投入到同一项目的自有资金、社会资金等。2.得分一档最高不能超过该指标分值上限。',
  '填报说明：本表由项目实施单位填写，主管部门审核。',
  '注：定量指标按完成比例计分，定性指标按达成程度分三档计分。',
];
