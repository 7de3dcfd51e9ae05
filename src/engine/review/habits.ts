import type { Annex } from '../annex/annex';
import { placeFinder } from '../annex/cell-refs';
import type { Finding } from '../rule/finding';
import type { Rule, RuleMeta } from '../rule/rule';
import { toAddress } from '../sheet/address';

/** So many findings alike in one annex are a habit of those who filled it in, and no slips: one to the reader. */
export const HABIT_CELLS = 3;

/**
 * Findings with the habit that they belong to. Those of one rule that say the same of the same field of an annex (or of
 * the same text, where the rule says that the text is the habit) and weigh the same share a habit from `HABIT_CELLS` on.
 *
 * @param findings all of the annex, after precedence
 */
export function withHabits(findings: readonly Finding[], annex: Annex, rules: readonly Rule[]): Finding[] {
  if (findings.length < HABIT_CELLS) return [...findings];
  const placeOf = placeFinder(annex);
  const metas = new Map(rules.map(({ meta }) => [meta.id, meta]));
  const keys = findings.map((finding) => {
    const meta = metas.get(finding.rule);
    return meta ? habitKey(finding, meta, annex, placeOf) : null;
  });
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  const habits = new Map(
    [...counts]
      .filter(([, count]) => count >= HABIT_CELLS)
      .map(([key, count]) => [key, { id: habitId(annex, key), count }]),
  );
  return findings.map((finding, i) => {
    const habit = keys[i] === null ? undefined : habits.get(keys[i]!);
    return habit ? { ...finding, habit } : finding;
  });
}

/** The same in any review of the same annex. @param key what makes the findings one, in the annex */
export function habitId({ sheet, range }: Pick<Annex, 'sheet' | 'range'>, key: string): string {
  return `${sheet.name}!${toAddress(range.firstRow, range.firstColumn)} ${key}`;
}

/** What makes findings one habit, as a text that does not change with their number or order; `null`: nothing does. */
function habitKey(
  { rule, message, severity, cell, data, expected, actual }: Finding,
  { habit }: RuleMeta,
  { places }: Annex,
  placeOf: ReturnType<typeof placeFinder>,
): string | null {
  const kind = `${rule} ${message} ${severity}`;
  if (habit === 'none') return null;
  if (typeof habit === 'object') return `${kind} “${data[habit.text] ?? ''}”`;
  if (habit === undefined && (typeof expected === 'number' || typeof actual === 'number')) return null;
  const place = places[placeOf(cell)];
  const line = place?.along === 'row' ? `row ${place.line}` : `column ${place?.line ?? cell.column}`;
  return `${kind} ${place?.field ?? line}`;
}
