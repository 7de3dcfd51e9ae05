import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { errorText } from '../../app/error-text';
import { toAddress } from '../../engine/sheet/address';
import { shortened } from '../../engine/sheet/shortened';
import { HostError } from '../../host/port';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { useCommands } from '../state/pane-context';
import type { Problem, Task } from '../state/pane-state';
import { Message } from '../parts/Message';

/** Tasks that write nothing, whatever becomes of them. */
const READING: readonly Task[] = ['connect', 'recognise', 'review', 'go-to', 'change-log', 'dismissals'];

/** So many cells are named; a list of hundreds helps nobody. */
const MOST_CELLS = 12;

/** What a task that failed means: what happened, that nothing was lost, the next step. */
export function ProblemMessage({
  problem,
  onClose,
}: {
  problem: Problem;
  onClose?: () => void;
}): ReactElement {
  const texts = useTexts();
  const said = errorText(problem.error, useLocale());
  const { noHost, noHostNext } = texts.problems;
  const text = isNoHost(problem) ? { ...said, happened: noHost, next: noHostNext } : said;
  const { cells, cause } = detailsOf(problem.error);
  return (
    <Message
      intent="error"
      title={texts.problems.during[problem.during]}
      actions={<NextStep problem={problem} />}
      onClose={onClose}
    >
      <span>
        {text.happened} {READING.includes(problem.during) ? texts.problems.unchanged : text.lost}
      </span>
      {cells.length > 0 && (
        <span>{format(texts.problems.cells, { cells: cells.join(texts.listSeparator) })}</span>
      )}
      <span>{text.next}</span>
      {cause !== null && <span>{format(texts.shell.detail, { detail: shortened(cause) })}</span>}
    </Message>
  );
}

/** Nothing answered as a spreadsheet at all: that is no lack of a function. */
function isNoHost({ during, error }: Problem): boolean {
  return during === 'connect' && error instanceof HostError && error.code === 'not-supported';
}

/** The cells concerned, and the cause in the words of whoever threw it, where the code alone says little. */
function detailsOf(error: unknown): { cells: readonly string[]; cause: string | null } {
  if (!(error instanceof HostError))
    return { cells: [], cause: error instanceof Error ? error.message : String(error) };
  const all = error.detail.cells ?? [];
  const cells = all.slice(0, MOST_CELLS).map(({ row, column }) => toAddress(row, column));
  if (all.length > MOST_CELLS) cells.push('…');
  return { cells, cause: error.code === 'failed' ? error.message : null };
}

function NextStep({ problem }: { problem: Problem }): ReactElement | null {
  const texts = useTexts();
  const commands = useCommands();
  const { during, error } = problem;
  const code = error instanceof HostError ? error.code : null;
  if (during === 'connect')
    return (
      <Button size="small" onClick={() => void commands.connect()}>
        {texts.retry}
      </Button>
    );
  if (during === 'review' || code === 'changed' || code === 'sheet-gone')
    return (
      <Button size="small" onClick={() => void commands.review()}>
        {texts.toolbar.reviewAgain}
      </Button>
    );
  if (during === 'recognise')
    return (
      <Button size="small" onClick={() => void commands.recognise()}>
        {texts.recognition.again}
      </Button>
    );
  return null;
}
