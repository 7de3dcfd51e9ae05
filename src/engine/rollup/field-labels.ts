import type { AnnexView } from '../annex/annex';
import { annexIndexAt } from '../annex/annex-at';
import { placeFinder } from '../annex/cell-refs';
import { fieldName, FIELD_NAMES } from '../annex/field-names';
import { labelPath, lowestLabel } from '../annex/place';
import type { Locale } from '../language';
import type { Finding } from '../rule/finding';
import { shortened } from '../sheet/shortened';

/** A name is found in the sheet again by so many characters; some headings are whole paragraphs. */
const LONGEST_LABEL = 30;

interface Labelled {
  readonly annex: AnnexView;
  readonly placeOf: ReturnType<typeof placeFinder>;
}

/** What the cells of findings are called in their annexes: the indicator and the column, as these are written there. */
export class FieldLabels {
  private readonly bySheet = new Map<string, Labelled[]>();

  constructor(
    annexes: readonly AnnexView[],
    private readonly locale: Locale,
  ) {
    for (const annex of annexes) {
      const labelled = { annex, placeOf: placeFinder(annex) };
      const others = this.bySheet.get(annex.sheet.id);
      if (others) others.push(labelled);
      else this.bySheet.set(annex.sheet.id, [labelled]);
    }
  }

  /** '' where the cell stands beside the table, or nothing is written above or before it. */
  of({
    sheetId,
    cell,
    indicator,
    projectId,
  }: Pick<Finding, 'sheetId' | 'cell' | 'indicator' | 'projectId'>): string {
    const onSheet = this.bySheet.get(sheetId) ?? [];
    const found =
      onSheet[
        annexIndexAt(
          onSheet.map(({ annex }) => annex),
          cell,
        )
      ];
    if (!found) return '';
    const { annex, placeOf } = found;
    const place = annex.places[placeOf(cell)];
    if (!place || !isInTable(annex, cell.row)) return '';
    // "财务负责人：" is itself what is blank, and whether it is a place of the form hangs on merged cells.
    const [lowest] = place.labels.slice(-1);
    if (projectId === null && lowest?.row === cell.row && lowest.column === cell.column) return '';
    const names = FIELD_NAMES[this.locale];
    const own =
      indicator === undefined ? pathOf(labelPath(place)) : shortened(lowestLabel(place), LONGEST_LABEL);
    const label = own !== '' || place.field === null ? own : fieldName(place.field, names);
    return indicator === undefined
      ? label
      : [shortened(indicator, LONGEST_LABEL), label].filter(Boolean).join(BETWEEN);
  }
}

const BETWEEN = '·';

/** As many labels from the lowest up as fit. */
function pathOf(labels: readonly string[]): string {
  let path = '';
  for (const label of [...new Set(labels)].filter(Boolean).reverse()) {
    const longer = path === '' ? shortened(label, LONGEST_LABEL) : `${label}${BETWEEN}${path}`;
    if (longer.length > LONGEST_LABEL) break;
    path = longer;
  }
  return path;
}

/** Titles and headings stand in columns too, of which they are no cells. */
function isInTable({ layout, dataRows, totals }: AnnexView, row: number): boolean {
  if (layout !== 'wide') return true;
  return (row >= dataRows[0] && row <= dataRows[1]) || totals.some((total) => total.row === row);
}
