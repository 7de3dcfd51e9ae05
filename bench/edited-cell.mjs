/**
 * What one edited cell costs where a worksheet was reviewed before: the row that was edited is recognised and reviewed
 * anew, against a review of all rows in the same run. The findings have to be the same.
 * Usage: node bench/edited-cell.mjs [rows] (5000)
 */
import { strict as assert } from 'node:assert';
import { typescriptLoader } from '../scripts/load-typescript.mjs';
import { annexRow, HEADER, seeded } from './support/annex-rows.mjs';
import { toSnapshot } from './support/to-snapshot.mjs';

const size = Number(process.argv[2] ?? 5000);
const EDITS = 20;
const load = typescriptLoader();
const { engineHere } = load('src/app/engine/here');
const { onlyRows } = load('src/engine/sheet/snapshot-rows');

const random = seeded(1);
const rows = [...HEADER, ...Array.from({ length: size }, (_, i) => annexRow(i, random))];
const how = { workbookId: 'workbook', setting: null };
const newEngine = () => engineHere({ yieldToPage: () => Promise.resolve() });

const engine = newEngine();
let { kept } = await engine.open(toSnapshot(rows));
const [, whole] = await timed(() => engine.review(kept, how));
console.log(`review of ${size} rows      ${whole.toFixed(1)} ms`);

const texts = rows[HEADER.length].flatMap((value, column) =>
  typeof value === 'string' && column > 8 ? [column] : [],
);
const costs = [];
let now = rows;
for (let edit = 0; edit < EDITS; edit++) {
  const row = HEADER.length + Math.floor(random() * size);
  const column = texts[edit % texts.length];
  now = now.map((cells, i) =>
    i === row ? cells.map((cell, j) => (j === column ? `${cell}（第${edit}次修改）` : cell)) : cells,
  );
  const span = [{ first: row, last: row }];
  const part = onlyRows(toSnapshot(now), span);
  const [review, cost] = await timed(async () => {
    ({ kept } = await engine.patch(kept, part, span));
    return engine.review(kept, how);
  });
  costs.push(cost);
  if (edit % 5 === 0) {
    const other = newEngine();
    const fresh = await other.open(toSnapshot(now));
    assert.deepEqual(review, await other.review(fresh.kept, how));
  }
}
costs.sort((a, b) => a - b);
const median = costs[EDITS / 2];
console.log(
  `after one edited cell    ${median.toFixed(1)} ms (median of ${EDITS}, ${costs[0].toFixed(1)}–${costs[EDITS - 1].toFixed(1)})`,
);
console.log(
  `share of the whole       1/${(whole / median).toFixed(0)}; the findings are those of a whole review`,
);

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}
