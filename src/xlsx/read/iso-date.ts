const DAY = 86_400_000;
/** Serial number of 1 January 1970 in the two date systems. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
const ISO = /^(?:(\d{4})-(\d{2})-(\d{2}))?T?(?:(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?)?Z?$/;

/** "P1DT2H30M15.5S", "-PT45M"; years and months have no fixed length and are not read. */
const DURATION =
  /^(-)?P(?:(\d+(?:[.,]\d+)?)W)?(?:(\d+(?:[.,]\d+)?)D)?(?:T(?=\d)(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;
/** Seconds of a week, a day, an hour, a minute and a second. */
const LENGTHS = [604_800, 86_400, 3_600, 60, 1];

/** A date cell (`t="d"`) as a serial number, and the format it needs to be seen as what it is. */
export interface SerialDate {
  readonly serial: number;
  readonly format: string;
}

/**
 * Turns an ISO 8601 date, time, both, or a duration into a serial number; `null` where the text is none.
 * @param date1904 whether the workbook counts days from 1904
 */
export function serialDate(text: string, date1904: boolean): SerialDate | null {
  const written = text.trim();
  const match = ISO.exec(written);
  if (!match) return duration(written);
  const [, year, month, day, hour, minute, second = '0', fraction = ''] = match;
  const time =
    hour === undefined ? 0 : (Number(hour) * 3600 + Number(minute) * 60 + Number(second + fraction)) / 86_400;
  if (year === undefined) return hour === undefined ? null : { serial: time, format: 'h:mm:ss' };
  const days =
    Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY + (date1904 ? EPOCH_1904 : EPOCH_1900);
  // The 1900 system has a 29 February 1900 that never was: days before it bear a number less.
  const serial = (!date1904 && days < 61 ? days - 1 : days) + time;
  return { serial, format: time === 0 ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss' };
}

/** A length of time as a part of days. */
function duration(text: string): SerialDate | null {
  const match = DURATION.exec(text);
  const parts = match?.slice(2);
  if (!match || !parts?.some((part) => part !== undefined)) return null;
  const seconds = parts.reduce((sum, part = '0', i) => sum + Number(part.replace(',', '.')) * LENGTHS[i]!, 0);
  return { serial: ((match[1] ? -1 : 1) * seconds) / 86_400, format: '[h]:mm:ss' };
}
