import type { PlanPart } from '../../host/port';
import type { OwnTexts } from '../i18n/own-texts';

interface NoticeTexts {
  readonly cellsLeftOut: string;
  readonly leftOut: string;
  readonly parts: Readonly<Record<PlanPart, string>>;
}

/** What of marks and rollups a host did not take. */
export const NOTICE_TEXTS: OwnTexts<NoticeTexts> = {
  'zh-CN': {
    cellsLeftOut: '{count} 个单元格的条件格式已达上限，没有标记。',
    leftOut: '“{sheet}”未能设置{parts}，其余内容完整。',
    parts: {
      looks: '单元格外观',
      widths: '列宽行高',
      freeze: '冻结窗格',
      links: '链接',
      choices: '下拉选项',
      charts: '图表',
      print: '打印设置',
    },
  },
  en: {
    cellsLeftOut: '{count} cells are not marked: they carry as many conditional formats as they can.',
    leftOut: 'Of “{sheet}”, {parts} could not be set; all else is there.',
    parts: {
      looks: 'the look of cells',
      widths: 'widths and heights',
      freeze: 'frozen panes',
      links: 'links',
      choices: 'lists to choose from',
      charts: 'charts',
      print: 'the print set-up',
    },
  },
};
