import { isBlankValue, isCellError } from '../../sheet/cell-value';
import { shownDigits, storedDecimals } from '../../sheet/number-format';
import { formulaAt, numberFormatAt, valueAt, type SheetSnapshot } from '../../sheet/snapshot';
import {
  NARRATIVE_FIELDS,
  type Annex,
  type Indicator,
  type Layout,
  type NarrativeField,
  type Project,
  type TotalRow,
} from '../annex';
import {
  indicatorParts,
  isMoneyField,
  isScoreField,
  type FieldId,
  type IndicatorKind,
  type IndicatorRole,
  type MoneyField,
  type ScoreField,
} from '../field-id';
import { findHeader, type HeaderBlock } from '../header/find-header';
import { buildHeaderTree } from '../header/header-tree';
import type { LabelReader } from '../header/label-features';
import { mapColumns, type MappedColumn } from '../header/map-columns';
import { readPreamble } from '../preamble';
import type { StatementCache } from '../quantity';
import { foldText, readLabel } from '../text';
import { decimalsOf, readNumberCell, type NumberCell } from '../values/number-cell';
import { readRateCell, readTextRate, type RateCell, type RateScale } from '../values/rate-cell';
import { TextCell } from '../values/text-cell';
import { NOT_A_LABEL } from '../vocabulary/header-terms';
import { readMoneyUnit, type MoneyUnit } from '../vocabulary/money-units';
import { classifyRow, rowGuide, sectionName, sumLabel, type RowGuide } from './wide-rows';

/** Fields that never have columns below them: a blank beside their label is not theirs. */
const SINGLE_FIELDS: ReadonlySet<string> = new Set([
  'sequence',
  'unit',
  'department',
  'projectName',
  'projectCode',
  'projectType',
  'contact',
  'remarks',
  'grade',
]);

const NARRATIVES: ReadonlySet<string> = new Set(NARRATIVE_FIELDS);

/**
 * Recognises the next wide annex (one project a row) of a worksheet.
 *
 * @param fromRow 0-based sheet row to look from
 * @returns the annex and the row to look for further ones from, or `null` where there is none
 */
export function recogniseWide(
  sheet: SheetSnapshot,
  fromRow: number,
  labels: LabelReader,
  statements: StatementCache,
): { annex: Annex; nextRow: number } | null {
  for (let from = fromRow; ;) {
    const block = findHeader(sheet, labels, from);
    if (!block) return null;
    const found = readTable(sheet, fromRow, block, labels, statements);
    if (found) return found;
    from = block.bodyRow;
  }
}

function readTable(
  sheet: SheetSnapshot,
  fromRow: number,
  block: HeaderBlock,
  labels: LabelReader,
  statements: StatementCache,
): { annex: Annex; nextRow: number } | null {
  const tree = buildHeaderTree(
    sheet,
    { first: block.firstRow, last: block.lastRow },
    { first: block.firstColumn, last: block.lastColumn },
    (text) => !SINGLE_FIELDS.has(labels.features(text)?.field ?? ''),
  );
  const columns = mapColumns(tree, labels, block.nameColumn);
  const preamble = readPreamble(sheet, fromRow, block.firstRow);
  const guide = rowGuide(block, columns, preamble.texts);
  const body = readBody(sheet, labels, guide, columns, statements);
  if (body.projects.length === 0) return null;

  const fields = new Set(columns.flatMap((c) => c.field ?? []));
  const annex: Annex = {
    layout: layoutOf(fields, preamble.title),
    sheetId: sheet.id,
    sheetName: sheet.name,
    range: {
      firstRow: preamble.firstRow,
      firstColumn: Math.min(block.firstColumn, sheet.firstColumn),
      lastRow: body.lastRow,
      lastColumn: block.lastColumn,
    },
    title: preamble.title,
    year: preamble.year,
    department: preamble.department,
    moneyUnit: headerMoneyUnit(columns) ?? preamble.moneyUnit,
    headerRows: [block.firstRow, block.lastRow],
    dataRows: [body.projects[0]!.row, body.projects.at(-1)!.lastRow],
    columns,
    unrecognisedColumns: columns
      .filter((c) => c.field === null)
      .map((c) => ({ column: c.column, header: headerOf(c) })),
    projects: body.projects,
    totals: body.totals,
    fields,
    moneyDecimals: body.moneyDecimals,
  };
  return { annex, nextRow: body.nextRow };
}

function headerOf(column: MappedColumn): string {
  return column.headerPath.map((text) => text.replace(/\s+/g, '')).join(' / ');
}

/** Tables without results, spending or a rate are no self-evaluations. */
function layoutOf(fields: ReadonlySet<FieldId>, title: string | null): Layout {
  const any = (test: (field: FieldId) => boolean): boolean => [...fields].some(test);
  if (/监控|序时|进度表|1-\d+月/.test(foldText(title ?? '')) && !/自评/.test(title ?? '')) return 'progress';
  const evaluates = any(
    (f) =>
      f.startsWith('actual') ||
      f === 'executionRate' ||
      f === 'goalCompletion' ||
      f === 'totalScore' ||
      /\.(?:result|score)$/.test(f),
  );
  if (evaluates) return 'wide';
  return any((f) => f.endsWith('.target') || f === 'annualGoal') ? 'goal' : 'allocation';
}

function headerMoneyUnit(columns: readonly MappedColumn[]): MoneyUnit | null {
  for (const column of columns) {
    if (!column.field || !isMoneyField(column.field)) continue;
    for (const text of column.headerPath) {
      const unit = readMoneyUnit(foldText(text));
      if (unit) return unit;
    }
  }
  return null;
}

interface Body {
  readonly projects: Project[];
  readonly totals: TotalRow[];
  /** 0-based last row of the annex, notes included. */
  readonly lastRow: number;
  readonly nextRow: number;
  readonly moneyDecimals: number;
}

function readBody(
  sheet: SheetSnapshot,
  labels: LabelReader,
  guide: RowGuide,
  columns: readonly MappedColumn[],
  statements: StatementCache,
): Body {
  const reader = new ProjectReader(sheet, columns, statements);
  const projects: Project[] = [];
  const totals: TotalRow[] = [];
  const end = sheet.firstRow + sheet.rowCount;
  let row = guide.block.bodyRow;
  let lastRow = row - 1;
  // Rows that may be the title of a further table: those below the last blank row, or below a text like a title.
  let tail: number | null = null;
  for (; row < end; row++) {
    const kind = classifyRow(sheet, labels, guide, row);
    if (kind === 'end') {
      row = tail ?? row;
      break;
    }
    if (kind === 'blank') {
      tail = row + 1;
      continue;
    }
    if (kind !== 'note' && kind !== 'section') tail = null;
    else if (tail === null && isTitleRow(sheet, row)) tail = row;
    lastRow = row;
    if (kind === 'project') projects.push(reader.project(row));
    else if (kind === 'continuation') reader.extend(projects, row);
    else if (kind === 'section') reader.section(row);
    else if (kind === 'total' || kind === 'subtotal') {
      totals.push({
        row,
        level: kind,
        label: sumLabel(sheet, guide, row),
        money: reader.money(row),
        rate: reader.rate(row),
        projectsAbove: projects.length,
      });
    }
  }
  return {
    projects,
    totals,
    lastRow: Math.min(lastRow, row - 1),
    nextRow: row,
    moneyDecimals: reader.moneyDecimals,
  };
}

function isTitleRow(sheet: SheetSnapshot, row: number): boolean {
  const texts = (sheet.values[row - sheet.firstRow] ?? []).filter((value) => !isBlankValue(value));
  return (
    texts.length <= 2 &&
    texts.some((value) => typeof value === 'string' && NOT_A_LABEL.test(readLabel(value).name))
  );
}

interface IndicatorColumns {
  readonly kind: IndicatorKind;
  readonly roles: Readonly<Partial<Record<IndicatorRole, number>>>;
}

/** Reads the rows of one table. Columns are resolved once, so that a row costs only its cells. */
class ProjectReader {
  moneyDecimals = 0;
  private readonly moneyColumns: readonly (readonly [MoneyField, number])[];
  private readonly scoreColumns: readonly (readonly [ScoreField, number])[];
  private readonly narrativeColumns: readonly (readonly [NarrativeField, number])[];
  private readonly indicators: readonly IndicatorColumns[];
  private readonly nameColumn: number;
  private readonly unitColumn: number;
  private readonly rateColumn: number;
  private readonly rateScale: RateScale;
  private readonly rateDecimals: number;
  private unit: string | null = null;

  constructor(
    private readonly sheet: SheetSnapshot,
    columns: readonly MappedColumn[],
    private readonly statements: StatementCache,
  ) {
    const of = (field: FieldId): number => columns.find((c) => c.field === field)?.column ?? -1;
    const pairs = <F extends FieldId>(test: (field: FieldId) => boolean): [F, number][] =>
      columns.filter((c) => c.field !== null && test(c.field)).map((c) => [c.field as F, c.column]);
    this.moneyColumns = pairs<MoneyField>(isMoneyField);
    this.scoreColumns = pairs<ScoreField>(isScoreField);
    this.narrativeColumns = pairs<NarrativeField>((f) => NARRATIVES.has(f));
    this.indicators = indicatorColumns(columns);
    this.nameColumn = of('projectName');
    this.unitColumn = of('unit');
    this.rateColumn = of('executionRate');
    const rate = columns.find((c) => c.field === 'executionRate');
    const habit = rate
      ? rateHabit(sheet, rate, of('budget'), of('actual'))
      : { scale: 'fraction' as const, decimals: 0 };
    this.rateScale = habit.scale;
    this.rateDecimals = habit.decimals;
  }

  project(row: number): Project {
    if (this.unitColumn >= 0) this.unit = this.textOrNull(row, this.unitColumn) ?? this.unit;
    const narrative: Partial<Record<NarrativeField, TextCell>> = {};
    for (const [field, column] of this.narrativeColumns) narrative[field] = this.text(row, column);
    const scores: Partial<Record<ScoreField, NumberCell>> = {};
    for (const [field, column] of this.scoreColumns) scores[field] = this.number(row, column);
    const money = this.money(row);
    for (const [field] of this.moneyColumns)
      this.moneyDecimals = Math.max(this.moneyDecimals, decimalsOf(money[field]!));
    return {
      row,
      lastRow: row,
      name: this.textOrNull(row, this.nameColumn) ?? '',
      nameCell: { row, column: this.nameColumn },
      unit: this.unit,
      money,
      rate: this.rate(row),
      narrative,
      scores,
      indicators: this.readIndicators(row),
    };
  }

  /** Gives the indicators of a row without a name to the project above. */
  extend(projects: Project[], row: number): void {
    const above = projects.pop();
    if (!above) return;
    const more = this.readIndicators(row).filter(
      (i) => i.name?.answered || i.target?.answered || i.result?.answered,
    );
    projects.push({ ...above, lastRow: row, indicators: [...above.indicators, ...more] });
  }

  /** A heading over rows names the unit, where the table has no column for it. */
  section(row: number): void {
    if (this.unitColumn >= 0) return;
    const heading = (this.sheet.values[row - this.sheet.firstRow] ?? []).find(
      (value) => typeof value === 'string' && value.trim() !== '',
    );
    if (typeof heading === 'string') this.unit = sectionName(heading);
  }

  money(row: number): Partial<Record<MoneyField, NumberCell>> {
    const money: Partial<Record<MoneyField, NumberCell>> = {};
    for (const [field, column] of this.moneyColumns) money[field] = this.number(row, column);
    return money;
  }

  rate(row: number): RateCell | null {
    const column = this.rateColumn;
    if (column < 0) return null;
    const { sheet } = this;
    return readRateCell(
      row,
      column,
      valueAt(sheet, row, column),
      numberFormatAt(sheet, row, column),
      formulaAt(sheet, row, column),
      this.rateScale,
      this.rateDecimals,
    );
  }

  private readIndicators(row: number): Indicator[] {
    return this.indicators.map(({ kind, roles }) => ({
      kind,
      name: this.textAt(row, roles.name),
      target: this.textAt(row, roles.target),
      result: this.textAt(row, roles.result),
      weight: this.numberAt(row, roles.weight),
      score: this.numberAt(row, roles.score),
      deviation: this.textAt(row, roles.deviation),
      operator: this.textAt(row, roles.operator),
      measureUnit: this.textAt(row, roles.measureUnit),
    }));
  }

  private textAt(row: number, column: number | undefined): TextCell | null {
    return column === undefined ? null : this.text(row, column);
  }

  private numberAt(row: number, column: number | undefined): NumberCell | null {
    return column === undefined ? null : this.number(row, column);
  }

  private text(row: number, column: number): TextCell {
    const raw = valueAt(this.sheet, row, column);
    return new TextCell(
      row,
      column,
      raw,
      typeof raw === 'number' ? numberFormatAt(this.sheet, row, column) : 'General',
      this.statements,
    );
  }

  private number(row: number, column: number): NumberCell {
    const { sheet } = this;
    return readNumberCell(
      row,
      column,
      valueAt(sheet, row, column),
      numberFormatAt(sheet, row, column),
      formulaAt(sheet, row, column),
    );
  }

  private textOrNull(row: number, column: number): string | null {
    const value = valueAt(this.sheet, row, column);
    if (isBlankValue(value) || value === null || isCellError(value)) return null;
    return String(value).trim();
  }
}

function indicatorColumns(columns: readonly MappedColumn[]): IndicatorColumns[] {
  const groups = new Map<number, { kind: IndicatorKind; roles: Partial<Record<IndicatorRole, number>> }>();
  for (const column of columns) {
    const parts = column.field ? indicatorParts(column.field) : null;
    if (!parts) continue;
    const group = groups.get(column.indicator) ?? { kind: parts.kind, roles: {} };
    group.roles[parts.role] = column.column;
    groups.set(column.indicator, group);
  }
  return [...groups.values()];
}

/** Rows looked at to learn how a column of rates is kept. */
const HABIT_ROWS = 500;

/**
 * How bare numbers in a column of rates are meant: the reading that brings more of them near the quotient of
 * spending and budget; where that does not tell, numbers above 1.5 or a percent sign in the header mean percent.
 */
function rateHabit(
  sheet: SheetSnapshot,
  rate: MappedColumn,
  budgetColumn: number,
  actualColumn: number,
): { scale: RateScale; decimals: number } {
  let fraction = 0;
  let percent = 0;
  let large = 0;
  let bare = 0;
  let decimals = 0;
  const first = Math.max(0, rate.column >= 0 ? sheet.firstRow : 0);
  for (let row = first; row < Math.min(first + HABIT_ROWS, sheet.firstRow + sheet.rowCount); row++) {
    const number = bareRate(sheet, row, rate.column);
    if (number === null) continue;
    bare++;
    if (number > 1.5) large++;
    const stored = storedDecimals(number);
    if (stored <= 4) decimals = Math.max(decimals, stored);
    const budget = valueAt(sheet, row, budgetColumn);
    const actual = valueAt(sheet, row, actualColumn);
    if (typeof budget !== 'number' || typeof actual !== 'number' || budget === 0) continue;
    const quotient = actual / budget;
    if (Math.abs(number - quotient) < 0.05) fraction++;
    else if (Math.abs(number / 100 - quotient) < 0.05) percent++;
  }
  const byHeader = rate.percent || large * 2 > bare;
  const scale =
    fraction === percent ? (byHeader ? 'percent' : 'fraction') : percent > fraction ? 'percent' : 'fraction';
  return { scale, decimals };
}

function bareRate(sheet: SheetSnapshot, row: number, column: number): number | null {
  const value = valueAt(sheet, row, column);
  if (typeof value === 'number')
    return shownDigits(numberFormatAt(sheet, row, column)).percent ? null : value;
  if (typeof value !== 'string') return null;
  const typed = readTextRate(value);
  return typed && !typed.percent ? typed.number : null;
}
