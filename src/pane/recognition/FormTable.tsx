import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { AnnexOutline } from '../../app/reviewer';
import { labelPath, placeName, type Place } from '../../engine/annex/place';
import { toRangeAddress } from '../../engine/sheet/address';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { useTexts } from '../i18n/texts-context';
import { Icon } from '../parts/icons';
import { LazyPart } from '../parts/LazyPart';
import { AcceptedForm } from './AcceptedForm';
import { correctablesOf, type Correctable } from './correctable';
import { isDoubtful } from './describe-annex';
import { CellRow, CorrectableRow, type OpenCorrector } from './FormRow';
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
    '& thead td': { width: '24px', padding: 0 },
    '& caption': { textAlign: 'left', padding: '4px 0', color: tokens.colorNeutralForeground2 },
  },
  group: { '& th': { paddingTop: '8px', fontWeight: tokens.fontWeightSemibold } },
});

type Form = NonNullable<AnnexOutline['form']>;

interface Props {
  readonly annex: AnnexOutline;
  readonly form: Form;
}

/**
 * What was read from which cell of a form, each with a way to say what it is: those that were not understood first; on demand
 * its indicators, and the labelled cells beside them.
 */
export function FormTable({ annex, form }: Props): ReactElement {
  const styles = useStyles();
  const { recognition } = useTexts();
  const own = useOwnTexts(FORM_TEXTS);
  const frame = useRef<HTMLDivElement>(null);
  const [key, setKey] = useState<string | null>(null);
  const shownOf = (place: Place): string => {
    const at = annex.places.indexOf(place);
    return (at >= 0 ? form.shown[at] : form.shownAside[annex.asides?.indexOf(place) ?? -1]) ?? '';
  };
  const corrector: OpenCorrector = {
    annex,
    key,
    toggle: (one) => setKey(one === key ? null : one),
    close: (one) => {
      setKey(null);
      frame.current?.querySelector<HTMLElement>(`[data-correct="${one}"]`)?.focus();
    },
  };
  const all = correctablesOf(annex);
  const cells = all.filter(({ kind, isReviewed }) => kind === 'cell' && isReviewed);
  const columns = all.filter(({ kind }) => kind === 'column');
  const asides = all.filter(({ isReviewed }) => !isReviewed);
  const doubtful = cells.filter(({ place }) => isDoubtful(place));
  const indicators = indicatorsOf(annex.places);
  const rows = (some: readonly Correctable[], header = false): ReactElement[] =>
    some.map((one) => (
      <CorrectableRow
        key={one.key}
        what={one}
        shown={header ? null : shownOf(one.place)}
        corrector={corrector}
      />
    ));
  return (
    // A region that scrolls must be reachable by keyboard.
    <div ref={frame} className={styles.frame} tabIndex={0} role="group" aria-label={recognition.label}>
      <table className={styles.table}>
        <caption>{format(own.cells, { range: toRangeAddress(annex.range) })}</caption>
        <Head />
        <tbody>{rows([...doubtful, ...cells.filter((one) => !doubtful.includes(one))])}</tbody>
      </table>
      {doubtful.length > 0 && <p className={styles.note}>{own.notReadNote}</p>}
      {columns.length > 0 && (
        <Folded title={format(own.indicators, { count: indicators.length })}>
          <table className={styles.table}>
            <caption>{own.columns}</caption>
            <Head column />
            <tbody>{rows(columns, true)}</tbody>
          </table>
          {indicators.length > 0 && (
            <table className={styles.table}>
              <Head />
              {indicators.map((places) => (
                <Indicator key={places[0].indicator} annex={annex} places={places} shownOf={shownOf} />
              ))}
            </table>
          )}
        </Folded>
      )}
      {asides.length > 0 && (
        <Folded title={format(own.asides, { count: asides.length })}>
          <p className={styles.note}>{own.asidesNote}</p>
          <table className={styles.table}>
            <Head />
            <tbody>{rows(asides)}</tbody>
          </table>
        </Folded>
      )}
      <AcceptedForm labels={all.map(({ labels }) => labels)} />
      <LazyPart
        load={() => import('./CorrectionsFile').then(({ CorrectionsFile }) => CorrectionsFile)}
        props={{}}
      />
    </div>
  );
}

/** Something that is shown once it is asked for. */
function Folded({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <Button
        size="small"
        appearance="subtle"
        icon={<Icon name={open ? 'chevron-down' : 'chevron-right'} />}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {title}
      </Button>
      {open && <div id={id}>{children}</div>}
    </div>
  );
}

function Head({ column = false }: { readonly column?: boolean }): ReactElement {
  const own = useOwnTexts(FORM_TEXTS);
  return (
    <thead>
      <tr>
        <th scope="col">{column ? own.column : own.cell}</th>
        <th scope="col" colSpan={column ? 2 : 1}>
          {own.label}
        </th>
        {!column && <th scope="col">{own.value}</th>}
        <td />
      </tr>
    </thead>
  );
}

/** The cells of one indicator, under its kind and row: what they are is said of their columns. */
function Indicator({
  annex,
  places,
  shownOf,
}: {
  readonly annex: AnnexOutline;
  readonly places: readonly [Place, ...Place[]];
  readonly shownOf: (place: Place) => string;
}): ReactElement {
  const styles = useStyles();
  const own = useOwnTexts(FORM_TEXTS);
  const [place] = places;
  const kind = labelPath(place).slice(-2, -1)[0] ?? '';
  return (
    <tbody>
      <tr className={styles.group}>
        <th scope="rowgroup" colSpan={4}>
          {format(own.indicator, { row: String(place.line + 1), kind })}
        </th>
      </tr>
      {places.map((one) => (
        <CellRow key={placeName(one)} annex={annex} place={one} shown={shownOf(one)} />
      ))}
    </tbody>
  );
}

/** The cells of each indicator that stands in the form; rows that only its template has filled are none. */
function indicatorsOf(places: readonly Place[]): (readonly [Place, ...Place[]])[] {
  const byIndicator = new Map<number, [Place, ...Place[]]>();
  for (const place of places) {
    if (place.indicator < 0) continue;
    const cells = byIndicator.get(place.indicator);
    if (cells) cells.push(place);
    else byIndicator.set(place.indicator, [place]);
  }
  return [...byIndicator.values()];
}
