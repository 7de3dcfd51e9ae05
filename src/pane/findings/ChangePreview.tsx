import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ReviewFinding } from '../../app/reviewer';
import type { Fix } from '../../engine/rule/finding';
import { useTexts } from '../i18n/texts-context';
import { changesOf } from '../wording/finding-text';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', fontVariantNumeric: 'tabular-nums' },
  line: {
    padding: '4px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  before: { color: tokens.colorNeutralForeground2, textDecorationLine: 'line-through' },
  after: { fontWeight: tokens.fontWeightSemibold },
  result: { color: tokens.colorNeutralForeground2 },
});

/** Before → after, cell by cell. */
export function ChangePreview({ finding, fix }: { finding: ReviewFinding; fix: Fix }): ReactElement {
  const styles = useStyles();
  const { findings } = useTexts();
  const changes = changesOf(finding, fix);
  return (
    <ul className={styles.list} aria-label={findings.change}>
      {changes.map(({ address, before, after, result }) => (
        <li key={address} className={styles.line}>
          {changes.length > 1 && <span>{address} </span>}
          <del className={styles.before} aria-label={`${findings.before} ${before || findings.blank}`}>
            {before || findings.blank}
          </del>
          {' → '}
          <ins
            className={styles.after}
            style={{ textDecoration: 'none' }}
            aria-label={`${findings.after} ${after || findings.blank}`}
          >
            {after || findings.blank}
          </ins>
          {result !== null && <span className={styles.result}> = {result}</span>}
        </li>
      ))}
    </ul>
  );
}
