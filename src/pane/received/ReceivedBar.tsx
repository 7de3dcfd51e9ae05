import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { errorText } from '../../app/error-text';
import type { ReceivedKind, ReceivedRecords } from '../../app/reviewer';
import { StateError } from '../../app/state/state-error';
import { useOwnTexts } from '../i18n/own-texts';
import { RECEIVED_TEXTS } from './received-texts';
import { format } from '../i18n/texts';
import { useLocale } from '../i18n/texts-context';
import { Message } from '../parts/Message';
import { useCommands, usePaneState } from '../state/pane-context';
import {
  ReceivedChanges,
  ReceivedCorrections,
  ReceivedDismissals,
  ReceivedProfiles,
} from './ReceivedContent';

const useStyles = makeStyles({
  rows: { display: 'grid', rowGap: '6px', marginTop: '4px' },
  row: {
    display: 'grid',
    rowGap: '4px',
    paddingTop: '6px',
    borderTop: `1px solid ${tokens.colorNeutralStrokeAlpha}`,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  button: { minWidth: 0 },
  content: { maxHeight: '30vh', overflowY: 'auto' },
});

const KINDS: readonly ReceivedKind[] = ['dismissals', 'profiles', 'corrections', 'changes'];

/**
 * What came with the workbook and was not made at this desk: named with count and content, without any effect until it
 * is adopted, and gone for good once it is refused.
 */
export function ReceivedBar({ received }: { readonly received: ReceivedRecords }): ReactElement {
  const styles = useStyles();
  const texts = useOwnTexts(RECEIVED_TEXTS);
  const keyLasts = usePaneState((state) => state.keyLasts);
  return (
    <Message intent="warning" title={texts.title}>
      <span>{texts.intro}</span>
      {!keyLasts && <span>{texts.keyNotKept}</span>}
      <div className={styles.rows}>
        {KINDS.filter((kind) => received[kind].length > 0).map((kind) => (
          <KindRow key={kind} kind={kind} received={received} />
        ))}
        {received.unreadable.length > 0 && <UnreadableRow received={received} />}
      </div>
    </Message>
  );
}

function KindRow({ kind, received }: { kind: ReceivedKind; received: ReceivedRecords }): ReactElement {
  const styles = useStyles();
  const texts = useOwnTexts(RECEIVED_TEXTS);
  const commands = useCommands();
  const busy = usePaneState((state) => state.task !== null);
  const [open, setOpen] = useState(false);
  const content = useId();
  const what = format(texts.kinds[kind], { count: received[kind].length });
  return (
    <Row label={what}>
      <Button
        size="small"
        className={styles.button}
        aria-expanded={open}
        aria-controls={open ? content : undefined}
        onClick={() => setOpen(!open)}
      >
        {open ? texts.hide : texts.show}
      </Button>
      <Button
        size="small"
        className={styles.button}
        disabledFocusable={busy}
        title={texts.adoptHints[kind]}
        onClick={() => void commands.adopt(kind)}
      >
        {texts.adopt}
      </Button>
      <Button
        size="small"
        className={styles.button}
        disabledFocusable={busy}
        title={texts.refuseHint}
        onClick={() => void commands.refuse(kind)}
      >
        {texts.refuse}
      </Button>
      {open && (
        // A region that scrolls must be reachable by keyboard.
        <div id={content} role="group" aria-label={what} tabIndex={0} className={styles.content}>
          {kind === 'dismissals' && <ReceivedDismissals dismissals={received.dismissals} />}
          {kind === 'profiles' && <ReceivedProfiles profiles={received.profiles} />}
          {kind === 'corrections' && <ReceivedCorrections corrections={received.corrections} />}
          {kind === 'changes' && <ReceivedChanges changes={received.changes} />}
        </div>
      )}
    </Row>
  );
}

/** Records that cannot be read: what that means, and a way out that asks first, for what they hold is lost. */
function UnreadableRow({ received }: { received: ReceivedRecords }): ReactElement {
  const styles = useStyles();
  const texts = useOwnTexts(RECEIVED_TEXTS);
  const locale = useLocale();
  const commands = useCommands();
  const busy = usePaneState((state) => state.task !== null);
  const [asking, setAsking] = useState(false);
  const { unreadable } = received;
  const reasons = [...new Set(unreadable.map(({ reason }) => reason))];
  const words = reasons.map((reason) => errorText(new StateError(reason), locale));
  return (
    <Row label={format(texts.unreadable, { count: unreadable.length })}>
      {words.map(({ happened, next }) => (
        <span key={happened} style={{ flexBasis: '100%' }}>
          {happened} {next}
        </span>
      ))}
      {asking ? (
        <>
          <span style={{ flexBasis: '100%' }}>{texts.discardAsk}</span>
          <Button
            size="small"
            className={styles.button}
            disabledFocusable={busy}
            onClick={() => void commands.discardUnreadable()}
          >
            {texts.discardYes}
          </Button>
          <Button size="small" className={styles.button} onClick={() => setAsking(false)}>
            {texts.discardNo}
          </Button>
        </>
      ) : (
        <Button
          size="small"
          className={styles.button}
          disabledFocusable={busy}
          onClick={() => setAsking(true)}
        >
          {texts.discard}
        </Button>
      )}
    </Row>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <div role="group" aria-label={label} className={styles.row}>
      <span>{label}</span>
      <div className={styles.buttons}>{children}</div>
    </div>
  );
}
