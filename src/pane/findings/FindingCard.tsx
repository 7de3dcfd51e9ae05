import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useId, type ReactElement } from 'react';
import type { ReviewFinding } from '../../app/reviewer';
import { findingText } from '../../engine/review/messages';
import { useLocale } from '../i18n/texts-context';
import { findingKey } from '../state/finding-key';
import { addressOf, ruleNameOf } from '../wording/finding-text';
import { FindingDetail } from './FindingDetail';
import { QuietLine } from './QuietLine';
import { SeverityMark } from './SeverityMark';
import { useWork } from './work-context';

export const useCardStyles = makeStyles({
  card: {
    position: 'relative',
    padding: '7px 12px 7px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    listStyle: 'none',
    // Clear of the group's heading, which stays in view.
    scrollMarginTop: '40px',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  /** Cards out of sight cost nothing, so that thousands of them scroll smoothly. */
  waiting: { contentVisibility: 'auto', containIntrinsicSize: 'auto 54px' },
  current: {
    cursor: 'default',
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
    '::before': {
      content: '""',
      position: 'absolute',
      top: 0,
      bottom: 0,
      left: 0,
      width: '4px',
      backgroundColor: tokens.colorBrandBackground,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
    },
  },
  quiet: { cursor: 'default', paddingTop: '2px', paddingBottom: '2px' },
  head: { display: 'flex', alignItems: 'center', gap: '6px', minWidth: 0 },
  address: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  about: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
  whole: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  summary: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    paddingTop: '2px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  body: { paddingTop: '6px' },
});

interface Props {
  readonly finding: ReviewFinding;
  readonly current: boolean;
  /** Whether the card says which rule it comes from, in lists that are not by rule. */
  readonly namesRule: boolean;
  /** Whether the card says which project it is about, in lists that are not by project. */
  readonly namesProject: boolean;
  /** What the sheet says beside the cell; '' where nothing has to be told. */
  readonly label: string;
  /** Whether Tab stops here: one card of the list does. */
  readonly tabStop: boolean;
}

/** One finding: a line or two, all of it where it is the current one, one quiet line where it is done. */
export const FindingCard = memo(function FindingCard(props: Props): ReactElement {
  const { finding, current, namesRule, namesProject, label, tabStop } = props;
  const styles = useCardStyles();
  const locale = useLocale();
  const work = useWork();
  const heading = useId();
  const done = finding.state !== 'open';
  const about = [
    namesRule && ruleNameOf(finding, locale),
    label,
    namesProject && (finding.project || finding.unit),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <li
      data-row
      data-finding={findingKey(finding)}
      tabIndex={tabStop ? 0 : -1}
      aria-current={current ? 'true' : undefined}
      aria-labelledby={heading}
      className={mergeClasses(styles.card, done && styles.quiet, current ? styles.current : styles.waiting)}
      onClick={(event) => {
        // Buttons on the card do their own work.
        if (!(event.target as Element).closest('button, input, a')) work.select(finding);
      }}
    >
      {done ? (
        <div id={heading}>
          <QuietLine finding={finding} />
        </div>
      ) : (
        <>
          <div id={heading} className={styles.head}>
            <SeverityMark severity={finding.severity} />
            <span className={styles.address}>{addressOf(finding)}</span>
            <span className={mergeClasses(styles.about, current && styles.whole)}>{about}</span>
          </div>
          {current ? (
            <div className={styles.body}>
              <FindingDetail finding={finding} />
            </div>
          ) : (
            <div className={styles.summary}>{findingText(finding, locale)}</div>
          )}
        </>
      )}
    </li>
  );
});
