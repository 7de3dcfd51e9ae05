import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ReviewFinding } from '../../app/reviewer';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { useTexts } from '../i18n/texts-context';
import { Icon } from '../parts/icons';
import { addressOf } from '../wording/finding-text';
import { reasonText } from '../wording/ignore-reasons';
import { LIVE_TEXTS } from './live-texts';
import { useWork } from './work-context';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    minHeight: '28px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  link: { fontSize: 'inherit', flexShrink: 0 },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

/** What is left of a card that was dealt with. */
export function QuietLine({ finding }: { finding: ReviewFinding }): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const work = useWork();
  const cell = addressOf(finding);
  const own = useOwnTexts(LIVE_TEXTS);
  const { state } = finding;
  const settled = state !== 'ignored';
  const place = finding.unplaced ? own.unplaced : cell;
  const words = settled
    ? format(state === 'fixed' ? texts.findings.fixed : own.solved, { cell: place })
    : format(texts.findings.ignored, { cell, reason: reasonText(finding.ignoredBecause ?? '', texts) });
  return (
    <div className={styles.line}>
      <Icon name={settled ? 'check' : 'close'} size={14} />
      <span className={styles.words}>{words}</span>
      {state !== 'solved' && (
        <Link as="button" className={styles.link} onClick={() => void work.reopen([finding])}>
          {settled ? texts.findings.undo : texts.findings.restore}
        </Link>
      )}
    </div>
  );
}
