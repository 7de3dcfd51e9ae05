import { AnnexReading } from '../../../src/engine/annex/reading';
import { recognise } from '../../../src/engine/annex/recognise';
import { lookAtAnnexes, reviewSheet } from '../../../src/engine/review/review-sheet';
import {
  lookAtPortions,
  lookAtAnnexesTogether,
  runOf,
  type Looked,
  type Others,
  type SharedStep,
} from '../../../src/engine/review/shared-review';
import type { AnnexRun } from '../../../src/engine/review/annex-run';
import { generateAnnex } from '../../support/annexes/annex-generator/generate';
import { buildSheet } from '../../support/annexes/sheet-builder';
import { Random } from '../../support/random';

const HEADER = [
  '序号',
  '单位名称',
  '项目名称',
  '全年预算数',
  '全年执行数',
  '执行率',
  '数量指标',
  '实际完成值',
];

/** A sheet of so many portions, with faults in it. */
function largeSheet(projects: number) {
  const random = new Random(7);
  const rows = Array.from({ length: projects }, (_, i) => {
    const budget = 10 + random.integer(1, 90);
    const rate = random.chance(0.1) ? 0.5 : 0.96;
    return [
      i + 1,
      i % 40 === 0 ? `单位${i}` : null,
      `项目${i}`,
      budget,
      budget * 0.96,
      rate,
      '≥20次',
      `${15 + random.integer(0, 9)}次`,
    ];
  });
  return buildSheet([['2024年项目支出绩效自评表'], ['单位：万元'], HEADER, ...rows]);
}

/** Others with a run of their own, over a copy of the sheet, who take every portion that `takes` leaves them. */
function othersOf(sheet: ReturnType<typeof largeSheet>, takes: (portion: number) => boolean, loses: boolean) {
  return (index: number, _annex: unknown, profile: Parameters<typeof runOf>[1]): Others => {
    const copy = structuredClone(sheet);
    const annex = new AnnexReading(structuredClone(recognise(copy)[index]!), copy).view;
    const run = runOf(annex, profile);
    const step = <T>(
      portions: number,
      work: (run: AnnexRun) => (portion: AnnexRun['portions'][number]) => T,
    ) => {
      const all = Array.from({ length: portions }, (_, i) => i);
      const theirs = all.filter(takes);
      const own = all.filter((portion) => !takes(portion));
      const looked = lookAtPortions(run.portions, () => theirs.shift() ?? null, work(run));
      const brought: Looked<T> = loses ? new Map() : structuredClone(looked);
      return { take: () => own.shift() ?? null, collect: () => Promise.resolve(brought) } as SharedStep<T>;
    };
    return {
      facts: (portions) => step(portions, (at) => (portion) => at.facts(portion)),
      look: (portions, facts) => {
        run.takeFacts(structuredClone(facts));
        return step(portions, (at) => (portion) => at.look(portion));
      },
      lookAgain: (portions, learnt) => {
        run.takeLearnt(structuredClone(learnt));
        return step(portions, (at) => (portion) => at.lookAgain(portion));
      },
    };
  };
}

const plain = (reviewed: ReturnType<typeof reviewSheet>) =>
  JSON.stringify(
    reviewed.map(({ findings, outcomes, profile, notJudged }) => [findings, outcomes, profile, notJudged]),
  );

describe('portions that others look at', () => {
  const sheet = largeSheet(900);
  const alone = plain(reviewSheet(sheet));

  it.each<[string, (portion: number) => boolean, boolean]>([
    ['none', () => false, false],
    ['every second one', (portion) => portion % 2 === 1, false],
    ['the first half', (portion) => portion < 4, false],
    ['all', () => true, false],
    ['and lose what they have made', (portion) => portion % 3 === 0, true],
  ])('make no difference: %s', async (_what, takes, loses) => {
    const looked = await lookAtAnnexesTogether(sheet, {}, othersOf(sheet, takes, loses));
    expect(plain(looked.map((one) => one.conclude(null)))).toBe(alone);
    expect(looked.map(({ told }) => told)).toEqual(lookAtAnnexes(sheet).map(({ told }) => told));
  });

  it('nor do they in generated annexes with planted faults', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { sheet: small } = generateAnnex(seed);
      const others = othersOf(small, () => true, false);
      const looked = await lookAtAnnexesTogether(small, {}, others);
      expect(plain(looked.map((one) => one.conclude(null)))).toBe(plain(reviewSheet(small)));
    }
  });
});
