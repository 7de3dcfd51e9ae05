import { REVIEWED_LAYOUTS, type AnnexView } from '../annex/annex';
import { FUND_SOURCES, type MoneyField } from '../annex/field-id';
import { YUAN_PER_UNIT, type MoneyUnit } from '../annex/vocabulary/money-units';
import { saysAnything } from './indicator-outcome';
import type { IssueFinding } from './issue-key';
import type { Summand } from './money-sum';
import type { UnitProjects } from './units';

/** The annexes that rollups are made of: those that are self-evaluations. */
export function reviewedAnnexes(annexes: readonly AnnexView[]): AnnexView[] {
  return annexes.filter((annex) => REVIEWED_LAYOUTS.includes(annex.layout));
}

/** The money unit of a rollup: that of its first annex that states one. */
export function rollupUnit(annexes: readonly AnnexView[]): MoneyUnit | null {
  return annexes.find((annex) => annex.moneyUnit !== null)?.moneyUnit ?? null;
}

/** The money columns of a rollup: the totals, each followed by its sources as far as an annex has them. */
export function moneyFieldsOf(annexes: readonly AnnexView[]): MoneyField[] {
  const fields = (['budget', 'actual'] as const).flatMap((base): MoneyField[] => [
    base,
    ...FUND_SOURCES.map((source) => `${base}.${source}` as const),
  ]);
  return fields.filter((field) => annexes.some((annex) => annex.fields.includes(field)));
}

/** The cells of one money field of a unit. Annexes without a stated money unit count as kept in the rollup's. */
export function summandsOf({ projects }: UnitProjects, field: MoneyField, unit: MoneyUnit | null): Summand[] {
  return projects.flatMap(({ annex, project }) => {
    const cell = project.money[field];
    if (!cell) return [];
    return [{ cell, sheetName: annex.sheet.name, factor: moneyFactor(annex, unit) }];
  });
}

/** What the amounts of an annex are multiplied by in a rollup kept in `unit`. */
export function moneyFactor({ moneyUnit }: Pick<AnnexView, 'moneyUnit'>, unit: MoneyUnit | null): number {
  return unit && moneyUnit ? YUAN_PER_UNIT[moneyUnit] / YUAN_PER_UNIT[unit] : 1;
}

/** How many indicators of a unit say anything. A wide annex has room for every kind in each row. */
function indicatorCount({ projects }: UnitProjects): number {
  return projects.reduce((count, { project }) => count + project.indicators.filter(saysAnything).length, 0);
}

/** Whether the annexes have results to be missing or without a figure: else nothing was checked. */
export function hasResults(annexes: readonly AnnexView[]): boolean {
  return annexes.some((annex) => annex.fields.some((field) => /^indicator\..*\.result$/.test(field)));
}

/** What 单位汇总 counts as plain values. */
export type Counted = 'projects' | 'indicators' | 'missing' | 'unquantified';

/** Rules whose findings are results left out, and results without a figure. */
const COUNTED_RULES: Readonly<Record<'missing' | 'unquantified', readonly string[]>> = {
  missing: ['result-missing'],
  unquantified: ['result-not-quantified', 'satisfaction-no-figure'],
};

/**
 * A count of one unit; `null` where there is nothing to count.
 * @param findings those of the unit that are still to be dealt with
 */
export function countOf(
  unit: UnitProjects,
  counted: Counted,
  findings: readonly IssueFinding[],
): number | null {
  if (counted === 'projects') return unit.projects.length || null;
  if (counted === 'indicators') return unit.projects.length === 0 ? null : indicatorCount(unit);
  return findings.filter((finding) => COUNTED_RULES[counted].includes(finding.rule)).length;
}
