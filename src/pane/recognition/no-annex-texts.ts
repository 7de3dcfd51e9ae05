import type { OwnTexts } from '../i18n/own-texts';

const zhCN = {
  lookedFor: '识别时找的是这样的表头或标签：',
  lookedForParts: {
    name: '项目名称（或支出项目名称、专项名称）',
    money: '预算数、执行数、执行率中的至少一项',
    indicators: '指标值与完成情况（数量、质量、时效、满意度等）',
  },
  goBack: '回到“{sheet}”',
  elsewhere: '“{sheet}”中有绩效自评表，请切换到该工作表再审核。',
  goThere: '转到“{sheet}”',
  reviewAll: '审核全部工作表',
};

/** What is said of a worksheet with nothing to review. */
export type NoAnnexTexts = typeof zhCN;

const en: NoAnnexTexts = {
  lookedFor: 'A header or labels like these were looked for:',
  lookedForParts: {
    name: 'the name of the project',
    money: 'at least one of budget, spending and execution rate',
    indicators: 'targets and results (quantity, quality, timeliness, satisfaction and so on)',
  },
  goBack: 'Back to "{sheet}"',
  elsewhere: '"{sheet}" holds a self-evaluation annex; switch to it and review.',
  goThere: 'Go to "{sheet}"',
  reviewAll: 'Review all worksheets',
};

export const NO_ANNEX_TEXTS: OwnTexts<NoAnnexTexts> = { 'zh-CN': zhCN, en };
