import type { Annex } from '../../annex/annex';
import {
  isMoneyField,
  isScoreField,
  type FieldId,
  type MoneyField,
  type ScoreField,
} from '../../annex/field-id';
import { readLabel } from '../../annex/text';

/** How the annex itself calls a field: the lowest label above its column, on one line; else the id. */
export function columnName(annex: Pick<Annex, 'columns'>, field: FieldId): string {
  const path = annex.columns.find((column) => column.field === field)?.headerPath;
  const lowest = path?.[path.length - 1];
  return lowest?.replace(/\s+/g, '').replace(/^其中[:：]/, '') ?? field;
}

/** Labels that only say that something is added up, not what. */
const TOTAL = /^(?:合计|小计|总计|共计|总额|金额|总数|年度资金总额|资金总额)(?:[(（].*)?[:：]?$/;

/**
 * How the annex calls an amount where it is told apart from others of its row: as `columnName` does, but for a
 * 合计 below 全年预算数 the label above it.
 */
export function amountName(annex: Pick<Annex, 'columns'>, field: MoneyField): string {
  const name = columnName(annex, field);
  if (!TOTAL.test(name)) return name;
  const path = annex.columns.find((column) => column.field === field)?.headerPath ?? [];
  for (let i = path.length - 2; i >= 0; i--) {
    const above = path[i]!.replace(/\s+/g, '');
    if (!TOTAL.test(above)) return above;
  }
  return name;
}

/** Labels that only say that points are written below them, not of what. */
const POINTS = /^(?:分值|权重|得分|自评得分|指标分值|参考分值|标准分值?|自评分值?|满分)$/;

/**
 * What the header calls the thing of which a column holds the points: the lowest label above it that says more
 * than 分值 or 得分. The column is a 0-based sheet column; '' where no label stands above it.
 */
export function pointsName({ columns }: Pick<Annex, 'columns'>, column: number): string {
  const path = columns.find((own) => own.column === column)?.headerPath ?? [];
  const names = path.map((label) => readLabel(label).name);
  return names.reverse().find((name) => name !== '' && !POINTS.test(name)) ?? names[0] ?? '';
}

/** The money fields that an annex has, in no particular order. */
export function moneyFields(annex: Pick<Annex, 'fields'>): MoneyField[] {
  return [...annex.fields].filter(isMoneyField);
}

/** The fields of weights and scores that an annex has beside those of its indicators. */
export function scoreFields(annex: Pick<Annex, 'fields'>): ScoreField[] {
  return [...annex.fields].filter(isScoreField);
}
