/**
 * `npm test`: the unit tests, then the end-to-end tests in a browser, one after another. Installs the dependencies,
 * builds what is out of date and finds a browser first.
 *
 *     npm test -- --unit      the unit tests alone
 *     npm test -- --e2e       the end-to-end tests alone
 *
 * All other words go to jest.
 */
import { ensureBuilt } from './build.mjs';
import { chromiumPath } from './chromium.mjs';
import { ensureDependencies, runProgram } from './dependencies.mjs';

const words = process.argv.slice(2);
const args = words.filter((word) => !['--unit', '--e2e', '--'].includes(word));
const [unit, e2e] = ['--unit', '--e2e'].map((word) => words.includes(word));
const all = unit === e2e;

ensureDependencies();
let status = 0;
if (all || unit) {
  ensureBuilt(['command']);
  status = runProgram('jest', ['--passWithNoTests', ...args]);
}
if (all || e2e) {
  ensureBuilt(['addin', 'wps', 'workbench']);
  const env = { ...process.env, CHROME_PATH: browser() };
  const config = ['--config', 'jest.e2e.config.mjs', '--runInBand', '--passWithNoTests'];
  status = runProgram('jest', [...config, ...args], { env }) || status;
}
process.exitCode = status;

function browser() {
  try {
    return chromiumPath();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
