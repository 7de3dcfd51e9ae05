import type { FieldPattern } from '../rule/rule';

/** What became of one rule: a rule without its columns was never "passed". */
export type RuleOutcome =
  | { readonly rule: string; readonly outcome: 'checked' }
  /** Switched off by the profile. */
  | { readonly rule: string; readonly outcome: 'off' }
  | {
      readonly rule: string;
      readonly outcome: 'not-checked';
      readonly missing: readonly (readonly FieldPattern[])[];
      /** Places that are guessed to be what is missing, by their index; none where nothing comes near. */
      readonly unsure: readonly number[];
    }
  /** It compares annexes, and there was no other one to be compared with, or it was not read. */
  | { readonly rule: string; readonly outcome: 'uncompared' }
  | { readonly rule: string; readonly outcome: 'failed'; readonly reason: string };

/** The id of the finding about a rule that threw; it carries the rule's id and the reason. */
export const RULE_FAILED = 'rule-failed';
