import type { OwnTexts } from '../i18n/own-texts';

const zhCN = {
  choose: '选择规则口径',
  auto: '自动',
  autoHint: '按每张表的地区、执行率分值和指标体系选用。',
  because: {
    place: '按地区“{evidence}”选用。',
    weights: '按表内的执行率分值选用：“{evidence}”。',
    'cost-level': '按成本为一级指标选用：“{evidence}”。',
    default: '表内没有地区和分值方面的线索，按通用口径。',
  },
  own: '自己的口径',
  ownNamed: '自己的口径：{name}',
  ownHint: '从口径文件（JSON）读取，内容保存在此工作簿中。',
  file: '选择文件…',
  otherFile: '另选文件…',
  reading: '正在读取口径文件……',
  notUsed: '口径文件“{file}”没有采用',
  notRead: '文件没有读出来，请确认文件仍在原处后重选。',
  tooLarge: '文件超过 {size} KB，不像口径文件。',
  moreProblems: '还有 {count} 处。',
  kept: '选择保存在此工作簿中；更换后重新审核。',
  unusable: '工作簿中保存的口径不能使用，已改为自动。请重新选择。',
};

/** What is said where a profile is chosen. */
export type ProfileTexts = typeof zhCN;

const en: ProfileTexts = {
  choose: 'Choose the profile',
  auto: 'Automatic',
  autoHint: 'By the place, the points of the execution rate and the levels of each table.',
  because: {
    place: 'Chosen by the place: "{evidence}".',
    weights: 'Chosen by the points of the execution rate: "{evidence}".',
    'cost-level': 'Chosen because cost is a first level: "{evidence}".',
    default: 'The table names no place and no points that tell, so the general profile is used.',
  },
  own: 'A profile of your own',
  ownNamed: 'Your own: {name}',
  ownHint: 'Read from a profile file (JSON) and kept in this workbook.',
  file: 'Choose a file…',
  otherFile: 'Choose another file…',
  reading: 'Reading the profile…',
  notUsed: 'The profile "{file}" is not used',
  notRead: 'The file could not be read. Check that it is still there and choose it again.',
  tooLarge: 'The file is larger than {size} KB; it does not look like a profile.',
  moreProblems: 'And {count} more.',
  kept: 'The choice is kept in this workbook; a change reviews the sheet again.',
  unusable: 'The profile kept in the workbook cannot be used; automatic choice is in use. Choose again.',
};

export const PROFILE_TEXTS: OwnTexts<ProfileTexts> = { 'zh-CN': zhCN, en };
