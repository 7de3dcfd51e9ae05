import { recognise } from '../../src/engine/annex/recognise';
import { StatementCache } from '../../src/engine/annex/quantity';
import { reviewAnnex } from '../../src/engine/review/review-annex';
import { RULES } from '../../src/engine/rules';
import { generateWide } from '../support/wide-generator';
import type { CellValue } from '../../src/engine/sheet/cell-value';
test('perf', () => {
  // pick a 27-col like table
  let m = generateWide(3);
  const base = m.sheet;
  const first = m.projects[0]!.row - base.firstRow;
  const body = m.projects.map((p) => base.values[p.row - base.firstRow]!);
  const N = Number(process.env.N);
  const values: CellValue[][] = base.values.slice(0, first).map((r) => [...r]);
  const formats = base.numberFormats.slice(0, first).map((r) => [...r]);
  for (let i = 0; i < N; i++) {
    values.push(body[i % body.length]!.map((v, c) => (typeof v === 'string' && c > 12 && i % 3 === 0 ? v.replace(/\d+/, String((i % 5000) + 1)) : v)));
    formats.push([...base.numberFormats[first]!]);
  }
  const sheet = { ...base, values, numberFormats: formats, formulas: [], rowCount: values.length };
  for (let k = 0; k < 3; k++) {
    const t0 = performance.now();
    const [a] = recognise(sheet, new StatementCache());
    const t1 = performance.now();
    const r = reviewAnnex(a!);
    const t2 = performance.now();
    const per: string[] = [];
    for (const rule of RULES) { const s = performance.now(); reviewAnnex(a!, [rule]); per.push(rule.meta.id + ' ' + (performance.now() - s).toFixed(0)); }
    console.log(a!.columns.length, a!.projects.length, (t1 - t0).toFixed(0), (t2 - t1).toFixed(0), r.findings.length, per.join(', '), process.memoryUsage().heapUsed / 1e6);
  }
});
