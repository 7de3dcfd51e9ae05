import type { Profile } from '../profile/profile';
import type { AnnexFacts } from '../rule/annex-facts';
import type { FactContext } from '../rule/rule';

/** What is known of one annex under one profile, for one review. */
export class FactBook implements FactContext {
  private readonly facts = new Map<unknown, unknown>();
  /** The same, to be spread into a context with more in it. */
  readonly context: FactContext;

  constructor(
    readonly annex: AnnexFacts,
    readonly profile: Profile,
  ) {
    this.context = { annex, profile, fact: this.fact.bind(this) };
  }

  fact<T>(compute: (context: FactContext) => T): T {
    if (!this.facts.has(compute)) this.facts.set(compute, compute(this));
    return this.facts.get(compute) as T;
  }
}
