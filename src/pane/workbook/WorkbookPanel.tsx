import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import type { SheetReview, WorkbookSheet } from '../../app/reviewer';
import { countEntries } from '../../app/entries';
import { SEVERITIES } from '../../engine/severity';
import { SeverityMark } from '../findings/SeverityMark';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { SidePanel } from '../parts/SidePanel';
import { CHOSEN_TAB_STYLE, TAB_STYLE } from '../parts/tab-style';
import { isReviewed } from '../recognition/describe-annex';
import { useCommands, useDispatch, usePaneState } from '../state/pane-context';
import { isCancellable, wholeWorkbook, type WorkbookPart } from '../state/pane-state';
import { describeSheet } from './describe-sheet';
import { countAll, openEntries, reviewsOf } from './reviewed-sheets';
import { WorkbookFindings } from './WorkbookFindings';
import { WORKBOOK_TEXTS } from './workbook-texts';

const useStyles = makeStyles({
  body: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '4px 12px 12px' },
  hidden: { marginLeft: '-8px' },
  parts: {
    display: 'flex',
    gap: '4px',
    padding: '0 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    marginBottom: '8px',
  },
  part: { ...TAB_STYLE, minHeight: '32px', padding: '0 8px' },
  chosen: CHOSEN_TAB_STYLE,
  note: { margin: '0 0 8px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginBottom: '8px' },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  sheet: {
    display: 'flex',
    columnGap: '8px',
    alignItems: 'center',
    width: '100%',
    padding: '8px 4px',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    overflowWrap: 'anywhere',
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 56px',
    ':enabled': { cursor: 'pointer' },
    ':enabled:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  words: { flexGrow: 1, flexBasis: 0, minWidth: 0, display: 'grid' },
  name: { fontWeight: tokens.fontWeightMedium },
  about: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  counts: { display: 'flex', alignItems: 'center', gap: '8px', fontVariantNumeric: 'tabular-nums' },
  count: { display: 'inline-flex', alignItems: 'center', gap: '3px' },
});

/** All sheets of the workbook: what each is and how bad, the way to it, and what can be done with all of them. */
export function WorkbookPanel(): ReactElement {
  const styles = useStyles();
  const own = useOwnTexts(WORKBOOK_TEXTS);
  const part = usePaneState((state) => state.workbookPart);
  const workbook = usePaneState((state) => state.workbook);
  const newest = usePaneState((state) => state.reviews);
  const running = usePaneState((state) => state.task === 'review') && workbook !== null;
  const reviews = useMemo(() => reviewsOf({ workbook, reviews: newest }), [workbook, newest]);
  const choice = workbook !== null && !running && reviews.length > 0;
  const shown = choice ? part : 'sheets';
  return (
    <SidePanel title={own.title} opener="workbook" filled>
      {choice && <Parts sheets={workbook.sheets.length} findings={openEntries(countAll(reviews))} />}
      {shown === 'findings' ? (
        <WorkbookFindings reviews={reviews} />
      ) : (
        <div className={styles.body}>
          <Actions reviews={reviews} running={running} />
          <ul className={styles.list}>
            {(workbook?.sheets ?? []).map((sheet) => (
              <li key={sheet.sheet.id}>
                <SheetLine told={sheet} review={sheet.review && (newest[sheet.sheet.id] ?? sheet.review)} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </SidePanel>
  );
}

/** What is shown: the sheets, or the findings of all of them. */
function Parts(counts: Readonly<Record<WorkbookPart, number>>): ReactElement {
  const styles = useStyles();
  const own = useOwnTexts(WORKBOOK_TEXTS);
  const dispatch = useDispatch();
  const shown = usePaneState((state) => state.workbookPart);
  return (
    <div role="group" aria-label={own.parts} className={styles.parts}>
      {(['sheets', 'findings'] as const).map((part) => (
        <button
          key={part}
          type="button"
          aria-pressed={part === shown}
          className={mergeClasses(styles.part, part === shown && styles.chosen)}
          onClick={() => dispatch({ type: 'workbook-part-opened', part })}
        >
          {format(own.part[part], { count: String(counts[part]) })}
        </button>
      ))}
    </div>
  );
}

/** What can be done with all sheets, and what came of it. */
function Actions({
  reviews,
  running,
}: {
  readonly reviews: readonly SheetReview[];
  readonly running: boolean;
}): ReactElement {
  const styles = useStyles();
  const own = useOwnTexts(WORKBOOK_TEXTS);
  const commands = useCommands();
  const workbook = usePaneState((state) => state.workbook);
  const busy = usePaneState(({ task, connection }) => task !== null || connection.phase !== 'ready');
  const progress = usePaneState((state) => state.progress);
  const rollingUp = usePaneState((state) => isCancellable(state) && state.task === 'insert');
  const whole = usePaneState((state) => wholeWorkbook(state) !== null);
  const writes = usePaneState(
    ({ connection }) => connection.phase === 'ready' && connection.capabilities.writes,
  );
  // As long as the pane looks at this workbook: another one may hide other things.
  const [hidden, setHidden] = useState(workbook?.hidden ?? false);
  const open = openEntries(countAll(reviews));
  const evaluations = reviews.filter(({ annexes }) => annexes.some(isReviewed)).length;
  const found = evaluations === 0 ? own.none : format(own.sheets, { count: evaluations, findings: open });
  const unclear = (workbook?.sheets ?? []).filter((sheet) => sheet.notUnderstood).length;
  const said = (): string => {
    if (workbook === null) return own.intro;
    const done = workbook.sheets.length;
    if (running) return format(own.progress, { done, total: workbook.total || '…' });
    if (rollingUp) return format(own.rollingUp, { done: progress?.done ?? 0, total: progress?.total ?? 0 });
    return done < workbook.total ? `${own.cancelled}${found}` : found;
  };
  return (
    <>
      <div className={styles.actions}>
        {running || rollingUp ? (
          <Button onClick={commands.cancelReview}>{own.cancel}</Button>
        ) : (
          <Button
            appearance={workbook === null ? 'primary' : 'secondary'}
            disabledFocusable={busy}
            onClick={() => void commands.reviewWorkbook(hidden)}
          >
            {workbook === null ? own.review : own.again}
          </Button>
        )}
        {open > 0 && writes && (
          <Button disabledFocusable={busy} onClick={() => void commands.markWorkbook()}>
            {own.mark}
          </Button>
        )}
        {whole && writes && !rollingUp && (
          <Button disabledFocusable={busy} onClick={() => void commands.insertRollups('all')}>
            {format(own.rollUp, { count: evaluations })}
          </Button>
        )}
      </div>
      <Checkbox
        className={styles.hidden}
        label={own.hidden}
        checked={hidden}
        disabled={running}
        onChange={(_event, { checked }) => setHidden(checked === true)}
      />
      <p className={styles.note} role="status">
        {said()}
      </p>
      {unclear > 0 && !running && (
        <p className={styles.note}>{format(own.someNotUnderstood, { count: unclear })}</p>
      )}
    </>
  );
}

interface LineProps {
  readonly told: WorkbookSheet;
  /** Its newest review. */
  readonly review: SheetReview | null;
}

function SheetLine({ told, review }: LineProps): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const own = useOwnTexts(WORKBOOK_TEXTS);
  const locale = useLocale();
  const commands = useCommands();
  const dispatch = useDispatch();
  const { sheet } = told;
  const stale = usePaneState((state) => state.stale.includes(sheet.id));
  const checked = review !== null && review.annexes.some(isReviewed);
  const goThere = async (): Promise<void> => {
    if (!(await commands.goTo(sheet.id, { row: review?.annexes[0]?.range.firstRow ?? 0, column: 0 }))) return;
    dispatch({ type: 'view-opened', view: 'review' });
    await commands.recognise();
  };
  return (
    <button
      type="button"
      className={styles.sheet}
      disabled={sheet.kind !== 'worksheet'}
      title={format(own.open, { sheet: sheet.name })}
      onClick={() => void goThere()}
    >
      <span className={styles.words}>
        <span className={styles.name}>{sheet.name}</span>
        <span className={mergeClasses(styles.about, styles.quiet)}>
          {describeSheet(told, texts, own, locale)}
          {stale && review ? ` · ${own.stale}` : ''}
        </span>
      </span>
      {checked && <Counts review={review} />}
    </button>
  );
}

function Counts({ review }: { readonly review: SheetReview }): ReactElement {
  const styles = useStyles();
  const own = useOwnTexts(WORKBOOK_TEXTS);
  const { open: counts } = countEntries(review.findings);
  const shown = SEVERITIES.filter((severity) => counts[severity] > 0);
  if (shown.length === 0) return <span className={styles.quiet}>{own.clean}</span>;
  const { error, warning, info } = counts;
  return (
    <span className={styles.counts} title={format(own.counts, { error, warning, info })}>
      {shown.map((severity) => (
        <span key={severity} className={styles.count}>
          <SeverityMark severity={severity} />
          {counts[severity]}
        </span>
      ))}
    </span>
  );
}
