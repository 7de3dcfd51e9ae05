import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

const GOAL = '改造老旧电梯，方便居民出行';
const told = (goalCompletion: string | null, annualGoal: string | null = GOAL): AnnexRow => ({
  budget: 40,
  actual: 40,
  annualGoal,
  goalCompletion,
});

export const cases: RuleCases = {
  valid: [
    { name: 'figures', rows: [told('改造电梯36部，全部通过检验')] },
    { name: 'a short fact', rows: [told('电梯已通过检验并移交')] },
    { name: 'a rate of completion', rows: [told('完成率100%')] },
    { name: 'no goal to answer', rows: [told(null, null), told('—', '/')] },
    { name: 'not done is said openly', rows: [told('未完成'), told('正在实施')] },
    {
      name: 'words, but many of them',
      rows: [told('各楼栋业主均已签字同意，井道加固和轿厢装修由住建部门组织验收后移交社区')],
    },
    { name: 'the goal, with what came of it', rows: [told('已改造老旧电梯，方便居民出行，投诉减少')] },
    { name: 'what was paid', rows: [told('尾款已支付')] },
    { name: 'an amount in place of words', rows: [{ ...told(null), goalCompletion: 37.24 }] },
  ],
  invalid: [
    {
      name: 'done',
      rows: [told('已完成')],
      findings: [
        {
          row: 0,
          field: 'goalCompletion',
          message: 'vague',
          text: '总体完成情况只写了“已完成”，没有具体内容。请对照年度目标写明完成的数量和效果。',
        },
      ],
    },
    { name: 'good', rows: [told('良好')], findings: [{ row: 0, field: 'goalCompletion', message: 'vague' }] },
    {
      name: 'as planned',
      rows: [told('已按计划圆满完成全年各项目标任务。'), told('完成年度目标'), told('达到预期效果')],
      findings: [
        { row: 0, field: 'goalCompletion' },
        { row: 1, field: 'goalCompletion' },
        { row: 2, field: 'goalCompletion' },
      ],
    },
    {
      name: 'the year is no fact',
      rows: [told('2023年度工作任务全部完成')],
      findings: [{ row: 0, field: 'goalCompletion', message: 'vague' }],
    },
    {
      name: 'the goal word for word',
      rows: [told('改造电梯36部，惠及住户1400户', '改造电梯36部，惠及住户1400户')],
      findings: [{ row: 0, field: 'goalCompletion', message: 'copied' }],
    },
    {
      name: 'the goal with 已 before it',
      rows: [told('已完成老旧电梯改造，方便了居民出行。', '完成老旧电梯改造，方便居民出行')],
      findings: [{ row: 0, field: 'goalCompletion', message: 'copied', severity: 'warning' }],
    },
    {
      name: 'a goal with figures, told as done',
      rows: [told('已改造电梯36部。', '改造电梯36部')],
      findings: [{ row: 0, field: 'goalCompletion', message: 'copied', severity: 'info' }],
    },
    {
      name: 'few words with the figure of the goal',
      rows: [told('改造电梯36部', '改造电梯36部')],
      findings: [{ row: 0, field: 'goalCompletion', message: 'copied', severity: 'info' }],
    },
    {
      name: 'blank',
      rows: [told(null), told('—')],
      findings: [
        { row: 0, field: 'goalCompletion', message: 'missing' },
        { row: 1, field: 'goalCompletion', message: 'missing' },
      ],
    },
  ],
};
