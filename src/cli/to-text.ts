import { FIELD_NAMES, fieldName } from '../engine/annex/field-names';
import { RULES } from '../engine/rules';
import { findingText, habitText } from '../engine/review/messages';
import { isUnvouched } from '../engine/review/not-read';
import type { RuleOutcome } from '../engine/review/review-annex';
import { fill, type Locale } from '../engine/language';
import type { ProfileChoice } from '../engine/profile/choose-profile';
import type { Annex } from '../engine/annex/annex';
import { formEntries } from '../engine/annex/corrections/form-entries';
import type { FieldId } from '../engine/annex/field-id';
import { isColumn, isSettled } from '../engine/annex/place';
import type { Finding } from '../engine/rule/finding';
import { SEVERITIES, worstOf, type Severity } from '../engine/severity';
import { columnLetters, toAddress, toRangeAddress } from '../engine/sheet/address';
import { shortened } from '../engine/sheet/shortened';
import type { CliTexts } from './i18n/cli-texts';
import { noticeText, problemText, TEXTS } from './i18n/texts';
import { messageLine, oneLine } from './one-line';
import { recordsText } from './received-text';
import type { Report } from './report';
import type { ReviewedAnnex, WorkbookResult } from './review-workbook';
import {
  dismissalOf,
  habitCounts,
  isCounted,
  type FindingInFile,
  type HabitCounts,
  type Totals,
} from './summary';

/** Of columns that would do for a rule, so many are named. */
const MOST_ALTERNATIVES = 3;

/** Of the cells of a habit, so many are named. */
const CELLS_OF_HABIT = 5;

const ruleNames = new Map(RULES.map((rule) => [rule.meta.id, rule.meta.name]));

/** A column or a cell that a reviewer has said the meaning of. */
interface Settled {
  /** Its letters or its address. */
  readonly at: string;
  readonly field: FieldId | null;
}

function settledIn(annex: Annex): Settled[] {
  const columns = annex.places.filter((place) => isColumn(place) && isSettled(place));
  return [
    ...columns.map(({ line, field }) => ({ at: columnLetters(line), field })),
    ...formEntries(annex).flatMap(({ settled, kind, row, column, field }) =>
      settled ? { at: kind === 'column' ? columnLetters(column) : toAddress(row, column), field } : [],
    ),
  ];
}

/** What a person reads: one line a finding or a habit, then what was checked, then the totals. */
export class TextReport implements Report {
  readonly between = '';
  private readonly texts: CliTexts;

  constructor(private readonly locale: Locale) {
    this.texts = TEXTS[locale];
  }

  open(): string {
    return '';
  }

  *workbook(result: WorkbookResult): Iterable<string> {
    const { locale, texts } = this;
    const file = oneLine(result.file);
    for (const { findings } of result.annexes) {
      for (const alike of oneToTheReader(findings)) {
        const [finding] = alike;
        const text = messageLine(this.said(finding) + habitCells(alike, texts) + this.dismissed(finding));
        yield `${file}!${oneLine(shortened(finding.sheetName))}!${addressOf(finding)} ${texts.severities[worstOf(alike)]} ${finding.rule} ${text}\n`;
      }
    }
    for (const reviewed of result.annexes) yield* this.annex(file, reviewed);
    for (const notice of result.notices)
      yield `${file} ${texts.notice} ${messageLine(noticeText(notice, locale))}\n`;
    if (result.records) yield `${file} ${texts.notice} ${messageLine(recordsText(result.records, locale))}\n`;
    for (const problem of result.problems)
      yield `${file} ${texts.notRead} ${oneLine(problemText(problem, locale))}\n`;
  }

  close(totals: Totals): string {
    return totalsText(totals, this.locale);
  }

  /** What is wrong, and of a habit what is to be said of all of it. */
  private said(finding: FindingInFile): string {
    const texts = [findingText(finding, this.locale), habitText(finding, this.locale)];
    return texts.filter((text) => text !== null).join(this.texts.sentenceSeparator);
  }

  /** What records say of a finding. */
  private dismissed(finding: FindingInFile): string {
    const dismissal = dismissalOf(finding);
    if (!dismissal) return '';
    const said = this.texts.dismissed[dismissal.trusted ? 'trusted' : 'recorded'];
    return fill(said, { reason: shortened(dismissal.reason) });
  }

  private *annex(file: string, { annex, profile, findings, outcomes }: ReviewedAnnex): Iterable<string> {
    const { texts } = this;
    const place = `${file}!${oneLine(shortened(annex.sheet.name))}!${toRangeAddress(annex.range)}`;
    const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
    const counted = findings.filter(isCounted);
    for (const { severity } of counted) counts[severity]++;
    const habits = habitsText(habitCounts(counted), texts);
    const facts = [
      texts.layouts[annex.layout],
      fill(texts.projects, { count: String(annex.projects.length) }),
      annex.moneyUnit,
      annex.year === null ? null : fill(texts.year, { year: String(annex.year) }),
      isUnvouched(annex) ? texts.unvouched : null,
    ];
    yield `${place} ${facts.filter((fact) => fact !== null).join(' · ')} · ${
      outcomes.length === 0 ? texts.leftAlone : this.counts(counts) + habits
    }\n`;
    if (outcomes.length > 0 && profile.reason !== 'default') yield `${place} ${this.profile(profile)}\n`;
    const settled = settledIn(annex);
    if (settled.length > 0) yield `${place} ${this.corrected(annex, settled)}\n`;
    const notChecked = outcomes.filter((o) => o.outcome === 'not-checked');
    if (notChecked.length > 0) {
      const rules = notChecked.map((outcome) => this.notChecked(outcome)).join(texts.listSeparator);
      yield `${place} ${fill(texts.notChecked, { count: String(notChecked.length), rules })}\n`;
    }
  }

  private corrected({ headerRows }: Pick<Annex, 'headerRows'>, settled: readonly Settled[]): string {
    const { corrected, correctedCells, correctedColumn, notReviewed, cellSeparator } = this.texts;
    const columns = settled.map(({ at, field }) =>
      fill(correctedColumn, {
        column: at,
        field: field === null ? notReviewed : fieldName(field, FIELD_NAMES[this.locale]),
      }),
    );
    const said = headerRows ? corrected : correctedCells;
    return oneLine(fill(said, { columns: columns.join(cellSeparator) }));
  }

  private profile({ profile, reason, evidence }: ProfileChoice): string {
    const { profile: text, profileReasons } = this.texts;
    const why = fill(profileReasons[reason === 'chosen' ? 'chosen' : 'found'], { evidence: evidence ?? '' });
    return oneLine(fill(text, { name: profile.name[this.locale], reason: why }));
  }

  private notChecked(outcome: Extract<RuleOutcome, { outcome: 'not-checked' }>): string {
    const { texts } = this;
    const missing = outcome.missing.map((alternatives) => this.alternatives(alternatives)).join(texts.and);
    const name = ruleNames.get(outcome.rule)?.[this.locale] ?? outcome.rule;
    return fill(texts.ruleWithout, { rule: outcome.rule, name, missing });
  }

  private alternatives(fields: readonly string[]): string {
    const { or, orMore } = this.texts;
    const names = fields
      .slice(0, MOST_ALTERNATIVES)
      .map((field) => fieldName(field, FIELD_NAMES[this.locale]));
    return names.join(or) + (fields.length > MOST_ALTERNATIVES ? orMore : '');
  }

  private counts(counts: Readonly<Record<Severity, number>>): string {
    return countsText(counts, this.texts);
  }
}

/** The totals over all workbooks, as the last line. */
export function totalsText(totals: Totals, locale: Locale): string {
  const texts = TEXTS[locale];
  const { workbooks, unreadable, annexes, projects, findings, habits, inHabits, dismissed, trusted } = totals;
  const { unrecognised } = totals;
  const aside = fill(texts.totalsDismissed[trusted ? 'trusted' : 'recorded'], { count: String(dismissed) });
  const figures = {
    workbooks,
    unreadable,
    annexes,
    projects,
    findings:
      countsText(findings, texts) +
      habitsText({ habits, findings: inHabits }, texts) +
      (dismissed > 0 ? aside : '') +
      (unrecognised > 0 ? fill(texts.totalsUnrecognised, { count: String(unrecognised) }) : ''),
  };
  return fill(texts.totals, mapValues(figures, String));
}

/** Findings of one habit of which records say the same are one. */
function oneToTheReader(findings: readonly FindingInFile[]): Iterable<[FindingInFile, ...FindingInFile[]]> {
  return groupedByHabit(findings, (one) => one.habit && JSON.stringify([one.habit.id, dismissalOf(one)]));
}

/**
 * Findings in their order; those of one habit stand together, where the first stood.
 * @param habitOf names the habit; `null`: the finding stands alone
 */
export function groupedByHabit<One extends object>(
  findings: readonly One[],
  habitOf: (finding: One) => string | null,
): Iterable<[One, ...One[]]> {
  const together = new Map<unknown, [One, ...One[]]>();
  for (const finding of findings) {
    const key = habitOf(finding) ?? finding;
    const alike = together.get(key);
    if (alike) alike.push(finding);
    else together.set(key, [finding]);
  }
  return together.values();
}

/** Of a habit: how many cells it is, and the first of them; '' of a finding that stands alone. */
export function habitCells(
  alike: readonly Pick<Finding, 'cell'>[],
  { habit, cellSeparator, moreCells }: CliTexts,
): string {
  if (alike.length === 1) return '';
  const first = alike.slice(0, CELLS_OF_HABIT).map(addressOf).join(cellSeparator);
  const cells = alike.length > CELLS_OF_HABIT ? first + moreCells : first;
  return fill(habit, { count: String(alike.length), cells });
}

function addressOf({ cell }: Pick<Finding, 'cell'>): string {
  return toAddress(cell.row, cell.column);
}

function habitsText({ habits, findings }: HabitCounts, texts: CliTexts): string {
  if (habits === 0) return '';
  return fill(texts.totalsHabits, { habits: String(habits), count: String(findings) });
}

function countsText(counts: Readonly<Record<Severity, number>>, texts: CliTexts): string {
  return SEVERITIES.map((severity) => `${texts.severities[severity]} ${counts[severity]}`).join(
    texts.countSeparator,
  );
}

function mapValues<In, Out>(
  record: Readonly<Record<string, In>>,
  change: (value: In) => Out,
): Record<string, Out> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
