import { findingText, fixText } from '../engine/review/messages';
import type { Locale } from '../engine/language';
import { compareSeverities, type Severity } from '../engine/severity';
import type { CellPosition, CellRange } from '../engine/sheet/address';
import { shortened } from '../engine/sheet/shortened';
import type { SheetMarks } from '../host/port';
import type { ReviewFinding } from './reviewer';

/** Longest note in characters: it must be read in a small box. */
const LONGEST_NOTE = 1000;

const SEVERITY_WORDS: Readonly<Record<Locale, Readonly<Record<Severity, string>>>> = {
  'zh-CN': { error: '【错误】', warning: '【警告】', info: '【提示】' },
  en: { error: 'Error: ', warning: 'Warning: ', info: 'Note: ' },
};
/** What a record that came with the workbook says of a finding that is marked all the same. */
const RECEIVED_WORDS: Readonly<Record<Locale, (reason: string) => string>> = {
  'zh-CN': (reason) => `（随文件收到的记录称已忽略：${reason}。未采用）`,
  en: (reason) => ` (a record that came with the file says ignored: ${reason}; not adopted)`,
};
const FIX_WORDS: Readonly<Record<Locale, string>> = { 'zh-CN': '建议：', en: 'Suggestion: ' };

/**
 * The marks of findings: each cell once, in the colour of its worst finding, with a note of all of them. Cells
 * beside and below each other become ranges, for hosts take addresses of limited length.
 *
 * @param findings only open ones of the severities wanted
 */
export function marksOf(findings: readonly ReviewFinding[], locale: Locale, notes: boolean): SheetMarks {
  const cells = new Map<string, { readonly cell: CellPosition; readonly findings: ReviewFinding[] }>();
  for (const finding of findings) {
    const { row, column } = finding.cell;
    const here = cells.get(`${row},${column}`);
    if (here) here.findings.push(finding);
    else cells.set(`${row},${column}`, { cell: { row, column }, findings: [finding] });
  }
  const bySeverity: Record<Severity, CellPosition[]> = { error: [], warning: [], info: [] };
  for (const { cell, findings: own } of cells.values()) {
    own.sort((a, b) => compareSeverities(a.severity, b.severity));
    bySeverity[own[0]!.severity].push(cell);
  }
  return {
    cells: {
      error: toRanges(bySeverity.error),
      warning: toRanges(bySeverity.warning),
      info: toRanges(bySeverity.info),
    },
    notes: notes
      ? [...cells.values()].map(({ cell, findings: own }) => ({ ...cell, text: noteText(own, locale) }))
      : [],
  };
}

/** What the note of a cell says: each finding with the fix that would be made, the worst first. */
function noteText(findings: readonly ReviewFinding[], locale: Locale): string {
  const text = findings
    .map((finding) => {
      const { fix, receivedDismissal: said } = finding;
      const text = SEVERITY_WORDS[locale][finding.severity] + findingText(finding, locale);
      const message = onOneLine(said ? text + RECEIVED_WORDS[locale](shortened(said.reason)) : text);
      return fix ? `${message}\n${FIX_WORDS[locale]}${onOneLine(fixText(finding, fix, locale))}` : message;
    })
    .join('\n');
  return shortened(text, LONGEST_NOTE);
}

/** By its lines a note of ours is told from one that somebody has written on (`isOwnNote`). */
function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, ' ');
}

/** Cells as few ranges: runs down a column, and runs of the same rows in neighbouring columns as one. */
export function toRanges(cells: readonly CellPosition[]): CellRange[] {
  const runs: CellRange[] = [];
  for (const { row, column } of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs[runs.length - 1];
    if (last?.firstColumn === column && last.lastRow === row - 1)
      runs[runs.length - 1] = { ...last, lastRow: row };
    else runs.push({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });
  }
  // By rows first, so that runs of the same rows stand together, from left to right.
  runs.sort((a, b) => a.firstRow - b.firstRow || a.lastRow - b.lastRow || a.firstColumn - b.firstColumn);
  const ranges: CellRange[] = [];
  for (const run of runs) {
    const last = ranges[ranges.length - 1];
    if (
      last?.firstRow === run.firstRow &&
      last.lastRow === run.lastRow &&
      last.lastColumn === run.firstColumn - 1
    )
      ranges[ranges.length - 1] = { ...last, lastColumn: run.lastColumn };
    else ranges.push(run);
  }
  return ranges;
}
