import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactElement } from 'react';
import type { ReviewFinding, SheetReview } from '../../app/reviewer';
import type { WordsOfFindings } from '../../app/engine/engine';
import type { Commands } from '../state/commands';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { useCommands, usePaneState } from '../state/pane-context';
import { currentReview, wholeWorkbook, type PaneState } from '../state/pane-state';
import { UNIT_WORDS_TEXTS } from './unit-words-texts';
import { useWork } from './work-context';

const useStyles = makeStyles({
  words: { display: 'grid', rowGap: '6px', justifyItems: 'start' },
  text: {
    margin: 0,
    overflowWrap: 'anywhere',
    userSelect: 'text',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** What was read for the last reviews: the list is read once a review, when a finding of it is first looked at closely. */
const read = new WeakMap<Commands, Map<string, Promise<WordsOfFindings | null>>>();
const MOST_READ = 8;

function wordsOf(commands: Commands, review: SheetReview): Promise<WordsOfFindings | null> {
  const known = read.get(commands) ?? new Map<string, Promise<WordsOfFindings | null>>();
  read.set(commands, known);
  const id = review.id ?? '';
  const words = known.get(id) ?? commands.unitWords(review);
  known.delete(id);
  known.set(id, words);
  for (const oldest of known.keys()) if (known.size > MOST_READ) known.delete(oldest);
  return words;
}

/** The unit's word of a finding, as it stands in 问题清单; nothing where none was typed. */
export function UnitWords({ finding }: { finding: ReviewFinding }): ReactElement | null {
  const styles = useStyles();
  const texts = useOwnTexts(UNIT_WORDS_TEXTS);
  const work = useWork();
  const busy = usePaneState((state) => state.task !== null);
  const review = usePaneState((state) => reviewOf(state, finding));
  const words = useWords(useCommands(), review)?.[finding.id];
  if (!words) return null;
  const said = words
    .flatMap(({ status, feedback }) => [
      ...(status === null ? [] : [status]),
      ...(feedback === '' ? [] : [format(texts.feedback, { text: feedback })]),
    ])
    .join(texts.between);
  return (
    <div className={styles.words}>
      <p className={styles.text}>{format(texts.said, { words: said })}</p>
      {finding.state === 'open' && (
        <Button
          size="small"
          disabledFocusable={busy}
          onClick={() => void work.ignore([finding], format(texts.reason, { words: said }))}
        >
          {texts.adopt}
        </Button>
      )}
    </div>
  );
}

function useWords(commands: Commands, review: SheetReview | null): WordsOfFindings | null {
  const [known, setKnown] = useState<WordsOfFindings | null>(null);
  useEffect(() => {
    let wanted = true;
    if (!review) return undefined;
    void wordsOf(commands, review).then((all) => {
      if (wanted) setKnown(all);
    });
    return () => {
      wanted = false;
    };
    // A review is told anew whenever anything of it changes; its words are those of the review.
  }, [commands, review?.id]);
  return known;
}

/** The newest review that the finding is of. */
function reviewOf(state: PaneState, { sheetId }: ReviewFinding): SheetReview | null {
  const here = currentReview(state);
  if (here?.sheet.id === sheetId) return here;
  return wholeWorkbook(state)?.find((one) => one.review?.sheet.id === sheetId)?.review ?? null;
}
