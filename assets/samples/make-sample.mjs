/**
 * Writes the sample workbooks and the lists of their deliberate defects:
 *
 *     node assets/samples/make-sample.mjs [FOLDER]
 *
 * into this folder, or into another one.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';
import { annexWorkbook } from './annex-workbook.mjs';
import { DEFECTS } from './self-evaluation-content.mjs';
import { DEFECTS as SCORED_DEFECTS } from './scored-content.mjs';
import { scoredSheet } from './scored-sheet.mjs';
import { selfEvaluationSheet } from './self-evaluation-sheet.mjs';

const folder = process.argv[2] ?? fileURLToPath(new URL('.', import.meta.url));

function write(name, sheet, defects) {
  const workbook = `${name}.xlsx`;
  writeFileSync(join(folder, workbook), annexWorkbook(sheet));
  const list = { workbook, sheet: sheet.name, defects };
  writeFileSync(join(folder, `${name}.defects.json`), `${JSON.stringify(list, null, 2)}\n`);
}

write('self-evaluation-annex', selfEvaluationSheet(), DEFECTS);
write('scored-annex', scoredSheet(), SCORED_DEFECTS);
