import type { Annex, Project } from '../annex/annex';
import type { FieldId } from '../annex/field-id';
import type { Profile } from '../profile/profile';
import type { CellPosition } from '../sheet/address';
import type { Localised } from '../language';
import type { Fix, MessageData } from './finding';
import type { Severity } from '../severity';

/** What a rule needs to be checked at all: of each group at least one field must have a column. */
export type FieldRequirement = readonly (readonly FieldPattern[])[];
/** A field id; `*` stands for any one part ("indicator.*.result"). */
export type FieldPattern = FieldId | `indicator.*.${string}`;

/** 表格与填报、资金、预算执行率、目标、绩效指标、分值与得分, in the order of the documentation. */
export const TOPICS = ['table', 'money', 'rate', 'goal', 'indicator', 'score'] as const;
export type Topic = (typeof TOPICS)[number];

/** What a rule is about, in words and as data: pages, texts and precedence are made from it. */
export interface RuleMeta {
  /** States the problem: `execution-rate-mismatch`. Never changes once published. */
  readonly id: string;
  readonly name: Localised;
  /** One paragraph: what is checked and what is left alone. */
  readonly description: Localised;
  /** What the rule looks at; the index of the documentation is sorted by it. */
  readonly topic: Topic;
  /** The usual severity; a finding may carry another of `severities` where the rule says so. */
  readonly severity: Severity;
  /** The severities that findings may carry beside the usual one. */
  readonly severities?: readonly Severity[];
  /** What the rule takes from the profile: names of its settings. */
  readonly settings?: readonly (keyof Profile)[];
  /**
   * `project`: what the rule says of a project follows from that project alone, so that it may be given the
   * annex with a portion of its projects at a time. `annex` (where absent): it compares projects, or learns from
   * all of them.
   */
  readonly scope?: 'project' | 'annex';
  readonly requires: FieldRequirement;
  /**
   * What the rule may offer: nothing, a fix (one right answer) or suggestions (to choose from).
   * `format` fixes change how something is written, never what it says; in cells of text they may be applied in bulk.
   */
  readonly fix: 'none' | 'format' | 'value' | 'suggestion';
  /** Where the rule comes from: documents and articles, by name. */
  readonly basis: readonly string[];
  /** Rules that speak instead of this one where both find something in the same cell. */
  readonly yieldsTo?: readonly string[];
  /**
   * Rules that speak instead of this one where they found something in a cell that this one's finding relates
   * to: a missing reason is no second defect beside the result that is to be explained.
   */
  readonly yieldsAtRelated?: readonly string[];
  readonly messages: Readonly<Record<string, Localised>>;
}

/** What a rule says of one cell. Money is in the annex's own unit, rates are fractions (1 = 100 %). */
export interface Report {
  /** The rule's own severity where absent. */
  readonly severity?: Severity;
  readonly cell: CellPosition;
  readonly related?: readonly CellPosition[];
  /** `null` for a finding about the whole sheet. */
  readonly project: Pick<Project, 'name' | 'unit'> | null;
  readonly message: string;
  readonly data?: MessageData;
  readonly expected?: number | string;
  readonly actual?: number | string;
  readonly fix?: Fix;
  readonly suggestions?: readonly Fix[];
}

/** A rule at work on one annex: it is shown each project once, in the order of the sheet, and then the end. */
export interface RuleRun {
  project(project: Project): void;
  /** Says what follows from all projects together. */
  close(): void;
}

/**
 * A rule: a pure function of the annex, independent of other rules and of their order. It reports each defect
 * at the cell a reviewer would correct and never throws on any annex.
 */
export interface Rule {
  readonly meta: RuleMeta;
  check(annex: Annex, report: (finding: Report) => void, profile: Profile): void;
  /**
   * The same as `check`, project by project. A rule that learns from all projects and needs to see each only once
   * has it, so that the cells of a large annex are read once for all such rules.
   */
  open?(annex: Annex, report: (finding: Report) => void, profile: Profile): RuleRun;
}

/** A rule that is shown one project after the other. */
export function rollingRule(meta: RuleMeta, open: NonNullable<Rule['open']>): Rule {
  return {
    meta,
    open,
    check(annex, report, profile) {
      const run = open(annex, report, profile);
      for (const project of annex.projects) run.project(project);
      run.close();
    },
  };
}
