import type { FieldId, IndicatorKind } from '../../../../../src/engine/annex/field-id';
import { round, type PlannedIndicator, type RowDraft } from '../model';
import type { Random } from '../../../random';
import {
  clearReasons,
  giveReason,
  indicatorField,
  metIndicators,
  moveTotal,
  plainCompletion,
  setTexts,
} from './change';
import type { FaultKind, Planted } from './fault';

const COUNTED: readonly IndicatorKind[] = ['quantity', 'quality', 'cost', 'economic', 'social', 'ecological'];

function pickMet(
  row: RowDraft,
  kinds: readonly IndicatorKind[],
  random: Random,
  test: (indicator: PlannedIndicator) => boolean = ({ figure }) => figure !== null,
): PlannedIndicator | null {
  const found = metIndicators(row, kinds).filter(test);
  return found.length > 0 ? random.pick(found) : null;
}

const resultField = ({ kind }: PlannedIndicator): FieldId => indicatorField(kind, 'result');

/** The places at which an unexplained shortfall may be reported. */
const shortfallAt = (indicator: PlannedIndicator): FieldId[] => [
  resultField(indicator),
  indicatorField(indicator.kind, 'deviation'),
  'deviation',
  'problems',
];

/**
 * Lets an indicator fall short, its points in proportion; `null` where the reasons of the row are in use.
 * @returns the share of the target that is reached
 */
export function fallShort(row: RowDraft, indicator: PlannedIndicator, random: Random): number | null {
  const { figure, kind, weight, score } = indicator;
  if (
    !figure ||
    figure.sense !== 'least' ||
    figure.asked < 10 ||
    indicator.joined.includes('；') ||
    row.project.reasons.length > 0
  )
    return null;
  const said =
    figure.measure === '%'
      ? figure.asked - random.integer(6, 25)
      : Math.floor((figure.asked * random.integer(60, 88)) / 100);
  setTexts(row, indicator, { result: `${said}${figure.measure}` });
  plainCompletion(row);
  const points = round((weight * said) / figure.asked, 2);
  row.cells.set(indicatorField(kind, 'score'), points);
  moveTotal(row, points - score);
  return said / figure.asked;
}

function inWords(
  kind: string,
  kinds: readonly IndicatorKind[],
  rules: readonly string[],
  words: readonly string[],
): FaultKind {
  return {
    kind,
    rules,
    plant(row, random) {
      const indicator = pickMet(row, kinds, random, ({ figure }) => figure !== null && figure.asked > 0);
      if (!indicator) return null;
      setTexts(row, indicator, { result: random.pick(words) });
      return { at: [resultField(indicator)] };
    },
  };
}

const DONE = ['已完成', '完成', '达到预期目标', '达标', '效果良好', '有效提升', '按计划完成'];

/** Faults of what an indicator reached. */
export const RESULT_FAULTS: readonly FaultKind[] = [
  {
    kind: 'result blank',
    rules: ['result-missing'],
    plant(row, random) {
      const indicator = pickMet(row, [...COUNTED, 'satisfaction'], random, () => true);
      if (!indicator) return null;
      row.cells.set(resultField(indicator), null);
      return { at: [resultField(indicator)] };
    },
  },
  {
    kind: 'result a dash',
    rules: ['result-missing'],
    plant(row, random) {
      const indicator = pickMet(
        row,
        [...COUNTED, 'satisfaction'],
        random,
        ({ figure }) => figure === null || figure.asked > 0,
      );
      if (!indicator) return null;
      row.cells.set(resultField(indicator), random.pick(['—', '——', '/', '-', '……']));
      return { at: [resultField(indicator)] };
    },
  },
  inWords('quantity answered in words', ['quantity'], ['result-not-quantified'], DONE),
  inWords('quality answered in words', ['quality'], ['result-not-quantified'], DONE),
  inWords(
    'cost answered in words',
    ['cost'],
    ['result-not-quantified'],
    ['已控制', '控制在预算内', '未超支', '已完成'],
  ),
  inWords(
    'benefit figure answered in words',
    ['economic', 'social'],
    ['result-not-quantified'],
    ['明显增加', '有效带动', '完成', '效果显著'],
  ),
  inWords(
    'satisfaction without a figure',
    ['satisfaction'],
    ['satisfaction-no-figure'],
    ['满意', '较满意', '非常满意', '已完成', '良好', '群众反映良好'],
  ),
  {
    kind: 'deadline answered in words',
    rules: ['result-not-quantified'],
    scarce: true,
    plant(row, random) {
      const indicator = pickMet(row, ['timeliness'], random, ({ month }) => month !== null);
      if (!indicator) return null;
      setTexts(row, indicator, { result: random.pick(['及时', '按时完成', '已完成', '按期']) });
      return { at: [resultField(indicator)] };
    },
  },
  {
    kind: 'target copied',
    rules: ['result-copies-target', 'satisfaction-no-figure'],
    plant(row, random) {
      const indicator = pickMet(
        row,
        [...COUNTED, 'satisfaction'],
        random,
        ({ figure }) => figure?.sense === 'least' && figure.asked > 0 && figure.asked !== 100,
      );
      if (!indicator || row.plan.shape === 'measured') return null;
      const { asked, measure } = indicator.figure!;
      const target = random.pick([
        `≥${asked}${measure}`,
        `${asked}${measure}以上`,
        `不少于${asked}${measure}`,
      ]);
      setTexts(row, indicator, { target, result: target });
      return { at: [resultField(indicator)] };
    },
  },
  {
    kind: 'short unexplained',
    rules: ['result-below-target', 'reason-missing', 'problems-none'],
    plant(row, random) {
      const indicator = pickMet(row, ['quantity', 'quality', 'satisfaction'], random);
      if (!indicator || fallShort(row, indicator, random) === null) return null;
      clearReasons(row);
      return { at: shortfallAt(indicator) };
    },
  },
  {
    kind: 'late unexplained',
    rules: ['result-late', 'result-below-target', 'reason-missing'],
    scarce: true,
    plant(row, random) {
      const indicator = pickMet(row, ['timeliness'], random, ({ month }) => month !== null && month < 12);
      if (!indicator || row.project.reasons.length > 0) return null;
      const month = random.integer(indicator.month! + 1, 12);
      const year = String(indicator.target).includes('年') ? `${row.plan.year}年` : '';
      setTexts(row, indicator, { result: `${year}${month}月${random.integer(2, 27)}日` });
      clearReasons(row);
      return { at: shortfallAt(indicator) };
    },
  },
  {
    kind: 'partly done, not disclosed',
    rules: ['result-partial', 'result-not-quantified'],
    plant(row, random) {
      const indicator = pickMet(row, ['quantity', 'quality', 'social', 'sustainability'], random, () => true);
      if (!indicator || row.project.reasons.length > 0 || !row.fields.has('problems')) return null;
      setTexts(row, indicator, {
        result: random.pick(['基本完成', '部分完成', '正在推进', '未完成', '大部分已完成']),
      });
      clearReasons(row);
      row.cells.set('goalCompletion', '年度目标已全部完成。');
      return { at: [resultField(indicator)] };
    },
  },
  {
    kind: 'shortfall with problems none',
    rules: ['problems-none'],
    note: true,
    scarce: true,
    plant(row, random) {
      const explains = row.fields.has('deviation') || row.plan.indicatorReasons;
      if (!row.fields.has('problems') || !explains) return null;
      const indicator = pickMet(row, ['quantity', 'quality', 'satisfaction'], random);
      if (!indicator || fallShort(row, indicator, random) === null) return null;
      giveReason(row, '受供货周期影响，年内到货数量少于计划');
      row.cells.set(indicatorField(indicator.kind, 'deviation'), '受供货周期影响，年内到货数量少于计划');
      row.cells.set('problems', '无');
      return { at: ['problems'] };
    },
  },
  {
    kind: 'satisfaction of 100 %',
    rules: ['satisfaction-100'],
    note: true,
    plant(row, random) {
      const indicator = pickMet(row, ['satisfaction'], random);
      if (!indicator) return null;
      setTexts(row, indicator, { result: '100%' });
      return { at: [resultField(indicator), indicatorField('satisfaction', 'target')] };
    },
  },
  {
    kind: 'points in the place of values',
    rules: ['result-is-score'],
    scarce: true,
    plant(row): Planted | null {
      if (row.plan.shape !== 'named') return null;
      const at: FieldId[] = [];
      for (const { kind, weight } of row.project.indicators) {
        for (const role of ['target', 'result'] as const) {
          row.cells.set(indicatorField(kind, role), weight);
          at.push(indicatorField(kind, role));
        }
      }
      plainCompletion(row);
      return { at };
    },
  },
];
