/**
 * How much the pane loads before its first paint, and what each page of the built add-in weighs (npm run build).
 * office.js, which Excel keeps in its own cache, is not counted.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureBuilt } from '../scripts/build.mjs';
import { ROOT } from '../scripts/dependencies.mjs';

ensureBuilt(['addin']);
const folder = join(ROOT, 'dist/addin');
const size = (name) => {
  const bytes = readFileSync(join(folder, name));
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
};
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

for (const page of ['pane.html', 'commands.html']) {
  const html = readFileSync(join(folder, page), 'utf8');
  const parts = [...html.matchAll(/(?:src|href)="([^":]+\.(?:js|css))"/g)].map(([, name]) => name);
  const missing = parts.filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0) throw new Error(`${page} asks for ${missing.join(', ')}, which is not there`);
  const sizes = parts.map(size);
  const sum = (key) => sizes.reduce((total, part) => total + part[key], 0);
  console.log(`${page}: ${kilobytes(sum('gzip'))} gzip (${kilobytes(sum('raw'))}) before the first paint`);
  parts.forEach((name, i) => console.log(`  ${kilobytes(sizes[i].gzip).padStart(9)}  ${name}`));
}
const later = readdirSync(folder).filter(
  (name) => name.endsWith('.js') && !readFileSync(join(folder, 'pane.html'), 'utf8').includes(name),
);
console.log(
  `Loaded later, or by other pages: ${kilobytes(later.reduce((sum, name) => sum + size(name).gzip, 0))} gzip`,
);
