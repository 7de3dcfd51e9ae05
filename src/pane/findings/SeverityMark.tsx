import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Severity } from '../../engine/severity';
import { useTexts } from '../i18n/texts-context';
import { Icon } from '../parts/icons';

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '20px',
    height: '20px',
    borderRadius: '4px',
  },
  error: { backgroundColor: 'var(--severity-error)', color: 'var(--severity-error-ink)' },
  warning: { backgroundColor: 'var(--severity-warning)', color: 'var(--severity-warning-ink)' },
  info: { backgroundColor: 'var(--severity-info)', color: 'var(--severity-info-ink)' },
});

/** The severity by colour, by shape and, for those who see neither, by name. */
export function SeverityMark({ severity }: { severity: Severity }): ReactElement {
  const styles = useStyles();
  const name = useTexts().severities[severity];
  return (
    <span role="img" aria-label={name} title={name} className={mergeClasses(styles.mark, styles[severity])}>
      <Icon name={severity} size={14} />
    </span>
  );
}
