import type { AnnexView, Project } from '../annex/annex';
import { annexFacts, learnFacts, mergeFacts, noFacts, type LearntFacts } from '../facts/annex-facts';
import { FactBook } from '../facts/fact-book';
import type { Profile } from '../profile/profile';
import type { AnnexFacts } from '../rule/annex-facts';
import type { Finding } from '../rule/finding';
import type { AnnexOfWorkbook, Learning, Report, Rule, RuleContext } from '../rule/rule';
import { shortened } from '../sheet/shortened';
import { missingFields } from './applicability';
import { saysWhatIsKnown } from './known-cells';
import { byPosition } from './order';
import { settlePrecedence } from './precedence';
import type { RuleOutcome } from './rule-outcome';
import { sameValue } from './same-value';
import { failure, toFinding } from './to-finding';

/** Consecutive projects that are looked at together: indexes, `to` not included. */
export interface Portion {
  readonly from: number;
  readonly to: number;
}

/** What one rule said of a portion, or why it stopped in the middle of it. Plain. */
export interface Said {
  readonly findings: Finding[];
  readonly reason: string | null;
}

/** What was found in a portion at the first look. Plain. */
export interface FirstLook {
  /** What the rules that need to learn nothing said, in the order of the rules. */
  readonly said: readonly Said[];
  /** What was learnt, in the order of the learnings. */
  readonly learnt: readonly Learnt[];
}

/** What was learnt of a portion, or why the learning failed. */
export type Learnt = { readonly value: unknown } | { readonly reason: string };

/** Projects that stay in the processor's cache while rule after rule looks at them. */
const PORTION = 128;

/**
 * The rules at work on one annex, portion by portion. Every step takes and gives plain values, so that portions may be
 * looked at in other threads, and those that an edit did not touch need not be looked at again:
 *
 * 1. `facts` of each portion, all of them together to `useFacts`
 * 2. `look` at each portion: rules that need to learn nothing speak, the others learn; all of it to `useLooks`
 * 3. `lookAgain` at each portion: rules that have learnt speak
 * 4. `review`
 */
export class AnnexRun {
  readonly portions: readonly Portion[];
  readonly outcomesBefore: readonly RuleOutcome[];
  private readonly active: readonly Rule[];
  /** Rules that speak of projects at the first look, and at the second. */
  private readonly first: readonly Rule[];
  private readonly second: readonly Rule[];
  private readonly learnings: readonly Learning<unknown, unknown>[];
  private book: FactBook | null = null;
  private settled: readonly Learnt[] = [];
  private saidOfWorkbook = new Map<Rule, Said>();

  constructor(
    private readonly annex: AnnexView,
    private readonly rules: readonly Rule[],
    private readonly profile: Profile,
    size = PORTION,
  ) {
    this.portions = portionsOf(annex.projects.length, size);
    const active: Rule[] = [];
    this.outcomesBefore = rules.map((rule): RuleOutcome => {
      const { id } = rule.meta;
      if (profile.off.includes(id)) return { rule: id, outcome: 'off' };
      const missing = missingFields(rule, annex);
      if (missing.length > 0) return { rule: id, outcome: 'not-checked', missing };
      active.push(rule);
      return { rule: id, outcome: 'checked' };
    });
    this.active = active;
    this.first = active.filter((rule) => ofProjects(rule) && !rule.learn);
    this.second = active.filter((rule) => ofProjects(rule) && rule.learn);
    this.learnings = [...new Set(active.flatMap(({ learn }) => learn ?? []))];
  }

  /** Whether any rule looks at projects a second time. */
  get looksAgain(): boolean {
    return this.second.length > 0;
  }

  /** What a portion tells of the annex. */
  facts(portion: Portion): LearntFacts {
    const learnt = noFacts();
    for (const project of this.read(portion)) learnFacts(learnt, project);
    return learnt;
  }

  /** @param learnt of all portions, in their order */
  useFacts(learnt: readonly LearntFacts[]): AnnexFacts {
    const all = noFacts();
    for (const one of learnt) mergeFacts(all, one);
    const facts = annexFacts(this.annex, all);
    this.takeFacts(facts);
    return facts;
  }

  /** Facts that were put together elsewhere, or before. */
  takeFacts(facts: AnnexFacts): void {
    this.book = new FactBook(facts, this.profile);
  }

  look(portion: Portion): FirstLook {
    const book = this.known;
    const projects = this.read(portion);
    return {
      learnt: this.learnings.map((learning) => {
        try {
          const value = learning.empty();
          for (const project of projects) learning.add(value, project, book);
          return { value };
        } catch (thrown) {
          return { reason: reasonOf(thrown) };
        }
      }),
      said: this.first.map((rule) => this.speak(rule, projects, { ...book.context, learnt: undefined })),
    };
  }

  /**
   * Puts together what was learnt.
   * @param looks of all portions, in their order
   * @returns what rules are told of it, in the order of the learnings
   */
  useLooks(looks: readonly Pick<FirstLook, 'learnt'>[]): readonly Learnt[] {
    const book = this.known;
    const settled = this.learnings.map((learning, i): Learnt => {
      try {
        const all = learning.empty();
        for (const { learnt } of looks) {
          const one = learnt[i]!;
          if ('reason' in one) return one;
          learning.merge(all, one.value);
        }
        return { value: learning.settle(all, book) };
      } catch (thrown) {
        return { reason: reasonOf(thrown) };
      }
    });
    this.takeLearnt(settled);
    return settled;
  }

  /** What was put together elsewhere, or before. */
  takeLearnt(settled: readonly Learnt[]): void {
    this.settled = settled;
  }

  /** Of the rules that have learnt, in their order: whether they are told something else than they were before. */
  toldAnew(before: readonly Learnt[]): readonly boolean[] {
    const anew = this.settled.map((learnt, i) => !sameValue(learnt, before[i]));
    return this.second.map(({ learn }) => anew[this.learnings.indexOf(learn!)]!);
  }

  /**
   * What the rules that have learnt say of a portion, in the order of the rules.
   * @param kept what they said before, where they would say the same again
   */
  lookAgain(portion: Portion, kept: readonly (Said | null)[] = []): readonly Said[] {
    if (this.second.length === 0) return [];
    const book = this.known;
    const projects = this.read(portion);
    return this.second.map((rule, i) => {
      const before = kept[i];
      if (before) return before;
      const learnt = this.learntBy(rule);
      if ('reason' in learnt) return { findings: [], reason: null };
      return this.speak(rule, projects, { ...book.context, learnt: learnt.value });
    });
  }

  /** This annex among the others of a workbook, for a rule that compares them; `null` where it is not checked here. */
  amongOthers(rule: Rule): AnnexOfWorkbook<unknown> | null {
    const learnt = this.active.includes(rule) ? this.learntBy(rule) : null;
    if (!learnt || 'reason' in learnt) return null;
    const said: Said = { findings: [], reason: null };
    this.saidOfWorkbook.set(rule, said);
    return { ...this.known.context, learnt: learnt.value, report: this.collect(rule, said.findings) };
  }

  /**
   * The review, from what was said of all portions in their order. What gives way to another finding does so also
   * where nothing can be said of that one.
   */
  review(
    looks: readonly Pick<FirstLook, 'said'>[],
    again: readonly (readonly Said[])[],
  ): { readonly findings: Finding[]; readonly outcomes: RuleOutcome[] } {
    const reasons = new Map<string, string>();
    const found: Finding[] = [];
    for (const rule of this.active) {
      const learnt = this.learntBy(rule);
      let reason = 'reason' in learnt ? learnt.reason : null;
      for (const said of this.saidBy(rule, looks, again)) {
        if (reason !== null) break;
        for (const finding of said.findings) found.push(finding);
        reason = said.reason;
      }
      if (reason === null) continue;
      reasons.set(rule.meta.id, reason);
      found.push(failure(this.annex, rule.meta.id, reason));
    }
    const outcomes = this.outcomesBefore.map((outcome): RuleOutcome => {
      const reason = reasons.get(outcome.rule);
      return reason === undefined ? outcome : { rule: outcome.rule, outcome: 'failed', reason };
    });
    const findings = settlePrecedence(found, this.rules).filter(saysWhatIsKnown(this.annex, this.rules));
    return { findings: findings.sort(byPosition), outcomes };
  }

  /** All that a rule said, project by project and then of the annex. */
  private *saidBy(
    rule: Rule,
    looks: readonly Pick<FirstLook, 'said'>[],
    again: readonly (readonly Said[])[],
  ): Generator<Said> {
    const first = this.first.indexOf(rule);
    if (first >= 0) for (const { said } of looks) yield said[first]!;
    const second = this.second.indexOf(rule);
    if (second >= 0) for (const said of again) yield said[second]!;
    yield this.ofAnnex(rule);
    const ofWorkbook = this.saidOfWorkbook.get(rule);
    if (ofWorkbook) yield ofWorkbook;
  }

  private ofAnnex(rule: Rule): Said {
    const findings: Finding[] = [];
    const report = this.collect(rule, findings);
    const learnt = this.learntBy(rule);
    return guarded(findings, () => {
      if (rule.annex && 'value' in learnt)
        rule.annex({ ...this.known.context, learnt: learnt.value }, report);
    });
  }

  private speak(rule: Rule, projects: readonly Project[], context: RuleContext<unknown>): Said {
    const findings: Finding[] = [];
    const report = this.collect(rule, findings);
    return guarded(findings, () => {
      for (const project of projects) {
        rule.project?.(project, context, report);
        if (!rule.indicator) continue;
        for (const indicator of project.indicators) rule.indicator(project, indicator, context, report);
      }
    });
  }

  private collect(rule: Rule, into: Finding[]): (report: Report) => void {
    return (report) => {
      const finding = toFinding(this.annex, rule.meta, report, this.profile);
      if (finding) into.push(finding);
    };
  }

  private read({ from, to }: Portion): readonly Project[] {
    return this.annex.projects.slice(from, to);
  }

  private learntBy({ learn }: Rule): Learnt {
    if (!learn) return { value: undefined };
    return this.settled[this.learnings.indexOf(learn)] ?? { value: undefined };
  }

  private get known(): FactBook {
    if (!this.book) throw new Error('the facts of the annex come first');
    return this.book;
  }
}

/** Whether a rule speaks of projects one by one. */
function ofProjects({ project, indicator }: Rule): boolean {
  return project !== undefined || indicator !== undefined;
}

/** One portion where there are few projects. */
function portionsOf(count: number, size: number): Portion[] {
  const portions: Portion[] = [];
  for (let from = 0; from < count || from === 0; from += size)
    portions.push({ from, to: Math.min(count, from + size) });
  return portions;
}

/** What was said before a rule threw is kept; it is not asked again. */
function guarded(findings: Finding[], work: () => void): Said {
  try {
    work();
    return { findings, reason: null };
  } catch (thrown) {
    return { findings, reason: reasonOf(thrown) };
  }
}

function reasonOf(thrown: unknown): string {
  return shortened(thrown instanceof Error ? thrown.message : String(thrown));
}
