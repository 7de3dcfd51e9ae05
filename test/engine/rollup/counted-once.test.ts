import { readAnnexes } from '../../../src/engine/annex/reading';
import { unitSummary } from '../../../src/engine/rollup';
import type { SheetPlan } from '../../../src/engine/sheet/sheet-plan';
import { ministryForm } from '../../support/annexes/ministry-form';
import { buildSheet, type CellInput } from '../../support/annexes/sheet-builder';
import { DATE } from './rollup-cases';

type Rows = readonly (readonly CellInput[])[];

function summaryOf(tabs: Readonly<Record<string, Rows>>): SheetPlan {
  const annexes = Object.entries(tabs).flatMap(([name, rows]) =>
    readAnnexes({ ...buildSheet(rows, { name }), id: `id of ${name}` }),
  );
  expect(annexes).toHaveLength(Object.keys(tabs).length);
  return unitSummary(annexes, [], { locale: 'zh-CN', date: DATE, issues: null });
}

/** Below the headings, row by row: unit, projects, budget. */
function rowsOf(plan: SheetPlan): unknown[][] {
  const at = ['单位', '项目数', '预算金额'].map((heading) =>
    plan.rows[2]!.findIndex((cell) => cell?.value === heading),
  );
  return plan.rows.slice(3).map((row) => at.map((c) => row[c]?.value ?? null));
}

const notes = (plan: SheetPlan): string[] =>
  plan.rows.slice(3).flatMap((row) => (/^注：/.test(String(row[0]?.value)) ? String(row[0]!.value) : []));

const summary = (rows: Rows): Rows => [
  ['2024年度项目支出绩效自评表'],
  ['单位：万元'],
  ['单位名称', '项目名称', '全年预算数', '全年执行数', '执行率', '数量指标指标值', '数量指标完成值'],
  ...rows,
];
const PATROL: CellInput[] = ['市河道所', '河道巡查', 100, 98, 0.98, '12次', '12次'];
const WATER: CellInput[] = ['市水质站', '水质监测', 50, 40, 0.8, '4次', '4次'];

test('money that a summary and a form both hold is counted once, as the form has it', () => {
  const form = ministryForm({ name: '河道巡查', unit: '市河道所', budget: 100, actual: 98 });
  const plan = summaryOf({ 汇总: summary([PATROL, WATER]), 表1: form });
  expect(rowsOf(plan).slice(0, 3)).toEqual([
    ['市水质站', 1, 50],
    ['市河道所', 1, 100],
    ['合计', 2, 150],
  ]);
  expect(notes(plan)).toEqual([expect.stringContaining('有 1 处未计入')]);
});

test('what a department has in all is not counted beside its projects', () => {
  const project = ministryForm({ name: '河道巡查', unit: '市河道所', budget: 100, actual: 98 });
  const department = ministryForm({
    name: null,
    title: '部门整体支出绩效自评表',
    budget: 900,
    actual: 800,
  }).map((row) => (row[0] === '项目名称' ? ['部门名称', null, '市示例局'] : row));
  const plan = summaryOf({ 整体: department, 表1: project });
  expect(rowsOf(plan).slice(0, 2)).toEqual([
    ['市河道所', 1, 100],
    ['合计', 1, 100],
  ]);
  expect(notes(plan)).toEqual([expect.stringContaining('有 1 处未计入')]);
});

test.each<[string, Readonly<Record<string, Rows>>]>([
  ['tables', { 汇总: summary([PATROL, WATER]) }],
  [
    'forms of different projects',
    { 表1: ministryForm({ name: '河道巡查' }), 表2: ministryForm({ name: '水质监测' }) },
  ],
])('nothing is left out of %s', (_, tabs) => {
  const plan = summaryOf(tabs);
  const total = rowsOf(plan).find(([unit]) => unit === '合计');
  expect(total![1]).toBe(2);
  expect(notes(plan)).toEqual([]);
});
