import * as z from 'zod';
import { SEVERITIES } from '../severity';

// Zod would make functions of text for speed, which the pages' content security policy forbids.
z.config({ jitless: true });

const share = (): z.ZodNumber => z.number().min(0).max(1);
const points = (): z.ZodNumber => z.number().min(0).max(1000);
/** A text that a profile states. */
export const profileText = (): z.ZodString => z.string().min(1).max(200);
const band = (description: string) =>
  z
    .strictObject({
      from: share().describe('下限（含）。 The least share, included.'),
      to: share().describe('上限。 The greatest share.'),
    })
    .describe(description);

const levels = <Cost extends z.ZodType<number | undefined>>(cost: Cost, description: string) =>
  z
    .strictObject({
      output: points().describe('产出指标 output'),
      cost,
      benefit: points().describe('效益指标 benefit'),
      satisfaction: points().describe('满意度指标 satisfaction'),
    })
    .nullable()
    .describe(
      `${description} 与执行率的分值相加应等于 totalWeight。 With executionWeight they make totalWeight.`,
    );

/** Every setting of a profile, each of which a user's may state: types, checks and the published schema follow from this. */
export function profileSettings(ruleIds: readonly string[]) {
  const ruleId = z.enum(ruleIds as [string, ...string[]]);
  return z.object({
    basis: z
      .array(profileText())
      .max(50)
      .describe('所依据的文件名称。 The documents that it follows, by name.'),
    rateDenominator: z
      .enum(['budget', 'initialBudget'])
      .describe(
        '执行率的分母：budget 全年预算数，initialBudget 年初预算数。 What the execution rate divides by: the budget of the whole year, or that at its start.',
      ),
    explainBelow: share().describe(
      '执行率低于此值应说明原因（小数，0.9 即 90%）。 An explanation is due below this execution rate (a fraction).',
    ),
    explainAdjustment: share().describe(
      '预算调整超过年初预算的这一比例应说明原因（小数）。 An adjustment of the budget by more than this share needs an explanation.',
    ),
    littleSpent: share().describe(
      '执行率低于此值，视为支出很少（小数）。 Below this execution rate little was spent (a fraction).',
    ),
    nearlyAllPoints: share().describe(
      '支出很少而指标得分达到分值的这一比例及以上，应说明指标如何完成（小数）。 Where little was spent, indicators that earn this share of their points or more call for an explanation.',
    ),
    overshoot: z
      .number()
      .min(1)
      .max(10)
      .describe(
        '完成值达到指标值的这一倍数及以上，视为指标值偏低（1.3 即 130%）。 A result of this many times its target says that the target was too low.',
      ),
    missedCeiling: z
      .enum(['either', 'ratio', 'difference'])
      .describe(
        '“≤”类指标未达标（指标值 A，完成值 B）的得分：ratio 为分值×A÷B；difference 为分值×[1−（B−A）÷A]，B 达到 A 的 2 倍不得分；either 两种都认。 The score of a missed "≤" target A with result B: weight × A ÷ B; weight × [1 − (B − A) ÷ A], nothing from 2 A on; or either of them.',
      ),
    printedRules: z
      .enum(['follow', 'ignore'])
      .describe(
        '表内注、表头注明的计分办法：follow 按其计分，读不懂的不检查；ignore 只按本口径。 What notes and captions of a table say of how points follow: follow it (and check nothing by what is not understood), or hold the table to this profile alone.',
      ),
    executionWeight: points().describe('执行率的分值。 Points of the execution rate.'),
    totalWeight: z.number().min(1).max(1000).describe('总分值。 Points of all together.'),
    levelWeights: levels(
      points().optional().describe('成本指标 cost'),
      '一级指标的分值；null 表示不作规定。 Points of the first levels; null where none are fixed.',
    ),
    levelWeightsWithCost: levels(
      points().describe('成本指标 cost'),
      '成本为一级指标时的分值；null 表示同 levelWeights。 The same where cost is a first level; null: as levelWeights.',
    ),
    bands: z
      .strictObject({
        achieved: band('达成预期指标 achieved'),
        partial: band('部分达成预期指标 partly achieved'),
        not: band('未达成预期指标 not achieved'),
      })
      .describe(
        '定性指标得分占分值的比例（小数），三档不得重叠。 The share of its points that a qualitative indicator earns; bands do not overlap.',
      ),
    grades: z
      .array(
        z.strictObject({
          name: profileText().describe('等级名称，如“优”。 What the grade is called.'),
          from: z
            .number()
            .min(0)
            .max(100)
            .describe('起始分数（百分制）。 The least score of 100 that earns it.'),
        }),
      )
      .min(1)
      .max(20)
      .describe('等级，从高到低。 Grades, from the best down.'),
    scoreTolerance: z
      .number()
      .min(0)
      .max(100)
      .describe('得分允许的误差（分）。 A score may differ from the computed one by this many points.'),
    moneyTolerance: z
      .number()
      .min(0)
      .max(1_000_000)
      .describe('金额合计允许的误差（万元）。 Sums of money may differ from their parts by this, in 万元.'),
    severities: z
      .partialRecord(ruleId, z.enum(SEVERITIES))
      .describe('按规则改变问题级别。 Severities other than a rule’s own, by the rule’s id.'),
    off: z.array(ruleId).max(1000).describe('不检查的规则。 Ids of the rules that are not run.'),
  });
}

/** All settings of a profile, as plain data. */
export type ProfileSettings = z.infer<ReturnType<typeof profileSettings>>;
