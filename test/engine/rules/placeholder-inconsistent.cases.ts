import { computed } from '../../support/annexes/cells';
import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

/** Rows whose 其他资金 holds one value after the other. */
const other = (...values: AnnexRow['budget'][]): AnnexRow[] =>
  values.map((value, i) => ({
    budget: 20 + i,
    'budget.fiscal': 20 + i,
    'budget.other': value ?? null,
    actual: 20 + i,
  }));

/** Rows whose ecological benefit is not used, but for a sign. */
const ecological = (...signs: readonly (string | null)[]): AnnexRow[] =>
  signs.map((sign, i) => ({
    budget: 30 + i,
    actual: 30 + i,
    'indicator.ecological.target': sign,
    'indicator.ecological.result': sign,
  }));

const problems = (...texts: readonly (string | number | null)[]): AnnexRow[] =>
  texts.map((text, i) => ({ budget: 10 + i, actual: 10 + i, problems: text }));

export const cases: RuleCases = {
  severity: 'info',
  message: 'sign',

  valid: [
    { name: 'zeros only', rows: other(0, 0, 5, 0) },
    { name: 'dashes only', rows: other('—', 3, '—', '—') },
    { name: 'blanks only', rows: other(null, null, 4, null), fields: ['budget.other'] },
    { name: 'zeros among dashes are figures', rows: other('—', '—', '—', '—', 0, '—') },
    { name: 'dashes among blanks', rows: other(null, null, null, '—', null) },
    { name: 'no sign at all', rows: other(3, 5, 8) },
    { name: 'one sign in an unused benefit', rows: ecological('/', '/', '/') },
    {
      name: 'a sign beside a target is a missing result',
      rows: [
        ...ecological('―', '―', '―'),
        {
          budget: 5,
          actual: 5,
          'indicator.ecological.target': '复绿面积≥2公顷',
          'indicator.ecological.result': '/',
        },
      ],
    },
    {
      name: 'a sign beside a result is a missing target',
      rows: [
        ...ecological('―', '―', '―'),
        { budget: 5, actual: 5, 'indicator.ecological.target': '-', 'indicator.ecological.result': '2公顷' },
      ],
    },
    { name: '无 in every row', rows: problems('无', '无', '资料归档不及时', '无') },
    { name: 'a column that is blank but for one', rows: problems(null, null, '无', null) },
    { name: 'half of a column is blank', rows: problems('无', null, '无', null, '无', null) },
    {
      name: 'different signs in different columns',
      rows: ecological('―', '―', '―').map((row) => ({ ...row, problems: '无', remarks: '/' })),
    },
    {
      name: '0 as a result',
      rows: [
        { budget: 9, actual: 9, 'indicator.quality.target': '事故0起', 'indicator.quality.result': 0 },
        { budget: 8, actual: 8, 'indicator.quality.target': '—', 'indicator.quality.result': '—' },
        { budget: 7, actual: 7, 'indicator.quality.target': '—', 'indicator.quality.result': '—' },
      ],
    },
    {
      name: 'three blanks of fourteen are a habit of their own',
      rows: [
        { budget: 20, actual: 20, problems: '无' },
        { budget: 20, actual: 20, problems: '无' },
        { budget: 20, actual: 20, problems: '无' },
        { budget: 20, actual: 20, problems: '无' },
        { budget: 20, actual: 20, problems: '无' },
        { budget: 20, actual: 20, problems: '无' },
        { budget: 20, actual: 20, problems: '无' },
        { budget: 20, actual: 20, problems: '无' },
        { budget: 20, actual: 20, problems: '无' },
        { budget: 20, actual: 20, problems: '无' },
        { budget: 20, actual: 20, problems: '无' },
        { budget: 20, actual: 20, problems: null },
        { budget: 20, actual: 20, problems: null },
        { budget: 20, actual: 20, problems: null },
      ],
    },
  ],
  invalid: [
    {
      name: 'a dash among zeros of money',
      rows: other(0, 0, '―', 0, 0, 0, 7),
      findings: [
        {
          row: 2,
          field: 'budget.other',
          severity: 'warning',
          message: 'sign',
          fixed: { value: 0, says: '统一为“0”' },
          text: '本栏空值多填报为“0”（5 处），此处填报为“―”。请统一。',
          expected: 0,
        },
      ],
    },
    {
      name: '无 and / among zeros of money',
      rows: other(0, 0, 0, 0, 0, '无', 0, 0, 0, '/', 0),
      findings: [
        { row: 5, field: 'budget.other', severity: 'warning', fixed: { value: 0 }, expected: 0 },
        { row: 9, field: 'budget.other', severity: 'warning', fixed: { value: 0 }, expected: 0 },
      ],
    },
    {
      name: 'a blank among zeros of money is only noted',
      rows: other(0, 0, null, 0, 0),
      findings: [
        {
          row: 2,
          field: 'budget.other',
          message: 'blank',
          suggested: [{ value: 0 }],
          text: '本栏空值多填报为“0”（4 处），此处为空。请核对是否漏填，并统一填报方式。',
          expected: 0,
          actual: '',
        },
      ],
    },
    {
      name: 'many dashes beside zeros are only noted',
      rows: other(0, 0, '—', 0, '—', 0),
      findings: [
        { row: 2, field: 'budget.other', fixed: { value: 0 }, expected: 0 },
        { row: 4, field: 'budget.other', fixed: { value: 0 }, expected: 0 },
      ],
    },
    {
      name: 'another dash among the dashes of money',
      rows: other('—', '—', '-', '—'),
      findings: [{ row: 2, field: 'budget.other', fixed: { value: '—' }, expected: '—' }],
    },
    {
      name: 'zeros that formulas make',
      rows: other(computed('=F1', 0), computed('=F2', 0), computed('=F3', 0), computed('=F4', 0), '/'),
      findings: [{ row: 4, field: 'budget.other', severity: 'warning', fixed: { value: 0 }, expected: 0 }],
    },
    {
      name: 'a short dash in an unused benefit, target and result',
      rows: ecological('―', '―', '-', '―'),
      findings: [
        { row: 2, field: 'indicator.ecological.target', fixed: { value: '―' }, expected: '―' },
        { row: 2, field: 'indicator.ecological.result', fixed: { value: '―' }, expected: '―' },
      ],
    },
    {
      name: 'two signs equally often: the later one',
      rows: ecological('/', '——'),
      findings: [
        { row: 1, field: 'indicator.ecological.target', fixed: { value: '/' }, expected: '/' },
        { row: 1, field: 'indicator.ecological.result', fixed: { value: '/' }, expected: '/' },
      ],
    },
    {
      name: 'a dash among 无',
      rows: problems('无', '无', '—', '无'),
      findings: [{ row: 2, field: 'problems', fixed: { value: '无' }, expected: '无' }],
    },
    {
      name: '0 among 无',
      rows: problems('无', '无', '无', 0, '无'),
      findings: [{ row: 3, field: 'problems', fixed: { value: '无' }, expected: '无', actual: '0' }],
    },
    {
      name: 'one blank among 无',
      rows: problems('无', '无', '无', '无', null),
      findings: [
        {
          row: 4,
          field: 'problems',
          message: 'blank',
          suggested: [{ value: '无' }],
          expected: '无',
          actual: '',
        },
      ],
    },
    {
      name: 'three dashes of fourteen signs are a habit of their own',
      rows: [
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': '—', actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': '—', actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': '—', actual: 20 },
      ],
      findings: [
        {
          row: 11,
          field: 'budget.other',
          message: 'sign',
          severity: 'info',
          expected: 0,
          fixed: { value: 0 },
        },
        {
          row: 12,
          field: 'budget.other',
          message: 'sign',
          severity: 'info',
          expected: 0,
          fixed: { value: 0 },
        },
        {
          row: 13,
          field: 'budget.other',
          message: 'sign',
          severity: 'info',
          expected: 0,
          fixed: { value: 0 },
        },
      ],
    },
    {
      name: 'two dashes of ten signs are few',
      rows: [
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': '—', actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': '—', actual: 20 },
      ],
      findings: [
        {
          row: 8,
          field: 'budget.other',
          message: 'sign',
          severity: 'warning',
          expected: 0,
          fixed: { value: 0 },
        },
        {
          row: 9,
          field: 'budget.other',
          message: 'sign',
          severity: 'warning',
          expected: 0,
          fixed: { value: 0 },
        },
      ],
    },
    {
      name: 'three zeros are a majority',
      rows: [
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': '—', actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': '/', actual: 20 },
      ],
      findings: [
        {
          row: 3,
          field: 'budget.other',
          message: 'sign',
          severity: 'warning',
          expected: 0,
          fixed: { value: 0 },
        },
        {
          row: 4,
          field: 'budget.other',
          message: 'sign',
          severity: 'warning',
          expected: 0,
          fixed: { value: 0 },
        },
      ],
    },
    {
      name: 'two zeros are none',
      rows: [
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': 0, actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': '—', actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': '/', actual: 20 },
        { budget: 20, 'budget.fiscal': 20, 'budget.other': '无', actual: 20 },
      ],
      findings: [
        { row: 2, field: 'budget.other', message: 'sign', expected: 0, fixed: { value: 0 } },
        { row: 3, field: 'budget.other', message: 'sign', expected: 0, fixed: { value: 0 } },
        { row: 4, field: 'budget.other', message: 'sign', expected: 0, fixed: { value: 0 } },
      ],
    },
    {
      name: 'two blanks of ten are few',
      rows: [
        { budget: 20, actual: 20, problems: '无' },
        { budget: 20, actual: 20, problems: '无' },
        { budget: 20, actual: 20, problems: '无' },
        { budget: 20, actual: 20, problems: '无' },
        { budget: 20, actual: 20, problems: '无' },
        { budget: 20, actual: 20, problems: '无' },
        { budget: 20, actual: 20, problems: '无' },
        { budget: 20, actual: 20, problems: '无' },
        { budget: 20, actual: 20, problems: null },
        { budget: 20, actual: 20, problems: null },
      ],
      findings: [
        {
          row: 8,
          field: 'problems',
          message: 'blank',
          expected: '无',
          actual: '',
          suggested: [{ value: '无' }],
        },
        {
          row: 9,
          field: 'problems',
          message: 'blank',
          expected: '无',
          actual: '',
          suggested: [{ value: '无' }],
        },
      ],
    },
  ],
};
