import type { Indicator } from '../annex';
import type { IndicatorKind } from '../field-id';
import { askedOf, verdictOf } from './judgement';
import type { Statement, StatementCache, Verdict } from '../../quantity';
import type { NumberCell } from '../values/number-cell';
import type { TextCell } from '../values/text-cell';

/** What all indicators of a table share when they are judged. */
export interface JudgingContext {
  readonly statements: StatementCache;
  /** The year of the annex; `null` where it is not stated. */
  readonly year: number | null;
}

/** The cells of one indicator, judged once, when a rule first asks. */
export class IndicatorCells implements Indicator {
  private knownAsked: Statement | null | undefined;
  private knownVerdict: Verdict | null | undefined;

  constructor(
    private readonly context: JudgingContext,
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
    if (this.knownAsked === undefined) this.knownAsked = askedOf(this, this.context.statements);
    return this.knownAsked;
  }

  get verdict(): Verdict | null {
    if (this.knownVerdict === undefined) this.knownVerdict = verdictOf(this, this.asked, this.context.year);
    return this.knownVerdict;
  }
}
