import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { entryOf } from '../../app/entries';
import type { ChartFigures, SheetReview } from '../../app/reviewer';
import { FIELD_NAMES } from '../../engine/annex/field-names';
import { BAND_TEXTS, type RateBand } from '../../engine/rollup/band-texts';
import { OUTCOMES, type Outcome } from '../../engine/rollup/indicator-outcome';
import { projectKey } from '../findings/narrowing';
import { useOwnTexts } from '../i18n/own-texts';
import { format } from '../i18n/texts';
import { useLocale } from '../i18n/texts-context';
import { SidePanel } from '../parts/SidePanel';
import { useCommands, useDispatch, usePaneState } from '../state/pane-context';
import { currentReview, type Facet } from '../state/pane-state';
import { ruleName } from '../wording/finding-text';
import { BarChart, type Series } from './BarChart';
import { ChartTable } from './ChartTable';
import { CHARTS_TEXTS } from './charts-texts';

const useStyles = makeStyles({
  hint: { margin: '0 0 8px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  chart: { marginBottom: '16px' },
  title: { margin: '8px 0 4px', fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  more: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** So many bars are drawn; the table has all. */
const MOST_BARS = 15;

const OUTCOME_COLORS: Readonly<Record<Outcome, string>> = {
  met: tokens.colorPaletteGreenBackground3,
  missed: tokens.colorPaletteRedBackground3,
  unquantified: tokens.colorPaletteMarigoldBackground3,
  missing: tokens.colorPaletteDarkOrangeBackground3,
  words: tokens.colorNeutralForeground4,
};

/** What is drawn of the review in view. */
export function ChartsPanel(): ReactElement {
  const own = useOwnTexts(CHARTS_TEXTS);
  const styles = useStyles();
  const review = usePaneState(currentReview);
  const commands = useCommands();
  const [figures, setFigures] = useState<ChartFigures | null>(null);
  const [loading, setLoading] = useState(true);
  useEffect(() => {
    let there = true;
    setLoading(true);
    void commands.readCharts().then((read) => {
      if (!there) return;
      setFigures(read);
      setLoading(false);
    });
    return () => {
      there = false;
    };
    // The figures change with what was reviewed, not with what becomes of findings.
  }, [commands, review?.figures]);
  return (
    <SidePanel title={own.title} opener="charts">
      {loading && <p role="status">{own.loading}</p>}
      {!loading && !figures && <p role="status">{own.none}</p>}
      {figures && review && (
        <>
          <p className={styles.hint}>{own.hint}</p>
          <Bands figures={figures} />
          <Units figures={figures} />
          <Dimensions figures={figures} />
          <Rules review={review} />
        </>
      )}
    </SidePanel>
  );
}

interface FiguresProps {
  readonly figures: ChartFigures;
}

function Bands({ figures: { bands } }: FiguresProps): ReactElement | null {
  const own = useOwnTexts(CHARTS_TEXTS);
  const locale = useLocale();
  const dispatch = useDispatch();
  const nameOf = (band: RateBand): string => BAND_TEXTS[locale].bands[band];
  const pick = (i: number): void => {
    const { band, projects } = bands[i]!;
    const name = format(own.ofBand, { band: nameOf(band) });
    const keys = projects.map(({ unit, project }) => projectKey(unit, project));
    dispatch({ type: 'narrowed-to-projects', among: { name, projects: new Set(keys) } });
  };
  const bars = useMemo(() => bands.map(({ band }) => BAND_TEXTS[locale].bands[band]), [bands, locale]);
  const series = useMemo(
    () => [
      one(
        own.projects,
        bands.map(({ projects }) => projects.length),
      ),
    ],
    [bands, own],
  );
  return <Drawn title={own.bands} head={own.band} bars={bars} series={series} pick={pick} />;
}

function Units({ figures: { units } }: FiguresProps): ReactElement | null {
  const own = useOwnTexts(CHARTS_TEXTS);
  const narrow = useNarrow('unit');
  const sorted = useMemo(
    () => [...units].sort((a, b) => (a.rate ?? Infinity) - (b.rate ?? Infinity)),
    [units],
  );
  const bars = useMemo(() => sorted.map(({ unit }) => unit ?? own.noUnit), [sorted, own]);
  const series = useMemo(
    () => [
      one(
        own.rate,
        sorted.map(({ rate }) => rate),
      ),
    ],
    [sorted, own],
  );
  if (units.length < 2) return null;
  return (
    <Drawn
      title={own.units}
      head={own.unit}
      bars={bars}
      series={series}
      horizontal
      written={percent}
      pick={(i) => narrow(sorted[i]!.unit)}
      canPick={(i) => sorted[i]!.unit !== null}
    />
  );
}

function Dimensions({ figures: { dimensions } }: FiguresProps): ReactElement | null {
  const own = useOwnTexts(CHARTS_TEXTS);
  const locale = useLocale();
  const narrow = useNarrow('dimension');
  const bars = useMemo(
    () => dimensions.map(({ kind }) => FIELD_NAMES[locale].kinds[kind]),
    [dimensions, locale],
  );
  const series = useMemo(
    () =>
      OUTCOMES.map((outcome) => ({
        name: own.outcomes[outcome],
        values: dimensions.map(({ counts }) => counts[outcome]),
        color: OUTCOME_COLORS[outcome],
      })),
    [dimensions, own],
  );
  return (
    <Drawn
      title={own.dimensions}
      head={own.dimension}
      bars={bars}
      series={series}
      horizontal
      pick={(i) => narrow(dimensions[i]!.kind)}
    />
  );
}

function Rules({ review: { findings } }: { readonly review: SheetReview }): ReactElement | null {
  const own = useOwnTexts(CHARTS_TEXTS);
  const locale = useLocale();
  const narrow = useNarrow('rule');
  const rules = useMemo(() => {
    const entries = new Map<string, Set<string>>();
    for (const finding of findings) {
      const seen = entries.get(finding.rule) ?? new Set<string>();
      entries.set(finding.rule, seen.add(entryOf(finding)));
    }
    return [...entries].map(([rule, seen]) => ({ rule, count: seen.size })).sort((a, b) => b.count - a.count);
  }, [findings]);
  const bars = useMemo(() => rules.map(({ rule }) => ruleName(rule, locale)), [rules, locale]);
  const series = useMemo(
    () => [
      one(
        own.findings,
        rules.map(({ count }) => count),
      ),
    ],
    [rules, own],
  );
  return (
    <Drawn
      title={own.rules}
      head={own.rule}
      bars={bars}
      series={series}
      horizontal
      pick={(i) => narrow(rules[i]!.rule)}
    />
  );
}

interface DrawnProps {
  readonly title: string;
  /** What the bars are, as the first column of the table says. */
  readonly head: string;
  readonly bars: readonly string[];
  readonly series: readonly Series[];
  readonly horizontal?: boolean;
  readonly written?: (value: number) => string;
  readonly pick: (bar: number) => void;
  readonly canPick?: (bar: number) => boolean;
}

/** A chart with its heading, and the table behind it. */
function Drawn({
  title,
  head,
  bars,
  series,
  pick,
  canPick = () => true,
  ...look
}: DrawnProps): ReactElement | null {
  const styles = useStyles();
  const own = useOwnTexts(CHARTS_TEXTS);
  const { written = String } = look;
  const drawn = useMemo(() => bars.slice(0, MOST_BARS), [bars]);
  const first = useMemo(
    () => series.map((each) => ({ ...each, values: each.values.slice(0, MOST_BARS) })),
    [series],
  );
  if (bars.length === 0) return null;
  return (
    <section className={styles.chart}>
      <h3 className={styles.title}>{title}</h3>
      <BarChart
        label={title}
        bars={drawn}
        series={first}
        {...look}
        onPick={(bar) => {
          if (canPick(bar)) pick(bar);
        }}
      />
      {bars.length > MOST_BARS && (
        <p className={styles.more}>{format(own.most, { count: String(MOST_BARS) })}</p>
      )}
      <ChartTable
        summary={own.table}
        columns={[head, ...series.map(({ name }) => name)]}
        rows={bars.map((name, i) => ({
          name,
          cells: series.map(({ values }) => (values[i] == null ? '' : written(values[i]))),
        }))}
        pickOf={(i) => (canPick(i) ? () => pick(i) : null)}
      />
    </section>
  );
}

/** Narrows the list to one value of a facet, and shows it. */
function useNarrow(facet: Facet): (value: string | null) => void {
  const dispatch = useDispatch();
  return (value) => {
    dispatch({ type: 'narrowed', facet, value });
    dispatch({ type: 'view-opened', view: 'review' });
  };
}

function one(name: string, values: readonly (number | null)[]): Series {
  return { name, values, color: tokens.colorBrandBackground };
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1).replace(/\.0$/, '')}%`;
}
