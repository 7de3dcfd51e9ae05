import { isCellError, isUnknown } from '../sheet/cell-value';
import type { SheetSnapshot } from '../sheet/snapshot';
import type { HeadEntry } from './annex';

/** What forms ask for outside their table: who reports, who signs, when. Not the unit of money. */
const ENTRY =
  /((?:项目|预算|主管|一级预算|填报|编报|编制|报送|上报|实施)?(?:部门|单位)(?:名称|负责人|领导)?|(?:财务|项目|部门|单位)?(?:负责人|经办人|联系人)|填表人|填报人|制表人|编制人|审核人|复核人|(?:分管|主要)领导|联系电话|联系方式|(?:填报|填表|编制|制表|报送)?(?:日期|时间))\s*(?:[（(](?:盖章|公章|签章|签字|签名|章)[）)])?\s*(?:[（(](?:盖章|公章|签章|签字|签名|章)[）)])?\s*[:：]/g;

/** An answer of blanks and the words printed to be completed ("年 月 日"). */
const UNANSWERED = /^[\s_＿.…—\-/]*$|^\s*(?:20\d\d)?\s*年\s*月\s*日\s*$/;

/** Behind "单位：" stands the unit of money, which is no entry. */
const MONEY_UNIT = /^\s*(?:人民币)?\s*(?:亿元|万元|元)\s*$/;

/**
 * Reads the lines outside a table that are to be filled in, several in a cell included
 * (a form filler and a checker side by side). An answer may stand behind its label or in the next cell.
 *
 * @param firstRow 0-based first row to read, `lastRow` the last one
 */
export function readEntries(sheet: SheetSnapshot, firstRow: number, lastRow: number): HeadEntry[] {
  const entries: HeadEntry[] = [];
  for (let row = firstRow; row <= lastRow; row++) {
    const values = sheet.values[row - sheet.firstRow] ?? [];
    values.forEach((value, i) => {
      if (typeof value !== 'string' || value.length > 200) return;
      const found = [...value.matchAll(ENTRY)];
      found.forEach((match, nth) => {
        const from = match.index + match[0].length;
        const to = found[nth + 1]?.index ?? value.length;
        let answer = value.slice(from, to);
        if (nth === found.length - 1 && UNANSWERED.test(answer)) answer = nextText(values, i) ?? answer;
        if (MONEY_UNIT.test(answer)) return;
        entries.push({
          row,
          column: sheet.firstColumn + i,
          label: match[0].replace(/\s*[:：]$/, '').trim(),
          answer: UNANSWERED.test(answer) ? '' : answer.trim(),
        });
      });
    });
  }
  return entries;
}

/** The next filled cell of a row, unless it opens an entry of its own. */
function nextText(values: SheetSnapshot['values'][number], index: number): string | null {
  for (const value of values.slice(index + 1)) {
    if (value === null || isCellError(value) || isUnknown(value) || value === '') continue;
    const text = String(value);
    return /[:：]/.test(text) ? null : text;
  }
  return null;
}
