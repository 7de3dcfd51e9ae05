import type { AnnexOutline, TriedOut } from '../../app/reviewer';
import { SEVERITIES, type Severity } from '../../engine/severity';
import type { Locale } from '../../engine/language';
import { fieldName } from '../i18n/field-name';
import { format, type PaneTexts } from '../i18n/texts';
import { ruleName } from '../wording/finding-text';
import { correctablesOf, nameOf, type Correctable } from './correctable';
import type { CorrectionsTexts } from './corrections-texts';

/** What a correction would do, a sentence each. */
export function consequencesOf(
  {
    annex,
    what,
    tried,
  }: { readonly annex: AnnexOutline; readonly what: Correctable; readonly tried: TriedOut },
  words: CorrectionsTexts,
  texts: PaneTexts,
  locale: Locale,
): string[] {
  const after = new Map(correctablesAfter(annex, tried).map((one) => [one.key, one]));
  const own = after.get(what.key);
  const name = nameOf(what, words);
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
      ? format(words.wouldBe, { what: name, field: fieldName(own.field, locale) })
      : format(words.wouldNotBe, { what: name }),
    ...correctablesOf(annex).flatMap((one) => {
      if (one.key === what.key || one.field === null || after.get(one.key)?.field !== null) return [];
      return format(words.loses, {
        what: nameOf(one, words),
        header: one.labels.join(' › '),
        field: fieldName(one.field, locale),
      });
    }),
    ...(tried.checked.length > 0 ? [format(words.checked, { rules: rules(tried.checked) })] : []),
    ...(tried.notChecked.length > 0 ? [format(words.notChecked, { rules: rules(tried.notChecked) })] : []),
    ...(some(tried.come) ? [format(words.come, { counts: counts(tried.come) })] : []),
    ...(some(tried.gone) ? [format(words.gone, { counts: counts(tried.gone) })] : []),
    ...(some(tried.come) || some(tried.gone) ? [] : [words.same]),
  ];
}

/** What can be corrected of the same table then; it is known by where it begins. */
function correctablesAfter(annex: AnnexOutline, { annexes }: TriedOut): readonly Correctable[] {
  const { firstRow, firstColumn } = annex.range;
  const rows = annexes.filter(({ range }) => range.firstRow === firstRow);
  const now = rows.find(({ range }) => range.firstColumn === firstColumn) ?? rows[0];
  return now ? correctablesOf(now) : [];
}
