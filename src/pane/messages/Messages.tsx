import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { errorText } from '../../app/error-text';
import { useLocale, useTexts } from '../i18n/texts-context';
import { hasReceived } from '../received/has-received';
import { LazyPart } from '../parts/LazyPart';
import { useCommands, useDispatch, usePaneState } from '../state/pane-context';
import { currentReview, staleBecause, type PaneState } from '../state/pane-state';
import { Message } from '../parts/Message';
import { ProblemMessage } from './ProblemMessage';

const STALE_TEXTS = { cells: 'stale', profile: 'otherProfile', columns: 'otherColumns' } as const;

/** What the reader should know now: troubles first, then what is out of date, then what was done. */
export function Messages(): ReactElement {
  const texts = useTexts();
  const commands = useCommands();
  const dispatch = useDispatch();
  const problem = usePaneState((state) => state.problem);
  const received = usePaneState((state) => state.received);
  const inReview = usePaneState((state) => state.view === 'review');
  const stateProblem = usePaneState((state) => currentReview(state)?.stateProblem ?? null);
  // What came with the workbook tells of records that cannot be read, and offers a way out.
  const unreadable = received?.unreadable.length ? null : stateProblem;
  const locale = useLocale();
  const records = unreadable && errorText(unreadable, locale);
  const notice = usePaneState((state) => state.notice);
  const connection = usePaneState((state) => state.connection);
  const stale = usePaneState((state) => (state.task === 'review' ? null : saidToBeStale(state)));
  const outdated = usePaneState(
    (state) => state.task === null && state.marksOutdated.includes(currentReview(state)?.sheet.id ?? ''),
  );
  return (
    <div>
      {problem && (
        <ProblemMessage
          problem={problem}
          onClose={() => dispatch({ type: 'message-closed', message: 'problem' })}
        />
      )}
      {connection.phase === 'ready' && (
        <LazyPart
          load={() => import('../limits/LimitsBar').then(({ LimitsBar }) => LimitsBar)}
          props={connection}
        />
      )}
      {records && (
        <Message intent="warning" title={texts.notices.stateProblem}>
          <span>{records.happened}</span>
          <span>{records.next}</span>
        </Message>
      )}
      {inReview && hasReceived(received) && (
        <LazyPart
          load={() => import('../received/ReceivedBar').then(({ ReceivedBar }) => ReceivedBar)}
          props={{ received }}
        />
      )}
      {stale && (
        <Message
          intent="warning"
          actions={
            <Button size="small" onClick={() => void commands.review()}>
              {texts.toolbar.reviewAgain}
            </Button>
          }
        >
          <span>{texts.notices[STALE_TEXTS[stale]]}</span>
        </Message>
      )}
      {outdated && (
        <Message
          intent="warning"
          actions={
            <>
              <Button size="small" onClick={() => void commands.mark()}>
                {texts.notices.markAgain}
              </Button>
              <Button size="small" onClick={() => void commands.clearMarks('sheet')}>
                {texts.toolbar.unmarkSheet}
              </Button>
            </>
          }
        >
          <span>{texts.notices.marksOutdated}</span>
        </Message>
      )}
      {notice && (
        <LazyPart
          load={() => import('./NoticeMessage').then(({ NoticeMessage }) => NoticeMessage)}
          props={{ notice, onClose: () => dispatch({ type: 'message-closed', message: 'notice' }) }}
        />
      )}
    </div>
  );
}

/** What is being reviewed again by itself is not told: it is true in a moment. */
function saidToBeStale(state: PaneState): ReturnType<typeof staleBecause> {
  const because = staleBecause(state);
  return because === 'cells' && state.following.includes(state.recognition!.sheet.id) ? null : because;
}
