import { YUAN_PER_UNIT } from '../annex/vocabulary/money-units';
import type { Project } from '../annex/annex';
import { isMoneyField, type FieldId, type MoneyField, type ScoreField } from '../annex/field-id';
import type { NumberCell } from '../annex/values/number-cell';
import { CELL_DIGITS, fullNumber } from '../sheet/number-format';
import { withFurther } from '../facts/table/number-cells';
import { labelOf, moneyFields, scoreFields } from '../facts/table/places';
import { editOf } from '../rule/edits';
import { quote } from '../rule/figures';
import type { AnnexFacts } from '../rule/annex-facts';
import { defineRule, type FactContext, type Report } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'number-as-text',
    name: { 'zh-CN': '数字存为文本', en: 'Number stored as text' },
    description: {
      'zh-CN':
        '金额、分值、得分栏中以文本形式录入的数字（如“620.82万元”“１２.５”）不能参与计算。单位与表内单位一致时去掉单位并转为数值。',
      en: 'Numbers typed as text in columns of money, weights and scores ("620.82万元", full-width digits) cannot be calculated with. A unit that is the annex\'s own is dropped.',
    },
    topic: 'money',
    severity: 'warning',
    requires: [
      [
        'budget',
        'initialBudget',
        'actual',
        'totalScore',
        'executionRate.score',
        'indicator.*.score',
        'indicator.*.weight',
      ],
    ],
    fix: 'format',
    basis: ['评审惯例'],
    habit: 'place',
    messages: {
      text: {
        'zh-CN': '{column}“{text}”是文本，不能参与计算。请改为数值 {after}。',
        en: '{column} "{text}" is text and cannot be calculated with; make it the number {after}.',
      },
      unit: {
        'zh-CN': '{column}填报为“{text}”，与表内金额单位{unit}不符，折合 {after}{unit}。请核对后改为数值。',
        en: '{column} says "{text}", in another unit than the annex ({unit}): that is {after} {unit}. Check it and make it a number.',
      },
      digits: {
        'zh-CN':
          '{column}“{text}”是文本，不能参与计算；位数超过单元格能保存的 15 位，转为数值会改变数额。请核对。',
        en: '{column} "{text}" is text and cannot be calculated with; it has more than the 15 digits that a cell keeps, so a number would be another amount. Check it.',
      },
      words: {
        'zh-CN': '{column}填报为“{text}”，不是数值。请填写金额或分数。',
        en: '{column} says "{text}", which is no number. Give the figure.',
      },
      convert: { 'zh-CN': '转换为数值 {after}', en: 'Convert to the number {after}' },
    },
  },
  project(project, context, report) {
    const { annex } = context;
    const { money, scores } = context.fact(figureFields);
    const visit = (field: FieldId, cell: NumberCell | null | undefined): void => {
      // A form that asks for an amount behind its label in one cell is answered there.
      if (
        !cell ||
        cell.label !== undefined ||
        (cell.number !== null ? !cell.asText : cell.presence !== 'value')
      )
        return;
      report(describe(annex, project, field, cell));
    };
    for (const field of money) for (const cell of withFurther(project.money[field])) visit(field, cell);
    for (const field of scores) visit(field, project.scores[field]);
    for (const { kind, weight, score } of project.indicators) {
      if (weight) visit(`indicator.${kind}.weight`, weight);
      if (score) visit(`indicator.${kind}.score`, score);
    }
  },
});

/** The fields whose cells hold figures, beside those of indicators. */
function figureFields({ annex }: FactContext): {
  readonly money: MoneyField[];
  readonly scores: ScoreField[];
} {
  return { money: moneyFields(annex), scores: scoreFields(annex) };
}

function describe(annex: AnnexFacts, project: Project, field: FieldId, cell: NumberCell): Report {
  const column = labelOf(annex, cell);
  const text = quote(String(cell.raw));
  if (cell.number === null)
    return { cell, project, message: 'words', data: { column, text }, actual: String(cell.raw) };
  if (digitsOf(String(cell.raw)) > CELL_DIGITS)
    return { cell, project, message: 'digits', data: { column, text }, actual: String(cell.raw) };
  const foreign =
    cell.writtenUnit !== null &&
    isMoneyField(field) &&
    annex.moneyUnit !== null &&
    cell.writtenUnit !== annex.moneyUnit;
  const factor = foreign ? YUAN_PER_UNIT[cell.writtenUnit!] / YUAN_PER_UNIT[annex.moneyUnit!] : 1;
  const value = Number((cell.number * factor).toPrecision(CELL_DIGITS));
  const after = fullNumber(value);
  const convert = {
    title: 'convert',
    data: { after },
    edits: [editOf(cell, { value }, cell.format === '@' ? 'General' : undefined)],
  };
  return {
    cell,
    project,
    message: foreign ? 'unit' : 'text',
    data: { column, text, after, unit: annex.moneyUnit ?? '' },
    expected: value,
    actual: String(cell.raw),
    // Another unit may as well be a slip in the text: only the reviewer can say.
    ...(foreign ? { suggestions: [convert] } : { fix: convert }),
  };
}

/** How many digits of a text say something: all but the zeros at its ends. */
function digitsOf(text: string): number {
  const digits = text.normalize('NFKC').replace(/\D/g, '');
  return digits.replace(/^0+|0+$/g, '').length;
}
