import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRESET_NAMES } from '../../../workbench/wps/host/presets';
import { LOSSES, type Loss } from '../contract/subject';
import { lossesOfPreset, SWITCH_LOSSES } from './build-losses';

/** What is lost, and what there is instead. */
const WORDS: Readonly<Record<Loss, string>> = {
  marks: 'Marks: nothing is painted instead; notes and the rollups tell of the findings',
  notes: 'Notes beside marks',
  charts: 'Charts in rollups',
  links: 'Links from rollups to cells',
  choices: 'Lists to choose from in rollups',
  print: 'Print set-up of rollups',
  freeze: 'Frozen rows and columns in rollups',
  renames:
    'Renamed worksheets are known again; else they count as others, and nothing is written by the old id',
  'renames-new': 'The same for worksheets that were added and not yet saved',
  part: 'Records in custom XML parts: document properties instead',
  record: 'Records in the workbook: they last as long as the pane',
  ranges: 'Told which cells the user changed: the worksheet is looked at every second instead',
  changes: 'Noticing that cells were changed at all',
  errors: 'Errors as values (not of formulas) told from texts that look like them',
  undo: 'The steps that the user could undo before',
  blocks: 'Reading in blocks: each cell is read by itself, at most 100,000',
};

/** What the contract suite shows of each preset and of each switch alone, as docs/host-limits.md tells it. */
function tables(): string {
  const lost = new Map(PRESET_NAMES.map((preset) => [preset, new Set(lossesOfPreset(preset))]));
  const presets = [
    ['', ...PRESET_NAMES.map((preset) => `\`${preset}\``)],
    ...LOSSES.map((loss) => [
      WORDS[loss],
      ...PRESET_NAMES.map((preset) => (lost.get(preset)!.has(loss) ? 'lost' : '')),
    ]),
  ];
  const switches = [
    ['switch', 'loses, alone'],
    ...Object.entries(SWITCH_LOSSES).map(([flipped, losses]) => [
      `\`${flipped}\``,
      losses.map((loss) => `\`${loss}\``).join(', '),
    ]),
  ];
  return `${table(presets)}\n\n${table(switches)}`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(3, ...rows.map((row) => row[column]!.length)));
  const lines = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`,
  );
  lines.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  return lines.join('\n');
}

test('docs/host-limits.md tells what each build loses, as the contract suite shows it', () => {
  const docs = readFileSync(join(__dirname, '../../../docs/host-limits.md'), 'utf8');
  expect(docs).toContain(tables());
});
