import type { OwnTexts } from '../i18n/own-texts';

const zhCN = {
  ruleText: {
    check: '检查内容',
    severity: '级别',
    byProfile: '{severity}（按口径调整）',
    basis: '依据',
    toDo: '怎么处理',
    toDoFor: {
      none: '本工具不代为填写。请填报单位核实后改正；核实无误的，可以忽略并写明原因。',
      format: '可以直接应用：只改写法，不改数字。有特殊约定的，可以忽略并写明原因。',
      value: '请先核对，再应用计算结果；以表内数字为准的，可以忽略并写明原因。',
      suggestion: '列出的改法供选择，请核对后选用；都不合适的，请填报单位改正，或者忽略并写明原因。',
    },
    examples: '例如',
    settings: '口径设置（{profile}）',
    noSettings: '不随口径变化。',
    off: '如何停用',
    offHow: '在自己的口径文件的“{key}”中加入“{rule}”，再到“规则口径”中选用该文件。停用的规则不计为通过。',
    unknown: '此版本没有这条规则的说明。',
    failed: '这条规则检查时出错，本表未按它检查，其他规则不受影响。',
  },
  profileKeys: {
    rateDenominator: '执行率的分母',
    explainBelow: '执行率低于此值应说明原因',
    explainAdjustment: '预算调整超过年初预算的此比例应说明原因',
    littleSpent: '执行率低于此值视为支出很少',
    nearlyAllPoints: '支出很少时，指标得分达到此比例应说明',
    overshoot: '完成值达到指标值的此倍数视为指标偏低',
    missedCeiling: '“≤”类指标未达标的得分',
    printedRules: '表内注明的计分办法',
    executionWeight: '预算执行率分值',
    totalWeight: '总分值',
    levelWeights: '一级指标分值',
    levelWeightsWithCost: '一级指标分值（成本为一级指标时）',
    bands: '定性指标得分比例',
    grades: '等级',
    scoreTolerance: '得分允许的误差（分）',
    moneyTolerance: '金额允许的误差（万元）',
  },
  profileValues: {
    budget: '全年预算数',
    initialBudget: '年初预算数',
    levels: { output: '产出', cost: '成本', benefit: '效益', satisfaction: '满意度' },
    level: '{name} {points}',
    noLevels: '不作规定',
    bands: { achieved: '达成', partial: '部分达成', not: '未达成' },
    band: '{name} {from}–{to}',
    grade: '{name} {from} 分起',
    times: '{count} 倍',
    missedCeiling: {
      either: '分值×指标值÷完成值，或分值×[1−（完成值−指标值）÷指标值]',
      ratio: '分值×指标值÷完成值',
      difference: '分值×[1−（完成值−指标值）÷指标值]',
    },
    printedRules: { follow: '按表内说明', ignore: '只按规则口径' },
  },
};

/** What is said about a rule, and about the settings of a profile that it goes by. */
export type RuleTexts = typeof zhCN;

const en: RuleTexts = {
  ruleText: {
    check: 'What is checked',
    severity: 'Level',
    byProfile: '{severity} (set by the profile)',
    basis: 'Sources',
    toDo: 'What to do',
    toDoFor: {
      none: 'Nothing is filled in for the unit. It checks and corrects; what proves right can be ignored with a reason.',
      format:
        'Can be applied at once: only the way of writing changes, never the figure. Where there is a special agreement, ignore it with a reason.',
      value:
        'Check first, then apply the computed figure; where the figure in the sheet holds, ignore it with a reason.',
      suggestion:
        'Choose one of the changes listed after checking it; where none fits, the unit corrects, or ignore it with a reason.',
    },
    examples: 'For example',
    settings: 'Settings ({profile})',
    noSettings: 'The same under every profile.',
    off: 'How to switch it off',
    offHow:
      'Add "{rule}" to "{key}" in a profile file of your own and choose that file under Profile. A rule that is off does not count as passed.',
    unknown: 'This version has no text about this rule.',
    failed: 'This rule failed; the sheet was not checked against it, the other rules were.',
  },
  profileKeys: {
    rateDenominator: 'The execution rate divides by',
    explainBelow: 'A rate below this needs a reason',
    explainAdjustment: 'An adjustment beyond this share of the initial budget needs a reason',
    littleSpent: 'A rate below this means that little was spent',
    nearlyAllPoints: 'Where little was spent, this share of the points of indicators needs a reason',
    overshoot: 'A result this many times its target means the target is low',
    missedCeiling: 'Score of a missed ceiling',
    printedRules: 'Scoring rules printed in the table',
    executionWeight: 'Points of the execution rate',
    totalWeight: 'Points in all',
    levelWeights: 'Points of the first levels',
    levelWeightsWithCost: 'Points of the first levels, with cost as one',
    bands: 'Share of the points for results in words',
    grades: 'Grades',
    scoreTolerance: 'Scores may differ by (points)',
    moneyTolerance: 'Money may differ by (10,000 yuan)',
  },
  profileValues: {
    budget: 'budget of the whole year',
    initialBudget: 'initial budget',
    levels: { output: 'output', cost: 'cost', benefit: 'benefit', satisfaction: 'satisfaction' },
    level: '{name} {points}',
    noLevels: 'not fixed',
    bands: { achieved: 'achieved', partial: 'partly', not: 'not achieved' },
    band: '{name} {from}–{to}',
    grade: '{name} from {from}',
    times: '{count} times',
    missedCeiling: {
      either: 'weight × target ÷ result, or weight × [1 − (result − target) ÷ target]',
      ratio: 'weight × target ÷ result',
      difference: 'weight × [1 − (result − target) ÷ target]',
    },
    printedRules: { follow: 'followed', ignore: 'not followed' },
  },
};

export const RULE_TEXTS: OwnTexts<RuleTexts> = { 'zh-CN': zhCN, en };
