import { columnIndex, columnLetters, LAST_COLUMN, LAST_ROW } from '../../engine/sheet/address';

/** A formula that can be moved about: shared formulas are written once and meant for many cells. */
export interface FormulaTemplate {
  /** The formula as it reads that many rows down and columns to the right of where it was written. */
  shifted(rows: number, columns: number): string;
}

/** One relative or absolute reference in a formula; a missing row or column makes it a whole column or row. */
interface Reference {
  readonly column: number | null;
  readonly columnFixed: boolean;
  readonly row: number | null;
  readonly rowFixed: boolean;
}

const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/;
const ROW = /^(\$?)([1-9]\d{0,6})$/;
/** A name, number or reference: letters of any script, digits and the signs names may have. */
const WORD = /[\p{L}\p{N}_.$\\?]+/uy;
const OUT_OF_SHEET = '#REF!';

/**
 * Takes a formula apart into text and the references that move. Texts in quotes, quoted and unquoted sheet names,
 * bracketed parts (other workbooks, table columns), function names such as LOG10( and defined names stay.
 * @param formula without or with its leading "="
 */
export function formulaTemplate(formula: string): FormulaTemplate {
  const { texts, references } = takeApart(formula);
  return {
    shifted(rows, columns) {
      const pieces = new Array<string>(references.length * 2 + 1);
      pieces[0] = texts[0]!;
      for (let i = 0; i < references.length; i++) {
        pieces[i * 2 + 1] = render(references[i]!, rows, columns);
        pieces[i * 2 + 2] = texts[i + 1]!;
      }
      // Joined, not added up: the formulas of a long column would else be kept as trees of pieces.
      return pieces.join('');
    },
  };
}

/** `texts` has one element more than `references`: text, reference, text, reference, text. */
function takeApart(formula: string): { texts: string[]; references: Reference[] } {
  const texts: string[] = [];
  const references: Reference[] = [];
  let textStart = 0;
  const found = (reference: Reference, start: number, end: number) => {
    texts.push(formula.slice(textStart, start));
    references.push(reference);
    textStart = end;
  };

  let at = 0;
  while (at < formula.length) {
    const sign = formula[at]!;
    if (sign === '"' || sign === "'") at = afterQuoted(formula, at, sign);
    else if (sign === '[') at = afterBrackets(formula, at);
    else if (sign === '#') at = afterErrorValue(formula, at);
    else {
      const word = wordAt(formula, at);
      if (word === '') {
        at++;
        continue;
      }
      const end = at + word.length;
      const next = formula[end];
      if (next === '(' || next === '!' || next === '[') {
        at = end;
        continue;
      }
      const cell = cellReference(word);
      if (cell) {
        found(cell, at, end);
        at = end;
        continue;
      }
      const second = next === ':' ? wordAt(formula, end + 1) : '';
      const pair = second === '' ? null : wholeReference(word, second, formula[end + 1 + second.length]);
      if (pair) {
        found(pair[0], at, end);
        at = end + 1 + second.length;
        found(pair[1], end + 1, at);
      } else at = end;
    }
  }
  texts.push(formula.slice(textStart));
  return { texts, references };
}

function wordAt(formula: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(formula)?.[0] ?? '';
}

/** Two marks within the quotes stand for one mark and do not end them. */
function afterQuoted(formula: string, start: number, mark: string): number {
  for (let at = formula.indexOf(mark, start + 1); at >= 0; at = formula.indexOf(mark, at + 2)) {
    if (formula[at + 1] !== mark) return at + 1;
  }
  return formula.length;
}

function afterBrackets(formula: string, start: number): number {
  let depth = 0;
  for (let at = start; at < formula.length; at++) {
    if (formula[at] === "'")
      at++; // In table references an apostrophe makes the next sign an ordinary one.
    else if (formula[at] === '[') depth++;
    else if (formula[at] === ']' && --depth === 0) return at + 1;
  }
  return formula.length;
}

/** "#REF!", "#DIV/0!", "#N/A"; a lone "#" (the spilled range of a reference) is one sign. */
function afterErrorValue(formula: string, start: number): number {
  const match = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)/i.exec(
    formula.slice(start, start + 14),
  );
  return start + (match?.[0].length ?? 1);
}

function cellReference(word: string): Reference | null {
  const match = CELL.exec(word);
  if (!match) return null;
  const column = columnIndex(match[2]!);
  const row = Number(match[4]) - 1;
  if (column < 0 || row > LAST_ROW) return null;
  return { column, columnFixed: match[1] === '$', row, rowFixed: match[3] === '$' };
}

function wholeReference(
  first: string,
  second: string,
  next: string | undefined,
): [Reference, Reference] | null {
  if (next === '(' || next === '!') return null;
  const columns = [columnReference(first), columnReference(second)];
  if (columns[0] && columns[1]) return [columns[0], columns[1]];
  const rows = [rowReference(first), rowReference(second)];
  return rows[0] && rows[1] ? [rows[0], rows[1]] : null;
}

function columnReference(word: string): Reference | null {
  const match = COLUMN.exec(word);
  const column = match ? columnIndex(match[2]!) : -1;
  return column < 0 ? null : { column, columnFixed: match![1] === '$', row: null, rowFixed: false };
}

function rowReference(word: string): Reference | null {
  const match = ROW.exec(word);
  const row = match ? Number(match[2]) - 1 : Infinity;
  return row > LAST_ROW ? null : { column: null, columnFixed: false, row, rowFixed: match![1] === '$' };
}

function render(reference: Reference, rows: number, columns: number): string {
  const { column, row } = reference;
  const newColumn = column === null || reference.columnFixed ? column : column + columns;
  const newRow = row === null || reference.rowFixed ? row : row + rows;
  if (newColumn !== null && (newColumn < 0 || newColumn > LAST_COLUMN)) return OUT_OF_SHEET;
  if (newRow !== null && (newRow < 0 || newRow > LAST_ROW)) return OUT_OF_SHEET;
  const columnText = newColumn === null ? '' : (reference.columnFixed ? '$' : '') + columnLetters(newColumn);
  if (newRow === null) return columnText;
  return columnText + (reference.rowFixed ? '$' : '') + (newRow + 1);
}
