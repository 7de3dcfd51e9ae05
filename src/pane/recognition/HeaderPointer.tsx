import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { TriedHeader } from '../../app/reviewer';
import { isColumn, labelPath } from '../../engine/annex/place';
import { columnLetters } from '../../engine/sheet/address';
import { fieldName } from '../i18n/field-name';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { useCommands, usePaneState } from '../state/pane-context';
import { CORRECTIONS_TEXTS } from './corrections-texts';
import { TABLE_STYLE } from './table-style';

const useStyles = makeStyles({
  box: { display: 'grid', rowGap: '8px', justifyItems: 'start', width: '100%' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  table: {
    ...TABLE_STYLE,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Takes the rows that the reader has selected in the sheet for its header: what comes of it is shown first. */
export function HeaderPointer(): ReactElement {
  const styles = useStyles();
  const words = useOwnTexts(CORRECTIONS_TEXTS);
  const commands = useCommands();
  const busy = usePaneState((state) => state.task !== null);
  const [tried, setTried] = useState<TriedHeader | 'nothing' | null>(null);
  const rows = (text: string, { firstRow, lastRow, annex }: TriedHeader): string =>
    format(text, { first: firstRow + 1, last: lastRow + 1, count: annex?.projectCount ?? 0 });
  const annex = tried !== null && tried !== 'nothing' ? tried.annex : null;
  return (
    <div
      className={styles.box}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTried(null);
      }}
    >
      <p>{words.pointHint}</p>
      <div role="status">
        {tried === 'nothing'
          ? words.nothingSelected
          : tried && rows(tried.annex ? words.wouldRead : words.noTable, tried)}
      </div>
      {annex && <Preview annex={annex} />}
      <div className={styles.buttons}>
        {annex && tried !== 'nothing' && tried && (
          <Button
            appearance="primary"
            disabledFocusable={busy}
            onClick={() =>
              void commands.pointAtHeader(
                annex.places.filter(isColumn).map(labelPath),
                tried.lastRow - tried.firstRow + 1,
              )
            }
          >
            {words.headerReview}
          </Button>
        )}
        <Button
          disabledFocusable={busy}
          onClick={() => void commands.tryHeader().then((found) => setTried(found ?? 'nothing'))}
        >
          {words.point}
        </Button>
      </div>
    </div>
  );
}

/** How the columns below the header would be read. */
function Preview({ annex }: { readonly annex: NonNullable<TriedHeader['annex']> }): ReactElement {
  const styles = useStyles();
  const { recognition } = useTexts();
  const words = useOwnTexts(CORRECTIONS_TEXTS);
  const locale = useLocale();
  return (
    <table className={styles.table} aria-label={recognition.label}>
      <thead>
        <tr>
          <th scope="col">{recognition.column}</th>
          <th scope="col">{recognition.header}</th>
          <th scope="col">{recognition.field}</th>
        </tr>
      </thead>
      <tbody>
        {annex.places.filter(isColumn).map((column) => (
          <tr key={column.line}>
            <th scope="row">{columnLetters(column.line)}</th>
            <td>{labelPath(column).join(' › ')}</td>
            <td className={column.field === null ? styles.quiet : undefined}>
              {column.field !== null
                ? fieldName(column.field, locale)
                : column.guess === null
                  ? recognition.unknownField
                  : format(words.unsure, { guess: fieldName(column.guess.field, locale) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
