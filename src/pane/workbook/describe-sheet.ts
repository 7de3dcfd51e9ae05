import type { SheetReview, WorkbookSheet } from '../../app/reviewer';
import { errorText } from '../../app/error-text';
import type { Locale } from '../../engine/language';
import { SEVERITIES, type Severity } from '../../engine/severity';
import { format, type PaneTexts } from '../i18n/texts';
import { isReviewed } from '../recognition/describe-annex';
import type { WorkbookTexts } from './workbook-texts';

/** How many open findings a review has, by severity. */
export function openCounts({ findings }: SheetReview): Readonly<Record<Severity, number>> {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const { severity, state } of findings) if (state === 'open') counts[severity]++;
  return counts;
}

/** What a worksheet of a workbook is, in a few words. */
export function describeSheet(
  { sheet, annexes, reason, error, review }: WorkbookSheet,
  texts: PaneTexts,
  own: WorkbookTexts,
  locale: Locale,
): string {
  if (error) return errorText(error, locale).happened;
  if (annexes.length === 0) {
    const words = reason ? own[reason] : '';
    return sheet.visible ? words : joined([own.isHidden, words]);
  }
  if (!review) return own.hiddenAnnex;
  const layouts = [...new Set(annexes.map(({ layout }) => texts.layouts[layout]))].join('、');
  const projects = annexes.reduce((sum, { projectCount }) => sum + projectCount, 0);
  return joined([
    layouts,
    annexes.length > 1 ? format(own.annexes, { count: annexes.length }) : '',
    annexes.some(isReviewed) ? format(texts.recognition.projects, { count: projects }) : own.notReviewed,
    sheet.visible ? '' : own.isHidden,
  ]);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
