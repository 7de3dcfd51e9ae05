import type { Annex } from '../annex/annex';
import type { PointsRule } from '../annex/stated/printed-rule';
import { PrintedPoints } from '../facts/scores/printed-points';
import type { Profile } from '../profile/profile';
import type { CellPosition } from '../sheet/address';
import type { RuleOutcome } from './rule-outcome';

/** Rules that went by a text of the table in place of the profile, or were silent for it. Plain. */
export interface RulesByNote {
  readonly cell: CellPosition;
  /** The text, on one line. */
  readonly text: string;
  /** Whether the points were checked by the text; else nothing was, for it was not understood. */
  readonly understood: boolean;
  /** Ids of the rules. */
  readonly rules: readonly string[];
}

const OF_EXECUTION = ['execution-score-mismatch', 'full-score-not-full-execution'];
const OF_QUANTIFIED = ['score-not-proportional'];
const OF_QUALITATIVE = ['qualitative-band'];

/** What of an annex was checked by its own texts, one entry a text; empty where the profile alone was followed. */
export function rulesByNote(
  annex: Annex,
  profile: Profile,
  outcomes: readonly RuleOutcome[],
): readonly RulesByNote[] {
  if (profile.printedRules === 'ignore') return [];
  const checked = new Set(outcomes.flatMap(({ rule, outcome }) => (outcome === 'checked' ? rule : [])));
  const found = new Map<string, RulesByNote>();
  const add = (rule: Pick<PointsRule, 'cell' | 'text' | 'understood'>, ids: readonly string[]): void => {
    const { cell, text } = rule;
    const key = `${cell.row} ${cell.column}`;
    const before = found.get(key);
    const rules = [...new Set([...(before?.rules ?? []), ...ids.filter((id) => checked.has(id))])];
    const understood = rule.understood && (before?.understood ?? true);
    if (rules.length > 0) found.set(key, { cell, text, understood, rules });
  };
  for (const rule of new PrintedPoints(annex, profile).inForce) add(rule, rulesAbout(rule));
  const { bands } = annex.stated.printed;
  const { achieved, partial } = profile.bands;
  if (bands && (bands.value.achieved !== achieved.from || bands.value.partial !== partial.from))
    add({ ...bands, understood: true }, OF_QUALITATIVE);
  return [...found.values()];
}

function rulesAbout({ about, understood }: PointsRule): readonly string[] {
  switch (about) {
    case 'execution':
      return OF_EXECUTION;
    case 'qualitative':
      return OF_QUALITATIVE;
    case 'indicators':
      return understood ? OF_QUANTIFIED : [...OF_QUANTIFIED, ...OF_QUALITATIVE];
    case 'up':
    case 'down':
    case 'quantified':
      return OF_QUANTIFIED;
  }
}
