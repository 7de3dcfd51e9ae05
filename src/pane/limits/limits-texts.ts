import type { OwnTexts } from '../i18n/own-texts';
import type { Limit } from './limits';

type LimitsTexts = { readonly title: string } & Readonly<Record<Limit, string>>;

/** What a host does not do, in words. */
export const LIMITS_TEXTS: OwnTexts<LimitsTexts> = {
  'zh-CN': {
    title: '当前环境有以下限制',
    writes: '只能读取：不能标记、修正或插入汇总表。',
    marks: '标记不能保留：单元格不加底色，问题请在批注、窗格和“问题清单”中查看。',
    notes: '不能添加批注：标记只有底色，问题说明在窗格和“问题清单”中查看。',
    charts: '不能插入图表：汇总表只有表格。',
    undo: '表格自身的撤销不一定包含本工具的修改，也可能因此清空：请用窗格中的“撤销”。',
    interactive: '不能跟随选中的单元格。',
    renames: '工作表改名后视为另一张工作表：请重新审核。',
    polled: '表格的改动每隔约一秒查看一次：窗格可能稍后才反映。',
    untold: '不能自动发现表格的改动：改动后请重新审核。',
    properties: '忽略的原因和修改记录保存在文档属性中。',
    nowhere: '忽略的原因和修改记录不能存入工作簿：关闭窗格后即失去，请在关闭前核对。',
  },
  en: {
    title: 'What is not available here',
    writes: 'Reading only: nothing can be marked, fixed or inserted.',
    marks:
      'Marks are not kept: no colours; see the findings in the notes, in the pane and in the list of issues.',
    notes: 'No notes: marks are colours only; explanations are in the pane and in the list of issues.',
    charts: 'No charts: rollups have tables only.',
    undo: "The spreadsheet's own undo may not cover our changes, and may be emptied by them: use Undo in this pane.",
    interactive: 'The selection cannot be followed.',
    renames: 'A worksheet that is renamed counts as another one: review it again.',
    polled: 'Edits in the sheet are looked for about once a second: the pane may follow a little later.',
    untold: 'Edits in the sheet are not noticed: review again after editing.',
    properties: 'Reasons and the change log are kept in the document properties.',
    nowhere:
      'Reasons and the change log cannot be kept in the workbook: they are lost when the pane is closed, so look through them before.',
  },
};
