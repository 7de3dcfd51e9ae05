import type { Place } from '../../place';
import { readTextNumber } from '../../values/number-cell';
import { presenceOf } from '../../values/presence';
import type { FormCell, FormSheet } from './form-sheet';
import { splitAnswer } from './form-terms';

/** Longer texts are no labels. Characters. */
const LONGEST_LABEL = 20;

/**
 * The cells of a row of labels with answers beside them that nothing was made of ("资金规模 | 500"): they are no places of the
 * form, for nobody knows that they are asked for, but a reviewer may say what they are.
 *
 * @param read the places of the form so far
 */
export function asidesIn(form: FormSheet, row: number, read: readonly Place[]): Place[] {
  const cells = form.begun(row);
  const isOfPlace = ({ firstRow, firstColumn }: FormCell): boolean =>
    read.some(
      ({ line, column, labels }) =>
        (line === firstRow && column === firstColumn) ||
        labels.some((label) => label.row === firstRow && label.column === firstColumn),
    );
  const asides: Place[] = [];
  for (let i = 0; i + 1 < cells.length; i++) {
    const [label, answer] = [cells[i]!, cells[i + 1]!];
    if (!isLabel(label) || isOfPlace(label)) continue;
    if (label.lastColumn + 1 !== answer.firstColumn || isOfPlace(answer)) continue;
    if (presenceOf(answer.value) !== 'value') continue;
    asides.push(asideOf(answer, label));
    i++;
  }
  return asides;
}

function isLabel({ text }: FormCell): boolean {
  return text !== '' && text.length <= LONGEST_LABEL && splitAnswer(text) === null && !/^[\d.%]+$/.test(text);
}

function asideOf({ firstRow, firstColumn, value }: FormCell, label: FormCell): Place {
  const isFigure = typeof value === 'number' || (typeof value === 'string' && readTextNumber(value) !== null);
  return {
    field: null,
    guess: null,
    labels: [label.asLabel],
    along: 'cell',
    line: firstRow,
    column: firstColumn,
    confidence: 'guess',
    content: isFigure ? 'figures' : 'texts',
    evidence: [],
    indicator: -1,
    percent: false,
  };
}
