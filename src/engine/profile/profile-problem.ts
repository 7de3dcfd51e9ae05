/**
 * What is wrong with a user's profile, or with a vocabulary file, whose mistakes are told the same way.
 *
 * - `not-json`: no JSON at all, at `line` and `column`
 * - `unknown-key`, `unknown-rule`, `unknown-profile`, `not-one-of`: with the `nearest` word there is, or ''
 * - `missing`, `wrong-type`: `expected` is an `ExpectedType`
 * - `out-of-range`: `least` and `most`, either may be ''
 * - `percent`: percent where a fraction belongs; `fraction` is what was most likely meant
 * - `bad-id`, `id-taken`: what names the profile; `empty`, `too-long`: texts and lists
 * - `from-above-to`, `bands-overlap`, `grades-order`, `grade-repeated`, `weights-sum`, `execution-over-total`: each
 *   setting is right by itself, together they are not
 * - `unknown-field`, `no-such-column`, `column-repeated`, `field-repeated`: what corrections of columns name
 */
export const PROFILE_PROBLEMS = [
  'not-json',
  'unknown-key',
  'unknown-rule',
  'unknown-profile',
  'not-one-of',
  'missing',
  'wrong-type',
  'out-of-range',
  'percent',
  'bad-id',
  'id-taken',
  'empty',
  'too-long',
  'from-above-to',
  'bands-overlap',
  'grades-order',
  'grade-repeated',
  'weights-sum',
  'execution-over-total',
  'unknown-field',
  'no-such-column',
  'column-repeated',
  'field-repeated',
] as const;
export type ProfileProblemCode = (typeof PROFILE_PROBLEMS)[number];

/** What a setting takes; `name` is a text, or one in each language. */
export const EXPECTED_TYPES = ['text', 'number', 'list', 'group', 'group-or-null', 'name', 'field'] as const;
export type ExpectedType = (typeof EXPECTED_TYPES)[number];

/** One mistake, as plain data; `profileProblemText` makes a sentence of it. */
export interface ProfileProblem {
  readonly code: ProfileProblemCode;
  /** The setting: "bands.partial.from", "grades[0].from"; '' for the profile as a whole. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
}
