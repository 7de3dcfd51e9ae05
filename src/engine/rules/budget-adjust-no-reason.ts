import type { Project } from '../annex/annex';
import { foldText } from '../annex/text';
import { isPrintedNote } from '../facts/texts/printed-notes';
import { amountLabelOf } from '../facts/table/places';
import { moneyText } from '../rule/figures';
import { sumTolerance } from '../facts/money/funds';
import { isSpendingExplained, reasonCells } from '../facts/texts/reasons';
import { defineRule } from '../rule/rule';
import { RATE_MONEY, unitConflictsOf } from '../facts/money/unit-conflicts';

/** Adjustments up to this share of the initial budget are rounding. */
const LEAST_SHARE = 0.005;

/** What tells of an adjustment wherever it stands: 追加, 调减, 压减, 收回. */
const TELLS = /调整|调增|调减|追加|追减|压减|压缩|核减|核增|收回|增加预算|减少预算|结转/;

export const rule = defineRule({
  meta: {
    id: 'budget-adjust-no-reason',
    name: { 'zh-CN': '预算调整未说明', en: 'Budget adjusted without a reason' },
    description: {
      'zh-CN':
        '全年（调整后）预算数与年初预算数相差超过规定比例（默认 20%）的，应说明调整原因；不到该比例的只作提示，千分之五以内不计；表内印有预算调整须说明理由的，不论比例均为警告。任一原因、问题、整改、备注栏写明了内容，或目标完成情况、自评结论提到了调整，即视为已说明；只有表格自带的填写提示（如“请说明调整原因”）不算。没有原因、问题或备注栏的表不检查，年初预算为 0 的项目只作提示。',
      en: 'Where the adjusted budget is off the initial one by more than the limit (20 % by default) a reason is due; less is only noted, and up to 0.5 % is not; where the form prints that any adjustment is to be explained, it is a warning whatever the share. Words in any column for reasons, problems, measures or remarks count, as does mention of the adjustment in the completion of the goal or the conclusion; the form’s own printed note does not. An annex without a place for reasons is left alone; a project without an initial budget is only noted.',
    },
    topic: 'money',
    severity: 'warning',
    severities: ['info'],
    settings: ['explainAdjustment', 'moneyTolerance'],
    requires: [['budget'], ['initialBudget'], ['deviation', 'problems', 'remarks']],
    fix: 'none',
    basis: ['四川省级自评表填表说明'],
    yieldsTo: ['number-as-text', 'unit-conflict', 'budget-zero', 'negative-amount', 'fund-sum-mismatch'],
    messages: {
      raised: {
        'zh-CN':
          '{budgetName} {budget} 比{initialName} {initial} 增加 {difference}（{share}），未说明原因。请说明预算调整原因。',
        en: '{budgetName} {budget} is {difference} ({share}) more than {initialName} {initial}, without a reason. Explain the adjustment.',
      },
      cut: {
        'zh-CN':
          '{budgetName} {budget} 比{initialName} {initial} 减少 {difference}（{share}），未说明原因。请说明预算调整原因。',
        en: '{budgetName} {budget} is {difference} ({share}) less than {initialName} {initial}, without a reason. Explain the adjustment.',
      },
      added: {
        'zh-CN': '{initialName}为 0，{budgetName}为 {budget}，未说明原因。请说明预算追加原因。',
        en: '{initialName} is 0 and {budgetName} {budget}, without a reason. Explain the addition.',
      },
    },
  },
  project(project, context, report) {
    const { annex, profile } = context;
    const tolerance = sumTolerance(annex, profile);
    const conflicts = unitConflictsOf(context);
    const { budget, initialBudget } = project.money;
    if (!budget || !initialBudget || budget.number === null || initialBudget.number === null) return;
    const difference = budget.number - initialBudget.number;
    if (budget.number < 0 || initialBudget.number < 0 || Math.abs(difference) <= tolerance) return;
    const share = initialBudget.number === 0 ? null : Math.abs(difference) / initialBudget.number;
    if (share !== null && share <= LEAST_SHARE) return;
    if (isExplained(project) || conflicts.concerns(project, RATE_MONEY)) return;
    const due = share !== null && (share > profile.explainAdjustment + 1e-9 || isAskedFor(project));
    report({
      severity: due ? undefined : 'info',
      cell: budget,
      related: [initialBudget, ...reasonCells(project).slice(0, 1)],
      project,
      message: share === null ? 'added' : difference > 0 ? 'raised' : 'cut',
      data: {
        budgetName: amountLabelOf(annex, budget),
        initialName: amountLabelOf(annex, initialBudget),
        budget: moneyText(budget.number, annex),
        initial: moneyText(initialBudget.number, annex),
        difference: moneyText(Math.abs(difference), annex),
        share: share === null ? '' : `${(share * 100).toFixed(2)}%`,
      },
      expected: initialBudget.number,
      actual: budget.number,
    });
  },
});

/** Whether a place for reasons still holds the form's own words that adjustments are to be explained. */
function isAskedFor(project: Project): boolean {
  return reasonCells(project).some(({ text }) => {
    const folded = foldText(text);
    return isPrintedNote(folded) && ADJUSTED.test(folded);
  });
}

/** 年中发生预算调整的, 预算追加或调减 */
const ADJUSTED = /预算[^,。;]{0,6}(?:调整|追加|调减|调增)|(?:调整|追加|调减|调增)[^,。;]{0,6}预算/;

function isExplained(project: Project): boolean {
  const { goalCompletion, conclusion } = project.narrative;
  return (
    isSpendingExplained(project) ||
    (goalCompletion !== undefined && TELLS.test(goalCompletion.text)) ||
    (conclusion !== undefined && TELLS.test(conclusion.text))
  );
}
