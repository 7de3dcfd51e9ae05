import type { Indicator } from '../../annex/annex';
import type { Profile } from '../../profile/profile';
import type { Quantity, Shortfall, Verdict } from '../../quantity';
import type { TextCell } from '../../annex/values/text-cell';

/** A verdict that says the target was missed. */
export interface Miss extends Verdict {
  readonly verdict: 'short';
  readonly reason: Shortfall;
}

/** What is done as it arises (据实受理): a figure beside it only foretells how much that will be. */
const AS_IT_ARISES = /据实|按实际|以实际/;

/** A year counted from that of the plan; it sets no day that could be told from the text alone. */
const A_LATER_YEAR = /次年|翌年|来年|明年|下年|下一年/;

/** Whether the figure of a target only foretells how much is asked for as it arises. */
export function isForetold({ asked }: Pick<Indicator, 'asked'>): boolean {
  return AS_IT_ARISES.test(asked?.text ?? '');
}

/** How the result missed the target; `null` where it did not, or where nobody can tell. */
export function missOf({ asked, verdict }: Pick<Indicator, 'asked' | 'verdict'>): Miss | null {
  if (verdict?.verdict !== 'short') return null;
  const { target, result, reason } = verdict;
  if (target && result && isUnreachable(target, result)) return null;
  const text = asked?.text ?? '';
  if (reason === 'late' ? A_LATER_YEAR.test(text) : AS_IT_ARISES.test(text)) return null;
  return verdict as Miss;
}

/** Beyond 100 % there is nothing: all of it falls short of "more than 100 %" only by the target's fault. */
function isUnreachable(asked: Quantity, said: Quantity): boolean {
  return (
    asked.operator === '>' &&
    asked.unit.measure === '%' &&
    asked.value === 100 &&
    !asked.change &&
    said.value === 100
  );
}

/**
 * The shares of the weight, from 0 to 1, that a missed target may leave: result ÷ target, or, where less is better,
 * target ÷ result or 1 − (result − target) ÷ target, as the profile has it (财预〔2020〕10号: quantified indicators are
 * scored by the degree of completion; provinces reckon the second in either way). Nothing is left where nothing was to
 * happen. Empty where the texts do not allow to compute it; `null` where the target is met, or nobody can tell. Late
 * results are not computed.
 */
export function earnedSharesOf(
  { asked, verdict }: Pick<Indicator, 'asked' | 'verdict'>,
  missedCeiling: Profile['missedCeiling'],
): readonly number[] | null {
  const miss = missOf({ asked, verdict });
  if (!miss || miss.reason === 'late') return null;
  // No place says what a share a missed tolerance is worth, nor what the opposite is.
  if (miss.reason === 'opposite' || miss.target?.tolerance) return [];
  const { target, result, ratio, reason } = miss;
  const single = asked !== null && asked.quantities.length === 1;
  if (!single || !target) return [];
  if (isNothing(target) && reason === 'above') return [0];
  if (ratio === undefined || result?.upper != null) return [];
  if (reason !== 'above') return [ratio].filter(isShare);
  // Of a range, the ratio is that to its lower end.
  const upperEnd = target.upper === null || target.value === 0 ? 1 : target.upper / target.value;
  const times = ratio / upperEnd;
  const shares = { ratio: 1 / times, difference: Math.max(0, 2 - times) };
  return [
    ...(missedCeiling === 'difference' ? [] : [shares.ratio]),
    ...(missedCeiling === 'ratio' ? [] : [shares.difference]),
  ].filter(isShare);
}

/** Whether a target asks that nothing happens: 0起. */
function isNothing({ value, upper }: Quantity): boolean {
  return value === 0 && upper === null;
}

function isShare(share: number): boolean {
  return share >= 0 && share <= 1;
}

/** Whether the result says in words that something is left undone. */
export function isUndone(result: TextCell | null): result is TextCell {
  if (!result?.answered) return false;
  const { quality } = result.statement;
  return quality === 'partial' || quality === 'not';
}

/** 尚未到期, 未到考核期, 考核时点未到: the result is not due yet. */
const NOT_DUE =
  /(?:未|没有|没)到(?:达)?(?:了)?(?:规定|约定|计划)?(?:的)?(?:考核|评价|完成|验收|交付|竣工|完工)?(?:的)?(?:期限|时间|时点|节点|期)|(?:考核|评价|完成|验收)(?:期限|时间|时点|节点|期)(?:尚|还)?未到/;

/**
 * Whether the result says that it is not due yet, and its target is set for a later year than the annex is about: that is an
 * answer. Where the target names no later date nobody can tell.
 *
 * @param year the year of the annex; `null` where it names none
 */
export function isNotYetDue(
  { target, result }: Pick<Indicator, 'target' | 'result'>,
  year: number | null,
): boolean {
  if (year === null || !target?.answered || !result?.answered || !NOT_DUE.test(result.text)) return false;
  const dates = target.statement.quantities.flatMap(({ date }) => date ?? []);
  return dates.length > 0 && dates.every((date) => date.year !== null && date.year > year);
}
