import type { LevelWeights, Profile, ScoreBand } from '../../engine/profile/profile';
import { format, type PaneTexts } from '../i18n/texts';
import type { RuleTexts } from './rule-texts';

/** A setting of a profile, in words. */
export interface SettingInUse {
  readonly name: string;
  readonly value: string;
}

/** The settings of a profile that a rule goes by, as a person reads them. */
export function settingsInUse(
  profile: Profile,
  keys: readonly (keyof Profile)[],
  texts: RuleTexts,
  { listSeparator }: Pick<PaneTexts, 'listSeparator'>,
): SettingInUse[] {
  const { profileKeys } = texts;
  return keys.flatMap((key) => {
    if (!(key in profileKeys)) return [];
    const value = valueText(profile, key as keyof typeof profileKeys, texts, listSeparator);
    return [{ name: profileKeys[key as keyof typeof profileKeys], value }];
  });
}

function valueText(
  profile: Profile,
  key: keyof RuleTexts['profileKeys'],
  { profileValues }: RuleTexts,
  separator: string,
): string {
  const levels = (weights: LevelWeights | null): string =>
    weights === null
      ? profileValues.noLevels
      : (['output', 'cost', 'benefit', 'satisfaction'] as const)
          .flatMap((level) => {
            const points = weights[level];
            return points === undefined
              ? []
              : [format(profileValues.level, { name: profileValues.levels[level], points: String(points) })];
          })
          .join(separator);
  const band = (name: 'achieved' | 'partial' | 'not', { from, to }: ScoreBand): string =>
    format(profileValues.band, { name: profileValues.bands[name], from: percent(from), to: percent(to) });
  switch (key) {
    case 'rateDenominator':
      return profileValues[profile.rateDenominator];
    case 'explainBelow':
    case 'explainAdjustment':
    case 'littleSpent':
    case 'nearlyAllPoints':
      return percent(profile[key]);
    case 'overshoot':
      return format(profileValues.times, { count: String(profile.overshoot) });
    case 'missedCeiling':
      return profileValues.missedCeiling[profile.missedCeiling];
    case 'printedRules':
      return profileValues.printedRules[profile.printedRules];
    case 'levelWeights':
    case 'levelWeightsWithCost':
      return levels(profile[key]);
    case 'bands':
      return (['achieved', 'partial', 'not'] as const)
        .map((name) => band(name, profile.bands[name]))
        .join(separator);
    case 'grades':
      return profile.grades
        .map(({ name, from }) => format(profileValues.grade, { name, from: String(from) }))
        .join(separator);
    case 'executionWeight':
    case 'totalWeight':
    case 'scoreTolerance':
    case 'moneyTolerance':
      return String(profile[key]);
  }
}

/** A fraction as a percentage, without digits that say nothing. */
function percent(fraction: number): string {
  return `${Number((fraction * 100).toFixed(2))}%`;
}
