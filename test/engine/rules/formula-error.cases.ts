import { computed, percent } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'error',
  message: 'formula',

  valid: [
    { name: 'no formula at all', rows: [{ budget: 44, actual: 33, executionRate: percent(0.75) }] },
    {
      name: 'formulas with values',
      rows: [{ budget: computed('=20+24', 44), actual: 33, executionRate: computed('=C5/B5', 0.75, '0%') }],
    },
    { name: 'the text "#REF!" is a text', rows: [{ budget: 44, actual: 33, remarks: '#REF!' }] },
    {
      name: 'a formula that catches its error',
      rows: [{ budget: 0, actual: 0, executionRate: computed('=IFERROR(C5/B5,"")', '') }],
    },
    {
      name: 'blanks and dashes',
      rows: [{ budget: null, actual: '—', executionRate: '/' }],
      fields: ['budget'],
    },
    {
      name: 'a sum row without errors',
      rows: [
        { budget: 44, actual: 33 },
        { projectName: '合计', budget: computed('=SUM(B5:B5)', 44), actual: 33 },
      ],
    },
  ],
  invalid: [
    {
      name: 'a rate divided by nothing',
      rows: [{ budget: 0, actual: 0, executionRate: { value: { error: '#DIV/0!' }, formula: '=C5/B5' } }],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          message: 'formula',
          text: '单元格显示 #DIV/0!，公式为 =C5/B5。请修正公式或填写数值。',
          actual: '#DIV/0!',
        },
      ],
    },
    {
      name: 'an error pasted as a value',
      rows: [{ budget: { error: '#REF!' }, actual: 12 }],
      findings: [{ row: 0, field: 'budget', message: 'value', actual: '#REF!' }],
    },
    {
      name: 'a lost look-up in a part of the money',
      rows: [
        {
          budget: 20,
          'budget.fiscal': { value: { error: '#N/A' }, formula: "=VLOOKUP(A5,'[批复.xlsx]Sheet1'!A:B,2,0)" },
          actual: 12,
        },
      ],
      findings: [{ row: 0, field: 'budget.fiscal', message: 'formula', actual: '#N/A' }],
    },
    {
      name: 'scores, of the rate and of an indicator',
      rows: [
        {
          budget: 20,
          actual: 12,
          executionRate: percent(0.6),
          'executionRate.score': { error: '#VALUE!' },
          'indicator.quantity.target': '检修闸门6座',
          'indicator.quantity.result': '6座',
          'indicator.quantity.weight': 10,
          'indicator.quantity.score': { error: '#NAME?' },
          totalScore: { value: { error: '#VALUE!' }, formula: '=SUM(E5,I5)' },
        },
      ],
      findings: [
        { row: 0, field: 'executionRate.score', message: 'value', actual: '#VALUE!' },
        { row: 0, field: 'indicator.quantity.score', message: 'value', actual: '#NAME?' },
        { row: 0, field: 'totalScore', message: 'formula', actual: '#VALUE!' },
      ],
    },
    {
      name: 'words that a formula should have fetched',
      rows: [
        {
          budget: 20,
          actual: 20,
          goalCompletion: { error: '#SPILL!' },
          'indicator.social.target': '便民',
          'indicator.social.result': { error: '#REF!' },
        },
      ],
      findings: [
        {
          row: 0,
          field: 'goalCompletion',
          message: 'value',
          text: '单元格显示 #SPILL!。请修正公式或重新填写。',
          actual: '#SPILL!',
        },
        { row: 0, field: 'indicator.social.result', message: 'value', actual: '#REF!' },
      ],
    },
    {
      name: 'a row of sums',
      rows: [
        { budget: 20, actual: 12, executionRate: percent(0.6) },
        {
          projectName: '合计',
          budget: 20,
          actual: { value: { error: '#REF!' }, formula: '=SUM(#REF!)' },
          executionRate: { value: { error: '#REF!' }, formula: '=C6/B6' },
        },
      ],
      findings: [
        {
          row: 1,
          field: 'actual',
          message: 'formula',
          text: '单元格显示 #REF!，公式为 =SUM(#REF!)。请修正公式或填写数值。',
          actual: '#REF!',
        },
        { row: 1, field: 'executionRate', message: 'formula', actual: '#REF!' },
      ],
    },
    {
      name: 'a further rate, points of a group and points of another party',
      rows: [
        {
          budget: 30,
          actual: 18,
          executionRate: 0.6,
          'executionRate.initial': { error: '#DIV/0!' },
          'group.weight': 25,
          'group.rate': 0.96,
          'group.score': { error: '#REF!' },
          'indicator.quantity.target': '≥12场',
          'indicator.quantity.result': '12场',
          'indicator.quantity.weight': 20,
          'indicator.quantity.score': 20,
          'indicator.quantity.score.reviewed': { error: '#N/A' },
        },
      ],
      findings: [
        { row: 0, field: 'executionRate.initial', message: 'value', actual: '#DIV/0!' },
        { row: 0, field: 'group.score', message: 'value', actual: '#REF!' },
        { row: 0, field: 'indicator.quantity.score.reviewed', message: 'value', actual: '#N/A' },
      ],
    },
  ],
};
