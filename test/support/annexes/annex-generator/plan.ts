import type { FundSource, IndicatorKind } from '../../../../src/engine/annex/field-id';
import { Random } from '../../random';
import type { Extra, IndicatorShape, Plan, RateStyle, Voice } from './model';

const FUNDS: readonly (readonly FundSource[])[] = [
  ['generalPublic', 'other'],
  ['fiscal', 'other'],
  ['fiscal', 'carryover', 'other'],
  ['central', 'local', 'other'],
  ['generalPublic', 'governmentFund', 'other'],
];

const OPTIONAL_KINDS: readonly IndicatorKind[] = [
  'timeliness',
  'cost',
  'economic',
  'social',
  'ecological',
  'sustainability',
];
const ORDER: readonly IndicatorKind[] = ['quantity', 'quality', ...OPTIONAL_KINDS, 'satisfaction'];

/** Chooses how a table looks; the same seed chooses the same. */
export function planOf(seed: number): Plan {
  const random = new Random(seed * 7919 + 17);
  const depth = random.pick([1, 2, 2, 2, 3, 3] as const);
  const scored = depth > 1 && random.chance(0.45);
  const shape =
    depth === 1 ? 'joined' : random.pick<IndicatorShape>(['joined', 'named', 'named', 'measured']);
  const kinds = kindsOf(random, scored);
  const summing = random.chance(0.35);
  return {
    seed,
    year: random.integer(2019, 2025),
    moneyUnit: random.pick(['万元', '万元', '元']),
    depth,
    shape,
    byRole: depth === 2 && shape === 'joined' && !scored && random.chance(0.3),
    scored,
    indicatorReasons: scored && random.chance(0.5),
    kinds,
    costLevel: depth === 3 && kinds.includes('cost') && random.chance(0.4),
    initialBudget: random.chance(0.5),
    adjustment: random.chance(0.25),
    funds: depth > 1 && random.chance(0.45) ? random.pick(FUNDS) : [],
    fundsOf: random.pick([['budget', 'actual'], ['actual'], ['budget']] as const),
    rateStyle: random.pick<RateStyle>(['fraction', 'whole', 'bare', 'percent', 'formula']),
    extras: extrasOf(random, scored),
    nothing: random.pick(['无', '无', '—', '/', null]),
    unitCells: random.pick(['merged', 'blank', 'repeated'] as const),
    total: random.pick(['none', 'first', 'last', 'last'] as const),
    subtotals: random.pick(['none', 'none', 'above', 'below'] as const),
    summing,
    sections: random.chance(0.15),
    flawless: random.chance(0.03),
    voice: random.pick<Voice>(['symbol', 'symbol', 'words', 'above', 'plain']),
    firstRow: random.pick([0, 0, 0, 1, 4]),
    firstColumn: random.pick([0, 0, 0, 1]),
  };
}

/** Output, benefit and satisfaction are in every annex; the kinds of each vary. */
function kindsOf(random: Random, scored: boolean): IndicatorKind[] {
  const chosen = new Set<IndicatorKind>(['quantity', 'satisfaction']);
  if (scored || random.chance(0.85)) chosen.add('quality');
  for (const kind of OPTIONAL_KINDS) if (random.chance(0.55)) chosen.add(kind);
  const benefits: readonly IndicatorKind[] = ['economic', 'social', 'ecological', 'sustainability'];
  if (!benefits.some((kind) => chosen.has(kind))) chosen.add('social');
  return ORDER.filter((kind) => chosen.has(kind));
}

function extrasOf(random: Random, scored: boolean): Set<Extra> {
  const extras = new Set<Extra>();
  const odds: readonly (readonly [Extra, number])[] = [
    ['department', 0.15],
    ['projectCode', 0.15],
    ['projectType', 0.15],
    ['contact', 0.15],
    ['deviation', 0.4],
    ['problems', 0.7],
    ['rectification', 0.5],
    ['remarks', 0.35],
    ['conclusion', 0.1],
    ['grade', scored ? 0.6 : 0],
    ['totalWeight', scored ? 0.2 : 0],
  ];
  for (const [extra, chance] of odds) if (random.chance(chance)) extras.add(extra);
  return extras;
}
