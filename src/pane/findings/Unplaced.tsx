import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ReviewFinding } from '../../app/reviewer';
import { useOwnTexts } from '../i18n/own-texts';
import { findingKey } from '../state/finding-key';
import { useCommands, usePaneState } from '../state/pane-context';
import { LIVE_TEXTS } from './live-texts';

const useStyles = makeStyles({
  note: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** Of a card whose row is not certain any more: that it leads nowhere, and the way to look again. */
export function Unplaced({ finding }: { readonly finding: ReviewFinding }): ReactElement | null {
  const styles = useStyles();
  const texts = useOwnTexts(LIVE_TEXTS);
  const commands = useCommands();
  const lost = usePaneState((state) => state.unplaced.includes(findingKey(finding)));
  const busy = usePaneState((state) => state.task !== null);
  if (!lost) return null;
  return (
    <div role="status" className={styles.note}>
      <span>{texts.lost}</span>
      <Button size="small" disabledFocusable={busy} onClick={() => void commands.lookAgain(finding.sheetId)}>
        {texts.lookAgain}
      </Button>
    </div>
  );
}
