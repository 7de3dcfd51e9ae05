import type { Annex } from '../../annex/annex';
import type { NumberCell } from '../../annex/values/number-cell';
import { editOf } from '../../rule/edits';
import { moneyText, roundNoise } from '../../rule/figures';
import type { Fix } from '../../rule/finding';
import { toAddress } from '../../sheet/address';
import { amountLabelOf } from '../table/places';

/** An amount that is added, or taken away where `minus` is set. */
export interface Term {
  readonly cell: NumberCell;
  readonly minus?: true;
}

/** What terms make together, binary noise dropped; a blank one counts as 0. */
export function amountOfTerms(terms: readonly Term[]): number {
  return roundNoise(terms.reduce((sum, { cell, minus }) => sum + (minus ? -1 : 1) * (cell.number ?? 0), 0));
}

/** "年初预算数 80.00 + 调整预算 -12.00": the terms as the annex calls and writes them. */
export function termsText(annex: Pick<Annex, 'places' | 'moneyDecimals'>, terms: readonly Term[]): string {
  return terms
    .map(({ cell, minus }, i) => {
      const sign = i === 0 ? '' : minus ? ' − ' : ' + ';
      return `${sign}${amountLabelOf(annex, cell)} ${moneyText(cell.number ?? 0, annex)}`;
    })
    .join('');
}

/** Titles that every rule needs among its messages that writes what terms make. */
export const AMOUNT_FIX_MESSAGES = {
  writeAmount: { 'zh-CN': '将{column}改为 {after}', en: 'Make {column} {after}' },
  writeFormula: {
    'zh-CN': '将{column}改为公式 {formula}（{after}）',
    en: 'Make {column} the formula {formula} ({after})',
  },
} as const;

/**
 * Writes what terms make into a cell: the value and a formula, the one first that the cell holds now. Amounts stored
 * as text take no part in a formula, so there is none of them; nor is there where the cell holds its own label.
 */
export function amountFixes(
  annex: Pick<Annex, 'places' | 'moneyDecimals'>,
  cell: NumberCell,
  terms: readonly Term[],
): Fix[] {
  const amount = amountOfTerms(terms);
  const data = { column: amountLabelOf(annex, cell), after: moneyText(amount, annex) };
  const value: Fix = {
    title: 'writeAmount',
    data,
    edits: [editOf(cell, { value: amount })],
  };
  if (cell.label !== undefined || terms.some((term) => term.cell.asText)) return [value];
  const formula = `=${terms
    .map((term, i) => {
      const sign = term.minus ? '-' : i === 0 ? '' : '+';
      return sign + toAddress(term.cell.row, term.cell.column);
    })
    .join('')}`;
  const written: Fix = {
    title: 'writeFormula',
    data: { ...data, formula },
    edits: [editOf(cell, { formula })],
  };
  return cell.formula === null ? [value, written] : [written, value];
}
