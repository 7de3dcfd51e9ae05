import type { AnnexView, Indicator, Layout, Project } from '../annex/annex';
import type { FieldId, IndicatorKind, IndicatorRole } from '../annex/field-id';
import type { CellRef } from '../annex/place';
import { foldText } from '../annex/text';
import type { NumberCell } from '../annex/values/number-cell';
import type { Presence } from '../annex/values/presence';
import type { RateCell } from '../annex/values/rate-cell';
import { displayText, type TextCell } from '../annex/values/text-cell';
import { YUAN_PER_UNIT } from '../annex/vocabulary/money-units';
import type { RuleOutcome } from '../review/rule-outcome';
import type { CellOnSheet, Finding } from '../rule/finding';

/** An annex of one of the two workbooks, reviewed. */
export interface ReviewedSide {
  readonly annex: AnnexView;
  readonly findings: readonly Finding[];
  readonly outcomes: readonly RuleOutcome[];
}

/** Names a cell of a workbook. */
export function cellKey({ sheetId, row, column }: CellOnSheet): string {
  return `${sheetId} ${row} ${column}`;
}

/** What one cell of a project says, by the field that it answers to. */
export interface ComparedValue extends CellOnSheet {
  readonly sheetName: string;
  readonly field: FieldId;
  /** As it is shown; '' where nothing stands. */
  readonly text: string;
  /** Money in 元, rates as fractions (1 = 100 %), points as they are; `null` where there is no figure. */
  readonly number: number | null;
}

/** An indicator of a project, with its cells by their roles. */
export interface ComparedIndicator {
  readonly kind: IndicatorKind;
  /** Folded: '' where nothing stands. */
  readonly name: string;
  readonly target: string;
  readonly result: string;
  /** Whether it stands in a column that every project of its annex has. */
  readonly columnar: boolean;
  readonly values: ReadonlyMap<string, ComparedValue>;
}

/** A project as it is compared with those of another workbook. */
export interface ComparedProject extends CellOnSheet {
  readonly sheetName: string;
  /** Index of its annex among those of the workbook. */
  readonly annex: number;
  readonly projectId: string;
  readonly layout: Layout;
  readonly name: string;
  readonly unit: string | null;
  /** By field, and the place among further cells of the same field. */
  readonly values: ReadonlyMap<string, ComparedValue>;
  readonly indicators: readonly ComparedIndicator[];
}

/** The projects of all annexes of a workbook, in the order of its annexes. */
export function comparedProjects(sides: readonly ReviewedSide[]): ComparedProject[] {
  return sides.flatMap(({ annex }, index) =>
    annex.projects.map((project) => compared(annex, index, project)),
  );
}

function compared(annex: AnnexView, index: number, project: Project): ComparedProject {
  const reader = new ValueReader(annex);
  const values = new Map<string, ComparedValue>();
  const put = (field: FieldId, value: ComparedValue | null): void => {
    if (!value) return;
    let key: string = field;
    for (let again = 2; values.has(key); again++) key = `${field}#${again}`;
    values.set(key, value);
  };
  for (const [field, cell] of Object.entries(project.money) as [FieldId, NumberCell][])
    for (const one of [cell, ...(cell.further ?? [])]) put(field, reader.number(field, one, reader.unit));
  for (const [field, cell] of Object.entries(project.rates) as [FieldId, RateCell][])
    for (const one of [cell, ...(cell.further ?? [])]) put(field, reader.rate(field, one));
  for (const [field, cell] of Object.entries(project.scores) as [FieldId, NumberCell][])
    put(field, reader.number(field, cell));
  for (const [field, cell] of Object.entries(project.narrative) as [FieldId, TextCell][])
    put(field, reader.text(field, cell));
  const columnar = annex.indicatorRows === null && !project.cells;
  const { nameCell } = project;
  return {
    sheetId: annex.sheet.id,
    sheetName: annex.sheet.name,
    row: nameCell.row,
    column: nameCell.column,
    annex: index,
    projectId: project.id,
    layout: annex.layout,
    name: project.name.trim(),
    unit: project.unit,
    values,
    indicators: project.indicators.map((indicator) => comparedIndicator(indicator, columnar, reader)),
  };
}

function comparedIndicator(indicator: Indicator, columnar: boolean, reader: ValueReader): ComparedIndicator {
  const { kind, name, target, result } = indicator;
  const values = new Map<string, ComparedValue>();
  const put = (role: IndicatorRole, value: ComparedValue | null): unknown => value && values.set(role, value);
  const fieldOf = (role: IndicatorRole): FieldId => `indicator.${kind}.${role}`;
  for (const role of TEXT_ROLES) {
    const cell = indicator[role];
    if (cell) put(role, reader.text(fieldOf(role), cell));
  }
  for (const role of NUMBER_ROLES) {
    const cell = indicator[role];
    if (cell) put(role, reader.number(fieldOf(role), cell));
  }
  const folded = (cell: TextCell | null): string => (cell?.answered ? foldText(cell.text) : '');
  return { kind, name: folded(name), target: folded(target), result: folded(result), columnar, values };
}

const TEXT_ROLES = ['name', 'operator', 'target', 'measureUnit', 'result', 'deviation'] as const;
const NUMBER_ROLES = ['weight', 'score'] as const;

/** Reads the cells of one annex; what a cell shows is left out where it is not known. */
class ValueReader {
  /** 元 in one unit of its money; 1 where it does not say. */
  readonly unit: number;

  constructor(private readonly annex: AnnexView) {
    this.unit = annex.moneyUnit ? YUAN_PER_UNIT[annex.moneyUnit] : 1;
  }

  number(field: FieldId, cell: NumberCell, unit = 1): ComparedValue | null {
    const own = cell.writtenUnit ? YUAN_PER_UNIT[cell.writtenUnit] : unit;
    return this.value(
      field,
      cell,
      displayText(cell.raw, cell.format),
      cell.number === null ? null : cell.number * own,
    );
  }

  rate(field: FieldId, cell: RateCell): ComparedValue | null {
    return this.value(field, cell, displayText(cell.raw, cell.format), cell.fraction);
  }

  text(field: FieldId, cell: TextCell): ComparedValue | null {
    return this.value(field, cell, cell.text, typeof cell.raw === 'number' ? cell.raw : null);
  }

  private value(
    field: FieldId,
    { row, column, presence }: CellRef & { readonly presence: Presence },
    text: string,
    number: number | null,
  ): ComparedValue | null {
    if (presence === 'unknown') return null;
    const { id: sheetId, name: sheetName } = this.annex.sheet;
    return { sheetId, sheetName, row, column, field, text, number };
  }
}
