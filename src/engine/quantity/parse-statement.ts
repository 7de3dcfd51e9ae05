import { coreOf, toHalfWidth } from './characters';
import { namesInverse } from './direction';
import { readGrade, saysAll } from './grades';
import { namedPassages } from './passages';
import { isNegated, isPlaceholder } from './polarity';
import { readQuantities } from './quantities';
import { endsInRateName } from './rate-names';
import type { Operator, OperatorTrap, Quantity, Statement, TextSpan } from './statement';
import { readTraps } from './traps';

const NO_GRADE = { grade: null, span: null };
const INEQUALITIES: ReadonlySet<Operator | null> = new Set(['≥', '>', '≤', '<']);

/** Reads a target or a result. Takes time linear in the length of the text, whatever stands in it. */
export function parseStatement(text: string): Statement {
  return new ReadStatement(text);
}

/**
 * A statement read part by part, each part when it is first asked for: most rules look at the figures of most
 * texts and at nothing else.
 */
class ReadStatement implements Statement {
  private readonly half: string;
  private readonly core: TextSpan;
  private knownPassages: ReadonlyMap<number, number> | undefined;
  private readFigures: readonly Quantity[] | undefined;
  private readGrading: ReturnType<typeof readGrade> | undefined;
  private readOperatorTraps: readonly OperatorTrap[] | undefined;
  private knownInequality: boolean | undefined;
  private knownRateName: boolean | undefined;
  private knownPlaceholder: boolean | undefined;
  private knownNegated: boolean | undefined;
  private knownInverse: boolean | undefined;
  private knownUniversal: boolean | undefined;

  constructor(readonly text: string) {
    this.half = toHalfWidth(text);
    this.core = coreOf(this.half);
  }

  private get passages(): ReadonlyMap<number, number> {
    return (this.knownPassages ??= namedPassages(this.half, this.core));
  }

  get quantities(): readonly Quantity[] {
    return (this.readFigures ??= readQuantities(this.text, this.half, this.core, this.passages));
  }

  get quality(): Statement['quality'] {
    return this.grading.grade;
  }

  get qualitySpan(): Statement['qualitySpan'] {
    return this.grading.span;
  }

  get operatorTraps(): readonly OperatorTrap[] {
    return (this.readOperatorTraps ??= readTraps(this.text, this.half, this.passages, this.core));
  }

  get isInequality(): boolean {
    return (this.knownInequality ??= isInequality(this.quantities, this.core));
  }

  get namesRate(): boolean {
    return (this.knownRateName ??= endsInRateName(this.half, this.core));
  }

  get placeholder(): boolean {
    return (this.knownPlaceholder ??= isPlaceholder(this.half, this.core));
  }

  get negated(): boolean {
    return (this.knownNegated ??= isNegated(this.half, this.quantities));
  }

  get inverse(): boolean {
    return (this.knownInverse ??= namesInverse(this.text));
  }

  get universal(): boolean {
    return (this.knownUniversal ??= saysAll(this.half));
  }

  /** 按期完工率 is the name of something and grades nothing. */
  private get grading(): ReturnType<typeof readGrade> {
    return (this.readGrading ??= this.namesRate ? NO_GRADE : readGrade(this.half, this.core));
  }
}

function isInequality(quantities: readonly Quantity[], core: TextSpan): boolean {
  const only = quantities[0];
  if (only === undefined || quantities.length > 1 || !INEQUALITIES.has(only.operator)) return false;
  return only.span.start <= core.start && only.span.end >= core.end;
}

/** So many texts are kept for certain while a workbook is reviewed, and at most twice as many. */
const KEPT = 1 << 18;
/** So many, or twice as many, from one workbook to the next. */
const KEPT_ON = 1 << 14;

/**
 * Reads equal texts once, as long as they come again before very many others: what has not been asked for while
 * `KEPT` other texts were is forgotten. So it may go on from workbook to workbook, and a sheet of millions of different
 * texts does not fill the memory with them.
 */
export class StatementCache {
  private recent = new Map<string, Statement>();
  private former: ReadonlyMap<string, Statement> = NONE;

  parse(text: string): Statement {
    const known = this.recent.get(text);
    if (known !== undefined) return known;
    const statement = this.former.get(text) ?? parseStatement(text);
    if (this.recent.size >= KEPT) this.turn(this.recent);
    this.recent.set(text, statement);
    return statement;
  }

  /** To be called between two workbooks: lets go of what one large workbook has filled it with. */
  startWorkbook(): void {
    if (this.recent.size > KEPT_ON) this.turn(this.recent.size > 2 * KEPT_ON ? NONE : this.recent);
    else if (this.former.size > 2 * KEPT_ON) this.former = NONE;
  }

  private turn(former: ReadonlyMap<string, Statement>): void {
    this.former = former;
    this.recent = new Map();
  }
}

const NONE: ReadonlyMap<string, Statement> = new Map();
