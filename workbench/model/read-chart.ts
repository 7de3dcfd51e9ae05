import type { XmlScanner } from '../../src/xlsx/xml/xml-scanner';
import { eachElement, textOf } from './element-path';

/** What a chart part says. */
export interface ChartContent {
  /** As office.js calls it: "ColumnClustered". */
  readonly type: string;
  readonly title: string;
  readonly series: readonly SeriesReferences[];
}

/** What a series is taken from, as formulas write it; `null` where it is not taken from cells. */
export interface SeriesReferences {
  readonly name: string | null;
  /** The name where it is a text of its own. */
  readonly text: string;
  readonly categories: string | null;
  readonly values: string | null;
}

const PARTS = new Map<string, 'name' | 'categories' | 'values'>([
  ['tx', 'name'],
  ['cat', 'categories'],
  ['val', 'values'],
]);

/** Elements of the plot area that are charts, those a model has a picture for. */
const BARS = ['barChart', 'bar3DChart'];
const PIES = new Map([
  ['pieChart', 'Pie'],
  ['pie3DChart', 'Pie'],
  ['doughnutChart', 'Doughnut'],
]);
const GROUPINGS = new Map([
  ['stacked', 'Stacked'],
  ['percentStacked', 'Stacked100'],
]);

/**
 * Reads a chart part, the scanner standing before its root. `null` for lines, clouds of points and other charts that
 * are neither columns, bars nor a pie: shown as one of these they would tell something wrong.
 */
export function readChart(scanner: XmlScanner): ChartContent | null {
  const types: (string | null)[] = [];
  const series: SeriesReferences[] = [];
  let title = '';
  scanner.root('chartSpace');
  eachElement(scanner, ['chart', 'title|plotArea'], () => {
    if (scanner.nameIs('title')) title = readTitle(scanner);
    else readPlotArea(scanner, types, series);
  });
  const [type = null] = types;
  return type === null || types.includes(null) ? null : { type, title, series };
}

/** Either a text of its own, or the last known text of a cell. */
function readTitle(scanner: XmlScanner): string {
  const lines: string[] = [];
  eachElement(scanner, ['tx', 'rich|strRef'], () => {
    if (scanner.nameIs('rich')) {
      eachElement(scanner, ['p'], () => {
        let line = '';
        eachElement(scanner, ['r|fld', 't'], () => (line += textOf(scanner)));
        lines.push(line);
      });
    } else {
      eachElement(scanner, ['strCache', 'pt', 'v'], () => lines.push(textOf(scanner)));
    }
  });
  return lines.join('\n').trim();
}

function readPlotArea(scanner: XmlScanner, types: (string | null)[], series: SeriesReferences[]): void {
  const { depth } = scanner;
  while (scanner.nextChild(depth)) {
    const { name } = scanner;
    if (!name.endsWith('Chart')) continue;
    let [direction, grouping] = ['col', 'clustered'];
    eachElement(scanner, ['barDir|grouping|ser'], () => {
      const value = scanner.attribute('val');
      if (scanner.nameIs('barDir')) direction = value ?? direction;
      else if (scanner.nameIs('grouping')) grouping = value ?? grouping;
      else series.push(readSeries(scanner));
    });
    const bars = (direction === 'bar' ? 'Bar' : 'Column') + (GROUPINGS.get(grouping) ?? 'Clustered');
    types.push(BARS.includes(name) ? bars : (PIES.get(name) ?? null));
  }
}

function readSeries(scanner: XmlScanner): SeriesReferences {
  const found: { name?: string; categories?: string; values?: string } = {};
  let text = '';
  eachElement(scanner, ['tx|cat|val'], () => {
    const part = PARTS.get(scanner.name)!;
    eachElement(scanner, ['strRef|numRef|multiLvlStrRef|v'], () => {
      if (scanner.nameIs('v')) text = textOf(scanner);
      else eachElement(scanner, ['f'], () => (found[part] = textOf(scanner).trim()));
    });
  });
  const { name = null, categories = null, values = null } = found;
  return { name, text, categories, values };
}
