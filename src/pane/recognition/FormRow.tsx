import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { AnnexOutline } from '../../app/reviewer';
import type { FieldId } from '../../engine/annex/field-id';
import { labelPath, placeName, type Confidence, type Place } from '../../engine/annex/place';
import type { CellPosition } from '../../engine/sheet/address';
import { fieldName } from '../i18n/field-name';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { Icon } from '../parts/icons';
import { LazyPart } from '../parts/LazyPart';
import { useCommands, usePaneState } from '../state/pane-context';
import { changeOf, nameOf, type Correctable } from './correctable';
import { CORRECTIONS_TEXTS } from './corrections-texts';
import { isDoubtful } from './describe-annex';
import { FORM_TEXTS } from './form-texts';

const useStyles = makeStyles({
  doubtful: {
    '& td': { backgroundColor: 'var(--severity-warning)', color: 'var(--severity-warning-ink)' },
    '& td button': { color: 'inherit' },
  },
  /** The first lines of a long text say what it is. */
  value: {
    display: '-webkit-box',
    WebkitLineClamp: 3,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
  lines: { display: 'grid', justifyItems: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
  link: { fontSize: 'inherit', fontVariantNumeric: 'tabular-nums' },
  edit: { minWidth: 0, width: '24px', height: '24px', padding: 0 },
  takeBack: { minWidth: 0, padding: '0 6px', marginLeft: '-6px' },
});

/** Which row is being corrected, and how that begins and ends. */
export interface OpenCorrector {
  readonly annex: AnnexOutline;
  readonly key: string | null;
  toggle(key: string): void;
  close(key: string): void;
}

interface RowProps {
  readonly what: Correctable;
  /** What its cell shows; `null`: it is a column. */
  readonly shown: string | null;
  readonly corrector: OpenCorrector;
}

/** A cell of a form, or a column of its indicators, that can be given another meaning. */
export function CorrectableRow({ what, shown, corrector }: RowProps): ReactElement {
  const styles = useStyles();
  const words = useOwnTexts(CORRECTIONS_TEXTS);
  const commands = useCommands();
  const busy = usePaneState((state) => state.task !== null);
  const { annex, key } = corrector;
  const isOpen = key === what.key;
  const name = nameOf(what, words);
  const doubtful = shown !== null && what.isReviewed && isDoubtful(what.place);
  const [label] = shown === null ? what.place.labels.slice(-1) : [];
  const at = label ?? { row: what.place.line, column: what.place.column ?? 0 };
  return (
    <>
      <tr className={mergeClasses(doubtful && styles.doubtful)}>
        <GoTo annex={annex} cell={at}>
          {what.at}
        </GoTo>
        <td colSpan={shown === null ? 2 : 1}>
          <Meaning labels={what.labels} {...meaningOf(what)} quiet={!doubtful}>
            {what.settled && (
              <Button
                size="small"
                appearance="subtle"
                className={styles.takeBack}
                disabledFocusable={busy}
                aria-label={format(words.takeBackOne, { what: name })}
                onClick={() => void commands.correct(changeOf(annex, what, undefined))}
              >
                {words.takeBack}
              </Button>
            )}
          </Meaning>
        </td>
        {shown !== null && <Value shown={shown} />}
        <td>
          <Button
            size="small"
            appearance="subtle"
            className={styles.edit}
            data-correct={what.key}
            disabledFocusable={busy}
            aria-expanded={isOpen}
            aria-label={format(words.correctOne, { what: name })}
            title={format(words.correctOne, { what: name })}
            icon={<Icon name="edit" />}
            onClick={() => corrector.toggle(what.key)}
          />
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={4}>
            <LazyPart
              load={() => import('./Corrector').then(({ Corrector }) => Corrector)}
              props={{ annex, what, onClose: () => corrector.close(what.key) }}
            />
          </td>
        </tr>
      )}
    </>
  );
}

function meaningOf({
  field,
  settled,
  place,
  isReviewed,
}: Correctable): Omit<MeaningProps, 'labels' | 'quiet'> {
  return { field, settled, confidence: place.confidence, isReviewed };
}

/** A cell of an indicator: what it is is said of its column. */
export function CellRow({
  annex,
  place,
  shown,
}: {
  readonly annex: AnnexOutline;
  readonly place: Place;
  readonly shown: string;
}): ReactElement {
  const cell = placeName(place);
  const { field, confidence } = place;
  return (
    <tr>
      <GoTo annex={annex} cell={{ row: place.line, column: place.column ?? 0 }}>
        {cell}
      </GoTo>
      <td>
        <Meaning labels={labelPath(place).slice(-1)} {...{ field, confidence }} quiet />
      </td>
      <Value shown={shown} wide />
    </tr>
  );
}

function GoTo({
  annex,
  cell,
  children,
}: {
  readonly annex: AnnexOutline;
  readonly cell: CellPosition;
  readonly children: string;
}): ReactElement {
  const styles = useStyles();
  const { findings } = useTexts();
  const commands = useCommands();
  return (
    <th scope="row">
      <Link
        as="button"
        inline
        className={styles.link}
        aria-label={format(findings.goTo, { cell: children })}
        onClick={() => void commands.goTo(annex.sheet.id, cell)}
      >
        {children}
      </Link>
    </th>
  );
}

interface MeaningProps {
  readonly labels: readonly string[];
  readonly field: FieldId | null;
  readonly confidence: Confidence;
  readonly settled?: boolean;
  readonly isReviewed?: boolean;
  readonly quiet: boolean;
  readonly children?: ReactNode;
}

/** The labels of a cell over what they are taken for. */
function Meaning(props: MeaningProps): ReactElement {
  const { labels, field, confidence, settled = false, isReviewed = true, quiet, children } = props;
  const styles = useStyles();
  const { recognition } = useTexts();
  const own = useOwnTexts(FORM_TEXTS);
  const words = useOwnTexts(CORRECTIONS_TEXTS);
  const locale = useLocale();
  const unknown = settled ? words.notReviewed : isReviewed ? own.notRead : '';
  const isSure = field === null || settled || confidence === 'certain';
  const text = [
    field === null ? unknown : fieldName(field, locale),
    isSure ? '' : recognition.confidences[confidence],
    settled ? words.corrected : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <span className={styles.lines}>
      {labels.join(' › ')}
      {text !== '' && text !== labels.join('') && (
        <span className={mergeClasses(quiet && styles.quiet)}>{text}</span>
      )}
      {children}
    </span>
  );
}

function Value({ shown, wide = false }: { readonly shown: string; readonly wide?: boolean }): ReactElement {
  const styles = useStyles();
  const own = useOwnTexts(FORM_TEXTS);
  return (
    <td colSpan={wide ? 2 : 1}>
      <span className={mergeClasses(styles.value, shown === '' && styles.quiet)} title={shown}>
        {shown || own.blank}
      </span>
    </td>
  );
}
