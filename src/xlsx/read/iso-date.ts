const DAY = 86_400_000;
/** Serial number of 1 January 1970 in the two date systems. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
const ISO = /^(?:(\d{4})-(\d{2})-(\d{2}))?T?(?:(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?)?Z?$/;

/** A date cell (`t="d"`) as a serial number, and the format it needs to be seen as what it is. */
export interface SerialDate {
  readonly serial: number;
  readonly format: string;
}

/**
 * Turns an ISO 8601 date, time or both into a serial number; `null` where the text is none.
 * @param date1904 whether the workbook counts days from 1904
 */
export function serialDate(text: string, date1904: boolean): SerialDate | null {
  const match = ISO.exec(text.trim());
  if (!match) return null;
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
