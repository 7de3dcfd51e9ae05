import type { Project } from '../annex/annex';
import type { NumberCell } from '../annex/values/number-cell';
import { executionScoresOf } from '../facts/scores/execution-scores';
import { nearestPoints, noteTexts, printedPointsOf } from '../facts/scores/printed-points';
import { isRoundedTo, NOISE, pointsOf } from '../facts/scores/scores';
import { MOST_RELATED } from '../rule/finding';
import { defineRule, learning, type FactContext } from '../rule/rule';
import { positionOf, type CellPosition } from '../sheet/address';

/** Fewer scores may be wrong one by one. */
const ENOUGH = 3;
/** From this share of the scores on, it is the text that is not followed. */
const GOOD_PART = 1 / 3;

/** The scores for which a text of the table gives points that are lost, by the text's cell. */
interface Followed {
  readonly cell: CellPosition;
  readonly text: string;
  judged: number;
  contradicting: number;
  /** The first of those that contradict it. */
  readonly cells: CellPosition[];
}

const followed = learning<Record<string, Followed>>({
  empty: () => ({}),
  add(learnt, project, context) {
    for (const { rule, cell, follows } of judgedIn(project, context)) {
      const text = (learnt[`${rule.cell.row} ${rule.cell.column}`] ??= {
        cell: rule.cell,
        text: rule.text,
        judged: 0,
        contradicting: 0,
        cells: [],
      });
      text.judged++;
      if (follows) continue;
      text.contradicting++;
      if (text.cells.length < MOST_RELATED) text.cells.push(positionOf(cell));
    }
  },
  merge(learnt, further) {
    for (const [key, text] of Object.entries(further)) {
      const known = learnt[key];
      if (!known) {
        learnt[key] = { ...text, cells: [...text.cells] };
        continue;
      }
      known.judged += text.judged;
      known.contradicting += text.contradicting;
      known.cells.push(...text.cells.slice(0, MOST_RELATED - known.cells.length));
    }
  },
});

interface Judged {
  readonly rule: Pick<Followed, 'cell' | 'text'>;
  readonly cell: NumberCell;
  readonly follows: boolean;
}

/** What all the points are lost of is no proof: only scores are judged of which the text takes some. */
function judgedIn(project: Project, context: FactContext): Judged[] {
  const { scoreTolerance } = context.profile;
  const judged: Judged[] = [];
  const execution = executionScoresOf(context).of(project);
  if (execution?.note && !execution.unread) {
    const { score, note, nearest, weight } = execution;
    const points = pointsOf(score);
    if (points !== null && execution.expected < weight - NOISE)
      judged.push({
        rule: note,
        cell: score,
        follows: isRoundedTo(score, points, nearest, scoreTolerance, true),
      });
  }
  for (const indicator of project.indicators) {
    const points = pointsOf(indicator.score);
    const weight = pointsOf(indicator.weight);
    if (points === null || weight === null || weight <= 0) continue;
    const byNote = printedPointsOf(context).ofMissed(indicator, weight);
    if (byNote?.said !== 'points') continue;
    const nearest = nearestPoints(byNote, points);
    const follows = isRoundedTo(indicator.score!, points, nearest, scoreTolerance, true);
    judged.push({ rule: byNote.rule, cell: indicator.score!, follows });
  }
  return judged;
}

export const rule = defineRule({
  meta: {
    id: 'printed-rule-not-followed',
    name: { 'zh-CN': '表内计分办法未执行', en: 'Printed scoring rule not followed' },
    description: {
      'zh-CN':
        '表内注、表头注明了计分办法，而三项以上、三分之一以上的扣分项得分与之不符的，全表报告一次；按其计算什么都不扣分的办法不予采用，也报告。',
      en: 'The table prints how points follow, yet three scores or more, and a third of those that lose points by it, are others: said once. A printed rule by which nothing could be lost is not followed, which is said, too.',
    },
    topic: 'score',
    severity: 'warning',
    settings: ['printedRules', 'scoreTolerance'],
    requires: [['indicator.*.score', 'executionRate.score']],
    fix: 'none',
    basis: ['评审惯例'],
    messages: {
      contradicted: {
        'zh-CN':
          '表内说明“{note}”与得分不一致：按该说明应扣分的 {judged} 项中，{count} 项得分与之不符。请核对计分办法和得分。',
        en: 'The note "{note}" and the scores disagree: of the {judged} scores that lose points by it, {count} are others. Check the rule and the scores.',
      },
      absurd: {
        'zh-CN': '按表内说明“{note}”，未完成也几乎不扣分。审核未采用该说明，得分仍按规则口径检查。请核对。',
        en: 'By the note "{note}" next to nothing is lost for what was not done. It was not followed: scores are checked by the profile. Check the note.',
      },
    },
  },
  learn: followed,
  annex(context, report) {
    for (const { cell, text, judged, contradicting, cells } of Object.values(context.learnt)) {
      if (contradicting < ENOUGH || contradicting < judged * GOOD_PART) continue;
      report({
        cell,
        related: cells,
        project: null,
        message: 'contradicted',
        data: { note: noteTexts({ cell, text }).note!, judged: String(judged), count: String(contradicting) },
      });
    }
    for (const { cell, text } of printedPointsOf(context).absurd)
      report({ cell, project: null, message: 'absurd', data: { note: noteTexts({ cell, text }).note! } });
  },
});
