import type { PaneTexts } from '../i18n/texts';
import { zhCN } from '../i18n/zh-CN';

/** The reasons to choose from. */
export const REASONS = ['verified', 'other-basis', 'not-applicable'] as const;
export type Reason = (typeof REASONS)[number];

/** A reason as the workbook keeps it: in Chinese, as all that stands there, whatever the pane speaks. */
export function reasonForWorkbook(reason: Reason): string {
  return zhCN.findings.reasons[reason];
}

/** A reason kept in the workbook, in the language of the pane; what somebody wrote stays as written. */
export function reasonText(kept: string, texts: PaneTexts): string {
  const known = REASONS.find((reason) => zhCN.findings.reasons[reason] === kept);
  return known ? texts.findings.reasons[known] : kept;
}
