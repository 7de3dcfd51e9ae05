import type { Project } from '../annex/annex';
import { decimalsOf } from '../annex/values/number-cell';
import type { Grade } from '../profile/profile';
import { editOf } from '../rule/edits';
import { quote } from '../rule/figures';
import type { Fix } from '../rule/finding';
import { GradeWords, type SaidGrade } from './grade-mismatch/grade-words';
import { NOISE, pointsOf, pointsText } from '../facts/scores/scores';
import type { Rule } from '../rule/rule';

/** Rows needed before the annex's own habit says that its grades begin elsewhere. */
const ENOUGH_ROWS = 4;

export const rule: Rule = {
  meta: {
    id: 'grade-mismatch',
    name: { 'zh-CN': '等级与分数不符', en: 'Grade disagrees with the score' },
    description: {
      'zh-CN':
        '等级应与总分相符：优 ≥90、良 ≥80、中 ≥60、差 <60（界限可在规则口径中设置；总分不是百分制的先折算）。优秀、良好、合格、A、B 等写法均可识别，认不出的不检查；多数项目都不相符的，可能另有界限，只作提示。',
      en: 'The grade must fit the total: 优 from 90, 良 from 80, 中 from 60, 差 below (limits are a setting; totals are scaled to 100). Other spellings are read, unknown ones left alone; a note where most projects disagree, since the limits may be others.',
    },
    topic: 'score',
    severity: 'error',
    severities: ['info'],
    settings: ['grades', 'totalWeight'],
    requires: [['grade'], ['totalScore']],
    fix: 'value',
    basis: ['财预〔2020〕10号《项目支出绩效评价管理办法》'],
    messages: {
      mismatch: {
        'zh-CN': '总分 {score} 对应的等级为“{right}”（{limits}），表内为“{said}”。请核对。',
        en: 'A total of {score} is graded "{right}" ({limits}); the sheet says "{said}".',
      },
      writeGrade: { 'zh-CN': '等级改为“{right}”', en: 'Write "{right}"' },
    },
  },
  check(annex, report, profile) {
    // From the best down, whatever order a profile lists them in.
    const grades = [...profile.grades].sort((a, b) => b.from - a.from);
    const words = new GradeWords(grades);
    const spellings = new Map<number, string>();
    const wrong: { readonly project: Project; readonly said: SaidGrade; readonly right: number }[] = [];
    let graded = 0;
    for (const project of annex.projects) {
      const { grade } = project.narrative;
      const said = grade?.answered ? words.read(grade.text) : null;
      if (!said) continue;
      spellings.set(said.index, spellings.get(said.index) ?? said.word);
      const right = rightGrades(project, grades, profile.totalWeight);
      if (!right) continue;
      graded++;
      if (!right.includes(said.index)) wrong.push({ project, said, right: right[0]! });
    }
    const elsewhere = graded >= ENOUGH_ROWS && wrong.length * 2 > graded;
    for (const { project, said, right } of wrong) {
      // Where 良 is not used at all, 合格 takes its place.
      if (said.index === right + 1 && said.wide && !spellings.has(right)) continue;
      const grade = project.narrative.grade!;
      const { totalScore } = project.scores;
      const word = spellings.get(right) ?? words.like(said, right);
      const text = grade.text.replace(said.word, word);
      const fix: Fix = {
        title: 'writeGrade',
        data: { right: text },
        edits: [editOf(grade, { value: text })],
      };
      report({
        severity: elsewhere ? 'info' : undefined,
        cell: grade,
        related: [totalScore!],
        project,
        message: 'mismatch',
        data: {
          score: pointsText(pointsOf(totalScore)!),
          right: word,
          said: quote(grade.text),
          limits: grades.map(({ name, from }, i) => limitText(name, from, grades[i - 1])).join('、'),
        },
        expected: word,
        actual: grade.text,
        ...(elsewhere ? { suggestions: [fix] } : { fix }),
      });
    }
  },
};

/** "优 ≥90", of the last grade "差 <60". */
function limitText(name: string, from: number, better: Grade | undefined): string {
  return from > 0 || !better ? `${name} ≥${from}` : `${name} <${better.from}`;
}

/**
 * The grades that a project's total may earn, by their index: more than one where rounding of the total as shown,
 * or a total that its own parts contradict, leaves it open. `null` where it has no total.
 */
function rightGrades(
  { scores, indicators }: Project,
  grades: readonly Grade[],
  totalWeight: number,
): readonly number[] | null {
  const points = pointsOf(scores.totalScore);
  const most = pointsOf(scores.totalWeight) ?? totalWeight;
  if (points === null || most <= 0 || points < 0) return null;
  const indexOf = (score: number): number =>
    grades.findIndex(({ from }) => (score * 100) / most >= from - NOISE);
  const stored = indexOf(points);
  const shown = indexOf(Number(points.toFixed(decimalsOf(scores.totalScore!))));
  let sum = pointsOf(scores['executionRate.score']) ?? 0;
  let parts = 0;
  for (const { score } of indicators) {
    const own = pointsOf(score);
    if (own === null) continue;
    sum += own;
    parts++;
  }
  return parts > 1 ? [stored, shown, indexOf(sum)] : [stored, shown];
}
