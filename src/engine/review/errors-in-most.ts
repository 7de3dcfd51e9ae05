import type { Annex } from '../annex/annex';
import type { Profile } from '../profile/profile';
import type { Finding, Habit } from '../rule/finding';
import type { Rule, RuleMeta } from '../rule/rule';
import type { Severity } from '../severity';
import { inHabits, sharing } from './habits';
import type { Tally } from './speaker';

/** Keys of what is said of such a habit: by the rule, of the readings that it tells; or of any rule. */
export const READINGS = 'readings';
export const IN_MOST = 'inMost';

/** From so many projects on, what a rule finds in most of them is no coincidence of a short annex. */
export const MANY_PROJECTS = 10;

/**
 * Findings, where a rule that compares figures finds most projects of a long annex wrong: either the units really did so
 * everywhere, or the figures are another thing than the rule takes them for, and only a reader can tell. What was found
 * is said aloud, as one habit of each message and field; nothing that the rule would write in is offered, in bulk or singly,
 * since in the second case it would destroy the figures.
 *
 * @param findings all of the annex, after precedence
 * @param tallies of the readings that rules tell, by rule
 */
export function withErrorsInMost(
  findings: readonly Finding[],
  annex: Annex,
  rules: readonly Rule[],
  { severities }: Pick<Profile, 'severities'>,
  tallies: ReadonlyMap<string, Tally>,
): Finding[] {
  if (annex.projects.length < MANY_PROJECTS) return [...findings];
  const doubted = new Map<string, Rule>();
  for (const rule of rules) {
    const { meta } = rule;
    if (!meta.compares) continue;
    const of = findings.filter((finding) => finding.rule === meta.id && accuses(finding, meta));
    const projects = new Set(of.flatMap(({ projectId }) => projectId ?? []));
    if (projects.size * 2 > annex.projects.length) doubted.set(meta.id, rule);
  }
  if (doubted.size === 0) return [...findings];
  const sharedBy = sharing(annex);
  const told = findings.map((finding) => {
    const meta = doubted.get(finding.rule)?.meta;
    if (!meta) return finding;
    // What the rule only notes rests on the same figures.
    const bare: Finding = { ...finding, fix: null, suggestions: [] };
    return meta.notesMost ? { ...bare, severity: aloud(finding, meta, severities) } : bare;
  });
  const accusing = (finding: Finding): boolean => {
    const meta = doubted.get(finding.rule)?.meta;
    return meta !== undefined && accuses(finding, meta);
  };
  const inMost = inHabits(told, annex, (finding) => (accusing(finding) ? sharedBy(finding) : null), 2);
  return withReadings(inMost, annex.projects.length, doubted, tallies);
}

/** Of habits that most projects share, what the readings of the figures are. */
function withReadings(
  findings: readonly Finding[],
  projects: number,
  doubted: ReadonlyMap<string, Rule>,
  tallies: ReadonlyMap<string, Tally>,
): Finding[] {
  const sharers = new Map<string, Set<string>>();
  for (const { habit, projectId, rule } of findings) {
    if (!habit || projectId === null || !doubted.has(rule)) continue;
    const own = sharers.get(habit.id);
    if (own) own.add(projectId);
    else sharers.set(habit.id, new Set([projectId]));
  }
  const habits = new Map<string, Habit>();
  return findings.map((finding) => {
    const { habit, rule } = finding;
    const count = habit ? (sharers.get(habit.id)?.size ?? 0) : 0;
    if (!habit || count * 2 <= projects) return finding;
    let told = habits.get(habit.id);
    if (!told) {
      const readings = readingsTold(finding, doubted.get(rule), tallies.get(rule));
      const inMost = { message: IN_MOST, data: { count: String(count), projects: String(projects) } };
      told = { ...habit, told: readings ?? inMost };
      habits.set(habit.id, told);
    }
    return { ...finding, habit: told };
  });
}

/** What a rule says of its readings; `null` where it tells none. @param finding one of the habit */
function readingsTold(
  finding: Finding,
  rule: Rule | undefined,
  tally: Tally | undefined,
): Habit['told'] | null {
  if (!rule?.readings || !tally) return null;
  const counts = Object.entries(rule.readings.told(finding)).map(([placeholder, name]) => [
    placeholder,
    String(tally[name] ?? 0),
  ]);
  return { message: READINGS, data: { ...finding.data, ...Object.fromEntries(counts) } };
}

/** Says that a figure is wrong, and does not only note it; how loudly a profile has it said is no matter. */
function accuses({ severity, ownSeverity = severity }: Finding, { notesMost }: RuleMeta): boolean {
  return ownSeverity !== 'info' || notesMost === true;
}

/** The severity of the rule; that which a profile gives it stands. */
function aloud(finding: Finding, { id, severity }: RuleMeta, severities: Profile['severities']): Severity {
  return severities[id] ?? (finding.severity === 'info' ? severity : finding.severity);
}
