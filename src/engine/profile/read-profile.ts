import { builtInProfile, DEFAULT_PROFILE } from './built-in';
import { checkTogether } from './check-together';
import { parseJson } from './parse-json';
import type { Profile, ProfileChanges } from './profile';
import type { ProfileProblem } from './profile-problem';
import { profileFile, profileJsonSchema, type ProfileFile } from './profile-file';
import { schemaProblems } from './schema-problems';

/** The profile, or all that is wrong with its text; never both. */
export type ReadProfile = { readonly profile: Profile } | { readonly problems: readonly ProfileProblem[] };

/**
 * Reads a user's profile: its settings over those of the built-in profile that it extends. Never throws.
 *
 * @param json the parsed file
 * @param ruleIds the rules that there are
 */
export function readProfile(json: unknown, ruleIds: readonly string[]): ReadProfile {
  const read = profileFile(ruleIds).safeParse(json);
  if (!read.success) return { problems: schemaProblems(read.error.issues, json, profileJsonSchema(ruleIds)) };
  const profile = completed(read.data);
  const problems = checkTogether(profile);
  return problems.length > 0 ? { problems } : { profile };
}

/** The same for the text of a file; a text that is no JSON is a problem with line and column. */
export function readProfileText(source: string, ruleIds: readonly string[]): ReadProfile {
  const parsed = parseJson(source);
  return 'problems' in parsed ? parsed : readProfile(parsed.json, ruleIds);
}

function completed(file: ProfileFile): Profile {
  const { id, name = id, extends: base, ...settings } = file;
  delete settings.$schema;
  const changes: ProfileChanges = settings;
  return {
    ...(base === undefined ? DEFAULT_PROFILE : builtInProfile(base)!),
    ...changes,
    id,
    name: typeof name === 'string' ? { 'zh-CN': name, en: name } : name,
  };
}
