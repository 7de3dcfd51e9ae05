/**
 * `npm start`: opens the workbench, a spreadsheet beside the real pane, without Excel. Installs the dependencies
 * and builds what is out of date first.
 *
 *     npm start -- --port 4000     another port than 3000 (the next free one is taken where it is in use)
 *     npm start -- --no-open       open no browser
 *     npm start -- --web           as Excel on the web in place of Excel on Windows: over https, by a certificate
 *                                  made for this run, of which the browser warns
 *     npm start -- --wps           as WPS Spreadsheets: the add-in for WPS as it is built, in an emulated WPS
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { startWorkbenchServer } from './workbench-server.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.PORT ?? '3000' },
    'no-open': { type: 'boolean' },
    web: { type: 'boolean' },
    wps: { type: 'boolean' },
  },
});
if (values.web && values.wps) {
  console.error('The workbench is one program at a time: --web or --wps.');
  process.exit(2);
}
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`Not a port: ${values.port}`);
  process.exit(2);
}

ensureDependencies();
ensureBuilt([values.wps ? 'wps' : 'addin', 'workbench']);
const platform = values.wps ? 'wps' : values.web ? 'web' : 'win32';
const { server, url } = await startWorkbenchServer(port, platform);
console.log(`\n  绩效自评审核 workbench:  ${url}\n  Ctrl+C ends it.\n`);
if (values.web)
  console.log(
    '  The browser warns of the certificate, which was made for this run; go on to localhost all the same.\n',
  );
if (!values['no-open'] && hasDisplay()) openBrowser(url);

for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });

function hasDisplay() {
  if (process.env.CI) return false;
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** A convenience that may fail: the address has been printed. */
function openBrowser(address) {
  const [program, words] = {
    win32: ['cmd', ['/c', 'start', '', address]],
    darwin: ['open', [address]],
  }[process.platform] ?? ['xdg-open', [address]];
  const child = spawn(program, words, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
