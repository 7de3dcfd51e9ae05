import type { Locale } from '../engine/language';
import type { KeyFileProblem } from '../host/desk-key-file';

type Problem = KeyFileProblem | 'not-kept';

const TEXTS: Readonly<Record<Locale, Readonly<Record<Problem, string>>>> = {
  'zh-CN': {
    'not-a-key': '这不是密钥文件，没有载入。请选择从本加载项导出的密钥文件。',
    newer: '密钥文件由更新的版本导出，当前版本不能读取，没有载入。请升级本加载项后重试。',
    damaged: '密钥文件不完整或已被改动，没有载入。请重新导出后再试。',
    'not-kept': '本机不能保存设置，密钥没有载入。请允许浏览器保存本页的数据后重试。',
  },
  en: {
    'not-a-key': 'This is no key file; nothing was loaded. Choose a file that this add-in has exported.',
    newer:
      'The key file was exported by a newer version; nothing was loaded. Update this add-in and try again.',
    damaged: 'The key file is incomplete or was changed; nothing was loaded. Export it again.',
    'not-kept':
      'Settings cannot be kept on this computer; the key was not loaded. Let the browser keep data of this page and try again.',
  },
};

/** Why the key of a file was not loaded, and what to do. */
export function keyFileText(problem: Problem, locale: Locale): string {
  return TEXTS[locale][problem];
}
