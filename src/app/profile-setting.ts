import type { AnnexView } from '../engine/annex/annex';
import { builtInProfile } from '../engine/profile/built-in';
import { chosenProfile, profileFor, type ProfileChoice } from '../engine/profile/choose-profile';
import type { Profile } from '../engine/profile/profile';
import { RULES } from '../engine/rules';
import { compareSeverities } from '../engine/severity';

/** What the reviewer chose for a workbook: nothing (each annex decides), a built-in profile, or an own document. */
export type ProfileSetting = null | string | OwnProfile;

/** The JSON document of a profile, as it came from its file. */
export type OwnProfile = Readonly<Record<string, unknown>>;

/** The profiles that the annexes of a sheet are checked with. */
export interface ProfilesInUse {
  readonly setting: ProfileSetting;
  /** One entry an annex, in their order. */
  readonly annexes: readonly ProfileChoice[];
  /** What was chosen cannot be used (it is of a newer version, or damaged): each annex decided instead. */
  readonly unusable: boolean;
  /** What the chosen profile turns off and lowers; `null` where none was chosen, or it cannot be used. */
  readonly effects: ProfileEffects | null;
}

/** What a profile turns off and lowers, against what each rule says itself. */
export interface ProfileEffects {
  /** Ids of rules that are not run. */
  readonly off: readonly string[];
  /** Ids of rules whose findings weigh less. */
  readonly lowered: readonly string[];
}

const SEVERITY_OF = new Map(RULES.map(({ meta }) => [meta.id, meta.severity]));

/** What of the review a profile takes away. */
export function effectsOf({ off, severities }: Profile): ProfileEffects {
  const known = new Set(off.filter((rule) => SEVERITY_OF.has(rule)));
  return {
    off: [...known],
    lowered: Object.entries(severities).flatMap(([rule, severity]) => {
      const own = SEVERITY_OF.get(rule);
      return own && severity && !known.has(rule) && compareSeverities(severity, own) > 0 ? rule : [];
    }),
  };
}

/** The profile of a setting; `null` where it cannot be used. */
export async function profileOf(setting: Exclude<ProfileSetting, null>): Promise<Profile | null> {
  return (typeof setting === 'string' ? builtInProfile(setting) : await ownProfile(setting)) ?? null;
}

/** How the profile of an annex is found under a setting. */
export async function profileSource(setting: ProfileSetting): Promise<{
  readonly profileOf: (annex: AnnexView) => ProfileChoice;
  readonly unusable: boolean;
  readonly effects: ProfileEffects | null;
}> {
  if (setting === null) return { profileOf: profileFor, unusable: false, effects: null };
  const chosen = await profileOf(setting);
  if (!chosen) return { profileOf: profileFor, unusable: true, effects: null };
  const choice = chosenProfile(chosen);
  return { profileOf: () => choice, unusable: false, effects: effectsOf(chosen) };
}

/** Reading a document is rare, and its checks are long: they are loaded when one is there. */
async function ownProfile(document: OwnProfile): Promise<Profile | null> {
  const { readProfile } = await import('../engine/profile/read-profile');
  const read = readProfile(
    document,
    RULES.map(({ meta }) => meta.id),
  );
  return 'profile' in read ? read.profile : null;
}
