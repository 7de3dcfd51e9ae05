import { findFormats, formatsIn } from './conditional-rules';
import type { Highlight } from './highlight';
import { rangeLists } from './range-lists';

/** Which priorities of a worksheet's rules become which others; those it does not name stay. */
export type PriorityShift = ReadonlyMap<number, number>;

/**
 * How the rules of a worksheet have to give way so that the highlights come first. The order among them stays, each
 * goes only as far as it must, and none beyond what a priority may be. Priorities that are missing stay missing: in the
 * newer list that is how a rule says that it has the priority of the older one it completes.
 * @throws XlsxError 'corrupt' for malformed XML
 */
export function priorityShift(frame: string, part: string, highlights: readonly Highlight[]): PriorityShift {
  const rules = formatsIn(findFormats(frame, part)).flatMap((formatting) => formatting.rules);
  const priorities = new Set<number>();
  for (const { priority } of rules) if (priority) priorities.add(priority.value);
  return makeRoom(priorities, ruleCount(highlights));
}

/** How many rules the highlights take: one for each list of ranges. */
export function ruleCount(highlights: readonly Highlight[]): number {
  return highlights.reduce((count, { ranges }) => count + rangeLists(ranges).length, 0);
}

function makeRoom(priorities: ReadonlySet<number>, count: number): PriorityShift {
  const shift = new Map<number, number>();
  if (count === 0) return shift;
  let free = count + 1;
  for (const priority of [...priorities].sort((a, b) => a - b)) {
    const shifted = Math.max(priority, free);
    if (shifted !== priority) shift.set(priority, shifted);
    free = shifted + 1;
  }
  return shift;
}
