import type { AnnexOutline } from '../../app/reviewer';
import { REVIEWED_LAYOUTS } from '../../engine/annex/annex';
import { isSettled, type Place } from '../../engine/annex/place';
import { toRangeAddress } from '../../engine/sheet/address';
import { format, type PaneTexts } from '../i18n/texts';

/** The two lines that say what an annex is: its kind and size, or whose form it is; its place and terms. */
export function describeAnnex(annex: AnnexOutline, texts: PaneTexts): readonly [string, string] {
  const { recognition, layouts } = texts;
  const { form } = annex;
  const kind = [
    layouts[annex.layout],
    ...(form
      ? [formName(annex)]
      : [
          format(recognition.projects, { count: annex.projectCount }),
          annex.unitCount > 0 ? format(recognition.units, { count: annex.unitCount }) : '',
        ]),
  ];
  const terms = [
    form?.name ? (form.unit ?? '') : '',
    toRangeAddress(annex.range),
    annex.moneyUnit ?? recognition.noMoneyUnit,
    annex.year === null ? recognition.noYear : format(recognition.year, { year: String(annex.year) }),
  ];
  return [joined(kind), joined(terms)];
}

/** What a form is about: its project, or else its unit; '' where it names neither. */
export function formName({ form, department }: AnnexOutline): string {
  return form?.name || (form?.unit ?? department ?? '');
}

/** Whether a place deserves a look: without a field, or with one that is only guessed, unless a reviewer has settled it. */
export function isDoubtful(place: Place): boolean {
  return !isSettled(place) && (place.field === null || place.confidence === 'guess');
}

/** Whether rules run on the annex. */
export function isReviewed(annex: AnnexOutline): boolean {
  return REVIEWED_LAYOUTS.includes(annex.layout);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
