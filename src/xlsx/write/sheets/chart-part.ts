import type { CellRange } from '../../../engine/sheet/address';
import { isCellError, isUnknown, type CellValue } from '../../../engine/sheet/cell-value';
import type { PlanChart, WorksheetPlan } from '../../../engine/sheet/sheet-plan';
import { XML_DECLARATION } from '../../package/package-draft';
import { GENERAL } from '../../read/number-formats';
import { escapeText } from '../../xml/escape-xml';
import type { Namespaces } from '../namespaces';
import { elementWriter } from './element';
import { absoluteReference } from './reference';

export const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

const c = elementWriter('c:');
const a = elementWriter('a:');

/** Series one after the other, then again from the first. */
const PALETTE = ['4472C4', 'ED7D31', '70AD47', 'FFC000', '5B9BD5', 'A5A5A5'];
const TEXT_COLOUR = '404040';
const LINE_COLOUR = 'D9D9D9';
/** A font that has Chinese characters; where it is missing, programs take another that has. */
const FONT = '微软雅黑';
/** Numbers by which the two axes of a chart know each other; they need to differ only within the chart. */
const CATEGORY_AXIS = 500_000_001;
const VALUE_AXIS = 500_000_002;

/** Where the name of a series and its values are, and what they hold. */
interface Series {
  readonly name: Cells;
  readonly values: Cells;
}

interface Cells {
  readonly reference: string;
  readonly values: readonly CellValue[];
  readonly format: string;
}

/**
 * A chart part over cells of a plan. What they hold is kept in the part too, so that the chart can be drawn before
 * anything is calculated.
 * @param sheetName the name that the plan's worksheet has in the workbook
 */
export function chartXml(
  chart: PlanChart,
  plan: WorksheetPlan,
  sheetName: string,
  namespaces: Namespaces,
): string {
  const cells = (range: CellRange): Cells => ({
    reference: absoluteReference(sheetName, range),
    values: valuesIn(plan, range),
    format: formatOf(plan, range),
  });
  const categories = cells(chart.categories);
  const series = chart.series.map(({ name: { row, column }, values }): Series => {
    const name = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
    return { name: cells(name), values: cells(values) };
  });
  // A pie is drawn of one series only.
  const drawn = chart.type === 'pie' ? series.slice(0, 1) : series;
  const plot =
    chart.type === 'pie' ? pieXml(drawn, categories) : barsXml(chart.type === 'bar', drawn, categories);
  const hasLegend = chart.type === 'pie' || drawn.length > 1;
  return (
    `${XML_DECLARATION}<c:chartSpace xmlns:c="${namespaces.chart}" xmlns:a="${namespaces.drawing}" ` +
    `xmlns:r="${namespaces.relationships}">` +
    value('date1904', 0) +
    value('roundedCorners', 0) +
    c(
      'chart',
      {},
      titleXml(chart.title) +
        value('autoTitleDeleted', 0) +
        c('plotArea', {}, c('layout') + plot) +
        (hasLegend ? c('legend', {}, value('legendPos', 'b') + value('overlay', 0)) : '') +
        value('plotVisOnly', 1) +
        value('dispBlanksAs', 'gap'),
    ) +
    c('spPr', {}, fill('FFFFFF') + line(LINE_COLOUR)) +
    c(
      'txPr',
      {},
      a('bodyPr') +
        a('lstStyle') +
        a('p', {}, a('pPr', {}, a('defRPr', {}, font())) + a('endParaRPr', { lang: 'zh-CN' })),
    ) +
    '</c:chartSpace>'
  );
}

function value(name: string, val: string | number): string {
  return c(name, { val });
}

function fill(colour: string): string {
  return a('solidFill', {}, a('srgbClr', { val: colour }));
}

/** @param colour `null`: no line */
function line(colour: string | null): string {
  return colour === null ? a('ln', {}, a('noFill')) : a('ln', { w: 9525 }, fill(colour));
}

function font(): string {
  return fill(TEXT_COLOUR) + a('latin', { typeface: FONT }) + a('ea', { typeface: FONT });
}

function titleXml(title: string): string {
  const look = { sz: 1400, b: 0 };
  const paragraph = a(
    'p',
    {},
    a('pPr', {}, a('defRPr', look, font())) +
      a('r', {}, a('rPr', { lang: 'zh-CN', ...look }, font()) + a('t', {}, escapeText(title))),
  );
  const rich = c('rich', {}, a('bodyPr') + a('lstStyle') + paragraph);
  return c('title', {}, c('tx', {}, rich) + value('overlay', 0));
}

function barsXml(horizontal: boolean, series: readonly Series[], categories: Cells): string {
  const bars =
    value('barDir', horizontal ? 'bar' : 'col') +
    value('grouping', 'clustered') +
    value('varyColors', 0) +
    series.map((one, i) => seriesXml(one, i, categories, shape(i) + value('invertIfNegative', 0))).join('') +
    value('gapWidth', 80) +
    (series.length > 1 ? value('overlap', -10) : '') +
    value('axId', CATEGORY_AXIS) +
    value('axId', VALUE_AXIS);
  return c('barChart', {}, bars) + axesXml(horizontal, series[0]?.values.format ?? GENERAL);
}

function axesXml(horizontal: boolean, format: string): string {
  const axis = (id: number, position: string, own: string): string =>
    value('axId', id) +
    c('scaling', {}, value('orientation', 'minMax')) +
    value('delete', 0) +
    value('axPos', position) +
    own;
  const ticks =
    value('majorTickMark', 'none') + value('minorTickMark', 'none') + value('tickLblPos', 'nextTo');
  const category =
    axis(CATEGORY_AXIS, horizontal ? 'l' : 'b', c('numFmt', { formatCode: GENERAL, sourceLinked: 1 })) +
    ticks +
    c('spPr', {}, line(LINE_COLOUR)) +
    value('crossAx', VALUE_AXIS) +
    value('crosses', 'autoZero') +
    value('auto', 1) +
    value('lblAlgn', 'ctr') +
    value('lblOffset', 100) +
    value('noMultiLvlLbl', 0);
  const values =
    axis(
      VALUE_AXIS,
      horizontal ? 'b' : 'l',
      c('majorGridlines', {}, c('spPr', {}, line(LINE_COLOUR))) +
        c('numFmt', { formatCode: format, sourceLinked: 1 }),
    ) +
    ticks +
    c('spPr', {}, line(null)) +
    value('crossAx', CATEGORY_AXIS) +
    value('crosses', 'autoZero') +
    value('crossBetween', 'between');
  return c('catAx', {}, category) + c('valAx', {}, values);
}

function pieXml(series: readonly Series[], categories: Cells): string {
  const slices = categories.values
    .map((_, i) => c('dPt', {}, value('idx', i) + value('bubble3D', 0) + shape(i)))
    .join('');
  return c(
    'pieChart',
    {},
    value('varyColors', 1) +
      series.map((one, i) => seriesXml(one, i, categories, slices)).join('') +
      value('firstSliceAng', 0),
  );
}

function shape(index: number): string {
  return c('spPr', {}, fill(PALETTE[index % PALETTE.length]!));
}

/** @param look what stands between the name of a series and its categories */
function seriesXml({ name, values }: Series, index: number, categories: Cells, look: string): string {
  return c(
    'ser',
    {},
    value('idx', index) +
      value('order', index) +
      c('tx', {}, textReference(name)) +
      look +
      c('cat', {}, textReference(categories)) +
      c('val', {}, numberReference(values)),
  );
}

function textReference({ reference, values }: Cells): string {
  const points = values.map((one, idx) => {
    const text = isCellError(one) ? one.error : isUnknown(one) ? '' : String(one ?? '');
    return text === '' ? '' : c('pt', { idx }, c('v', {}, escapeText(text)));
  });
  const cache = value('ptCount', values.length) + points.join('');
  return c('strRef', {}, c('f', {}, escapeText(reference)) + c('strCache', {}, cache));
}

/** What is no number leaves a gap. */
function numberReference({ reference, values, format }: Cells): string {
  const points = values.map((one, idx) =>
    typeof one === 'number' && Number.isFinite(one) ? c('pt', { idx }, c('v', {}, String(one))) : '',
  );
  const cache = c('formatCode', {}, escapeText(format)) + value('ptCount', values.length) + points.join('');
  return c('numRef', {}, c('f', {}, escapeText(reference)) + c('numCache', {}, cache));
}

function valuesIn({ rows }: WorksheetPlan, range: CellRange): CellValue[] {
  const values: CellValue[] = [];
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    for (let column = range.firstColumn; column <= range.lastColumn; column++) {
      values.push(rows[row]?.[column]?.value ?? null);
    }
  }
  return values;
}

function formatOf({ rows, styles }: WorksheetPlan, { firstRow, firstColumn }: CellRange): string {
  const style = rows[firstRow]?.[firstColumn]?.style;
  return (style === undefined ? undefined : styles[style]?.numberFormat) ?? GENERAL;
}
