/**
 * Builds the bundles of webpack.config.js into `dist/`.
 *
 *     node scripts/build.mjs                      the command and the add-in
 *     node scripts/build.mjs addin wps workbench  those named
 *     node scripts/build.mjs --if-stale [NAME…]   only where a source has changed since
 *     node scripts/build.mjs --prepare            for npm: the command alone, likewise, and nothing at all without the
 *                                                 build's own dependencies
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies, EVERYTHING, PRODUCT, ROOT, runProgram } from './dependencies.mjs';
import wpsPackage from './wps-package.js';

export const COMMAND = join(ROOT, 'dist/cli/annex-reviewer.js');

const TOOLS = [
  'package.json',
  'package-lock.json',
  '.swcrc',
  'webpack.config.js',
  'scripts/webpack-plugins.js',
  'scripts/engine-level.js',
  'scripts/focusable-selector-loader.js',
  'scripts/ribbon.js',
  'scripts/wps-package.js',
];
const SHARED = ['src/app', 'src/engine', 'src/host'];

/** Each bundle: the file that shows it is there, and what it is made from (a folder stands for all files in it). */
const BUNDLES = {
  command: {
    label: 'the command',
    file: 'dist/cli/annex-reviewer.js',
    sources: [...TOOLS, ...SHARED, 'src/cli', 'src/xlsx'],
  },
  addin: {
    label: 'the add-in',
    file: 'dist/addin/pane.html',
    sources: [...TOOLS, ...SHARED, 'src/commands', 'src/pages', 'src/pane', 'manifest.xml', 'assets/icons'],
    variables: ['OFFICE_JS_URL'],
  },
  wps: {
    label: 'the add-in for WPS',
    file: `${wpsPackage.OUTPUT}/${wpsPackage.FOLDER}/pane.html`,
    // Beside the package, which holds nothing but what WPS loads.
    stamp: `${wpsPackage.OUTPUT}/.sources`,
    sources: [...TOOLS, ...SHARED, 'src/commands', 'src/pages', 'src/pane', 'manifest.xml', 'assets/icons'],
  },
  workbench: {
    label: 'the workbench',
    file: 'dist/workbench/index.html',
    sources: [...TOOLS, 'src/engine/sheet', 'src/xlsx', 'workbench'],
  },
};

function fingerprint({ sources, variables = [] }) {
  const hash = createHash('sha256');
  for (const name of variables) hash.update(`${name}=${process.env[name] ?? ''}\0`);
  for (const source of sources) {
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
    .filter(({ name }) => name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]));
}

const stampOf = ({ file, stamp = join(file, '..', '.sources') }) => join(ROOT, stamp);

export function isStale(name) {
  const bundle = BUNDLES[name];
  const stamp = stampOf(bundle);
  return (
    !existsSync(join(ROOT, bundle.file)) ||
    !existsSync(stamp) ||
    readFileSync(stamp, 'utf8') !== fingerprint(bundle)
  );
}

/** Builds bundles, one after another; returns the exit status of the first that fails, or 0. */
export function build(names) {
  for (const name of names) {
    const bundle = BUNDLES[name];
    const before = fingerprint(bundle);
    const start = Date.now();
    console.error(`Building ${bundle.label} …`);
    // Standard output belongs to the command that may be run next.
    const status = runProgram('webpack', ['--config-name', name], { stdio: ['inherit', 2, 'inherit'] });
    if (status !== 0) return status;
    writeFileSync(stampOf(bundle), before);
    console.error(`Built ${bundle.label} in ${((Date.now() - start) / 1000).toFixed(1)} s.`);
  }
  return 0;
}

/** Makes sure that bundles are there and up to date. Ends the process where that fails. */
export function ensureBuilt(names = ['command']) {
  for (const name of names.filter(isStale)) {
    const status = build([name]);
    if (status === 0) continue;
    console.error(`Could not build ${BUNDLES[name].label}; see above.`);
    process.exit(status);
  }
}

// Real paths, because the checkout may be reached through a link.
if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main(process.argv.slice(2));

function main(words) {
  const named = words.filter((word) => !word.startsWith('--'));
  const unknown = named.find((name) => !(name in BUNDLES));
  if (unknown !== undefined) {
    console.error(`No bundle "${unknown}"; there are: ${Object.keys(BUNDLES).join(', ')}`);
    process.exitCode = 2;
  } else if (words.includes('--prepare')) prepare();
  else {
    const names = named.length > 0 ? named : ['command', 'addin'];
    ensureDependencies(names.includes('workbench') ? EVERYTHING : PRODUCT);
    if (words.includes('--if-stale')) ensureBuilt(names);
    else process.exitCode = build(names);
  }
}

function prepare() {
  const complete = ['webpack', 'webpack-cli', 'swc-loader', '@swc/core', 'html-webpack-plugin'].every(
    (name) => existsSync(join(ROOT, 'node_modules', name)),
  );
  if (complete) ensureBuilt(['command']);
  else if (!existsSync(COMMAND))
    console.error(
      'annex-reviewer: installed without development dependencies, so the command was not built.',
    );
}
