import type { OwnTexts } from '../i18n/own-texts';

const zhCN = {
  title: '帮助',
  keys: '按键',
  keysNote: '光标在问题列表中时可用，每个按键都有对应的按钮。',
  keyNames: {
    upDown: '上一张、下一张卡片',
    altUpDown: '上一条、下一条待处理的问题（窗格任何位置）',
    leftRight: '收起、展开分组',
    enter: '定位到单元格',
    apply: '应用修正',
    ignore: '忽略',
    applyAll: '全部修正',
    ignoreAll: '全部忽略',
    mark: '只标记这些',
    undo: '撤销上一步',
    search: '搜索',
    escape: '返回',
  },
  keyCaps: { enter: '回车', shift: 'Shift', alt: 'Alt' },
  limits: '当前环境的限制',
  noLimits: '当前环境支持全部功能。',
  privacy: '数据',
  privacyText: '审核在本机完成，表格内容不会发送到网络。忽略的原因和修改记录保存在工作簿中。',
};

/** What the help says. */
export type HelpTexts = typeof zhCN;

const en: HelpTexts = {
  title: 'Help',
  keys: 'Keys',
  keysNote: 'For use in the list of findings; each key has a button too.',
  keyNames: {
    upDown: 'Previous, next card',
    altUpDown: 'Previous, next open finding (anywhere in the pane)',
    leftRight: 'Collapse, expand a group',
    enter: 'Go to the cell',
    apply: 'Apply the fix',
    ignore: 'Ignore',
    applyAll: 'Fix all',
    ignoreAll: 'Ignore all',
    mark: 'Mark these only',
    undo: 'Undo the last step',
    search: 'Search',
    escape: 'Back',
  },
  keyCaps: { enter: 'Enter', shift: 'Shift', alt: 'Alt' },
  limits: 'Limits here',
  noLimits: 'Everything is available here.',
  privacy: 'Data',
  privacyText:
    'The review runs on this computer; nothing is sent over the network. Reasons and the change log are kept in the workbook.',
};

export const HELP_TEXTS: OwnTexts<HelpTexts> = { 'zh-CN': zhCN, en };
