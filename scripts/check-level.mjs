/**
 * `npm run check:level`: whether the built pages ask no more of their engine than scripts/engine-level.js says. Builds
 * them first where that is due.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ROOT } from './dependencies.mjs';
import level from './engine-level.js';
import { builtFaults } from './page-level.mjs';
import wpsPackage from './wps-package.js';

const FOLDERS = ['dist/addin', `${wpsPackage.OUTPUT}/${wpsPackage.FOLDER}`];

ensureBuilt(['addin', 'wps']);
const files = FOLDERS.flatMap(filesIn);
const faults = builtFaults(files, level);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else
  console.log(`${files.length} scripts and styles ask for no more than Chromium ${level.DEGRADES_TO} has.`);

function filesIn(folder) {
  return readdirSync(join(ROOT, folder))
    .filter((name) => /\.(?:js|css)$/.test(name))
    .map((name) => ({
      name: `${folder}/${name}`,
      text: readFileSync(join(ROOT, folder, name), 'utf8'),
    }));
}
