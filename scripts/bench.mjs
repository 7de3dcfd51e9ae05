/** `npm run bench`: runs all benchmarks; `npm run bench -- NAME [arguments]` one of them, bench/NAME.mjs. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, ROOT } from './dependencies.mjs';

ensureDependencies();
const [wanted, ...args] = process.argv.slice(2);
const names = readdirSync(join(ROOT, 'bench'))
  .filter((name) => name.endsWith('.mjs'))
  .map((name) => name.slice(0, -'.mjs'.length));
if (wanted !== undefined && !names.includes(wanted)) {
  console.error(`No benchmark "${wanted}"; there are: ${names.join(', ')}`);
  process.exit(2);
}
for (const name of wanted === undefined ? names : [wanted]) {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'bench', `${name}.mjs`), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = status ?? 1;
}
