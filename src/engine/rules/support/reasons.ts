import type { TextCell } from '../../annex/values/text-cell';
import { foldText } from '../../annex/text';

/** Ways to say that there is nothing to say. */
const NOTHING_TO_SAY =
  /^(?:无|没有|不存在|未发现|暂无|未出现)(?:任何|明显|重大)?(?:存在)?(?:的)?(?:问题|偏差|差异|困难)?[。.!]?$/;

/** Whether a cell of reasons, problems or measures says anything: "无。", "0" and "不存在问题" say nothing. */
export function givesReason(cell: TextCell | null | undefined): boolean {
  if (!cell?.answered || cell.statement.placeholder) return false;
  return cell.text.length > 16 || !NOTHING_TO_SAY.test(foldText(cell.text));
}
