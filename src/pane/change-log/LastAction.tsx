import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import { toAddress } from '../../engine/sheet/address';
import { format, type PaneTexts } from '../i18n/texts';
import { useTexts } from '../i18n/texts-context';
import { useCommands, useDispatch, usePaneState } from '../state/pane-context';
import type { LastAction as Last } from '../state/pane-state';
import { logSteps, stands } from './log-steps';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '36px',
    padding: '0 4px 0 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
  },
  words: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
  undo: { fontSize: 'inherit', flexShrink: 0 },
  log: { whiteSpace: 'nowrap', flexShrink: 0, minWidth: 0 },
});

/** The last thing done, with its undo, and the way to the change log. */
export function LastAction(): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const commands = useCommands();
  const dispatch = useDispatch();
  const last = usePaneState((state) => state.lastAction);
  const open = usePaneState((state) => state.view === 'change-log');
  const changes = usePaneState((state) => state.changeLog);
  const dismissals = usePaneState((state) => state.dismissals);
  const count = useMemo(() => logSteps(changes, dismissals).filter(stands).length, [changes, dismissals]);
  const words = last === null && (changes === null || count > 0) ? '' : textOf(last, texts);
  return (
    <footer className={styles.bar}>
      <span role="status" className={styles.words} title={words}>
        {words}
      </span>
      {last && last.type !== 'undone' && (
        <Link
          as="button"
          className={styles.undo}
          aria-keyshortcuts="Z"
          onClick={() => void commands.undoLast()}
        >
          {texts.findings.undo}
        </Link>
      )}
      <Button
        size="small"
        appearance="subtle"
        className={styles.log}
        aria-expanded={open}
        data-opens="change-log"
        onClick={() =>
          open ? dispatch({ type: 'view-opened', view: 'review' }) : void commands.openChangeLog()
        }
      >
        {format(texts.changeLog.button, { count: String(count) })}
      </Button>
    </footer>
  );
}

function textOf(last: Last | null, { changeLog, listSeparator }: PaneTexts): string {
  if (last === null) return changeLog.none;
  if (last.type === 'ignored') {
    const { findings } = last;
    return findings.length === 1
      ? format(changeLog.lastIgnored, { cells: findings[0]!.split('!')[1] ?? '' })
      : format(changeLog.lastIgnoredMany, { count: String(findings.length) });
  }
  const cells = last.entries.flatMap(({ edits }) => edits.map(({ row, column }) => toAddress(row, column)));
  if (last.type === 'undone') {
    const undone =
      cells.length <= 3
        ? format(changeLog.lastUndone, { cells: cells.join(listSeparator) })
        : format(changeLog.lastUndoneMany, { count: String(cells.length) });
    const already = last.entries.flatMap((entry) => (entry.already ? entry.edits : [])).length;
    return already === 0
      ? undone
      : [undone, format(changeLog.already, { count: String(already) })].join(listSeparator);
  }
  return cells.length <= 3
    ? format(changeLog.lastFixed, { cells: cells.join(listSeparator) })
    : format(changeLog.lastFixedMany, { count: String(cells.length) });
}
