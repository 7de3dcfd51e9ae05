import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { AnnexOutline } from '../../app/reviewer';
import { format } from '../i18n/texts';
import { useTexts } from '../i18n/texts-context';
import { ProblemMessage } from '../messages/ProblemMessage';
import { isReviewed } from '../recognition/describe-annex';
import { usePaneState } from '../state/pane-context';
import { currentReview, isCancellable } from '../state/pane-state';
import { ReviewProgress } from '../toolbar/ReviewProgress';
import { Toolbar } from '../toolbar/Toolbar';
import { LazyPart } from '../parts/LazyPart';

const useStyles = makeStyles({
  // Scrolls as a whole only where what was unfolded above leaves the list too little room.
  fill: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column', overflowY: 'auto' },
  waiting: {
    minHeight: '44px',
    padding: '12px',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  note: { margin: 0, padding: '4px 12px 12px', color: tokens.colorNeutralForeground2 },
});

/** What the sheet is, how bad it is, what to do next. */
export function ReviewView(): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const connection = usePaneState((state) => state.connection);
  const recognition = usePaneState((state) => state.recognition);
  if (connection.phase === 'failed') return <ProblemMessage problem={connection.problem} />;
  if (connection.phase === 'connecting')
    return (
      <div role="status" className={styles.waiting}>
        {texts.shell.connecting}
      </div>
    );
  if (!recognition)
    return (
      <div role="status" className={styles.waiting}>
        {texts.recognition.looking}
      </div>
    );
  if (recognition.annexes.length === 0)
    return (
      <LazyPart
        load={() => import('../recognition/NoAnnex').then(({ NoAnnex }) => NoAnnex)}
        props={{ recognition }}
      />
    );
  return <Sheet annexes={recognition.annexes} />;
}

function Sheet({ annexes }: { annexes: readonly AnnexOutline[] }): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const review = usePaneState(currentReview);
  const reviewing = usePaneState(isCancellable);
  const progress = usePaneState((state) => state.progress);
  const others = annexes.filter((annex) => !isReviewed(annex));
  return (
    <div className={styles.fill}>
      <LazyPart
        load={() => import('../recognition/RecognitionBar').then(({ RecognitionBar }) => RecognitionBar)}
        props={{ annexes }}
        meanwhile={<div className={styles.waiting}>{texts.recognition.looking}</div>}
      />
      {others.length === annexes.length ? (
        <p className={styles.note} style={{ paddingTop: 12 }}>
          {format(texts.recognition.leftAlone, { layout: texts.layouts[annexes[0]!.layout] })}
        </p>
      ) : (
        <>
          <Toolbar />
          {reviewing ? (
            <ReviewProgress progress={progress} />
          ) : review ? (
            <LazyPart
              load={() => import('../toolbar/Overview').then(({ Overview }) => Overview)}
              props={{ review }}
              meanwhile={<ReviewProgress progress={null} />}
            />
          ) : (
            <p className={styles.note}>{texts.toolbar.intro}</p>
          )}
          {review && (
            <LazyPart
              load={() => import('../findings/FindingsPanel').then(({ FindingsPanel }) => FindingsPanel)}
              props={{ review }}
            />
          )}
        </>
      )}
    </div>
  );
}
