import type { GroupTemplate, ReviewTemplate } from '../annex';
import type { GroupField } from '../field-id';
import { labelPath, type Place } from '../place';

/** Words of a label that say what is told, not who tells it. */
const WHAT = /(?:总?得分|总分|评分|分数|等级|等次|级别|评级|档次|结果|结论)(?:\(.*\))?$/;

/** Who speaks in a column of a review: the labels above the last one, and what that one says beside 得分 or 等级. */
function partyOf(place: Place): string {
  const path = labelPath(place);
  const last = path[path.length - 1] ?? '';
  return [...path.slice(0, -1), last.replace(WHAT, '')].filter((label) => label !== '').join(' ');
}

/** The reviews of other parties below these places: score and grade of one party are one, in the order of the sheet. */
export function reviewTemplates(places: readonly Place[]): ReviewTemplate[] {
  const reviews: { party: string; score?: number; grade?: number }[] = [];
  for (const [index, place] of places.entries()) {
    const role =
      place.field === 'totalScore.reviewed' ? 'score' : place.field === 'grade.reviewed' ? 'grade' : null;
    if (!role) continue;
    const party = partyOf(place);
    const open = reviews.find((review) => review.party === party && review[role] === undefined);
    if (open) open[role] = index;
    else reviews.push({ party, [role]: index });
  }
  return reviews;
}

/** The groups of points below these places: weight, rate and score under one label are one group. */
export function groupTemplates(places: readonly Place[]): GroupTemplate[] {
  const groups: { label: string; places: Partial<Record<GroupField, number>> }[] = [];
  for (const [index, place] of places.entries()) {
    const { field } = place;
    if (field !== 'group.weight' && field !== 'group.rate' && field !== 'group.score') continue;
    const path = labelPath(place);
    const label = path.slice(0, Math.max(1, path.length - 1)).join(' ');
    const open = groups.find((group) => group.label === label && group.places[field] === undefined);
    if (open) open.places[field] = index;
    else groups.push({ label, places: { [field]: index } });
  }
  return groups;
}
