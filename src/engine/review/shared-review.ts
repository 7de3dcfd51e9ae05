import { REVIEWED_LAYOUTS, type AnnexView } from '../annex/annex';
import { readAnnexes } from '../annex/reading';
import type { LearntFacts } from '../facts/annex-facts';
import { RULES } from '../rules';
import type { Profile } from '../profile/profile';
import { profileFor } from '../profile/choose-profile';
import type { AnnexFacts } from '../rule/annex-facts';
import type { SheetSnapshot } from '../sheet/snapshot';
import { AnnexRun, type FirstLook, type Learnt, type Portion, type Said } from './annex-run';
import { annexInSteps, type LookedAtAnnex } from './annex-in-steps';
import { lookedAt, type LookedAt, type ReviewSheetOptions } from './review-sheet';

/** The number of a portion that nobody has taken yet; `null`: all are taken. */
export type TakePortion = () => number | null;

/** What was made of portions, by their numbers. */
export type Looked<T> = ReadonlyMap<number, T>;

/** One of the steps of `AnnexRun`, which others have begun. */
export interface SharedStep<T> {
  readonly take: TakePortion;
  /** To be asked when all portions are taken. What the others have not brought back is looked at again. */
  collect(): Promise<Looked<T>>;
}

/** Others who look at portions of an annex while its owner does, in whatever thread. */
export interface Others {
  facts(portions: number): SharedStep<LearntFacts>;
  look(portions: number, facts: AnnexFacts): SharedStep<FirstLook>;
  lookAgain(portions: number, learnt: readonly Learnt[]): SharedStep<readonly Said[]>;
}

/**
 * Recognises one worksheet and looks at it together with others: what comes of it is what `lookAtAnnexes` says, whoever looks
 * at which portions.
 *
 * @param othersAt those who help with an annex, by its place among those of the worksheet; `null`: nobody
 */
export async function lookAtAnnexesTogether(
  sheet: SheetSnapshot,
  { statements, profileOf = profileFor, ...options }: ReviewSheetOptions,
  othersAt: (index: number, annex: AnnexView, profile: Profile) => Others | null,
): Promise<LookedAt[]> {
  const looked: LookedAt[] = [];
  for (const [i, annex] of readAnnexes(sheet, statements, options).entries()) {
    const profile = profileOf(annex);
    const others = REVIEWED_LAYOUTS.includes(annex.layout) ? othersAt(i, annex, profile.profile) : null;
    const all = others
      ? await lookTogether(annex, profile.profile, others)
      : lookAlone(annex, profile.profile);
    looked.push(lookedAt(sheet, annex, profile, all));
  }
  return looked;
}

function lookAlone(annex: AnnexView, profile: Profile): LookedAtAnnex {
  const steps = annexInSteps(annex, { profile });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

async function lookTogether(annex: AnnexView, profile: Profile, others: Others): Promise<LookedAtAnnex> {
  const run = runOf(annex, profile);
  const { portions } = run;
  const { length } = portions;
  const facts = run.useFacts(await together(portions, others.facts(length), (each) => run.facts(each)));
  const looks = await together(portions, others.look(length, facts), (each) => run.look(each));
  const learnt = run.useLooks(looks);
  const again = run.looksAgain
    ? await together(portions, others.lookAgain(length, learnt), (each) => run.lookAgain(each))
    : [];
  const gathered = run.gather(looks, again);
  return { told: run.told, memory: null, conclude: (across) => run.conclude(gathered, across) };
}

/** The run of an annex, the same for all who look at portions of it. */
export function runOf(annex: AnnexView, profile: Profile): AnnexRun {
  return new AnnexRun(annex, RULES, profile);
}

/** Looks at portions as long as there are some to take. */
export function lookAtPortions<T>(
  portions: readonly Portion[],
  take: TakePortion,
  look: (portion: Portion) => T,
): Map<number, T> {
  const looked = new Map<number, T>();
  for (let i = take(); i !== null; i = take()) looked.set(i, look(portions[i]!));
  return looked;
}

async function together<T>(
  portions: readonly Portion[],
  { take, collect }: SharedStep<T>,
  look: (portion: Portion) => T,
): Promise<T[]> {
  const own = lookAtPortions(portions, take, look);
  const theirs = await collect();
  return portions.map((portion, i) => own.get(i) ?? theirs.get(i) ?? look(portion));
}
