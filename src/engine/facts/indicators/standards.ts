import type { Indicator } from '../../annex/annex';
import type { TextCell } from '../../annex/values/text-cell';

const STANDARD =
  '预算|概算|决算|合同|计划|标准|定额|规定|政策|制度|办法|文件|要求|批复|批准|市场价|限价|中标|招标|定价|据实|财政';

const NAMES_STANDARD = new RegExp(STANDARD);
/** "补助标准" alone only names what the figure is missing of; a budget or a contract stands for its figure. */
const HELD_TO_STANDARD = new RegExp(
  `预算|概算|合同|计划|(?:不高于|不超|不突破|低于|按|依|符合|执行|遵照|参照|参考)[^，。；,;]{0,8}(?:${STANDARD})`,
);

/** Whether a cost names something outside the annex that it may be measured by: 预算, 合同, 补助标准. */
export function namesAStandard({ name, target }: Indicator): boolean {
  return NAMES_STANDARD.test(`${name?.text ?? ''}${target!.text}`);
}

/** Whether a cost is held to something outside the annex: 控制在预算内, 不高于省级招标价. */
export function isHeldToAStandard({ target }: Indicator): boolean {
  return HELD_TO_STANDARD.test(target!.text);
}

const ON_DEMAND = /据实|按需|按实际|以实际/;

/** Whether the target is to do whatever arises (据实受理), so that no figure could be set beforehand. */
export function dependsOnDemand({ target }: Indicator): boolean {
  return ON_DEMAND.test(target!.text);
}

const ALL_THERE_IS = /应.{1,2}尽|100%|百分之百/;

/** Whether the target is all there is (全覆盖, 应援尽援), however many that may be. */
export function asksForAll({ statement, text }: TextCell): boolean {
  return statement.universal || ALL_THERE_IS.test(text);
}
