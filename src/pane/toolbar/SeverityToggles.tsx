import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { EntryCounts } from '../../app/entries';
import { SEVERITIES } from '../../engine/severity';
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

/** How much of each severity is open, a habit counted once; each filters the list. */
export function SeverityToggles({ counts }: { counts: Pick<EntryCounts, 'open' | 'cells'> }): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const dispatch = useDispatch();
  const shown = usePaneState((state) => state.filter.severities);
  return (
    <div className={styles.row}>
      {SEVERITIES.map((severity) => {
        const name = texts.severities[severity];
        const count = String(counts.open[severity]);
        const cells = String(counts.cells[severity]);
        const [label, hint] =
          cells === count
            ? [texts.severityToggle, texts.severityToggleHint]
            : [texts.severityToggleCells, texts.severityToggleCellsHint];
        const pressed = shown.includes(severity);
        return (
          <button
            key={severity}
            type="button"
            aria-pressed={pressed}
            aria-label={format(label, { name, count, cells })}
            title={format(hint, { name, count, cells })}
            className={mergeClasses(styles.toggle, pressed ? styles[severity] : styles.off)}
            onClick={() => dispatch({ type: 'severity-toggled', severity })}
          >
            <Icon name={severity} size={14} />
            {name}
            <span className={styles.count}>{count}</span>
          </button>
        );
      })}
    </div>
  );
}
