import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { annexRow, HEADER, MERGES, seeded } from './annex-rows.mjs';
import { zipWriter } from './zip-writer.mjs';

/** Columns whose texts stand in the cells; the other texts are shared, as Excel writes them. */
const INLINE_COLUMNS = new Set([9, 10]);

const LETTERS = Array.from({ length: 27 }, (_, i) => (i < 26 ? String.fromCharCode(65 + i) : 'AA'));
/** Style of the number columns: money, and the rate. */
const STYLES = { 3: 3, 4: 3, 5: 3, 6: 3, 7: 3, 8: 1 };
const inline = (row, column, text) =>
  `<c r="${LETTERS[column]}${row}" s="2" t="inlineStr"><is><t>${text}</t></is></c>`;

/** Shared strings in the order of their first use. */
class SharedStrings {
  indexes = new Map();

  indexOf(text) {
    let index = this.indexes.get(text);
    if (index === undefined) this.indexes.set(text, (index = this.indexes.size));
    return index;
  }

  *xml() {
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="${MAIN}" uniqueCount="${this.indexes.size}">`;
    for (const text of this.indexes.keys()) yield `<si><t>${text}</t></si>`;
    yield '</sst>';
  }
}

function* sheetXml(rows, shared) {
  const random = seeded(20240601);
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}"><dimension ref="A1:AA${rows + 5}"/><sheetData>`;
  yield `<row r="1">${inline(1, 0, '2024年度预算项目绩效自评表')}</row><row r="2">${inline(2, 0, '部门名称（盖章）：市示例局')}${inline(2, 25, '单位：万元')}</row>`;
  for (let i = 0; i < HEADER.length; i++) {
    const cells = HEADER[i].map((text, column) =>
      text === '' ? `<c r="${LETTERS[column]}${i + 3}" s="2"/>` : inline(i + 3, column, text),
    );
    yield `<row r="${i + 3}">${cells.join('')}</row>`;
  }
  for (let i = 0; i < rows; i++) {
    const row = i + 6;
    const cells = annexRow(i, random).map((value, column) => {
      const reference = `${LETTERS[column]}${row}`;
      if (value === null) return `<c r="${reference}" s="2"/>`;
      if (typeof value === 'number')
        return `<c r="${reference}" s="${STYLES[column] ?? 0}"><v>${value}</v></c>`;
      if (INLINE_COLUMNS.has(column)) return inline(row, column, value);
      return `<c r="${reference}" s="2" t="s"><v>${shared.indexOf(value)}</v></c>`;
    });
    yield `<row r="${row}" spans="1:27">${cells.join('')}</row>`;
  }
  yield `</sheetData><mergeCells count="${MERGES.length}">${MERGES.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Batches many small strings into larger ones: fewer writes to the compressor. */
function* batched(pieces) {
  let batch = '';
  for (const piece of pieces) {
    batch += piece;
    if (batch.length > 65536) {
      yield batch;
      batch = '';
    }
  }
  yield batch;
}

/**
 * Writes, always the same for the same number of rows, an annex worksheet of 27 columns: title, unit line, a merged
 * header of three rows and `rows` data rows (7 columns of numbers, 2 of inline strings, the others of shared strings).
 * @returns the path of the file, in a temporary folder unless `path` is given
 */
export async function writeBigWorkbook(rows, path) {
  const folder = join(tmpdir(), 'annex-reviewer-bench');
  await mkdir(folder, { recursive: true });
  const file = path ?? join(folder, `annex-27-${rows}.xlsx`);
  const zip = zipWriter(file);
  await zip.add('[Content_Types].xml', [
    `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  ]);
  await zip.add('_rels/.rels', [
    `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${PACKAGE_REL}"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ]);
  await zip.add('xl/workbook.xml', [
    `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="绩效自评表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ]);
  await zip.add('xl/_rels/workbook.xml.rels', [
    `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${PACKAGE_REL}"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${REL}/styles" Target="styles.xml"/></Relationships>`,
  ]);
  await zip.add('xl/styles.xml', [
    `<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="0"/><xf numFmtId="4" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  ]);
  const shared = new SharedStrings();
  await zip.add('xl/worksheets/sheet1.xml', batched(sheetXml(rows, shared)));
  await zip.add('xl/sharedStrings.xml', batched(shared.xml()));
  await zip.close();
  return file;
}
