import type { ReactElement } from 'react';
import type { CellRange } from '../../src/engine/sheet/address';
import type { CellValue } from '../../src/engine/sheet/cell-value';
import type { ChartModel } from '../model/workbook-model';

/** What a chart draws: categories, and one row of numbers for each series. */
export interface ChartFigure {
  readonly type: string;
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

const COLORS = ['#2F75B5', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47', '#9E480E', '#636363'];
const [WIDTH, HEIGHT, TOP, BOTTOM, LEFT] = [480, 280, 44, 40, 46] as const;

/**
 * What a chart is drawn from as one table, whose first row names the series and whose first column has the labels.
 * @param read the values of a range of the worksheet that the chart is drawn from
 */
export function chartTable(
  { data, series }: Pick<ChartModel, 'data' | 'series'>,
  read: (range: CellRange) => readonly (readonly CellValue[])[],
): readonly (readonly CellValue[])[] {
  if (!series) return read(data.range);
  const names = series.map(({ name }): CellValue => {
    if (typeof name === 'string') return name;
    const { row, column } = name;
    return read({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column })[0]?.[0] ?? null;
  });
  const values = series.map((one) => (one.values ? read(one.values).flat() : []));
  const labels = series.find(({ categories }) => categories !== null)?.categories;
  const count = Math.max(0, ...values.map(({ length }) => length));
  const categories = labels ? read(labels).flat() : Array.from({ length: count }, (_, index) => index + 1);
  return [
    [null, ...names],
    ...categories.map((label, index) => [label, ...values.map((column) => column[index] ?? null)]),
  ];
}

/** Turns a range into a figure: the first row names the series, the first column the categories. */
export function toFigure(
  type: string,
  title: string,
  values: readonly (readonly CellValue[])[],
): ChartFigure {
  const [header = [], ...rows] = values;
  const filled = rows.filter((row) => row[0] !== null && row[0] !== '');
  return {
    type,
    title,
    categories: filled.map((row) => String(row[0])),
    series: header.slice(1).map((name, index) => ({
      name: name === null ? '' : String(name),
      values: filled.map((row) => numberIn(row[index + 1])),
    })),
  };
}

function numberIn(value: CellValue | undefined): number {
  return typeof value === 'number' ? value : 0;
}

/** A plain picture of a chart: columns, bars or a pie. */
export function ChartPicture({ figure }: { readonly figure: ChartFigure }): ReactElement {
  return (
    <div className="chart-card">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={figure.title} fontSize="11">
        <text x={WIDTH / 2} y="18" textAnchor="middle" fontSize="15">
          {figure.title}
        </text>
        <Legend names={namesOf(figure)} />
        {/pie|doughnut/i.test(figure.type) ? <Pie figure={figure} /> : <Columns figure={figure} />}
      </svg>
    </div>
  );
}

function namesOf({ type, categories, series }: ChartFigure): readonly string[] {
  return /pie|doughnut/i.test(type) ? categories.slice(0, 8) : series.map(({ name }) => name);
}

function Legend({ names }: { readonly names: readonly string[] }): ReactElement {
  const step = (WIDTH - LEFT) / Math.max(1, names.length);
  return (
    <g>
      {names.map((name, index) => (
        <g key={index} transform={`translate(${LEFT + index * step} 26)`}>
          <rect width="9" height="9" fill={color(index)} />
          <text x="13" y="9">
            {shortened(name, step / 11 - 2)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Bars lie, columns stand; both are drawn from one coordinate along the categories and one along the values. */
function Columns({ figure: { type, categories, series } }: { readonly figure: ChartFigure }): ReactElement {
  const lies = /bar/i.test(type);
  const most = Math.max(0, ...series.flatMap(({ values }) => values)) || 1;
  const [along, across] = [
    lies ? HEIGHT - TOP - BOTTOM : WIDTH - LEFT - 8,
    lies ? WIDTH - LEFT - 50 : HEIGHT - TOP - BOTTOM,
  ];
  const slot = along / Math.max(1, categories.length);
  const thick = (slot * 0.7) / Math.max(1, series.length);
  const bottom = HEIGHT - BOTTOM;
  return (
    <g>
      <path d={`M${LEFT} ${TOP}V${bottom}H${WIDTH - 8}`} fill="none" stroke="#999" />
      {series.map(({ values }, s) =>
        values.map((value, index) => {
          const start = index * slot + slot * 0.15 + s * thick;
          const length = Math.max(0, (value / most) * across);
          const place = lies
            ? { x: LEFT, y: TOP + start, width: length, height: thick }
            : { x: LEFT + start, y: bottom - length, width: thick, height: length };
          return <rect key={`${s} ${index}`} {...place} fill={color(s)} />;
        }),
      )}
      {categories.map((name, index) => {
        const middle = (index + 0.5) * slot;
        return lies ? (
          <text key={index} x={LEFT - 4} y={TOP + middle + 4} textAnchor="end">
            {shortened(name, 4)}
          </text>
        ) : (
          <text key={index} x={LEFT + middle} y={bottom + 14} textAnchor="middle">
            {shortened(name, slot / 11)}
          </text>
        );
      })}
      {!lies && (
        <text x={LEFT - 4} y={TOP + 4} textAnchor="end">
          {Number(most.toPrecision(3))}
        </text>
      )}
    </g>
  );
}

function Pie({ figure: { series } }: { readonly figure: ChartFigure }): ReactElement {
  const values = series[0]?.values ?? [];
  const sum = values.reduce((total, value) => total + Math.max(0, value), 0) || 1;
  const [x, y, radius] = [WIDTH / 2, (HEIGHT + TOP) / 2 - 6, (HEIGHT - TOP) / 2 - 14];
  const pointAt = (turn: number) =>
    `${x + radius * Math.sin(turn * 2 * Math.PI)} ${y - radius * Math.cos(turn * 2 * Math.PI)}`;
  let turn = 0;
  return (
    <g>
      {values.map((value, index) => {
        const share = Math.max(0, value) / sum;
        const from = turn;
        turn += share;
        if (share > 0.999) return <circle key={index} cx={x} cy={y} r={radius} fill={color(index)} />;
        const large = share > 0.5 ? 1 : 0;
        const path = `M${x} ${y}L${pointAt(from)}A${radius} ${radius} 0 ${large} 1 ${pointAt(turn)}Z`;
        return <path key={index} d={path} fill={color(index)} stroke="#fff" />;
      })}
    </g>
  );
}

function color(index: number): string {
  return COLORS[index % COLORS.length]!;
}

function shortened(text: string, most: number): string {
  const length = Math.max(1, Math.floor(most));
  return text.length > length ? `${text.slice(0, Math.max(1, length - 1))}…` : text;
}
