import type { AnnexView } from '../annex/annex';
import type { MoneyUnit } from '../annex/vocabulary/money-units';
import { columnLetters, toAddress } from '../sheet/address';
import { isCellError, isUnknown, type CellValue } from '../sheet/cell-value';
import { peopleNumber } from '../sheet/number-format';
import type { PlanCell, PlanLink, SheetPlan } from '../sheet/sheet-plan';
import { commonHead } from './common-head';
import { FIRST_ROW, frameOf, rowRange, type PlanRow } from './frame';
import type { IssueFinding } from './issue-key';
import type { RollupOptions } from './issue-list';
import { liveAmount, liveContent } from './live-cell';
import { sumOfValues } from './money-sum';
import { AMOUNTS, RESULT_LOOKS, resultColumns, resultHeading, SCORES } from './result-columns';
import { CountsByProject, type ResultCounts } from './result-counts';
import { writeResultKey } from './result-key';
import { ResultRemarks } from './result-remarks';
import { resultRows, type ResultRow } from './result-rows';
import { RESULT_TEXTS, type ResultColumn, type ResultTexts } from './result-texts';
import { bold, LOOKS, StyleBook } from './style-book';
import { ROLLUP_TEXTS, type RollupTexts } from './texts';
import { moneyFactor, reviewedAnnexes, rollupUnit } from './unit-figures';
import { unitLabel } from './units';

/** Names of worksheets that rollups leave out. */
export interface LeftOutSheets {
  /** Hidden ones that hold something and were not reviewed. */
  readonly hidden: readonly string[];
  /** Those that could not be read, or were added after the review. */
  readonly unread: readonly string[];
}

export interface ProjectResultsOptions extends RollupOptions {
  /** Absent: no worksheet was left out. */
  readonly leftOut?: LeftOutSheets;
}

/** So many worksheets that were left out are named. */
const NAMED = 12;

/**
 * 自评结果汇总表: one row a project, each figure a reference to its cell in the form, or in the row of a wide table that no
 * form is of; 合计 by formulas, and below it what does not count (`resultRows` says why). The last column, hidden, tells
 * which rows are ours (`result-key`).
 *
 * @param annexes those that are no self-evaluations are left out
 * @param findings of these annexes; those ignored or corrected do not count
 */
export function projectResults(
  annexes: readonly AnnexView[],
  findings: readonly IssueFinding[],
  options: ProjectResultsOptions,
): SheetPlan {
  const common = ROLLUP_TEXTS[options.locale];
  const texts = RESULT_TEXTS[options.locale];
  const reviewed = reviewedAnnexes(annexes);
  const { counted, aside, departmentsOnly } = resultRows(reviewed);
  const { year, department } = commonHead(reviewed);
  const moneyUnit = rollupUnit(reviewed);
  const columns = resultColumns([...counted, ...aside], department);
  const styles = new StyleBook();
  const frame = frameOf(
    {
      title: common.resultTitle(year),
      left: [
        ...(department === null ? [] : [common.department(department)]),
        common.reviewedOn(options.date),
      ].join(common.between),
      right: common.moneyUnit(moneyUnit),
      headings: columns.map((column) => resultHeading(column, columns, texts)),
    },
    styles,
  );
  const table = new ResultTable({
    columns,
    styles,
    texts,
    common,
    moneyUnit,
    counts: new CountsByProject(reviewed, findings),
    remarks: new ResultRemarks(counted, moneyUnit, texts),
    rows: [...frame.rows],
  });
  for (const row of counted) table.project(row, true);
  for (const annex of reviewed) table.beside(annex);
  if (table.height > 0) table.total();
  else table.note(texts.none);
  if (aside.length > 0) {
    table.note(texts.asideHeading);
    for (const row of aside) table.project(row, false);
  }
  if (departmentsOnly && counted.length > 1) table.note(texts.departments);
  if (counted.length > 0) {
    table.note(texts.blanks);
    table.note(texts.counts);
  }
  const { hidden = [], unread = [] } = options.leftOut ?? {};
  const named = (sheets: readonly string[]): string => texts.names(sheets.slice(0, NAMED), sheets.length);
  if (hidden.length > 0) table.note(texts.hidden(named(hidden)));
  if (unread.length > 0) table.note(texts.unread(named(unread)));
  return {
    key: 'project-results',
    name: common.sheetNames['project-results'],
    rows: table.rows,
    styles: styles.styles,
    merges: [...frame.merges, ...table.notes.map((row) => rowRange(row, 0, columns.length - 2))],
    columnWidths: columns.map((column) => RESULT_LOOKS[column].width),
    hiddenColumns: [columns.indexOf('key')],
    rowHeights: frame.rowHeights,
    freeze: { rows: FIRST_ROW, columns: 2 },
    links: table.links,
    choices: [],
    charts: [],
    print: frame.print,
  };
}

interface ResultContext {
  readonly columns: readonly ResultColumn[];
  readonly styles: StyleBook;
  readonly texts: ResultTexts;
  readonly common: RollupTexts;
  readonly moneyUnit: MoneyUnit | null;
  readonly counts: CountsByProject;
  readonly remarks: ResultRemarks;
  /** Those above the table; its own are put below them. */
  readonly rows: PlanRow[];
}

/** The rows below the headings, as they are put there one after the other. */
class ResultTable {
  readonly links: PlanLink[] = [];
  /** 0-based rows of notes. */
  readonly notes: number[] = [];
  private sequence = 0;

  constructor(private readonly context: ResultContext) {}

  get rows(): PlanRow[] {
    return this.context.rows;
  }

  get height(): number {
    return this.rows.length - FIRST_ROW;
  }

  /** @param counts whether it is in the total; only those are numbered */
  project(row: ResultRow, counts: boolean): void {
    const { counts: found, remarks } = this.context;
    const { annex, project, also } = row;
    this.link(annex, project.nameCell);
    const own: Partial<Record<ResultColumn, PlanCell>> = {
      sequence: { value: counts ? ++this.sequence : null },
      project: { value: this.nameOf(row) },
      department: { value: annex.department },
      unit: { value: project.unit === null ? null : unitLabel(project.unit, this.context.common) },
      remark: { value: remarks.of(row) || null },
      ...this.figures(row),
      ...countCells(found.of([project, ...also.map((one) => one.project)])),
    };
    this.put(own, annex.sheet.name, 'project');
  }

  /** A row for what was found in an annex beside its projects: else 合计 would not agree with 问题清单. */
  beside(annex: AnnexView): void {
    const found = this.context.counts.beside(annex);
    if (!found) return;
    this.link(annex, { row: annex.range.firstRow, column: annex.range.firstColumn });
    this.put(
      { project: { value: this.context.texts.wholeSheet }, ...countCells(found) },
      annex.sheet.name,
      'sheet',
    );
  }

  /** 合计 over all rows so far. */
  total(): void {
    const { columns, texts, styles } = this.context;
    const last = this.rows.length;
    const own = this.rows.slice(FIRST_ROW);
    const sum = (c: number): PlanCell => {
      const letters = columnLetters(c);
      return {
        formula: `=SUM(${letters}${FIRST_ROW + 1}:${letters}${last})`,
        value: sumOfValues(own.map((row) => row[c]?.value ?? null)),
      };
    };
    const cells = new Map<ResultColumn, PlanCell>();
    columns.forEach((column, c) => {
      if (column in AMOUNTS || column === 'error' || column === 'warning' || column === 'info')
        cells.set(column, sum(c));
    });
    cells.set('remark', { value: this.missing(own.slice(0, this.sequence)) || null });
    cells.set('project', { value: texts.total });
    cells.set('key', { value: writeResultKey({ kind: 'total' }) });
    if (columns.includes('rate'))
      cells.set(
        'rate',
        this.rate(last, (column) => cells.get(column)?.value ?? null),
      );
    this.rows.push(
      columns.map((column) => ({
        ...(cells.get(column) ?? { value: null }),
        style: styles.index(bold(column === 'project' ? LOOKS.centred : RESULT_LOOKS[column].look)),
      })),
    );
  }

  /** A text over all columns but the hidden one. */
  note(text: string): void {
    const { columns, styles } = this.context;
    this.notes.push(this.rows.length);
    const cells: PlanRow = columns.map(() => null);
    cells[0] = { value: text, style: styles.index(LOOKS.note) };
    cells[columns.indexOf('key')] = {
      value: writeResultKey({ kind: 'note' }),
      style: styles.index(RESULT_LOOKS.key.look),
    };
    this.rows.push(cells);
  }

  /** What the total leaves out, for a sum of some looks like one of all. */
  private missing(projects: readonly PlanRow[]): string {
    const { columns, texts } = this.context;
    const isAmount = (value: CellValue): boolean => typeof value === 'number' || isCellError(value);
    return columns
      .flatMap((column, c) => {
        const without = projects.filter((row) => !isAmount(row[c]?.value ?? null)).length;
        return column in AMOUNTS && without > 0
          ? texts.missing(resultHeading(column, columns, texts), without)
          : [];
      })
      .join(texts.between);
  }

  private nameOf({ annex, project }: ResultRow): string {
    if (project.name.trim() !== '') return project.name;
    const { wholeDepartment, unnamedProject } = this.context.texts;
    return annex.layout === 'department-form' ? wholeDepartment : unnamedProject;
  }

  private figures({ annex, project }: ResultRow): Partial<Record<ResultColumn, PlanCell>> {
    const { name } = annex.sheet;
    const cells: Partial<Record<ResultColumn, PlanCell>> = {};
    const factor = moneyFactor(annex, this.context.moneyUnit);
    for (const column of Object.keys(AMOUNTS) as (keyof typeof AMOUNTS)[]) {
      const cell = project.money[AMOUNTS[column]];
      if (cell) cells[column] = liveAmount(name, cell, factor);
    }
    for (const column of Object.keys(SCORES) as (keyof typeof SCORES)[]) {
      const cell = project.scores[SCORES[column]];
      if (cell) cells[column] = liveContent(name, cell);
    }
    const { grade } = project.narrative;
    if (grade) cells.grade = liveContent(name, grade);
    if (cells.budget && cells.actual)
      cells.rate = this.rate(this.rows.length, (column) => cells[column]?.value ?? null);
    return cells;
  }

  /** Spending ÷ budget of a 0-based row; blank where either is no number. */
  private rate(row: number, valueOf: (column: 'budget' | 'actual') => CellValue): PlanCell {
    const { columns } = this.context;
    const [budget, actual] = [valueOf('budget'), valueOf('actual')];
    const known = typeof actual === 'number' && typeof budget === 'number' && budget !== 0;
    const address = (column: ResultColumn): string => toAddress(row, columns.indexOf(column));
    return {
      formula: `=IFERROR(${address('actual')}/${address('budget')},"")`,
      value: [budget, actual].find(isUnknown) ?? (known ? peopleNumber(actual / budget) : ''),
    };
  }

  private put(
    cells: Partial<Record<ResultColumn, PlanCell>>,
    sheetName: string,
    kind: 'project' | 'sheet',
  ): void {
    const { columns, styles } = this.context;
    const own: typeof cells = {
      ...cells,
      sheet: { value: sheetName },
      key: { value: writeResultKey({ kind, sheetName }) },
    };
    this.rows.push(
      columns.map((column) => ({
        ...(own[column] ?? { value: null }),
        style: styles.index(RESULT_LOOKS[column].look),
      })),
    );
  }

  private link(
    { sheet }: AnnexView,
    { row, column }: { readonly row: number; readonly column: number },
  ): void {
    const address = toAddress(row, column);
    this.links.push({
      row: this.rows.length,
      column: this.context.columns.indexOf('project'),
      sheetName: sheet.name,
      address,
      tooltip: this.context.texts.goTo(sheet.name, address),
    });
  }
}

function countCells({ error, warning, info }: ResultCounts): Partial<Record<ResultColumn, PlanCell>> {
  return { error: { value: error }, warning: { value: warning }, info: { value: info } };
}
