import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, useState, type ReactElement } from 'react';
import type { ChangedCell, ChangeEntry } from '../../app/reviewer';
import { toAddress } from '../../engine/sheet/address';
import { ruleName } from '../findings/finding-text';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { SidePanel } from '../shell/SidePanel';
import { useCommands, usePaneState } from '../state/pane-context';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  entry: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: '8px',
    alignItems: 'start',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  undone: { color: tokens.colorNeutralForeground3 },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, display: 'block' },
  cell: { fontVariantNumeric: 'tabular-nums', display: 'block' },
  address: { fontWeight: tokens.fontWeightSemibold },
});

/** So many entries are drawn at first, and more on demand. */
const ENTRIES_SHOWN = 100;

/** Every change that was applied, newest first, each with its undo. Kept in the workbook. */
export function ChangeLog(): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const entries = usePaneState((state) => state.changeLog);
  const [shown, setShown] = useState(ENTRIES_SHOWN);
  return (
    <SidePanel title={texts.changeLog.title} opener="change-log">
      {entries === null ? (
        <p>{texts.changeLog.loading}</p>
      ) : entries.length === 0 ? (
        <p>{texts.changeLog.empty}</p>
      ) : (
        <ul className={styles.list}>
          {entries.slice(0, shown).map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {entries !== null && entries.length > shown && (
        <Button size="small" onClick={() => setShown(shown + ENTRIES_SHOWN)}>
          {format(texts.more, { count: Math.min(ENTRIES_SHOWN, entries.length - shown) })}
        </Button>
      )}
    </SidePanel>
  );
}

function Entry({ entry }: { entry: ChangeEntry }): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const locale = useLocale();
  const commands = useCommands();
  const line = useRef<HTMLLIElement>(null);
  const busy = usePaneState((state) => state.task !== null);
  const about = [entry.sheetName, entry.project, timeText(entry.at, locale)].filter(Boolean).join(' · ');
  const cells = entry.edits.map(({ row, column }) => toAddress(row, column)).join(texts.listSeparator);
  async function undo(): Promise<void> {
    // The button goes; the focus stays with what it was about.
    if (await commands.undo([entry])) line.current?.focus();
  }
  return (
    <li ref={line} tabIndex={-1} className={mergeClasses(styles.entry, entry.undone && styles.undone)}>
      <div>
        {ruleName(entry.rule, locale)}
        {entry.edits.map((edit) => (
          <span key={`${edit.row} ${edit.column}`} className={styles.cell}>
            <span className={styles.address}>{toAddress(edit.row, edit.column)}</span>{' '}
            {contentText(edit.before, texts.findings.blank)} → {contentText(edit.after, texts.findings.blank)}
          </span>
        ))}
        <span className={styles.quiet}>{about}</span>
      </div>
      {entry.undone ? (
        <span className={styles.quiet}>{texts.changeLog.undone}</span>
      ) : (
        <Button
          size="small"
          disabledFocusable={busy}
          aria-label={`${texts.changeLog.undo} ${cells}`}
          onClick={() => void undo()}
        >
          {texts.changeLog.undo}
        </Button>
      )}
    </li>
  );
}

function contentText({ value, formula, numberFormat }: ChangedCell['before'], blank: string): string {
  if (formula !== null) return formula;
  const percent = /^0(?:\.(0+))?%$/.exec(numberFormat);
  if (percent && typeof value === 'number') return `${(value * 100).toFixed(percent[1]?.length ?? 0)}%`;
  return value === null || value === '' ? blank : String(value);
}

function timeText(at: string, locale: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '';
  return date.toLocaleString(locale, {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}
