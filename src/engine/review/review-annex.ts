import { REVIEWED_LAYOUTS, type Annex } from '../annex/annex';
import { DEFAULT_PROFILE } from '../profile/built-in';
import type { Profile } from '../profile/profile';
import { RULES } from '../rules';
import type { Finding } from '../rule/finding';
import type { FieldPattern, Report, Rule, RuleRun } from '../rule/rule';
import { peopleNumber } from '../sheet/number-format';
import { shortened } from '../sheet/shortened';
import { missingFields } from './applicability';
import { hindranceOf, withHinderedFixes } from './hinder-fixes';
import { byPosition } from './order';
import { saysWhatIsKnown } from './known-cells';
import { settlePrecedence } from './precedence';

/** What became of one rule: a rule without its columns was never "passed". */
export type RuleOutcome =
  | { readonly rule: string; readonly outcome: 'checked' }
  /** Switched off by the profile. */
  | { readonly rule: string; readonly outcome: 'off' }
  | {
      readonly rule: string;
      readonly outcome: 'not-checked';
      readonly missing: readonly (readonly FieldPattern[])[];
    }
  | { readonly rule: string; readonly outcome: 'failed'; readonly reason: string };

export interface AnnexReview {
  /** By row, then column, then severity. */
  readonly findings: readonly Finding[];
  /** One entry a rule; empty for an annex that is no self-evaluation. */
  readonly outcomes: readonly RuleOutcome[];
}

/** The id of the finding about a rule that threw; it carries the rule's id and the reason. */
export const RULE_FAILED = 'rule-failed';

/** How far a review has come: pieces of work done, of all of them. */
export interface ReviewProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Runs the rules over one annex. Annexes that are no self-evaluations (targets only, allocation lists, reports
 * of a running year) are left alone. A rule that throws becomes a finding of its own; the others go on.
 *
 * @param profile the limits to check against, the rules to leave out and the severities to report with
 */
export function reviewAnnex(
  annex: Annex,
  rules: readonly Rule[] = RULES,
  profile: Profile = DEFAULT_PROFILE,
): AnnexReview {
  const steps = reviewInSteps(annex, rules, profile);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same review in pieces of some milliseconds, for callers who have something else to do in between. The
 * progress is told before each piece.
 */
export function* reviewInSteps(
  annex: Annex,
  rules: readonly Rule[] = RULES,
  profile: Profile = DEFAULT_PROFILE,
): Generator<ReviewProgress, AnnexReview> {
  if (!REVIEWED_LAYOUTS.includes(annex.layout)) return { findings: [], outcomes: [] };
  const jobs = rules.map((rule): RunningRule | RuleOutcome => {
    const { id } = rule.meta;
    if (profile.off.includes(id)) return { rule: id, outcome: 'off' };
    const missing = missingFields(rule, annex);
    if (missing.length > 0) return { rule: id, outcome: 'not-checked', missing };
    return new RunningRule(rule, annex, profile);
  });
  const running = jobs.filter((job) => job instanceof RunningRule);
  const whole = running.filter((job) => !job.byProject);
  const byProject = running.filter((job) => job.byProject);
  const portions = portionsOf(annex);
  const total = whole.length + portions.length;
  let done = 0;
  for (const job of whole) {
    yield { done: done++, total };
    job.check(annex);
  }
  for (const portion of portions) {
    yield { done: done++, total };
    for (const job of byProject) job.check(portion);
  }
  for (const job of byProject) job.close();
  const found = running.flatMap((job) => job.findings);
  const outcomes = jobs.map((job) => (job instanceof RunningRule ? job.outcome : job));
  // What gives way to another finding does so also where nothing can be said of that one.
  const findings = settlePrecedence(found, rules).filter(saysWhatIsKnown(annex, rules));
  return { findings: findings.sort(byPosition), outcomes };
}

/** Projects that stay in the processor's cache while rule after rule looks at them. */
const PORTION = 128;

/** The annex with a portion of its projects, one after the other; one portion where there are few. */
function portionsOf(annex: Annex): Annex[] {
  const { projects } = annex;
  if (projects.length <= PORTION) return [annex];
  const portions: Annex[] = [];
  for (let from = 0; from < projects.length; from += PORTION)
    portions.push({ ...annex, projects: projects.slice(from, from + PORTION) });
  return portions;
}

/** One rule at work on one annex: what it found, and what went wrong, after which it is not asked again. */
class RunningRule {
  readonly findings: Finding[] = [];
  readonly byProject: boolean;
  private reason: string | null = null;
  private run: RuleRun | null = null;
  private readonly report: (report: Report) => void;

  constructor(
    private readonly rule: Rule,
    private readonly annex: Annex,
    private readonly profile: Profile,
  ) {
    this.byProject = rule.meta.scope === 'project' || rule.open !== undefined;
    this.report = (report) => {
      // Figures too large to be computed with say nothing.
      if (hasOnlyFigures(report)) this.findings.push(toFinding(annex, rule, report, profile));
    };
  }

  get outcome(): RuleOutcome {
    const { id } = this.rule.meta;
    return this.reason === null
      ? { rule: id, outcome: 'checked' }
      : { rule: id, outcome: 'failed', reason: this.reason };
  }

  /** Checks a portion of the annex, or all of it. */
  check(portion: Annex): void {
    this.guarded(() => {
      if (!this.rule.open) this.rule.check(portion, this.report, this.profile);
      else {
        this.run ??= this.rule.open(this.annex, this.report, this.profile);
        for (const project of portion.projects) this.run.project(project);
      }
    });
  }

  /** To be called behind the last portion. */
  close(): void {
    this.guarded(() => this.run?.close());
  }

  private guarded(work: () => void): void {
    if (this.reason !== null) return;
    try {
      work();
    } catch (thrown) {
      this.reason = shortened(thrown instanceof Error ? thrown.message : String(thrown));
      this.findings.push(failure(this.annex, this.rule, this.reason));
    }
  }
}

function toFinding(annex: Annex, rule: Rule, report: Report, { severities }: Profile): Finding {
  const finding: Finding = {
    rule: rule.meta.id,
    severity: severities[rule.meta.id] ?? report.severity ?? rule.meta.severity,
    sheetId: annex.sheetId,
    sheetName: annex.sheetName,
    cell: { row: report.cell.row, column: report.cell.column },
    related: (report.related ?? []).map(({ row, column }) => ({ row, column })),
    project: report.project?.name ?? null,
    unit: report.project?.unit ?? null,
    message: report.message,
    data: report.data ?? {},
    expected: asPeopleWrite(report.expected),
    actual: asPeopleWrite(report.actual),
    fix: report.fix ?? null,
    suggestions: report.suggestions ?? [],
  };
  return withHinderedFixes(finding, hindranceOf);
}

function asPeopleWrite(value: number | string | undefined): number | string | null {
  return typeof value === 'number' ? peopleNumber(value) : (value ?? null);
}

/** Whether every number of a report is one: not the quotient or the sum of what is too large. */
function hasOnlyFigures({ expected, actual, fix, suggestions = [] }: Report): boolean {
  const written = [...(fix ? [fix] : []), ...suggestions].flatMap(({ edits }) =>
    edits.map(({ after }) => ('value' in after ? after.value : null)),
  );
  return [expected, actual, ...written].every((value) => typeof value !== 'number' || Number.isFinite(value));
}

function failure(annex: Annex, rule: Rule, reason: string): Finding {
  const { firstRow: row, firstColumn: column } = annex.range;
  return toFinding(
    annex,
    { meta: { ...rule.meta, id: RULE_FAILED }, check: rule.check },
    {
      severity: 'error',
      cell: { row, column },
      project: null,
      message: 'failed',
      data: { rule: rule.meta.id, reason },
    },
    DEFAULT_PROFILE,
  );
}
