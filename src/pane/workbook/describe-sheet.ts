import type { WorkbookSheet } from '../../app/reviewer';
import { errorText } from '../../app/error-text';
import type { Locale } from '../../engine/language';
import { format, type PaneTexts } from '../i18n/texts';
import { formName, isReviewed } from '../recognition/describe-annex';
import type { WorkbookTexts } from './workbook-texts';

/** What a worksheet of a workbook is, in a few words. */
export function describeSheet(
  { sheet, annexes, reason, notUnderstood, error, review }: WorkbookSheet,
  texts: PaneTexts,
  own: WorkbookTexts,
  locale: Locale,
): string {
  if (error) return errorText(error, locale).happened;
  if (annexes.length === 0) {
    const words = notUnderstood ? own.notUnderstood : reason ? own[reason] : '';
    return sheet.visible ? words : joined([own.isHidden, words]);
  }
  if (!review && annexes.some(isReviewed)) return own.hiddenAnnex;
  const layouts = [...new Set(annexes.map(({ layout }) => texts.layouts[layout]))].join(texts.listSeparator);
  const projects = annexes.reduce((sum, { projectCount }) => sum + projectCount, 0);
  const [only] = annexes;
  const alone = annexes.length === 1 && only?.form ? formName(only) : null;
  return joined([
    layouts,
    annexes.length > 1 ? format(own.annexes, { count: annexes.length }) : '',
    !annexes.some(isReviewed)
      ? own.notReviewed
      : (alone ?? format(texts.recognition.projects, { count: projects })),
    notUnderstood ? own.alsoNotUnderstood : '',
    sheet.visible ? '' : own.isHidden,
  ]);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
