import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { SheetReview, WorkbookSheet } from '../../app/reviewer';
import { SEVERITIES } from '../../engine/severity';
import { SeverityMark } from '../findings/SeverityMark';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { SidePanel } from '../parts/SidePanel';
import { isReviewed } from '../recognition/describe-annex';
import { useCommands, useDispatch, usePaneState } from '../state/pane-context';
import { isCancellable, wholeWorkbook } from '../state/pane-state';
import { describeSheet, openCounts } from './describe-sheet';
import { WORKBOOK_TEXTS } from './workbook-texts';

const useStyles = makeStyles({
  note: { margin: '0 0 8px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginBottom: '8px' },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  sheet: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
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
  words: { minWidth: 0, display: 'grid' },
  name: { fontWeight: tokens.fontWeightMedium },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  counts: { display: 'flex', alignItems: 'center', gap: '8px', fontVariantNumeric: 'tabular-nums' },
  count: { display: 'inline-flex', alignItems: 'center', gap: '3px' },
});

/** All sheets of the workbook: what each is and how bad, the way to it, and what can be done with all of them. */
export function WorkbookPanel(): ReactElement {
  const styles = useStyles();
  const own = useOwnTexts(WORKBOOK_TEXTS);
  const commands = useCommands();
  const workbook = usePaneState((state) => state.workbook);
  const reviews = usePaneState((state) => state.reviews);
  const task = usePaneState((state) => state.task);
  const writes = usePaneState(
    ({ connection }) => connection.phase === 'ready' && connection.capabilities.writes,
  );
  const [hidden, setHidden] = useState(false);
  const progress = usePaneState((state) => state.progress);
  const rollingUp = usePaneState(isCancellable) && task === 'insert';
  const whole = usePaneState((state) => wholeWorkbook(state) !== null);
  const sheets = workbook?.sheets ?? [];
  const running = task === 'review' && workbook !== null;
  const reviewed = sheets.flatMap(({ sheet, review }) => (review ? [reviews[sheet.id] ?? review] : []));
  const open = reviewed.reduce(
    (sum, review) => sum + Object.values(openCounts(review)).reduce((all, count) => all + count, 0),
    0,
  );
  const evaluations = reviewed.filter(({ annexes }) => annexes.some(isReviewed)).length;
  const found = evaluations === 0 ? own.none : format(own.sheets, { count: evaluations, findings: open });
  const cutShort = workbook !== null && !running && sheets.length < workbook.total;
  return (
    <SidePanel title={own.title} opener="workbook">
      {workbook === null && <p className={styles.note}>{own.intro}</p>}
      <div className={styles.actions}>
        {running || rollingUp ? (
          <Button onClick={commands.cancelReview}>{own.cancel}</Button>
        ) : (
          <Button
            appearance={workbook === null ? 'primary' : 'secondary'}
            disabledFocusable={task !== null}
            onClick={() => void commands.reviewWorkbook(hidden)}
          >
            {workbook === null ? own.review : own.again}
          </Button>
        )}
        {open > 0 && writes && (
          <Button disabledFocusable={task !== null} onClick={() => void commands.markWorkbook()}>
            {own.mark}
          </Button>
        )}
        {whole && writes && !rollingUp && (
          <Button disabledFocusable={task !== null} onClick={() => void commands.insertRollups('all')}>
            {format(own.rollUp, { count: evaluations })}
          </Button>
        )}
        <Checkbox
          label={own.hidden}
          checked={hidden}
          disabled={running}
          onChange={(_event, { checked }) => setHidden(checked === true)}
        />
      </div>
      <p className={styles.note} role="status">
        {running
          ? format(own.progress, { done: sheets.length, total: workbook.total || '…' })
          : rollingUp
            ? format(own.rollingUp, { done: progress?.done ?? 0, total: progress?.total ?? 0 })
            : workbook === null
              ? ''
              : cutShort
                ? `${own.cancelled}${found}`
                : found}
      </p>
      <ul className={styles.list}>
        {sheets.map((sheet) => (
          <li key={sheet.sheet.id}>
            <SheetLine told={sheet} review={sheet.review && (reviews[sheet.sheet.id] ?? sheet.review)} />
          </li>
        ))}
      </ul>
    </SidePanel>
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
      disabled={!sheet.visible || sheet.kind !== 'worksheet'}
      title={format(own.open, { sheet: sheet.name })}
      onClick={() => void goThere()}
    >
      <span className={styles.words}>
        <span className={styles.name}>{sheet.name}</span>
        <span className={styles.quiet}>
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
  const counts = openCounts(review);
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
