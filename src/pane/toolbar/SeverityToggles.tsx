import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { SEVERITIES, type Severity } from '../../engine/severity';
import { format } from '../i18n/texts';
import { useTexts } from '../i18n/texts-context';
import { Icon } from '../parts/icons';
import { useDispatch, usePaneState } from '../state/pane-context';

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: '1fr 1fr 1fr', gap: '6px', padding: '0 12px' },
  toggle: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '5px',
    minHeight: '28px',
    padding: '2px 4px',
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  off: {
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
  },
  error: { backgroundColor: 'var(--severity-error)', color: 'var(--severity-error-ink)' },
  warning: { backgroundColor: 'var(--severity-warning)', color: 'var(--severity-warning-ink)' },
  info: { backgroundColor: 'var(--severity-info)', color: 'var(--severity-info-ink)' },
  count: { fontWeight: tokens.fontWeightSemibold },
});

/** How many findings of each severity are open; each filters the list. */
export function SeverityToggles({ counts }: { counts: Readonly<Record<Severity, number>> }): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const dispatch = useDispatch();
  const shown = usePaneState((state) => state.filter.severities);
  return (
    <div className={styles.row}>
      {SEVERITIES.map((severity) => {
        const name = texts.severities[severity];
        const pressed = shown.includes(severity);
        return (
          <button
            key={severity}
            type="button"
            aria-pressed={pressed}
            aria-label={format(texts.severityToggle, { name, count: String(counts[severity]) })}
            title={format(texts.severityToggleHint, { name })}
            className={mergeClasses(styles.toggle, pressed ? styles[severity] : styles.off)}
            onClick={() => dispatch({ type: 'severity-toggled', severity })}
          >
            <Icon name={severity} size={14} />
            {name}
            <span className={styles.count}>{counts[severity]}</span>
          </button>
        );
      })}
    </div>
  );
}
