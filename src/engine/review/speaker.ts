import type { Indicator, Project } from '../annex/annex';
import type { Profile } from '../profile/profile';
import type { Finding } from '../rule/finding';
import type { Report, Rule, RuleContext } from '../rule/rule';
import { shortened } from '../sheet/shortened';
import { indicatorOfRow, type RowsOfIndicators } from './indicator-of-row';
import { toFinding, type Whose } from './to-finding';

/** What one rule said of something, or why it stopped in the middle of it. Plain. */
export interface Said {
  readonly findings: Finding[];
  readonly reason: string | null;
  /** What the rule counted for its readings. */
  readonly tally?: Tally;
}

/** Counts by the names that a rule gives them. */
export type Tally = Record<string, number>;

/**
 * One rule at work: collects what it says. What it said before it threw is kept; it is not asked again.
 */
export class Speaker {
  private readonly findings: Finding[] = [];
  private reason: string | null = null;
  private reports = 0;
  private readonly tally: Tally = {};

  constructor(
    readonly rule: Rule,
    private readonly context: RuleContext<unknown>,
    private readonly whose: Whose & RowsOfIndicators,
    private readonly profile: Profile,
  ) {}

  get said(): Said {
    const { findings, reason, tally } = this;
    return this.rule.readings ? { findings, reason, tally } : { findings, reason };
  }

  /** Takes a report of the rule. */
  readonly report = (report: Report): void => {
    this.reports++;
    const indicator = indicatorOfRow(this.whose, report);
    const finding = toFinding(this.whose, this.rule.meta, report, this.profile, indicator);
    if (finding) this.findings.push(finding);
  };

  /** Looks at projects without what there is to learn. */
  atOnce(projects: readonly Project[]): void {
    const { rule } = this;
    if (!rule.learn) return this.ofProjects(projects);
    if (!rule.atOnce || this.reason !== null) return;
    try {
      for (const project of projects) rule.atOnce(project, this.context, this.report);
    } catch (thrown) {
      this.reason = reasonOf(thrown);
    }
  }

  /** Looks at projects, and the indicators of each. */
  ofProjects(projects: readonly Project[]): void {
    const { rule, context, report } = this;
    if (this.reason !== null) return;
    try {
      for (const project of projects) {
        rule.project?.(project, context, report);
        this.count(project);
        if (!rule.indicator) continue;
        for (const indicator of project.indicators) rule.indicator(project, indicator, context, report);
      }
    } catch (thrown) {
      this.reason = reasonOf(thrown);
    }
  }

  /** Looks at a project without its indicators. */
  ofProject(project: Project): void {
    if (!this.rule.project || this.reason !== null) return;
    try {
      this.rule.project(project, this.context, this.report);
      this.count(project);
    } catch (thrown) {
      this.reason = reasonOf(thrown);
    }
  }

  private count(project: Project): void {
    const { rule, tally } = this;
    for (const name of rule.readings?.of(project, this.context) ?? []) tally[name] = (tally[name] ?? 0) + 1;
  }

  /** Looks at one indicator. Returns whether there was anything to say of it, as far as the rule can tell. */
  ofIndicator(project: Project, indicator: Indicator): boolean {
    if (!this.rule.indicator) return false;
    if (this.reason !== null) return true;
    const before = this.reports;
    try {
      this.rule.indicator(project, indicator, this.context, this.report);
    } catch (thrown) {
      this.reason = reasonOf(thrown);
    }
    return this.reports > before || this.reason !== null;
  }

  /** The same for the first indicator that is worded so. Returns whether there may be anything to say of the others. */
  ofWording(project: Project, indicator: Indicator): boolean {
    const { silentByWording } = this.rule;
    if (typeof silentByWording !== 'function') return this.ofIndicator(project, indicator);
    try {
      if (silentByWording(indicator, this.context)) return false;
    } catch {
      // The rule will say for itself what is wrong.
    }
    this.ofIndicator(project, indicator);
    return true;
  }

  /** Looks at the annex without its projects. */
  ofAnnex(): void {
    try {
      this.rule.annex?.(this.context, this.report);
    } catch (thrown) {
      this.reason = reasonOf(thrown);
    }
  }
}

export function reasonOf(thrown: unknown): string {
  return shortened(thrown instanceof Error ? thrown.message : String(thrown));
}
