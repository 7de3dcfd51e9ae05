import { askedOf, verdictOf, type Statement, type StatementCache, type Verdict } from '../../quantity';
import type { Indicator } from '../annex';
import type { IndicatorKind } from '../field-id';
import type { NumberCell } from '../values/number-cell';
import type { TextCell } from '../values/text-cell';

/** The cells of one indicator, judged once, when a rule first asks. */
export class IndicatorCells implements Indicator {
  private knownAsked: Statement | null | undefined;
  private knownVerdict: Verdict | null | undefined;

  /** `year` is that of the annex. */
  constructor(
    private readonly statements: StatementCache,
    private readonly year: number | null,
    readonly kind: IndicatorKind,
    readonly kindGuessed: boolean,
    readonly name: TextCell | null,
    readonly target: TextCell | null,
    readonly result: TextCell | null,
    readonly weight: NumberCell | null,
    readonly score: NumberCell | null,
    readonly deviation: TextCell | null,
    readonly operator: TextCell | null,
    readonly measureUnit: TextCell | null,
  ) {}

  get asked(): Statement | null {
    if (this.knownAsked === undefined) this.knownAsked = askedOf(this, this.statements);
    return this.knownAsked;
  }

  get verdict(): Verdict | null {
    if (this.knownVerdict === undefined)
      this.knownVerdict = verdictOf(this, this.asked, this.year, this.statements);
    return this.knownVerdict;
  }
}
