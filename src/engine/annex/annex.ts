import type { CellPosition, CellRange } from '../sheet/address';
import type { Span } from '../sheet/snapshot';
import type {
  FieldId,
  GroupField,
  IndicatorKind,
  IndicatorRole,
  MoneyField,
  RateField,
  ScoreField,
} from './field-id';
import type { Statement, Verdict } from '../quantity';
import type { Wording } from './reading/wording';
import type { CellRef, Place } from './place';
import type { StatedFacts } from './stated-facts';
import type { NumberCell } from './values/number-cell';
import type { RateCell, RateHabit } from './values/rate-cell';
import type { TextCell } from './values/text-cell';
import type { MoneyUnit } from './vocabulary/money-units';

/**
 * - `wide`: one project a row; `form`: the vertical form of 财预〔2020〕10号; `department-form`: a whole department
 * - `goal` (targets only), `allocation` (money only) and `progress` (a year still running) are no
 *   self-evaluations: they are recognised and left alone
 */
export type Layout = 'wide' | 'form' | 'department-form' | 'goal' | 'allocation' | 'progress';

/** The layouts that rules are run on. */
export const REVIEWED_LAYOUTS: readonly Layout[] = ['wide', 'form', 'department-form'];

/** One indicator of one project: what is not in the annex is `null`, what is blank is a cell. */
export interface Indicator {
  readonly kind: IndicatorKind;
  /** Whether the header names only the level (产出, 效益) and the kind is the most common one of it. */
  readonly kindGuessed: boolean;
  readonly name: TextCell | null;
  readonly target: TextCell | null;
  readonly result: TextCell | null;
  readonly weight: NumberCell | null;
  readonly score: NumberCell | null;
  /** The points that another party than the unit gives; `null` where none does. */
  readonly reviewedScore: NumberCell | null;
  /** 得分系数, as the cell holds it: 0.85, 85%, 85 or 100%; `null` where the annex has no place for it. */
  readonly coefficient: NumberCell | null;
  readonly deviation: TextCell | null;
  readonly operator: TextCell | null;
  readonly measureUnit: TextCell | null;
  /** The target with the operator and the measure word of their own columns; `null` where it is not answered. */
  readonly asked: Statement | null;
  /** Whether the result reaches what is asked, as far as the texts tell; `null` without a target or a result. */
  readonly verdict: Verdict | null;
  /** The same for indicators of one kind and of equal texts. */
  readonly wording: Wording;
}

/** Text fields of a project that rules read. */
export const NARRATIVE_FIELDS = [
  'annualGoal',
  'goalCompletion',
  'problems',
  'rectification',
  'deviation',
  'conclusion',
  'remarks',
  'grade',
] as const;
export type NarrativeField = (typeof NARRATIVE_FIELDS)[number];

export type MoneyCells = Readonly<Partial<Record<MoneyField, NumberCell>>>;
export type RateCells = Readonly<Partial<Record<RateField, RateCell>>>;
export type ScoreCells = Readonly<Partial<Record<ScoreField, NumberCell>>>;
export type NarrativeCells = Readonly<Partial<Record<NarrativeField, TextCell>>>;

/** What one party beside the unit says of a project: the total and the grade it gives. */
export interface PartyReview {
  /** Whose review it is, as the header says. */
  readonly party: string;
  readonly score: NumberCell | null;
  readonly grade: TextCell | null;
}

/** The points of one group that is none of the nine kinds of indicator. */
export interface GroupPoints {
  /** The group as the header names it. */
  readonly label: string;
  readonly weight: NumberCell | null;
  /** 得分率; `null` where the table has no column for it. */
  readonly rate: RateCell | null;
  readonly score: NumberCell | null;
}

/** Names an annex among those of a workbook, and a project among all of theirs: good for one review only. */
export type AnnexId = string;
export type ProjectId = string;

/** Where the cells of one indicator stand, by what they say of it. */
export interface IndicatorRefs {
  readonly kind: IndicatorKind;
  readonly kindGuessed: boolean;
  readonly cells: Readonly<Partial<Record<IndicatorRole, CellRef>>>;
}

/** A cell and the field that it bears. */
export interface FieldCell extends CellRef {
  readonly field: FieldId;
}

/** Where a project stands, without what its cells hold. */
export interface ProjectFrame {
  readonly id: ProjectId;
  /** '' where nothing can be read where the name is due; `null` where the layout asks for none: the department itself. */
  readonly name: string | null;
  /** The unit it belongs to, carried down over merged or blank cells; `null` where the annex names none. */
  readonly unit: string | null;
  /** 0-based sheet rows: from that of its name to the last that carries more of its indicators. */
  readonly rows: Span;
  /** Rows of a wide table below the project's own that carry more of its indicators, 0-based; absent: none. */
  readonly moreRows?: readonly number[];
  /** The project's cells, where the annex is a form; absent: its rows × the places of the annex. */
  readonly cells?: Readonly<Partial<Record<FieldId, CellRef>>>;
  /** Further cells that bear the field of another one, and those of rows that only a template has filled. */
  readonly further?: readonly FieldCell[];
  /** Its indicators, where the annex is a form; absent: as the annex has them in each row. */
  readonly indicatorRefs?: readonly IndicatorRefs[];
  /**
   * Where the indicators of a wide table are rows: the kind of each of `rows`, from the first on; `null` for a row that
   * holds none. Projects with the same kinds share one list.
   */
  readonly rowKinds?: readonly (IndicatorKind | null)[];
}

/** One project of the annex, its cells read as they are asked for. It never leaves its thread. */
export interface Project extends ProjectFrame {
  /** How many projects of the annex stand before it. */
  readonly index: number;
  readonly name: string;
  /** 0-based sheet row of the project's name; `lastRow` where its indicators continue below. */
  readonly row: number;
  readonly lastRow: number;
  readonly nameCell: TextCell;
  /** 序号; `null` where the annex has no such place. */
  readonly sequence: NumberCell | null;
  readonly money: MoneyCells;
  /** The primary rate, `executionRate`. */
  readonly rate: RateCell | null;
  /** All rates of the project, the primary one too. */
  readonly rates: RateCells;
  readonly narrative: NarrativeCells;
  readonly scores: ScoreCells;
  /** What others than the unit say of it, in the order of their columns. */
  readonly reviews: readonly PartyReview[];
  /** Points by groups that are no kinds of indicator, in the order of their columns. */
  readonly groups: readonly GroupPoints[];
  readonly indicators: readonly Indicator[];
}

/** A 合计 or 小计 row. */
export interface TotalRow {
  /** 0-based sheet row. */
  readonly row: number;
  readonly level: 'total' | 'subtotal';
  readonly label: string;
  readonly money: MoneyCells;
  readonly rate: RateCell | null;
  /** How many of the annex's projects stand above this row. */
  readonly projectsAbove: number;
}

/** Something to be filled in outside the table: "主管部门（盖章）：", "填报日期：". */
export interface HeadEntry extends CellPosition {
  /** The label as written, without the colon. */
  readonly label: string;
  /** What stands behind the label, in its own cell or the next one; '' where nothing does. */
  readonly answer: string;
}

/** A text outside the table, by the cell that it stands in (0-based sheet position). */
export interface NoteText extends CellPosition {
  readonly text: string;
}

/** An indicator that every row of a wide table has room for. */
export interface IndicatorTemplate {
  readonly kind: IndicatorKind;
  /** Whether the header names only the level (产出, 效益) and the kind is the most common one of it. */
  readonly kindGuessed: boolean;
  /** Indexes into the places of the annex. */
  readonly places: Readonly<Partial<Record<IndicatorRole, number>>>;
}

/** The columns of a table whose indicators are rows: indexes into the places of the annex. */
export interface IndicatorRowTemplate {
  /** 一级指标 and 二级指标; absent where the table has no such column. */
  readonly level1?: number;
  readonly level2?: number;
  readonly places: Readonly<Partial<Record<IndicatorRole, number>>>;
}

/** The columns of one party's review: indexes into the places of the annex. */
export interface ReviewTemplate {
  readonly party: string;
  readonly score?: number;
  readonly grade?: number;
}

/** The columns of one group of points: indexes into the places of the annex. */
export interface GroupTemplate {
  readonly label: string;
  readonly places: Readonly<Partial<Record<GroupField, number>>>;
}

/**
 * What recognition makes of one table: plain values, each with the cell that it came from. It survives
 * `structuredClone` and JSON unchanged; what its cells hold is read by an `AnnexReading`.
 */
export interface Annex {
  readonly id: AnnexId;
  readonly layout: Layout;
  /** The worksheet that it stands on, by the host's lasting id and by its name. */
  readonly sheet: { readonly id: string; readonly name: string };
  /** Everything that belongs to the annex: title, header, rows and notes. */
  readonly range: CellRange;
  readonly title: string | null;
  readonly year: number | null;
  readonly department: string | null;
  /** What the lines above the table and the signature lines below it ask to be filled in. */
  readonly entries: readonly HeadEntry[];
  /** The texts under the table: notes and signature lines, in the order of the sheet. */
  readonly notes: readonly NoteText[];
  readonly moneyUnit: MoneyUnit | null;
  /** First and last header row, 0-based; `null` for a form. */
  readonly headerRows: readonly [number, number] | null;
  /** First and last row of projects, 0-based. */
  readonly dataRows: readonly [number, number];
  /** Every labelled place, those of which no field is known too, in the order of the sheet. */
  readonly places: readonly Place[];
  /** Labelled cells of a form beside its places: no field of them is known, nor that they are part of it; absent: none. */
  readonly asides?: readonly Place[];
  /** What a wide table has room for in each of its rows; empty for a form, whose projects have their own. */
  readonly indicators: readonly IndicatorTemplate[];
  /** What each row tells of one indicator, where the indicators of a wide table are rows; else `null`. */
  readonly indicatorRows: IndicatorRowTemplate | null;
  /** The reviews of other parties that every row has room for. */
  readonly reviews: readonly ReviewTemplate[];
  /** The groups of points that every row has room for. */
  readonly groups: readonly GroupTemplate[];
  /** How the rates of the annex are written. */
  readonly rateHabit: RateHabit;
  /** The same of the places of further rates, by the index of the place; absent: as `rateHabit`. */
  readonly rateHabits: Readonly<Record<number, RateHabit>>;
  /** In the order of the sheet. */
  readonly projects: readonly ProjectFrame[];
  readonly totals: readonly TotalRow[];
  /** The fields that the annex has a place for, each once. */
  readonly fields: readonly FieldId[];
  /** What its labels state beside naming fields. */
  readonly stated: StatedFacts;
  /** Hidden rows and columns within `range`, 0-based. */
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
  /** Cells within `range` of which it is not known what they show, in the order of the sheet. */
  readonly unknownCells: readonly CellPosition[];
  /** Merged ranges that reach into `range`, 0-based; none where the host did not tell. */
  readonly merges: readonly CellRange[];
  /** The most decimals any money cell of the annex shows or stores (at most 6). */
  readonly moneyDecimals: number;
}

/** An annex with its projects, whose cells are read as they are asked for. It never leaves its thread. */
export interface AnnexView extends Annex {
  readonly projects: readonly Project[];
}
