import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useId, useState, type ReactElement } from 'react';
import type { ReviewFinding } from '../../app/reviewer';
import { findingText } from '../../engine/review/messages';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { Icon } from '../shell/icons';
import { addressOf } from './finding-text';
import { useCardStyles } from './FindingCard';
import { FindingDetail } from './FindingDetail';
import type { SystemicItem } from './group-findings';
import { IgnoreReasons } from './IgnoreReasons';
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
  readonly item: SystemicItem;
  readonly header: string;
  readonly currentId: string | null;
  readonly tabStop: boolean;
}

/** The most cells shown at first. */
const CELLS_SHOWN = 60;

/** The same problem down a column: one card, its cells inside, and the chosen cell's finding in full. */
export const SystemicCard = memo(function SystemicCard({
  item,
  header,
  currentId,
  tabStop,
}: Props): ReactElement {
  const styles = useStyles();
  const card = useCardStyles();
  const texts = useTexts();
  const locale = useLocale();
  const work = useWork();
  const heading = useId();
  const [shown, setShown] = useState(CELLS_SHOWN);
  const [asking, setAsking] = useState(false);
  const { findings } = item;
  const chosen = findings.find(({ id }) => id === currentId) ?? null;
  const open = findings.filter(({ state }) => state === 'open');
  const count = String(findings.length);
  return (
    <li
      data-row
      data-finding={(chosen ?? open[0] ?? findings[0]!).id}
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
          <SeverityMark severity={findings[0]!.severity} />
          <span className={card.whole}>{format(texts.findings.systemic, { header, count })}</span>
        </div>
        {!chosen && (
          <div className={styles.example}>
            {format(texts.findings.example, { cell: addressOf(findings[0]!) })}
            {findingText(findings[0]!, locale)}
          </div>
        )}
        <ul className={styles.cells} data-cells aria-label={texts.findings.systemicCells}>
          {findings.slice(0, shown).map((finding) => (
            <li key={finding.id}>
              <CellButton finding={finding} chosen={finding === chosen} />
            </li>
          ))}
        </ul>
        {findings.length > shown && (
          <div>
            <Button size="small" appearance="subtle" onClick={() => setShown(shown + 200)}>
              {format(texts.more, { count: Math.min(200, findings.length - shown) })}
            </Button>
          </div>
        )}
        {chosen &&
          (chosen.state === 'open' ? <FindingDetail finding={chosen} /> : <QuietLine finding={chosen} />)}
        {open.length > 1 && (
          <div>
            {asking ? (
              <IgnoreReasons
                onChoose={(reason) => {
                  setAsking(false);
                  void work.ignore(open, reason);
                }}
                onCancel={() => setAsking(false)}
              />
            ) : (
              <Button size="small" onClick={() => setAsking(true)}>
                {format(texts.findings.systemicIgnore, { count: String(open.length) })}
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  );
});

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
      {done && <Icon name={finding.state === 'fixed' ? 'check' : 'close'} size={12} />}
      {addressOf(finding)}
    </button>
  );
}
