import type { Annex } from '../annex/annex';
import type { Profile } from '../profile/profile';
import type { Finding } from '../rule/finding';
import type { Report, RuleMeta } from '../rule/rule';
import { peopleNumber } from '../sheet/number-format';
import { hindranceOf, withHinderedFixes } from './hinder-fixes';
import { RULE_FAILED } from './rule-outcome';

/** What a finding takes from its annex. */
export type Whose = Pick<Annex, 'id' | 'layout' | 'sheet' | 'range'>;

/** A report with what it leaves unsaid; `null` where it holds a figure too large to be computed with. */
export function toFinding(
  annex: Whose,
  meta: Pick<RuleMeta, 'id' | 'severity'>,
  report: Report,
  { severities }: Pick<Profile, 'severities'>,
  indicator: string | null = null,
): Finding | null {
  if (!hasOnlyFigures(report)) return null;
  const { project } = report;
  const ownSeverity = report.severity ?? meta.severity;
  const severity = severities[meta.id];
  const finding: Finding = {
    rule: meta.id,
    severity: severity ?? ownSeverity,
    ...(severity !== undefined && { ownSeverity }),
    annex: annex.id,
    sheetId: annex.sheet.id,
    sheetName: annex.sheet.name,
    cell: { row: report.cell.row, column: report.cell.column },
    related: (report.related ?? []).map(({ sheetId = annex.sheet.id, row, column }) => ({
      sheetId,
      row,
      column,
    })),
    projectId: project && `${annex.id}/${project.index}`,
    // A department has no name but that of its unit.
    project: !project || annex.layout === 'department-form' ? null : project.name,
    unit: project?.unit ?? null,
    ...(indicator === null ? {} : { indicator }),
    message: report.message,
    data: report.data ?? {},
    expected: asPeopleWrite(report.expected),
    actual: asPeopleWrite(report.actual),
    habit: null,
    fix: report.fix ?? null,
    suggestions: report.suggestions ?? [],
  };
  return withHinderedFixes(finding, hindranceOf);
}

/** What is said of a rule that threw, at the first cell of the annex. */
export function failure(annex: Whose, rule: string, reason: string): Finding {
  const { firstRow: row, firstColumn: column } = annex.range;
  const meta = { id: RULE_FAILED, severity: 'error' as const };
  const report = { cell: { row, column }, project: null, message: 'failed', data: { rule, reason } };
  return toFinding(annex, meta, report, { severities: {} })!;
}

function asPeopleWrite(value: number | string | undefined): number | string | null {
  return typeof value === 'number' ? peopleNumber(value) : (value ?? null);
}

/** Whether every number of a report is one: not the quotient or the sum of what is too large. */
function hasOnlyFigures({ expected, actual, fix, suggestions = [] }: Report): boolean {
  if (!isFigure(expected) || !isFigure(actual)) return false;
  const written = fix ? [fix, ...suggestions] : suggestions;
  return written.every(({ edits }) =>
    edits.every(({ after }) => !('value' in after) || isFigure(after.value)),
  );
}

function isFigure(value: unknown): boolean {
  return typeof value !== 'number' || Number.isFinite(value);
}
