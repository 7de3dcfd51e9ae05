import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useRef, useState, type ReactElement } from 'react';
import { partsOfId } from '../../app/dismissals';
import type { ChangeEntry } from '../../app/reviewer';
import { toAddress } from '../../engine/sheet/address';
import { ruleName } from '../wording/finding-text';
import { reasonText } from '../wording/ignore-reasons';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { SidePanel } from '../parts/SidePanel';
import { useCommands, usePaneState } from '../state/pane-context';
import { contentText } from '../wording/content-text';
import { logSteps, stands, type LogStep } from './log-steps';
import { timeText } from '../wording/time-text';

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
  quiet: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  cell: { fontVariantNumeric: 'tabular-nums', display: 'block' },
  address: { fontWeight: tokens.fontWeightSemibold },
  way: { margin: '0 0 8px' },
  more: { fontSize: tokens.fontSizeBase200 },
});

/** So many steps are drawn at first, and more on demand. */
const STEPS_SHOWN = 100;
/** So many cells of a step are named at first. */
const CELLS_SHOWN = 5;

/** Every step that was taken, newest first, each with its undo. Kept in the workbook. */
export function ChangeLog(): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const commands = useCommands();
  const changes = usePaneState((state) => state.changeLog);
  const dismissals = usePaneState((state) => state.dismissals);
  const [shown, setShown] = useState(STEPS_SHOWN);
  const steps = useMemo(() => logSteps(changes, dismissals), [changes, dismissals]);
  const ignored = dismissals?.length ?? 0;
  return (
    <SidePanel title={texts.changeLog.title} opener="change-log">
      {ignored > 0 && (
        <p className={styles.way}>
          <Link as="button" data-opens="dismissals" onClick={() => void commands.openDismissals()}>
            {format(texts.findings.showIgnored, { count: String(ignored) })}
          </Link>
        </p>
      )}
      {changes === null ? (
        <p>{texts.changeLog.loading}</p>
      ) : steps.length === 0 ? (
        <p>{texts.changeLog.empty}</p>
      ) : (
        <ul className={styles.list}>
          {steps.slice(0, shown).map((step) => (
            <Step key={step.key} step={step} />
          ))}
        </ul>
      )}
      {steps.length > shown && (
        <Button size="small" onClick={() => setShown(shown + STEPS_SHOWN)}>
          {format(texts.more, { count: Math.min(STEPS_SHOWN, steps.length - shown) })}
        </Button>
      )}
    </SidePanel>
  );
}

function Step({ step }: { step: LogStep }): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const locale = useLocale();
  const commands = useCommands();
  const line = useRef<HTMLLIElement>(null);
  const busy = usePaneState((state) => state.task !== null);
  const [all, setAll] = useState(false);
  const { changeLog } = texts;
  const records = step.type === 'changes' ? step.entries : step.dismissals;
  const [first] = records as [(typeof records)[number]];
  const standing = stands(step);
  const cells = cellsOf(step);
  const rules = new Set(
    step.type === 'changes'
      ? step.entries.map(({ rule }) => rule)
      : step.dismissals.map(({ finding }) => partsOfId(finding).rule),
  );
  const names = [...rules].map((rule) => ruleName(rule, locale)).join(texts.listSeparator);
  const about = [first.sheetName, records.length === 1 ? first.project : null, timeText(step.at, locale)]
    .filter(Boolean)
    .join(' · ');
  async function undo(): Promise<void> {
    const done =
      step.type === 'changes'
        ? await commands.undo(step.entries.filter(({ undone }) => !undone))
        : await commands.lift(step.dismissals);
    // The button goes; the focus stays with what it was about, or with the list.
    if (done) (line.current ?? document.querySelector<HTMLElement>('h2[tabindex]'))?.focus();
  }
  return (
    <li ref={line} tabIndex={-1} className={mergeClasses(styles.entry, !standing && styles.undone)}>
      <div>
        {names}
        {first.received && <span className={styles.quiet}>{changeLog.received}</span>}
        {records.length > 1 && (
          <span className={styles.quiet}>{format(changeLog.cells, { count: String(records.length) })}</span>
        )}
        {step.type === 'changes' ? (
          (all ? step.entries : step.entries.slice(0, CELLS_SHOWN)).map((entry) => (
            <Change key={entry.id} entry={entry} partly={standing && entry.undone} />
          ))
        ) : (
          <>
            <span className={styles.cell}>
              {(all ? cells : cells.slice(0, 4 * CELLS_SHOWN)).join(texts.listSeparator)}
            </span>
            <span className={styles.quiet}>
              {format(changeLog.ignoredBecause, { reason: reasonText(step.dismissals[0]!.reason, texts) })}
            </span>
          </>
        )}
        {!all && records.length > (step.type === 'changes' ? CELLS_SHOWN : 4 * CELLS_SHOWN) && (
          <Link as="button" inline className={styles.more} onClick={() => setAll(true)}>
            {format(texts.findings.showAllCells, { count: String(records.length) })}
          </Link>
        )}
        <span className={styles.quiet}>{about}</span>
      </div>
      {standing ? (
        <Button
          size="small"
          disabledFocusable={busy}
          aria-label={`${changeLog.undo} ${cells.slice(0, 3).join(texts.listSeparator)}${cells.length > 3 ? '…' : ''}`}
          onClick={() => void undo()}
        >
          {changeLog.undo}
        </Button>
      ) : (
        <span className={styles.quiet}>{changeLog.undone}</span>
      )}
    </li>
  );
}

/** What a change did to its cells. */
function Change({ entry, partly }: { entry: ChangeEntry; partly: boolean }): ReactElement {
  const styles = useStyles();
  const { findings, changeLog } = useTexts();
  return (
    <>
      {entry.edits.map((edit) => (
        <span
          key={`${edit.row} ${edit.column}`}
          className={mergeClasses(styles.cell, partly && styles.undone)}
        >
          <span className={styles.address}>{toAddress(edit.row, edit.column)}</span>{' '}
          {contentText(edit.before, findings.blank)} → {contentText(edit.after, findings.blank)}
          {partly && ` · ${changeLog.undone}`}
        </span>
      ))}
    </>
  );
}

function cellsOf(step: LogStep): string[] {
  return step.type === 'changes'
    ? step.entries.flatMap(({ edits }) => edits.map(({ row, column }) => toAddress(row, column)))
    : step.dismissals.map(({ finding }) => partsOfId(finding).address);
}
