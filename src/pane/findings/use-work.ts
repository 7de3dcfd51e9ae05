import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import type { ChangeEntry, ReviewFinding } from '../../app/reviewer';
import { useCommands, useDispatch, usePaneState } from '../state/pane-context';
import { findingKey } from '../state/finding-key';
import type { PaneState } from '../state/pane-state';
import type { FindingGroup } from './group-findings';
import type { Work } from './work-context';

/** Who goes fast from card to card is led to the cell where he stays; in milliseconds. */
const LEAD_PAUSE = 150;

/** What the reader does in the list, bound to the list as it stands. */
export function useListWork(groups: readonly FindingGroup[], scroller: RefObject<HTMLElement | null>): Work {
  const commands = useCommands();
  const dispatch = useDispatch();
  const currentId = usePaneState((state) => state.currentId);
  const fixes = usePaneState(fixesOf);
  const latest = useRef({ groups, fixes });
  latest.current = { groups, fixes };
  const anchor = useRef<{ id: string; top: number } | null>(null);
  const wantsFocus = useRef(false);
  const leading = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(leading.current), []);

  const rowOf = useCallback(
    (id: string): HTMLElement | null =>
      scroller.current?.querySelector<HTMLElement>(`[data-finding="${CSS.escape(id)}"]`) ?? null,
    [scroller],
  );

  // The card that was chosen stays where it is, although the one above it has just folded.
  useLayoutEffect(() => {
    const row = currentId === null ? null : rowOf(currentId);
    const at = anchor.current;
    anchor.current = null;
    if (!row) return;
    if (at?.id === currentId && scroller.current)
      scroller.current.scrollTop += row.getBoundingClientRect().top - at.top;
    if (wantsFocus.current) row.focus({ preventScroll: true });
    wantsFocus.current = false;
    row.scrollIntoView?.({ block: 'nearest' });
  }, [currentId, rowOf, scroller]);

  // What stands at the top stays there, although cards above it have come, gone or folded.
  const top = useRef<{ readonly id: string; readonly at: number } | null>(null);
  useLayoutEffect(() => {
    const list = scroller.current;
    if (!list) return;
    const before = top.current;
    const row = before && rowOf(before.id);
    if (row) list.scrollTop += topIn(list, row) - before.at;
    const keep = (): void => {
      top.current = topRow(list);
    };
    keep();
    list.addEventListener('scroll', keep, { passive: true });
    return () => list.removeEventListener('scroll', keep);
  }, [groups, rowOf, scroller]);

  return useMemo(() => {
    function makeCurrent(id: string | null): void {
      const row = id === null ? null : rowOf(id);
      if (id !== null && row) anchor.current = { id, top: row.getBoundingClientRect().top };
      dispatch({ type: 'current-set', key: id });
    }

    /** Does the work, then moves on to the next open finding. */
    async function moveOn(done: readonly ReviewFinding[], work: () => Promise<boolean>): Promise<void> {
      const hadFocus = focusIsIn(scroller.current);
      const next = nextOpen(latest.current.groups, done);
      if (!(await work())) return;
      wantsFocus.current = hadFocus && next !== null;
      makeCurrent(next && findingKey(next));
      // The sheet follows, and the focus stays here.
      if (next) void commands.goTo(next.sheetId, next.cell, next);
      if (hadFocus && next === null) scroller.current?.focus();
    }

    const work: Work = {
      select(finding) {
        makeCurrent(findingKey(finding));
        void commands.goTo(finding.sheetId, finding.cell, finding);
      },
      lead(key) {
        clearTimeout(leading.current);
        leading.current = setTimeout(() => {
          const all = latest.current.groups.flatMap(({ findings }) => findings);
          const finding = all.find((one) => findingKey(one) === key);
          if (finding && !finding.unplaced) void commands.goTo(finding.sheetId, finding.cell, finding);
        }, LEAD_PAUSE);
      },
      apply: (finding, fix) => moveOn([finding], () => commands.apply(finding, fix)),
      applyAll: (findings) => moveOn(findings, () => commands.applyAll(findings)),
      ignore: (findings, reason) => moveOn(findings, () => commands.ignore(findings, reason)),
      async mark(findings) {
        await commands.mark({ findings: findings.map(({ id }) => id) }, findings[0]?.sheetId);
      },
      async reopen(findings) {
        const hadFocus = focusIsIn(scroller.current);
        const entries = new Set<ChangeEntry>();
        for (const finding of findings) {
          const entry = latest.current.fixes[findingKey(finding)];
          if (entry) entries.add(entry);
        }
        const done = entries.size > 0 ? await commands.undo([...entries]) : await commands.restore(findings);
        const [first] = findings;
        if (!done || !first) return;
        wantsFocus.current = hadFocus;
        makeCurrent(findingKey(first));
        if (hadFocus) rowOf(findingKey(first))?.focus({ preventScroll: true });
      },
      focusCurrent() {
        const current = scroller.current?.querySelector<HTMLElement>('[aria-current="true"]');
        current?.focus();
      },
    };
    return work;
  }, [commands, dispatch, rowOf, scroller]);
}

/** The next open finding after some that are being dealt with; from the top again where there is none below. */
export function nextOpen(
  groups: readonly FindingGroup[],
  done: readonly ReviewFinding[],
): ReviewFinding | null {
  const leaving = new Set(done.map(findingKey));
  const isLeaving = (finding: ReviewFinding): boolean => leaving.has(findingKey(finding));
  const all = groups.flatMap(({ items }) =>
    items.flatMap((item) => (item.type === 'single' ? [item.finding] : item.findings)),
  );
  const from = all.findIndex(isLeaving);
  const candidates = [...all.slice(from + 1), ...all.slice(0, Math.max(from, 0))];
  return candidates.find((finding) => finding.state === 'open' && !isLeaving(finding)) ?? null;
}

/** Where in the list its topmost card is looked for, in pixels: below a heading that stays in view, too. */
const LOOKED_AT = [4, 48, 96] as const;

/** The card at the top of the list as it is scrolled, and how far down it stands. */
function topRow(list: HTMLElement): { readonly id: string; readonly at: number } | null {
  const { left, top } = list.getBoundingClientRect();
  for (const down of LOOKED_AT) {
    const row = document
      .elementFromPoint?.(left + LOOKED_AT[0], top + down)
      ?.closest<HTMLElement>('[data-finding]');
    if (row && list.contains(row)) return { id: row.dataset['finding']!, at: topIn(list, row) };
  }
  return null;
}

function topIn(list: HTMLElement, row: HTMLElement): number {
  return row.getBoundingClientRect().top - list.getBoundingClientRect().top;
}

function fixesOf(state: PaneState): PaneState['fixes'] {
  return state.fixes;
}

function focusIsIn(list: HTMLElement | null): boolean {
  return list?.contains(document.activeElement) ?? false;
}
