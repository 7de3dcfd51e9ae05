import type { Indicator } from '../../annex/annex';
import { readLabel } from '../../annex/text';
import type { Profile } from '../../profile/profile';

/** The execution rate of the budget among the indicators. Folded names. */
const OF_SPENDING = /^(?:项目|年度|部门)?(?:预算|资金|财政资金|经费)(?:支出)?(?:执行|支出|支付)(?:率|进度)$/;

/**
 * Whether an indicator is the execution rate, and so near what was asked for that no reason is due: from `explainBelow` on
 * for what it is of the target, as for the rate itself.
 */
export function isNearlySpent(
  { name, verdict }: Pick<Indicator, 'name' | 'verdict'>,
  { explainBelow }: Pick<Profile, 'explainBelow'>,
): boolean {
  const { target, result } = verdict ?? {};
  if (!target || !result || !name || !OF_SPENDING.test(readLabel(name.text).name)) return false;
  return result.value >= target.value * explainBelow;
}
