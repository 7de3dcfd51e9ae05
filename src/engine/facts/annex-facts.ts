import type { Annex, Project } from '../annex/annex';
import type { StatedWeight } from '../annex/stated-facts';
import type { AnnexFacts } from '../rule/annex-facts';
import { countWeight, mergeWeights, weightInRows, type CountedWeights } from '../profile/execution-weight';
import { countTotals, formulaTotals, mergeTotals, type CountedTotals } from './money/formula-totals';
import {
  amountScale,
  countAmount,
  leadingAmount,
  mergeAmounts,
  type CountedAmounts,
} from './money/amount-scale';

/** What the projects of an annex tell together, learnt one after the other. Plain and mergeable in their order. */
export interface LearntFacts {
  amounts: CountedAmounts;
  weights: CountedWeights;
  /** Cells with a rate, and how many of them are formulas. */
  rates: number;
  formulas: number;
  totals: CountedTotals;
}

export function noFacts(): LearntFacts {
  return {
    amounts: { counts: {}, first: [] },
    weights: { points: [], filled: 0 },
    rates: 0,
    formulas: 0,
    totals: {},
  };
}

/** Learns from one project: its money, its rate and the points of the execution are read, nothing else. */
export function learnFacts(learnt: LearntFacts, project: Project): void {
  countAmount(learnt.amounts, project.index, leadingAmount(project.money));
  countWeight(learnt.weights, project);
  countTotals(learnt.totals, project.money);
  if (project.rate?.presence !== 'value') return;
  learnt.rates++;
  if (project.rate.formula !== null) learnt.formulas++;
}

/** Takes in what was learnt of the projects that follow. */
export function mergeFacts(learnt: LearntFacts, further: LearntFacts): void {
  mergeAmounts(learnt.amounts, further.amounts);
  mergeWeights(learnt.weights, further.weights);
  mergeTotals(learnt.totals, further.totals);
  learnt.rates += further.rates;
  learnt.formulas += further.formulas;
}

/** The facts of an annex, from its frame and what all its projects tell. */
export function annexFacts(annex: Annex, learnt: LearntFacts): AnnexFacts {
  const { projects, ...frame } = annex;
  return {
    ...frame,
    projectCount: projects.length,
    amounts: amountScale(learnt.amounts),
    executionWeight: executionWeight(annex, learnt.weights),
    ratesAreFormulas: learnt.formulas * 2 > learnt.rates,
    formulaTotals: formulaTotals(learnt.totals),
  };
}

function executionWeight(annex: Annex, counted: CountedWeights): StatedWeight | null {
  return annex.stated.executionWeight ?? weightInRows(annex, counted);
}
