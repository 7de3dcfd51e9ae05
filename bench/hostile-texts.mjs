/**
 * Texts made to make a reader go back and forth: the time for ten times the length, as a ratio to the time for the
 * length, of the quantity language and of the review of one project that holds the text in every cell of words. Ten
 * is linear; a quadratic reader would come near a hundred.
 * Usage: node bench/hostile-texts.mjs [characters = 20000] [--verbose]
 */
import { typescriptLoader } from '../scripts/load-typescript.mjs';

const PIECES = [
  ...'≥》《〈“一第1率未无-…a万（，。；\n二个每约 人完成0%',
  '《》',
  '1,',
  '1,111',
  '1.',
  '1-',
  '1/',
  '2022年',
  '2022-12-',
  '百分之',
  '不低于',
  '一二三四五六七八九十',
  '其中1个',
  '包括',
  '100字以内',
  '指标1：',
  '（（',
  '服务服务',
  '合格率≥95%，',
  '11个街道、10个街道，',
  '因为',
  '已完成',
  '满意度',
  '十四五',
];
const TIMES = 10;
const ROUNDS = 3;

const load = typescriptLoader();
const { parseStatement } = load('src/engine/quantity');
const { reviewAnnex } = load('src/engine/review/review-annex');
const { buildAnnex } = load('test/support/annexes/annex-builder');

function parseAll(text) {
  const statement = parseStatement(text);
  return [
    statement.quantities,
    statement.quality,
    statement.operatorTraps,
    statement.negated,
    statement.universal,
  ];
}

function review(text) {
  const words = (extra) => ({
    budget: 100,
    actual: 80,
    executionRate: 0.8,
    annualGoal: text,
    goalCompletion: `${text}。`,
    problems: text,
    'indicator.quantity.name': text,
    'indicator.quantity.target': text,
    'indicator.quantity.result': `${text}1`,
    'indicator.satisfaction.target': text,
    'indicator.satisfaction.result': text,
    ...extra,
  });
  const { annex } = buildAnnex({
    rows: [words({ projectName: text.slice(0, 2000) || '甲' }), words({ projectName: '乙项目' })],
  });
  return reviewAnnex(annex);
}

/** The quickest of some rounds: what the work costs without the machine's other business. */
function quickest(work) {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function worst(name, work, length, verbose) {
  const ratios = PIECES.map((piece) => {
    const of = (size) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
    const [short, long] = [of(length), of(length * TIMES)];
    work(short);
    const [once, tenfold] = [quickest(() => work(short)), quickest(() => work(long))];
    return { piece, ratio: tenfold / once, tenfold };
  }).sort((a, b) => b.ratio - a.ratio);
  for (const { piece, ratio, tenfold } of verbose ? ratios : ratios.slice(0, 3))
    console.log(`${name}: ${JSON.stringify(piece)} ${ratio.toFixed(1)} times, ${tenfold.toFixed(0)} ms`);
  return ratios[0].ratio;
}

const length = Number(process.argv[2] ?? 20_000);
const verbose = process.argv.includes('--verbose');
console.log(
  `${PIECES.length} pieces, repeated to ${length} and ${length * TIMES} characters; the worst first`,
);
const language = worst('language', parseAll, length, verbose);
// A cell of Excel holds 32,767 characters at most.
const whole = worst('review', review, Math.min(length, 3_000), verbose);
console.log(`worst ratio: language ${language.toFixed(1)}, review ${whole.toFixed(1)} (10 is linear)`);
