import type { AnnexOutline, TriedOut } from '../../app/reviewer';
import { isColumn, labelPath, type Place } from '../../engine/annex/place';
import { SEVERITIES, type Severity } from '../../engine/severity';
import { columnLetters } from '../../engine/sheet/address';
import type { Locale } from '../../engine/language';
import { fieldName } from '../i18n/field-name';
import { format, type PaneTexts } from '../i18n/texts';
import { ruleName } from '../wording/finding-text';
import type { CorrectionsTexts } from './corrections-texts';

/** What a correction of a column would do, a sentence each. */
export function consequencesOf(
  {
    annex,
    column,
    tried,
  }: { readonly annex: AnnexOutline; readonly column: Place; readonly tried: TriedOut },
  words: CorrectionsTexts,
  texts: PaneTexts,
  locale: Locale,
): string[] {
  const after = placesAfter(annex, tried);
  const own = after.find(({ line }) => line === column.line);
  const letters = columnLetters(column.line);
  const rules = (ids: readonly string[]): string =>
    ids.map((id) => ruleName(id, locale)).join(texts.listSeparator);
  const counts = (of: Readonly<Record<Severity, number>>): string =>
    SEVERITIES.flatMap((severity) =>
      of[severity] > 0
        ? format(words.count, { severity: texts.severities[severity], count: of[severity] })
        : [],
    ).join(texts.listSeparator);
  const some = (of: Readonly<Record<Severity, number>>): boolean => SEVERITIES.some((one) => of[one] > 0);
  return [
    own?.field
      ? format(words.wouldBe, { column: letters, field: fieldName(own.field, locale) })
      : format(words.wouldNotBe, { column: letters }),
    ...annex.places.filter(isColumn).flatMap((place) => {
      const now = after.find(({ line }) => line === place.line);
      if (place.line === column.line || place.field === null || now?.field !== null) return [];
      return format(words.loses, {
        column: columnLetters(place.line),
        header: labelPath(place).join(' › '),
        field: fieldName(place.field, locale),
      });
    }),
    ...(tried.checked.length > 0 ? [format(words.checked, { rules: rules(tried.checked) })] : []),
    ...(tried.notChecked.length > 0 ? [format(words.notChecked, { rules: rules(tried.notChecked) })] : []),
    ...(some(tried.come) ? [format(words.come, { counts: counts(tried.come) })] : []),
    ...(some(tried.gone) ? [format(words.gone, { counts: counts(tried.gone) })] : []),
    ...(some(tried.come) || some(tried.gone) ? [] : [words.same]),
  ];
}

/** The columns of the same table then; it is known by where it begins. */
function placesAfter(annex: AnnexOutline, { annexes }: TriedOut): readonly Place[] {
  const { firstRow, firstColumn } = annex.range;
  const rows = annexes.filter(({ range }) => range.firstRow === firstRow);
  const now = rows.find(({ range }) => range.firstColumn === firstColumn) ?? rows[0];
  return now ? now.places.filter(isColumn) : [];
}
