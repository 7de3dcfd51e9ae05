import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useRef, useState, type ReactElement } from 'react';
import { findingText } from '../../engine/review/messages';
import { toAddress } from '../../engine/sheet/address';
import { timeText } from '../wording/time-text';
import { ruleName, ruleNameOf } from '../wording/finding-text';
import { reasonText } from '../wording/ignore-reasons';
import { useOwnTexts } from '../i18n/own-texts';
import { DISMISSALS_TEXTS } from './dismissals-texts';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { SidePanel } from '../parts/SidePanel';
import { useCommands, usePaneState } from '../state/pane-context';
import { dismissedOf, type Dismissed } from './dismissed';

const useStyles = makeStyles({
  note: { margin: '0 0 8px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  entry: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: '8px',
    alignItems: 'start',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 72px',
  },
  words: { minWidth: 0 },
  quiet: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  button: { minWidth: 0 },
  text: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, display: 'block' },
  lapsed: { fontStyle: 'italic' },
  cell: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  all: { marginBottom: '8px' },
});

/** So many entries are drawn at first, and more on demand. */
const ENTRIES_SHOWN = 100;

/** Everything that was set aside in this workbook, each with the way back. */
export function DismissalsPanel(): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const own = useOwnTexts(DISMISSALS_TEXTS);
  const commands = useCommands();
  const dismissals = usePaneState((state) => state.dismissals);
  const reviews = usePaneState((state) => state.reviews);
  const stale = usePaneState((state) => state.stale);
  const busy = usePaneState((state) => state.task !== null);
  const [shown, setShown] = useState(ENTRIES_SHOWN);
  const list = useRef<HTMLUListElement>(null);
  const entries = useMemo(
    () =>
      dismissals && dismissedOf(dismissals, Object.values(reviews), ({ sheet }) => !stale.includes(sheet.id)),
    [dismissals, reviews, stale],
  );
  const active = entries?.filter(({ lapsed }) => !lapsed) ?? [];

  /** The entry goes with its button; the focus stays with its neighbour. */
  async function lift(some: readonly Dismissed[], at: number): Promise<void> {
    if (!(await commands.lift(some.map(({ dismissal }) => dismissal)))) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('li') ?? [])];
    (rows[Math.min(at, rows.length - 1)] ?? document.querySelector<HTMLElement>('h2[tabindex]'))?.focus();
  }

  return (
    <SidePanel title={own.title} opener="dismissals">
      {entries === null ? (
        <p>{own.loading}</p>
      ) : entries.length === 0 ? (
        <p>{own.empty}</p>
      ) : (
        <>
          <p className={styles.note}>{own.note}</p>
          {active.length > 1 && (
            <Button
              size="small"
              className={styles.all}
              disabledFocusable={busy}
              onClick={() => void lift(active, 0)}
            >
              {format(own.restoreAll, { count: String(active.length) })}
            </Button>
          )}
          <ul ref={list} className={styles.list}>
            {entries.slice(0, shown).map((entry, i) => (
              <Entry key={entry.key} entry={entry} busy={busy} onLift={() => void lift([entry], i)} />
            ))}
          </ul>
        </>
      )}
      {entries !== null && entries.length > shown && (
        <Button size="small" onClick={() => setShown(shown + ENTRIES_SHOWN)}>
          {format(texts.more, { count: Math.min(ENTRIES_SHOWN, entries.length - shown) })}
        </Button>
      )}
    </SidePanel>
  );
}

interface EntryProps {
  readonly entry: Dismissed;
  readonly busy: boolean;
  readonly onLift: () => void;
}

function Entry({ entry, busy, onLift }: EntryProps): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const own = useOwnTexts(DISMISSALS_TEXTS);
  const locale = useLocale();
  const commands = useCommands();
  const { dismissal, finding, lapsed } = entry;
  const { sheetId, sheetName, project, reason, at } = dismissal;
  const cell = entry.cell ? toAddress(entry.cell.row, entry.cell.column) : '';
  const rule = finding ? ruleNameOf(finding, locale) : ruleName(entry.rule, locale);
  const about = [finding?.sheetName ?? sheetName, project, timeText(at, locale)].filter(Boolean).join(' · ');
  const go = entry.cell;
  return (
    <li tabIndex={-1} className={styles.entry}>
      <div className={styles.words}>
        {go && (
          <>
            <Link
              as="button"
              inline
              className={styles.cell}
              aria-label={format(texts.findings.goTo, { cell })}
              onClick={() => void commands.goTo(finding?.sheetId ?? sheetId, go)}
            >
              {cell}
            </Link>{' '}
          </>
        )}
        {rule}
        {finding && <span className={styles.text}>{findingText(finding, locale)}</span>}
        <span className={styles.text}>{format(own.reason, { reason: reasonText(reason, texts) })}</span>
        <span className={styles.quiet}>{about}</span>
        {lapsed && (
          <span className={mergeClasses(styles.quiet, styles.lapsed)}>
            {own.lapsed}
            {texts.colon}
            {own.lapsedNote}
          </span>
        )}
      </div>
      <Button
        size="small"
        className={styles.button}
        disabledFocusable={busy}
        aria-label={format(lapsed ? own.removeOne : own.restoreOne, { cell, rule })}
        onClick={onLift}
      >
        {lapsed ? own.remove : own.restore}
      </Button>
    </li>
  );
}
