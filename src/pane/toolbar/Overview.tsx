import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import { countEntries } from '../../app/entries';
import type { SheetFigures, SheetReview } from '../../app/reviewer';
import { format } from '../i18n/texts';
import { useTexts } from '../i18n/texts-context';
import { allFindings } from '../state/all-findings';
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
    columnGap: '10px',
    padding: '0 12px',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  rate: { flexGrow: 1, minWidth: 0 },
  less: { display: 'block', whiteSpace: 'normal', color: tokens.colorNeutralForeground3 },
});

const NO_FIGURES: SheetFigures = { rate: null, textAmounts: 0, rates: [] };

/** How bad it is, at a glance, and how much of it is done. */
export function Overview({ review }: { review: SheetReview }): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const { figures } = review;
  const findings = allFindings(review);
  const { rate, textAmounts, rates } = figures ?? NO_FIGURES;
  const counts = useMemo(() => countEntries(findings), [findings]);
  const projects = rates.reduce((sum, count) => sum + count, 0);
  const { open, entries: total, findings: cells } = counts;
  const done = total - open.error - open.warning - open.info;
  const processed = cells > total ? texts.overview.processedCells : texts.overview.processed;
  return (
    <section aria-label={texts.overview.label} className={styles.box}>
      <SeverityToggles counts={counts} />
      <div className={styles.row}>
        {projects > 1 && <RateHistogram counts={rates} />}
        <span className={styles.rate}>
          {rate === null
            ? texts.overview.noRate
            : format(texts.overview.rate, { rate: `${(rate * 100).toFixed(1)}%` })}
          {textAmounts > 0 && (
            <span className={styles.less} title={texts.overview.textAmountsTitle}>
              {format(texts.overview.textAmounts, { count: String(textAmounts) })}
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
