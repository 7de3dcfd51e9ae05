import { readFileSync } from 'node:fs';
import { recognise } from '../../src/engine/annex/recognise';
import { reviewAnnex } from '../../src/engine/review/review-annex';
import { findingText } from '../../src/engine/review/messages';
import { buildSheet } from '../support/sheet-builder';
import { toAddress, columnLetters, toRangeAddress } from '../../src/engine/sheet/address';
test('try', () => {
  const t = JSON.parse(readFileSync('../shared/corpus/00-longgang-2020-annex.json', 'utf8'));
  const rows = t.cells.map((r: unknown[], i: number) => r.map((v, j) => (v === '' ? null : j === 8 && i > 4 ? { value: v, format: '0.00%' } : v)));
  const [a] = recognise(buildSheet(rows));
  console.log(a!.layout, toRangeAddress(a!.range), a!.title, a!.year, a!.moneyUnit, a!.department, a!.headerRows, a!.dataRows, a!.projects.length);
  const bad = a!.columns.filter((c) => t.columns[columnLetters(c.column)] !== c.field).map((c) => [columnLetters(c.column), c.headerPath.join('/'), c.field, c.confidence]);
  console.log(JSON.stringify(bad));
  const by: Record<string, string[]> = {};
  for (const f of reviewAnnex(a!).findings) (by[`${f.rule} ${f.severity}`] ??= []).push(toAddress(f.cell.row, f.cell.column));
  console.log(JSON.stringify(by, null, 1));
  console.log(a!.projects.map((p) => p.unit).join(','));
});
