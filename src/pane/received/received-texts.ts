import type { OwnTexts } from '../i18n/own-texts';

const zhCN = {
  title: '此工作簿带有不是在本机作出的审核记录',
  intro: '采用之前，这些记录不影响审核结果。',
  keyNotKept: '此环境不能保存本机的密钥：关闭窗格后，在这里作出的记录也按收到的记录对待。',
  kinds: {
    dismissals: '已忽略的问题 {count} 处',
    profiles: '选用的规则口径 {count} 个',
    corrections: '列的更正 {count} 处',
    changes: '修改记录 {count} 处',
  },
  show: '查看',
  hide: '收起',
  adopt: '采用',
  adoptHints: {
    dismissals: '视同在本机忽略，可以随时恢复',
    profiles: '按此口径重新审核；有多个的，采用最后一个',
    corrections: '按更正后的列重新审核，可以随时撤销',
    changes: '列入修改记录，可以逐条撤销',
  },
  refuse: '不采用',
  refuseHint: '今后在本机不再提示',
  profile: '“{name}”（他处的口径）：停用的规则：{off}；降低级别的规则：{lowered}',
  builtInProfile: '“{name}”（内置口径）：停用的规则：{off}；降低级别的规则：{lowered}',
  profileUnusable: '口径的内容不能使用',
  column: '“{column}”列作为“{field}”',
  columnLeftOut: '“{column}”列不审核',
  header: '以“{columns}”等为表头（{rows} 行）',
  none: '无',
  unreadable: '不能读取的记录 {count} 份',
  discard: '移除…',
  discardAsk: '移除后不能找回。确定从此工作簿中移除这些记录吗？',
  discardYes: '移除',
  discardNo: '保留',
};

/** What is said of records that came with the workbook. */
export type ReceivedTexts = typeof zhCN;

const en: ReceivedTexts = {
  title: 'This workbook carries review records that were not made at this desk',
  intro: 'They have no effect on the review until they are adopted.',
  keyNotKept:
    "This desk's key cannot be kept here: once the pane is closed, what is recorded here is received as well.",
  kinds: {
    dismissals: 'Ignored findings: {count}',
    profiles: 'Chosen profiles: {count}',
    corrections: 'Corrections of columns: {count}',
    changes: 'Changes: {count}',
  },
  show: 'Show',
  hide: 'Hide',
  adopt: 'Adopt',
  adoptHints: {
    dismissals: 'As if ignored at this desk; can be restored at any time',
    profiles: 'Reviews again with this profile; of several, with the last one',
    corrections: 'Reviews again with the corrected columns; can be undone at any time',
    changes: 'Enters them in the change log, where each can be undone by itself',
  },
  refuse: 'Refuse',
  refuseHint: 'Not shown at this desk any more',
  profile: '"{name}" (a profile from elsewhere): rules off: {off}; rules lowered: {lowered}',
  builtInProfile: '"{name}" (built in): rules off: {off}; rules lowered: {lowered}',
  profileUnusable: 'The profile cannot be used',
  column: 'Column "{column}" is "{field}"',
  columnLeftOut: 'Column "{column}" is not reviewed',
  header: '"{columns}" and others are a header ({rows} rows)',
  none: 'none',
  unreadable: 'Records that cannot be read: {count}',
  discard: 'Remove…',
  discardAsk: 'Removed records cannot be brought back. Remove them from this workbook?',
  discardYes: 'Remove',
  discardNo: 'Keep',
};

export const RECEIVED_TEXTS: OwnTexts<ReceivedTexts> = { 'zh-CN': zhCN, en };
