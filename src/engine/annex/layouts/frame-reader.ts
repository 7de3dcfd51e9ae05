import { StatementCache } from '../../quantity';
import { isBlankValue, isCellError, isUnknown } from '../../sheet/cell-value';
import { numberFormatAt, valueAt, type SheetSnapshot } from '../../sheet/snapshot';
import type { AnnexId, ProjectFrame, TotalRow } from '../annex';
import type { IndicatorKind } from '../field-id';
import type { LabelReader } from '../header/label-features';
import { namePlace, RowReader, type WideTable } from '../reading/row-reader';
import type { PrintedPoints } from '../stated-facts';
import { displayText } from '../values/text-cell';
import { isUnitName } from './heading-sums';
import { IndicatorRowReader } from './indicator-row-reader';
import { sectionName } from './wide-rows';

/** A project whose further rows are still to come. */
interface Draft extends ProjectFrame {
  name: string | null;
  readonly rows: { readonly first: number; last: number };
  moreRows?: number[];
  rowKinds?: readonly (IndicatorKind | null)[];
}

/** So many rows without a name, and such a part of all, are named by the one above. */
const FEWEST_NAMELESS = 2;
const NAMELESS_SHARE = 0.2;

/** Reads the frames of the projects and the sums of one wide table, row by row from the top (0-based sheet rows). */
export class FrameReader {
  readonly projects: Draft[] = [];
  /** The most decimals any money cell of a project shows or stores (at most 6). */
  moneyDecimals = 0;
  private readonly rows: RowReader;
  private readonly indicators: IndicatorRowReader | null;
  private readonly nameColumn: number;
  private readonly unitColumn: number;
  private unit: string | null = null;
  /** Projects whose name is left blank, by their indexes. */
  private readonly nameless: number[] = [];

  constructor(
    private readonly sheet: SheetSnapshot,
    labels: LabelReader,
    table: WideTable,
    private readonly annex: AnnexId,
  ) {
    // Nothing but numbers is read here.
    this.rows = new RowReader(sheet, table, new StatementCache());
    this.indicators = table.indicatorRows
      ? new IndicatorRowReader(sheet, labels, table.indicatorRows, table.places)
      : null;
    const column = (field: string): number => table.places.find((place) => place.field === field)?.line ?? -1;
    this.nameColumn = table.places[namePlace(table.places)]?.line ?? -1;
    this.unitColumn = column('unit');
  }

  /** 0-based row of the last project's name; -1 before the first. */
  get lastProject(): number {
    return this.projects[this.projects.length - 1]?.rows.first ?? -1;
  }

  /** The kinds of the indicators that are rows, each once, in the order in which they first come. */
  get kinds(): readonly IndicatorKind[] {
    return this.indicators?.kinds ?? [];
  }

  /** The first level of cost, where the rows of indicators have it beside 产出 or 效益. */
  get costLevel(): string | null {
    return this.indicators?.costLevel ?? null;
  }

  get printedPoints(): readonly PrintedPoints[] {
    return this.indicators?.printedPoints ?? [];
  }

  project(row: number): void {
    this.finish();
    this.unit = this.textOrNull(row, this.unitColumn) ?? this.unit;
    this.moneyDecimals = Math.max(this.moneyDecimals, this.rows.moneyDecimals(row));
    if (isBlankValue(valueAt(this.sheet, row, this.nameColumn))) this.nameless.push(this.projects.length);
    this.projects.push({
      id: `${this.annex}/${this.projects.length}`,
      name: this.name(row),
      unit: this.unit,
      rows: { first: row, last: row },
    });
    this.indicators?.read(row);
  }

  /** Closes the last project; to be called once more at the end. */
  finish(): void {
    const kinds = this.indicators?.take();
    const project = this.projects[this.projects.length - 1];
    if (kinds && project) project.rowKinds = kinds;
  }

  /**
   * Names the rows below a name that stands once for several of them: batches, or a name merged down. Where few rows have
   * none, the name is missing, and nobody knows it.
   *
   * @param belowNames rows over which a name is merged down
   */
  nameBatches(belowNames: ReadonlySet<number>): void {
    const { projects, nameless } = this;
    const usual = nameless.length >= FEWEST_NAMELESS && nameless.length >= projects.length * NAMELESS_SHARE;
    for (const index of nameless) {
      const before = projects[index - 1];
      const project = projects[index]!;
      if (before && (usual || belowNames.has(project.rows.first))) project.name = before.name;
    }
  }

  /** Gives the indicators of a row without a name to the project above. */
  extend(row: number): void {
    const project = this.projects[this.projects.length - 1];
    if (!project) return;
    project.rows.last = row;
    if (this.indicators) this.indicators.read(row);
    else (project.moreRows ??= []).push(row);
  }

  /** A heading over rows names the unit, where the table has no column for it. */
  section(row: number): void {
    if (this.unitColumn >= 0) return;
    const heading = (this.sheet.values[row - this.sheet.firstRow] ?? []).find(
      (value) => typeof value === 'string' && value.trim() !== '',
    );
    if (typeof heading === 'string') this.unit = sectionName(heading);
  }

  /** A row of sums over its projects names their unit: in the column of units, or where it is called like one. */
  heading(row: number): void {
    const unit = this.textOrNull(row, this.unitColumn);
    if (unit !== null && !/[小合总共]计/.test(unit)) this.unit = unit;
    const name = this.unitColumn < 0 ? this.textOrNull(row, this.nameColumn) : null;
    if (name !== null && isUnitName(name)) this.unit = name;
  }

  /** The figures of a row of sums. */
  sums(row: number): Pick<TotalRow, 'money' | 'rate'> {
    const rows = { rows: { first: row, last: row } };
    return { money: this.rows.money(rows), rate: this.rows.rate(rows) };
  }

  /** '' where the cell shows no text that could be a name. */
  private name(row: number): string {
    const value = valueAt(this.sheet, row, this.nameColumn);
    if (isCellError(value) || isUnknown(value)) return '';
    return displayText(value, numberFormatAt(this.sheet, row, this.nameColumn));
  }

  private textOrNull(row: number, column: number): string | null {
    const value = column < 0 ? null : valueAt(this.sheet, row, column);
    if (value === null || isBlankValue(value) || isCellError(value) || isUnknown(value)) return null;
    return String(value).trim();
  }
}
