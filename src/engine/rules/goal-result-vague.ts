import { foldText } from '../annex/text';
import type { TextCell } from '../annex/values/text-cell';
import { saysNoFact, repeatsGoal } from '../facts/texts/completion-words';
import { quote } from '../rule/figures';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'goal-result-vague',
    name: { 'zh-CN': '总体完成情况空泛', en: 'Overall completion says nothing' },
    description: {
      'zh-CN':
        '总体完成情况只写“已完成”“良好”“按计划完成”等而没有具体内容，或照抄年度目标，或未填写；年度目标或完成情况只有一个数字的也报。写明数量、成果或较具体内容的不报。',
      en: 'The overall completion only says "done" or "good", repeats the annual goal, or is blank; reported, too, where it or the goal is nothing but a number. Silent where it names figures, results or anything specific.',
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
      goalNumber: {
        'zh-CN': '年度目标仅填报为数字“{goal}”，看不出要做什么。请写明年度目标的内容。',
        en: 'The annual goal is only the number "{goal}", which does not say what is to be done. State the goal.',
      },
      number: {
        'zh-CN':
          '总体完成情况仅填报为数字“{completion}”，看不出完成了什么。请对照年度目标写明完成的数量和效果。',
        en: 'The overall completion is only the number "{completion}", which does not say of what. State what was done against the goal.',
      },
    },
  },
  project(project, _, report) {
    const { goalCompletion: completion, annualGoal: goal } = project.narrative;
    if (!completion) return;
    const asked = goal?.answered ? goal : null;
    if (asked && isBareNumber(asked)) {
      const data = { goal: quote(asked.text) };
      report({ cell: asked, project, message: 'goalNumber', data, actual: asked.text });
    }
    if (isBareNumber(completion)) {
      // Beside a goal that is a number, too, or in words; a rate says how much of it was done.
      report({
        cell: completion,
        related: asked ? [asked] : [],
        project,
        message: 'number',
        data: { completion: quote(completion.text) },
        actual: completion.text,
      });
      return;
    }
    if (typeof completion.raw === 'number') return;
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

/** A number without any word, be it typed or text, with a unit of money or none; a percentage is a degree of completion. */
function isBareNumber({ raw, text, answered }: TextCell): boolean {
  return answered && (typeof raw === 'number' || typeof raw === 'string') && BARE_NUMBER.test(foldText(text));
}

const BARE_NUMBER = /^-?\d{1,3}(?:,?\d{3})*(?:\.\d+)?(?:元|万元|亿元)?$/;

/** A goal with figures, told as done or in few words, may be just what happened: 绿化30亩. */
function mayBeFact(text: string, repeats: 'same' | 'done'): boolean {
  return (repeats === 'done' || text.length <= LONGEST_FACT) && /\d/.test(text);
}

const LONGEST_FACT = 12;
/** Shorter goals are repeated by any answer. Characters. */
const SHORTEST_GOAL = 4;
