/**
 * Round trips and time of the product in Excel: review, marks and a rollup of annexes of several sizes, through the
 * office adapter, Microsoft's own client in Node and an emulated Excel that takes no time to speak of.
 * Usage: node bench/round-trips.mjs [rows …] (31 and 5000)
 */
import { typescriptLoader } from '../scripts/load-typescript.mjs';
import { annexRow, HEADER, seeded } from './support/annex-rows.mjs';

const sizes = process.argv.slice(2).map(Number);
const load = typescriptLoader();
const { openInExcel, toMemoryWorkbook } = load('test/host/office/open-in-excel');
const { createReviewer } = load('src/app/create-reviewer');

for (const size of sizes.length > 0 ? sizes : [31, 5000]) {
  const random = seeded(1);
  const rows = [...HEADER, ...Array.from({ length: size }, (_, i) => annexRow(i, random))];
  const subject = openInExcel(toMemoryWorkbook({ name: '附件2.xlsx', sheets: [{ name: '附件2', rows }] }));
  const reviewer = createReviewer(subject.host);
  let review;
  const steps = {
    review: async () => (review = await reviewer.review()),
    mark: () => reviewer.mark(review),
    rollup: () => reviewer.insertRollups(review, ['unit-summary']),
  };
  console.log(`${size} rows`);
  for (const [name, step] of Object.entries(steps)) {
    const before = subject.host.roundTrips;
    const start = performance.now();
    await step();
    const seconds = ((performance.now() - start) / 1000).toFixed(2);
    const trips = subject.host.roundTrips - before;
    console.log(`  ${name.padEnd(8)}${String(trips).padStart(4)} round trips  ${seconds} s`);
  }
  console.log(`  findings ${String(review.findings.length).padStart(7)}`);
  subject.dispose();
}
