import { parseAddress, toAddress } from '../../../../src/engine/sheet/address';
import { UNKNOWN_FORMULA, type CellValue } from '../../../../src/engine/sheet/cell-value';
import type { SheetSnapshot } from '../../../../src/engine/sheet/snapshot';
import {
  type ContentEdit,
  cellIn,
  editFirstSheet,
  editOf,
  firstSheet,
} from '../../../support/workbooks/edit-one-sheet';
import { draftOf, SHEET, STYLES, utf16 } from '../../../support/xlsx/edited-package';
import { Random } from '../../../support/random';
import { buildXlsxOfSheetXml, MAIN_NAMESPACE } from '../../../support/xlsx/xlsx-builder';
import { parseXml } from '../../../support/xlsx/xml-tree';

const FORMATS = ['General', '@', '0.00%', '#,##0.00'];
const STYLE_SHEET = `<styleSheet xmlns="${MAIN_NAMESPACE}"><cellXfs>${[0, 49, 10, 4]
  .map((id) => `<xf numFmtId="${id}"/>`)
  .join('')}</cellXfs></styleSheet>`;
const ROWS = 14;
const COLUMNS = 8;

/** A worksheet of random cells, each with a mark of its own by which it is found again. */
interface RandomSheet {
  readonly xml: string;
  readonly cells: readonly {
    readonly address: string;
    readonly xml: string;
    readonly shares: string | null;
  }[];
  /** Number format of cells that are not there, by address. */
  readonly inherited: (address: string) => string;
}

function randomSheet(random: Random): RandomSheet {
  const cells: { address: string; xml: string; shares: string | null }[] = [];
  const rowStyles = new Map<number, number>();
  const columnStyle = random.integer(0, 3);
  const isPositional = random.chance(0.3);
  const shared = new Map<number, { si: number; left: number }>();
  let nextShared = 0;
  const rows: string[] = [];
  for (let row = 0; row < ROWS; row++) {
    if (!isPositional && random.chance(0.25)) {
      shared.clear();
      continue;
    }
    let inside = '';
    let follows = true;
    for (let column = 0; column < COLUMNS; column++) {
      if (random.chance(0.4)) {
        follows = false;
        shared.delete(column);
        continue;
      }
      const address = toAddress(row, column);
      const named = follows && random.chance(0.5) ? '' : ` r="${address}"`;
      follows = true;
      const style = random.chance(0.5) ? ` s="${random.integer(0, 3)}"` : '';
      const run = shared.get(column);
      let content = random.pick([
        '/>',
        '><v>12.5</v></c>',
        ' t="str"><v>原文</v></c>',
        ' t="inlineStr"><is><t>a</t></is></c>',
        ' t="b"><v>1</v></c>',
        '><f>SUM(A1:B2)</f><v>3</v></c>',
        ' t="e"><f>A1/0</f><v>#DIV/0!</v></c>',
      ]);
      let shares: string | null = null;
      if (run && run.left > 0) {
        run.left--;
        shares = String(run.si);
        content = `><f t="shared" si="${run.si}"/><v>1</v></c>`;
      } else if (random.chance(0.15)) {
        const si = nextShared++;
        shared.set(column, { si, left: random.integer(1, 4) });
        shares = String(si);
        content = `><f t="shared" ref="${address}:${address}" si="${si}">A${row + 1}*$B$1+Sheet1!C${row + 2}</f><v>1</v></c>`;
      }
      const xml = `<c${named}${style} mark="${cells.length}"${content}`;
      cells.push({ address, xml, shares });
      inside += xml;
    }
    let attributes = isPositional && random.chance(0.7) ? '' : ` r="${row + 1}"`;
    if (random.chance(0.2)) {
      rowStyles.set(row, random.integer(0, 3));
      attributes += ` s="${rowStyles.get(row)}" customFormat="1"`;
    }
    if (random.chance(0.3)) attributes += ' spans="1:3"';
    rows.push(inside === '' ? `<row${attributes}/>` : `<row${attributes}>${inside}</row>`);
  }
  if (!isPositional && random.chance(0.2)) {
    for (let i = rows.length - 1; i > 0; i--) {
      const other = random.integer(0, i);
      [rows[i], rows[other]] = [rows[other]!, rows[i]!];
    }
  }
  const data = rows.length === 0 ? '<sheetData/>' : `<sheetData>${rows.join('')}</sheetData>`;
  return {
    xml: `<cols><col min="3" max="5" style="${columnStyle}"/></cols>${data}<mergeCells/>`,
    cells,
    inherited(address) {
      const { row, column } = parseAddress(address)!;
      const style = rowStyles.get(row) ?? (column >= 2 && column <= 4 ? columnStyle : 0);
      return FORMATS[style]!;
    },
  };
}

function randomEdits(random: Random): Map<string, ContentEdit> {
  const edits = new Map<string, ContentEdit>();
  const count = random.integer(1, 12);
  for (let i = 0; i < count; i++) {
    const address = toAddress(random.integer(0, ROWS + 2), random.integer(0, COLUMNS + 1));
    const content = random.pick<CellValue>([7, 0.25, '新文', '007', '=A1+1', true, { error: '#N/A' }, null]);
    const numberFormat = random.chance(0.3) ? { numberFormat: random.pick(['0.0%', '@', '0.00%']) } : {};
    edits.set(address, editOf(address, content, numberFormat));
  }
  return edits;
}

/** Everything in a sheet that is not blank. */
function contents(
  sheet: SheetSnapshot,
): Map<string, { value: CellValue; formula: string | null; format: string }> {
  const found = new Map<string, { value: CellValue; formula: string | null; format: string }>();
  for (let r = 0; r < sheet.rowCount; r++) {
    for (let c = 0; c < sheet.columnCount; c++) {
      const address = toAddress(sheet.firstRow + r, sheet.firstColumn + c);
      const cell = cellIn(sheet, address);
      if (cell.value !== null || cell.formula !== null) found.set(address, cell);
    }
  }
  return found;
}

function formatAfter(before: string, edit: ContentEdit): string {
  const isText = 'value' in edit.content && typeof edit.content.value === 'string';
  return edit.numberFormat ?? (before === '@' && !isText ? 'General' : before);
}

test.each(Array.from({ length: 300 }, (_, seed) => seed))('sheet and edits of seed %i', (seed) => {
  const random = new Random(seed);
  const { xml, cells, inherited } = randomSheet(random);
  const edits = randomEdits(random);
  const isWide = random.chance(0.2);
  const whole = `<worksheet xmlns="${MAIN_NAMESPACE}">${xml}</worksheet>`;
  const draft = draftOf(
    buildXlsxOfSheetXml('', {
      [STYLES]: STYLE_SHEET,
      [SHEET]: isWide ? utf16(`<?xml version="1.0" encoding="UTF-16"?>${whole}`) : whole,
    }),
  );
  const styleOf = new Map(
    cells.map(({ address, xml: cell }) => [address, FORMATS[Number(/ s="(\d)"/.exec(cell)?.[1] ?? 0)]!]),
  );
  const expected = contents(firstSheet(draft));

  const { removedFormulas } = editFirstSheet(draft, [...edits.values()]);

  const removed = new Set<string>();
  for (const [address, edit] of edits) {
    const before = styleOf.get(address) ?? inherited(address);
    if (expected.get(address)?.formula != null && !('formula' in edit.content)) removed.add(address);
    const value = 'value' in edit.content ? edit.content.value : UNKNOWN_FORMULA;
    const formula = 'formula' in edit.content ? edit.content.formula : null;
    if (value === null && formula === null) expected.delete(address);
    else expected.set(address, { value, formula, format: formatAfter(before, edit) });
  }
  const sorted = (entries: Iterable<[string, unknown]>) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  expect(sorted(contents(firstSheet(draft)))).toEqual(sorted(expected));
  expect(new Set(removedFormulas.map(({ row, column }) => toAddress(row, column)))).toEqual(removed);

  const { text } = draft.xml(SHEET);
  const numbers = parseXml(text)
    .all('row')
    .map((row) => row.all('c').map(({ attributes }) => attributes['r']));
  for (const row of numbers) {
    const columns = row.flatMap((address) => (address === undefined ? [] : [parseAddress(address)!.column]));
    expect(columns).toEqual([...columns].sort((a, b) => a - b));
  }
  // A shared formula is written out anew only where the cell that held its text was changed.
  const moved = new Set(
    cells.flatMap(({ address, xml: cell, shares }) =>
      edits.has(address) && cell.includes(' ref=') ? [shares] : [],
    ),
  );
  for (const { address, xml: cell, shares } of cells) {
    if (!edits.has(address) && !(shares !== null && moved.has(shares))) expect(text).toContain(cell);
  }
  for (let i = 0; i < cells.length; i++) expect(text.split(` mark="${i}"`)).toHaveLength(2);
  expect(text).toMatch(/^[\s\S]*<cols><col [^>]*><\/cols><sheetData[\s\S]*<mergeCells\/><\/worksheet>$/);

  // Once more is no change of anything.
  const styles = draft.xml(STYLES).text;
  editFirstSheet(draft, [...edits.values()]);
  expect(draft.xml(SHEET).text).toBe(text);
  expect(draft.xml(STYLES).text).toBe(styles);
});
