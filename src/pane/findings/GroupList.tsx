import { Button, makeStyles } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import type { AnnexOutline, ReviewFinding } from '../../app/reviewer';
import { format } from '../i18n/texts';
import { useTexts } from '../i18n/texts-context';
import { findingKey, type FindingKey } from '../state/finding-key';
import { useDispatch, usePaneState } from '../state/pane-context';
import { cardLabels, headerText } from './card-labels';
import type { FindingGroup } from './group-findings';
import { GroupSection } from './GroupSection';

const useStyles = makeStyles({ more: { padding: '8px 12px' } });

/** So many groups are drawn at first, and more on demand. */
const GROUPS_SHOWN = 100;
/** A list as short as this is open from the start. */
const SHORT_LIST = 12;
/** What a search finds is open from the start, as far as so many items go. */
const OPENED_BY_SEARCH = 200;

interface Props {
  readonly groups: readonly FindingGroup[];
  readonly annexes: readonly AnnexOutline[];
}

/** The groups of the list; open are the first, the current one's and those that the reader opened. */
export function GroupList({ groups, annexes }: Props): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const dispatch = useDispatch();
  const expanded = usePaneState((state) => state.expanded);
  const currentId = usePaneState((state) => state.currentId);
  const searching = usePaneState((state) => state.filter.query.trim() !== '');
  const [limit, setLimit] = useState(GROUPS_SHOWN);

  const total = groups.reduce((count, { findings }) => count + findings.length, 0);
  const holder = currentId === null ? -1 : groups.findIndex((group) => contains(group, currentId));
  const firstOpen = groups.findIndex(({ open }) => open > 0);
  const found = searching ? groupsWithin(groups, OPENED_BY_SEARCH) : 0;
  // Who goes on from one worksheet to the next finds it open.
  const begun = groups[0]?.sheet == null ? 0 : groupsWithin(groups, OPENED_BY_SEARCH);
  const isExpanded = (group: FindingGroup, i: number): boolean =>
    expanded[group.key] ??
    (i < Math.max(found, begun) || total <= SHORT_LIST || i === holder || i === 0 || group.key === 'cells');
  const shown = Math.max(limit, holder + 1);
  const tabStopId = holder >= 0 ? currentId : keyOf(groups[Math.max(firstOpen, 0)]?.findings.find(isOpen));

  // A finding that has just become current shows, even in a group that was closed.
  const holderKey = groups[holder]?.key ?? null;
  const holderClosed = holderKey !== null && expanded[holderKey] === false;
  const seen = useRef(currentId);
  useEffect(() => {
    if (seen.current === currentId) return;
    seen.current = currentId;
    if (holderKey !== null && holderClosed)
      dispatch({ type: 'group-toggled', key: holderKey, expanded: true });
  }, [currentId, holderKey, holderClosed, dispatch]);
  // A group that opened by itself stays open when the reader moves on.
  useEffect(() => {
    if (holderKey !== null && !holderClosed)
      dispatch({ type: 'group-toggled', key: holderKey, expanded: true });
    // Only when another group comes to hold the current finding.
  }, [holderKey]);

  const headerOf = useCallback(
    (sheetId: string, column: number) =>
      headerText(
        annexes.filter(({ sheet }) => sheet.id === sheetId),
        column,
      ),
    [annexes],
  );
  const labels = useMemo(() => cardLabels(annexes), [annexes]);
  return (
    <>
      {groups.slice(0, shown).map((group, i) => (
        <GroupSection
          key={group.key}
          group={group}
          expanded={isExpanded(group, i)}
          currentId={i === holder ? currentId : null}
          tabStopId={tabStopId !== null && contains(group, tabStopId) ? tabStopId : null}
          headerOf={headerOf}
          labels={labels}
        />
      ))}
      {groups.length > shown && (
        <div className={styles.more}>
          <Button size="small" onClick={() => setLimit(shown + GROUPS_SHOWN)}>
            {format(texts.more, { count: Math.min(GROUPS_SHOWN, groups.length - shown) })}
          </Button>
        </div>
      )}
    </>
  );
}

/** How many groups, from the first, hold no more items together than that. */
function groupsWithin(groups: readonly FindingGroup[], most: number): number {
  let items = 0;
  const beyond = groups.findIndex((group) => (items += group.items.length) > most);
  return beyond < 0 ? groups.length : beyond;
}

function keyOf(finding: ReviewFinding | undefined): FindingKey | null {
  return finding ? findingKey(finding) : null;
}

function contains({ findings }: FindingGroup, key: FindingKey): boolean {
  return findings.some((finding) => findingKey(finding) === key);
}

function isOpen({ state }: { readonly state: string }): boolean {
  return state === 'open';
}
