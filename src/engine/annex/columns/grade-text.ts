import { foldText } from '../text';

/** Grades as annexes write them, in scales of four and five steps: 优良中差, 优秀…, 合格…, 好/较好/一般/较差/差, A to E. */
const GRADE =
  /^(?:(?:绩效|自评|评价|评定|综合|总体)*(?:等级|等次|结果|结论|档次|评级)?(?:为|是|:)?)?(?:优秀?|良好?|中等?|差|一般|较[好优差良]|很?好|(?:不|基本)?合格|(?:不)?及格|[A-E])(?:等级|等次|档次|级|等|档)?$/i;

/** Whether a text is a grade and nothing else: "优", "良（80-89分）", "等级：合格". */
export function saysGrade(text: string): boolean {
  if (text.length > 20) return false;
  return GRADE.test(foldText(text).replace(/[([【][^()[\]【】]*[)\]】]/g, ''));
}
