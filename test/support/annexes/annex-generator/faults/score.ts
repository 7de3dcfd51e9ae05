import type { FieldId } from '../../../../../src/engine/annex/field-id';
import { round, type PlannedIndicator, type RowDraft } from '../model';
import type { Random } from '../../../random';
import { clearReasons, giveReason, indicatorField, metIndicators, moveTotal } from './change';
import type { FaultKind } from './fault';
import { fallShort } from './result';
import { gradeOf } from '../row';

const number = ({ cells }: RowDraft, field: FieldId): number => cells.get(field) as number;
const weightFields = ({ project }: RowDraft): FieldId[] =>
  project.indicators.map(({ kind }) => indicatorField(kind, 'weight'));

/** Only tables with points have these; `null` elsewhere. */
function scored(kind: string, rules: readonly string[], plant: FaultKind['plant']): FaultKind {
  return {
    kind,
    rules,
    scarce: true,
    plant: (row, random, table) => (row.plan.scored ? plant(row, random, table) : null),
  };
}

function shortWithReason(
  row: RowDraft,
  random: Random,
): { indicator: PlannedIndicator; share: number } | null {
  if (!row.plan.indicatorReasons && !row.fields.has('deviation') && !row.fields.has('problems')) return null;
  const found = metIndicators(row, ['quantity', 'quality', 'satisfaction']);
  if (found.length === 0) return null;
  const indicator = random.pick(found);
  const share = fallShort(row, indicator, random);
  if (share === null) return null;
  giveReason(row, '受场地移交较晚影响，部分工作顺延至次年一季度');
  row.cells.set(indicatorField(indicator.kind, 'deviation'), '受场地移交较晚影响，部分工作顺延至次年一季度');
  return { indicator, share };
}

/** Writes the points of an indicator; their sum follows. */
function setPoints(row: RowDraft, { kind }: PlannedIndicator, points: number): void {
  const field = indicatorField(kind, 'score');
  moveTotal(row, points - number(row, field));
  row.cells.set(field, points);
}

/** Faults of weights, points, their sum and the grade. */
export const SCORE_FAULTS: readonly FaultKind[] = [
  scored(
    'points of the execution',
    ['execution-score-mismatch', 'full-score-not-full-execution'],
    (row, random) => {
      const before = number(row, 'executionRate.score');
      const wrong = round(before - random.integer(8, 30) / 10, 2);
      row.cells.set('executionRate.score', wrong);
      moveTotal(row, wrong - before);
      return { at: ['executionRate.score'] };
    },
  ),
  scored(
    'full points without full execution',
    ['full-score-not-full-execution', 'execution-score-mismatch'],
    (row) => {
      const before = number(row, 'executionRate.score');
      const full = number(row, 'executionRate.weight');
      if (before > full - 0.2) return null;
      row.cells.set('executionRate.score', full);
      moveTotal(row, full - before);
      return { at: ['executionRate.score'] };
    },
  ),
  scored('points of the execution blank', ['execution-score-mismatch', 'score-missing'], (row) => {
    row.cells.set('executionRate.score', null);
    return { at: ['executionRate.score'] };
  }),
  scored('full points for a shortfall', ['score-not-proportional'], (row, random) => {
    const made = shortWithReason(row, random);
    if (!made) return null;
    setPoints(row, made.indicator, made.indicator.weight);
    return { at: [indicatorField(made.indicator.kind, 'score')] };
  }),
  scored('too few points for a shortfall', ['score-not-proportional'], (row, random) => {
    const made = shortWithReason(row, random);
    if (!made) return null;
    setPoints(row, made.indicator, round(made.indicator.weight * made.share * 0.5, 1));
    return { at: [indicatorField(made.indicator.kind, 'score')] };
  }),
  scored(
    'points deducted without a reason',
    ['score-deducted-no-reason', 'score-not-proportional', 'reason-missing'],
    (row, random) => {
      const found = metIndicators(row, ['quantity', 'quality', 'satisfaction']).filter(
        ({ figure }) => figure,
      );
      if (found.length === 0 || row.project.reasons.length > 0) return null;
      const indicator = random.pick(found);
      setPoints(row, indicator, indicator.weight - random.integer(1, 2));
      clearReasons(row);
      return {
        at: [
          indicatorField(indicator.kind, 'score'),
          indicatorField(indicator.kind, 'deviation'),
          'deviation',
        ],
      };
    },
  ),
  scored('more points than there are', ['score-over-weight'], (row, random) => {
    const indicator = random.pick(row.project.indicators);
    setPoints(row, indicator, indicator.weight + random.integer(1, 5));
    return { at: [indicatorField(indicator.kind, 'score')] };
  }),
  scored('points blank', ['score-missing'], (row, random) => {
    const indicator = random.pick(row.project.indicators);
    const field = indicatorField(indicator.kind, 'score');
    moveTotal(row, -number(row, field));
    row.cells.set(field, null);
    return { at: [field] };
  }),
  scored('sum of the points', ['total-score-mismatch'], (row, random) => {
    const wrong = round(number(row, 'totalScore') - random.integer(10, 60) / 10, 2);
    row.cells.set('totalScore', wrong);
    row.cells.set('grade', gradeOf(wrong));
    return { at: ['totalScore'] };
  }),
  scored('sum of the points blank', ['total-score-mismatch'], (row) => {
    row.cells.set('totalScore', null);
    return { at: ['totalScore'] };
  }),
  scored('grade', ['grade-mismatch'], (row, random) => {
    if (!row.fields.has('grade')) return null;
    const right = row.cells.get('grade');
    row.cells.set('grade', random.pick(['优', '良', '中', '差'].filter((grade) => grade !== right)));
    return { at: ['grade'] };
  }),
  scored('weights not 100', ['weight-sum-not-100', 'level1-weight-off'], (row, random) => {
    const indicator = random.pick(
      row.project.indicators.filter(({ weight, reason }) => weight > 5 && !reason),
    );
    const less = random.integer(2, 4);
    setPoints(row, indicator, indicator.weight - less);
    row.cells.set(indicatorField(indicator.kind, 'weight'), indicator.weight - less);
    return { at: [...weightFields(row), 'totalWeight', 'executionRate.weight', 'projectName'] };
  }),
  scored('weights of the levels', ['level1-weight-off'], (row) => {
    const output = metIndicators(row, ['quantity', 'quality', 'timeliness']).find(
      ({ weight }) => weight > 12,
    );
    const benefit = metIndicators(row, ['social', 'economic', 'ecological', 'sustainability'])[0];
    if (!output || !benefit) return null;
    for (const [indicator, change] of [
      [output, -10],
      [benefit, 10],
    ] as const) {
      setPoints(row, indicator, indicator.weight + change);
      row.cells.set(indicatorField(indicator.kind, 'weight'), indicator.weight + change);
    }
    return { at: [...weightFields(row), 'projectName'] };
  }),
  scored('full points for a partial effect', ['qualitative-band', 'result-partial'], (row) => {
    const found = metIndicators(row, ['social', 'ecological', 'sustainability', 'economic']).find(
      ({ figure }) => figure === null,
    );
    if (!found || row.project.reasons.length > 0) return null;
    row.cells.set(indicatorField(found.kind, 'result'), '部分达成预期指标并具有一定效果');
    giveReason(row, '管护制度尚在征求意见，计划次年上半年印发');
    row.cells.set(indicatorField(found.kind, 'deviation'), '管护制度尚在征求意见，计划次年上半年印发');
    return { at: [indicatorField(found.kind, 'score'), indicatorField(found.kind, 'result')] };
  }),
];
