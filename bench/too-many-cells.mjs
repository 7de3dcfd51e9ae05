/**
 * How long it takes to refuse worksheets of far too many cells, against merely inflating the part in the same run.
 * Usage: node bench/too-many-cells.mjs [rounds = 3]
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { typescriptLoader } from '../scripts/load-typescript.mjs';
import { zipWriter } from './support/zip-writer.mjs';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

const KINDS = {
  '16,384 columns and 2,000 rows': ['<c><v>1</v></c>', 16_384, 2000],
  '32 columns and 1,000,000 rows': ['<c><v>1</v></c>', 32, 1_000_000],
  'with styles, 20 columns and 1,000,000 rows': ['<c s="1"><v>12</v></c>', 20, 1_000_000],
};

function worksheet([cell, columns, rows]) {
  const row = Buffer.from(`<row>${cell.repeat(columns)}</row>`);
  const all = Buffer.alloc(row.length * rows);
  for (let i = 0; i < rows; i++) row.copy(all, i * row.length);
  return Buffer.concat([
    Buffer.from(`${DECLARATION}<worksheet xmlns="${MAIN}"><sheetData>`),
    all,
    Buffer.from('</sheetData></worksheet>'),
  ]);
}

const PARTS = {
  '[Content_Types].xml': `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  '_rels/.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="附件" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="sheet1.xml"/></Relationships>`,
};

function seconds(work) {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

async function workbook(path, content) {
  const zip = zipWriter(path);
  for (const [name, text] of Object.entries(PARTS)) await zip.add(name, [text]);
  await zip.add('xl/sheet1.xml', [content]);
  await zip.close();
  return readFileSync(path);
}

const load = typescriptLoader();
const { openWorkbook } = load('src/xlsx/index');
const { inflateWithZlib } = load('src/host/file/zlib-inflate');
const folder = mkdtempSync(join(tmpdir(), 'annex-reviewer-'));
const rounds = Number(process.argv[2] ?? 3);
for (const [name, kind] of Object.entries(KINDS)) {
  const content = worksheet(kind);
  const file = await workbook(join(folder, 'large.xlsx'), content);
  const part = deflateRawSync(content);
  const ratios = [];
  for (let round = 0; round < rounds; round++) {
    const inflating = seconds(() => inflateRawSync(part, { chunkSize: content.length + 1 }));
    const refusing = seconds(() => {
      try {
        openWorkbook(file, { inflate: inflateWithZlib }).readSheet(0);
      } catch (error) {
        if (error.code === 'too-large') return;
        throw error;
      }
      throw new Error(`${name}: read as if it were not too large`);
    });
    ratios.push(refusing / inflating);
  }
  console.log(
    `${name}: ${(content.length / 1e6).toFixed(0)} MB, refused in ${median(ratios).toFixed(2)} times the time of inflating`,
  );
}
rmSync(folder, { recursive: true });
