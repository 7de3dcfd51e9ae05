import { valueAt, type SheetSnapshot } from '../../sheet/snapshot';
import type { IndicatorRowTemplate } from '../annex';
import type { IndicatorKind } from '../field-id';
import type { LabelReader } from '../header/label-features';
import type { Place } from '../place';
import { pointsIn, type PrintedPoints } from '../stated-facts';
import { foldText } from '../text';
import { presenceOf } from '../values/presence';
import { RowKinds } from './row-kinds';

export type RowKindList = readonly (IndicatorKind | null)[];

/**
 * Reads the kinds of indicators that are rows, project by project, their levels carried down over merged or blank
 * cells. Rows are 0-based sheet rows.
 */
export class IndicatorRowReader {
  readonly kinds: IndicatorKind[] = [];
  private readonly known: RowKinds;
  /** Lists that projects share, by what they hold. */
  private readonly shared = new Map<string, RowKindList>();
  private own: (IndicatorKind | null)[] = [];
  private firstRow = -1;
  private level1 = '';
  private level2 = '';
  private cost: string | null = null;
  private hasOthers = false;
  private readonly printed = new Map<string, number>();
  private readonly columns: Readonly<Record<'level1' | 'level2', number>>;
  private readonly saying: readonly number[];

  constructor(
    private readonly sheet: SheetSnapshot,
    labels: LabelReader,
    { level1, level2, places }: IndicatorRowTemplate,
    all: readonly Place[],
  ) {
    this.known = new RowKinds(labels);
    const column = (place: number | undefined): number => (place === undefined ? -1 : all[place]!.line);
    this.columns = { level1: column(level1), level2: column(level2) };
    this.saying = [places.name, places.target, places.result].map(column).filter((line) => line >= 0);
  }

  /** Cost as a first level beside 产出 or 效益, as written; `null` where the rows have no such level. */
  get costLevel(): string | null {
    return this.hasOthers ? this.cost : null;
  }

  /** The points that first levels print behind their names, each once. */
  get printedPoints(): PrintedPoints[] {
    return [...this.printed].map(([label, points]) => ({ label, points, places: [], depth: 0 }));
  }

  /** Takes a row into the project that is being read. */
  read(row: number): void {
    if (this.firstRow < 0) this.firstRow = row;
    // Rows between that belong to nobody.
    while (this.own.length < row - this.firstRow) this.own.push(null);
    const kind = this.isSum(row) ? null : this.kindIn(row);
    if (kind && !this.kinds.includes(kind)) this.kinds.push(kind);
    this.own.push(kind);
  }

  /** The kinds of the rows read since the last time; `null` where none was. */
  take(): RowKindList | null {
    if (this.firstRow < 0) return null;
    const key = this.own.join();
    const list = this.shared.get(key) ?? this.own;
    if (this.shared.size < MOST_SHARED) this.shared.set(key, list);
    this.own = [];
    this.firstRow = -1;
    this.level1 = this.level2 = '';
    return list;
  }

  private kindIn(row: number): IndicatorKind | null {
    this.turnTo(row);
    return this.saysAnything(row) ? this.known.kindOf(this.level1, this.level2) : null;
  }

  /** The points of a project may be added up below its indicators. */
  private isSum(row: number): boolean {
    const { level1, level2 } = this.columns;
    return [level1, level2, ...this.saying].some((column) => SUM.test(foldText(this.text(row, column))));
  }

  private turnTo(row: number): void {
    const level1 = this.text(row, this.columns.level1);
    const level2 = this.text(row, this.columns.level2);
    // What stands below another first level belongs to that.
    if (level1 !== '' && level1 !== this.level1) {
      this.level1 = level1;
      this.level2 = '';
      this.noteLevel(level1);
    }
    if (level2 !== '') this.level2 = level2;
  }

  private noteLevel(text: string): void {
    const points = pointsIn(text);
    if (points !== null && this.printed.size < MOST_PRINTED) this.printed.set(text, points);
    const name = foldText(text).replace(/[([].*$|\d.*$/, '');
    if (COST.test(name)) this.cost ??= text;
    else if (OTHER_LEVEL.test(name)) this.hasOthers = true;
  }

  /** A row is an indicator where it names one, asks for something or says what was reached. */
  private saysAnything(row: number): boolean {
    return this.saying.some((column) => {
      const value = valueAt(this.sheet, row, column);
      const presence = presenceOf(value);
      if (presence === 'blank' || presence === 'placeholder') return false;
      return typeof value !== 'string' || value.length > 8 || !TEMPLATE.test(foldText(value));
    });
  }

  private text(row: number, column: number): string {
    const value = column < 0 ? null : valueAt(this.sheet, row, column);
    return typeof value === 'string' ? value.trim() : '';
  }
}

const SUM = /^(?:小计|合计|总计|总分|得分合计|分值合计)$/;

/** "指标2：", printed to be replaced. */
const TEMPLATE = /^指标\d*:?$/;

const COST = /^成本(?:类?指标|目标)?$/;
const OTHER_LEVEL = /^(?:产出|效[益果])(?:类?指标|目标)?$/;

const MOST_PRINTED = 64;

/** Tables have some dozens of different lists; what is rarer is not worth looking for. */
const MOST_SHARED = 4096;
