import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

const projects: readonly AnnexRow[] = [
  { projectName: '球场维修', budget: 16.5, actual: 16 },
  { projectName: '泳池换水', budget: 40, actual: 38 },
  { projectName: '灯光改造', budget: 8, actual: 8 },
  { projectName: '群众赛事', budget: 22, actual: 21 },
  { projectName: '体质监测', budget: 5, actual: 5 },
];
const total: AnnexRow = { projectName: '合计', budget: 91.5, actual: 88 };

export const cases: RuleCases = {
  severity: 'info',
  message: 'row',

  valid: [
    { name: 'nothing is hidden', rows: projects },
    { name: 'nothing is hidden, with a total', rows: [...projects, total] },
    {
      name: 'a hidden row of column numbers',
      rows: [
        { sequence: '栏次', projectName: '1', budget: '2', actual: '3' },
        ...projects.map((row, i) => ({ sequence: i + 1, ...row })),
      ],
      hiddenRows: [0],
    },
    {
      name: 'a hidden note',
      rows: [...projects, { projectName: '注：执行率保留两位小数，金额以万元为单位填列。' }],
      hiddenRows: [5],
    },
    {
      name: 'wide table, all shown',
      rows: projects.map((row) => ({ ...row, remarks: '无' })),
      hiddenFields: [],
    },
  ],
  invalid: [
    {
      name: 'one project',
      rows: projects,
      hiddenRows: [1],
      findings: [
        {
          cell: 'A6',
          message: 'row',
          text: '第 6 行已隐藏（“泳池换水”）。请取消隐藏后核对。',
          actual: null,
        },
      ],
    },
    {
      name: 'several projects in a row are one finding',
      rows: projects,
      hiddenRows: [0, 1, 2, 3],
      findings: [
        {
          cell: 'A5',
          text: '第 5–8 行已隐藏，其中有 4 个项目或合计（“球场维修”、“泳池换水”、“灯光改造”……）。请取消隐藏后核对。',
          message: 'rows',
          actual: null,
        },
      ],
    },
    {
      name: 'two places',
      rows: projects,
      hiddenRows: [0, 3],
      findings: [
        { cell: 'A5', actual: null },
        { cell: 'A8', actual: null },
      ],
    },
    {
      name: 'the total',
      rows: [...projects, total],
      hiddenRows: [5],
      findings: [{ cell: 'A10', message: 'row', actual: null }],
    },
    {
      name: 'a column of money',
      rows: projects.map((row) => ({ ...row, initialBudget: 10 })),
      hiddenFields: ['initialBudget'],
      findings: [
        {
          cell: 'B3',
          message: 'column',
          text: 'B 列已隐藏（“年初预算数”）。请取消隐藏后核对。',
          actual: null,
        },
      ],
    },
    {
      name: 'neighbouring columns are one finding',
      rows: projects.map((row) => ({ ...row, problems: '无', rectification: '无', remarks: null })),
      hiddenFields: ['problems', 'rectification'],
      findings: [
        {
          cell: 'D3',
          text: 'D–E 列已隐藏（“存在的问题”、“整改情况”）。请取消隐藏后核对。',
          message: 'columns',
          actual: null,
        },
      ],
    },
    {
      name: 'rows and columns',
      rows: projects.map((row) => ({ ...row, remarks: '无' })),
      hiddenRows: [4],
      hiddenFields: ['remarks'],
      findings: [
        { cell: 'A9', actual: null },
        { cell: 'D3', message: 'column', actual: null },
      ],
    },
  ],
};
