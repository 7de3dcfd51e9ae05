import type { XmlScanner } from '../../xlsx/xml/xml-scanner';
import { eachElement, textOf } from './element-path';

/** What a chart part says. */
export interface ChartContent {
  /** As office.js calls it: "ColumnClustered". */
  readonly type: string;
  readonly title: string;
  /** The ranges its series and categories are taken from, as formulas write them. */
  readonly references: readonly string[];
}

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
  const references: string[] = [];
  let title = '';
  scanner.root('chartSpace');
  eachElement(scanner, ['chart', 'title|plotArea'], () => {
    if (scanner.nameIs('title')) title = readTitle(scanner);
    else readPlotArea(scanner, types, references);
  });
  const [type = null] = types;
  return type === null || types.includes(null) ? null : { type, title, references };
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

function readPlotArea(scanner: XmlScanner, types: (string | null)[], references: string[]): void {
  const { depth } = scanner;
  while (scanner.nextChild(depth)) {
    const { name } = scanner;
    if (!name.endsWith('Chart')) continue;
    let [direction, grouping] = ['col', 'clustered'];
    eachElement(scanner, ['barDir|grouping|ser'], () => {
      const value = scanner.attribute('val');
      if (scanner.nameIs('barDir')) direction = value ?? direction;
      else if (scanner.nameIs('grouping')) grouping = value ?? grouping;
      else {
        const path = ['tx|cat|val', 'strRef|numRef|multiLvlStrRef', 'f'];
        eachElement(scanner, path, () => references.push(textOf(scanner).trim()));
      }
    });
    const bars = (direction === 'bar' ? 'Bar' : 'Column') + (GROUPINGS.get(grouping) ?? 'Clustered');
    types.push(BARS.includes(name) ? bars : (PIES.get(name) ?? null));
  }
}
