import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, type ReactElement } from 'react';
import type { ReviewFinding, SheetReview } from '../../app/reviewer';
import { toAddress } from '../../engine/sheet/address';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { useTexts } from '../i18n/texts-context';
import { allFindings } from '../state/all-findings';
import { findingKey } from '../state/finding-key';
import { useCommands, useDispatch, usePaneState } from '../state/pane-context';
import type { FindingGroup } from './group-findings';
import { LIVE_TEXTS } from './live-texts';
import { neighbour } from './neighbour';
import { useWork } from './work-context';

const useStyles = makeStyles({
  dock: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    flexShrink: 0,
    minHeight: '34px',
    padding: '0 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
  },
  note: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    textAlign: 'right',
    color: tokens.colorNeutralForeground2,
  },
  show: { fontSize: 'inherit', flexShrink: 0 },
});

interface Props {
  readonly review: SheetReview;
  readonly groups: readonly FindingGroup[];
  /** The findings that the filter lets through. */
  readonly shown: readonly ReviewFinding[];
}

/** Below the list, always of one height: from one finding to the next, and what is to be said of the selected cell. */
export function Dock({ review, groups, shown }: Props): ReactElement {
  const styles = useStyles();
  const texts = useOwnTexts(LIVE_TEXTS);
  const commands = useCommands();
  const work = useWork();
  const current = usePaneState((state) => state.currentId);
  const next = neighbour(groups, current, 1);
  const previous = neighbour(groups, current, -1);
  useEffect(
    () =>
      commands.stepBy((by) => {
        const to = by > 0 ? next : previous;
        if (to) work.select(to);
        return to !== null;
      }),
    [commands, work, next, previous],
  );
  return (
    <div className={styles.dock}>
      <Button
        size="small"
        disabledFocusable={!previous}
        aria-keyshortcuts="Alt+ArrowUp"
        title={texts.previousTitle}
        onClick={() => previous && work.select(previous)}
      >
        {texts.previous}
      </Button>
      <Button
        size="small"
        disabledFocusable={!next}
        aria-keyshortcuts="Alt+ArrowDown"
        title={texts.nextTitle}
        onClick={() => next && work.select(next)}
      >
        {texts.next}
      </Button>
      <Selected review={review} shown={shown} />
    </div>
  );
}

/** What the list does not show of the cell that is selected in the sheet: that nothing is wrong with it, or that it is hidden. */
function Selected({ review, shown }: Pick<Props, 'review' | 'shown'>): ReactElement {
  const styles = useStyles();
  const texts = useOwnTexts(LIVE_TEXTS);
  const { findings: words } = useTexts();
  const dispatch = useDispatch();
  const work = useWork();
  const selected = usePaneState((state) => state.selected);
  const stale = usePaneState((state) => state.stale.includes(review.sheet.id));
  const note = (): string => {
    if (!selected || selected.sheetId !== review.sheet.id || stale) return '';
    const { row, column } = selected.cell;
    const within = review.annexes.some(
      ({ range }) =>
        row >= range.firstRow &&
        row <= range.lastRow &&
        column >= range.firstColumn &&
        column <= range.lastColumn,
    );
    return within && here.length === 0 ? texts.clean : '';
  };
  const here = allFindings(review).filter(
    ({ state, cell }) =>
      state === 'open' && cell.row === selected?.cell.row && cell.column === selected.cell.column,
  );
  const [first] = here;
  const hidden = first && !shown.some((finding) => here.includes(finding));
  return (
    <>
      <span role="status" className={styles.note}>
        {hidden
          ? format(texts.hidden, { cell: toAddress(first.cell.row, first.cell.column), count: here.length })
          : note()}
      </span>
      {hidden && (
        <Link
          as="button"
          className={styles.show}
          onClick={() => {
            dispatch({ type: 'filter-cleared' });
            dispatch({ type: 'current-set', key: findingKey(first) });
            requestAnimationFrame(() => work.focusCurrent());
          }}
        >
          {words.showAll}
        </Link>
      )}
    </>
  );
}
