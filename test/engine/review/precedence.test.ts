import type { FieldId } from '../../../src/engine/annex/field-id';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import { RULES } from '../../../src/engine/rules';
import { buildAnnex, type AnnexInput } from '../../support/annexes/annex-builder';
import { asks, percent } from '../../support/annexes/cells';

/** A cell in which several rules find something, and those that speak there in the end. */
interface Meeting {
  readonly name: string;
  readonly table: AnnexInput;
  /** In the first row of the table. */
  readonly field: FieldId;
  readonly speaking: readonly string[];
}

const MET = { 'indicator.quality.target': '≥95%', 'indicator.quality.result': '97%' } as const;

/** One defect: the rule that names its cause speaks, the one that sees what follows from it does not. */
const ONE_DEFECT: readonly Meeting[] = [
  {
    name: 'a rate on the other budget is told as such, although the general rule is the graver one',
    table: {
      rows: [
        {
          initialBudget: 80,
          budget: 84,
          actual: 79.2,
          executionRate: percent(0.99),
          deviation: '追加84万元',
        },
      ],
    },
    field: 'executionRate',
    speaking: ['execution-denominator'],
  },
  {
    name: 'a gap of the form in a result that was to be a figure',
    table: { rows: [asks('quantity', '巡检24次', '巡检____次')] },
    field: 'indicator.quantity.result',
    speaking: ['template-residue'],
  },
  {
    name: 'a gap of the form in a satisfaction',
    table: { rows: [asks('satisfaction', '≥90%', '满意度达到XX%')] },
    field: 'indicator.satisfaction.result',
    speaking: ['template-residue'],
  },
  {
    name: 'the form’s instruction where problems are to be named',
    table: { rows: [asks('quantity', '≥30件', '24件', { problems: '请填写存在的问题（100字以内）' })] },
    field: 'problems',
    speaking: ['template-residue'],
  },
  {
    name: 'the form’s instruction where a reason is due',
    table: {
      rows: [
        asks('quantity', '检修水泵16台', '检修水泵16台', {
          'indicator.quantity.weight': 20,
          'indicator.quantity.score': 8,
          'indicator.quantity.deviation': '请填写偏差原因（200字以内）',
          'indicator.quality.target': '设备运行稳定',
          'indicator.quality.result': '设备运行稳定',
          'indicator.quality.weight': 80,
          'indicator.quality.score': 60,
          'indicator.quality.deviation': '请填写偏差原因（200字以内）',
        }),
      ],
    },
    field: 'indicator.quality.deviation',
    speaking: ['reason-missing'],
  },
  {
    name: 'a label of the form as an economic benefit',
    table: { rows: [asks('economic', '指标1：……', '无')] },
    field: 'indicator.economic.target',
    speaking: ['template-residue'],
  },
  {
    name: 'the budget as a bare number for a quantity',
    table: { rows: [asks('quantity', 146.74, 146.74, { budget: 146.74 })] },
    field: 'indicator.quantity.target',
    speaking: ['money-as-quantity'],
  },
  {
    name: 'the weights in place of targets and results',
    table: {
      rows: [
        {
          'indicator.quantity.target': 30,
          'indicator.quantity.result': 30,
          'indicator.quality.target': 20,
          'indicator.quality.result': 20,
          'indicator.social.target': 30,
          'indicator.social.result': 30,
          'indicator.satisfaction.target': 10,
          'indicator.satisfaction.result': 10,
        },
      ],
    },
    field: 'indicator.quantity.target',
    speaking: ['result-is-score'],
  },
  {
    name: 'a date of another year that is late for it',
    table: { rows: [asks('timeliness', '11月底前', '2026年11月20日')] },
    field: 'indicator.timeliness.result',
    speaking: ['year-mismatch'],
  },
  {
    name: 'a rate of nothing, typed as text',
    table: { rows: [{ budget: 0, actual: null, executionRate: '98.5％' }] },
    field: 'executionRate',
    speaking: ['budget-zero'],
  },
  {
    name: 'a completion that repeats the goal, numbers and all',
    table: {
      rows: [
        asks('quantity', '清理疫木7000株', '清理疫木7560株', {
          annualGoal: '按计划清理疫木7000株，让群众得到实惠。',
          goalCompletion: '按计划清理疫木7000株，让群众得到实惠。',
        }),
      ],
    },
    field: 'goalCompletion',
    speaking: ['goal-result-vague'],
  },
  {
    name: 'a total with the wrong sign',
    table: { rows: [{ budget: -40, 'budget.fiscal': 30, 'budget.other': 10, actual: 38 }] },
    field: 'budget',
    speaking: ['negative-amount'],
  },
  {
    name: 'what is left over of spending with the wrong sign',
    table: { rows: [{ budget: 40, actual: -38, balance: 2 }] },
    field: 'balance',
    speaking: [],
  },
  {
    name: 'a satisfaction that repeats its target in other signs',
    table: { rows: [asks('satisfaction', '≥90%', '≧９０％')] },
    field: 'indicator.satisfaction.result',
    speaking: ['satisfaction-no-figure'],
  },
  {
    name: 'a result that is done in part, and no figure',
    table: { rows: [asks('quantity', '建站3座', '基本完成', { goalCompletion: '已完成', ...MET })] },
    field: 'indicator.quantity.result',
    speaking: ['result-partial'],
  },
];

/** Two defects: each is still there when the other one is corrected. */
const TWO_DEFECTS: readonly Meeting[] = [
  {
    name: 'a wrong rate, typed as text',
    table: { rows: [{ budget: 100, actual: 95, executionRate: '85%' }] },
    field: 'executionRate',
    speaking: ['execution-rate-as-text', 'execution-rate-mismatch'],
  },
  {
    name: 'a wrong rate that hides a low one, and no place for a reason',
    table: { rows: [{ budget: 100, actual: 50, executionRate: percent(0.85) }] },
    field: 'executionRate',
    speaking: ['execution-rate-mismatch', 'low-execution-unexplained'],
  },
  {
    name: 'more spent than budgeted, typed as text',
    table: { rows: [{ budget: 1200, actual: '1,260', executionRate: percent(1.05) }] },
    field: 'actual',
    speaking: ['execution-over-100', 'number-as-text'],
  },
  {
    name: 'a target above all there is, with a slip for its sign',
    table: { rows: [asks('quality', '》100%', '100%')] },
    field: 'indicator.quality.target',
    speaking: ['operator-typo', 'target-over-100'],
  },
  {
    name: 'a result below its target, in full-width digits',
    table: { rows: [asks('quantity', '≥30件', '２８件')] },
    field: 'indicator.quantity.result',
    speaking: ['operator-typo', 'result-below-target'],
  },
  {
    name: 'an execution that is low, explained by the form’s instruction',
    table: { rows: [{ budget: 50, actual: 30, executionRate: percent(0.6), deviation: '请填写偏差原因' }] },
    field: 'deviation',
    speaking: ['low-execution-unexplained', 'template-residue'],
  },
];

function speakingAt({ table, field }: Meeting): string[] {
  const { annex, at } = buildAnnex(table);
  const { row, column } = at(0, field);
  const { findings } = reviewAnnex(annex);
  return findings
    .filter(({ cell }) => cell.row === row && cell.column === column)
    .map(({ rule }) => rule)
    .sort();
}

/** The rules that find something in the cell when each of them is asked alone. */
function findingAt({ table, field }: Meeting): string[] {
  const { annex, at } = buildAnnex(table);
  const { row, column } = at(0, field);
  return RULES.filter((rule) =>
    reviewAnnex(annex, [rule]).findings.some(({ cell }) => cell.row === row && cell.column === column),
  ).map(({ meta }) => meta.id);
}

describe('one defect in a cell is one finding', () => {
  test.each(ONE_DEFECT.map((meeting) => [meeting.name, meeting] as const))('%s', (_, meeting) => {
    expect(speakingAt(meeting)).toEqual(meeting.speaking);
    // Somebody gave way: else the case shows nothing.
    expect(findingAt(meeting).length).toBeGreaterThan(meeting.speaking.length);
  });
});

describe('two defects in a cell are two findings', () => {
  test.each(TWO_DEFECTS.map((meeting) => [meeting.name, meeting] as const))('%s', (_, meeting) => {
    expect(speakingAt(meeting)).toEqual(meeting.speaking);
  });
});

test('no rule gives way in a circle, however long', () => {
  const yields = new Map(RULES.map(({ meta }) => [meta.id, meta.yieldsTo ?? []]));
  const cleared = new Set<string>();
  function walk(id: string, path: readonly string[]): void {
    expect(path).not.toContain(id);
    if (cleared.has(id)) return;
    for (const other of yields.get(id) ?? []) walk(other, [...path, id]);
    cleared.add(id);
  }
  for (const id of yields.keys()) walk(id, []);
});
