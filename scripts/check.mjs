/**
 * `npm run check`: reviews the sample workbook; `npm run check -- PATH... [options]` reviews others. Installs the
 * dependencies and builds the command first, where that is due.
 */
import { spawnSync } from 'node:child_process';
import { COMMAND, ensureBuilt } from './build.mjs';
import { ensureDependencies, PRODUCT, ROOT } from './dependencies.mjs';

const SAMPLE = ['assets/samples', '--format', 'text', '--fail-on', 'never'];

ensureDependencies(PRODUCT);
ensureBuilt(['command']);

const given = process.argv.slice(2);
const result = spawnSync(process.execPath, [COMMAND, 'check', ...(given.length > 0 ? given : SAMPLE)], {
  // npm moves to the project's folder; paths mean what they meant where the person stood.
  cwd: given.length > 0 ? (process.env.INIT_CWD ?? process.cwd()) : ROOT,
  stdio: 'inherit',
});
if (result.error) throw result.error;
process.exitCode = result.status ?? 2;
