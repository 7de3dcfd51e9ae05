import type { Statement, StatementCache, Verdict } from '../../quantity';
import type { Indicator } from '../annex';
import type { IndicatorKind } from '../field-id';
import type { NumberCell } from '../values/number-cell';
import type { TextCell } from '../values/text-cell';
import type { Wording } from './wording';

/** The cells of one indicator; its wording is judged once, when a rule first asks. */
export class IndicatorCells implements Indicator {
  /** `year` is that of the annex. */
  constructor(
    private readonly statements: StatementCache,
    private readonly year: number | null,
    readonly wording: Wording,
    readonly kind: IndicatorKind,
    readonly kindGuessed: boolean,
    readonly name: TextCell | null,
    readonly target: TextCell | null,
    readonly result: TextCell | null,
    readonly weight: NumberCell | null,
    readonly score: NumberCell | null,
    readonly reviewedScore: NumberCell | null,
    readonly deviation: TextCell | null,
    readonly operator: TextCell | null,
    readonly measureUnit: TextCell | null,
    readonly coefficient: NumberCell | null,
  ) {}

  get asked(): Statement | null {
    return this.wording.asked(this, this.statements);
  }

  get verdict(): Verdict | null {
    return this.wording.verdict(this, this.asked, this.year, this.statements);
  }
}
