import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useOwnTexts } from '../i18n/own-texts';
import { NOT_UNDERSTOOD_TEXTS } from './not-understood-texts';

const useStyles = makeStyles({
  note: {
    margin: 0,
    padding: '4px 12px',
    fontSize: tokens.fontSizeBase200,
    backgroundColor: 'var(--severity-warning)',
    color: 'var(--severity-warning-ink)',
  },
});

/** Beside the annexes of a sheet there is more that looks like one: what was not understood is not passed over unsaid. */
export function NotUnderstood(): ReactElement {
  const styles = useStyles();
  return <p className={styles.note}>{useOwnTexts(NOT_UNDERSTOOD_TEXTS).beside}</p>;
}
