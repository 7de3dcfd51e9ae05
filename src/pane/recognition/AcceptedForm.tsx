import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { headerKey, type LabelPath } from '../../engine/annex/corrections/vocabulary';
import { useOwnTexts } from '../i18n/own-texts';
import { useCommands, usePaneState } from '../state/pane-context';
import { GUESS_TEXTS } from './guess-texts';

const useStyles = makeStyles({
  note: { margin: '4px 0', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Where a form is one because a reviewer has said so: a way back. */
export function AcceptedForm({ labels }: { readonly labels: readonly LabelPath[] }): ReactElement | null {
  const styles = useStyles();
  const words = useOwnTexts(GUESS_TEXTS);
  const commands = useCommands();
  const busy = usePaneState((state) => state.task !== null);
  const corrections = usePaneState((state) => state.corrections);
  const key = headerKey({ columns: labels });
  const isAccepted = corrections?.some(
    (one) => 'rows' in one.said && one.said.form && headerKey(one) === key,
  );
  if (!isAccepted) return null;
  return (
    <p className={styles.note}>
      {words.accepted}{' '}
      <Button size="small" disabledFocusable={busy} onClick={() => void commands.pointAtHeader(labels, null)}>
        {words.takeBack}
      </Button>
    </p>
  );
}
