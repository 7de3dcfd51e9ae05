import { isBlankValue, isCellError, isUnknown } from '../../sheet/cell-value';
import { valueAt, type SheetSnapshot } from '../../sheet/snapshot';
import type { TotalRow } from '../annex';
import type { Place } from '../place';
import type { JudgingContext } from './indicator-cells';
import { RowReader } from './row-reader';
import { ReadingWindow, WideProject } from './wide-project';
import { sectionName } from './wide-rows';

/** Reads the projects and sums of one wide table, row by row from the top (0-based sheet rows). */
export class ProjectReader {
  readonly projects: WideProject[] = [];
  /** The most decimals any money cell of a project shows or stores (at most 6). */
  moneyDecimals = 0;
  private readonly rows: RowReader;
  private readonly window = new ReadingWindow();
  private readonly unitColumn: number;
  private unit: string | null = null;

  /** `firstRow` is the first row of the table's body. */
  constructor(
    private readonly sheet: SheetSnapshot,
    places: readonly Place[],
    context: JudgingContext,
    firstRow: number,
  ) {
    this.rows = new RowReader(sheet, places, context, firstRow);
    this.unitColumn = places.find(({ field }) => field === 'unit')?.line ?? -1;
  }

  project(row: number): void {
    this.unit = this.textOrNull(row, this.unitColumn) ?? this.unit;
    this.moneyDecimals = Math.max(this.moneyDecimals, this.rows.moneyDecimals(row));
    this.projects.push(new WideProject(this.rows, this.window, this.projects.length, row, this.unit));
  }

  /** Gives the indicators of a row without a name to the project above. */
  extend(row: number): void {
    this.projects[this.projects.length - 1]?.extend(row);
  }

  /** A heading over rows names the unit, where the table has no column for it. */
  section(row: number): void {
    if (this.unitColumn >= 0) return;
    const heading = (this.sheet.values[row - this.sheet.firstRow] ?? []).find(
      (value) => typeof value === 'string' && value.trim() !== '',
    );
    if (typeof heading === 'string') this.unit = sectionName(heading);
  }

  /** The figures of a row of sums. */
  sums(row: number): Pick<TotalRow, 'money' | 'rate'> {
    return { money: this.rows.money(row), rate: this.rows.rate(row) };
  }

  private textOrNull(row: number, column: number): string | null {
    const value = column < 0 ? null : valueAt(this.sheet, row, column);
    if (value === null || isBlankValue(value) || isCellError(value) || isUnknown(value)) return null;
    return String(value).trim();
  }
}
