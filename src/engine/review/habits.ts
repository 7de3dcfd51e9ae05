import { textIn } from '../language';
import type { Annex } from '../annex/annex';
import { placeFinder } from '../annex/cell-refs';
import type { Finding, Habit } from '../rule/finding';
import type { Rule, RuleMeta } from '../rule/rule';
import { toAddress } from '../sheet/address';

/** So many findings alike in one annex are a habit of those who filled it in, and no slips: one to the reader. */
export const HABIT_CELLS = 3;

/**
 * Findings with the habit that they belong to. Those of one rule that say the same of the same field of an annex (or of
 * the same text, where the rule says that the text is the habit) share a habit from `HABIT_CELLS` on, whatever they weigh.
 *
 * @param findings all of the annex, after precedence
 */
export function withHabits(findings: readonly Finding[], annex: Annex, rules: readonly Rule[]): Finding[] {
  if (findings.length < HABIT_CELLS) return [...findings];
  const metas = new Map(rules.map(({ meta }) => [meta.id, meta]));
  const sharedBy = sharing(annex);
  return inHabits(
    findings,
    annex,
    (finding) => {
      const meta = metas.get(finding.rule);
      return meta ? sharedInHabit(finding, meta, sharedBy) : null;
    },
    HABIT_CELLS,
  );
}

/**
 * Findings with the habits that those of one rule and one message make of which the same is told.
 *
 * @param sharedOf what the findings of a habit share beside rule and message; `null`: the finding keeps what it has
 * @param least from so many on they are a habit
 */
export function inHabits(
  findings: readonly Finding[],
  annex: Pick<Annex, 'sheet' | 'range'>,
  sharedOf: (finding: Finding) => string | null,
  least: number,
): Finding[] {
  const shares = findings.map(sharedOf);
  const keys = findings.map(({ rule, message }, i) =>
    shares[i] === null ? null : `${rule} ${message} ${shares[i]}`,
  );
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  const { sheet, range } = annex;
  const at = `${sheet.name}!${toAddress(range.firstRow, range.firstColumn)}`;
  const habits = new Map<string, Habit>();
  return findings.map((finding, i) => {
    const [key, shared] = [keys[i], shares[i]];
    if (key == null || shared == null || counts.get(key)! < least) return finding;
    let habit = habits.get(key);
    if (!habit) habits.set(key, (habit = { id: `${at} ${key}`, count: counts.get(key)!, shared }));
    return { ...finding, habit };
  });
}

/** Tells the field that a cell stands in, or its line: as a text that does not change with the rows of the annex. */
export function sharing(annex: Annex): (finding: Pick<Finding, 'cell'>) => string {
  const placeOf = placeFinder(annex);
  return ({ cell }) => {
    const place = annex.places[placeOf(cell)];
    const line = place?.along === 'row' ? `row ${place.line}` : `column ${cell.column}`;
    return place?.field ?? line;
  };
}

/** What makes findings one habit beside rule and message; `null`: nothing does. */
function sharedInHabit(
  finding: Finding,
  { habit }: RuleMeta,
  sharedBy: ReturnType<typeof sharing>,
): string | null {
  if (habit === 'none') return null;
  if (typeof habit === 'object') {
    const quoted = finding.data[habit.text];
    return quoted === undefined ? null : `“${textIn(quoted, 'zh-CN')}”`;
  }
  const { expected, actual } = finding;
  if (habit === undefined && (typeof expected === 'number' || typeof actual === 'number')) return null;
  return sharedBy(finding);
}
