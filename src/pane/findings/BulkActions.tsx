import { Button, makeStyles } from '@fluentui/react-components';
import { useRef, useState, type ReactElement } from 'react';
import type { ReviewFinding } from '../../app/reviewer';
import { format } from '../i18n/texts';
import { useTexts } from '../i18n/texts-context';
import { usePaneState } from '../state/pane-context';
import { ruleMeta } from './finding-text';
import { IgnoreReasons } from './IgnoreReasons';
import { useWork } from './work-context';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  button: { minWidth: 0 },
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

/** Offered only where a fix changes how figures are written, never which figures they are. */
export function FixAll({ findings }: { readonly findings: readonly ReviewFinding[] }): ReactElement | null {
  const texts = useTexts();
  const work = useWork();
  const busy = usePaneState((state) => state.task !== null);
  const fixable = fixableOf(findings);
  if (fixable.length < 2) return null;
  return (
    <Button
      size="small"
      style={{ minWidth: 0, whiteSpace: 'nowrap' }}
      data-bulk="fix"
      aria-keyshortcuts="Shift+F"
      title={texts.findings.fixAllHint}
      disabledFocusable={busy}
      onClick={() => void work.applyAll(fixable)}
    >
      {format(texts.findings.fixAll, { count: String(fixable.length) })}
    </Button>
  );
}

function fixableOf(findings: readonly ReviewFinding[]): readonly ReviewFinding[] {
  const [first] = findings;
  if (!first || ruleMeta(first.rule)?.fix !== 'format') return [];
  return findings.filter(({ state, fix }) => state === 'open' && fix !== null);
}
