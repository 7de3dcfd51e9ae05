import type { PlanStyle } from '../sheet/sheet-plan';

/** Collects the styles of a plan, each once, and gives their indexes. */
export class StyleBook {
  readonly styles: PlanStyle[] = [];
  private readonly indexes = new Map<string, number>();
  /** The same object comes for every cell of a column. */
  private readonly known = new Map<PlanStyle, number>();

  /** @param styles those that a plan has already; they keep their indexes */
  constructor(styles: readonly PlanStyle[] = []) {
    styles.forEach((style) => {
      this.indexes.set(JSON.stringify(style), this.styles.push(style) - 1);
    });
  }

  index(style: PlanStyle): number {
    let index = this.known.get(style);
    if (index === undefined) {
      const key = JSON.stringify(style);
      index = this.indexes.get(key) ?? this.styles.push(style) - 1;
      this.indexes.set(key, index);
      this.known.set(style, index);
    }
    return index;
  }
}

const FONT = '宋体';
const BODY: PlanStyle = { fontName: FONT, fontSize: 10, vertical: 'center', border: 'thin' };

/** How government tables look; the styles of all rollup sheets. */
export const LOOKS = {
  title: { fontName: FONT, fontSize: 16, bold: true, horizontal: 'center', vertical: 'center' },
  lineLeft: { fontName: FONT, fontSize: 10, horizontal: 'left', vertical: 'center' },
  lineRight: { fontName: FONT, fontSize: 10, horizontal: 'right', vertical: 'center' },
  note: { fontName: FONT, fontSize: 9, horizontal: 'left', vertical: 'center', wrap: true },
  header: { ...BODY, bold: true, fill: '#F2F2F2', horizontal: 'center', wrap: true },
  text: { ...BODY, horizontal: 'left', wrap: true },
  centred: { ...BODY, horizontal: 'center', wrap: true },
  count: { ...BODY, horizontal: 'right', numberFormat: '0' },
  money: { ...BODY, horizontal: 'right', numberFormat: '#,##0.00' },
  score: { ...BODY, horizontal: 'right' },
  rate: { ...BODY, horizontal: 'right', numberFormat: '0.00%' },
  link: { ...BODY, horizontal: 'center', fontColor: '#0563C1' },
  key: { ...BODY, fontSize: 8, horizontal: 'left', fontColor: '#7F7F7F' },
} as const satisfies Readonly<Record<string, PlanStyle>>;

/** The same look in bold, for rows of sums. */
export function bold(style: PlanStyle): PlanStyle {
  return { ...style, bold: true };
}

/** The same look with the text as it stands: "2026-01" or "007" is never read as something else. */
export function asText(style: PlanStyle): PlanStyle {
  return { ...style, numberFormat: '@' };
}
