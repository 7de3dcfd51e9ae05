import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTexts } from '../i18n/texts-context';
import { LazyPart } from '../parts/LazyPart';
import { useCommands, usePaneState } from '../state/pane-context';
import { currentReview, isCancellable, staleBecause } from '../state/pane-state';

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: '1.1fr 1fr 1fr', gap: '6px', padding: '8px 12px' },
  button: { minWidth: 0, paddingLeft: '6px', paddingRight: '6px', whiteSpace: 'nowrap' },
});

/** One primary button; the others wait until there is something. */
export function Toolbar(): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const commands = useCommands();
  const task = usePaneState((state) => state.task);
  const cancellable = usePaneState(isCancellable);
  const reviewed = usePaneState((state) => currentReview(state) !== null);
  const due = usePaneState((state) => currentReview(state) === null || staleBecause(state)) !== null;
  const { toolbar } = texts;
  const waiting = (
    <>
      <Button className={styles.button} disabledFocusable>
        {toolbar.marks}
      </Button>
      <Button className={styles.button} disabledFocusable>
        {toolbar.rollups}
      </Button>
    </>
  );
  return (
    <div role="toolbar" aria-label={toolbar.label} className={styles.row}>
      {cancellable ? (
        <Button className={styles.button} onClick={commands.cancelReview}>
          {toolbar.cancel}
        </Button>
      ) : (
        <Button
          className={styles.button}
          appearance={due ? 'primary' : 'secondary'}
          disabledFocusable={task !== null}
          onClick={() => void commands.review()}
        >
          {reviewed ? toolbar.reviewAgain : toolbar.review}
        </Button>
      )}
      <LazyPart
        load={() => import('./SheetMenus').then(({ SheetMenus }) => SheetMenus)}
        props={{ buttonClass: styles.button }}
        meanwhile={waiting}
      />
    </div>
  );
}
