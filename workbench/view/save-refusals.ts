import type { CannotSave, SaveObstacle } from '../model/cannot-save';

const REASONS: Readonly<Record<SaveObstacle, string>> = {
  sheets: '原有的工作表被重命名、删除、移动或隐藏过',
  'protected-structure': '工作簿的结构受保护，不能增加工作表',
  'rows-or-columns': '插入、删除或移动过行或列',
  merges: '合并单元格有改动',
  formats: '单元格的填充、字体、边框或对齐有改动',
  layout: '行高、列宽、隐藏或冻结有改动',
  links: '链接有改动',
  choices: '下拉列表有改动',
  charts: '图表有改动，或图表的类型不能写入',
  page: '页面设置有改动',
  protection: '工作表的保护状态有改动',
  'conditional-formats': '条件格式的改动不能写入',
  notes: '批注的改动不能写入',
  'locked-cells': '改动了数组公式或模拟运算表的单元格',
  'spilled-formulas': '有新输入的公式，其结果占多个单元格，文件中写不成同样的公式',
  'table-headers': '改动了表格（套用表格格式的区域）的标题行或汇总行',
};

/** Why nothing was saved, for people. */
export function refusalOf({ obstacle, sheet }: CannotSave): string {
  return `不能保存：${sheet === null ? '' : `“${sheet}”`}${REASONS[obstacle]}。`;
}
