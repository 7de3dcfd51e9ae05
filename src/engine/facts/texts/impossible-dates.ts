const DATE =
  /(?:(20\d\d)\s*年\s*)?(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]|(?<!\d)(20\d\d)([-./])(\d{1,2})\5(\d{1,2})(?!\d)/g;
/** A quick look, asked of every text: most hold no date. */
const MAY_DATE = /\d\s*月|20\d\d[-./]\d/;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MOST_DAYS = 31;

/** The first date in a text that no calendar has (2月30日, 2023年2月29日, 2023-06-31), as written; `null` where none is. */
export function impossibleDateIn(text: string): string | null {
  if (!MAY_DATE.test(text)) return null;
  for (const [whole, year, month, day, year2, , month2, day2] of text.matchAll(DATE)) {
    const written = month !== undefined;
    const [m, d] = [Number(month ?? month2), Number(day ?? day2)];
    // In figures alone, 2023-45-12 is a code.
    if (!written && (m < 1 || m > DAYS.length || d > MOST_DAYS)) continue;
    if (!exists(Number(year ?? year2 ?? 0), m, d)) return whole.trim();
  }
  return null;
}

/** @param year 0 where none is said: 29 February may then be meant of any leap year */
function exists(year: number, month: number, day: number): boolean {
  if (month < 1 || month > DAYS.length || day < 1) return false;
  const leap = year === 0 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return day <= DAYS[month - 1]! - (month === 2 && !leap ? 1 : 0);
}
