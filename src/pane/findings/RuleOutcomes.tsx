import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactElement } from 'react';
import type { SheetReview } from '../../app/reviewer';
import type { RuleOutcome } from '../../engine/review/review-annex';
import { fieldName } from '../i18n/field-name';
import { format, type PaneTexts } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { useCommands, usePaneState } from '../state/pane-context';
import { ruleName } from './finding-text';

const useStyles = makeStyles({
  box: {
    padding: '10px 12px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    '& p': { margin: 0 },
    '& ul': { margin: '4px 0 0', paddingLeft: '18px' },
  },
  link: { fontSize: 'inherit' },
  why: { color: tokens.colorNeutralForeground2 },
  trouble: { color: tokens.colorNeutralForeground1 },
});

/** Of columns that would do for a rule, so many are named. */
const MOST_ALTERNATIVES = 3;

/** How many rules checked, and which could not and why: those are never counted as passed. */
export function RuleOutcomes({ review }: { review: SheetReview }): ReactElement {
  const styles = useStyles();
  const locale = useLocale();
  const texts = useTexts();
  const [open, setOpen] = useState(false);
  const list = useId();
  const commands = useCommands();
  const ignored = usePaneState((state) => state.dismissals?.length ?? 0);
  const { clean } = texts;
  const { outcomes, annexes } = review;
  const projects = annexes.reduce((count, annex) => count + annex.projects.length, 0);
  const count = (wanted: RuleOutcome['outcome']): number =>
    outcomes.filter(({ outcome }) => outcome === wanted).length;
  const [notChecked, failed, off] = [count('not-checked'), count('failed'), count('off')];
  const sorted = [...outcomes].sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  return (
    <div className={styles.box}>
      <p>{format(clean.checked, { rules: String(count('checked')), projects: String(projects) })}</p>
      {notChecked > 0 && <p className={styles.trouble}>{format(clean.notChecked, { count: notChecked })}</p>}
      {off > 0 && <p className={styles.trouble}>{format(clean.off, { count: off })}</p>}
      {failed > 0 && <p className={styles.trouble}>{format(clean.failed, { count: failed })}</p>}
      <Link
        as="button"
        className={styles.link}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        {open ? clean.hideRules : clean.showRules}
      </Link>
      {ignored > 0 && (
        <div>
          <Link
            as="button"
            className={styles.link}
            data-opens="dismissals"
            onClick={() => void commands.openDismissals()}
          >
            {format(texts.findings.showIgnored, { count: String(ignored) })}
          </Link>
        </div>
      )}
      <ul id={list} hidden={!open}>
        {open &&
          sorted.map((outcome, i) => (
            <li key={`${outcome.rule} ${i}`} className={outcome.outcome === 'checked' ? '' : styles.trouble}>
              {ruleName(outcome.rule, locale)}
              <div className={styles.why}>
                {clean.outcomes[outcome.outcome]}
                {why(outcome, texts)}
              </div>
            </li>
          ))}
      </ul>
    </div>
  );
}

const ORDER: readonly RuleOutcome['outcome'][] = ['failed', 'not-checked', 'off', 'checked'];

function why(outcome: RuleOutcome, texts: PaneTexts): string {
  if (outcome.outcome === 'failed') return `${texts.colon}${outcome.reason}`;
  if (outcome.outcome !== 'not-checked') return '';
  const fields = outcome.missing
    .map((alternatives) =>
      alternatives
        .slice(0, MOST_ALTERNATIVES)
        .map((field) => fieldName(field, texts))
        .join(texts.clean.or),
    )
    .join(texts.listSeparator);
  return `${texts.colon}${format(texts.clean.missing, { fields })}`;
}
