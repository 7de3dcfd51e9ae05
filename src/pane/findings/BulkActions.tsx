import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useRef, useState, type ReactElement } from 'react';
import type { ReviewFinding } from '../../app/reviewer';
import { format } from '../i18n/texts';
import { useTexts } from '../i18n/texts-context';
import { usePaneState } from '../state/pane-context';
import { changesOf } from '../wording/finding-text';
import { IgnoreReasons } from './IgnoreReasons';
import { useWork } from './work-context';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  button: { minWidth: 0 },
  asked: {
    display: 'grid',
    rowGap: '6px',
    flexBasis: '100%',
    minWidth: 0,
    padding: '6px 8px',
    fontSize: tokens.fontSizeBase200,
  },
  changes: {
    maxHeight: '40vh',
    overflowY: 'auto',
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
});

interface Props {
  readonly findings: readonly ReviewFinding[];
  /** Whether "fix all" is among them, where the rule allows it. */
  readonly fix: boolean;
}

/** What can be done about findings that belong together: each as one step, with one undo. */
export function BulkActions({ findings, fix }: Props): ReactElement | null {
  const styles = useStyles();
  const texts = useTexts();
  const work = useWork();
  const busy = usePaneState((state) => state.task !== null);
  const [asking, setAsking] = useState(false);
  const ignore = useRef<HTMLButtonElement>(null);
  const open = findings.filter(({ state }) => state === 'open');
  if (open.length < 2) return null;
  const count = String(open.length);
  return (
    <>
      <div role="group" aria-label={texts.findings.bulk} className={styles.buttons}>
        {fix && <FixAll findings={findings} />}
        <Button
          ref={ignore}
          size="small"
          className={styles.button}
          data-bulk="ignore"
          aria-keyshortcuts="Shift+I"
          aria-expanded={asking}
          disabledFocusable={busy}
          onClick={() => setAsking(!asking)}
        >
          {format(texts.findings.ignoreAll, { count })}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          className={styles.button}
          data-bulk="mark"
          aria-keyshortcuts="M"
          title={texts.findings.markTheseHint}
          disabledFocusable={busy}
          onClick={() => void work.mark(open)}
        >
          {format(texts.findings.markThese, { count })}
        </Button>
      </div>
      {asking && (
        <IgnoreReasons
          onChoose={(reason) => {
            setAsking(false);
            void work.ignore(open, reason);
          }}
          onCancel={() => {
            setAsking(false);
            ignore.current?.focus();
          }}
        />
      )}
    </>
  );
}

/** So many cells are listed at first, and all on demand. */
const CELLS_LISTED = 200;

/**
 * Offered only where fixes change how texts are written, never in cells of figures. What each cell would become is
 * listed before anything is done.
 */
export function FixAll({ findings }: { readonly findings: readonly ReviewFinding[] }): ReactElement | null {
  const styles = useStyles();
  const texts = useTexts();
  const work = useWork();
  const list = useId();
  const busy = usePaneState((state) => state.task !== null);
  const [asking, setAsking] = useState(false);
  const [all, setAll] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const fixable = findings.filter(({ state, bulk }) => state === 'open' && bulk);
  if (fixable.length < 2) return null;
  const count = String(fixable.length);
  const close = (): void => {
    setAsking(false);
    opener.current?.focus();
  };
  const changes = fixable.flatMap((finding) => changesOf(finding, finding.fix!));
  return (
    <>
      <Button
        ref={opener}
        size="small"
        style={{ minWidth: 0, whiteSpace: 'nowrap' }}
        data-bulk="fix"
        aria-keyshortcuts="Shift+F"
        aria-expanded={asking}
        aria-controls={asking ? list : undefined}
        title={texts.findings.fixAllHint}
        disabledFocusable={busy}
        onClick={() => setAsking(!asking)}
      >
        {format(texts.findings.fixAll, { count })}
      </Button>
      {asking && (
        <div
          id={list}
          role="group"
          aria-label={texts.findings.fixAllList}
          className={styles.asked}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            close();
          }}
        >
          <span>{texts.findings.fixAllList}</span>
          <ul className={styles.changes}>
            {(all ? changes : changes.slice(0, CELLS_LISTED)).map(({ address, before, after }) => (
              <li key={address}>
                {address} {before || texts.findings.blank} → {after || texts.findings.blank}
              </li>
            ))}
          </ul>
          {!all && changes.length > CELLS_LISTED && (
            <Button size="small" appearance="subtle" onClick={() => setAll(true)}>
              {format(texts.findings.showAllCells, { count: String(changes.length) })}
            </Button>
          )}
          <div className={styles.buttons}>
            <Button
              size="small"
              appearance="primary"
              className={styles.button}
              autoFocus
              disabledFocusable={busy}
              onClick={() => {
                setAsking(false);
                void work.applyAll(fixable);
              }}
            >
              {format(texts.findings.fixThese, { count })}
            </Button>
            <Button size="small" className={styles.button} onClick={close}>
              {texts.findings.cancelFixAll}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
