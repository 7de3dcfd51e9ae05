import { RULES } from '../rules';
import type { Rule } from '../rule/rule';
import type { AnnexRun } from './annex-run';

/**
 * Lets the rules that compare the annexes of a workbook speak, once all of these have been looked at and before the
 * review of any of them is put together. What they say belongs to the annex they say it of.
 *
 * @param runs in the order of the worksheets, and of their rows
 */
export function lookAcross(runs: readonly AnnexRun[], rules: readonly Rule[] = RULES): void {
  for (const rule of rules) {
    if (!rule.workbook) continue;
    const annexes = runs.flatMap((run) => run.amongOthers(rule) ?? []);
    if (annexes.length > 0) rule.workbook({ annexes });
  }
}
