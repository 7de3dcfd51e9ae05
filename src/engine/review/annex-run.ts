import type { AnnexView, Indicator, Project } from '../annex/annex';
import { annexFacts, learnFacts, mergeFacts, noFacts, type LearntFacts } from '../facts/annex-facts';
import { FactBook } from '../facts/fact-book';
import type { Profile } from '../profile/profile';
import type { AnnexFacts } from '../rule/annex-facts';
import type { Finding } from '../rule/finding';
import type { FactContext, Learning, Rule, RuleContext } from '../rule/rule';
import { Applicability } from './applicability';
import { withErrorsInMost } from './errors-in-most';
import { withHabits } from './habits';
import { indicatorOfRow } from './indicator-of-row';
import { saysWhatIsKnown } from './known-cells';
import { byPosition } from './order';
import { settlePrecedence } from './precedence';
import type { AcrossOfAnnex, ToldOfAnnex } from './review-workbook';
import type { RuleOutcome } from './rule-outcome';
import { sameValue } from './same-value';
import { reasonOf, Speaker, type Said, type Tally } from './speaker';
import { failure, toFinding } from './to-finding';

export type { Said } from './speaker';

/** Consecutive projects that are looked at together: indexes, `to` not included. */
export interface Portion {
  readonly from: number;
  readonly to: number;
}

/** What was found in a portion at the first look. Plain. */
export interface FirstLook {
  /** What rules said that need to have learnt nothing for it, in the order of the rules. */
  readonly said: readonly Said[];
  /** What was learnt, in the order of the learnings. */
  readonly learnt: readonly Learnt[];
}

/** What was learnt of a portion, or why the learning failed. */
export type Learnt = { readonly value: unknown } | { readonly reason: string };

/** All that the rules said of an annex by itself. */
export interface Gathered {
  readonly found: readonly Finding[];
  /** Why rules stopped in the middle of it, by their ids. */
  readonly reasons: ReadonlyMap<string, string>;
  /** What rules counted for their readings, by their ids. */
  readonly tallies: ReadonlyMap<string, Tally>;
}

/** Projects that stay in the processor's cache while rule after rule looks at them. */
const PORTION = 128;

/**
 * The rules at work on one annex, portion by portion. Every step takes and gives plain values, so that portions may be
 * looked at in other threads, and those that an edit did not touch need not be looked at again:
 *
 * 1. `facts` of each portion, all of them together to `useFacts`
 * 2. `look` at each portion: rules that need to learn nothing speak, the others learn; all of it to `useLooks`
 * 3. `lookAgain` at each portion: rules that have learnt speak
 * 4. `gather`, and `conclude` when the rules that compare annexes have spoken of what each has `told`
 */
export class AnnexRun {
  readonly portions: readonly Portion[];
  readonly outcomesBefore: readonly RuleOutcome[];
  private readonly active: readonly Rule[];
  /** Rules that speak of projects at the first look, and those that do at the second. */
  private readonly first: readonly Rule[];
  private readonly second: readonly Rule[];
  private readonly learnings: readonly Learning<unknown, unknown>[];
  private book: FactBook | null = null;
  private settled: readonly Learnt[] = [];
  /** Of portions that were looked at here: the projects that each rule of the second look may concern; `null`: all. */
  private readonly concerned = new WeakMap<Portion, readonly (readonly Project[] | null)[]>();

  constructor(
    private readonly annex: AnnexView,
    private readonly rules: readonly Rule[],
    private readonly profile: Profile,
    size = PORTION,
  ) {
    this.portions = portionsOf(annex.projects.length, size);
    const active: Rule[] = [];
    const applicability = new Applicability(annex);
    this.outcomesBefore = rules.map((rule): RuleOutcome => {
      const { id } = rule.meta;
      if (profile.off.includes(id)) return { rule: id, outcome: 'off' };
      const missing = applicability.missingFields(rule);
      if (missing.length > 0)
        return { rule: id, outcome: 'not-checked', missing, unsure: applicability.unsurePlaces(missing) };
      active.push(rule);
      return { rule: id, outcome: 'checked' };
    });
    this.active = active;
    this.first = active.filter((rule) => rule.atOnce ?? (ofProjects(rule) && !rule.learn));
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
    this.concerned.set(
      portion,
      this.second.map((rule) => concernedBy(rule, projects, book.context)),
    );
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
      said: this.speakFirst(projects, { ...book.context, learnt: undefined }),
    };
  }

  /** What rules say that need to have learnt nothing for it, in their order. */
  private speakFirst(projects: readonly Project[], context: RuleContext<unknown>): readonly Said[] {
    const speakers = this.first.map((rule) => this.speaker(rule, context));
    const byWording = speakers.filter(({ rule }) => rule.silentByWording);
    for (const speaker of speakers) if (!speaker.rule.silentByWording) speaker.atOnce(projects);
    for (const project of projects) {
      for (const speaker of byWording) speaker.ofProject(project);
      for (const indicator of project.indicators) this.speakByWording(byWording, project, indicator);
    }
    return speakers.map(({ said }) => said);
  }

  /** Asks those that may say something of indicators that are worded so; of the first one it is found out who they are. */
  private speakByWording(all: readonly Speaker[], project: Project, indicator: Indicator): void {
    const { wording } = indicator;
    const known = wording.speakersOf(this);
    if (known !== null) {
      for (const i of known) all[i]!.ofIndicator(project, indicator);
      return;
    }
    const speakers: number[] = [];
    for (let i = 0; i < all.length; i++) if (all[i]!.ofWording(project, indicator)) speakers.push(i);
    wording.keepSpeakers(this, speakers.length > 0 ? speakers : NOBODY);
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
    const concerned = this.concerned.get(portion);
    return this.second.map((rule, i) => {
      const before = kept[i];
      if (before) return before;
      const learnt = this.learntBy(rule);
      if ('reason' in learnt) return { findings: [], reason: null };
      const speaker = this.speaker(rule, { ...book.context, learnt: learnt.value });
      speaker.ofProjects(concerned?.[i] ?? projects);
      return speaker.said;
    });
  }

  /** What this annex tells the rules that compare it with the others of its workbook. */
  get told(): ToldOfAnnex {
    const { id, layout, sheet, title, year, department, moneyUnit, moneyDecimals, fields } = this.annex;
    const learnt = this.active.flatMap((rule) => {
      const known = rule.workbook ? this.learntBy(rule) : { reason: '' };
      return 'reason' in known ? [] : [[rule.meta.id, known.value] as const];
    });
    return {
      annex: { id, layout, sheet, title, year, department, moneyUnit, moneyDecimals, fields },
      profile: this.profile,
      learnt: Object.fromEntries(learnt),
    };
  }

  /** The review of this annex, from what was said of all portions in their order; `across` as in `conclude`. */
  review(
    looks: readonly Pick<FirstLook, 'said'>[],
    again: readonly (readonly Said[])[],
    across: AcrossOfAnnex | null = null,
  ): { readonly findings: Finding[]; readonly outcomes: RuleOutcome[] } {
    return this.conclude(this.gather(looks, again), across);
  }

  /** What was said of all portions in their order, and of the annex. */
  gather(looks: readonly Pick<FirstLook, 'said'>[], again: readonly (readonly Said[])[]): Gathered {
    const reasons = new Map<string, string>();
    const found: Finding[] = [];
    const tallies = new Map<string, Tally>();
    for (const rule of this.active) {
      const learnt = this.learntBy(rule);
      let reason = 'reason' in learnt ? learnt.reason : null;
      for (const said of this.saidBy(rule, looks, again)) {
        if (reason !== null) break;
        for (const finding of said.findings) found.push(finding);
        reason = said.reason;
        if (said.tally) addTally(tallies, rule.meta.id, said.tally);
      }
      if (reason !== null) reasons.set(rule.meta.id, reason);
    }
    return { found, reasons, tallies };
  }

  /**
   * The review. What gives way to another finding does so also where nothing can be said of that one.
   *
   * @param across what the rules that compare annexes said of this one; `null`: they were not asked
   */
  conclude(
    { found, reasons: failed, tallies }: Gathered,
    across: AcrossOfAnnex | null,
  ): { readonly findings: Finding[]; readonly outcomes: RuleOutcome[] } {
    const all = [...found];
    const reasons = new Map(failed);
    for (const rule of this.active) {
      const { id } = rule.meta;
      const said = across?.[id];
      for (const report of said?.reports ?? []) {
        const finding = toFinding(
          this.annex,
          rule.meta,
          report,
          this.profile,
          indicatorOfRow(this.annex, report),
        );
        if (finding) all.push(finding);
      }
      if (said?.reason != null && !reasons.has(id)) reasons.set(id, said.reason);
    }
    for (const [rule, reason] of reasons) all.push(failure(this.annex, rule, reason));
    const onlyCompare = new Set(this.active.filter(comparesOnly).map(({ meta }) => meta.id));
    const outcomes = this.outcomesBefore.map((outcome): RuleOutcome => {
      const { rule } = outcome;
      const reason = reasons.get(rule);
      if (reason !== undefined) return { rule, outcome: 'failed', reason };
      return onlyCompare.has(rule) && !across?.[rule]?.compared ? { rule, outcome: 'uncompared' } : outcome;
    });
    const findings = settlePrecedence(all, this.rules).filter(saysWhatIsKnown(this.annex, this.rules));
    const inHabits = withHabits(findings, this.annex, this.rules);
    const told = withErrorsInMost(inHabits, this.annex, this.rules, this.profile, tallies);
    return { findings: told.sort(byPosition), outcomes };
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
  }

  private ofAnnex(rule: Rule): Said {
    const learnt = this.learntBy(rule);
    // Most rules look at projects alone.
    if (!rule.annex || 'reason' in learnt) return { findings: [], reason: null };
    const speaker = this.speaker(rule, { ...this.known.context, learnt: learnt.value });
    speaker.ofAnnex();
    return speaker.said;
  }

  private speaker(rule: Rule, context: RuleContext<unknown>): Speaker {
    return new Speaker(rule, context, this.annex, this.profile);
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

/** Most indicators are without a fault. */
const NOBODY: readonly number[] = [];

function addTally(tallies: Map<string, Tally>, rule: string, tally: Tally): void {
  const sum = tallies.get(rule) ?? {};
  for (const [name, count] of Object.entries(tally)) sum[name] = (sum[name] ?? 0) + count;
  tallies.set(rule, sum);
}

/** The projects that a rule which learns may say anything of; `null`: any, or all of them are counted. */
function concernedBy(
  rule: Rule,
  projects: readonly Project[],
  context: FactContext,
): readonly Project[] | null {
  if (!rule.mayConcern || rule.readings) return null;
  try {
    return projects.filter((project) => rule.mayConcern!(project, context));
  } catch {
    // The rule will say for itself what is wrong.
    return null;
  }
}

/** Whether a rule does nothing but compare annexes with each other. */
function comparesOnly({ project, indicator, annex, workbook }: Rule): boolean {
  return workbook !== undefined && !project && !indicator && !annex;
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
