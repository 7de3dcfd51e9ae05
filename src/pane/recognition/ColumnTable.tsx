import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment, useRef, useState, type ReactElement } from 'react';
import type { AnnexOutline } from '../../app/reviewer';
import { headerKey, type LabelPath } from '../../engine/annex/corrections/vocabulary';
import { toRangeAddress } from '../../engine/sheet/address';
import { fieldName } from '../i18n/field-name';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { LazyPart } from '../parts/LazyPart';
import { useCommands, usePaneState } from '../state/pane-context';
import { changeOf, correctablesOf, nameOf, type Correctable } from './correctable';
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
  const columns = correctablesOf(annex);
  const [open, setOpen] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const close = (key: string): void => {
    setOpen(null);
    frame.current?.querySelector<HTMLElement>(`[data-correct="${key}"]`)?.focus();
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
            <Fragment key={column.key}>
              <ColumnRow
                annex={annex}
                column={column}
                open={open === column.key}
                onOpen={() => setOpen(open === column.key ? null : column.key)}
              />
              {open === column.key && (
                <tr>
                  <td colSpan={4}>
                    <LazyPart
                      load={() => import('./Corrector').then(({ Corrector }) => Corrector)}
                      props={{ annex, what: column, onClose: () => close(column.key) }}
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      {columns.some(({ field, settled }) => field === null && !settled) && (
        <p className={styles.note}>{recognition.unknownFieldNote}</p>
      )}
      <PointedHeader columns={columns.map(({ labels }) => labels)} />
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
  readonly column: Correctable;
  readonly open: boolean;
  readonly onOpen: () => void;
}): ReactElement {
  const styles = useStyles();
  const words = useOwnTexts(CORRECTIONS_TEXTS);
  const commands = useCommands();
  const busy = usePaneState((state) => state.task !== null);
  const what = nameOf(column, words);
  return (
    <tr className={mergeClasses(isDoubtful(column.place) && styles.doubtful)}>
      <th scope="row">{column.at}</th>
      <td>{column.labels.join(' › ')}</td>
      <td>
        <Meaning annex={annex} column={column} />
      </td>
      <td>
        {column.settled && (
          <Button
            size="small"
            appearance="subtle"
            className={styles.small}
            disabledFocusable={busy}
            aria-label={format(words.takeBackOne, { what })}
            onClick={() => void commands.correct(changeOf(annex, column, undefined))}
          >
            {words.takeBack}
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          className={styles.small}
          data-correct={column.key}
          disabledFocusable={busy}
          aria-expanded={open}
          aria-label={format(words.correctOne, { what })}
          onClick={onOpen}
        >
          {words.correct}
        </Button>
      </td>
    </tr>
  );
}

/** What a column is read as; where that is not certain, what it may be, with one click to settle it. */
function Meaning({
  annex,
  column,
}: {
  readonly annex: AnnexOutline;
  readonly column: Correctable;
}): ReactElement {
  const styles = useStyles();
  const { recognition } = useTexts();
  const words = useOwnTexts(CORRECTIONS_TEXTS);
  const locale = useLocale();
  const commands = useCommands();
  const busy = usePaneState((state) => state.task !== null);
  const { field, guess, confidence } = column.place;
  if (column.settled)
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
