/**
 * Builds the command, `dist/cli/annex-reviewer.js`.
 *
 *     node scripts/build.mjs              always
 *     node scripts/build.mjs --if-stale   only where a source has changed since
 *     node scripts/build.mjs --prepare    for npm: likewise, and nothing at all without the build's own dependencies
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies, ROOT, runProgram } from './dependencies.mjs';

export const COMMAND = join(ROOT, 'dist/cli/annex-reviewer.js');
const STAMP = join(ROOT, 'dist/cli/.sources');

/** What the bundle is made from; a folder stands for all files in it. */
const SOURCES = [
  'package.json',
  'package-lock.json',
  '.swcrc',
  'webpack.config.js',
  'src/app',
  'src/cli',
  'src/engine',
  'src/host',
  'src/xlsx',
];

function fingerprint() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = join(ROOT, source);
    if (!existsSync(path)) continue;
    for (const file of filesIn(path))
      hash
        .update(`${file.slice(ROOT.length)}\0`)
        .update(readFileSync(file))
        .update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path) {
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]));
}

export function isStale() {
  return !existsSync(COMMAND) || !existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== fingerprint();
}

/** Builds the command; returns the exit status. */
export function build() {
  const sources = fingerprint();
  // Standard output belongs to the command that may be run next.
  const status = runProgram('webpack', ['--config-name', 'command'], { stdio: ['inherit', 2, 'inherit'] });
  if (status === 0) writeFileSync(STAMP, sources);
  return status;
}

/** Makes sure that the command is there and up to date. Ends the process where that fails. */
export function ensureBuilt() {
  if (!isStale()) return;
  const status = build();
  if (status === 0) return;
  console.error('The command could not be built; see above.');
  process.exit(status);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--prepare')) {
    const complete = ['webpack', 'webpack-cli', 'swc-loader', '@swc/core'].every((name) =>
      existsSync(join(ROOT, 'node_modules', name)),
    );
    if (complete) ensureBuilt();
    else if (!existsSync(COMMAND))
      console.error(
        'annex-reviewer: installed without development dependencies, so the command was not built.',
      );
  } else {
    ensureDependencies();
    if (process.argv.includes('--if-stale')) ensureBuilt();
    else process.exitCode = build();
  }
}
