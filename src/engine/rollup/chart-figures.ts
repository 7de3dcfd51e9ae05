import type { AnnexView } from '../annex/annex';
import { INDICATOR_KINDS, type IndicatorKind } from '../annex/field-id';
import { peopleNumber } from '../sheet/number-format';
import { RATE_BANDS, type RateBand } from './band-texts';
import { countedOnce } from './counted-once';
import { outcomesBy, type OutcomeCounts } from './indicator-results';
import { moneySum, type Summand } from './money-sum';
import { bandOf } from './rate-bands';
import { ROLLUP_TEXTS } from './texts';
import { reviewedAnnexes, rollupUnit, summandsOf } from './unit-figures';
import { unitsOf, type PlacedProject, type UnitProjects } from './units';

/** What is drawn of the annexes of a worksheet. Nothing that stands twice is counted twice. */
export interface ChartFigures {
  /** The projects whose execution rate, by their money, is in each band; bands without any are left out. */
  readonly bands: readonly { readonly band: RateBand; readonly projects: readonly NamedProject[] }[];
  /** Units in their order, with spending ÷ budget of all their projects (1 = 100 %); `null` where it cannot be told. */
  readonly units: readonly {
    /** As the annexes write it; `null` where they name none. */
    readonly unit: string | null;
    readonly projects: number;
    readonly rate: number | null;
  }[];
  /** What became of the indicators of each dimension. */
  readonly dimensions: readonly { readonly kind: IndicatorKind; readonly counts: OutcomeCounts }[];
}

/** A project as findings name it: `project` is `null` in the form of a department. */
export interface NamedProject {
  readonly unit: string | null;
  readonly project: string | null;
}

/** Figures as 执行率分档表, 单位汇总 and 指标完成统计 have them. */
export function chartFigures(annexes: readonly AnnexView[]): ChartFigures {
  const reviewed = reviewedAnnexes(annexes);
  const { counted } = countedOnce(reviewed);
  const byBand = new Map<RateBand, NamedProject[]>(RATE_BANDS.map((band) => [band, []]));
  for (const { annex, project } of counted)
    byBand.get(bandOf(rateOf(project)))!.push({
      unit: project.unit,
      project: annex.layout === 'department-form' ? null : project.name,
    });
  const outcomes = outcomesBy(counted, (_, kind) => kind);
  const kinds: readonly IndicatorKind[] = [...INDICATOR_KINDS, 'other'];
  return {
    bands: [...byBand].flatMap(([band, projects]) => (projects.length > 0 ? [{ band, projects }] : [])),
    units: unitsOf(counted, ROLLUP_TEXTS['zh-CN']).map((one) => ({
      unit: one.projects[0]!.project.unit,
      projects: one.projects.length,
      rate: unitRate(one, rollupUnit(reviewed)),
    })),
    dimensions: kinds.flatMap((kind) => {
      const counts = outcomes.get(kind);
      return counts ? [{ kind, counts }] : [];
    }),
  };
}

/** Spending ÷ budget of one project; `null` where one of the two is no number, or nothing was budgeted. */
function rateOf(project: PlacedProject['project']): number | null {
  const [budget, actual] = [project.money.budget, project.money.actual].map((cell) =>
    cell && !cell.asText ? cell.number : null,
  );
  return budget == null || actual == null || budget === 0 ? null : actual / budget;
}

function unitRate(unit: UnitProjects, money: ReturnType<typeof rollupUnit>): number | null {
  const [budget, actual] = (['budget', 'actual'] as const).map((field) => {
    const cells: Summand[] = summandsOf(unit, field, money);
    const sum = cells.length > 0 ? moneySum(cells).value : null;
    return typeof sum === 'number' ? sum : NaN;
  });
  const rate = actual! / budget!;
  return Number.isFinite(rate) ? peopleNumber(rate) : null;
}
