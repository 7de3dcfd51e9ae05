import type { Localised } from '../language';
import type { ProfileSettings } from './profile-schema';

/** Nobody changes a profile, nor what is in it. */
type Unchanging<T> = T extends readonly (infer Item)[]
  ? readonly Unchanging<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Unchanging<T[Key]> }
    : T;

/**
 * What differs from place to place, as plain data. Rates are fractions (0.9 = 90 %), weights and scores points,
 * money tolerances 万元. Each setting is described where it is checked, in `profile-schema.ts`; that module, and the
 * checking library with it, is loaded only where a profile is read.
 */
export interface Profile extends Unchanging<ProfileSettings> {
  readonly id: string;
  readonly name: Localised;
}

/** Points that the indicators of a first level carry together; without `cost` (成本指标) cost counts as output. */
export type LevelWeights = NonNullable<Profile['levelWeights']>;

/** The parts of its weight that a qualitative indicator earns: 达成预期指标、部分达成并具有一定效果、未达成且效果较差. */
export type ScoreBands = Profile['bands'];

/** One of them: `from` is included, as are fractions of 1. */
export type ScoreBand = ScoreBands['achieved'];

/** A grade and the least score, of 100, that earns it. */
export type Grade = Profile['grades'][number];

/** What a profile changes of another one. */
export type ProfileChanges = Partial<Omit<Profile, 'id'>>;
