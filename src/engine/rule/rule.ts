import type { Annex, Indicator, Project } from '../annex/annex';
import type { FieldId } from '../annex/field-id';
import type { Profile } from '../profile/profile';
import type { CellPosition } from '../sheet/address';
import type { Localised } from '../language';
import type { Finding, Fix, MessageData } from './finding';
import type { Severity } from '../severity';
import type { AnnexFacts } from './annex-facts';

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
  /**
   * What makes several findings with the same message one habit to the reader: the field that they stand in (`place`),
   * a text that all of them quote (the placeholder of the message that it is put for), or nothing, because each is to be
   * judged by itself. Absent: the field, but for findings that carry figures of their own.
   */
  readonly habit?: 'place' | 'none' | { readonly text: string };
  /**
   * Whether the rule holds figures against each other. Where it finds most projects of a long annex wrong, the figures
   * may be others than it takes them for: it then offers none.
   */
  readonly compares?: true;
  /**
   * Whether a rule that compares only notes what it finds where most figures disagree: a few of a short annex may be
   * reckoned otherwise. Of most projects of a long annex it is said aloud.
   */
  readonly notesMost?: true;
  readonly messages: Readonly<Record<string, Localised>>;
}

/** Which project is meant: plain, so that it may be learnt. */
export type ProjectRef = Pick<Project, 'index' | 'name' | 'unit'>;

/** Names a project without keeping hold of its cells. */
export function refOf({ index, name, unit }: Project): ProjectRef {
  return { index, name, unit };
}

/** A cell that a report relates to: of the annex's own worksheet, or of the one that is named by its id. */
export interface RelatedCell extends CellPosition {
  readonly sheetId?: string;
}

/** What a rule says of one cell. Money is in the annex's own unit, rates are fractions (1 = 100 %). */
export interface Report {
  /** The rule's own severity where absent. */
  readonly severity?: Severity;
  readonly cell: CellPosition;
  readonly related?: readonly RelatedCell[];
  /** `null` for a finding about the whole sheet. */
  readonly project: ProjectRef | null;
  readonly message: string;
  readonly data?: MessageData;
  readonly expected?: number | string;
  readonly actual?: number | string;
  readonly fix?: Fix;
  readonly suggestions?: readonly Fix[];
}

/** What a rule is told beside what it looks at. */
export interface FactContext {
  readonly annex: AnnexFacts;
  readonly profile: Profile;
  /**
   * What several rules compute from the annex and the profile: computed when it is first asked for, and kept for as
   * long as the review of the annex. Pass a function that stands for the fact, always the same one.
   */
  fact<T>(compute: (context: FactContext) => T): T;
}

/** The same for a rule that learns from all projects first. */
export interface RuleContext<S = void> extends FactContext {
  readonly learnt: S;
}

/** What rules that compare the annexes of a workbook may know of each beside what was learnt. Plain. */
export type AnnexInWorkbook = Pick<
  Annex,
  'id' | 'layout' | 'sheet' | 'title' | 'year' | 'department' | 'moneyUnit' | 'moneyDecimals' | 'fields'
>;

/** An annex among the others of a workbook, for rules that compare them. */
export interface AnnexOfWorkbook<S> {
  readonly annex: AnnexInWorkbook;
  readonly profile: Profile;
  readonly learnt: S;
  /** Reports of this annex. */
  report(finding: Report): void;
  /** Says that this annex was held against another one: a rule that does nothing else is then checked. */
  compared(): void;
}

export interface WorkbookContext<S> {
  /** In the order of the worksheets, and of their rows. */
  readonly annexes: readonly AnnexOfWorkbook<S>[];
}

/**
 * What is learnt from projects, one after the other. `L` and `S` are plain values (they survive `structuredClone`):
 * what was learnt of portions of an annex is put together, in whatever thread they were looked at, and must be the same
 * in any portioning. Rules may share one learning; it is then learnt once.
 */
export interface Learning<L, S = L> {
  empty(): L;
  add(learnt: L, project: Project, context: FactContext): void;
  /** Takes into `learnt` what was learnt of the projects that follow. */
  merge(learnt: L, further: L): void;
  /**
   * What rules are told of it in the end. The less of it changes with a single cell, the less has to be looked at again
   * after an edit.
   */
  settle(learnt: L, context: FactContext): S;
}

type SilentByWording = true | ((indicator: Indicator, context: FactContext) => boolean);

/**
 * A rule: pure, independent of other rules and of their order. It reports each defect at the cell a reviewer would
 * correct and never throws on any annex. What it may see is what its functions are given.
 */
export interface RuleOf<S = void> {
  readonly meta: RuleMeta;
  /** What it has to learn from all projects before it speaks. */
  readonly learn?: Learning<unknown, S>;
  /**
   * Of a rule that learns: looks at one project for what it can say without having learnt anything, while the project is
   * first looked at.
   */
  atOnce?(project: Project, context: FactContext, report: (finding: Report) => void): void;
  /**
   * Of a rule that learns: whether `project` may have anything to say of a project, whatever is learnt. It is asked while
   * the project is first looked at; of others the rule is not asked again. Absent: it may of any.
   */
  mayConcern?(project: Project, context: FactContext): boolean;
  /** Looks at one project: what it says follows from that project, the facts of its annex, and what was learnt. */
  project?(project: Project, context: RuleContext<S>, report: (finding: Report) => void): void;
  readonly readings?: Readings<S>;
  /** The same as `project` for a rule that looks at one indicator of a project at a time. */
  indicator?(
    project: Project,
    indicator: Indicator,
    context: RuleContext<S>,
    report: (finding: Report) => void,
  ): void;
  /**
   * Whether the wording of an indicator and the facts of its annex alone decide that `indicator` says nothing of it: of
   * others that are worded so it is then not asked. What it says of one may follow from the whole project. Or, where not
   * all of its silence is decided so, of which indicators it is.
   */
  readonly silentByWording?: SilentByWording;
  /** Looks at the annex without its projects: entries, hidden lines, sums, and what was learnt. */
  annex?(context: RuleContext<S>, report: (finding: Report) => void): void;
  /** Compares the annexes of a workbook, by what was learnt of each. */
  workbook?(context: WorkbookContext<S>): void;
}

/**
 * What a rule that compares figures counts of all projects, so that a habit of most of them can say with which readings of
 * the figures how many agree.
 */
export interface Readings<S = unknown> {
  /** What is said of the habit, with the data of a finding of it and the counts. */
  readonly message: Localised;
  /** What a project adds one to, by names of the rule's own. */
  of(project: Project, context: RuleContext<S>): readonly string[];
  /** What counts the message tells of the habit of a finding: their names by its placeholders. */
  told(finding: Finding): Readonly<Record<string, string>>;
}

/** A rule whose kind of learning does not matter to whoever runs it. */
export interface Rule {
  readonly meta: RuleMeta;
  readonly learn?: Learning<unknown, unknown>;
  atOnce?(project: Project, context: FactContext, report: (finding: Report) => void): void;
  mayConcern?(project: Project, context: FactContext): boolean;
  project?(project: Project, context: RuleContext<unknown>, report: (finding: Report) => void): void;
  readonly readings?: Readings<unknown>;
  indicator?(
    project: Project,
    indicator: Indicator,
    context: RuleContext<unknown>,
    report: (finding: Report) => void,
  ): void;
  readonly silentByWording?: SilentByWording;
  annex?(context: RuleContext<unknown>, report: (finding: Report) => void): void;
  workbook?(context: WorkbookContext<unknown>): void;
}

/** Names what a rule learns, so that its functions are checked against it. */
export function defineRule<S = void>(rule: RuleOf<S>): Rule {
  return rule;
}

/** A learning of which rules are told as it is. */
export function learning<L>(of: Omit<Learning<L>, 'settle'>): Learning<L> {
  return { ...of, settle: (learnt) => learnt };
}
