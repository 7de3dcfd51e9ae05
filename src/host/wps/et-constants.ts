/*
 * The numbers of the enumerations that are used. Builds swallow their names, and `Application.Enum` may not be there.
 */

export const WORKSHEET = -4167;
export const VISIBLE = -1;
export const NONE = -4142;
export const AUTOMATIC = -4105;
export const MANUAL = -4135;
export const BY_FORMULA = 2;
export const CONTINUOUS = 1;
export const SOLID = 1;
export const GENERAL = 1;
export const HORIZONTAL = { left: -4131, center: -4108, right: -4152 } as const;
export const VERTICAL = { top: -4160, center: -4108, bottom: -4107 } as const;
export const A_LIST = 3;
export const STOP = 1;
export const PORTRAIT = 1;
export const LANDSCAPE = 2;
export const A4 = 9;
export const BY_COLUMNS = 2;
export const CHART_TYPES = { column: 51, bar: 57, pie: 5 } as const;
/** Document properties that are texts. */
export const A_TEXT = 4;
/** The formats of files that keep custom XML parts: .xlsx, .xlsm and .xlsb. */
export const WITH_PARTS: readonly number[] = [50, 51, 52];
