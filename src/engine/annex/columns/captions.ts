import { valueAt, type SheetSnapshot } from '../../sheet/snapshot';
import type { HeaderBlock } from '../header/find-header';
import type { LeafColumn } from '../header/header-tree';
import type { Relation } from '../place';
import { foldText, readLabel } from '../text';

/** A formula printed in the header: what a column is computed from. */
export interface CaptionRelation {
  readonly relation: Relation;
  /** 0-based sheet columns. */
  readonly result: number;
  readonly operands: readonly number[];
  /** The formula as printed. */
  readonly text: string;
}

/** A letter or a number that stands for a column: "A", "③", "7", "第3栏". */
const MARK = /^(?:第?(\d{1,2})栏?|([A-Z])|\[?(\d{1,2})\]?)$/;
/** "③=②/①", "8=7/6×100", "C=B÷A*100%", "=B/A" */
const FORMULA = /^(?:第?([A-Z]|\d{1,2})栏?)?=(.+)$/;
/** Behind a quotient, what makes it a percentage. */
const TIMES_HUNDRED = /[*×xX]\(?100%?\)?$/;

/**
 * Formulas among the labels of a header, in their brackets, and in a row of column numbers under it. What is named in
 * them are the letters or numbers that other columns bear, or the names of other columns.
 */
export function captionRelations(
  sheet: SheetSnapshot,
  block: HeaderBlock,
  leaves: readonly LeafColumn[],
): CaptionRelation[] {
  const marks = new Map<string, number>();
  const names = new Map<string, number>();
  const formulas: { column: number; text: string; body: string }[] = [];
  for (const { column, nodes, labelled } of leaves) {
    if (!labelled) continue;
    const label = nodes[nodes.length - 1]?.text ?? '';
    const { name, qualifiers } = readLabel(label);
    if (name !== '' && !names.has(name)) names.set(name, column);
    const folded = foldText(label);
    const said = [
      ...qualifiers,
      ...trailing(folded),
      ...numbersBelow(sheet, block, column),
      ...(folded.includes('=') ? [folded] : []),
    ];
    for (const text of said) readCaption(text, column, marks, formulas);
  }
  const columnOf = (operand: string): number | undefined =>
    marks.get(markOf(operand) ?? '') ?? names.get(operand);
  return formulas.flatMap(({ column, text, body }) => {
    const read = operation(body);
    if (!read) return [];
    const operands = read.operands.map(columnOf);
    return operands.every((one) => one !== undefined) && !operands.includes(column)
      ? [{ relation: read.relation, result: column, operands: operands as number[], text }]
      : [];
  });
}

function readCaption(
  text: string,
  column: number,
  marks: Map<string, number>,
  formulas: { column: number; text: string; body: string }[],
): void {
  const mark = markOf(text);
  if (mark !== null) {
    if (!marks.has(mark)) marks.set(mark, column);
    return;
  }
  const formula = FORMULA.exec(text);
  if (formula) {
    const own = formula[1];
    if (own !== undefined && !marks.has(own)) marks.set(own, column);
    formulas.push({ column, text, body: formula[2]! });
  } else if (/^[^=]{1,20}[/÷+-][^=]{1,40}$/.test(text)) formulas.push({ column, text, body: text });
  else {
    const named = /^[^=]{1,20}=(.+)$/.exec(text);
    if (named) formulas.push({ column, text, body: named[1]! });
  }
}

function markOf(text: string): string | null {
  const mark = MARK.exec(text);
  return mark ? (mark[1] ?? mark[2] ?? mark[3] ?? null) : null;
}

/** "全年预算数A", "支出②" (circled numbers fold to digits): a letter or number behind the words. */
function trailing(folded: string): string[] {
  const mark = /[\u4e00-\u9fff%)]([A-Z]|\d{1,2})$/.exec(folded)?.[1];
  return mark ? [mark] : [];
}

/** What stands in the rows between header and body: "3", "8=7/6×100". */
function numbersBelow(sheet: SheetSnapshot, { lastRow, bodyRow }: HeaderBlock, column: number): string[] {
  const found: string[] = [];
  for (let row = lastRow + 1; row < bodyRow; row++) {
    const value = valueAt(sheet, row, column);
    if (typeof value === 'number') found.push(String(value));
    else if (typeof value === 'string') found.push(foldText(value).replace(/[()]/g, ''));
  }
  return found;
}

function operation(
  body: string,
): { readonly relation: CaptionRelation['relation']; readonly operands: readonly string[] } | null {
  const bare = body.replace(TIMES_HUNDRED, '').replace(/^\((.+)\)$/, '$1');
  const change = /^\(?([^()+\-*/÷×]+)-([^()+\-*/÷×]+)\)?[/÷]([^()+\-*/÷×]+)$/.exec(bare);
  if (change)
    return change[2] === change[3] ? { relation: 'change', operands: [change[1]!, change[2]!] } : null;
  for (const [signs, relation] of OPERATIONS) {
    const operands = bare.split(signs);
    if (operands.length < 2 || operands.some((one) => one === '' || /[()+\-*/÷×=]/.test(one))) continue;
    if (relation !== 'sum' && operands.length > 2) continue;
    return { relation, operands };
  }
  return null;
}

const OPERATIONS: readonly (readonly [RegExp, CaptionRelation['relation']])[] = [
  [/[/÷]/, 'quotient'],
  [/\+/, 'sum'],
  [/-/, 'difference'],
  [/[*×]/, 'product'],
];
