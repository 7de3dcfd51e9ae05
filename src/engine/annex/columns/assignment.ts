import type { FieldId } from '../field-id';
import { isExclusive, valuesFor, WORDS, type Candidate } from './candidates';
import { EXPECTED, fitsRoles, type SaidRelation } from './templates';

/** Which column has which field; columns that are not open keep theirs. */
export type Assignment = ReadonlyMap<number, FieldId | null>;

/** What all witnesses but words and values say, and what is asked of the figures themselves. */
export interface Witnesses {
  readonly captions: readonly SaidRelation[];
  readonly formulas: readonly SaidRelation[];
  /** What holds in most rows, with how many rows tell. */
  readonly arithmetic: readonly (SaidRelation & { readonly agree: number; readonly rows: number })[];
  /** How often columns are to each other as fields should be. */
  count(relation: SaidRelation): { readonly agree: number; readonly rows: number };
}

const CAPTION = 4;
const FORMULA = 3.5;
/** What a relation that fails takes away. */
const FAILS = 1.5;
/** What a field without any word for it has to be worth more than nothing. */
const NO_WORD = 0.1;
/** Fewer rows than this may agree by chance. */
const MANY_ROWS = 6;
/** Rows that tell, of which so few agree, speak against what words say. */
const FEW_ROWS = 4;

/** Scores assignments of fields to the open columns of a table. */
export class AssignmentScore {
  private readonly counted = new Map<string, { readonly agree: number; readonly rows: number }>();

  /**
   * @param open columns whose fields are looked for
   * @param fixed the fields of all other columns, by their column
   */
  constructor(
    private readonly open: readonly Candidate[],
    private readonly fixed: ReadonlyMap<number, FieldId>,
    private readonly witnesses: Witnesses,
  ) {}

  /** How well all witnesses together agree with an assignment. */
  of(assignment: Assignment): number {
    let score = 0;
    for (const candidate of this.open)
      score += this.ofColumn(candidate, assignment.get(candidate.column) ?? null);
    const fieldOf = this.fieldIn(assignment);
    for (const said of this.witnesses.captions) score += weigh(fitsRoles(said, fieldOf), CAPTION, -3);
    for (const said of this.witnesses.formulas) score += weigh(fitsRoles(said, fieldOf), FORMULA, -3);
    for (const said of this.witnesses.arithmetic)
      score += weigh(fitsRoles(said, fieldOf), said.rows >= MANY_ROWS ? 3 : 2, -0.3);
    const columns = this.columnsIn(assignment);
    return score - FAILS * this.failingIn(columns).length + this.order(columns);
  }

  /** Columns that by their fields must be to each other as said, and are not in most rows that tell. */
  failing(assignment: Assignment): SaidRelation[] {
    return this.failingIn(this.columnsIn(assignment));
  }

  private failingIn(columns: ReadonlyMap<FieldId, number>): SaidRelation[] {
    return EXPECTED.flatMap((expected) => {
      const relation = columnsOf(expected, columns);
      if (!relation) return [];
      const { agree, rows } = this.countOf(relation);
      return rows >= FEW_ROWS && agree * 2 < rows ? [relation] : [];
    });
  }

  private columnsIn(assignment: Assignment): Map<FieldId, number> {
    const columns = new Map<FieldId, number>();
    for (const [column, field] of assignment) if (field) columns.set(field, column);
    for (const [column, field] of this.fixed) if (!columns.has(field)) columns.set(field, column);
    return columns;
  }

  fieldIn(assignment: Assignment): (column: number) => FieldId | null {
    return (column) => assignment.get(column) ?? this.fixed.get(column) ?? null;
  }

  private countOf(relation: SaidRelation): { readonly agree: number; readonly rows: number } {
    const key = `${relation.relation} ${relation.result} ${relation.operands.join(' ')}`;
    let known = this.counted.get(key);
    if (!known) this.counted.set(key, (known = this.witnesses.count(relation)));
    return known;
  }

  private ofColumn({ words, named, looks }: Candidate, field: FieldId | null): number {
    if (field === null) return -named;
    const said = words.get(field) ?? 0;
    // What words name is not given up for nothing.
    const against = said === 0 ? (named >= WORDS.exact ? -5 : -named) : 0;
    const values = valuesFor(field, looks);
    // What no word hints at is not guessed by looks alone: counts of things look like money, too.
    return said + against + (said === 0 && values < 3 ? Math.min(values, 0) - NO_WORD : values);
  }

  /** Budget, spending and rate stand in this order, and mostly side by side. */
  private order(columns: ReadonlyMap<FieldId, number>): number {
    const [budget, actual, rate] = [
      columns.get('budget'),
      columns.get('actual'),
      columns.get('executionRate'),
    ];
    let score = 0;
    if (budget !== undefined && actual !== undefined && budget < actual) score += 0.3;
    if (actual !== undefined && rate !== undefined && actual < rate) score += rate === actual + 1 ? 0.5 : 0.3;
    return score;
  }
}

/** Where the fields of an expected relation stand; `null` where one of them has no column. */
function columnsOf(
  { relation, result, operands }: (typeof EXPECTED)[number],
  columns: ReadonlyMap<FieldId, number>,
): SaidRelation | null {
  const at = columns.get(result);
  const from = operands.map((field) => columns.get(field));
  return at === undefined || from.includes(undefined)
    ? null
    : { relation, result: at, operands: from as number[] };
}

function weigh(fits: boolean | null, good: number, bad: number): number {
  return fits === null ? 0 : fits ? good : bad;
}

/** More rounds than any table takes. */
const MOST_ROUNDS = 30;

/** The best assignment that single changes, exchanges and whole relations lead to from what words say. */
export function bestAssignment(
  open: readonly Candidate[],
  options: ReadonlyMap<number, readonly FieldId[]>,
  scores: AssignmentScore,
  relations: readonly SaidRelation[],
): Assignment {
  let best: Assignment = firstAssignment(open);
  if (isSettledByWords(open, best, scores)) return best;
  let score = scores.of(best);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let next: Assignment | null = null;
    for (const moved of movesFrom(best, open, options, relations)) {
      const other = scores.of(moved);
      if (other <= score + 1e-9) continue;
      score = other;
      next = moved;
    }
    if (!next) break;
    best = next;
  }
  return best;
}

/** Whether every column is well named, its cells fit, and nothing that should hold between them fails: nothing is open. */
function isSettledByWords(open: readonly Candidate[], first: Assignment, scores: AssignmentScore): boolean {
  return (
    open.every(({ column, byWords, named, words, looks }) => {
      const field = first.get(column) ?? null;
      if (field === null || field !== byWords) return false;
      const own = words.get(field) ?? 0;
      const fit = own + valuesFor(field, looks);
      return (
        own >= WORDS.pattern &&
        own === named &&
        fit > own - 1 &&
        [...words].every(([other, said]) => other === field || said + valuesFor(other, looks) < fit)
      );
    }) && scores.failing(first).length === 0
  );
}

/** What words say; where several columns claim one field, the best named has it, or the first of them. */
function firstAssignment(open: readonly Candidate[]): Map<number, FieldId | null> {
  const holders = new Map<FieldId, Candidate>();
  for (const candidate of open) {
    const { byWords } = candidate;
    if (!byWords) continue;
    const holder = holders.get(byWords);
    if (!holder || candidate.named > holder.named) holders.set(byWords, candidate);
  }
  return new Map(
    open.map((candidate) => {
      const { column, byWords } = candidate;
      const yields = byWords !== null && isExclusive(byWords) && holders.get(byWords) !== candidate;
      return [column, yields ? null : byWords];
    }),
  );
}

/** One column given one field: whoever had it before gives it up. */
export function withField(
  assignment: Assignment,
  column: number,
  field: FieldId | null,
): Map<number, FieldId | null> {
  const changed = new Map(assignment);
  if (field && isExclusive(field))
    for (const [other, theirs] of assignment)
      if (theirs === field && other !== column) changed.set(other, null);
  changed.set(column, field);
  return changed;
}

/** The roles that a relation may mean, result first. */
const MEANINGS: Readonly<Record<SaidRelation['relation'], readonly (readonly FieldId[])[]>> = {
  quotient: [
    ['executionRate', 'actual', 'budget'],
    ['executionRate.initial', 'actual', 'initialBudget'],
    ['executionRate.received', 'actual', 'received'],
  ],
  change: [['budget.adjustmentRate', 'budget', 'initialBudget']],
  difference: [
    ['balance', 'budget', 'actual'],
    ['budget.adjustment', 'budget', 'initialBudget'],
  ],
  sum: [
    ['budget', 'initialBudget', 'budget.adjustment'],
    ['budget', 'budget.adjustment', 'initialBudget'],
    ['budget', 'actual', 'balance'],
    ['budget', 'balance', 'actual'],
  ],
  product: [['executionRate.score', 'executionRate']],
};

function* movesFrom(
  assignment: Assignment,
  open: readonly Candidate[],
  options: ReadonlyMap<number, readonly FieldId[]>,
  relations: readonly SaidRelation[],
): Generator<Assignment> {
  for (const { column } of open) {
    const own = assignment.get(column) ?? null;
    for (const field of options.get(column) ?? [])
      if (field !== own) yield withField(assignment, column, field);
    if (own !== null) yield withField(assignment, column, null);
  }
  for (const [i, a] of open.entries()) {
    for (const b of open.slice(i + 1)) {
      const [first, second] = [assignment.get(a.column) ?? null, assignment.get(b.column) ?? null];
      if (first === second) continue;
      if (!allows(options, a.column, second) || !allows(options, b.column, first)) continue;
      const swapped = new Map(assignment);
      swapped.set(a.column, second);
      swapped.set(b.column, first);
      yield swapped;
    }
  }
  for (const { relation, result, operands } of relations) {
    if (operands.length === 2 || relation === 'product') {
      for (const meaning of MEANINGS[relation]) {
        const columns = [result, ...operands];
        if (columns.length < meaning.length) continue;
        if (!meaning.every((field, i) => assignment.has(columns[i]!) && allows(options, columns[i]!, field)))
          continue;
        let moved: Assignment = assignment;
        for (const [i, field] of meaning.entries()) moved = withField(moved, columns[i]!, field);
        yield moved;
      }
    }
    if (relation === 'sum' && operands.length > 2 && allows(options, result, 'totalScore'))
      yield withField(assignment, result, 'totalScore');
  }
}

function allows(
  options: ReadonlyMap<number, readonly FieldId[]>,
  column: number,
  field: FieldId | null,
): boolean {
  return field === null || (options.get(column)?.includes(field) ?? false);
}

/** How much worse the best other reading of a column is, and which that is. */
export function runnerUpOf(
  column: number,
  assignment: Assignment,
  options: ReadonlyMap<number, readonly FieldId[]>,
  scores: AssignmentScore,
  relations: readonly SaidRelation[],
  open: readonly Candidate[],
): { readonly field: FieldId | null; readonly margin: number } {
  const own = assignment.get(column) ?? null;
  const score = scores.of(assignment);
  let best: { field: FieldId | null; margin: number } = { field: null, margin: Infinity };
  for (const moved of movesFrom(assignment, open, options, relations)) {
    const field = moved.get(column) ?? null;
    if (field === own) continue;
    const margin = score - scores.of(moved);
    if (margin < best.margin) best = { field, margin };
  }
  return best;
}
