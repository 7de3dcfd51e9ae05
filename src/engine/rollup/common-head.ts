import type { Annex } from '../annex/annex';

/** What all annexes of a rollup have in common for its head; `null` where they differ, or none of them names it. */
export function commonHead(annexes: readonly Pick<Annex, 'year' | 'department'>[]): {
  readonly year: number | null;
  readonly department: string | null;
} {
  return {
    year: common(annexes.map(({ year }) => year)),
    department: common(annexes.map(({ department }) => department)),
  };
}

function common<Value>(values: readonly (Value | null)[]): Value | null {
  const named = new Set(values.flatMap((value) => value ?? []));
  const [first] = named;
  return named.size === 1 ? (first ?? null) : null;
}
