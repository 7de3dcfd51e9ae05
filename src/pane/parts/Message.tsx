import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useTexts } from '../i18n/texts-context';
import { Icon, type IconName } from './icons';

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr auto',
    columnGap: '8px',
    alignItems: 'start',
    padding: '8px 4px 8px 12px',
    border: `1px solid transparent`,
    borderLeft: 'none',
    borderRight: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  icon: { paddingTop: '1px', display: 'flex' },
  words: { display: 'grid', rowGap: '2px' },
  title: { fontWeight: tokens.fontWeightSemibold },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '6px', marginTop: '4px' },
  close: { minWidth: '24px' },
  error: { backgroundColor: 'var(--severity-error)', color: 'var(--severity-error-ink)' },
  warning: { backgroundColor: 'var(--severity-warning)', color: 'var(--severity-warning-ink)' },
  info: { backgroundColor: 'var(--severity-info)', color: 'var(--severity-info-ink)' },
});

interface Props {
  readonly intent: 'error' | 'warning' | 'info';
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly onClose?: () => void;
}

const ICONS: Readonly<Record<Props['intent'], IconName>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
};

/** A bar that stays until it is read: what happened, and the next step. */
export function Message({ intent, title, children, actions, onClose }: Props): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <div role={intent === 'error' ? 'alert' : 'status'} className={mergeClasses(styles.bar, styles[intent])}>
      <span className={styles.icon}>
        <Icon name={ICONS[intent]} />
      </span>
      <div className={styles.words}>
        {title !== undefined && <span className={styles.title}>{title}</span>}
        {children}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {onClose && (
        <Button
          className={styles.close}
          size="small"
          appearance="transparent"
          icon={<Icon name="close" />}
          aria-label={texts.close}
          title={texts.close}
          onClick={onClose}
        />
      )}
    </div>
  );
}
