import type { PlanStyle } from '../../../engine/sheet/sheet-plan';

/** How the text of a cell lies in it; "" where the plan does not say. */
export function alignmentOf({ horizontal, vertical, wrap }: PlanStyle): string {
  const attributes =
    (horizontal ? ` horizontal="${horizontal}"` : '') +
    (vertical ? ` vertical="${vertical}"` : '') +
    (wrap ? ' wrapText="1"' : '');
  return attributes === '' ? '' : `<alignment${attributes}/>`;
}
