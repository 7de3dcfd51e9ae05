import { percent } from '../../support/annexes/cells';
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
  severity: 'warning',
  message: 'vague',

  valid: [
    {
      name: 'any answer repeats a goal of three characters',
      rows: [{ budget: 40, actual: 38, annualGoal: '修谷仓', goalCompletion: '修谷仓' }],
    },
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
    {
      name: 'a degree of completion as a number or as a text',
      rows: [{ ...told(null), goalCompletion: percent(0.98) }, told('98%')],
    },
    { name: 'a count', rows: [told('36部', '改造电梯40部')] },
    {
      name: 'longer completions say something',
      rows: [
        {
          budget: 40,
          actual: 38,
          annualGoal: '改造老旧电梯，方便居民出行',
          goalCompletion: '全年各项目标任务已按计划全部圆满完成，达到预期效果。',
        },
      ],
    },
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
          text: '总体完成情况仅填报为“已完成”，无具体内容。请对照年度目标写明完成的数量和效果。',
          related: ['annualGoal'],
        },
      ],
    },
    {
      name: 'good',
      rows: [told('良好')],
      findings: [{ row: 0, field: 'goalCompletion', message: 'vague', related: ['annualGoal'] }],
    },
    {
      name: 'as planned',
      rows: [told('已按计划圆满完成全年各项目标任务。'), told('完成年度目标'), told('达到预期效果')],
      findings: [
        { row: 0, field: 'goalCompletion', related: ['annualGoal'] },
        { row: 1, field: 'goalCompletion', related: ['annualGoal'] },
        { row: 2, field: 'goalCompletion', related: ['annualGoal'] },
      ],
    },
    {
      name: 'the year is no fact',
      rows: [told('2023年度工作任务全部完成')],
      findings: [{ row: 0, field: 'goalCompletion', message: 'vague', related: ['annualGoal'] }],
    },
    {
      name: 'the goal word for word',
      rows: [told('改造电梯36部，惠及住户1400户', '改造电梯36部，惠及住户1400户')],
      findings: [
        {
          row: 0,
          field: 'goalCompletion',
          message: 'copied',
          related: ['annualGoal'],
          text: '总体完成情况“改造电梯36部，惠及住户1400户”照抄年度目标，未反映实际完成情况。请写明完成的数量和效果。',
        },
      ],
    },
    {
      name: 'the goal with 已 before it',
      rows: [told('已完成老旧电梯改造，方便了居民出行。', '完成老旧电梯改造，方便居民出行')],
      findings: [
        { row: 0, field: 'goalCompletion', message: 'copied', severity: 'warning', related: ['annualGoal'] },
      ],
    },
    {
      name: 'a goal with figures, told as done',
      rows: [told('已改造电梯36部。', '改造电梯36部')],
      findings: [
        { row: 0, field: 'goalCompletion', message: 'copied', severity: 'info', related: ['annualGoal'] },
      ],
    },
    {
      name: 'few words with the figure of the goal',
      rows: [told('改造电梯36部', '改造电梯36部')],
      findings: [
        { row: 0, field: 'goalCompletion', message: 'copied', severity: 'info', related: ['annualGoal'] },
      ],
    },
    {
      name: 'blank',
      rows: [told(null), told('—')],
      findings: [
        {
          row: 0,
          field: 'goalCompletion',
          message: 'missing',
          related: ['annualGoal'],
          text: '年度目标为“改造老旧电梯，方便居民出行”，总体完成情况未填写。请补充实际完成情况。',
        },
        { row: 1, field: 'goalCompletion', message: 'missing', actual: null, related: ['annualGoal'] },
      ],
    },
    {
      name: 'twelve characters with a figure may be what happened',
      rows: [
        {
          budget: 40,
          actual: 38,
          annualGoal: '改造电梯36部及其机房门',
          goalCompletion: '改造电梯36部及其机房门',
        },
      ],
      findings: [
        { row: 0, field: 'goalCompletion', message: 'copied', severity: 'info', related: ['annualGoal'] },
      ],
    },
    {
      name: 'thirteen characters with a figure are copied',
      rows: [
        {
          budget: 40,
          actual: 38,
          annualGoal: '改造电梯36部及其机房大门',
          goalCompletion: '改造电梯36部及其机房大门',
        },
      ],
      findings: [{ row: 0, field: 'goalCompletion', message: 'copied', related: ['annualGoal'] }],
    },
    {
      name: 'a goal of four characters',
      rows: [{ budget: 40, actual: 38, annualGoal: '修缮谷仓', goalCompletion: '修缮谷仓' }],
      findings: [{ row: 0, field: 'goalCompletion', message: 'copied', related: ['annualGoal'] }],
    },
    {
      name: 'twenty-five characters that say nothing',
      rows: [
        {
          budget: 40,
          actual: 38,
          annualGoal: '改造老旧电梯，方便居民出行',
          goalCompletion: '全年各项目标任务已按计划全部圆满完成，达到预期效果',
        },
      ],
      findings: [{ row: 0, field: 'goalCompletion', message: 'vague', related: ['annualGoal'] }],
    },
    {
      name: 'an amount in place of words',
      rows: [{ ...told(null), goalCompletion: 37.24 }],
      findings: [
        {
          row: 0,
          field: 'goalCompletion',
          message: 'number',
          actual: '37.24',
          related: ['annualGoal'],
          text: '总体完成情况仅填报为数字“37.24”，看不出完成了什么。请对照年度目标写明完成的数量和效果。',
        },
      ],
    },
    {
      name: 'amounts in place of both',
      rows: [{ ...told(null), annualGoal: 43.2, goalCompletion: '37.24万元' }],
      findings: [
        {
          row: 0,
          field: 'annualGoal',
          message: 'goalNumber',
          actual: '43.2',
          text: '年度目标仅填报为数字“43.2”，看不出要做什么。请写明年度目标的内容。',
        },
        {
          row: 0,
          field: 'goalCompletion',
          message: 'number',
          actual: '37.24万元',
          related: ['annualGoal'],
        },
      ],
    },
  ],
};
