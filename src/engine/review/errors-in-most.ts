import type { Annex } from '../annex/annex';
import type { Profile } from '../profile/profile';
import type { Finding } from '../rule/finding';
import type { Rule, RuleMeta } from '../rule/rule';
import type { Severity } from '../severity';
import { inHabits, sharing } from './habits';

/** From so many projects on, what a rule finds in most of them is no coincidence of a short annex. */
export const MANY_PROJECTS = 10;

/**
 * Findings, where a rule that compares figures finds most projects of a long annex wrong: either the units really did so
 * everywhere, or the figures are another thing than the rule takes them for, and only a reader can tell. What was found
 * is said aloud, as one habit of each message and field; nothing that the rule would write in is offered, in bulk or singly,
 * since in the second case it would destroy the figures.
 *
 * @param findings all of the annex, after precedence
 */
export function withErrorsInMost(
  findings: readonly Finding[],
  annex: Annex,
  rules: readonly Rule[],
  { severities }: Pick<Profile, 'severities'>,
): Finding[] {
  if (annex.projects.length < MANY_PROJECTS) return [...findings];
  const doubted = new Map<string, RuleMeta>();
  for (const { meta } of rules) {
    if (!meta.compares) continue;
    const of = findings.filter((finding) => finding.rule === meta.id && accuses(finding, meta));
    const projects = new Set(of.flatMap(({ projectId }) => projectId ?? []));
    if (projects.size * 2 > annex.projects.length) doubted.set(meta.id, meta);
  }
  if (doubted.size === 0) return [...findings];
  const sharedBy = sharing(annex);
  const told = findings.map((finding) => {
    const meta = doubted.get(finding.rule);
    if (!meta) return finding;
    // What the rule only notes rests on the same figures.
    const bare: Finding = { ...finding, fix: null, suggestions: [] };
    return meta.notesMost ? { ...bare, severity: aloud(finding, meta, severities) } : bare;
  });
  const accusing = (finding: Finding): boolean => {
    const meta = doubted.get(finding.rule);
    return meta !== undefined && accuses(finding, meta);
  };
  return inHabits(told, annex, (finding) => (accusing(finding) ? sharedBy(finding) : null), 2);
}

/** Says that a figure is wrong, and does not only note it; how loudly a profile has it said is no matter. */
function accuses({ severity, ownSeverity = severity }: Finding, { notesMost }: RuleMeta): boolean {
  return ownSeverity !== 'info' || notesMost === true;
}

/** The severity of the rule; that which a profile gives it stands. */
function aloud(finding: Finding, { id, severity }: RuleMeta, severities: Profile['severities']): Severity {
  return severities[id] ?? (finding.severity === 'info' ? severity : finding.severity);
}
