import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { countEntries } from '../../app/entries';
import type { SheetFigures, SheetReview } from '../../app/reviewer';
import { CHARTS_TEXTS } from '../charts/charts-texts';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { allFindings } from '../state/all-findings';
import { Drawing } from '../parts/icons';
import { useDispatch, usePaneState } from '../state/pane-context';
import { OVERVIEW_TEXTS } from './overview-texts';
import { RateHistogram } from './RateHistogram';
import { SeverityToggles } from './SeverityToggles';

const useStyles = makeStyles({
  box: {
    minHeight: '70px',
    display: 'grid',
    flexShrink: 0,
    gridTemplateColumns: 'minmax(0, 1fr)',
    paddingBottom: '4px',
    alignContent: 'center',
    rowGap: '8px',
  },
  row: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '2px 8px',
    padding: '0 12px',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  charts: { flexShrink: 0, minWidth: '28px', padding: 0 },
  rate: { flexGrow: 1, minWidth: 0 },
  less: { display: 'block', whiteSpace: 'normal', color: tokens.colorNeutralForeground3 },
});

const NO_FIGURES: SheetFigures = { rate: null, textAmounts: 0, rates: [] };

/** How bad it is, at a glance, and how much of it is done. */
export function Overview({ review }: { review: SheetReview }): ReactElement {
  const styles = useStyles();
  const overview = useOwnTexts(OVERVIEW_TEXTS);
  const own = useOwnTexts(CHARTS_TEXTS);
  const dispatch = useDispatch();
  const leftCharts = usePaneState((state) => state.cameFrom === 'charts');
  const opener = useRef<HTMLButtonElement>(null);
  // It was not there while the charts were.
  useEffect(() => {
    if (leftCharts && document.activeElement === document.body) opener.current?.focus();
  }, [leftCharts]);
  const { figures } = review;
  const findings = allFindings(review);
  const { rate, textAmounts, rates } = figures ?? NO_FIGURES;
  const counts = useMemo(() => countEntries(findings), [findings]);
  const projects = rates.reduce((sum, count) => sum + count, 0);
  const { open, entries: total, findings: cells } = counts;
  const done = total - open.error - open.warning - open.info;
  const processed = cells > total ? overview.processedCells : overview.processed;
  return (
    <section aria-label={overview.label} className={styles.box}>
      <SeverityToggles counts={counts} />
      <div className={styles.row}>
        <Button
          ref={opener}
          className={styles.charts}
          size="small"
          appearance="subtle"
          data-opens="charts"
          title={own.title}
          aria-label={own.title}
          onClick={() => dispatch({ type: 'view-opened', view: 'charts' })}
        >
          {projects > 1 ? (
            <RateHistogram counts={rates} />
          ) : (
            <Drawing path="M2.5 13.5h11M4 13V8m4 5V3m4 10V6" />
          )}
        </Button>
        <span className={styles.rate}>
          {rate === null ? overview.noRate : format(overview.rate, { rate: `${(rate * 100).toFixed(1)}%` })}
          {textAmounts > 0 && (
            <span className={styles.less} title={overview.textAmountsTitle}>
              {format(overview.textAmounts, { count: String(textAmounts) })}
            </span>
          )}
        </span>
        {total > 0 && (
          <span>{format(processed, { done: String(done), total: String(total), cells: String(cells) })}</span>
        )}
      </div>
    </section>
  );
}
