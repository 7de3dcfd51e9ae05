export { INDICATOR_KINDS, type IndicatorKind } from './indicator-kind';
export type {
  Approximation,
  DateParts,
  Dimension,
  Operator,
  OperatorTrap,
  QualityGrade,
  Quantity,
  QuantityUnit,
  Shortfall,
  Statement,
  TextSpan,
  TrapKind,
  Verdict,
} from './statement';
export { parseStatement, StatementCache } from './parse-statement';
export { readOperator, type OperatorReading } from './operators';
export { applyReplacements } from './apply-replacements';
export { compareQuantities, judge } from './judge';
export { askedOf, verdictOf, type JudgedTexts, type SaidText } from './judge-indicator';
