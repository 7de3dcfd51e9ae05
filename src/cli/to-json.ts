import type { Annex, IndicatorRefs, Project } from '../engine/annex/annex';
import { indicatorCells } from '../engine/annex/cell-refs';
import { explainPlace } from '../engine/annex/explain-place';
import { isColumn, labelPath, placeName, type Place } from '../engine/annex/place';
import type { NumberCell } from '../engine/annex/values/number-cell';
import { findingText, fixText, habitText } from '../engine/review/messages';
import { roundNoise } from '../engine/rule/figures';
import type { RuleOutcome } from '../engine/review/review-annex';
import type { Locale } from '../engine/language';
import type { Finding, Fix } from '../engine/rule/finding';
import { columnLetters, toAddress, toRangeAddress, type CellPosition } from '../engine/sheet/address';
import { isCellError, isUnknown, type CellValue } from '../engine/sheet/cell-value';
import type { Edit } from '../engine/sheet/edit';
import { noticeText, problemText } from './i18n/texts';
import { recordsText } from './received-text';
import type { Report } from './report';
import type { Notice, SheetGuess, ReviewedAnnex, WorkbookProblem, WorkbookResult } from './review-workbook';
import { dismissalOf, type Totals } from './summary';

/** Raised when a field is renamed or removed; additions leave it as it is. */
const SCHEMA_VERSION = 1;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * One JSON document, written workbook by workbook. Rows are 1-based and cells are A1 addresses; each annex and
 * each finding stands on a line of its own.
 */
export class JsonReport implements Report {
  readonly between = ',';

  /** @param explain whether each column is told why it is read as it is */
  constructor(
    private readonly locale: Locale,
    private readonly explain = false,
  ) {}

  open(): string {
    return `{\n  "schemaVersion": ${SCHEMA_VERSION},\n  "workbooks": [`;
  }

  *workbook(result: WorkbookResult): Iterable<string> {
    const { locale } = this;
    const sheetNames = new Map(result.annexes.map(({ annex: { sheet } }) => [sheet.id, sheet.name]));
    yield `\n    {\n      "file": ${JSON.stringify(result.file)},\n`;
    yield `      "error": ${JSON.stringify(errorToJson(result, locale))},\n      "annexes": `;
    yield* lines(result.annexes, (annex) => annexToJson(annex, { locale, explain: this.explain }));
    yield ',\n      "findings": ';
    yield* lines(
      result.annexes.flatMap((reviewed) => reviewed.findings),
      (finding) => ({
        ...(findingToJson(finding, locale, sheetNames) as object),
        dismissed: dismissedToJson(finding),
      }),
    );
    yield ',\n      "notices": ';
    yield* lines(noticesOf(result, locale), (notice) => notice);
    yield '\n    }';
  }

  close({
    workbooks,
    unreadable,
    annexes,
    projects,
    findings,
    habits,
    dismissed,
    unrecognised,
  }: Totals): string {
    const counts = JSON.stringify({
      workbooks,
      unreadable,
      annexes,
      projects,
      findings,
      habits,
      dismissed,
      unrecognised,
    });
    return `${workbooks === 0 ? '' : '\n  '}],\n  "summary": ${counts}\n}\n`;
  }
}

function* lines<Item>(items: readonly Item[], toJson: (item: Item) => Json): Iterable<string> {
  if (items.length === 0) {
    yield '[]';
    return;
  }
  let before = '[\n        ';
  for (const item of items) {
    yield before + JSON.stringify(toJson(item));
    before = ',\n        ';
  }
  yield '\n      ]';
}

/** What a record in the file says of a finding, whether or not it counts. */
function dismissedToJson(finding: ReviewedAnnex['findings'][number]): Json {
  const dismissal = dismissalOf(finding);
  return dismissal && { reason: dismissal.reason };
}

function noticeToJson(notice: Notice, locale: Locale): Json {
  const message = noticeText(notice, locale);
  if (notice.code === 'no-annex') return { code: notice.code, message };
  if (notice.code === 'hidden-worksheet') return { ...notice, message };
  if (notice.code === 'sheet-not-understood') {
    const { code, sheet, guess } = notice;
    return { code, sheet, ...(guess && { guess: guessToJson(guess) }), message };
  }
  if (notice.code === 'rules-by-note') {
    const { code, sheet, cell, rules, understood, text } = notice;
    return { code, sheet, cell: toAddress(cell.row, cell.column), rules, understood, text, message };
  }
  if (notice.code === 'columns-not-read') {
    const { code, sheet, columns, rules } = notice;
    return { code, sheet, columns: columns.map(({ column }) => column), rules, message };
  }
  const { code, sheet, reason, count, ranges } = notice;
  return { code, sheet, reason, count, cells: ranges.map(toRangeAddress), message };
}

function guessToJson({ layout, range, confidence, found, guessed, missing }: SheetGuess): Json {
  const rounded = Math.round(confidence * 100) / 100;
  return { layout, range: toRangeAddress(range), confidence: rounded, found, guessed, missing };
}

/** What the reader has to know beside the findings, in one language. */
export function noticesOf({ problems, notices, records }: WorkbookResult, locale: Locale): Json[] {
  const told: Json[] = notices.map((notice) => noticeToJson(notice, locale));
  for (const problem of problems.slice(1)) {
    const { message, reason } = problemToJson(problem, locale);
    told.push({ code: 'sheet-not-read', sheet: problem.sheet, reason, message });
  }
  if (!records) return told;
  const { dismissals, changes, profiles, corrections, unreadable } = records.received;
  told.push({
    code: 'records-received',
    message: recordsText(records, locale),
    trusted: records.trusted,
    dismissals: dismissals.length,
    changes: changes.length,
    profiles: profiles.map(({ name, effects }) => ({
      name,
      off: effects && effects.off,
      lowered: effects && effects.lowered,
    })),
    corrections: corrections.length,
    unreadable: unreadable.map(({ reason }) => ({ reason })),
  });
  return told;
}

/** The first problem; the others are notices. */
export function errorToJson({ problems: [problem] }: WorkbookResult, locale: Locale): Json {
  return problem ? problemToJson(problem, locale) : null;
}

function problemToJson(problem: WorkbookProblem, locale: Locale) {
  return { code: problem.code, message: problemText(problem, locale), reason: problem.reason };
}

/** The annex as the contract names it. */
function annexToJson({ annex, profile, outcomes }: ReviewedAnnex, { locale, explain }: JsonOptions): Json {
  return {
    sheet: annex.sheet.name,
    layout: annex.layout,
    range: toRangeAddress(annex.range),
    title: annex.title,
    year: annex.year,
    moneyUnit: annex.moneyUnit,
    headerRows: annex.headerRows && [annex.headerRows[0] + 1, annex.headerRows[1] + 1],
    dataRows: hasDataRows(annex) ? [annex.dataRows[0] + 1, annex.dataRows[1] + 1] : null,
    columns: columnsToJson(annex),
    fields: fieldsToJson(annex),
    unrecognisedColumns: annex.places
      .filter((place) => isColumn(place) && place.field === null && place.guess === null)
      .map(columnToJson),
    unsureColumns: annex.places.flatMap((place) => unsureToJson(place, annex.places, locale)),
    projects: annex.projects.map((project) => projectToJson(annex, project)),
    profile: { id: profile.profile.id, reason: profile.reason, evidence: profile.evidence },
    checks: checksToJson(outcomes, annex),
    ...(explain && { explanation: explanationToJson(annex, locale) }),
  };
}

/** A form without indicators has no rows of them. */
function hasDataRows({ projects }: Annex): boolean {
  return projects.some(({ cells, indicatorRefs = [] }) => !cells || indicatorRefs.length > 0);
}

function projectToJson(annex: Annex, project: Project): Json {
  const { rows, unit, name } = project;
  const told = { row: rows.first + 1, unit, name };
  const indicators = indicatorCells(annex, project);
  return {
    ...told,
    // A department has no name but that of its unit.
    ...(annex.layout === 'department-form' && { name: null }),
    ...(project.cells && { values: valuesToJson(project) }),
    ...(indicators && { indicators: indicators.map(indicatorToJson) }),
  };
}

/** The figures of a form by their fields, as they stand: `null` where there is none that can be read. */
function valuesToJson({ money, rates, scores }: Project): Json {
  const amount = (cell: NumberCell): number | null => {
    const read = [cell, ...(cell.further ?? [])].flatMap(({ number }) => number ?? []);
    return read.length === 0 ? null : roundNoise(read.reduce((sum, number) => sum + number, 0));
  };
  return Object.fromEntries([
    ...Object.entries({ ...money, ...scores }).map(([field, cell]) => [field, amount(cell)] as const),
    ...Object.entries(rates).map(([field, { fraction }]) => [field, fraction] as const),
  ]);
}

/** The cells of a form by their addresses, each with the field that it bears. */
function fieldsToJson({ projects }: Annex): Json {
  const cells = projects.flatMap(({ cells: own = {}, further = [], indicatorRefs = [] }) => [
    ...Object.entries(own).map(([field, cell]) => ({ field, cell })),
    ...further.map((cell) => ({ field: cell.field, cell })),
    ...indicatorRefs.flatMap(({ kind, cells: parts }) =>
      Object.entries(parts).map(([role, cell]) => ({ field: `indicator.${kind}.${role}`, cell })),
    ),
  ]);
  cells.sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column);
  return Object.fromEntries(cells.map(({ field, cell }) => [address(cell), field]));
}

/** An indicator by the row that it stands in, with the cells of its parts. */
function indicatorToJson({ kind, cells }: IndicatorRefs): Json {
  const parts = Object.entries(cells);
  return {
    row: (parts[0]?.[1].row ?? -1) + 1,
    kind,
    cells: Object.fromEntries(parts.map(([role, cell]) => [role, address(cell)])),
  };
}

interface JsonOptions {
  readonly locale: Locale;
  readonly explain: boolean;
}

function columnToJson(place: Place): { readonly column: string; readonly header: string } {
  return { column: placeName(place), header: labelPath(place).join(' / ') };
}

function unsureToJson(place: Place, places: readonly Place[], locale: Locale): Json[] {
  const { guess } = place;
  if (!guess || !isColumn(place)) return [];
  const { reasons, against } = explainPlace(place, places, locale);
  const { field, runnerUp } = guess;
  return [{ ...columnToJson(place), field, runnerUp, reasons: [...reasons, ...against] }];
}

/**
 * Why each labelled column, of a form each cell with a label, is read as it is, what speaks against it, and what it may be
 * as well.
 */
function explanationToJson({ places }: Annex, locale: Locale): Json {
  return places.map((place) => {
    const { reasons, against } = explainPlace(place, places, locale);
    return {
      ...columnToJson(place),
      field: place.field ?? place.guess?.field ?? null,
      sure: place.field !== null,
      runnerUp: place.guess?.runnerUp ?? null,
      reasons,
      against,
    };
  });
}

function columnsToJson(annex: Annex): Json {
  const recognised = annex.places.filter((place) => isColumn(place) && place.field !== null);
  return Object.fromEntries(recognised.map(({ line, field }) => [columnLetters(line), field]));
}

/** Rules that only compare annexes are named where they have done so. */
function checksToJson(outcomes: readonly RuleOutcome[], { places }: Annex): Json {
  return {
    checked: outcomes.flatMap((o) => (o.outcome === 'checked' ? [o.rule] : [])),
    notChecked: outcomes.flatMap((o) => {
      // A rule that had nothing to compare with misses no column.
      if (o.outcome === 'uncompared') return [{ rule: o.rule, missing: [], unsure: [] }];
      return o.outcome === 'not-checked'
        ? [{ rule: o.rule, missing: o.missing, unsure: o.unsure.map((i) => placeName(places[i]!)) }]
        : [];
    }),
    off: outcomes.flatMap((o) => (o.outcome === 'off' ? [o.rule] : [])),
    failed: outcomes.flatMap((o) => (o.outcome === 'failed' ? [{ rule: o.rule, reason: o.reason }] : [])),
  };
}

/**
 * The finding as the contract names it, its texts in one language.
 * @param sheetNames of the worksheets with annexes, by their ids: related cells on another one are named with it
 */
export function findingToJson(
  finding: Finding,
  locale: Locale,
  sheetNames: ReadonlyMap<string, string> = new Map(),
): Json {
  const related = (cell: Finding['related'][number]): string => {
    const name = cell.sheetId === finding.sheetId ? undefined : sheetNames.get(cell.sheetId);
    return name === undefined ? address(cell) : `'${name.replace(/'/g, "''")}'!${address(cell)}`;
  };
  return {
    rule: finding.rule,
    severity: finding.severity,
    sheet: finding.sheetName,
    cell: address(finding.cell),
    related: finding.related.map(related),
    project: finding.project,
    unit: finding.unit,
    message: findingText(finding, locale),
    expected: plain(finding.expected),
    actual: plain(finding.actual),
    habit: habitToJson(finding, locale),
    fix: finding.fix && fixToJson(finding, finding.fix, locale),
    suggestions: finding.suggestions.map((suggestion) => fixToJson(finding, suggestion, locale)),
  };
}

function habitToJson({ rule, habit }: Finding, locale: Locale): Json {
  if (!habit) return null;
  const { id, count } = habit;
  return { id, count, message: habitText({ rule, habit }, locale) };
}

function fixToJson(finding: Finding, fix: Fix, locale: Locale): Json {
  return { title: fixText(finding, fix, locale), edits: fix.edits.map(editToJson) };
}

function editToJson(edit: Edit): Json {
  const cell = address(edit);
  const content: Json =
    'formula' in edit.after
      ? { cell, formula: edit.after.formula }
      : { cell, value: plain(edit.after.value) };
  return edit.numberFormat === undefined ? content : { ...content, numberFormat: edit.numberFormat };
}

function address({ row, column }: CellPosition): string {
  return toAddress(row, column);
}

/** JSON has no errors of worksheets and no infinite numbers. */
function plain(value: CellValue): Json {
  if (isCellError(value)) return value.error;
  if (isUnknown(value)) return null;
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
}
