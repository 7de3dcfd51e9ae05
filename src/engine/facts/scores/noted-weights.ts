import type { FactContext } from '../../rule/rule';
import type { NoteText } from '../../annex/annex';
import { foldText } from '../../annex/text';
import { LEVELS, type Level } from './levels';

/** The points that a note of the table gives to the first levels: "一级指标分值统一设置为：产出指标50分、效益指标30分". */
export interface NotedWeights {
  readonly note: NoteText;
  /** Of the levels that the note names; none of the others. */
  readonly points: Readonly<Partial<Record<Level, number>>>;
}

const NAMES: Readonly<Record<Level, string>> = {
  output: '产出',
  cost: '成本',
  benefit: '效[益果]',
  satisfaction: '满意度',
};

/** Points of all levels and of the execution are never more. */
const MOST = 100;

/** The first note that gives points to 产出 and 效益, each once; `null` where none does. */
export function notedWeightsOf(context: FactContext): NotedWeights | null {
  return context.fact(readNotedWeights);
}

function readNotedWeights({ annex: { notes } }: FactContext): NotedWeights | null {
  for (const note of notes) {
    const points = pointsIn(foldText(note.text));
    if (points) return { note, points };
  }
  return null;
}

function pointsIn(folded: string): NotedWeights['points'] | null {
  if (!folded.includes('产出')) return null;
  const points: Partial<Record<Level, number>> = {};
  let sum = 0;
  for (const level of LEVELS) {
    const said = folded.matchAll(
      new RegExp(
        `${NAMES[level]}(?:类?指标)?(?:分值|权重)?(?:统一)?(?:设置?)?(?:为|占|:)?(\\d{1,3}(?:\\.\\d+)?)分(?!之)`,
        'g',
      ),
    );
    const figures = [...new Set([...said].map((match) => Number(match[1])))];
    // Points of 10 to 20, or of two sorts of projects, are no rule for this one.
    if (figures.length > 1) return null;
    if (figures.length === 0) continue;
    points[level] = figures[0]!;
    sum += figures[0]!;
  }
  return points.output !== undefined && points.benefit !== undefined && sum <= MOST ? points : null;
}
