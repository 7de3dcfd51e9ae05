/*
 * Whether a formula that came with a workbook may be written back. A formula can fetch pages, open links, run programs or
 * read other workbooks, in more ways than anybody can list; so it is asked what it may contain, not what it may not.
 */

/** Functions that compute from what they are given, and nothing else. */
const HARMLESS: ReadonlySet<string> = new Set(
  (
    'ABS AND AVERAGE AVERAGEIF AVERAGEIFS CEILING CHOOSE COLUMN COLUMNS CONCAT CONCATENATE COUNT COUNTA COUNTBLANK ' +
    'COUNTIF COUNTIFS DATE DATEDIF DAY DAYS EDATE EOMONTH EXACT FALSE FIND FIXED FLOOR HLOOKUP IF IFERROR IFNA IFS ' +
    'INDEX INT ISBLANK ISERR ISERROR ISNA ISNUMBER ISTEXT LARGE LEFT LEN LOOKUP LOWER MATCH MAX MAXIFS MEDIAN MID MIN ' +
    'MINIFS MOD MONTH N NA NOT NOW NUMBERVALUE OR POWER PRODUCT QUOTIENT RANK RANK.EQ RIGHT ROUND ROUNDDOWN ROUNDUP ' +
    'ROW ROWS SEARCH SIGN SMALL SQRT SUBSTITUTE SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT SWITCH T TEXT TEXTJOIN TODAY ' +
    'TRIM TRUE TRUNC UPPER VALUE VLOOKUP XLOOKUP XMATCH YEAR'
  ).split(' '),
);

const SPACE = /[ \n\r\t]+/y;
const TEXT = /"(?:[^"]|"")*"/y;
const QUOTED_SHEET = /'((?:[^']|'')+)'!/y;
const SHEET = /([\p{L}\p{N}_.]+)!/uy;
const CALL = /((?:_xlfn\.|_xlws\.)*[A-Za-z][A-Za-z0-9.]*)\(/y;
const CELLS =
  /(?:\$?[A-Za-z]{1,3}\$?\d{1,7}|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.(!\\?])/uy;
const WORD = /(?:TRUE|FALSE)(?![\p{L}\p{N}_.(!])/iuy;
const NUMBER = /\d*\.?\d+(?:[eE][+-]?\d+)?(?![\p{L}_!])/uy;
const ERROR = /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)/y;
const SIGN = /[-+*/^&=<>(),;:%{}]/y;

/**
 * Whether a formula computes only from cells of its own workbook with functions that do nothing else. Defined names and
 * tables are not among what it may contain: what they stand for is not seen.
 * @param sheets names of the worksheets of the workbook
 */
export function staysInWorkbook(formula: string, sheets: readonly string[]): boolean {
  const names = new Set(sheets.map((name) => name.toLowerCase()));
  const isSheet = (name: string): boolean => names.has(name.replace(/''/g, "'").toLowerCase());
  let at = formula.startsWith('=') ? 1 : 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(formula);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < formula.length) {
    if (take(SPACE) || take(TEXT)) continue;
    const sheet = take(QUOTED_SHEET) ?? take(SHEET);
    if (sheet) {
      if (!isSheet(sheet[1]!) || !take(CELLS)) return false;
      continue;
    }
    const call = take(CALL);
    if (call) {
      if (!HARMLESS.has(call[1]!.replace(/^(?:_xlfn\.|_xlws\.)+/i, '').toUpperCase())) return false;
      continue;
    }
    if (!(take(CELLS) || take(WORD) || take(NUMBER) || take(ERROR) || take(SIGN))) return false;
  }
  return true;
}
