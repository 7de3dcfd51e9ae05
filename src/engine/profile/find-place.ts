import { foldText } from '../annex/text';
import { PLACES } from './places';

/** A place that a text names. */
export interface FoundPlace {
  /** The profile for it; `null` where it is a place that none is for. */
  readonly profile: string | null;
  /** The names as they stand in the text, one behind the other: 湖北省黄石市. */
  readonly name: string;
}

const profileOf = new Map(PLACES.flatMap(({ profile, names }) => names.map((name) => [name, profile])));
/** Longer names first, so that none is taken for the beginning of another. */
const NAME = [...profileOf.keys()].sort((a, b) => b.length - a.length).join('|');

/** 成都市场, 天门市部 (航天门市部) and 天桥区域 go on as other words; 驻、援、赴 and the like say that somebody else is there. */
const PLACE = new RegExp(`([驻援赴扶帮]|援助|对口)?((?:(?:${NAME})(?![场域间段位块]|部(?!门)))+)`, 'g');
const ONE_NAME = new RegExp(NAME, 'g');

/** Longer texts are no names of units and no titles. */
const LONGEST = 200;

/**
 * The first place that a text names, or `null`. Names that stand together are one place, told by the last of
 * them that a profile is for: 山东省济南市 is Jinan.
 */
export function findPlace(text: string): FoundPlace | null {
  if (text.length > LONGEST) return null;
  for (const [, away, name] of foldText(text).matchAll(PLACE)) {
    if (away !== undefined) continue;
    const profiles = name!.match(ONE_NAME)!.flatMap((one) => profileOf.get(one) ?? []);
    return { profile: profiles[profiles.length - 1] ?? null, name: name! };
  }
  return null;
}
