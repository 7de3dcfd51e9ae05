import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from 'chart.js';
import { useEffect, useRef, type ReactElement } from 'react';

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, Tooltip);

const useStyles = makeStyles({
  box: { position: 'relative', width: '100%' },
  pickable: { cursor: 'pointer' },
});

/** Values of one colour, one for each of the bars. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** A token of the theme. */
  readonly color: string;
}

interface Props {
  /** What the picture shows, in words: whoever does not see it has the table below. */
  readonly label: string;
  readonly bars: readonly string[];
  /** Several stand on top of each other. */
  readonly series: readonly Series[];
  readonly horizontal?: boolean;
  /** How a value is written. */
  readonly written?: (value: number) => string;
  readonly onPick?: (bar: number) => void;
}

/** Pixels of a bar that lies, and of what is around the bars. */
const ROW = 24;
const AROUND = 34;
const LEGEND = 44;
const STANDING = 170;
/** A longer name is cut: the tooltip and the table have it whole. */
const LONGEST_NAME = 10;

/** A chart of bars, drawn on a canvas in the colours of the theme. */
export function BarChart(props: Props): ReactElement {
  const { label, bars, series, horizontal = false, written = String, onPick } = props;
  const styles = useStyles();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const color = (token: string): string => colorOf(canvas.current!, token);
    const ink = color(tokens.colorNeutralForeground2);
    const line = color(tokens.colorNeutralStroke2);
    const axis = { ticks: { color: ink }, grid: { color: line }, stacked: true };
    const names = {
      ...axis,
      grid: { display: false },
      ticks: {
        color: ink,
        autoSkip: false,
        maxRotation: 0,
        callback: (_: unknown, i: number) => cut(bars[i] ?? ''),
      },
    };
    const values = {
      ...axis,
      beginAtZero: true,
      ticks: { color: ink, precision: 0, maxTicksLimit: 5, callback: (v: unknown) => written(Number(v)) },
    };
    const chart = new Chart(context, {
      type: 'bar',
      data: {
        labels: [...bars],
        datasets: series.map(({ name, values: data, color: token }) => ({
          label: name,
          data: [...data],
          backgroundColor: color(token),
          maxBarThickness: 26,
        })),
      },
      options: {
        indexAxis: horizontal ? 'y' : 'x',
        animation: false,
        maintainAspectRatio: false,
        scales: horizontal ? { x: values, y: names } : { x: names, y: values },
        interaction: { mode: 'index', axis: horizontal ? 'y' : 'x', intersect: false },
        onClick: (_, [element]) => element && pick.current?.(element.index),
        plugins: {
          legend: {
            display: series.length > 1,
            position: 'bottom',
            labels: { color: ink, boxWidth: 10, boxHeight: 10, padding: 8, font: { size: 11 } },
          },
          tooltip: {
            callbacks: {
              title: ([item]) => (item ? (bars[item.dataIndex] ?? '') : ''),
              label: ({ dataset, raw }) => `${dataset.label ?? ''} ${written(Number(raw))}`,
            },
          },
        },
      },
    });
    return () => chart.destroy();
  }, [bars, series, horizontal, written]);
  const height = (horizontal ? bars.length * ROW + AROUND : STANDING) + (series.length > 1 ? LEGEND : 0);
  return (
    <div className={styles.box} style={{ height }}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        className={mergeClasses(onPick && styles.pickable)}
      />
    </div>
  );
}

/** A canvas knows no variables: the colour that a token of the theme stands for where it is drawn. */
function colorOf(element: HTMLElement, token: string): string {
  const name = /^var\((--[\w-]+)\)$/.exec(token)?.[1];
  return name === undefined ? token : getComputedStyle(element).getPropertyValue(name).trim();
}

function cut(name: string): string {
  const characters = [...name];
  return characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME - 1).join('')}…` : name;
}
