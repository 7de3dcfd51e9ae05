import type { AnnexView } from '../annex/annex';
import { shortened } from '../sheet/shortened';
import { builtInProfile, DEFAULT_PROFILE } from './built-in';
import { statedExecutionWeight } from './execution-weight';
import { findPlace, type FoundPlace } from './find-place';
import type { Profile } from './profile';

/**
 * What told the profile of an annex: a place that it names, the points of the execution, cost as a first level,
 * nothing (`default`), or the reviewer (`chosen`).
 */
export type ProfileReason = 'place' | 'weights' | 'cost-level' | 'default' | 'chosen';

/** The profile that fits an annex, and why. */
export interface ProfileChoice {
  readonly profile: Profile;
  readonly reason: ProfileReason;
  /** The text of the annex that told; `null` where none did. */
  readonly evidence: string | null;
}

/** So many projects at most are looked at; an annex may have tens of thousands. */
export const ROWS_LOOKED_AT = 200;

const HUBEI = builtInProfile('hubei')!;
const MOF_2021 = builtInProfile('mof-2021-101')!;

/**
 * The built-in profile that fits an annex, and what told it. Looked at are, the first that tells anything decides:
 *
 * 1. The place, in the title, the department, the lines around the table and the units. It decides about cost as
 *    a first level too: a place either has weights for that case or wants none checked. It gives way where
 *    the annex itself gives the execution other points than the place does (a form of the ministry, filled in in
 *    Hubei): those are the weights that the scores of the annex are made of.
 * 2. The points of the execution: 20 are Hubei's.
 * 3. Cost as a first level of its own.
 */
export function profileFor(annex: AnnexView): ProfileChoice {
  const place = placeOf(annex);
  const weight = statedExecutionWeight(annex, ROWS_LOOKED_AT);
  const ofPlace = place?.profile == null ? undefined : builtInProfile(place.profile);
  if (place && ofPlace && (!weight || weight.points === ofPlace.executionWeight))
    return { profile: ofPlace, reason: 'place', evidence: place.name };
  if (weight?.points === HUBEI.executionWeight)
    return { profile: HUBEI, reason: 'weights', evidence: shortened(weight.evidence) };
  const cost = annex.stated.costLevel;
  if (cost !== null) return { profile: MOF_2021, reason: 'cost-level', evidence: shortened(cost) };
  return { profile: DEFAULT_PROFILE, reason: 'default', evidence: null };
}

/** A profile that the reviewer has chosen, for whichever annex. */
export function chosenProfile(profile: Profile): ProfileChoice {
  return { profile, reason: 'chosen', evidence: null };
}

/** The same profile, which follows nothing that the annex prints. */
export function heldTo(choice: ProfileChoice): ProfileChoice {
  return { ...choice, profile: { ...choice.profile, printedRules: 'ignore' } };
}

/** What stands above or below the table speaks for all of it; units only where they agree. */
function placeOf(annex: AnnexView): FoundPlace | null {
  for (const text of [annex.title, annex.department, ...annex.entries.map(({ answer }) => answer)]) {
    const place = text === null ? null : findPlace(text);
    if (place) return place;
  }
  return placeOfUnits(annex);
}

function placeOfUnits({ projects }: AnnexView): FoundPlace | null {
  const units = new Set(projects.slice(0, ROWS_LOOKED_AT).flatMap(({ unit }) => unit ?? []));
  const places = [...units].flatMap((unit) => findPlace(unit) ?? []);
  const [first] = places;
  return first && places.every(({ profile }) => profile === first.profile) ? first : null;
}
