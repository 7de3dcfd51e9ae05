/**
 * What a number format says about the digits a reader sees. Only the first section of the format counts
 * (positive numbers).
 */
export interface ShownDigits {
  /**
   * Digits after the decimal point, or `null` where the format does not say: "General" and "@" show as many as are
   * stored, times of day and fractions show none.
   */
  readonly decimals: number | null;
  readonly percent: boolean;
  /** Whether it shows a day, month or year; a time of day alone is no date. */
  readonly date: boolean;
}

const cache = new Map<string, ShownDigits>();

/** Reads a number format code, for example "0.00%" → 2 decimals, percent. */
export function shownDigits(format: string): ShownDigits {
  let shown = cache.get(format);
  if (!shown) {
    shown = readFormat(format);
    if (cache.size < 1000) cache.set(format, shown);
  }
  return shown;
}

function readFormat(format: string): ShownDigits {
  const section = (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]|_.|\*./g, '');
  if (section === '' || /general|@|常规|通用格式/i.test(section))
    return { decimals: null, percent: false, date: false };
  const percent = section.includes('%');
  const calendar =
    !percent &&
    /[ymdhs]/i.test(section) &&
    !/[0#?]/.test(section.replace(/[ymdhs]+/gi, '').replace(/\.0+/g, ''));
  if (calendar) {
    // An "m" beside hours or seconds means minutes.
    const date = /[yd]/i.test(section) || !/[hs]/i.test(section);
    return { decimals: date ? 0 : null, percent, date };
  }
  if (/[#?0]\s*\/\s*[#?0-9]/.test(section)) return { decimals: null, percent, date: false };
  return { decimals: /\.([0#?]+)/.exec(section)?.[1]?.length ?? 0, percent, date: false };
}

const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/**
 * A number as its reader sees it, near enough for reading meaning from it: percent, decimals and dates are
 * applied; colours, conditions, thousands separators and literal texts are not.
 * "General" shows the number as stored, without binary noise (0.1 + 0.2 → "0.3").
 */
export function displayNumber(value: number, format: string): string {
  const { decimals, percent, date } = shownDigits(format);
  if (date && value > 0 && value < 2_958_466) {
    const day = new Date(EXCEL_EPOCH + Math.floor(value) * DAY);
    return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
  }
  const shown = percent ? value * 100 : value;
  const text = decimals === null ? plainNumber(shown) : shown.toFixed(Math.min(decimals, 20));
  return percent ? `${text}%` : text;
}

/**
 * The number as people would write it: at most the 15 significant digits that spreadsheets keep of what is typed, so
 * that 0.57 ÷ 0.6 is 0.95 and not 0.9499999999999998.
 */
export function peopleNumber(value: number): number {
  return Number.isInteger(value) || !Number.isFinite(value) ? value : Number(value.toPrecision(CELL_DIGITS));
}

/** A number in decimal notation with at most 12 significant digits after binary noise is dropped. */
export function plainNumber(value: number): string {
  const text = String(Number(value.toPrecision(12)));
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : text;
}

/** How many significant digits of a number a cell keeps. */
export const CELL_DIGITS = 15;

/** A number in decimal notation with all digits that a cell keeps. */
export function fullNumber(value: number): string {
  const text = String(Number(value.toPrecision(CELL_DIGITS)));
  return text.includes('e-') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

/** Below this, a product with 100 carries no more noise than `NOISE`. */
const PLAIN = 1e5;
const NOISE = 1e-8;

/** How many digits a number carries after its decimal point, binary noise dropped; at most 12. */
export function storedDecimals(value: number): number {
  if (Number.isInteger(value)) return 0;
  const hundredths = value * 100;
  const whole = Math.round(hundredths);
  // Most amounts carry two decimals at most.
  if (Math.abs(value) < PLAIN && Math.abs(hundredths - whole) < NOISE)
    return whole % 100 === 0 ? 0 : whole % 10 === 0 ? 1 : 2;
  const text = plainNumber(value);
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}
