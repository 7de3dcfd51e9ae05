/**
 * Runs the whole fault matrix: every use case, with every fault, at every request to the spreadsheet. Writes its table
 * (docs/fault-matrix.md) and ends with status 1 where anything is bad.
 *
 *     node scripts/fault-matrix.mjs [part of the name of a use case]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './dependencies.mjs';
import { typescriptLoader } from './load-typescript.mjs';

const load = typescriptLoader();
const { Desk } = load('test/fault-matrix/desk.ts');
const { courseOf, inject } = load('test/fault-matrix/matrix.ts');
const { USE_CASES } = load('test/fault-matrix/use-cases.ts');
const { FAULTS } = load('test/support/workbooks/faults.ts');

const [wanted = ''] = process.argv.slice(2);
const desk = new Desk();
const rows = [];
const troubles = [];
let injections = 0;
for (const useCase of USE_CASES.filter(({ name }) => name.includes(wanted))) {
  const course = await courseOf(desk, useCase);
  for (const fault of FAULTS) {
    const outcomes = new Map();
    let bad = 0;
    for (let request = 1; request <= course.requests; request++) {
      const injection = await inject(desk, course, fault, request);
      injections++;
      outcomes.set(injection.outcome, (outcomes.get(injection.outcome) ?? 0) + 1);
      if (injection.bad.length === 0) continue;
      bad++;
      troubles.push(injection);
      console.log(`BAD ${useCase.name}, ${fault} at request ${request}: ${injection.bad.join('; ')}`);
    }
    rows.push({ useCase: useCase.name, fault, injections: course.requests, outcomes, bad });
  }
  console.log(`${useCase.name}: ${course.requests} requests × ${FAULTS.length} faults`);
}
console.log(`fault matrix: ${injections} injections, ${troubles.length} bad`);
if (wanted === '') writeFileSync(join(ROOT, 'docs/fault-matrix.md'), table());
process.exitCode = troubles.length > 0 ? 1 : 0;

function table() {
  const cells = [
    ['use case', 'fault', 'injections', 'outcome', 'bad'],
    ...rows.map(({ useCase, fault, injections: count, outcomes, bad }) => [
      useCase,
      fault,
      String(count),
      [...outcomes].map(([outcome, times]) => `${outcome} ${times}`).join(', '),
      String(bad),
    ]),
  ];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const lines = cells.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`,
  );
  lines.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  return `# Fault matrix

Written by \`npm run nightly\`: every use case, with every fault, at every request that it sends to Excel, over Microsoft's own
client. After each it is checked that the user's cells, formats and notes are untouched; that fixes, marks and rollups are
as before or as announced; that the records say what the cells hold; that what is told is so; that nothing is written
after silence, which ends after 25 seconds in all; and that the pane is of use again. ${injections} injections, ${troubles.length} bad.

Faults: \`busy\` and \`refused\`: refused whole. \`half-done\`: the first half of the calls is made, then one fails.
\`answer-lost\`: all is done, and the answer is a failure. \`hang\`: this request alone is never answered. \`dead\`,
\`dead-half-done\`, \`dead-done\`: nothing is answered from then on, and this request was not made, half made, made.

${lines.join('\n')}
`;
}
