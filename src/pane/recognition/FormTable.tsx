import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactElement } from 'react';
import type { AnnexOutline } from '../../app/reviewer';
import { indicatorParts } from '../../engine/annex/field-id';
import { labelPath, placeName, type Place } from '../../engine/annex/place';
import { toRangeAddress } from '../../engine/sheet/address';
import { fieldName } from '../i18n/field-name';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { useLocale, useTexts } from '../i18n/texts-context';
import { Icon } from '../parts/icons';
import { useCommands } from '../state/pane-context';
import { isDoubtful } from './describe-annex';
import { FORM_TEXTS } from './form-texts';
import { TABLE_STYLE } from './table-style';

const useStyles = makeStyles({
  frame: { maxHeight: '50vh', overflowY: 'auto', padding: '0 12px 8px' },
  note: { margin: '4px 0', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  table: {
    ...TABLE_STYLE,
    tableLayout: 'fixed',
    '& thead th': { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
    '& thead th:first-child': { width: '48px' },
    '& caption': { textAlign: 'left', padding: '4px 0', color: tokens.colorNeutralForeground2 },
  },
  doubtful: {
    '& td': { backgroundColor: 'var(--severity-warning)', color: 'var(--severity-warning-ink)' },
  },
  /** The first lines of a long text say what it is. */
  value: {
    display: '-webkit-box',
    WebkitLineClamp: 3,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
  lines: { display: 'grid' },
  quiet: { color: tokens.colorNeutralForeground2 },
  group: { '& th': { paddingTop: '8px', fontWeight: tokens.fontWeightSemibold } },
  link: { fontSize: 'inherit', fontVariantNumeric: 'tabular-nums' },
});

type Form = NonNullable<AnnexOutline['form']>;

/** A place of a form with what its cell shows. */
interface ShownPlace {
  readonly place: Place;
  readonly shown: string;
}

interface Props {
  readonly annex: AnnexOutline;
  readonly form: Form;
}

/** What was read from which cell of a form: those that were not understood first, its indicators on demand. */
export function FormTable({ annex, form }: Props): ReactElement {
  const styles = useStyles();
  const { recognition } = useTexts();
  const own = useOwnTexts(FORM_TEXTS);
  const [open, setOpen] = useState(false);
  const list = useId();
  const places = annex.places.map((place, i): ShownPlace => ({ place, shown: form.shown[i] ?? '' }));
  const single = places.filter(({ place }) => !ofIndicator(place));
  const doubtful = single.filter(({ place }) => isDoubtful(place));
  const indicators = indicatorsOf(places);
  return (
    // A region that scrolls must be reachable by keyboard.
    <div className={styles.frame} tabIndex={0} role="group" aria-label={recognition.label}>
      <table className={styles.table}>
        <caption>{format(own.cells, { range: toRangeAddress(annex.range) })}</caption>
        <Head />
        <tbody>
          {[...doubtful, ...single.filter((one) => !doubtful.includes(one))].map((one) => (
            <CellRow key={placeName(one.place)} annex={annex} {...one} />
          ))}
        </tbody>
      </table>
      {doubtful.length > 0 && <p className={styles.note}>{own.notReadNote}</p>}
      {indicators.length > 0 && (
        <Button
          size="small"
          appearance="subtle"
          icon={<Icon name={open ? 'chevron-down' : 'chevron-right'} />}
          aria-expanded={open}
          aria-controls={open ? list : undefined}
          onClick={() => setOpen(!open)}
        >
          {format(own.indicators, { count: indicators.length })}
        </Button>
      )}
      {open && (
        <table id={list} className={styles.table}>
          <Head />
          {indicators.map((cells) => (
            <Indicator key={cells[0].place.indicator} annex={annex} cells={cells} />
          ))}
        </table>
      )}
    </div>
  );
}

function Head(): ReactElement {
  const own = useOwnTexts(FORM_TEXTS);
  return (
    <thead>
      <tr>
        <th scope="col">{own.cell}</th>
        <th scope="col">{own.label}</th>
        <th scope="col">{own.value}</th>
      </tr>
    </thead>
  );
}

/** The cells of one indicator, under its kind and row. */
function Indicator({
  annex,
  cells,
}: {
  readonly annex: AnnexOutline;
  readonly cells: readonly [ShownPlace, ...ShownPlace[]];
}): ReactElement {
  const styles = useStyles();
  const own = useOwnTexts(FORM_TEXTS);
  const [{ place }] = cells;
  const kind = labelPath(place).slice(-2, -1)[0] ?? '';
  return (
    <tbody>
      <tr className={styles.group}>
        <th scope="rowgroup" colSpan={3}>
          {format(own.indicator, { row: String(place.line + 1), kind })}
        </th>
      </tr>
      {cells.map((one) => (
        <CellRow key={placeName(one.place)} annex={annex} {...one} />
      ))}
    </tbody>
  );
}

function CellRow({ annex, place, shown }: ShownPlace & { readonly annex: AnnexOutline }): ReactElement {
  const styles = useStyles();
  const texts = useTexts();
  const own = useOwnTexts(FORM_TEXTS);
  const locale = useLocale();
  const commands = useCommands();
  const cell = placeName(place);
  const path = labelPath(place);
  const { field, confidence } = place;
  const meaning = [
    field === null ? own.notRead : fieldName(field, locale),
    ...(field === null || confidence === 'certain' ? [] : [texts.recognition.confidences[confidence]]),
  ].join(' · ');
  return (
    <tr className={mergeClasses(isDoubtful(place) && styles.doubtful)}>
      <th scope="row">
        <Link
          as="button"
          inline
          className={styles.link}
          aria-label={format(texts.findings.goTo, { cell })}
          onClick={() => void commands.goTo(annex.sheet.id, { row: place.line, column: place.column ?? 0 })}
        >
          {cell}
        </Link>
      </th>
      <td>
        <span className={styles.lines}>
          {(place.indicator < 0 ? path : path.slice(-1)).join(' › ')}
          {meaning !== path.join('') && (
            <span className={mergeClasses(!isDoubtful(place) && styles.quiet)}>{meaning}</span>
          )}
        </span>
      </td>
      <td>
        <span className={mergeClasses(styles.value, shown === '' && styles.quiet)} title={shown}>
          {shown || own.blank}
        </span>
      </td>
    </tr>
  );
}

/** Whether a place is asked for by a row of indicators, whether or not anything stands in that row. */
function ofIndicator({ field, indicator }: Place): boolean {
  return indicator >= 0 || (field !== null && indicatorParts(field) !== null);
}

/** The cells of each indicator that stands in the form; rows that only its template has filled are none. */
function indicatorsOf(places: readonly ShownPlace[]): (readonly [ShownPlace, ...ShownPlace[]])[] {
  const byIndicator = new Map<number, [ShownPlace, ...ShownPlace[]]>();
  for (const one of places) {
    const { indicator } = one.place;
    if (indicator < 0) continue;
    const cells = byIndicator.get(indicator);
    if (cells) cells.push(one);
    else byIndicator.set(indicator, [one]);
  }
  return [...byIndicator.values()];
}
