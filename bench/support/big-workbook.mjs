import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipWriter } from './zip-writer.mjs';

const HEADER = [
  [
    '序号',
    '单位名称',
    '项目名称',
    '年初预算数',
    '全年执行数',
    '',
    '',
    '',
    '预算执行率',
    '预期目标',
    '目标完成情况',
    '绩效指标预期值',
    '',
    '',
    '',
    '',
    '',
    '绩效指标完成值',
    '',
    '',
    '',
    '',
    '',
    '满意度指标',
    '',
    '未完成原因',
    '备注',
  ],
  [
    '',
    '',
    '',
    '',
    '合计',
    '一般公共预算',
    '',
    '非财政资金',
    '',
    '',
    '',
    '数量指标',
    '',
    '质量指标',
    '',
    '时效指标',
    '',
    '数量指标',
    '',
    '质量指标',
    '',
    '时效指标',
    '',
    '满意度',
    '',
    '',
    '',
  ],
  [
    '',
    '',
    '',
    '',
    '',
    '公共预算资金',
    '政府性基金',
    '',
    '',
    '',
    '',
    '目标值',
    '实际值',
    '目标值',
    '实际值',
    '目标值',
    '实际值',
    '目标值',
    '实际值',
    '目标值',
    '实际值',
    '目标值',
    '实际值',
    '目标值',
    '实际值',
    '',
    '',
  ],
];
const MERGES = [
  'A1:AA1',
  'A2:H2',
  'Z2:AA2',
  'A3:A5',
  'B3:B5',
  'C3:C5',
  'D3:D5',
  'E3:H3',
  'E4:E5',
  'F4:G4',
  'H4:H5',
  'I3:I5',
  'J3:J5',
  'K3:K5',
  'L3:Q3',
  'R3:W3',
  'X3:Y3',
  'L4:M4',
  'N4:O4',
  'P4:Q4',
  'R4:S4',
  'T4:U4',
  'V4:W4',
  'X4:Y4',
  'Z3:Z5',
  'AA3:AA5',
];
const CHARACTERS =
  '项目支出绩效自评预算执行完成情况区政务服务数据管理局信息化建设运维保障办公楼修缮采购培训智慧平台系统升级改造群众满意度提升资金使用合规及时';
const SHARED_COLUMNS = new Set([1, 2, 12, 14, 16, 18, 25]);
const INLINE_COLUMNS = new Set([9, 10, 20, 22, 24, 26]);
const SHARED_COUNT = 5000;

/** A small generator of repeatable numbers from 0 to 2^32. */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
}

function phrase(random) {
  const length = 10 + ((random() >>> 8) % 11);
  let text = '';
  for (let i = 0; i < length; i++) text += CHARACTERS[(random() >>> 8) % CHARACTERS.length];
  return text;
}

const LETTERS = Array.from({ length: 27 }, (_, i) => (i < 26 ? String.fromCharCode(65 + i) : 'AA'));
const inline = (row, column, text) =>
  `<c r="${LETTERS[column]}${row}" s="2" t="inlineStr"><is><t>${text}</t></is></c>`;

function* sheetXml(rows) {
  const random = seeded(20240601);
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:AA${rows + 5}"/><sheetData>`;
  yield `<row r="1">${inline(1, 0, '预算项目绩效自评表')}</row><row r="2">${inline(2, 0, '部门名称（盖章）：区政务服务数据管理局')}${inline(2, 25, '单位：万元')}</row>`;
  for (let i = 0; i < HEADER.length; i++) {
    const cells = HEADER[i].map((text, column) =>
      text === '' ? `<c r="${LETTERS[column]}${i + 3}" s="2"/>` : inline(i + 3, column, text),
    );
    yield `<row r="${i + 3}">${cells.join('')}</row>`;
  }
  for (let i = 0; i < rows; i++) {
    const row = i + 6;
    let xml = `<row r="${row}" spans="1:27">`;
    const budget = ((random() >>> 4) % 9_000_000) / 100 + 1;
    const parts = [budget, budget * 0.7, budget * 0.3, 0];
    for (let column = 0; column < 27; column++) {
      if (SHARED_COLUMNS.has(column)) {
        xml += `<c r="${LETTERS[column]}${row}" s="2" t="s"><v>${(random() >>> 8) % SHARED_COUNT}</v></c>`;
      } else if (INLINE_COLUMNS.has(column)) xml += inline(row, column, phrase(random));
      else if (column === 0) xml += `<c r="A${row}"><v>${i + 1}</v></c>`;
      else if (column === 8) xml += `<c r="I${row}" s="1"><v>${((random() >>> 8) % 10001) / 10000}</v></c>`;
      else if (column >= 3 && column <= 7) {
        xml += `<c r="${LETTERS[column]}${row}" s="3"><v>${Math.round((parts[column - 4] ?? budget) * 100) / 100}</v></c>`;
      } else xml += `<c r="${LETTERS[column]}${row}" s="2"><v>${(random() >>> 8) % 1000}</v></c>`;
    }
    yield `${xml}</row>`;
  }
  yield `</sheetData><mergeCells count="${MERGES.length}">${MERGES.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`;
}

function* sharedXml() {
  const random = seeded(7);
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${SHARED_COUNT}">`;
  for (let i = 0; i < SHARED_COUNT; i++) yield `<si><t>${phrase(random)}${i}</t></si>`;
  yield '</sst>';
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
 * header of three rows and `rows` data rows (7 columns of shared strings, 6 of inline strings, 14 of numbers).
 * @returns the path of the file, in a temporary folder unless `path` is given
 */
export async function writeBigWorkbook(rows, path) {
  const folder = join(tmpdir(), 'annex-reviewer-bench');
  await mkdir(folder, { recursive: true });
  const file = path ?? join(folder, `annex-${rows}.xlsx`);
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
  await zip.add('xl/sharedStrings.xml', batched(sharedXml()));
  await zip.add('xl/worksheets/sheet1.xml', batched(sheetXml(rows)));
  await zip.close();
  return file;
}
