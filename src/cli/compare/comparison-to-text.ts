import { FIELD_NAMES, fieldName } from '../../engine/annex/field-names';
import type { JudgedChange } from '../../engine/comparison/compare-submissions';
import type { ComparedProject, ComparedValue } from '../../engine/comparison/compared-project';
import { fill, type Locale } from '../../engine/language';
import { findingText } from '../../engine/review/messages';
import type { Finding } from '../../engine/rule/finding';
import { toAddress, type CellPosition } from '../../engine/sheet/address';
import { shortened } from '../../engine/sheet/shortened';
import { noticeText, problemText, TEXTS } from '../i18n/texts';
import { messageLine, oneLine } from '../one-line';
import { groupedByHabit, habitCells } from '../to-text';
import type { WorkbookResult } from '../review-workbook';
import { comparisonCounts, type ComparisonResult } from './comparison-result';
import { COMPARISON_TEXTS } from './comparison-texts';

/** What became of a workbook, for a person: a line a finding, a change or a project, then the totals. */
export function* comparisonToText(
  { old, new: fresh, comparison }: ComparisonResult,
  locale: Locale,
): Iterable<string> {
  const words = new Words(locale);
  for (const side of [old, fresh]) yield* words.told(side);
  if (!comparison) {
    yield COMPARISON_TEXTS[locale].notCompared;
    return;
  }
  const { findings, changes, projects } = comparison;
  const formerly = new Map(findings.left.map((pair) => [pair.new, pair.old]));
  yield* words.findings(fresh.file, 'left', [...formerly.keys()], (one) =>
    words.formerly(formerly.get(one)!, one),
  );
  yield* words.findings(fresh.file, 'fresh', findings.fresh);
  yield* words.findings(old.file, 'unchecked', findings.unchecked);
  yield* words.findings(old.file, 'gone', findings.gone);
  yield* words.findings(old.file, 'solved', findings.solved);
  for (const asked of [false, true])
    for (const change of changes)
      if (change.asked === asked) yield words.change(fresh.file, old.file, change);
  for (const pair of projects.renamed) yield words.project(fresh.file, 'renamed', pair.new, pair.old.name);
  for (const project of projects.appeared) yield words.project(fresh.file, 'appeared', project);
  for (const project of projects.vanished) yield words.project(old.file, 'vanished', project);
  const counts = Object.entries(comparisonCounts(comparison)).map(([key, count]) => [key, String(count)]);
  yield fill(COMPARISON_TEXTS[locale].totals, Object.fromEntries(counts) as Record<string, string>);
}

class Words {
  private readonly texts;
  private readonly all;

  constructor(private readonly locale: Locale) {
    this.texts = COMPARISON_TEXTS[locale];
    this.all = TEXTS[locale];
  }

  /** What has to be known of a workbook beside the comparison. */
  *told({ file, notices, problems }: WorkbookResult): Iterable<string> {
    const name = oneLine(file);
    for (const notice of notices)
      yield `${name} ${this.all.notice} ${messageLine(noticeText(notice, this.locale))}\n`;
    for (const problem of problems)
      yield `${name} ${this.all.notRead} ${oneLine(problemText(problem, this.locale))}\n`;
  }

  /** Findings of one habit stand together, as `check` tells them. */
  *findings(
    file: string,
    became: 'left' | 'fresh' | 'solved' | 'unchecked' | 'gone',
    findings: readonly Finding[],
    more: (finding: Finding) => string = () => '',
  ): Iterable<string> {
    for (const alike of groupedByHabit(findings, ({ habit }) => habit && habit.id)) {
      const [finding] = alike;
      const said = findingText(finding, this.locale) + habitCells(alike, this.all) + more(finding);
      const { severities } = this.all;
      yield `${place(file, finding.sheetName, finding.cell)} ${this.texts.findings[became]} ${severities[finding.severity]} ${finding.rule} ${messageLine(said)}\n`;
    }
  }

  /** Where a finding stood, unless it is where it was. */
  formerly(old: Finding, fresh: Finding): string {
    const [before, now] = [old, fresh].map(({ sheetName, cell }) => cellText(sheetName, cell));
    return before === now ? '' : fill(this.texts.formerly, { cell: before! });
  }

  change(file: string, oldFile: string, change: JudgedChange): string {
    const { texts, locale } = this;
    const { project, field, indicator, old, new: fresh, asked } = change;
    const data = {
      project: this.nameOf(project.new),
      indicator: shortened(indicator),
      field: fieldName(field, FIELD_NAMES[locale]),
      old: this.valueText(old),
      new: this.valueText(fresh),
    };
    const both = indicator === '' ? texts.change : texts.indicatorChange;
    const said = fill(!old ? texts.added : !fresh ? texts.removed : both, data);
    const [where, cell] = fresh ? [file, fresh] : [oldFile, old!];
    return `${place(where, cell.sheetName, cell)} ${texts.changed[asked ? 'asked' : 'unasked']} ${messageLine(said)}\n`;
  }

  project(
    file: string,
    became: 'appeared' | 'vanished' | 'renamed',
    project: ComparedProject,
    old = '',
  ): string {
    const { projects, ofUnit } = this.texts;
    const unit = project.unit ? fill(ofUnit, { unit: shortened(project.unit) }) : '';
    const cell = cellText(project.sheetName, project);
    const said = fill(projects[became], { cell, project: this.nameOf(project), old: shortened(old) }) + unit;
    return `${oneLine(file)} ${messageLine(said)}\n`;
  }

  private nameOf({ name, unit }: ComparedProject): string {
    return shortened(name || unit || this.texts.nameless);
  }

  private valueText(value: ComparedValue | null): string {
    return value && value.text !== '' ? shortened(value.text) : this.texts.blank;
  }
}

function cellText(sheet: string, { row, column }: CellPosition): string {
  return `${shortened(sheet)}!${toAddress(row, column)}`;
}

function place(file: string, sheet: string, cell: CellPosition): string {
  return `${oneLine(file)}!${oneLine(cellText(sheet, cell))}`;
}
