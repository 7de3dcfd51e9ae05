import { toAddress, type CellPosition } from '../../src/engine/sheet/address';
import { MARK_SIGN, saying, shown, type Workplace } from './workplace';
import type { Random } from '../support/random';

/** What of a workplace is not true. */
export async function untruths(at: Workplace, random: Random): Promise<string[]> {
  const found = [...(await findingsAreTrue(at)), ...marksAreTrue(at)];
  // To be led somewhere changes what is selected, and nothing else.
  return found.length > 0 ? found : cardsLead(at, random);
}

/** What the pane shows equals a fresh review of the sheet. */
async function findingsAreTrue(at: Workplace): Promise<string[]> {
  const review = shown(at);
  if (!review) return [];
  const fresh = await at.fresh();
  if (fresh.sheet.id !== review.sheet.id) return ['the pane shows another sheet than is in view'];
  const [is, ought] = [review.findings.map(saying), fresh.findings.map(saying)];
  const [inPane, inSheet] = [new Set(is), new Set(ought)];
  return [
    ...is.filter((one) => !inSheet.has(one)).map((one) => `only in the pane: ${one}`),
    ...ought.filter((one) => !inPane.has(one)).map((one) => `only in the sheet: ${one}`),
    ...(at.store.getState().stale.includes(review.sheet.id) ? ['results are said to be old'] : []),
  ];
}

/** Every mark stands at an open finding. */
function marksAreTrue(at: Workplace): string[] {
  const review = shown(at);
  if (!review || at.store.getState().marksOutdated.includes(review.sheet.id)) return [];
  const open = new Set(
    review.findings.flatMap(({ state, cell }) => (state === 'open' ? toAddress(cell.row, cell.column) : [])),
  );
  const marked = at.model.activeSheet.conditionalFormats
    .filter(({ formula }) => formula.includes(MARK_SIGN))
    .flatMap(({ ranges }) => ranges.flatMap(cellsOf));
  return marked.flatMap(({ row, column }) =>
    open.has(toAddress(row, column)) ? [] : [`a mark at ${toAddress(row, column)} stands at nothing open`],
  );
}

/** Cards lead to their cells. */
async function cardsLead(at: Workplace, random: Random): Promise<string[]> {
  const review = shown(at);
  const all = [...(review?.findings ?? []), ...(review?.settled ?? [])].filter(({ unplaced }) => !unplaced);
  if (all.length === 0) return [];
  const finding = random.pick(all);
  const { row, column } = finding.cell;
  const done = await at.commands.goTo(finding.sheetId, { row, column }, finding);
  const { firstRow, firstColumn } = at.model.selection;
  if (!done) return [`${finding.id} leads nowhere`];
  return firstRow === row && firstColumn === column
    ? []
    : [`${finding.id} leads to ${toAddress(firstRow, firstColumn)}`];
}

function cellsOf(range: {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}): CellPosition[] {
  const cells: CellPosition[] = [];
  for (let row = range.firstRow; row <= range.lastRow; row++)
    for (let column = range.firstColumn; column <= range.lastColumn; column++) cells.push({ row, column });
  return cells;
}
