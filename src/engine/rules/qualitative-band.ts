import type { Localised } from '../language';
import type { TextCell } from '../annex/values/text-cell';
import type { ScoreBand, ScoreBands } from '../profile/profile';
import { quote } from '../rule/figures';
import { isExplained } from '../facts/texts/reasons';
import { HALF_POINT, NOISE, pointsOf, pointsText } from '../facts/scores/scores';
import { noteTexts, printedPointsOf } from '../facts/scores/printed-points';
import type { Stated, StatedBands } from '../annex/stated/printed-rule';
import { defineRule, type FactContext } from '../rule/rule';

/** Longer results tell of several things, of which one grade says little. Characters. */
const LONGEST_RESULT = 30;

/** What was not done at all; 延期, 滞后, 未按时完成 may have been done in the end. */
const NOTHING_DONE =
  /^(?:未(?:能)?(?:完成|实现|达成|开展|实施|开工|启动|执行|开始|组织|进行)|(?:没有|没|无法|不能)(?:完成|实现))/;
/** 基本完成 is nearly all. */
const NEARLY = /^基本/;
/** What takes something back from 完成. */
const HEDGED = /部分|一半|大部|多数|较|但|仅|只|不足|不够|有待|一般|欠/;

export const rule = defineRule({
  meta: {
    id: 'qualitative-band',
    name: { 'zh-CN': '定性得分超出档位', en: 'Score outside its band' },
    description: {
      'zh-CN':
        '定性指标按三档计分：达成预期指标 100%–80%（含），部分达成并具有一定效果 80%（不含）–60%（含），未达成且效果较差 60%（不含）–0（可在规则口径中设置）。完成情况用文字填写、所说档次与得分比例不符的报告；未说明档次的不检查。',
      en: 'Qualitative indicators earn 80 % or more (achieved), 60 % to less than 80 % (partly) or less than 60 % (not achieved) of their weight (a setting). Reported where a result in words and its score are of different bands; results that name no grade are left alone.',
    },
    topic: 'score',
    severity: 'warning',
    settings: ['bands', 'printedRules', 'scoreTolerance'],
    requires: [['indicator.*.result'], ['indicator.*.weight'], ['indicator.*.score']],
    fix: 'none',
    basis: [
      '财预〔2020〕10号《项目支出绩效评价管理办法》',
      '中江自评表注1',
      '济南历城自评表“得分计算方法”栏',
    ],
    yieldsTo: ['score-over-weight', 'score-not-proportional', 'score-deducted-no-reason'],
    messages: {
      above: {
        'zh-CN':
          '完成情况为“{result}”，属“{band}”，得分应为分值 {weight} 的 {shares}，即 {range}，表内为 {score}，偏高。请核对得分。',
        en: 'The result is "{result}" ({band}): the score should be {range} ({shares} of {weight}); {score} is too high. Check it.',
      },
      aboveByNote: {
        'zh-CN':
          '完成情况为“{result}”，属“{band}”，按表内说明（{noteCell}：“{note}”）得分应为分值 {weight} 的 {shares}，即 {range}，表内为 {score}，偏高。请核对得分。',
        en: 'The result is "{result}" ({band}): by the note in {noteCell} ("{note}") the score should be {range} ({shares} of {weight}); {score} is too high. Check it.',
      },
      belowByNote: {
        'zh-CN':
          '完成情况为“{result}”，属“{band}”，按表内说明（{noteCell}：“{note}”）得分应为分值 {weight} 的 {shares}，即 {range}，表内为 {score}，偏低。请核对得分，或说明扣分原因。',
        en: 'The result is "{result}" ({band}): by the note in {noteCell} ("{note}") the score should be {range} ({shares} of {weight}); {score} is too low. Check it or give the reason.',
      },
      below: {
        'zh-CN':
          '完成情况为“{result}”，属“{band}”，得分应为分值 {weight} 的 {shares}，即 {range}，表内为 {score}，偏低。请核对得分，或说明扣分原因。',
        en: 'The result is "{result}" ({band}): the score should be {range} ({shares} of {weight}); {score} is too low. Check it or give the reason.',
      },
    },
  },
  indicator(project, indicator, context, report) {
    const { scoreTolerance } = context.profile;
    const { result, weight: weightCell, score } = indicator;
    const points = pointsOf(score);
    const weight = pointsOf(weightCell);
    if (points === null || weight === null || weight <= 0 || points > weight || points < 0) return;
    if (!result?.answered || result.text.length > LONGEST_RESULT) return;
    const { bands, note } = bandsOf(context);
    const band = bandOf(result, bands);
    if (!band || printedPointsOf(context).ofQualitative(indicator)) return;
    const [low, high] = [weight * band.from, weight * band.to];
    const tolerance = Number.isInteger(points) && points < weight ? HALF_POINT - 1e-9 : scoreTolerance;
    // Bands that the table prints are taken as printed, both ends included.
    const open = band.open && note === null;
    const above = points > high + tolerance || (open && Math.abs(points - high) <= NOISE);
    const below = points < low - tolerance;
    if ((!above && !below) || (below && isExplained(project, indicator))) return;
    report({
      cell: score!,
      related: [result, weightCell!, ...(note ? [note.cell] : [])],
      project,
      message: `${above ? 'above' : 'below'}${note ? 'ByNote' : ''}`,
      data: {
        result: quote(result.text),
        band: band.name,
        range: rangeText(pointsText(low), pointsText(high), open),
        shares: `${pointsText(band.from * 100)}%–${pointsText(band.to * 100)}%`,
        weight: pointsText(weight),
        score: pointsText(points),
        ...(note && noteTexts(note)),
      },
      actual: points,
    });
  },
});

interface NamedBand {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Its upper end belongs to the band above. */
  readonly open: boolean;
}

/** The points of a band; `open`: the upper end does not belong to it. */
function rangeText(low: string, high: string, open: boolean): Localised {
  const ends = `${low}–${high}`;
  return {
    'zh-CN': open ? `${ends} 分（不含 ${high} 分）` : `${ends} 分`,
    en: open ? `${ends} (${high} not included)` : ends,
  };
}

/** A band with its name; `above` is the one from whose lower end on its share is that one's. */
function named(name: string, { from, to }: ScoreBand, above?: ScoreBand): NamedBand {
  return { name, from, to, open: above !== undefined && to === above.from };
}

interface BandsInForce {
  readonly bands: ScoreBands;
  /** The text of the table that sets them; `null` where the profile does. */
  readonly note: Stated<StatedBands> | null;
}

/** Undone work that earns more than this loses nothing worth the name. */
const MOST_FOR_NOTHING = 0.8;

function bandsOf(context: FactContext): BandsInForce {
  return context.fact(readBands);
}

function readBands({ annex, profile }: FactContext): BandsInForce {
  const note = profile.printedRules === 'ignore' ? null : annex.stated.printed.bands;
  if (!note || note.value.partial > MOST_FOR_NOTHING) return { bands: profile.bands, note: null };
  const { achieved, partial } = note.value;
  const bands = {
    achieved: { from: achieved, to: 1 },
    partial: { from: partial, to: achieved },
    not: { from: 0, to: partial },
  };
  return { bands, note: sameBands(bands, profile.bands) ? null : note };
}

function sameBands(a: ScoreBands, b: ScoreBands): boolean {
  return a.achieved.from === b.achieved.from && a.partial.from === b.partial.from;
}

/** The band of a result in words; `null` where it has figures, names no grade, or takes back what it says. */
function bandOf(result: TextCell, bands: ScoreBands): NamedBand | null {
  const { quality, qualitySpan, quantities, negated, text } = result.statement;
  if (quality === null || quality === 'vague' || quantities.length > 0 || negated || /\d/.test(text))
    return null;
  const word = qualitySpan ? text.slice(qualitySpan.start, qualitySpan.end) : text;
  const { achieved, partial, not } = bands;
  if (quality === 'achieved') return HEDGED.test(text) ? null : named('达成预期指标', achieved);
  if (quality === 'partial') {
    if (!NEARLY.test(word)) return named('部分达成预期指标', partial, achieved);
    return named('部分达成预期指标', { from: partial.from, to: Math.max(partial.to, NEARLY_ALL) });
  }
  return NOTHING_DONE.test(word)
    ? named('未达成预期指标', not, partial)
    : named('未按预期达成指标', { from: not.from, to: partial.to }, achieved);
}

/** What reviewers grant 基本完成. */
const NEARLY_ALL = 0.95;
