import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useId, useRef, useState, type ReactElement } from 'react';
import type { ReviewFinding } from '../../app/reviewer';
import { findingText, habitText } from '../../engine/review/messages';
import { worstOf } from '../../engine/severity';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { Icon } from '../parts/icons';
import { findingKey } from '../state/finding-key';
import { BulkActions } from './BulkActions';
import { CELLS_SHOWN } from './CellLinks';
import { addressOf } from '../wording/finding-text';
import { useCardStyles } from './FindingCard';
import { FindingDetail } from './FindingDetail';
import type { HabitItem } from './group-findings';
import { QuietLine } from './QuietLine';
import { SeverityMark } from './SeverityMark';
import { useWork } from './work-context';

const useStyles = makeStyles({
  stack: { display: 'grid', rowGap: '8px' },
  head: { display: 'flex', alignItems: 'flex-start', gap: '6px' },
  example: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  cells: { display: 'flex', flexWrap: 'wrap', gap: '4px', margin: 0, padding: 0, listStyle: 'none' },
  cell: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '2px',
    minWidth: '40px',
    minHeight: '24px',
    justifyContent: 'center',
    padding: '0 6px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: 'inherit',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  done: {
    color: tokens.colorNeutralForeground2,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
  },
});

interface Props {
  readonly item: HabitItem;
  readonly headerOf: (sheetId: string, column: number) => string;
  /** Whether "fix all" stands on the card: where the heading's is about more than the card. */
  readonly fix: boolean;
  readonly currentId: string | null;
  readonly tabStop: boolean;
}

/** Of thousands of cells so many more are drawn at a time. */
const MORE_CELLS = 1000;
/** So many columns are named. */
const COLUMNS_NAMED = 3;

/** The same problem down a column or through the table: one card, its cells inside, and the chosen cell's finding in full. */
export const HabitCard = memo(function HabitCard({
  item,
  headerOf,
  fix,
  currentId,
  tabStop,
}: Props): ReactElement {
  const styles = useStyles();
  const card = useCardStyles();
  const texts = useTexts();
  const locale = useLocale();
  const work = useWork();
  const list = useRef<HTMLUListElement>(null);
  const heading = useId();
  const [shown, setShown] = useState(CELLS_SHOWN);
  const { findings, columns } = item;
  const chosen = findings.find((finding) => findingKey(finding) === currentId) ?? null;
  const open = findings.filter(({ state }) => state === 'open');
  const count = String(findings.length);
  const told = habitText(findings[0]!, locale);
  const named = columns
    .slice(0, COLUMNS_NAMED)
    .map((column) => headerOf(findings[0]!.sheetId, column))
    .join(texts.listSeparator);
  const header = columns.length > COLUMNS_NAMED ? format(texts.findings.andOthers, { names: named }) : named;
  const cells = findings.slice(0, shown);
  // The chosen cell is on show, however far down it stands.
  if (chosen && !cells.includes(chosen)) cells.push(chosen);
  const left = findings.length - shown;
  return (
    <li
      data-row
      data-finding={findingKey(chosen ?? open[0] ?? findings[0]!)}
      tabIndex={tabStop ? 0 : -1}
      aria-current={chosen ? 'true' : undefined}
      aria-labelledby={heading}
      className={mergeClasses(card.card, chosen !== null && card.current)}
      onClick={(event) => {
        if (!chosen && !(event.target as Element).closest('button, input, a'))
          work.select(open[0] ?? findings[0]!);
      }}
    >
      <div className={styles.stack}>
        <div id={heading} className={styles.head}>
          <SeverityMark severity={worstOf(findings)} />
          <span className={card.whole}>
            {columns.length === 1
              ? format(texts.findings.habit, { header, count })
              : format(texts.findings.habitColumns, {
                  header,
                  count,
                  columns: String(columns.length),
                })}
          </span>
        </div>
        {told !== null && <div className={styles.example}>{told}</div>}
        {!chosen && (
          <div className={styles.example}>
            {format(texts.findings.example, { cell: addressOf(findings[0]!) })}
            {findingText(findings[0]!, locale)}
          </div>
        )}
        <ul ref={list} className={styles.cells} data-cells aria-label={texts.findings.habitCells}>
          {cells.map((finding) => (
            <li key={finding.id}>
              <CellButton finding={finding} chosen={finding === chosen} />
            </li>
          ))}
          {left > 0 && (
            <li>
              <Button
                size="small"
                appearance="subtle"
                onClick={() => {
                  setShown(shown + MORE_CELLS);
                  // The button may go; the first of the new cells takes the focus.
                  requestAnimationFrame(() => buttonAt(list.current, shown)?.focus({ preventScroll: true }));
                }}
              >
                {left <= MORE_CELLS
                  ? format(texts.findings.showAllCells, { count })
                  : format(texts.more, { count: MORE_CELLS })}
              </Button>
            </li>
          )}
        </ul>
        {chosen &&
          (chosen.state === 'open' ? <FindingDetail finding={chosen} /> : <QuietLine finding={chosen} />)}
        <BulkActions findings={findings} fix={fix} />
      </div>
    </li>
  );
});

function buttonAt(list: HTMLElement | null, index: number): HTMLElement | null {
  return list?.querySelectorAll<HTMLElement>('button').item(index) ?? null;
}

function CellButton({ finding, chosen }: { finding: ReviewFinding; chosen: boolean }): ReactElement {
  const styles = useStyles();
  const work = useWork();
  const done = finding.state !== 'open';
  return (
    <button
      type="button"
      aria-pressed={chosen}
      title={finding.project ?? undefined}
      className={mergeClasses(styles.cell, done && styles.done, chosen && styles.chosen)}
      onClick={() => work.select(finding)}
    >
      {done && <Icon name={finding.state === 'ignored' ? 'close' : 'check'} size={12} />}
      {addressOf(finding)}
    </button>
  );
}
