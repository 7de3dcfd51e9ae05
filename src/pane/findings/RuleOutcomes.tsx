import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, useId, useState, type ReactElement } from 'react';
import type { AnnexOutline, SheetReview } from '../../app/reviewer';
import type { Locale } from '../../engine/language';
import type { RuleOutcome } from '../../engine/review/review-annex';
import { toRangeAddress } from '../../engine/sheet/address';
import { fieldName } from '../i18n/field-name';
import { format, type PaneTexts } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { useCommands, usePaneState } from '../state/pane-context';
import { ruleName } from '../wording/finding-text';

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
  annex: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
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
  // Nothing became of any rule in an annex that is left alone.
  const checked = review.annexes
    .map((annex, i) => ({ annex, outcomes: review.outcomes[i] ?? [] }))
    .filter(({ outcomes }) => outcomes.length > 0);
  return (
    <div className={styles.box}>
      {checked.map(({ annex, outcomes }) => (
        <AnnexCounts key={annex.id} annex={annex} outcomes={outcomes} named={checked.length > 1} />
      ))}
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
      <div id={list} hidden={!open}>
        {open &&
          checked.map(({ annex, outcomes }) => (
            <Fragment key={annex.id}>
              {checked.length > 1 && <p className={styles.annex}>{toRangeAddress(annex.range)}</p>}
              <ul>
                {worstFirst(outcomes).map((outcome) => (
                  <li key={outcome.rule} className={outcome.outcome === 'checked' ? '' : styles.trouble}>
                    {ruleName(outcome.rule, locale)}
                    <div className={styles.why}>
                      {clean.outcomes[outcome.outcome]}
                      {why(outcome, texts, locale)}
                    </div>
                  </li>
                ))}
              </ul>
            </Fragment>
          ))}
      </div>
    </div>
  );
}

interface CountsProps {
  readonly annex: AnnexOutline;
  readonly outcomes: readonly RuleOutcome[];
  /** Whether the annex is one of several of its sheet. */
  readonly named: boolean;
}

/** How many rules checked an annex, and how many could not. */
function AnnexCounts({ annex, outcomes, named }: CountsProps): ReactElement {
  const styles = useStyles();
  const { clean } = useTexts();
  const count = (wanted: RuleOutcome['outcome']): number =>
    outcomes.filter(({ outcome }) => outcome === wanted).length;
  const [notChecked, failed, off] = [count('not-checked'), count('failed'), count('off')];
  const figures = { rules: String(count('checked')), projects: String(annex.projectCount) };
  return (
    <>
      {named && <p className={styles.annex}>{toRangeAddress(annex.range)}</p>}
      <p>{format(clean.checked, figures)}</p>
      {notChecked > 0 && <p className={styles.trouble}>{format(clean.notChecked, { count: notChecked })}</p>}
      {off > 0 && <p className={styles.trouble}>{format(clean.off, { count: off })}</p>}
      {failed > 0 && <p className={styles.trouble}>{format(clean.failed, { count: failed })}</p>}
    </>
  );
}

function worstFirst(outcomes: readonly RuleOutcome[]): RuleOutcome[] {
  return [...outcomes].sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
}

const ORDER: readonly RuleOutcome['outcome'][] = ['failed', 'not-checked', 'uncompared', 'off', 'checked'];

function why(outcome: RuleOutcome, texts: PaneTexts, locale: Locale): string {
  if (outcome.outcome === 'failed') return `${texts.colon}${outcome.reason}`;
  if (outcome.outcome !== 'not-checked') return '';
  const fields = outcome.missing
    .map((alternatives) =>
      alternatives
        .slice(0, MOST_ALTERNATIVES)
        .map((field) => fieldName(field, locale))
        .join(texts.clean.or),
    )
    .join(texts.listSeparator);
  return `${texts.colon}${format(texts.clean.missing, { fields })}`;
}
