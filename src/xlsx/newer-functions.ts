/**
 * Functions that are newer than the file format. Files name them with a prefix and programs show them without one;
 * written without its prefix such a function shows an error until somebody enters the cell anew.
 */
const NEWER =
  'ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND ' +
  'BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV ' +
  'CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P ' +
  'COVARIANCE.S CSC CSCH DAYS DECIMAL DETECTLANGUAGE DISPIMG DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND ' +
  'EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS ' +
  'FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST ' +
  'GAMMA.INV GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT IMCSC IMCSCH IMSEC ' +
  'IMSECH IMSINH IMTAN ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS ' +
  'MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION ' +
  'PERCENTILE.EXC PERCENTILE.INC PERCENTOF PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI PIVOTBY POISSON.DIST ' +
  'QUARTILE.EXC QUARTILE.INC QUERYSTRING RANDARRAY RANK.AVG RANK.EQ REDUCE REGEXEXTRACT REGEXREPLACE REGEXTEST RRI ' +
  'SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV ' +
  'T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW TRANSLATE TRIMRANGE UNICHAR UNICODE ' +
  'UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST';
/** Those that have a second prefix. */
const WORKSHEET = 'FILTER SORT';

const PREFIX = '_xlfn.';
const prefixes = new Map<string, string>([
  ...NEWER.split(' ').map((name): [string, string] => [name, PREFIX]),
  ...WORKSHEET.split(' ').map((name): [string, string] => [name, `${PREFIX}_xlws.`]),
]);

/** Of the parameters of LET and LAMBDA. */
const PARAMETER = '_xlpm.';
/** Where LAMBDA declares a parameter that may be left out, which people write in square brackets. */
const OPTIONAL = '_xlop.';
/** Functions that give names to values, and take what is made of them last. */
const NAMING: ReadonlySet<string> = new Set(['LET', 'LAMBDA']);

/** Longer ones stay as they are: four times what programs allow. */
const LONGEST = 32_768;

/** Texts, quoted names, what stands in square brackets, words and single signs, in this order. */
const TOKEN =
  /"(?:[^"]|"")*"?|'(?:[^']|'')*'?|\[(?:[^[\]']|'[\s\S]|\[(?:[^[\]']|'[\s\S])*\])*\]|[\p{L}_\\][\p{L}\p{N}_.\\?]*|[\s\S]/gu;
const WORD = /^[\p{L}_\\]/u;
const OPTIONAL_NAME = /^\[\s*([\p{L}_\\][\p{L}\p{N}_.\\?]*)\s*\]$/u;
const COLUMN = /^[A-Z]{1,3}$/i;
const STORED = /^_xlfn\.(?:_xlws\.)?([A-Z].*)$/i;

/**
 * A formula as files write it: newer functions and the parameters of LET and LAMBDA with their prefixes. What has one
 * already gets no second one; texts, names in quotes and functions of the user's own stay.
 * @param formula with or without "="
 */
export function storedFormula(formula: string): string {
  if (formula.length > LONGEST) return formula;
  const tokens = shownFormula(formula).match(TOKEN) ?? [];
  const parameters = parametersOf(tokens);
  return tokens
    .map((token, index) => {
      const optional = parameters.get(index) === OPTIONAL ? OPTIONAL_NAME.exec(token)?.[1] : undefined;
      if (optional !== undefined) return OPTIONAL + optional;
      if (parameters.has(index)) return PARAMETER + token;
      const prefix = WORD.test(token) ? prefixes.get(token.toUpperCase()) : undefined;
      const isCall = prefix !== undefined && !isQualified(tokens, index) && signAfter(tokens, index) === '(';
      return isCall ? prefix + token : token;
    })
    .join('');
}

/**
 * A formula as programs show it. The prefixes of functions that are not known here stay, so that nobody loses them on
 * the way.
 * @param formula with or without "="
 */
export function shownFormula(formula: string): string {
  if (!formula.includes('_xl') || formula.length > LONGEST) return formula;
  const tokens = formula.match(TOKEN) ?? [];
  return tokens
    .map((token, index) => {
      if (!token.startsWith('_') || isQualified(tokens, index)) return token;
      const start = token.slice(0, PARAMETER.length).toLowerCase();
      const rest = token.slice(PARAMETER.length);
      if (start === PARAMETER && rest !== '') return rest;
      if (start === OPTIONAL && rest !== '') {
        const isDeclared = signAfter(tokens, index) === ',' && /^[(,]$/.test(signBefore(tokens, index) ?? '');
        return isDeclared ? `[${rest}]` : rest;
      }
      const name = STORED.exec(token)?.[1];
      return name !== undefined && prefixes.has(name.toUpperCase()) && signAfter(tokens, index) === '('
        ? name
        : token;
    })
    .join('');
}

/** Whether a word stands behind a worksheet or another workbook, or before one. */
function isQualified(tokens: readonly string[], index: number): boolean {
  return tokens[index - 1] === '!' || tokens[index + 1] === '!';
}

function signAfter(tokens: readonly string[], index: number): string | undefined {
  let at = index + 1;
  while (isSpace(tokens[at])) at++;
  return tokens[at];
}

function signBefore(tokens: readonly string[], index: number): string | undefined {
  let at = index - 1;
  while (isSpace(tokens[at])) at--;
  return tokens[at];
}

function isSpace(token: string | undefined): boolean {
  return token !== undefined && /^\s$/.test(token);
}

interface OpenCall {
  /** Which of `NAMING` it is; `null` where it is something else in brackets. */
  readonly naming: string | null;
  /** Where it begins. */
  readonly start: number;
  /** The tokens of its arguments, no spaces. */
  readonly parts: number[][];
}

/** The prefixes of those tokens that are parameters of a LET or LAMBDA, wherever they stand within it. */
function parametersOf(tokens: readonly string[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  if (!tokens.some((token) => NAMING.has(token.toUpperCase()))) return found;
  const open: OpenCall[] = [];
  tokens.forEach((token, index) => {
    if (isSpace(token)) return;
    if (token === '(' || token === '{') {
      const before = (tokens[index - 1] ?? '').toUpperCase();
      open.push({
        naming: token === '(' && NAMING.has(before) && !isQualified(tokens, index - 1) ? before : null,
        start: index,
        parts: [[]],
      });
      return;
    }
    const call = open.at(-1);
    if ((token === ')' || token === '}') && call) {
      open.pop();
      findParameters(tokens, call, index, found);
      // To the argument it stands in, all of it is one thing, and no word.
      open.at(-1)?.parts.at(-1)!.push(call.start, index);
    } else if (token === ',') call?.parts.push([]);
    else call?.parts.at(-1)!.push(index);
  });
  return found;
}

/** @param end of the call */
function findParameters(
  tokens: readonly string[],
  { naming, start, parts }: OpenCall,
  end: number,
  found: Map<number, string>,
): void {
  if (naming === null) return;
  /** By name in small letters: whether it may be called as a function. */
  const names = new Map<string, boolean>();
  parts.slice(0, -1).forEach((part, argument) => {
    const [index, ...more] = part;
    // Of LET every other argument is a name, of LAMBDA all.
    if (index === undefined || more.length > 0 || (naming === 'LET' && argument % 2 === 1)) return;
    const token = tokens[index]!;
    const optional = naming === 'LAMBDA' ? OPTIONAL_NAME.exec(token)?.[1] : undefined;
    if (optional !== undefined) found.set(index, OPTIONAL);
    const name = optional ?? (WORD.test(token) ? token : undefined);
    if (name === undefined) return;
    names.set(name.toLowerCase(), naming === 'LAMBDA' || mayBeFunction(tokens, parts[argument + 1]!));
  });
  for (let at = start; at < end; at++) {
    const isCallable = names.get(tokens[at]!.toLowerCase());
    if (isCallable === undefined || isReference(tokens, at)) continue;
    if (isCallable || tokens[at + 1] !== '(') found.set(at, PARAMETER);
  }
}

/** Whether a value that LET names may be a function: one made on the spot, or what another name stands for. */
function mayBeFunction(tokens: readonly string[], part: readonly number[]): boolean {
  const words = part.map((index) => tokens[index]!);
  return (
    words.some((word) => word.toUpperCase() === 'LAMBDA') || (words.length === 1 && WORD.test(words[0]!))
  );
}

/** Whether a word that looks like a parameter is a part of a reference: of "$A$1", "A:A", "A!B1", "A[B]". */
function isReference(tokens: readonly string[], index: number): boolean {
  const before = tokens[index - 1] ?? '';
  const after = tokens[index + 1] ?? '';
  if (before === '$' || before === '!' || after === '!' || after === '$' || after.startsWith('['))
    return true;
  if (!COLUMN.test(tokens[index]!)) return false;
  return (
    (after === ':' && COLUMN.test((tokens[index + 2] ?? '').replace('$', 'A'))) ||
    (before === ':' && COLUMN.test((tokens[index - 2] ?? '').replace('$', 'A')))
  );
}
