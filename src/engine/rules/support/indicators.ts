import type { Annex, Indicator, Project } from '../../annex/annex';
import type { IndicatorKind } from '../../annex/field-id';
import type { Quantity, Statement } from '../../annex/quantity';

/** Every indicator of an annex with its project. */
export function* indicatorsOf(annex: Annex): Iterable<{ readonly project: Project; readonly indicator: Indicator }> {
  for (const project of annex.projects) {
    for (const indicator of project.indicators) yield { project, indicator };
  }
}

/** The kinds whose targets are figures by their nature. */
export function mustCount(kind: IndicatorKind): boolean {
  return kind === 'quantity' || kind === 'cost';
}

/** The figures of a target that a result has to answer: a date only answers to a deadline. */
export function figuresToAnswer(target: Statement, kind: IndicatorKind): readonly Quantity[] {
  return target.quantities.filter(({ unit, date }) => unit.dimension !== 'date' || (kind === 'timeliness' && isDeadline(date)));
}

/** A year alone names a plan ("2024年升级改造"), it sets no date. */
function isDeadline(date: Quantity['date']): boolean {
  return date !== undefined && (date.boundary === 'by' || date.month !== null);
}

/** Whether the result may answer in words: nothing was to happen, and nothing did. */
export function answersNothingHappened(target: Statement, result: Statement): boolean {
  const zero = target.negated || target.quantities.some((quantity) => quantity.value === 0);
  return zero && (result.negated || result.placeholder);
}

/** Whether the result says in words that all of a percentage was reached (全覆盖). */
export function answersAll(target: Statement, result: Statement): boolean {
  return result.universal && target.quantities.some(({ unit }) => unit.dimension === 'percent');
}

/** Whether the result is the target over again: the same inequality, in whatever spelling. */
export function copiesTarget(target: Statement, result: Statement): boolean {
  const said = result.quantities;
  if (said.length === 0 || !said.some((quantity) => quantity.operator !== null && !quantity.weak)) return false;
  const asked = target.quantities;
  return said.length === asked.length && said.every((quantity, i) => sameQuantity(quantity, asked[i]!));
}

function sameQuantity(a: Quantity, b: Quantity): boolean {
  return a.operator === b.operator && a.value === b.value && a.upper === b.upper && a.unit.measure === b.unit.measure;
}
