import type { AnnexView } from '../../../src/engine/annex/annex';
import { indicatorParts, isMoneyField, isScoreField } from '../../../src/engine/annex/field-id';
import { readAnnexes } from '../../../src/engine/annex/reading';
import { RULES } from '../../../src/engine/rules';
import { DEFAULT_PROFILE } from '../../../src/engine/profile/built-in';
import { AnnexRun, type Portion } from '../../../src/engine/review/annex-run';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import type { Finding } from '../../../src/engine/rule/finding';
import type { Rule } from '../../../src/engine/rule/rule';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { buildAnnex, type AnnexRow } from '../../support/annexes/annex-builder';
import { generateAnnex } from '../../support/annexes/annex-generator/generate';
import { Random } from '../../support/random';

const SEEDS = Array.from({ length: 40 }, (_, i) => i + 1);

function runOf(annex: AnnexView, rules: readonly Rule[]): AnnexRun {
  return new AnnexRun(annex, rules, DEFAULT_PROFILE);
}

/** The review, its projects looked at in portions; what goes from step to step is copied, as between threads. */
function inPortions(
  annex: AnnexView,
  rules: readonly Rule[],
  portions: readonly Portion[],
): readonly Finding[] {
  const run = runOf(annex, rules);
  run.takeFacts(
    structuredClone(run.useFacts(portions.map((portion) => structuredClone(run.facts(portion))))),
  );
  const looks = portions.map((portion) => structuredClone(run.look(portion)));
  run.takeLearnt(structuredClone(run.useLooks(looks)));
  const again = portions.map((portion) => structuredClone(run.lookAgain(portion)));
  return run.review(looks, again).findings;
}

/** Portions of any sizes that follow one another. */
function cut(length: number, random: Random): Portion[] {
  const portions: Portion[] = [];
  for (let from = 0; from < length;) {
    const to = Math.min(length, from + random.integer(1, Math.max(1, Math.ceil(length / 3))));
    portions.push({ from, to });
    from = to;
  }
  return portions;
}

/**
 * A generated table whose rows are not of one mind: money in another unit here and there, rates as texts, and in its
 * lower half other weights.
 */
function mixed(seed: number): AnnexView {
  const { sheet } = generateAnnex(seed);
  const random = new Random(seed);
  const [annex] = readAnnexes(sheet);
  const fieldOf = new Map(annex!.places.map(({ line, field }) => [line, field]));
  const middle = annex!.projects[annex!.projects.length >> 1]!.row;
  const rows = new Set(annex!.projects.map(({ row }) => row));
  const values = sheet.values.map((cells, r) => {
    const row = sheet.firstRow + r;
    if (!rows.has(row)) return cells;
    return cells.map((value, c): CellValue => {
      const field = fieldOf.get(sheet.firstColumn + c);
      if (typeof value !== 'number' || !field) return value;
      if (isMoneyField(field)) return random.chance(0.1) ? value * 10_000 : value;
      if (field === 'executionRate') return random.chance(0.4) ? `${(value * 100).toFixed(1)}%` : value;
      const weighs = isScoreField(field) || indicatorParts(field)?.role === 'weight';
      return weighs && row >= middle ? value * 2 : value;
    });
  });
  return readAnnexes({ ...sheet, values } satisfies SheetSnapshot)[0]!;
}

describe('a table of rows that are not of one mind is reviewed alike in any portions', () => {
  test.each(SEEDS)('table %i', (seed) => {
    const annex = mixed(seed);
    const random = new Random(seed);
    const whole = reviewAnnex(annex).findings;
    expect(whole).not.toHaveLength(0);
    for (let i = 0; i < 3; i++)
      expect(inPortions(annex, RULES, cut(annex.projects.length, random))).toEqual(whole);
  });
});

/** Rules that say of a project what follows from it and from the facts of its annex. */
const OF_A_PROJECT = RULES.filter((rule) => !rule.learn && (rule.project ?? rule.indicator) && !rule.annex);

describe('what a project rule finds does not change when other projects are taken away', () => {
  test('there are such rules', () => expect(OF_A_PROJECT.length).toBeGreaterThan(25));

  test.each(SEEDS)('table %i', (seed) => {
    const annex = mixed(seed);
    const random = new Random(seed);
    const whole = reviewAnnex(annex, OF_A_PROJECT).findings;
    const left = annex.projects.filter(() => random.chance(0.3));
    const run = runOf(annex, OF_A_PROJECT);
    run.takeFacts(run.useFacts([run.facts({ from: 0, to: annex.projects.length })]));
    const looks = left.map(({ index }) => run.look({ from: index, to: index + 1 }));
    const ids = new Set(left.map(({ id }) => id));
    expect(run.review(looks, []).findings).toEqual(
      whole.filter(({ projectId }) => projectId !== null && ids.has(projectId)),
    );
  });
});

test('256 projects, half of them with 10 points for the execution and half with 20, are reviewed alike in halves', () => {
  const points = (execution: number, social: number): AnnexRow => ({
    'executionRate.weight': execution,
    'indicator.quantity.target': 30,
    'indicator.quantity.result': 30,
    'indicator.quality.target': 20,
    'indicator.quality.result': 20,
    'indicator.social.target': social,
    'indicator.social.result': social,
    'indicator.satisfaction.target': 10,
    'indicator.satisfaction.result': 10,
  });
  const { annex } = buildAnnex({
    rows: Array.from({ length: 256 }, (_, i) => (i < 128 ? points(10, 30) : points(20, 20))),
  });
  const halves = [
    { from: 0, to: 128 },
    { from: 128, to: 256 },
  ];
  expect(inPortions(annex, RULES, halves)).toEqual(reviewAnnex(annex).findings);
});
