import type { Annex } from '../../annex/annex';
import type { MoneyField } from '../../annex/field-id';
import { columnName } from './columns';

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
