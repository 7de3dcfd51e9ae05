import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ReviewFinding } from '../../app/reviewer';
import { findingText, fixText } from '../../engine/review/messages';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { useDispatch, usePaneState } from '../state/pane-context';
import { LazyPart } from '../parts/LazyPart';
import { AlsoHere } from './AlsoHere';
import { Unplaced } from './Unplaced';
import { CellLinks } from './CellLinks';
import { ChangePreview } from './ChangePreview';
import { reasonText } from '../wording/ignore-reasons';
import { IgnoreReasons } from './IgnoreReasons';
import { useWork } from './work-context';

const useStyles = makeStyles({
  detail: { display: 'grid', rowGap: '8px', minWidth: 0 },
  text: { margin: 0, overflowWrap: 'anywhere', userSelect: 'text' },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  button: { minWidth: 0, maxWidth: '100%', overflowWrap: 'anywhere' },
});

/** What is wrong, why, what it would become, and what to do about it. */
export function FindingDetail({ finding }: { finding: ReviewFinding }): ReactElement {
  const styles = useStyles();
  const locale = useLocale();
  const texts = useTexts();
  const { findings } = texts;
  const openPart = usePaneState((state) => state.openPart);
  const dispatch = useDispatch();
  const work = useWork();
  const { fix } = finding;
  const preview = fix ?? finding.suggestions.find(({ hindrance }) => !hindrance) ?? null;
  const advice = finding.suggestions.filter(({ hindrance }) => hindrance);
  return (
    <div className={styles.detail}>
      <Unplaced finding={finding} />
      <p className={styles.text}>{findingText(finding, locale)}</p>
      {finding.receivedDismissal && (
        <p className={mergeClasses(styles.text, styles.quiet)}>
          {format(texts.findings.receivedDismissal, {
            reason: reasonText(finding.receivedDismissal.reason, texts),
          })}
        </p>
      )}
      <LazyPart load={() => import('./UnitWords').then(({ UnitWords }) => UnitWords)} props={{ finding }} />
      {preview && <ChangePreview finding={finding} fix={preview} />}
      {advice.map((suggestion, i) => (
        <p key={i} className={styles.text}>
          {format(findings.advice, { advice: fixText(finding, suggestion, locale) })}
        </p>
      ))}
      <CellLinks
        label={findings.related}
        sheetId={finding.sheetId}
        cells={finding.related}
        finding={finding}
      />
      <AlsoHere finding={finding} />
      <Actions finding={finding} />
      {openPart === 'reasons' && (
        <IgnoreReasons
          onChoose={(reason) => void work.ignore([finding], reason)}
          onCancel={() => {
            dispatch({ type: 'part-closed' });
            work.focusCurrent();
          }}
        />
      )}
      {openPart === 'basis' && (
        <LazyPart
          load={() => import('../rule-text/RuleText').then(({ RuleText }) => RuleText)}
          props={{ finding }}
          meanwhile={<div style={{ minHeight: 120 }} />}
        />
      )}
    </div>
  );
}

function Actions({ finding }: { finding: ReviewFinding }): ReactElement {
  const styles = useStyles();
  const locale = useLocale();
  const { findings } = useTexts();
  const dispatch = useDispatch();
  const busy = usePaneState((state) => state.task !== null);
  const openPart = usePaneState((state) => state.openPart);
  const work = useWork();
  const { fix } = finding;
  const suggestions = finding.suggestions.filter(({ hindrance }) => !hindrance);
  return (
    <div className={styles.buttons}>
      {fix && (
        <Button
          size="small"
          appearance="primary"
          className={styles.button}
          disabledFocusable={busy}
          aria-keyshortcuts="F"
          title={fixText(finding, fix, locale)}
          onClick={() => void work.apply(finding, fix)}
        >
          {findings.apply}
        </Button>
      )}
      {suggestions.map((suggestion, i) => (
        <Button
          key={i}
          size="small"
          className={styles.button}
          disabledFocusable={busy}
          onClick={() => void work.apply(finding, suggestion)}
        >
          {fixText(finding, suggestion, locale)}
        </Button>
      ))}
      <Button
        size="small"
        className={styles.button}
        disabledFocusable={busy}
        aria-keyshortcuts="I"
        aria-expanded={openPart === 'reasons'}
        onClick={() => dispatch({ type: 'part-toggled', part: 'reasons' })}
      >
        {findings.ignore}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        className={styles.button}
        aria-expanded={openPart === 'basis'}
        onClick={() => dispatch({ type: 'part-toggled', part: 'basis' })}
      >
        {findings.basis}
      </Button>
    </div>
  );
}
