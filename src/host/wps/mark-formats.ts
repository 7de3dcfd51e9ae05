import { countCells, type CellRange } from '../../engine/sheet/address';
import type { MarkSeverity, SheetMarks } from '../port';
import { MARK_COLORS } from '../protocol/mark-colors';
import { markFormula, markSeverity } from '../protocol/mark-signature';
import { LAST_TO_FIRST } from '../protocol/overlay';
import type { EtCalls } from './et-call';
import { BY_FORMULA } from './et-constants';
import type { EtApplication, EtFormatCondition, EtWorksheet } from './et-types';
import { toEtColor } from './et-values';
import { areasOf, cellsOf, manyRanges } from './many-ranges';

/*
 * Marks as conditional formats. All of it within one piece: what one call saw is still so at the next.
 */

/** A conditional format of ours. */
export interface OwnFormat {
  readonly severity: MarkSeverity;
  readonly cells: number;
  /** Whether it has its colour: without it, nobody sees it. */
  readonly coloured: boolean;
}

export interface OwnFormats {
  readonly ours: readonly OwnFormat[];
  /** Places of ours in the order of their priority, 1-based. */
  readonly places: readonly number[];
  /** How many cannot be read, none of which is ours as far as anybody can know. */
  readonly unreadable: number;
}

/** All conditional formats of ours on a worksheet. */
export function lookAtFormats(
  et: EtCalls,
  sheet: EtWorksheet,
  expected: SheetMarks['cells'] | null = null,
): OwnFormats {
  const ours: OwnFormat[] = [];
  const places: number[] = [];
  let unreadable = 0;
  let place = 0;
  const formats = et.need(et.need(sheet, 'Cells'), 'FormatConditions');
  const count = et.size(formats);
  for (place = 1; place <= count; place += 1) {
    const format = et.item(formats, place);
    const severity = format === null ? 'unreadable' : severityOf(et, format);
    if (severity === 'unreadable') unreadable += 1;
    if (severity === 'unreadable' || severity === null) continue;
    const cells = cellsOf(
      et,
      et.need(format!, 'AppliesTo'),
      expected ? countCells(expected[severity]) : null,
    );
    const color: unknown = et.get(et.need(format!, 'Interior'), 'Color');
    ours.push({ severity, cells, coloured: color === toEtColor(MARK_COLORS[severity]) });
    places.push(place);
  }
  return { ours, places, unreadable };
}

/** Where marks of ours stand, for the case that they have to be laid again. */
export function rememberFormats(et: EtCalls, sheet: EtWorksheet): SheetMarks['cells'] {
  const cells: Record<MarkSeverity, CellRange[]> = { error: [], warning: [], info: [] };
  const formats = et.need(et.need(sheet, 'Cells'), 'FormatConditions');
  for (const format of et.items(formats)) {
    const severity = severityOf(et, format);
    if (severity === null || severity === 'unreadable') continue;
    cells[severity].push(...areasOf(et, et.need(format, 'AppliesTo')));
  }
  return cells;
}

/** Deletes the conditional formats of ours, from the last on; each is looked at right before. */
export function deleteFormats(et: EtCalls, sheet: EtWorksheet): void {
  const formats = et.need(et.need(sheet, 'Cells'), 'FormatConditions');
  for (let place = et.size(formats); place >= 1; place -= 1) {
    const format = et.item(formats, place);
    const severity = format && severityOf(et, format);
    if (format && severity !== null && severity !== 'unreadable') et.call(format, 'Delete');
  }
}

/** What is not known to be ours is not ours. */
function severityOf(et: EtCalls, format: EtFormatCondition): MarkSeverity | null | 'unreadable' {
  try {
    const type: unknown = et.get(format, 'Type');
    if (typeof type !== 'number') return 'unreadable';
    if (type !== BY_FORMULA) return null;
    const formula: unknown = et.get(format, 'Formula1');
    return typeof formula === 'string' ? markSeverity(formula) : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/** What became of marks that were to be laid. */
export interface LaidFormats {
  /** Cells that carry as many conditional formats as this WPS takes. */
  readonly leftOut: number;
  /** Whether it takes any at all; `null`: none were to be laid. */
  readonly taken: boolean | null;
}

/**
 * Lays marks, the worst over the others and all over those of the user.
 * @param behind whether a build lets each new one stand behind the others, whatever it is told: the worst is laid first then
 */
export function layFormats(
  et: EtCalls,
  application: EtApplication,
  sheet: EtWorksheet,
  cells: SheetMarks['cells'],
  behind = false,
): LaidFormats {
  let leftOut = 0;
  let taken: boolean | null = null;
  const lay = (severity: MarkSeverity, ranges: readonly CellRange[]): void => {
    if (ranges.length === 0) return;
    if (addFormat(et, application, sheet, severity, ranges, behind)) {
      taken = true;
      return;
    }
    taken ??= false;
    // Before anything is laid, a clean cell tells whether any is taken at all.
    if (!taken && isRefusedWhole(et, application, sheet, severity, ranges)) return;
    const parts = halvesOf(ranges);
    if (!parts) leftOut += 1;
    else for (const part of parts) lay(severity, part);
  };
  const order = behind ? [...LAST_TO_FIRST].reverse() : LAST_TO_FIRST;
  for (const severity of order) lay(severity, cells[severity]);
  return { leftOut, taken };
}

function addFormat(
  et: EtCalls,
  application: EtApplication,
  sheet: EtWorksheet,
  severity: MarkSeverity,
  ranges: readonly CellRange[],
  behind = false,
): boolean {
  const range = manyRanges(et, application, sheet, ranges);
  let format: EtFormatCondition | null;
  try {
    const formats = et.need(range, 'FormatConditions');
    format = et.call(formats, 'Add', BY_FORMULA, undefined, markFormula(severity)) ?? null;
  } catch {
    // Refused: for what is on some of the cells, or because there is no such thing here.
    return false;
  }
  if (format === null) return false;
  et.set(et.need(format, 'Interior'), 'Color', toEtColor(MARK_COLORS[severity]));
  et.set(format, 'StopIfTrue', false);
  if (!behind) et.call(format, 'SetFirstPriority');
  return true;
}

/** Whether a cell without any conditional format refuses one as well. */
function isRefusedWhole(
  et: EtCalls,
  application: EtApplication,
  sheet: EtWorksheet,
  severity: MarkSeverity,
  ranges: readonly CellRange[],
): boolean {
  const { firstRow, firstColumn } = ranges[0]!;
  const cell = { firstRow, firstColumn, lastRow: firstRow, lastColumn: firstColumn };
  const there = et.need(manyRanges(et, application, sheet, [cell]), 'FormatConditions');
  if (et.size(there) > 0) return false;
  const added = addFormat(et, application, sheet, severity, [cell]);
  if (added) deleteFormats(et, sheet);
  return !added;
}

/** Two parts of some ranges; `null`: it is one cell. */
function halvesOf(ranges: readonly CellRange[]): [CellRange[], CellRange[]] | null {
  if (ranges.length > 1) {
    const half = Math.ceil(ranges.length / 2);
    return [ranges.slice(0, half), ranges.slice(half)];
  }
  const range = ranges[0]!;
  const { firstRow, lastRow, firstColumn, lastColumn } = range;
  if (lastRow > firstRow) {
    const middle = Math.floor((firstRow + lastRow) / 2);
    return [[{ ...range, lastRow: middle }], [{ ...range, firstRow: middle + 1 }]];
  }
  if (lastColumn === firstColumn) return null;
  const middle = Math.floor((firstColumn + lastColumn) / 2);
  return [[{ ...range, lastColumn: middle }], [{ ...range, firstColumn: middle + 1 }]];
}
