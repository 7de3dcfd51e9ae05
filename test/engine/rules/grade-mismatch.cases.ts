import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';
import type { CellInput } from '../../support/annexes/sheet-builder';

function graded(totalScore: CellInput, grade: CellInput, more: AnnexRow = {}): AnnexRow {
  return { budget: 60, totalScore, grade, ...more };
}

export const cases: RuleCases = {
  severity: 'error',
  message: 'mismatch',

  valid: [
    {
      name: 'as the score says',
      rows: [graded(95, '优'), graded(80, '良'), graded(79.99, '中'), graded(40, '差')],
    },
    {
      name: 'other spellings',
      rows: [graded(90, '优秀'), graded(85.5, '良好'), graded(66, '合格'), graded(59, '不合格')],
    },
    { name: 'letters', rows: [graded(92, 'A'), graded(83, 'Ｂ'), graded(72, 'c')] },
    {
      name: 'with words around',
      rows: [graded(92, '自评等级：优'), graded(83, '良（83分）'), graded(91, '优等')],
    },
    { name: 'no grade, no score', rows: [graded(92, '—'), graded(null, '优'), graded('见附件', '优')] },
    { name: 'words that are no grade', rows: [graded(92, '已通过'), graded(70, '优良各半')] },
    {
      name: 'scaled to 100',
      rows: [graded(114, '优', { totalWeight: 120 }), graded(70, '良', { totalWeight: 80 })],
    },
    { name: 'rounded up as shown', rows: [graded({ value: 89.96, format: '0.0' }, '优')] },
    { name: 'a scale of three', rows: [graded(96, '优秀'), graded(85, '合格'), graded(52, '不合格')] },
    {
      name: 'the parts say so: the total is the defect',
      rows: [
        graded(76, '优', {
          'indicator.quantity.target': '≥6座',
          'indicator.quantity.result': '6座',
          'indicator.quantity.score': 60,
          'indicator.social.target': '惠及3村',
          'indicator.social.result': '3村',
          'indicator.social.score': 36,
        }),
      ],
    },
    {
      name: 'limits of the profile',
      rows: [graded(91, '良'), graded(96, '优')],
      profile: {
        grades: [
          { name: '优', from: 95 },
          { name: '良', from: 85 },
          { name: '中', from: 60 },
          { name: '差', from: 0 },
        ],
      },
    },
    {
      name: 'a grade that does not say whose it is, by the score of the reviewers',
      rows: [
        { totalScore: 93, grade: '良', 'totalScore.reviewed': 86 },
        { totalScore: 98, grade: '优', 'totalScore.reviewed': 95 },
      ],
    },
    {
      name: 'the unit and the reviewers each grade their own score',
      rows: [
        { totalScore: 93, grade: '优', 'totalScore.reviewed': 86, 'grade.reviewed': '良' },
        { totalScore: 98, grade: '优', 'totalScore.reviewed': 95, 'grade.reviewed': '优' },
      ],
    },
  ],
  invalid: [
    {
      name: 'too good',
      rows: [graded(86.5, '优'), graded(95, '优')],
      findings: [
        {
          row: 0,
          field: 'grade',
          fixed: { value: '良', says: '等级改为“良”' },
          text: '总分 86.5 对应的等级为“良”（优 ≥90、良 ≥80、中 ≥60、差 <60），表内为“优”。请核对。',
          expected: '良',
          related: ['totalScore'],
        },
      ],
    },
    {
      name: 'too bad',
      rows: [graded(90, '良')],
      findings: [{ row: 0, field: 'grade', fixed: { value: '优' }, expected: '优', related: ['totalScore'] }],
    },
    {
      name: 'in the spelling of the column',
      rows: [graded(72, '良好'), graded(68, '一般'), graded(92, '优秀')],
      findings: [
        { row: 0, field: 'grade', fixed: { value: '一般' }, expected: '一般', related: ['totalScore'] },
      ],
    },
    {
      name: 'in the spelling of the cell',
      rows: [graded(93, '良好')],
      findings: [
        { row: 0, field: 'grade', fixed: { value: '优秀' }, expected: '优秀', related: ['totalScore'] },
      ],
    },
    {
      name: 'in letters',
      rows: [graded(75, 'A')],
      findings: [{ row: 0, field: 'grade', fixed: { value: 'C' }, expected: 'C', related: ['totalScore'] }],
    },
    {
      name: 'words around it stay',
      rows: [graded(84, '等级：优')],
      findings: [
        { row: 0, field: 'grade', fixed: { value: '等级：良' }, expected: '良', related: ['totalScore'] },
      ],
    },
    {
      name: 'the band of another grade goes',
      rows: [graded(86, '优（90-100分）'), graded(95, '优（90-100分）')],
      findings: [
        {
          row: 0,
          field: 'grade',
          fixed: { value: '良', says: '等级改为“良”' },
          expected: '良',
          related: ['totalScore'],
        },
      ],
    },
    {
      name: 'the band as the column writes it',
      rows: [graded(86, '优（90-100分）'), graded(84, '良（80-89分）'), graded(55, '良 (80-89分)')],
      findings: [
        {
          row: 0,
          field: 'grade',
          fixed: { value: '良（80-89分）' },
          expected: '良',
          related: ['totalScore'],
        },
        { row: 2, field: 'grade', fixed: { value: '差' }, expected: '差', related: ['totalScore'] },
      ],
    },
    {
      name: 'the score in brackets stays, that of another grade goes',
      rows: [graded(86.5, '优（86.5分）'), graded(72, '良(85分)')],
      findings: [
        { row: 0, field: 'grade', fixed: { value: '良（86.5分）' }, expected: '良', related: ['totalScore'] },
        { row: 1, field: 'grade', fixed: { value: '中' }, expected: '中', related: ['totalScore'] },
      ],
    },
    {
      name: 'the right grade beside the scale in a note of words',
      rows: [graded(66, '良（自评）')],
      findings: [
        { row: 0, field: 'grade', fixed: { value: '中（自评）' }, expected: '中', related: ['totalScore'] },
      ],
    },
    {
      name: 'failed',
      rows: [graded(55, '合格'), graded(85, '良好')],
      findings: [
        { row: 0, field: 'grade', fixed: { value: '不合格' }, expected: '不合格', related: ['totalScore'] },
      ],
    },
    {
      name: 'of 120 points',
      rows: [graded(100, '优', { totalWeight: 120 })],
      findings: [{ row: 0, field: 'grade', fixed: { value: '良' }, expected: '良', related: ['totalScore'] }],
    },
    {
      name: 'other limits in most rows',
      rows: [graded(91, '良'), graded(92.5, '良'), graded(93, '良'), graded(97, '优')],
      findings: [
        {
          row: 0,
          field: 'grade',
          severity: 'info',
          suggested: [{ value: '优' }],
          expected: '优',
          related: ['totalScore'],
        },
        {
          row: 1,
          field: 'grade',
          severity: 'info',
          suggested: [{ value: '优' }],
          expected: '优',
          related: ['totalScore'],
        },
        {
          row: 2,
          field: 'grade',
          severity: 'info',
          suggested: [{ value: '优' }],
          expected: '优',
          related: ['totalScore'],
        },
      ],
    },
    {
      name: 'three rows show no other limits',
      rows: [
        { totalScore: 91, grade: '良' },
        { totalScore: 92.5, grade: '良' },
        { totalScore: 93, grade: '良' },
      ],
      findings: [
        { row: 0, field: 'grade', expected: '优', related: ['totalScore'], fixed: { value: '优' } },
        { row: 1, field: 'grade', expected: '优', related: ['totalScore'], fixed: { value: '优' } },
        { row: 2, field: 'grade', expected: '优', related: ['totalScore'], fixed: { value: '优' } },
      ],
    },
    {
      name: 'the second grade in the spelling of the cell',
      rows: [{ totalScore: 85, grade: '优秀' }],
      findings: [
        { row: 0, field: 'grade', expected: '良好', related: ['totalScore'], fixed: { value: '良好' } },
      ],
    },
    {
      name: 'the third grade has no long spelling beside 良好',
      rows: [{ totalScore: 70, grade: '良好' }],
      findings: [{ row: 0, field: 'grade', expected: '中', related: ['totalScore'], fixed: { value: '中' } }],
    },
    {
      name: 'the grade of the reviewers does not fit their score',
      rows: [
        { totalScore: 94, grade: '优', 'totalScore.reviewed': 84, 'grade.reviewed': '优' },
        { totalScore: 88, grade: '良', 'totalScore.reviewed': 82, 'grade.reviewed': '良' },
      ],
      findings: [
        {
          row: 0,
          field: 'grade.reviewed',
          expected: '良',
          related: ['totalScore.reviewed'],
          fixed: { value: '良' },
        },
      ],
    },
  ],
};
