import type { Annex } from '../../annex/annex';
import { isMoneyField, isScoreField, type MoneyField, type ScoreField } from '../../annex/field-id';
import { labelPath, lowestLabel, type CellRef, type Place } from '../../annex/place';
import { readLabel } from '../../annex/text';

type WithPlaces = Pick<Annex, 'places'>;

/** The place in which a cell of the annex stands; `undefined` where it stands in none. */
function placeOf({ places }: WithPlaces, { place }: Pick<CellRef, 'place'>): Place | undefined {
  return places[place];
}

/** How the annex itself calls what stands in a cell: the lowest label of its place, on one line; else the field's id. */
export function labelOf(annex: WithPlaces, cell: Pick<CellRef, 'place'>): string {
  const place = placeOf(annex, cell);
  if (!place) return '';
  return lowestLabel(place).replace(/^其中[:：]|[:：]$/g, '') || (place.field ?? '');
}

/** Labels that only say that something is added up, not what. */
const TOTAL = /^(?:合计|小计|总计|共计|总额|金额|总数|年度资金总额|资金总额)(?:[(（].*)?[:：]?$/;

/**
 * How the annex calls an amount where it is told apart from others of its project: as `labelOf` does, but for a
 * 合计 below 全年预算数 the label above it.
 */
export function amountLabelOf(annex: WithPlaces, cell: Pick<CellRef, 'place'>): string {
  const label = labelOf(annex, cell);
  if (!TOTAL.test(label)) return label;
  const path = labelPath(placeOf(annex, cell)!).slice(0, -1);
  return path.reverse().find((above) => !TOTAL.test(above)) ?? label;
}

/** All that the annex writes above or before what stands in a cell, the outermost label first; '' where it has none. */
export function labelsOver(annex: WithPlaces, cell: Pick<CellRef, 'place'>): string {
  const place = placeOf(annex, cell);
  return place ? labelPath(place).join(' ') : '';
}

/** Labels that only say that points are written there, not of what. */
const POINTS = /^(?:分值|权重|得分|自评得分|指标分值|参考分值|标准分值?|自评分值?|满分)$/;

/**
 * What the annex calls the thing of which a cell holds the points: the lowest label of its place that says more
 * than 分值 or 得分; '' where it has no label.
 */
export function pointsLabelOf(annex: WithPlaces, cell: Pick<CellRef, 'place'>): string {
  const names = (placeOf(annex, cell)?.labels ?? []).map(({ text }) => readLabel(text).name);
  return names.reverse().find((name) => name !== '' && !POINTS.test(name)) ?? names[0] ?? '';
}

/** The money fields that an annex has, in no particular order. */
export function moneyFields(annex: Pick<Annex, 'fields'>): MoneyField[] {
  return annex.fields.filter(isMoneyField);
}

/** The fields of weights and scores that an annex has beside those of its indicators. */
export function scoreFields(annex: Pick<Annex, 'fields'>): ScoreField[] {
  return annex.fields.filter(isScoreField);
}
