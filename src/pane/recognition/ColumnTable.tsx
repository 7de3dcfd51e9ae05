import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment, useRef, useState, type ReactElement } from 'react';
import type { AnnexOutline } from '../../app/reviewer';
import { headerKey, type LabelPath } from '../../engine/annex/corrections/vocabulary';
import { isColumn, isSettled, labelPath, type Place } from '../../engine/annex/place';
import { columnLetters, toRangeAddress } from '../../engine/sheet/address';
import { fieldName } from '../i18n/field-name';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { LazyPart } from '../parts/LazyPart';
import { useCommands, usePaneState } from '../state/pane-context';
import { changeOf } from './column-change';
import { CORRECTIONS_TEXTS } from './corrections-texts';
import { isDoubtful } from './describe-annex';
import { TABLE_STYLE } from './table-style';

const useStyles = makeStyles({
  frame: { maxHeight: '50vh', overflowY: 'auto', padding: '0 12px 8px' },
  note: { margin: '4px 0', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  table: {
    ...TABLE_STYLE,
    '& thead th': { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
    '& caption': { textAlign: 'left', padding: '4px 0', color: tokens.colorNeutralForeground2 },
  },
  doubtful: {
    '& td:nth-of-type(2)': {
      backgroundColor: 'var(--severity-warning)',
      color: 'var(--severity-warning-ink)',
    },
  },
  meaning: { display: 'grid', rowGap: '2px', justifyItems: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
  small: { minWidth: 0, paddingLeft: '6px', paddingRight: '6px', whiteSpace: 'nowrap' },
  confirm: { minWidth: 0, height: 'auto', textAlign: 'left' },
});

/** How each labelled column of an annex is read, and how surely; each can be given another meaning. */
export function ColumnTable({ annex }: { annex: AnnexOutline }): ReactElement {
  const styles = useStyles();
  const { recognition } = useTexts();
  const columns = annex.places.filter(isColumn);
  const [open, setOpen] = useState<number | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const close = (line: number): void => {
    setOpen(null);
    frame.current?.querySelector<HTMLElement>(`[data-correct="${line}"]`)?.focus();
  };
  return (
    // A region that scrolls must be reachable by keyboard.
    <div ref={frame} className={styles.frame} tabIndex={0} role="group" aria-label={recognition.label}>
      <table className={styles.table}>
        <caption>{format(recognition.columns, { range: toRangeAddress(annex.range) })}</caption>
        <thead>
          <tr>
            <th scope="col">{recognition.column}</th>
            <th scope="col">{recognition.header}</th>
            <th scope="col">{recognition.field}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <Fragment key={column.line}>
              <ColumnRow
                annex={annex}
                column={column}
                open={open === column.line}
                onOpen={() => setOpen(open === column.line ? null : column.line)}
              />
              {open === column.line && (
                <tr>
                  <td colSpan={4}>
                    <LazyPart
                      load={() => import('./ColumnCorrector').then(({ ColumnCorrector }) => ColumnCorrector)}
                      props={{ annex, column, onClose: () => close(column.line) }}
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      {columns.some((column) => column.field === null && !isSettled(column)) && (
        <p className={styles.note}>{recognition.unknownFieldNote}</p>
      )}
      <PointedHeader columns={columns.map(labelPath)} />
      <LazyPart
        load={() => import('./CorrectionsFile').then(({ CorrectionsFile }) => CorrectionsFile)}
        props={{}}
      />
    </div>
  );
}

/** Where the header is one because a reviewer has said so: a way back. */
function PointedHeader({ columns }: { readonly columns: readonly LabelPath[] }): ReactElement | null {
  const styles = useStyles();
  const words = useOwnTexts(CORRECTIONS_TEXTS);
  const commands = useCommands();
  const busy = usePaneState((state) => state.task !== null);
  const corrections = usePaneState((state) => state.corrections);
  const key = headerKey({ columns });
  if (!corrections?.some((one) => 'rows' in one.said && headerKey(one) === key)) return null;
  return (
    <p className={styles.note}>
      {words.pointed}{' '}
      <Button
        size="small"
        disabledFocusable={busy}
        onClick={() => void commands.pointAtHeader(columns, null)}
      >
        {words.notPointed}
      </Button>
    </p>
  );
}

function ColumnRow({
  annex,
  column,
  open,
  onOpen,
}: {
  readonly annex: AnnexOutline;
  readonly column: Place;
  readonly open: boolean;
  readonly onOpen: () => void;
}): ReactElement {
  const styles = useStyles();
  const words = useOwnTexts(CORRECTIONS_TEXTS);
  const commands = useCommands();
  const busy = usePaneState((state) => state.task !== null);
  const letters = columnLetters(column.line);
  return (
    <tr className={mergeClasses(isDoubtful(column) && styles.doubtful)}>
      <th scope="row">{letters}</th>
      <td>{labelPath(column).join(' › ')}</td>
      <td>
        <Meaning annex={annex} column={column} />
      </td>
      <td>
        {isSettled(column) && (
          <Button
            size="small"
            appearance="subtle"
            className={styles.small}
            disabledFocusable={busy}
            aria-label={format(words.takeBackColumn, { column: letters })}
            onClick={() => void commands.correct(changeOf(annex, column, undefined))}
          >
            {words.takeBack}
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          className={styles.small}
          data-correct={column.line}
          disabledFocusable={busy}
          aria-expanded={open}
          aria-label={format(words.correctColumn, { column: letters })}
          onClick={onOpen}
        >
          {words.correct}
        </Button>
      </td>
    </tr>
  );
}

/** What a column is read as; where that is not certain, what it may be, with one click to settle it. */
function Meaning({ annex, column }: { readonly annex: AnnexOutline; readonly column: Place }): ReactElement {
  const styles = useStyles();
  const { recognition } = useTexts();
  const words = useOwnTexts(CORRECTIONS_TEXTS);
  const locale = useLocale();
  const commands = useCommands();
  const busy = usePaneState((state) => state.task !== null);
  const { field, guess, confidence } = column;
  if (isSettled(column))
    return (
      <span className={styles.meaning}>
        {field === null ? words.notReviewed : fieldName(field, locale)}
        <span className={styles.quiet}>{words.corrected}</span>
      </span>
    );
  if (field !== null)
    return (
      <span className={styles.meaning}>
        {fieldName(field, locale)}
        <span className={styles.quiet}>{recognition.confidences[confidence]}</span>
      </span>
    );
  if (guess === null) return <>{recognition.unknownField}</>;
  const name = fieldName(guess.field, locale);
  return (
    <span className={styles.meaning}>
      {guess.runnerUp === null
        ? format(words.unsure, { guess: name })
        : format(words.unsureOf, { guess: name, other: fieldName(guess.runnerUp, locale) })}
      <Button
        size="small"
        className={styles.confirm}
        disabledFocusable={busy}
        onClick={() => void commands.correct(changeOf(annex, column, guess.field))}
      >
        {format(words.confirm, { field: name })}
      </Button>
    </span>
  );
}
