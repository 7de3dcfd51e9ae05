/**
 * Finds the Chromium that the end-to-end tests and the drawing scripts use. `node scripts/chromium.mjs` prints its
 * path, after installing it where that can be done without asking (Debian and Ubuntu, as root).
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Nothing but the page: no sandbox in containers, no traffic of the browser's own. */
export const BROWSER_ARGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const PLACES = [
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A Chromium that is installed, or `null`. */
export function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names no file: ${named}`);
  }
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES].find((path) => existsSync(path)) ?? null;
}

/** A Chromium, installed first where that is possible. @throws Error that says what to do */
export function chromiumPath() {
  const found = findChromium();
  if (found !== null) return found;
  if (installWithApt()) {
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  throw new Error(
    [
      'No Chromium, Chrome or Edge was found; the end-to-end tests need one.',
      'Debian, Ubuntu:  sudo apt-get install -y chromium fonts-noto-cjk',
      'Elsewhere:       install Chrome or Edge and, on Linux, a Chinese font.',
      'Anywhere else:   set CHROME_PATH to its program.',
    ].join('\n'),
  );
}

function installWithApt() {
  const root = process.getuid?.() === 0;
  if (!root || !existsSync('/etc/debian_version')) return false;
  console.error('Installing Chromium and a Chinese font with apt-get …');
  const run = (...words) =>
    spawnSync('apt-get', words, {
      stdio: ['ignore', 2, 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  // Another installation may hold the lock for a while.
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  const install = () =>
    run(...wait, 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
  run(...wait, 'update');
  return install();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(chromiumPath());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
