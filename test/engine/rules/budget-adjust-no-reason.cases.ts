import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'warning',
  message: 'raised',

  valid: [
    { name: 'not adjusted', rows: [{ initialBudget: 80, budget: 80, actual: 80, remarks: null }] },
    {
      name: 'only rounded otherwise',
      rows: [{ initialBudget: 268.4, budget: 268.39, actual: 260, deviation: null }],
    },
    {
      name: 'by half a percent',
      rows: [{ initialBudget: 200, budget: 201, actual: 201, deviation: '无' }],
    },
    {
      name: 'the reason is given',
      rows: [{ initialBudget: 80, budget: 120, actual: 118, deviation: '年中新增两处积水点整治任务' }],
    },
    {
      name: 'the reason stands among the remarks',
      rows: [
        {
          initialBudget: 80,
          budget: 40,
          actual: 40,
          deviation: '无',
          remarks: '按过紧日子要求压减一般性支出',
        },
      ],
    },
    {
      name: 'measures are words too',
      rows: [
        {
          initialBudget: 80,
          budget: 40,
          actual: 40,
          problems: '无',
          rectification: '今后提高预算编制的准确性',
        },
      ],
    },
    {
      name: 'the completion of the goal tells of it',
      rows: [
        {
          initialBudget: 80,
          budget: 40,
          actual: 40,
          problems: '无',
          goalCompletion: '完成抽检420批次，预算年中调减40万元',
        },
      ],
    },
    {
      name: 'no column for reasons',
      notChecked: true,
      rows: [{ initialBudget: 80, budget: 120, actual: 118 }],
    },
    {
      name: 'only indicators have reasons',
      notChecked: true,
      rows: [
        {
          initialBudget: 80,
          budget: 120,
          actual: 118,
          'indicator.quantity.target': '整治6处',
          'indicator.quantity.result': '6处',
          'indicator.quantity.deviation': null,
        },
      ],
    },
    {
      name: 'a budget that cannot be read',
      rows: [{ initialBudget: '另行批复', budget: 120, actual: 118, remarks: null }],
    },
    { name: 'no adjusted budget', rows: [{ initialBudget: 80, budget: null, actual: 78, remarks: null }] },
    {
      name: 'a printed note with the answer behind it',
      rows: [
        {
          initialBudget: 80,
          budget: 120,
          actual: 118,
          deviation: '请说明预算调整原因：上级下达抗旱补助40万元',
        },
      ],
    },
    {
      name: 'another unit is another defect',
      rows: [{ initialBudget: 80, budget: 800000, actual: 79, remarks: null }],
    },
    {
      name: 'below the limit of the place and below half a percent',
      rows: [{ initialBudget: 5000, budget: 5020, actual: 5000, remarks: null }],
      profile: { explainAdjustment: 0 },
    },
    {
      name: 'half a percent is rounding',
      rows: [{ initialBudget: 1000, budget: 1005, actual: 990, problems: '无' }],
    },
    {
      name: 'longer words say something',
      rows: [
        { initialBudget: 80, budget: 120, actual: 118, deviation: '各项年度绩效指标已全部按时完成任务' },
      ],
    },
    {
      name: 'a longer text is no printed note',
      rows: [
        { initialBudget: 80, budget: 120, actual: 118, deviation: '请说明调整原因'.padEnd(241, '及依据') },
      ],
    },
    {
      name: 'four characters beside a printed note are an answer',
      rows: [{ initialBudget: 80, budget: 120, actual: 118, deviation: '请说明调整原因：上级追加' }],
    },
    {
      name: 'a reason behind a printed note of several items',
      rows: [
        {
          initialBudget: 80,
          budget: 120,
          actual: 118,
          deviation: '1.执行率未达到90%的需说明原因；2.其他资金包括：社会投入资金。上级年中追加补助',
        },
      ],
    },
    {
      name: 'items of a reason',
      rows: [
        {
          initialBudget: 80,
          budget: 120,
          actual: 118,
          deviation: '1.上级追加30万元；2.追加部分包括：设备购置款',
        },
      ],
    },
  ],
  invalid: [
    {
      name: 'raised by half',
      rows: [{ initialBudget: 80, budget: 120, actual: 118, deviation: null }],
      findings: [
        {
          row: 0,
          field: 'budget',
          message: 'raised',
          text: '全年预算数 120.00 比年初预算数 80.00 增加 40.00（50.00%），未说明原因。请说明预算调整原因。',
          expected: 80,
          related: ['initialBudget', 'deviation'],
        },
      ],
    },
    {
      name: 'cut by a quarter, signs for nothing in all columns',
      rows: [{ initialBudget: 80, budget: 60, actual: 60, deviation: '无', problems: '—', remarks: '/' }],
      findings: [
        {
          row: 0,
          field: 'budget',
          text: '全年预算数 60.00 比年初预算数 80.00 减少 20.00（25.00%），未说明原因。请说明预算调整原因。',
          message: 'cut',
          expected: 80,
          related: ['initialBudget', 'deviation'],
        },
      ],
    },
    {
      name: 'by exactly the limit is only noted',
      rows: [{ initialBudget: 80, budget: 96, actual: 96, problems: '不存在问题' }],
      findings: [
        { row: 0, field: 'budget', severity: 'info', expected: 80, related: ['initialBudget', 'problems'] },
      ],
    },
    {
      name: 'by a few percent is only noted',
      rows: [{ initialBudget: 238.93, budget: 251.89, actual: 251.89, remarks: null }],
      findings: [
        {
          row: 0,
          field: 'budget',
          severity: 'info',
          expected: 238.93,
          related: ['initialBudget', 'remarks'],
        },
      ],
    },
    {
      name: 'the place asks for every adjustment',
      rows: [{ initialBudget: 238.93, budget: 251.89, actual: 251.89, remarks: null }],
      profile: { explainAdjustment: 0 },
      findings: [{ row: 0, field: 'budget', expected: 238.93, related: ['initialBudget', 'remarks'] }],
    },
    {
      name: 'only a printed note: 若有调整请说明',
      rows: [{ initialBudget: 80, budget: 120, actual: 118, deviation: '若预算有调整，请说明调整原因。' }],
      findings: [{ row: 0, field: 'budget', expected: 80, related: ['initialBudget', 'deviation'] }],
    },
    {
      name: 'only a printed note: 应说明, in brackets',
      rows: [
        {
          initialBudget: 80,
          budget: 120,
          actual: 118,
          remarks: '（调整幅度超过20%的，需说明原因，200字以内）',
        },
      ],
      findings: [{ row: 0, field: 'budget', expected: 80, related: ['initialBudget', 'remarks'] }],
    },
    {
      name: 'only a printed note: 填写调整原因',
      rows: [{ initialBudget: 80, budget: 20, actual: 20, remarks: '填写预算调整原因' }],
      findings: [
        { row: 0, field: 'budget', message: 'cut', expected: 80, related: ['initialBudget', 'remarks'] },
      ],
    },
    {
      name: 'totals of parts',
      rows: [
        {
          initialBudget: 50,
          'initialBudget.fiscal': 50,
          budget: 70,
          'budget.fiscal': 60,
          'budget.other': 10,
          actual: 70,
          problems: '无',
        },
      ],
      findings: [
        {
          row: 0,
          field: 'budget',
          text: '全年预算数 70.00 比年初预算数 50.00 增加 20.00（40.00%），未说明原因。请说明预算调整原因。',
          expected: 50,
          related: ['initialBudget', 'problems'],
        },
      ],
    },
    {
      name: 'added during the year',
      rows: [{ initialBudget: 0, budget: 36, actual: 36, problems: '无' }],
      findings: [
        {
          row: 0,
          field: 'budget',
          severity: 'info',
          message: 'added',
          text: '年初预算数为 0，全年预算数为 36.00，未说明原因。请说明预算追加原因。',
          expected: 0,
          related: ['initialBudget', 'problems'],
        },
      ],
    },
    {
      name: 'in 元, one of three',
      unit: '元',
      rows: [
        { initialBudget: 500000, budget: 500000, actual: 498000, remarks: null },
        { initialBudget: 320000, budget: 120000, actual: 120000, remarks: null },
        { initialBudget: 86000, budget: 86000, actual: 86000, remarks: null },
      ],
      findings: [
        { row: 1, field: 'budget', message: 'cut', expected: 320000, related: ['initialBudget', 'remarks'] },
      ],
    },
    {
      name: 'just more than rounding',
      rows: [{ initialBudget: 1000, budget: 1005.2, actual: 990, problems: '无' }],
      findings: [
        { row: 0, field: 'budget', severity: 'info', expected: 1000, related: ['initialBudget', 'problems'] },
      ],
    },
    {
      name: 'sixteen characters that say nothing',
      rows: [{ initialBudget: 80, budget: 120, actual: 118, deviation: '各项年度绩效指标均全部按时完成。' }],
      findings: [{ row: 0, field: 'budget', expected: 80, related: ['initialBudget', 'deviation'] }],
    },
    {
      name: 'a printed note of two hundred and forty characters',
      rows: [
        { initialBudget: 80, budget: 120, actual: 118, deviation: '请说明调整原因'.padEnd(240, '及依据') },
      ],
      findings: [{ row: 0, field: 'budget', expected: 80, related: ['initialBudget', 'deviation'] }],
    },
    {
      name: 'three characters beside a printed note answer nothing',
      rows: [{ initialBudget: 80, budget: 120, actual: 118, deviation: '请说明调整原因：追加款' }],
      findings: [{ row: 0, field: 'budget', expected: 80, related: ['initialBudget', 'deviation'] }],
    },
    {
      name: 'a printed note of several items, with what it means by its words',
      rows: [
        {
          initialBudget: 100,
          budget: 105,
          actual: 104,
          deviation:
            '1.执行率=执行数/预算数，未达到90%的需说明原因（100字以内）；2.年中发生预算调整的，应单独说明理由；3.其他资金包括：社会投入资金、银行贷款。',
        },
      ],
      findings: [{ row: 0, field: 'budget', expected: 100, related: ['initialBudget', 'deviation'] }],
    },
    {
      name: 'a printed note that asks for other reasons only',
      rows: [{ initialBudget: 100, budget: 105, actual: 104, deviation: '执行率未达到90%的需说明原因' }],
      findings: [
        {
          row: 0,
          field: 'budget',
          severity: 'info',
          expected: 100,
          related: ['initialBudget', 'deviation'],
        },
      ],
    },
    {
      name: 'the prompts of the form for problems and measures',
      rows: [
        {
          initialBudget: 80,
          budget: 120,
          actual: 118,
          problems: '结合自评情况，分析存在的问题及原因。（200字以内）',
          rectification: '针对项目自评中发现的问题，提出下一步改进完善的意见。（200字以内）',
        },
      ],
      findings: [{ row: 0, field: 'budget', expected: 80, related: ['initialBudget', 'problems'] }],
    },
  ],
};
