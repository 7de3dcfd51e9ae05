import { makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { profileProblemText } from '../../engine/profile/problem-text';
import type { ProfileProblem } from '../../engine/profile/profile-problem';
import { format } from '../i18n/texts';
import { useLocale } from '../i18n/texts-context';
import { Message } from '../parts/Message';

const useStyles = makeStyles({
  problems: { margin: 0, paddingLeft: '16px' },
});

/** So many mistakes of a file are named at a time. */
const PROBLEMS_SHOWN = 5;

interface Props {
  readonly title: string;
  /** Why the file could not be read at all; `null`: it was. */
  readonly trouble: string | null;
  readonly problems: readonly ProfileProblem[];
  /** Says how many more mistakes there are: `{count}`. */
  readonly more: string;
  readonly onClose: () => void;
}

/** Why a file of the user's was not used: a profile, a vocabulary. */
export function FileProblems({ title, trouble, problems, more, onClose }: Props): ReactElement {
  const styles = useStyles();
  const locale = useLocale();
  const left = problems.length - PROBLEMS_SHOWN;
  return (
    <Message intent="error" title={title} onClose={onClose}>
      {trouble !== null && <span>{trouble}</span>}
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {problems.slice(0, PROBLEMS_SHOWN).map((problem, i) => (
            <li key={i}>{profileProblemText(problem, locale)}</li>
          ))}
        </ul>
      )}
      {left > 0 && <span>{format(more, { count: String(left) })}</span>}
    </Message>
  );
}
