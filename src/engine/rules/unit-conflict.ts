import { wholeContext } from '../facts/whole-context';
import type { AnnexView } from '../annex/annex';
import type { MoneyUnit } from '../annex/vocabulary/money-units';
import { amountLabelOf } from '../facts/table/places';
import { editOf } from '../rule/edits';
import { moneyText, quote } from '../rule/figures';
import type { Fix } from '../rule/finding';
import type { Report, Rule } from '../rule/rule';
import { amountSaid } from '../facts/money/stated-amounts';
import { unitConflictsOf, type UnitConflicts, type UnitConflict } from '../facts/money/unit-conflicts';

export const rule: Rule = {
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
          '{column} {amount} 与同行{other} {otherAmount} 相差约一万倍，像是元与万元混用；按本行口径应为 {expected}。请核对后统一单位。',
        en: '{column} {amount} is about ten thousand times off {other} {otherAmount} of the same row, as 元 and 万元 are; it should read {expected}. Check it and keep to one unit.',
      },
      text: {
        'zh-CN':
          '{column}为 {amount}{unit}，本行文字写的是“{said}”，相差一万倍；折合应为 {expected}{unit}。请核对后统一单位。',
        en: '{column} is {amount} {unit}, the words of this row say "{said}", ten thousand times off; that is {expected} {unit}. Check it and keep to one unit.',
      },
      others: {
        'zh-CN':
          '{column} {amount} 与其他各行相差悬殊，像是元与万元混用；如是，应为 {expected}。请核对单位。',
        en: '{column} {amount} is far off all other rows, as if 元 and 万元 were mixed; if so it should read {expected}. Check the unit.',
      },
      table: {
        'zh-CN':
          '表头注明金额单位为{unit}，各项目金额却多在 {amount} 上下，像是以{likely}填写。请核对金额单位。',
        en: 'The head says that amounts are in {unit}, yet they are mostly around {amount}, as if they were in {likely}. Check the unit.',
      },
      divide: { 'zh-CN': '除以 10000，改为 {after}', en: 'Divide by 10,000: {after}' },
      multiply: { 'zh-CN': '乘以 10000，改为 {after}', en: 'Multiply by 10,000: {after}' },
    },
  },
  check(annex, report, profile) {
    const conflicts = unitConflictsOf(wholeContext(annex, profile));
    const whole = wholeTable(annex, conflicts);
    if (whole) report(whole);
    for (const project of annex.projects) {
      const found = conflicts.of(project);
      if (found.length === 0) continue;
      const { evidence } = found[0]!;
      // A cell that names its own unit is another rule's; a table in another unit has been told of once.
      if (evidence === 'written' || (whole && evidence !== 'row' && evidence !== 'quotient')) continue;
      report({ ...describe(annex, found), project });
    }
  },
};

function describe(annex: AnnexView, found: readonly UnitConflict[]): Omit<Report, 'project'> {
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
function rescaled(annex: AnnexView, found: readonly UnitConflict[]): Fix[] {
  const typed = found.filter(({ cell }) => cell.formula === null);
  const [first] = typed;
  if (!first) return [];
  return [
    {
      title: first.value < first.cell.number ? 'divide' : 'multiply',
      data: { after: typed.map(({ value }) => moneyText(value, annex)).join('、') },
      edits: typed.map(({ cell, value }) => editOf(cell, { value })),
    },
  ];
}

/** The amount with all the digits it has: 0.0115 is not 0.01. */
function amountText(amount: number): string {
  return String(Number(amount.toPrecision(12)));
}

/** Rows that a table needs to have a unit of its own. */
const ENOUGH_ROWS = 3;
/** 100 亿元: no table's usual project is that large. 万元. */
const CERTAINLY_YUAN = 1_000_000;
/** 10 亿元, in 万元. */
const PROBABLY_YUAN = 100_000;
/** In 元: no table's usual project is as small as that, and its largest not as small as the other. */
const CERTAINLY_WAN = 1000;
const LARGEST_WAN = 100_000;
/** 万元 beyond which, and 元 below which, the words of the rows are asked. */
const WORTH_ASKING = 10_000;
/** Rows whose words are read for what they say of the money. */
const ROWS_ASKED = 200;

/** A table all of whose amounts are in another unit than its head says. */
function wholeTable(annex: AnnexView, conflicts: UnitConflicts): Report | null {
  const { moneyUnit } = annex;
  const { count, median, highest } = conflicts.sizes.scale;
  if (count < ENOUGH_ROWS || (moneyUnit !== '万元' && moneyUnit !== '元')) return null;
  const tooHigh = moneyUnit === '万元';
  if (tooHigh ? median < WORTH_ASKING : median > WORTH_ASKING) return null;
  const certain = tooHigh ? median >= CERTAINLY_YUAN : median < CERTAINLY_WAN && highest < LARGEST_WAN;
  const confirmed = certain || wordsConfirm(annex, moneyUnit, tooHigh);
  if (!confirmed && !(tooHigh && median >= PROBABLY_YUAN)) return null;
  const project = annex.projects.find(({ money }) => firstAmount(money))!;
  return {
    severity: confirmed ? undefined : 'info',
    cell: firstAmount(project.money)!,
    project: null,
    message: 'table',
    data: {
      unit: moneyUnit,
      likely: tooHigh ? '元' : '万元',
      amount: String(Number(median.toPrecision(2))),
    },
  };
}

function firstAmount(money: AnnexView['projects'][number]['money']) {
  return [money.budget, money.initialBudget, money.actual].find((cell) => (cell?.number ?? 0) > 0);
}

/** Whether the words of the rows state amounts, and all that do are off by the same factor. */
function wordsConfirm(annex: AnnexView, unit: MoneyUnit, tooHigh: boolean): boolean {
  let confirming = 0;
  for (const project of annex.projects.slice(0, ROWS_ASKED)) {
    const said = amountSaid(project, project.money, unit);
    if (said === null) continue;
    if (said === 'same' || said.tooHigh !== tooHigh) return false;
    confirming++;
  }
  return confirming >= 2;
}
