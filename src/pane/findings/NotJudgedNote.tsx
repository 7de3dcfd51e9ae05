import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { SheetReview } from '../../app/reviewer';
import { toRangeAddress } from '../../engine/sheet/address';
import { useOwnTexts } from '../i18n/own-texts';
import { NOT_JUDGED_TEXTS } from './not-judged-texts';
import { format } from '../i18n/texts';
import { useTexts } from '../i18n/texts-context';
import { useCommands } from '../state/pane-context';

const useStyles = makeStyles({
  note: {
    padding: '8px 12px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
    '& p': { margin: 0 },
  },
  cells: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', fontVariantNumeric: 'tabular-nums' },
  link: { fontSize: 'inherit' },
});

/** Of places, so many are named. */
const MOST_NAMED = 12;

/** Cells that no rule has judged, with a way to each: where there are some, no finding does not mean no fault. */
export function NotJudgedNote({ review }: { review: SheetReview }): ReactElement | null {
  const styles = useStyles();
  const texts = useTexts();
  const own = useOwnTexts(NOT_JUDGED_TEXTS);
  const commands = useCommands();
  const { notJudged, sheet } = review;
  if (notJudged.length === 0) return null;
  return (
    <div role="note" aria-label={own.label} className={styles.note}>
      {notJudged.map(({ reason, count, ranges }) => (
        <div key={reason}>
          <p>{format(own[reason], { count })}</p>
          <div className={styles.cells}>
            {ranges.slice(0, MOST_NAMED).map((range) => {
              const cell = toRangeAddress(range);
              return (
                <Link
                  key={cell}
                  as="button"
                  inline
                  className={styles.link}
                  aria-label={format(texts.findings.goTo, { cell })}
                  onClick={() =>
                    void commands.goTo(sheet.id, { row: range.firstRow, column: range.firstColumn })
                  }
                >
                  {cell}
                </Link>
              );
            })}
            {ranges.length > MOST_NAMED && <span>{own.more}</span>}
          </div>
        </div>
      ))}
    </div>
  );
}
