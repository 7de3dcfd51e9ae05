import type { CellPosition, CellRange } from './address';
import type { CellValue } from './cell-value';

/** How cells of a planned worksheet look. Every property left out is the host's default. */
export interface PlanStyle {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  /** Points. */
  readonly fontSize?: number;
  readonly fontName?: string;
  /** "#RRGGBB". */
  readonly fill?: string;
  readonly fontColor?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center';
  readonly wrap?: boolean;
  readonly border?: 'thin';
}

/**
 * One cell: a text or number, or a formula with the value the engine computed for it, so that hosts without a
 * calculator can show it. A text is written as text whatever it looks like ("=cmd()").
 */
export type PlanCell = (
  { readonly value: CellValue } | { readonly formula: string; readonly value: CellValue }
) & {
  /** Index into the plan's `styles`. */
  readonly style?: number;
};

/** A cell that leads to a cell of another worksheet of the same workbook. */
export interface PlanLink extends CellPosition {
  readonly sheetName: string;
  /** A1 address on that worksheet. */
  readonly address: string;
  readonly tooltip?: string;
}

/** A list to choose from in every cell of a range. */
export interface PlanChoice {
  readonly range: CellRange;
  readonly values: readonly string[];
}

/** A chart over cells of the plan's own worksheet, which need not be neighbours. */
export interface PlanChart {
  readonly type: 'column' | 'bar' | 'pie';
  readonly title: string;
  /** The labels, without their heading. */
  readonly categories: CellRange;
  /** At least one; of a pie the first is drawn. */
  readonly series: readonly PlanSeries[];
  readonly at: CellRange;
}

export interface PlanSeries {
  /** The cell that names the series. */
  readonly name: CellPosition;
  /** As many cells as the chart has categories. */
  readonly values: CellRange;
}

/** The rollup sheets of this product, each known by its key, not by its name. */
export const OWN_SHEET_KEYS = [
  'unit-summary',
  'project-results',
  'rate-bands',
  'indicator-results',
  'review-opinions',
  'issue-list',
] as const;
export type OwnSheetKey = (typeof OWN_SHEET_KEYS)[number];

/** A worksheet as data. All positions are 0-based; `rows` begin at A1 and may be ragged; `null` is a blank cell. */
export interface SheetPlan {
  readonly key: OwnSheetKey;
  /** The name to give the worksheet when it is first inserted; a number is added where it is taken. */
  readonly name: string;
  readonly rows: readonly (readonly (PlanCell | null)[])[];
  readonly styles: readonly PlanStyle[];
  readonly merges: readonly CellRange[];
  /** Width of each column in characters, left to right. */
  readonly columnWidths: readonly number[];
  /** 0-based columns that readers need not see, such as keys. */
  readonly hiddenColumns?: readonly number[];
  /** Heights in points of the rows that need their own. */
  readonly rowHeights: Readonly<Record<number, number>>;
  /** How many rows and columns stay in view. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly links: readonly PlanLink[];
  readonly choices: readonly PlanChoice[];
  readonly charts: readonly PlanChart[];
  readonly print: {
    readonly landscape: boolean;
    readonly fitToWidth: boolean;
    /** 0-based rows repeated on each printed page. */
    readonly titleRows: { readonly first: number; readonly last: number } | null;
    /** 0-based rows with which a new page begins; absent: pages end where they are full. */
    readonly breaks?: readonly number[];
  };
}

/** A planned worksheet of any kind, not only of ours. */
export type WorksheetPlan = Omit<SheetPlan, 'key'>;
