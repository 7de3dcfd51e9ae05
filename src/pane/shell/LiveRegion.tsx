import { makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { countEntries } from '../../app/entries';
import { format } from '../i18n/texts';
import { useTexts } from '../i18n/texts-context';
import { currentReview } from '../state/pane-state';
import { usePaneState } from '../state/pane-context';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Tells those who cannot see the pane how far a review is, in quarters, and what came of it. */
export function LiveRegion(): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const task = usePaneState((state) => state.task);
  const progress = usePaneState((state) => state.progress);
  const review = usePaneState(currentReview);
  let text = '';
  if (task === 'review' && progress) {
    const percent = Math.floor((progress.done / Math.max(progress.total, 1)) * 4) * 25;
    text = format(texts.live.progress, { percent: String(percent) });
  } else if (review) {
    text = format(texts.live.reviewed, countEntries(review.findings).open);
  }
  return (
    <div role="status" aria-live="polite" className={styles.hidden}>
      {text}
    </div>
  );
}
