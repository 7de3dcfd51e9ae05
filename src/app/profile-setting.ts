import type { Annex } from '../engine/annex/annex';
import { builtInProfile } from '../engine/profile/built-in';
import { chosenProfile, profileFor, type ProfileChoice } from '../engine/profile/choose-profile';
import type { Profile } from '../engine/profile/profile';
import { RULES } from '../engine/rules';
import type { StateDocument } from './state/state-document';

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
}

/** What is kept in the workbook. */
export function profileSettingOf({ others }: Pick<StateDocument, 'others'>): ProfileSetting {
  const { profile } = settingsOf(others);
  return typeof profile === 'string' || isObject(profile) ? profile : null;
}

/** The state document with another choice in it; other settings are carried along. */
export function withProfileSetting(state: StateDocument, setting: ProfileSetting): StateDocument {
  const settings: Record<string, unknown> = { ...settingsOf(state.others) };
  delete settings['profile'];
  return {
    ...state,
    others: {
      ...state.others,
      settings: setting === null ? settings : { ...settings, profile: setting },
    },
  };
}

/** How the profile of an annex is found under a setting. */
export async function profileSource(
  setting: ProfileSetting,
): Promise<{ readonly profileOf: (annex: Annex) => ProfileChoice; readonly unusable: boolean }> {
  if (setting === null) return { profileOf: profileFor, unusable: false };
  const chosen = typeof setting === 'string' ? builtInProfile(setting) : await ownProfile(setting);
  if (!chosen) return { profileOf: profileFor, unusable: true };
  const choice = chosenProfile(chosen);
  return { profileOf: () => choice, unusable: false };
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

function settingsOf(others: StateDocument['others']): OwnProfile {
  const { settings } = others;
  return isObject(settings) ? settings : {};
}

function isObject(value: unknown): value is OwnProfile {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
