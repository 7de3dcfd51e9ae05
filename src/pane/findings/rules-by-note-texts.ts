import type { OwnTexts } from '../i18n/own-texts';

const zhCN = {
  label: '表内计分办法',
  followed: ' 注明了计分办法（“{note}”），{rules}按该说明审核。',
  notUnderstood: ' 注明了计分办法（“{note}”），未能读懂，{rules}未作审核。',
  hold: '改按规则口径审核',
  held: '本表未采用表内注明的计分办法，已按规则口径审核。',
  follow: '按表内说明审核',
};

/** What the lines on texts of the table by which it was checked say. */
export type RulesByNoteTexts = typeof zhCN;

const en: RulesByNoteTexts = {
  label: 'Scoring rules printed in the table',
  followed: ' says how points follow ("{note}"); checked by it: {rules}.',
  notUnderstood: ' says how points follow ("{note}"), which was not understood; not checked: {rules}.',
  hold: 'Hold the table to the profile',
  held: 'What this table prints was not followed; it was held to the profile. ',
  follow: 'Follow what the table prints',
};

export const RULES_BY_NOTE_TEXTS: OwnTexts<RulesByNoteTexts> = { 'zh-CN': zhCN, en };
