import type { FundSource, MoneyBase, SpendingKind } from '../../field-id';
import { readTextNumber } from '../../values/number-cell';
import type { FormDraft } from './form-draft';
import type { FormCell, FormSheet } from './form-sheet';
import { moneyField, splitAnswer } from './form-terms';
import { spendingKind } from './spending-kinds';

/** "按收入性质分：", which heads amounts, and may say their sum: "按收入性质分：4300". */
export function isClassingLabel(text: string): boolean {
  return CLASSING.test(text);
}

const CLASSING =
  /^(?:[\d一二三四][、.])?(?:(?:按.{1,10}分(?:类)?|其中)[:：]?|按.{1,10}分(?:类)?[:：][\d.,]+(?:亿|万)?元?)$/;

/** An amount behind its label: "其中：一般公共预算：4300", "基本支出：3000万元". */
interface LabelledAmount {
  readonly cell: FormCell;
  readonly of: FundSource | SpendingKind;
  readonly number: number;
}

/** Figures are rounded each by itself. */
const ROUNDING = 0.011;
/** Which money they are looked for among, first the most usual. */
const BASES = ['budget', 'actual', 'initialBudget'] as const;

/**
 * Amounts that stand in one cell with their labels, in rows of a block of money whose columns do not say which money they
 * are: that of which the total is their sum.
 */
export class LabelledAmounts {
  private readonly amounts: LabelledAmount[] = [];

  constructor(private readonly form: FormSheet) {}

  /** Takes a row in which nothing else stands; returns whether it is one. */
  take(row: number): boolean {
    const cells = this.form.begun(row);
    const read = cells.map((cell) => this.amountIn(cell));
    const amounts = read.filter((one) => one !== null);
    const isRow =
      amounts.length > 0 &&
      cells.every((cell, i) => read[i] || isClassingLabel(cell.text) || this.isOpen(cell));
    if (isRow) this.amounts.push(...amounts);
    return isRow;
  }

  /** @param totals the sums of the block by the money of their columns */
  settle(draft: FormDraft, totals: ReadonlyMap<MoneyBase, number>): void {
    if (this.amounts.length === 0) return;
    const sums = [true, false].map((bySource) =>
      this.amounts
        .filter(({ of }) => (of !== 'basic' && of !== 'projects') === bySource)
        .reduce<number | null>((sum, { number }) => (sum ?? 0) + number, null),
    );
    const [only, ...others] = totals.keys();
    const base =
      BASES.find((one) =>
        sums.some((sum) => sum !== null && Math.abs(sum - (totals.get(one) ?? NaN)) <= ROUNDING),
      ) ?? (others.length === 0 ? only : undefined);
    for (const { cell, of } of this.amounts) {
      const field = base && moneyField(base, of);
      if (field) draft.put(field, cell, [cell]);
      else draft.putUnknown(cell, [cell]);
    }
  }

  private amountIn(cell: FormCell): LabelledAmount | null {
    const split = splitAnswer(cell.text);
    const number = split && readTextNumber(split.answer)?.number;
    if (number == null) return null;
    const fund = this.form.featuresOfLabel(cell)?.fund;
    const of = spendingKind(cell.text) ?? (fund === 'total' ? undefined : fund);
    return of === undefined ? null : { cell, of, number };
  }

  /** A label behind which nothing was filled in: "其他资金：". */
  private isOpen(cell: FormCell): boolean {
    return /[:：]$/.test(cell.text) && this.form.features(cell) !== null;
  }
}
