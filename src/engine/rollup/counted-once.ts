import type { AnnexView } from '../annex/annex';
import { resultRows } from './result-rows';
import type { PlacedProject } from './units';

/**
 * The projects whose figures make up the sums. Where there are forms, a summary, or the form of a whole department, may hold the
 * same money again: then it is that of 自评结果汇总表, in which nothing is counted twice.
 */
export function countedOnce(reviewed: readonly AnnexView[]): {
  readonly counted: readonly PlacedProject[];
  /** How many projects are left out: they are counted elsewhere, or are none. */
  readonly leftOut: number;
} {
  if (reviewed.every(({ layout }) => layout === 'wide'))
    return {
      counted: reviewed.flatMap((annex) => annex.projects.map((project) => ({ annex, project }))),
      leftOut: 0,
    };
  const { counted, aside } = resultRows(reviewed);
  return { counted, leftOut: aside.length + counted.reduce((sum, { also }) => sum + also.length, 0) };
}
