import type { Annex } from '../../annex/annex';
import type { MoneyField } from '../../annex/field-id';
import type { Profile } from '../../profile/profile';
import type { ProjectRange } from './project-sums';
import { unitConflictsOf } from './unit-conflicts';

/** By how much amounts in another unit falsify the sums of consecutive projects. */
export class UnitCorrections {
  /** Of each field: the projects concerned, in order, and the corrections up to and including each. */
  private byField: Map<MoneyField, { projects: number[]; running: number[] }> | null = null;

  constructor(
    private readonly annex: Annex,
    private readonly profile: Pick<Profile, 'moneyTolerance'>,
  ) {}

  /** What has to be added to the sum of a field over a range; the projects are read once, when first asked. */
  of(field: MoneyField, { from, to }: ProjectRange): number {
    const found = (this.byField ??= this.read()).get(field);
    if (!found) return 0;
    const upTo = (index: number): number => found.running[countBelow(found.projects, index) - 1] ?? 0;
    return upTo(to) - upTo(from);
  }

  private read(): NonNullable<typeof this.byField> {
    const byField: NonNullable<typeof this.byField> = new Map();
    const conflicts = unitConflictsOf(this.annex, this.profile);
    this.annex.projects.forEach((project, index) => {
      for (const { field, cell, value } of conflicts.of(project)) {
        let found = byField.get(field);
        if (!found) byField.set(field, (found = { projects: [], running: [] }));
        found.running.push((found.running[found.running.length - 1] ?? 0) + value - cell.number);
        found.projects.push(index);
      }
    });
    return byField;
  }
}

/** How many of some ascending numbers are below a limit. */
function countBelow(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
