import { transformFileSync } from '@swc/core';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'src');

/**
 * Translates folders of src (with the project's own SWC settings, hence the same code as in the bundle) into a
 * temporary folder.
 * @param folders relative to src; everything the wanted modules import must lie in one of them
 * @returns a function that loads a module by its path relative to src
 */
export function loadSource(...folders) {
  const target = mkdtempSync(join(tmpdir(), 'annex-reviewer-source-'));
  writeFileSync(join(target, 'package.json'), '{"type":"commonjs"}');
  for (const folder of folders) {
    for (const file of readdirSync(join(SOURCE, folder), { recursive: true })) {
      if (!file.endsWith('.ts')) continue;
      const { code } = transformFileSync(join(SOURCE, folder, file), {
        module: { type: 'commonjs' },
        sourceMaps: false,
      });
      const out = join(target, folder, file.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(out), { recursive: true });
      writeFileSync(out, code);
    }
  }
  const require = createRequire(join(target, 'index.js'));
  return (module) => require(join(target, module));
}
