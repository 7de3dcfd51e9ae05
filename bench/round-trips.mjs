/**
 * Round trips and time of the product in Excel: review, marks and a rollup of annexes of several sizes, through the
 * office adapter, Microsoft's own client in Node and an emulated Excel that takes no time to speak of. First the
 * adapter's own calls, then the whole use cases, which also look at the workbook and keep their records in it.
 * Usage: node bench/round-trips.mjs [rows …] (31 and 5000)
 */
import { typescriptLoader } from '../scripts/load-typescript.mjs';
import { annexRow, HEADER, seeded } from './support/annex-rows.mjs';

const sizes = process.argv.slice(2).map(Number);
const load = typescriptLoader();
const { openInExcel, toMemoryWorkbook } = load('test/host/office/open-in-excel');
const { createReviewer } = load('src/app/create-reviewer');
const { reviewSheet } = load('src/engine/review/review-sheet');
const { unitSummary } = load('src/engine/rollup');

for (const size of sizes.length > 0 ? sizes : [31, 5000]) {
  const random = seeded(1);
  const rows = [...HEADER, ...Array.from({ length: size }, (_, i) => annexRow(i, random))];
  // A rate that is wrong for certain, so that there is something to fix.
  rows[HEADER.length][8] = 0.123;
  const open = () => openInExcel(toMemoryWorkbook({ name: '附件2.xlsx', sheets: [{ name: '附件2', rows }] }));
  console.log(`${size} rows`);
  const bare = open();
  await measure('the adapter', bare.host, adapterSteps(bare.host));
  bare.dispose();
  const way = open();
  await measure('from opening to rollups', way.host, stepsOfWay(createReviewer(way.host)));
  way.dispose();
  const subject = open();
  const reviewer = createReviewer(subject.host);
  let review;
  let fixed;
  const applyFirst = async () => {
    const fixOf = ({ fix, suggestions }) => fix ?? suggestions.find(({ edits }) => edits.length > 0);
    const finding = review.findings.find(fixOf);
    fixed = await reviewer.apply(finding, fixOf(finding));
  };
  await measure('the use cases', subject.host, {
    listen: () => reviewer.listen(() => undefined),
    recognise: () => reviewer.recognise(),
    review: async () => (review = await reviewer.review()),
    'go to': () => reviewer.goTo(review.sheet.id, review.findings[0].cell, review.findings[0]),
    fix: applyFirst,
    undo: () => reviewer.undo([fixed]),
    mark: () => reviewer.mark(review),
    'review, marked': async () => (review = await reviewer.review()),
    'fix, marked': applyFirst,
    'undo, marked': () => reviewer.undo([fixed]),
    'ignore, marked': () => reviewer.ignore(review.findings.slice(0, 1), '已核实'),
    rollup: () => reviewer.insertRollups(review, ['unit-summary']),
  });
  console.log(`  findings ${String(review.findings.length).padStart(7)}`);
  subject.dispose();
}

/** One sheet as a reader works it who fixes nothing: its cells are read once. */
function stepsOfWay(reviewer) {
  let review;
  return {
    listen: () => reviewer.listen(() => undefined),
    recognise: () => reviewer.recognise(),
    review: async () => (review = await reviewer.review()),
    mark: () => reviewer.mark(review),
    rollups: () => reviewer.insertRollups(review, ['unit-summary', 'issue-list']),
  };
}

/** Read, mark and insert, each as the adapter does it in a workbook that has nothing of ours yet. */
function adapterSteps(host) {
  let sheetId;
  let snapshot;
  let plan;
  return {
    before: async () => {
      sheetId = (await host.activeSheet()).id;
    },
    read: async () => {
      snapshot = await host.read(sheetId);
    },
    mark: () => {
      const [{ annex, findings }] = reviewSheet(snapshot);
      const cells = findings.map(({ cell: { row, column } }) => ({
        firstRow: row,
        lastRow: row,
        firstColumn: column,
        lastColumn: column,
      }));
      plan = unitSummary([annex], findings, { locale: 'zh-CN', date: new Date(2026, 0, 5), issues: null });
      return host.mark(sheetId, { cells: { error: cells, warning: [], info: [] }, notes: [] });
    },
    rollup: () => host.insert(() => [{ plan }]),
  };
}

async function measure(title, host, { before, ...steps }) {
  await before?.();
  console.log(`  ${title}`);
  for (const [name, step] of Object.entries(steps)) {
    const trips = host.roundTrips;
    const start = performance.now();
    await step();
    const seconds = ((performance.now() - start) / 1000).toFixed(2);
    console.log(
      `    ${name.padEnd(15)}${String(host.roundTrips - trips).padStart(4)} round trips  ${seconds} s`,
    );
  }
}
