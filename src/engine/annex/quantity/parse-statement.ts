import { coreOf, toHalfWidth } from './characters';
import { readGrade, saysAll } from './grades';
import { namedPassages } from './passages';
import { isNegated, isPlaceholder } from './polarity';
import { readQuantities } from './quantities';
import { endsInRateName } from './rate-names';
import type { Operator, Quantity, Statement, TextSpan } from './statement';
import { readTraps } from './traps';

const NO_GRADE = { grade: null, span: null };
const INEQUALITIES: ReadonlySet<Operator | null> = new Set(['≥', '>', '≤', '<']);

/** Reads a target or a result. Takes time linear in the length of the text, whatever stands in it. */
export function parseStatement(text: string): Statement {
  const half = toHalfWidth(text);
  const core = coreOf(half);
  const passages = namedPassages(half, core);
  const quantities = readQuantities(text, half, core, passages);
  const namesRate = endsInRateName(half, core);
  // 按期完工率 is the name of something and grades nothing.
  const { grade, span } = namesRate ? NO_GRADE : readGrade(half, core);
  return {
    text,
    quantities,
    quality: grade,
    qualitySpan: span,
    operatorTraps: readTraps(text, half, passages, core),
    isInequality: isInequality(quantities, core),
    namesRate,
    placeholder: isPlaceholder(half, core),
    negated: isNegated(half, quantities),
    universal: saysAll(half),
  };
}

function isInequality(quantities: readonly Quantity[], core: TextSpan): boolean {
  const [only, ...others] = quantities;
  if (only === undefined || others.length > 0 || !INEQUALITIES.has(only.operator)) return false;
  return only.span.start <= core.start && only.span.end >= core.end;
}

/** Reads equal texts once. It holds every distinct text it was given: make one for each review. */
export class StatementCache {
  private readonly statements = new Map<string, Statement>();

  parse(text: string): Statement {
    let statement = this.statements.get(text);
    if (statement === undefined) {
      statement = parseStatement(text);
      this.statements.set(text, statement);
    }
    return statement;
  }
}
