import { saysNoFact, repeatsGoal } from '../facts/texts/completion-words';
import { quote } from '../rule/figures';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'goal-result-vague',
    name: { 'zh-CN': '总体完成情况空泛', en: 'Overall completion says nothing' },
    description: {
      'zh-CN':
        '总体完成情况只写“已完成”“良好”“按计划完成”等而没有具体内容，或照抄年度目标，或未填写。写明数量、成果或较具体内容的不报。',
      en: 'The overall completion only says "done" or "good", repeats the annual goal, or is blank. Silent where it names figures, results or anything specific.',
    },
    topic: 'goal',
    severity: 'warning',
    severities: ['info'],
    requires: [['goalCompletion']],
    fix: 'none',
    basis: ['四川省级自评表填表说明', '评审惯例'],
    yieldsTo: ['template-residue'],
    messages: {
      vague: {
        'zh-CN': '总体完成情况仅填报为“{completion}”，无具体内容。请对照年度目标写明完成的数量和效果。',
        en: 'The overall completion only says "{completion}". State what was done, with figures, against the goal.',
      },
      copied: {
        'zh-CN': '总体完成情况“{completion}”照抄年度目标，未反映实际完成情况。请写明完成的数量和效果。',
        en: 'The overall completion "{completion}" repeats the annual goal. State what was done, with figures.',
      },
      missing: {
        'zh-CN': '年度目标为“{goal}”，总体完成情况未填写。请补充实际完成情况。',
        en: 'There is an annual goal "{goal}", but no overall completion. State what was done.',
      },
    },
  },
  project(project, _, report) {
    const { goalCompletion: completion, annualGoal: goal } = project.narrative;
    if (!completion || typeof completion.raw === 'number') return;
    const asked = goal?.answered ? goal : null;
    if (!completion.answered) {
      if (asked)
        report({
          cell: completion,
          related: [asked],
          project,
          message: 'missing',
          data: { goal: quote(asked.text) },
        });
      return;
    }
    const { text } = completion;
    const repeats = asked && asked.text.length >= SHORTEST_GOAL ? repeatsGoal(text, asked.text) : null;
    const vague = repeats === null && saysNoFact(text);
    if (repeats === null && !vague) return;
    report({
      severity: repeats !== null && mayBeFact(text, repeats) ? 'info' : undefined,
      cell: completion,
      related: asked ? [asked] : [],
      project,
      message: vague ? 'vague' : 'copied',
      data: { completion: quote(text) },
      actual: text,
    });
  },
});

/** A goal with figures, told as done or in few words, may be just what happened: 绿化30亩. */
function mayBeFact(text: string, repeats: 'same' | 'done'): boolean {
  return (repeats === 'done' || text.length <= LONGEST_FACT) && /\d/.test(text);
}

const LONGEST_FACT = 12;
/** Shorter goals are repeated by any answer. Characters. */
const SHORTEST_GOAL = 4;
