import type { Grade, LevelWeights, Profile, ScoreBand } from './profile';
import type { ProfileProblem, ProfileProblemCode } from './profile-problem';

/** Sums of points may be off by this, so that 33.3 + 33.3 + 33.4 is 100. */
const ROUNDING = 1e-6;

const problem = (
  code: ProfileProblemCode,
  path: string,
  params: Readonly<Record<string, string | number>> = {},
): ProfileProblem => ({
  code,
  path,
  params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])),
});

/** What is wrong between the settings of a complete profile, each of which is right by itself. */
export function checkTogether(profile: Profile): ProfileProblem[] {
  return [...bandProblems(profile), ...gradeProblems(profile.grades), ...weightProblems(profile)];
}

function bandProblems({ bands }: Profile): ProfileProblem[] {
  const found: ProfileProblem[] = [];
  let above: { readonly name: string; readonly band: ScoreBand } | null = null;
  for (const name of ['achieved', 'partial', 'not'] as const) {
    const band = bands[name];
    const { from, to } = band;
    if (from > to) found.push(problem('from-above-to', `bands.${name}`, { from, to }));
    else if (above && to > above.band.from + ROUNDING)
      found.push(
        problem('bands-overlap', `bands.${name}.to`, { to, above: above.name, from: above.band.from }),
      );
    above = { name, band };
  }
  return found;
}

function gradeProblems(grades: readonly Grade[]): ProfileProblem[] {
  const found: ProfileProblem[] = [];
  const names = new Set<string>();
  grades.forEach(({ name, from }, i) => {
    const above = grades[i - 1];
    if (above && from >= above.from)
      found.push(
        problem('grades-order', `grades[${i}].from`, { name, from, above: above.name, limit: above.from }),
      );
    if (names.has(name)) found.push(problem('grade-repeated', `grades[${i}].name`, { name }));
    names.add(name);
  });
  return found;
}

function weightProblems(profile: Profile): ProfileProblem[] {
  const { executionWeight: execution, totalWeight: total } = profile;
  if (execution > total) return [problem('execution-over-total', 'executionWeight', { execution, total })];
  return (['levelWeights', 'levelWeightsWithCost'] as const).flatMap((path) => {
    const weights = profile[path];
    if (weights === null) return [];
    const levels = sumOf(weights);
    if (Math.abs(levels + execution - total) <= ROUNDING) return [];
    return problem('weights-sum', path, {
      levels: tidy(levels),
      execution,
      sum: tidy(levels + execution),
      total,
    });
  });
}

function sumOf({ output, cost = 0, benefit, satisfaction }: LevelWeights): number {
  return output + cost + benefit + satisfaction;
}

/** Without the noise of binary fractions. */
function tidy(sum: number): number {
  return Number(sum.toFixed(6));
}
