import { asks, percent } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

const target = 'indicator.quality.target';

export const cases: RuleCases = {
  severity: 'info',
  message: 'variant',

  valid: [
    {
      name: 'the usual signs',
      rows: [asks('quality', '≥95%', '96%'), asks('quality', '<5%', '3%'), asks('quality', '=100%', '100%')],
    },
    { name: 'words', rows: [asks('quality', '不少于95%', '超过95%'), asks('quality', '95%以上', '大于95%')] },
    { name: 'a slip is another rule’s', rows: [asks('quality', '》95%', '═96%')] },
    { name: 'full-width digits are another rule’s', rows: [asks('quality', '≥９５％', '96％')] },
    { name: 'an arrow before words', rows: [asks('social', '申报＞审核＞公示流程规范', '规范')] },
    { name: 'an equation of words', rows: [asks('quality', '合格率＝合格数/抽检数', '100%')] },
    { name: 'blanks', rows: [asks('quality', '/', undefined)] },
    { name: 'numbers', rows: [asks('quality', percent(0.95), 0.96)] },
  ],
  invalid: [
    {
      name: '≧',
      rows: [asks('quality', '≧95%', '96%')],
      findings: [
        {
          row: 0,
          field: target,
          message: 'variant',
          expected: '≥95%',
          fixed: { value: '≥95%', says: '改为“≥95%”' },
          text: '“≧95%”中的“≧”建议统一为“≥”。',
        },
      ],
    },
    {
      name: '≦',
      rows: [asks('timeliness', '≦3个工作日', '2个工作日')],
      findings: [
        {
          row: 0,
          field: 'indicator.timeliness.target',
          fixed: { value: '≤3个工作日' },
          expected: '≤3个工作日',
        },
      ],
    },
    {
      name: 'full-width ＞ and ＜',
      rows: [asks('quality', '＞95%', '＜97%')],
      findings: [
        { row: 0, field: target, fixed: { value: '>95%' }, expected: '>95%' },
        { row: 0, field: 'indicator.quality.result', fixed: { value: '<97%' }, expected: '<97%' },
      ],
    },
    {
      name: 'two characters for one',
      rows: [
        asks('quality', '>=95%', '96%'),
        asks('quality', '＞＝95%', '96%'),
        asks('quality', '<=2%', '1%'),
      ],
      findings: [
        { row: 0, field: target, fixed: { value: '≥95%' }, expected: '≥95%' },
        { row: 1, field: target, fixed: { value: '≥95%' }, expected: '≥95%' },
        { row: 2, field: target, fixed: { value: '≤2%' }, expected: '≤2%' },
      ],
    },
    {
      name: 'a full-width equals sign',
      rows: [asks('quality', '验收合格率＝100%', '100%')],
      findings: [{ row: 0, field: target, fixed: { value: '验收合格率=100%' }, expected: '验收合格率=100%' }],
    },
    {
      name: 'behind a name and a blank',
      rows: [asks('quantity', '新增泊位 ≧ 260 个', '268个')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          fixed: { value: '新增泊位 ≥ 260 个' },
          expected: '新增泊位 ≥ 260 个',
        },
      ],
    },
    {
      name: 'two in one cell',
      rows: [asks('quality', '到课率≧90%；及格率≧85%', '到课率93%；及格率88%')],
      findings: [
        {
          row: 0,
          field: target,
          fixed: { value: '到课率≥90%；及格率≥85%' },
          expected: '到课率≥90%；及格率≥85%',
        },
      ],
    },
    {
      name: 'before 百分之',
      rows: [asks('quality', '≧百分之九十', '91%')],
      findings: [{ row: 0, field: target, fixed: { value: '≥百分之九十' }, expected: '≥百分之九十' }],
    },
    {
      name: 'beside full-width digits only the sign',
      rows: [asks('quality', '≧９０%', '91%')],
      findings: [{ row: 0, field: target, fixed: { value: '≥９０%' }, expected: '≥９０%' }],
    },
  ],
};
