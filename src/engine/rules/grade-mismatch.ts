import { listed } from '../language';
import type { Project } from '../annex/annex';
import { labelPath } from '../annex/place';
import { decimalsOf, type NumberCell } from '../annex/values/number-cell';
import type { TextCell } from '../annex/values/text-cell';
import type { Grade } from '../profile/profile';
import { editOf } from '../rule/edits';
import { quote } from '../rule/figures';
import type { Fix } from '../rule/finding';
import { GradeWords, type SaidGrade } from './grade-mismatch/grade-words';
import { NOISE, pointsOf, pointsText } from '../facts/scores/scores';
import { defineRule, type FactContext, type Learning } from '../rule/rule';

/** The grades of the profile, from the best down, whatever order it lists them in, and how annexes write them. */
interface GradeScale {
  readonly grades: readonly Grade[];
  readonly words: GradeWords;
}

function scaleOf(context: FactContext): GradeScale {
  return context.fact(readScale);
}

function readScale({ profile }: FactContext): GradeScale {
  const grades = [...profile.grades].sort((a, b) => b.from - a.from);
  return { grades, words: new GradeWords(grades) };
}

/** Rows needed before the annex's own habit says that its grades begin elsewhere. */
const ENOUGH_ROWS = 4;

interface CountedGrades {
  /** How the annex writes each grade, by its index: the first spelling of it. */
  readonly spellings: Record<number, string>;
  /** The band that stands beside each grade, likewise. */
  readonly bands: Record<number, string>;
  graded: number;
  wrong: number;
}

interface GradeHabits {
  readonly spellings: Readonly<Record<number, string>>;
  readonly bands: Readonly<Record<number, string>>;
  /** Whether most grades disagree with the totals, as if they began elsewhere. */
  readonly elsewhere: boolean;
}

const gradeHabits: Learning<CountedGrades, GradeHabits> = {
  empty: () => ({ spellings: {}, bands: {}, graded: 0, wrong: 0 }),
  add(learnt, project, context) {
    for (const { grade, said, right } of gradesOf(project, context)) {
      const band = scaleOf(context).words.bandOf(grade.text);
      if (band !== null) learnt.bands[said.index] ??= band;
      learnt.spellings[said.index] ??= said.word;
      if (!right) continue;
      learnt.graded++;
      if (!right.includes(said.index)) learnt.wrong++;
    }
  },
  merge(learnt, { spellings, bands, graded, wrong }) {
    for (const [index, band] of Object.entries(bands)) learnt.bands[Number(index)] ??= band;
    for (const [index, word] of Object.entries(spellings)) learnt.spellings[Number(index)] ??= word;
    learnt.graded += graded;
    learnt.wrong += wrong;
  },
  settle: ({ spellings, bands, graded, wrong }) => ({
    spellings,
    bands,
    elsewhere: graded >= ENOUGH_ROWS && wrong * 2 > graded,
  }),
};

export const rule = defineRule({
  meta: {
    id: 'grade-mismatch',
    name: { 'zh-CN': '等级与分数不符', en: 'Grade disagrees with the score' },
    description: {
      'zh-CN':
        '等级应与总分相符：优 ≥90、良 ≥80、中 ≥60、差 <60（界限可在规则口径中设置；总分不是百分制的先折算）。优秀、良好、合格、A、B 等写法均可识别，认不出的不检查；多数项目都不相符的，可能另有界限，只作提示。表内另有审核、复核等级的，各与同一方的得分核对。',
      en: 'The grade must fit the total: 优 from 90, 良 from 80, 中 from 60, 差 below (limits are a setting; totals are scaled to 100). Other spellings are read, unknown ones left alone; a note where most projects disagree, since the limits may be others. Grades of other parties are held against the scores of the same party.',
    },
    topic: 'score',
    severity: 'error',
    severities: ['info'],
    settings: ['grades', 'totalWeight'],
    requires: [
      ['grade', 'grade.reviewed'],
      ['totalScore', 'totalScore.reviewed'],
    ],
    fix: 'value',
    basis: ['财预〔2020〕10号《项目支出绩效评价管理办法》'],
    habit: 'none',
    compares: true,
    messages: {
      mismatch: {
        'zh-CN': '总分 {score} 对应的等级为“{right}”（{limits}），表内为“{said}”。请核对。',
        en: 'A total of {score} is graded "{right}" ({limits}); the sheet says "{said}".',
      },
      writeGrade: { 'zh-CN': '等级改为“{right}”', en: 'Write "{right}"' },
    },
  },
  learn: gradeHabits,
  project(project, context, report) {
    const { grades, words } = scaleOf(context);
    const { spellings, bands, elsewhere } = context.learnt;
    for (const graded of gradesOf(project, context)) check(graded);

    function check({ grade, score, said, right: earned }: Graded): void {
      if (!earned || earned.includes(said.index)) return;
      const right = earned[0]!;
      // Where 良 is not used at all, 合格 takes its place.
      if (said.index === right + 1 && said.wide && spellings[right] === undefined) return;
      const word = spellings[right] ?? words.like(said, right);
      const text = words.rewrite(grade.text, said, word, bands[right] ?? null, pointsOf(score)!);
      const fix: Fix = {
        title: 'writeGrade',
        data: { right: text },
        edits: [editOf(grade, { value: text })],
      };
      report({
        severity: elsewhere ? 'info' : undefined,
        cell: grade,
        related: [score!],
        project,
        message: 'mismatch',
        data: {
          score: pointsText(pointsOf(score)!),
          right: word,
          said: quote(grade.text),
          limits: listed(grades.map(({ name, from }, i) => limitText(name, from, grades[i - 1]))),
        },
        expected: word,
        actual: grade.text,
        ...(elsewhere ? { suggestions: [fix] } : { fix }),
      });
    }
  },
});

interface Graded {
  readonly grade: TextCell;
  /** The total of the same party; `null` where the annex has none. */
  readonly score: NumberCell | null;
  readonly said: SaidGrade;
  /** The grades that the total may earn; `null` where there is no total. */
  readonly right: readonly number[] | null;
}

/** The grades that are known of what each party says of a project, the unit first, each with the score of the same party. */
function gradesOf(project: Project, context: FactContext): Graded[] {
  const { grades, words } = scaleOf(context);
  const { totalWeight } = context.profile;
  const most = pointsOf(project.scores.totalWeight) ?? totalWeight;
  const said: Graded[] = [];
  const take = (grade: TextCell | null | undefined, score: NumberCell | null, sum: number | null): void => {
    const word = grade?.answered ? words.read(grade.text) : null;
    if (grade && word) said.push({ grade, score, said: word, right: rightGrades(score, sum, most, grades) });
  };
  const own = project.narrative.grade;
  take(own, project.scores.totalScore ?? null, sumOfScores(project));
  const first = said[0];
  // A grade that does not say whose it is may be that of a party that scores beside the unit.
  if (first?.right && own && !saysWhose(own, context)) {
    const others = project.reviews.flatMap(({ grade, score }) =>
      grade ? [] : (rightGrades(score, null, most, grades) ?? []),
    );
    said[0] = { ...first, right: [...first.right, ...others] };
  }
  for (const { grade, score } of project.reviews) take(grade, score, null);
  return said;
}

/** Whether the labels of a grade name the unit itself. */
function saysWhose({ place }: TextCell, { annex }: FactContext): boolean {
  return /自(?:我)?评/.test(labelPath(annex.places[place] ?? { labels: [] }).join(' '));
}

/** "优 ≥90", of the last grade "差 <60". */
function limitText(name: string, from: number, better: Grade | undefined): string {
  return from > 0 || !better ? `${name} ≥${from}` : `${name} <${better.from}`;
}

/**
 * The grades that a total may earn, by their index: more than one where rounding of the total as shown, or a total that
 * its own parts contradict, leaves it open. `null` where there is no total.
 * @param sum of the parts of the total; `null` where they are not known
 * @param most the points there are
 */
function rightGrades(
  score: NumberCell | null,
  sum: number | null,
  most: number,
  grades: readonly Grade[],
): readonly number[] | null {
  const points = pointsOf(score);
  if (score === null || points === null || most <= 0 || points < 0) return null;
  const indexOf = (earned: number): number =>
    grades.findIndex(({ from }) => (earned * 100) / most >= from - NOISE);
  const stored = indexOf(points);
  const shown = indexOf(Number(points.toFixed(decimalsOf(score))));
  return sum === null ? [stored, shown] : [stored, shown, indexOf(sum)];
}

/** What the parts of the unit's own total add up to; `null` where fewer than two are scored. */
function sumOfScores({ scores, indicators }: Project): number | null {
  let sum = pointsOf(scores['executionRate.score']) ?? 0;
  let parts = 0;
  for (const { score } of indicators) {
    const own = pointsOf(score);
    if (own === null) continue;
    sum += own;
    parts++;
  }
  return parts > 1 ? sum : null;
}
