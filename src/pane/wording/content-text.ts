import type { ChangedCell } from '../../app/reviewer';

/** What a cell held or holds, as the change log shows it: its formula, or its value the way the cell shows it. */
export function contentText({ value, formula, numberFormat }: ChangedCell['before'], blank: string): string {
  if (formula !== null) return formula;
  const percent = /^0(?:\.(0+))?%$/.exec(numberFormat);
  if (percent && typeof value === 'number') return `${(value * 100).toFixed(percent[1]?.length ?? 0)}%`;
  return value === null || value === '' ? blank : String(value);
}
