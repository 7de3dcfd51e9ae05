import type { OwnTexts } from '../i18n/own-texts';

const zhCN = {
  title: '本机密钥',
  about:
    '在本机作出的忽略、修改和口径选择用密钥签名，保存在工作簿中；没有这个密钥的记录，打开时先提示，采用后才起作用。',
  notKept: '此环境不能保存密钥：记录只在关闭窗格之前视为本机的记录。',
  save: '保存密钥到文件…',
  saveHint: '用于您的另一台电脑，或与同事共用。请妥善保管，不要与工作簿一起发送。',
  fileName: '绩效自评审核-本机密钥',
  copyHint: '如果没有出现保存的提示，可以复制下面的全部文字，存为文本文件：',
  load: '从文件载入密钥…',
  loadAsk:
    '载入后，以前在本机作出的记录将按收到的记录对待，需要重新采用。确定用“{file}”中的密钥替换本机密钥吗？',
  loadYes: '替换',
  loadNo: '取消',
  loaded: '已载入密钥，工作簿中的记录已按新密钥重新核对。',
  problems: {
    'not-a-key': '“{file}”不是密钥文件。请选择由本工具保存的密钥文件。',
    newer: '“{file}”由更新的版本保存，当前版本不能读取。请升级本加载项。',
    damaged: '“{file}”不完整或有改动，没有载入。请重新取得密钥文件。',
    'not-kept': '此环境不能保存密钥，没有载入。',
    'not-read': '“{file}”没有读出来。请确认文件仍在原处后重选。',
  },
};

/** What is said of the key of this desk. */
export type DeskKeyTexts = typeof zhCN;

const en: DeskKeyTexts = {
  title: 'Key of this desk',
  about:
    'What is ignored, changed and chosen at this desk is signed with a key and kept in the workbook. Records without this key are shown when a file is opened and have no effect until they are adopted.',
  notKept: 'The key cannot be kept here: records are taken for your own only until the pane is closed.',
  save: 'Save the key to a file…',
  saveHint:
    'For a second computer of yours, or to share with a colleague. Keep it safe, and never send it with a workbook.',
  fileName: 'annex-reviewer-desk-key',
  copyHint: 'If nothing offers to save it, copy all of this text into a text file:',
  load: 'Load a key from a file…',
  loadAsk:
    'Records made at this desk before will be received records and have to be adopted again. Replace the key of this desk with the one in "{file}"?',
  loadYes: 'Replace',
  loadNo: 'Cancel',
  loaded: 'The key was loaded, and the records in the workbook were checked with it.',
  problems: {
    'not-a-key': '"{file}" is no key file. Choose one that this add-in has saved.',
    newer: '"{file}" was saved by a newer version. Update this add-in.',
    damaged: '"{file}" is incomplete or was changed, and was not loaded. Get the key file again.',
    'not-kept': 'A key cannot be kept here; it was not loaded.',
    'not-read': '"{file}" could not be read. Check that it is still there and choose it again.',
  },
};

export const DESK_KEY_TEXTS: OwnTexts<DeskKeyTexts> = { 'zh-CN': zhCN, en };
