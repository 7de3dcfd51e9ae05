import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Progress } from '../../app/reviewer';
import { format } from '../i18n/texts';
import { useTexts } from '../i18n/texts-context';

const useStyles = makeStyles({
  box: { display: 'grid', rowGap: '6px', alignContent: 'center', minHeight: '70px', padding: '0 12px' },
  text: { fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
  track: {
    height: '4px',
    borderRadius: '2px',
    backgroundColor: tokens.colorNeutralBackground6,
    overflow: 'hidden',
    forcedColorAdjust: 'none',
  },
  bar: { height: '100%', backgroundColor: tokens.colorBrandBackground },
});

/** How far a review is. It takes the place of the overview, so that nothing jumps. */
export function ReviewProgress({ progress }: { progress: Progress | null }): ReactElement {
  const styles = useStyles();
  const { toolbar } = useTexts();
  const { step, done, total } = progress ?? { step: null, done: 0, total: 1 };
  const share = Math.min(1, done / Math.max(total, 1));
  const text =
    step === null ? toolbar.starting : format(toolbar[step], { done: String(done), total: String(total) });
  return (
    <div className={styles.box}>
      <span className={styles.text}>{text}</span>
      <div
        role="progressbar"
        aria-label={text}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        className={styles.track}
      >
        <div className={styles.bar} style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
