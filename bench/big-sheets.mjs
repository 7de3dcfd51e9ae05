/**
 * Worksheets that are big for nothing: a form beside a million formatted empty cells, formatted to the last column, merged
 * over whole rows and columns; many worksheets of formatted empty cells; and a table of thousands of columns. The built
 * command: CPU, wall and peak memory, against the form by itself in the same run.
 * Usage: node bench/big-sheets.mjs [rounds = 3]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMAND, ensureBuilt } from '../scripts/build.mjs';
import { seeded } from './support/annex-rows.mjs';
import { formMerges, formRows } from './support/form-workbooks.mjs';
import { measureNode, median } from './support/measure-process.mjs';
import { zipWriter } from './support/zip-writer.mjs';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
const EMPTY = '<c s="1"/>';
const LAST_COLUMN = 16_384;

function cell(value) {
  if (value === null || value === undefined) return '<c/>';
  return typeof value === 'number'
    ? `<c><v>${value}</v></c>`
    : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
}

const row = (values, behind = '') => `<row>${values.map(cell).join('')}${behind}</row>`;

const FORM = formRows(1, seeded(7));

/** @param rows the rows of the worksheet as XML, `merges` the addresses of merged ranges */
function worksheet(rows, merges = []) {
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return [
    `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetData>`,
    ...rows,
    `</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}</worksheet>`,
  ];
}

const formSheet = (behind = '', below = [], merges = []) =>
  worksheet([...FORM.map((values) => row(values, behind)), ...below], [...formMerges(0), ...merges]);

/** Thousands of columns: 750 indicators beside each other, 60 projects. */
function wideTable() {
  const indicators = Array.from({ length: 750 }, (_, i) => i + 1);
  const header = ['序号', '单位名称', '项目名称', '预算数（万元）', '执行数（万元）', '执行率'].concat(
    indicators.flatMap((i) => [`数量指标${i}`, '目标值', '完成值', '得分']),
  );
  const projects = Array.from({ length: 60 }, (_, p) =>
    row(
      [p + 1, `第${p % 5}街道办事处`, `渠道清淤项目${p + 1}`, 100 + p, 90 + p, (90 + p) / (100 + p)].concat(
        indicators.flatMap((i) => [`清淤长度第${p + i}段`, `≥${10 + p}公里`, `${12 + p}公里`, 1]),
      ),
    ),
  );
  return worksheet([row(['2024年度项目支出绩效自评表']), row(header), ...projects]);
}

const KINDS = {
  'a form by itself': () => [formSheet()],
  'a form above a million formatted empty cells': () => [
    formSheet('', Array(10_000).fill(`<row>${EMPTY.repeat(100)}</row>`)),
  ],
  'a form formatted to the last column': () => [formSheet(EMPTY.repeat(LAST_COLUMN - 9))],
  'a form with whole rows and columns merged beside it': () => [
    formSheet(
      '',
      [],
      [...Array.from({ length: 100 }, (_, i) => `A${200 + i}:XFD${200 + i}`), 'AA1:AB1048576'],
    ),
  ],
  '200 worksheets of 5,000 formatted empty cells, and a form': () => [
    formSheet(),
    ...Array(200).fill(worksheet(Array(250).fill(`<row>${EMPTY.repeat(20)}</row>`))),
  ],
  'a table of 3,006 columns and 60 projects': () => [wideTable()],
};

async function writeWorkbook(path, sheets) {
  const numbered = sheets.map((_, i) => i + 1);
  const zip = zipWriter(path);
  const override = (part, kind) =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const relation = (id, kind, target) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const relations = (inner) =>
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
  const parts = {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('styles', 'styles')}${numbered.map((i) => override(`sheet${i}`, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${numbered.map((i) => `<sheet name="表${i}" sheetId="${i}" r:id="s${i}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('styles', 'styles', 'styles.xml') +
        numbered.map((i) => relation(`s${i}`, 'worksheet', `sheet${i}.xml`)).join(''),
    ),
    'xl/styles.xml': `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf borderId="1" applyBorder="1"/></cellXfs></styleSheet>`,
  };
  for (const [name, text] of Object.entries(parts)) await zip.add(name, [text]);
  for (const [i, content] of sheets.entries()) await zip.add(`xl/sheet${i + 1}.xml`, content);
  await zip.close();
}

ensureBuilt();
const rounds = Number(process.argv[2] ?? 3);
const folder = mkdtempSync(join(tmpdir(), 'annex-reviewer-'));
let alone = null;
for (const [name, sheets] of Object.entries(KINDS)) {
  const path = join(folder, 'big.xlsx');
  await writeWorkbook(path, sheets());
  const runs = [];
  for (let round = 0; round < rounds; round++) {
    const run = await measureNode([COMMAND, 'check', path, '--fail-on', 'never', '--quiet', '--jobs', '1']);
    if (run.status !== 0) throw new Error(`${name}: the command ended with status ${run.status}`);
    runs.push(run);
  }
  const of = (value) => median(runs.map(value));
  const cpu = of((run) => run.cpu);
  alone ??= cpu;
  console.log(
    `${name}: CPU ${cpu.toFixed(2)} s (${(cpu / alone).toFixed(1)} times the form's), ` +
      `wall ${of((run) => run.wall).toFixed(2)} s, peak ${of((run) => run.peak).toFixed(0)} MB`,
  );
}
rmSync(folder, { recursive: true });
