import type { SheetSnapshot } from '../../sheet/snapshot';
import type { FieldId } from '../field-id';
import type { HeaderBlock } from '../header/find-header';
import type { Draft } from '../header/draft-column';
import type { LeafColumn } from '../header/header-tree';
import type { Evidence } from '../place';
import { AssignmentScore, bestAssignment, runnerUpOf, type Assignment, type Witnesses } from './assignment';
import type { BodySample } from './body-sample';
import { candidateOf, optionsOf, valuesFor, WORDS, type Candidate } from './candidates';
import { captionRelations, type CaptionRelation } from './captions';
import { formulaRelations, type FormulaRelation } from './formulas';
import { isNumeric, looksOf, lookOf, type ColumnLooks } from './looks';
import {
  changeOf,
  countAgreeing,
  findRelations,
  fractionsOf,
  productOf,
  quotientOf,
  sumOf,
  type FoundRelation,
} from './relations';
import { fitsRoles, type SaidRelation } from './templates';

/** A reading of a column is sure only where the next best one is this much worse. */
const CLEAR = 1;

/** Of fewer cells no habit of a column is told. */
const TELLING = 4;

/** So many different results, in so many of the rows that tell, are no chance. */
const DIFFERENT = 4;
const NEARLY_ALL = 0.9;

/** What came of a column of figures. */
export interface SettledColumn {
  readonly field: FieldId | null;
  readonly sure: boolean;
  readonly runnerUp: FieldId | null;
  /** What speaks for the field, or against what words say, beside words. Columns are 0-based sheet columns. */
  readonly evidence: readonly Evidence[];
}

/**
 * Settles the fields of money, rates, points and grades by all witnesses together: words, formulas in the header,
 * formulas in the cells, arithmetic, and what the cells look like. Columns that are no part of it keep what words say.
 *
 * @returns what came of each open column, by its 0-based sheet column
 */
export function settleFigures(
  sheet: SheetSnapshot,
  block: HeaderBlock,
  leaves: readonly LeafColumn[],
  drafts: readonly Draft[],
  sample: BodySample,
): ReadonlyMap<number, SettledColumn> {
  const looks = new Map<number, ColumnLooks>();
  for (const [column, one] of sample.columns) looks.set(column, looksOf(one));
  const lookedAt = drafts.flatMap(({ leaf: { column } }) => {
    const own = sample.columns.get(column);
    return own ? [{ sample: own, looks: looks.get(column)! }] : [];
  });
  const columns = drafts.map(({ leaf }) => leaf.column);
  const captions = captionRelations(sheet, block, leaves);
  const formulas = formulaRelations(sheet, sample, columns);
  const arithmetic = findRelations(lookedAt);
  const related = new Set(
    [...captions, ...formulas, ...arithmetic].flatMap(({ result, operands }) => [result, ...operands]),
  );
  const open = drafts.flatMap((draft) => {
    const { column } = draft.leaf;
    return candidateOf(draft, looks.get(column)!, related.has(column)) ?? [];
  });
  if (open.length === 0) return new Map();
  const openColumns = new Set(open.map(({ column }) => column));
  const fixed = new Map<number, FieldId>();
  for (const { leaf, field } of drafts)
    if (field && !openColumns.has(leaf.column)) fixed.set(leaf.column, field);
  const options = new Map(open.map((one) => [one.column, optionsOf(one, related.has(one.column))]));
  const witnesses: Witnesses = { captions, formulas, arithmetic, count: counter(sample, looks) };
  const scores = new AssignmentScore(open, fixed, witnesses);
  const relations: SaidRelation[] = [...captions, ...formulas, ...arithmetic];
  const best = bestAssignment(open, options, scores, relations);
  const rearranged = rearrangedColumns(best, scores, arithmetic);
  return new Map(
    open.map((candidate) => {
      const { column } = candidate;
      const field = best.get(column) ?? null;
      // Looking for the runner-up costs as much as all the rest: most columns are sure without.
      let found: ReturnType<typeof runnerUpOf> | undefined;
      const next = () => (found ??= runnerUpOf(column, best, options, scores, relations, open));
      const said = saidOf(column, best, scores, captions, formulas, arithmetic);
      const sure = isSure(
        candidate,
        field,
        () => next().margin,
        said,
        rearranged.has(column),
        scores.fieldIn(best)(column - 1) === 'actual',
      );
      return [
        column,
        {
          field,
          sure,
          runnerUp: sure || field === null ? null : next().field,
          evidence: evidenceOf(candidate, field, said, rearranged.get(column)),
        },
      ];
    }),
  );
}

/** Counts rows in which columns are to each other as asked. */
function counter({ columns }: BodySample, looks: ReadonlyMap<number, ColumnLooks>): Witnesses['count'] {
  return ({ relation, result, operands }) => {
    const own = columns.get(result);
    const others = operands.map((column) => columns.get(column));
    if (!own || others.includes(undefined)) return { agree: 0, rows: 0 };
    const [a, b] = others as [typeof own, typeof own];
    const as = { sample: own, looks: looks.get(result)! };
    switch (relation) {
      case 'quotient':
        return countAgreeing(relation, fractionsOf(as), quotientOf(a.numbers, b.numbers));
      case 'change':
        return countAgreeing(relation, fractionsOf(as), changeOf(a.numbers, b.numbers));
      case 'difference':
        return countAgreeing(relation, a.numbers, sumOf([own.numbers, b.numbers]));
      case 'product': {
        if (!b) return { agree: 0, rows: 0 };
        const fractions = fractionsOf({ sample: b, looks: looks.get(operands[1]!)! });
        return countAgreeing(relation, own.numbers, productOf(a.numbers, fractions));
      }
      case 'sum':
        return countAgreeing(
          relation,
          own.numbers,
          sumOf([a.numbers, ...others.slice(1).map((one) => one!.numbers)]),
        );
    }
  };
}

/** What other witnesses than words and values say of one column as it is read. */
interface Said {
  readonly captions: readonly CaptionRelation[];
  readonly formulas: readonly FormulaRelation[];
  readonly arithmetic: readonly FoundRelation[];
  readonly against: readonly (CaptionRelation | FormulaRelation)[];
}

function saidOf(
  column: number,
  best: Assignment,
  scores: AssignmentScore,
  captions: readonly CaptionRelation[],
  formulas: readonly FormulaRelation[],
  arithmetic: readonly FoundRelation[],
): Said {
  const fieldOf = scores.fieldIn(best);
  const concerns = ({ result, operands }: SaidRelation): boolean =>
    result === column || operands.includes(column);
  const fitting = <R extends SaidRelation>(relations: readonly R[], fits: boolean): R[] =>
    relations.filter((said) => concerns(said) && fitsRoles(said, fieldOf) === fits);
  return {
    captions: fitting(captions, true),
    formulas: fitting(formulas, true),
    arithmetic: fitting(arithmetic, true),
    // What a formula takes may be its mistake; what it makes is told by many of them.
    against: [
      ...fitting(captions, false),
      ...fitting(formulas, false).filter(({ rows }) => rows >= TELLING),
    ].filter(({ result }) => result === column),
  };
}

function isSure(
  { words, byWords, looks }: Candidate,
  field: FieldId | null,
  margin: () => number,
  { captions, formulas, arithmetic, against }: Said,
  rearranged: boolean,
  besideSpending: boolean,
): boolean {
  if (field === null || rearranged) return false;
  const values = valuesFor(field, looks);
  const named = words.get(field) ?? 0;
  // The formula of a well named column may be the very mistake, and words in it may stand for figures that are missing.
  if (named >= WORDS.exact && field === byWords)
    return values > -2 || !isNumeric(looks) || looks.distinct < DIFFERENT;
  const contradicted = values <= -2 && (named < WORDS.pattern || looks.distinct >= DIFFERENT);
  if (contradicted || against.length > 0) return false;
  const byFormula = captions.length + formulas.length > 0;
  if (named === 0 && !byFormula) return false;
  // A mere hint is believed where the figures say the same; a wording where nothing else comes near.
  // Cells that would suit what the label says first as well do not tell that it means something else.
  const looksTell = values > 0 && (field === byWords || !byWords || values > valuesFor(byWords, looks));
  const others = [byFormula && named > 0, arithmetic.length > 0, named > WORDS.hint && looksTell].filter(
    Boolean,
  ).length;
  // Nothing but grades under a word that may name one; a rate at once behind the spending.
  const seen = values >= 3 || (field === 'executionRate' && besideSpending && values > 0);
  if (named <= WORDS.hint) return (others > 0 || seen) && margin() >= CLEAR;
  return field === byWords ? others > 0 || margin() >= CLEAR : others > 0 && margin() >= CLEAR / 2;
}

/**
 * Columns that hold what another column is named for: their own relation fails in most rows, and the same columns with
 * their roles exchanged, or another column in the place of one of them, make it hold. By column, with what was found.
 */
function rearrangedColumns(
  best: Assignment,
  scores: AssignmentScore,
  arithmetic: readonly FoundRelation[],
): ReadonlyMap<number, FoundRelation> {
  const suspects = new Map<number, FoundRelation>();
  for (const own of scores.failing(best)) {
    const all = [own.result, ...own.operands];
    for (const found of arithmetic) {
      // What is left may be of the money received as well as of the budget: that is no contradiction.
      if (fitsRoles(found, scores.fieldIn(best)) === true) continue;
      if (found.distinct < DIFFERENT || found.agree < found.rows * NEARLY_ALL) continue;
      if (
        found.relation !== own.relation ||
        found.rows < TELLING ||
        found.operands.length !== own.operands.length
      )
        continue;
      const theirs = [found.result, ...found.operands];
      const moved = all.filter((column, i) => theirs[i] !== column);
      const permuted = theirs.every((column) => all.includes(column));
      // Another result for the same operands: the labels of the two results were exchanged.
      const otherResult =
        found.result !== own.result && found.operands.every((column, i) => own.operands[i] === column);
      if (permuted) for (const column of moved) suspects.set(column, found);
      else if (otherResult && best.has(found.result)) {
        suspects.set(own.result, found);
        suspects.set(found.result, found);
      }
    }
  }
  return suspects;
}

function evidenceOf(
  { looks, words }: Candidate,
  field: FieldId | null,
  { captions, formulas, arithmetic, against }: Said,
  rearranged: FoundRelation | undefined,
): Evidence[] {
  const evidence: Evidence[] = [
    ...captions.map(({ text, operands, result }): Evidence => ({
      by: 'caption',
      text,
      places: [result, ...operands],
    })),
    ...formulas.map(({ relation, operands, result, rows }): Evidence => ({
      by: 'formula',
      relation,
      places: [result, ...operands],
      rows,
    })),
    ...arithmetic.slice(0, 2).map(({ relation, operands, result, agree, rows }): Evidence => ({
      by: 'arithmetic',
      relation,
      places: [result, ...operands],
      agree,
      rows,
    })),
  ];
  for (const said of against)
    evidence.push(
      'text' in said
        ? { by: 'caption', text: said.text, places: [said.result, ...said.operands], against: true }
        : {
            by: 'formula',
            relation: said.relation,
            places: [said.result, ...said.operands],
            rows: said.rows,
            against: true,
          },
    );
  if (rearranged) {
    const { relation, operands, result, agree, rows } = rearranged;
    evidence.push({ by: 'arithmetic', relation, places: [result, ...operands], agree, rows, against: true });
  }
  const values = field === null ? 0 : valuesFor(field, looks);
  if (values >= 1 || (values > 0 && !words.has(field!)))
    evidence.push({ by: 'values', looks: lookOf(looks) });
  else if (values <= -1) evidence.push({ by: 'values', looks: lookOf(looks), against: true });
  return evidence;
}
