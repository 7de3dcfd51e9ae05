import type { FollowedReview, Recognition, SheetReview } from '../../app/reviewer';
import { sameValue } from '../../engine/review/same-value';
import { allFindings } from './all-findings';
import { findingKey, type FindingKey } from './finding-key';
import type { PaneState } from './pane-state';

/**
 * What is another after a worksheet was followed: the reader's place, filter and view stay, and what is known by the names of
 * findings goes on by their names of now.
 * @param moreToCome whether its cells have changed again meanwhile
 */
export function followedState(
  state: PaneState,
  { review, became }: FollowedReview,
  moreToCome: boolean,
): Partial<PaneState> {
  const { id: own } = review.sheet;
  const without = (ids: readonly string[]): readonly string[] => ids.filter((id) => id !== own);
  const now = new Map(allFindings(review).map((finding) => [findingKey(finding), finding]));
  /** `null`: it is gone. */
  const keyNow = (key: FindingKey): FindingKey | null => {
    const at = key.lastIndexOf('@');
    if (key.slice(at + 1) !== own) return key;
    const id = became[key.slice(0, at)];
    return id === undefined ? null : findingKey({ id, sheetId: own });
  };
  const currentId = state.currentId === null ? null : keyNow(state.currentId);
  const current = currentId === null ? undefined : now.get(currentId);
  const fixes = Object.entries(state.fixes).flatMap(([key, entry]) => {
    const next = keyNow(key);
    // What is found again is no longer fixed.
    const isFixed =
      next !== null && (next === key ? now.get(next)?.state !== 'open' : now.get(next)?.state === 'fixed');
    return isFixed ? [[next, entry] as const] : [];
  });
  const last = state.lastAction;
  return {
    reviews: { ...state.reviews, [own]: review },
    ...(!moreToCome && { stale: without(state.stale), following: without(state.following) }),
    otherProfile: without(state.otherProfile),
    otherColumns: without(state.otherColumns),
    unplaced: state.unplaced.filter((key) => !key.endsWith(`@${own}`)),
    currentId,
    ...((current ? current.state !== 'open' : state.currentId !== null) && { openPart: null }),
    fixes: Object.fromEntries(fixes),
    ...(last?.type === 'ignored' && {
      lastAction: { ...last, findings: last.findings.flatMap((key) => keyNow(key) ?? []) },
    }),
    ...recognisedNow(state, review),
  };
}

/** What is drawn of the sheet in view stays the same object where it says the same. */
function recognisedNow(
  { recognition }: PaneState,
  { sheet, annexes, reason, notUnderstood, profiles }: SheetReview,
): Pick<PaneState, 'recognition'> | object {
  if (recognition?.sheet.id !== sheet.id) return {};
  const now: Recognition = {
    sheet,
    reason,
    annexes: sameValue(annexes, recognition.annexes) ? recognition.annexes : annexes,
    elsewhere: recognition.elsewhere ?? null,
    profiles: sameValue(profiles, recognition.profiles) ? recognition.profiles! : profiles!,
    ...(notUnderstood && { notUnderstood }),
  };
  return { recognition: now };
}
