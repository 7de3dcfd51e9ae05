import type {
  FieldId,
  FundSource,
  IndicatorKind,
  IndicatorRole,
} from '../../../../src/engine/annex/field-id';
import type { SheetSnapshot } from '../../../../src/engine/sheet/snapshot';
import type { Amounts, CleanProject, Plan, PlannedIndicator } from '../annex-generator/model';
import type { CellInput } from '../sheet-builder';
import type { FormMark } from './writer';

/** What a style of form needs its project to be like. */
export interface ContentNeeds {
  /** Points of the execution rate; 0 where it has none. */
  readonly ratePoints: number;
  /** Points of all indicators together. */
  readonly points: number;
  readonly funds: readonly FundSource[];
  /** The form has a budget of the year's beginning beside that of the year. */
  readonly initialBudget: boolean;
  /** Operator, number and measure word stand in columns of their own. */
  readonly measured: boolean;
  /** There is a place to say why the money was not spent. */
  readonly explains: boolean;
  /** Indicators have a column of reasons. */
  readonly reasons: boolean;
  readonly moneyUnit: '元' | '万元';
}

/** All that is said in one form. */
export interface FormContent extends ContentNeeds {
  readonly year: number;
  readonly name: string;
  readonly unit: string;
  readonly department: string;
  readonly person: string;
  readonly amounts: Amounts;
  readonly rate: RateStyle;
  /** In the order of their kinds. */
  readonly indicators: readonly PlannedIndicator[];
  readonly goal: string;
  readonly completion: string;
  readonly moneyReason: string | null;
  readonly nothing: string | null;
  readonly totalScore: number;
  /** The same project as that of a row of a table, for the faults of rows. */
  readonly plan: Plan;
  readonly project: CleanProject;
  /** What cells hold instead, by field; of indicators those of the first one of a kind. Empty where no fault is planted. */
  readonly instead: ReadonlyMap<FieldId, CellInput>;
}

/** How a form keeps its rate: a fraction with a percent format, without one, in hundreds, as a text, as a formula. */
export type RateStyle = 'fraction' | 'bare' | 'percent' | 'text' | 'formula';

/** How the levels of indicators stand beside several rows of them. */
export type LevelStyle = 'merged' | 'blank' | 'repeated';

/** What varies from sheet to sheet whatever the style of its forms is. */
export interface FormOptions {
  readonly titled: boolean;
  readonly marked: boolean;
  readonly levels: LevelStyle;
  /** The points of a first level are printed behind its name. */
  readonly levelPoints: boolean;
  /** The template's rows were left below those filled in. */
  readonly template: boolean;
  /** Parts of an indicator stand in rows below it. */
  readonly parts: boolean;
  readonly notes: boolean;
  readonly signatures: boolean;
  /** What stands in cells in which nothing is to be filled in. */
  readonly filler: string | null;
}

export interface IndicatorTruth {
  /** 0-based sheet row. */
  readonly row: number;
  readonly kind: IndicatorKind;
  /** A1 addresses. */
  readonly cells: Readonly<Partial<Record<IndicatorRole, string>>>;
}

/** What recognition must make of a form. */
export interface FormTruth {
  readonly style: string;
  readonly layout: 'form' | 'department-form';
  /** A1 notation. */
  readonly range: string;
  readonly title: string | null;
  readonly year: number | null;
  readonly moneyUnit: string | null;
  readonly name: string | null;
  readonly unit: string | null;
  /** A1 address → field; without the fields of indicators. */
  readonly fields: Readonly<Record<string, FieldId>>;
  /** Money in the form's unit, rates as fractions. */
  readonly values: Readonly<Partial<Record<FieldId, number>>>;
  readonly indicators: readonly IndicatorTruth[];
  /** `null`: the form is clean. */
  readonly fault: FormFault | null;
}

/** A fault of a form: the rules that tell of it, and where. */
export interface FormFault {
  readonly kind: string;
  readonly rules: readonly string[];
  /** A note is enough; other faults are to be an error or a warning. */
  readonly note: boolean;
  /** A1 addresses at which it may be reported. */
  readonly cells: readonly string[];
}

/** A wide table between forms. */
export interface WideTruth {
  readonly layout: 'wide';
  readonly title: string;
  /** Names in their order. */
  readonly projects: readonly string[];
}

/** A sheet of forms, with what must be found in it, from top to bottom. */
export interface GeneratedForms {
  readonly seed: number;
  /** What the sheet was made with, for the message of a failing test. */
  readonly recipe: string;
  readonly sheet: SheetSnapshot;
  readonly annexes: readonly (FormTruth | WideTruth)[];
}

/** One cell of a line; those of width 0 are left out. */
export interface LineCell {
  readonly value?: CellInput;
  readonly width?: number;
  readonly field?: FieldId;
  readonly mark?: FormMark;
}
