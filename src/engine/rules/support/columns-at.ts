import type { Annex } from '../../annex/annex';
import { readLabel } from '../../annex/text';

/** Labels that only say what is written below them, not of what. */
const ROLE = /^(?:分值|权重|得分|自评得分|指标分值|参考分值|标准分值?|自评分值?|满分)$/;

/**
 * What the header calls the thing of which a column holds the points: the lowest label above it that says more
 * than 分值 or 得分. The column is a 0-based sheet column; '' where no label stands above it.
 */
export function columnLabel({ columns }: Pick<Annex, 'columns'>, column: number): string {
  const path = columns.find((own) => own.column === column)?.headerPath ?? [];
  const names = path.map((label) => readLabel(label).name);
  return names.reverse().find((name) => name !== '' && !ROLE.test(name)) ?? names[0] ?? '';
}
