import { listed } from '../language';
import { amountLabelOf } from '../facts/table/places';
import { editOf } from '../rule/edits';
import { moneyText, quote } from '../rule/figures';
import type { Fix } from '../rule/finding';
import type { AnnexFacts } from '../rule/annex-facts';
import { defineRule, type Report } from '../rule/rule';
import { unitConflictsOf, type UnitConflict } from '../facts/money/unit-conflicts';
import { tableUnit } from './unit-conflict/table-unit';

export const rule = defineRule({
  meta: {
    id: 'unit-conflict',
    name: { 'zh-CN': '万元与元混用', en: 'Amounts in another unit' },
    description: {
      'zh-CN':
        '表内金额应统一用表头注明的单位。同一行的预算数、执行数、分项或执行率表明某个金额差一万倍，或本行文字写明了金额，即为口径不符；没有旁证、只是支出恰为预算万分之一左右或整行金额远离其他各行的，作为提醒。整表金额像是另一单位的，在首个金额处提示一次。单元格自己写明单位的由“数字存为文本”检查。',
      en: 'All amounts of an annex are in the unit of its head. An amount ten thousand times off by the budget, the spending, the parts, the rate or the words of its own row is an error; a row that is only far from all others, or spent a ten-thousandth of its budget without a reason, is a warning. Where the whole annex seems to be in another unit, that is said once. A cell that names its unit is left to “number stored as text”.',
    },
    topic: 'money',
    severity: 'error',
    severities: ['warning', 'info'],
    settings: ['moneyTolerance'],
    requires: [['budget', 'initialBudget', 'actual']],
    fix: 'suggestion',
    basis: ['评审惯例'],
    yieldsTo: ['formula-error'],
    messages: {
      row: {
        'zh-CN':
          '{column} {amount} 与同行{other} {otherAmount} 相差约一万倍，疑为元与万元混用；按本行口径应为 {expected}。请核对后统一单位。',
        en: '{column} {amount} is about ten thousand times off {other} {otherAmount} of the same row, as 元 and 万元 are; it should read {expected}. Check it and keep to one unit.',
      },
      text: {
        'zh-CN':
          '{column}为 {amount}{unit}，本行文字表述为“{said}”，相差一万倍；折合应为 {expected}{unit}。请核对后统一单位。',
        en: '{column} is {amount} {unit}, the words of this row say "{said}", ten thousand times off; that is {expected} {unit}. Check it and keep to one unit.',
      },
      others: {
        'zh-CN':
          '{column} {amount} 与其他各行相差悬殊，疑为元与万元混用；如属实，应为 {expected}。请核对单位。',
        en: '{column} {amount} is far off all other rows, as if 元 and 万元 were mixed; if so it should read {expected}. Check the unit.',
      },
      table: {
        'zh-CN':
          '表头注明金额单位为{unit}，但各项目金额多在 {amount} 上下，疑以{likely}填报。请核对金额单位。',
        en: 'The head says that amounts are in {unit}, yet they are mostly around {amount}, as if they were in {likely}. Check the unit.',
      },
      divide: { 'zh-CN': '除以 10000，改为 {after}', en: 'Divide by 10,000: {after}' },
      multiply: { 'zh-CN': '乘以 10000，改为 {after}', en: 'Multiply by 10,000: {after}' },
    },
  },
  learn: tableUnit,
  mayConcern: (project, context) => unitConflictsOf(context).of(project).length > 0,
  project(project, context, report) {
    const found = unitConflictsOf(context).of(project);
    const evidence = found[0]?.evidence;
    // A cell that names its own unit is another rule's; a table in another unit is told of once.
    if (!evidence || evidence === 'written') return;
    if (context.learnt && evidence !== 'row' && evidence !== 'quotient') return;
    report({ ...describe(context.annex, found), project });
  },
  annex({ annex, learnt: table }, report) {
    if (!table) return;
    const { cell, unit, confirmed } = table;
    report({
      severity: confirmed ? undefined : 'info',
      cell,
      project: null,
      message: 'table',
      data: {
        unit,
        likely: unit === '万元' ? '元' : '万元',
        amount: String(Number(annex.amounts.median.toPrecision(2))),
      },
    });
  },
});

function describe(annex: AnnexFacts, found: readonly UnitConflict[]): Omit<Report, 'project'> {
  const [first] = found as readonly [UnitConflict, ...UnitConflict[]];
  const { cell, value, evidence, against, said } = first;
  return {
    severity: evidence === 'others' || evidence === 'quotient' ? 'warning' : undefined,
    cell,
    related: [
      ...found.slice(1).map((other) => other.cell),
      ...(against ? [against.cell] : []),
      ...(said ? [said.cell] : []),
    ],
    message: evidence === 'quotient' ? 'row' : evidence,
    data: {
      column: amountLabelOf(annex, cell),
      amount: amountText(cell.number),
      expected: moneyText(value, annex),
      unit: annex.moneyUnit ?? '',
      other: against ? amountLabelOf(annex, against.cell) : '',
      otherAmount: against ? amountText(against.cell.number) : '',
      said: said ? quote(said.text) : '',
    },
    expected: value,
    actual: cell.number,
    suggestions: rescaled(annex, found),
  };
}

/** All amounts of the row that are typed in, at once; formulas follow them. */
function rescaled(annex: AnnexFacts, found: readonly UnitConflict[]): Fix[] {
  const typed = found.filter(({ cell }) => cell.formula === null);
  const [first] = typed;
  if (!first) return [];
  return [
    {
      title: first.value < first.cell.number ? 'divide' : 'multiply',
      data: { after: listed(typed.map(({ value }) => moneyText(value, annex))) },
      edits: typed.map(({ cell, value }) => editOf(cell, { value })),
    },
  ];
}

/** The amount with all the digits it has: 0.0115 is not 0.01. */
function amountText(amount: number): string {
  return String(Number(amount.toPrecision(12)));
}
