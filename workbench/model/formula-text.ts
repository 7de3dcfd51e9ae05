import { ALL_IMPLEMENTED_FUNCTIONS_SET } from '@univerjs/engine-formula';

/** Functions that the engine has, and that would ask somebody else, or draw what a cell does not hold. */
const NOT_TO_BE_CALLED = new Set(['IMAGE', 'WEBSERVICE', 'FILTERXML', 'RTD', 'CELL', 'INFO']);

const WORD = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\?]*`;
const FUNCTION = new RegExp(String.raw`(${WORD})\s*\(`, 'gu');
const LONE_WORD = new RegExp(String.raw`(?<![\p{L}\p{N}_.\\$'!])(${WORD})(?![\p{L}\p{N}_.\\?(!$])`, 'gu');

/** Across worksheets, spilled ranges, implicit intersections, and ranges with only a space between them. */
const UNKNOWN_SYNTAX = [
  new RegExp(String.raw`${WORD}:${WORD}!`, 'u'),
  /[\p{L}\p{N})]#(?![\p{L}\p{N}])/u,
  /@/,
  /[\p{L}\p{N})]\s+[\p{L}$('_]/u,
  // Behind an operator the engine does not follow the cells before it.
  /[^(,\s]\s*\{/,
];

/** Whether the engine has a function; it may be asked in any case of letters. */
function isKnown(name: string): boolean {
  return ALL_IMPLEMENTED_FUNCTIONS_SET.has(name.toUpperCase());
}

/**
 * Whether the engine can calculate a formula by what it says: it knows neither tables nor other workbooks, and not all
 * functions.
 * @param referenceOf what a defined name stands for; `undefined` where there is no such name
 */
export function isCalculable(formula: string, referenceOf: (name: string) => string | undefined): boolean {
  return isCalculableWith(formula, referenceOf, 0);
}

const DEEPEST_NAMES = 20;

function isCalculableWith(
  formula: string,
  referenceOf: (name: string) => string | undefined,
  depth: number,
): boolean {
  if (depth > DEEPEST_NAMES) return false;
  let isForeign = false;
  const text = formula
    .replace(/^=/, '')
    .replace(/"(?:[^"]|"")*"/g, '""')
    .replace(/'((?:[^']|'')*)'(?=!)/g, (_, sheet: string) => {
      if (/[[\]:]/.test(sheet)) isForeign = true;
      return 'S';
    });
  if (isForeign || text.includes('[') || UNKNOWN_SYNTAX.some((syntax) => syntax.test(text))) return false;
  for (const [, name] of text.matchAll(FUNCTION)) {
    if (!isKnown(name!) || NOT_TO_BE_CALLED.has(name!.toUpperCase())) return false;
  }
  if (hasUnion(text)) return false;
  const namesItsOwn = /\b(LET|LAMBDA)\(/i.test(text);
  for (const { 1: name = '', index } of text.matchAll(LONE_WORD)) {
    const reference = referenceOf(name);
    if (reference !== undefined) {
      if (!isCalculableWith(reference, referenceOf, depth + 1)) return false;
    } else if (!namesItsOwn && !isWordOfFormulas(name, text, index)) return false;
  }
  return true;
}

/** Cells, truths and, with a colon beside them, columns. */
function isWordOfFormulas(word: string, formula: string, at: number): boolean {
  if (/^[A-Z]{1,3}\d{1,7}$|^TRUE$|^FALSE$/i.test(word)) return true;
  return /^[A-Z]{1,3}$/i.test(word) && (formula[at - 1] === ':' || formula[at + word.length] === ':');
}

/** Whether ranges are put together with commas in brackets that are no function's. */
function hasUnion(formula: string): boolean {
  const ofFunction: boolean[] = [];
  for (let at = 0; at < formula.length; at++) {
    const character = formula[at]!;
    if (character === '(') ofFunction.push(/[\p{L}\p{N}_.\\)]/u.test(formula[at - 1] ?? ''));
    else if (character === ')') ofFunction.pop();
    else if (character === '{') ofFunction.push(true);
    else if (character === '}') ofFunction.pop();
    else if (character === ',' && ofFunction.at(-1) !== true) return true;
  }
  return false;
}
