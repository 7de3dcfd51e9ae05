import type { Locale } from '../language';
import type { SheetSnapshot } from '../sheet/snapshot';
import { contributionsTo } from './keep-reviewer-input';
import type { ListedFinding } from './listed-findings';
import { readIssueSheet } from './read-issue-sheet';
import { ROLLUP_TEXTS } from './texts';
import { hasInput, inLanguage, statusIsTyped } from './typed-input';

/** What somebody typed of a finding into 问题清单: another status than we wrote, an answer. */
export interface UnitWord {
  /** In the words of the list's language, or of whoever typed it; `null`: none was chosen. */
  readonly status: string | null;
  /** '' where there is none. */
  readonly feedback: string;
}

/**
 * What was typed into a 问题清单 of each of the findings; those of which nothing was typed are left out. It says what a
 * person says, and changes nothing.
 *
 * @param listed the findings as a list of now would have them (`listedFindings`)
 */
export function unitWords(
  listed: readonly ListedFinding[],
  sheet: SheetSnapshot,
  locale: Locale,
): ReadonlyMap<ListedFinding, readonly UnitWord[]> {
  const list = readIssueSheet(sheet);
  const words = new Map<ListedFinding, UnitWord[]>();
  if (!list) return words;
  const texts = ROLLUP_TEXTS[locale];
  const byRow = new Map<number, ListedFinding[]>();
  for (const one of listed) {
    const row = byRow.get(one.index);
    if (row) row.push(one);
    else byRow.set(one.index, [one]);
  }
  for (const [index, contributions] of contributionsTo(listed, list.rows)) {
    const ofRow = byRow.get(index) ?? [];
    for (const { old, finding } of contributions) {
      if (!hasInput(old)) continue;
      const status = statusIsTyped(old.key, old.texts.status) ? inLanguage(old.texts.status, texts) : null;
      const word = { status, feedback: old.texts.feedback.trim() };
      for (const one of finding ? [finding] : ofRow) words.set(one, [...(words.get(one) ?? []), word]);
    }
  }
  return words;
}
