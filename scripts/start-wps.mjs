/**
 * `npm run start:wps`: serves the add-in for WPS on this machine, builds it anew when a source changes and has its pages
 * load themselves again. Prints what has to be written where for a real WPS; docs/wps.md says the rest.
 *
 *     npm run start:wps -- --port 4000     another port than 3889; a changed address asks for trust anew
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies, PRODUCT, ROOT } from './dependencies.mjs';
import wpsPackage from './wps-package.js';

const { FOLDER, NAME, OUTPUT } = wpsPackage;

const { values } = parseArgs({ options: { port: { type: 'string', default: '3889' } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error(`Not a port: ${values.port}`);
  process.exit(2);
}

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.xml': 'text/xml; charset=utf-8',
};
const RELOAD = '/reload.js';

ensureDependencies(PRODUCT);
let builds = 0;
watch();
await listen();
const url = `http://127.0.0.1:${port}/`;
console.log(`
  绩效自评审核 for WPS:  ${url}

  Write this line between <jsplugins> and </jsplugins> of publish.xml, with WPS closed, and leave the other entries:

    <jspluginonline name="${NAME}" type="et" url="${url}" debug="" enable="enable_dev" install="null"/>

  The file (make it where it is missing: <jsplugins></jsplugins>):
    Windows   %APPDATA%\\kingsoft\\wps\\jsaddons\\publish.xml
    Linux     ~/.local/share/Kingsoft/wps/jsaddons/publish.xml
  Then open a workbook, allow the add-in, and start WPS once more: the tab appears with the second start.
  Where it does not, see docs/wps.md.  Ctrl+C ends it.
`);

function watch() {
  const require = createRequire(import.meta.url);
  const config = require(join(ROOT, 'webpack.config.js')).find(({ name }) => name === 'wps');
  require('webpack')({ ...config, watch: true }, (error, stats) => {
    if (error || stats.hasErrors()) console.error(error ?? stats.toString('errors-only'));
    else builds += 1;
  });
}

function listen() {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url.replace(/[?#].*$/s, ''));
    const called = request.headers.host ?? '';
    // A name of somebody else's that leads here is none of ours.
    if (called !== `127.0.0.1:${port}` && called !== `localhost:${port}`) return end(response, 421, '');
    if (path === '/built') return end(response, 200, String(builds));
    if (path === RELOAD) return end(response, 200, reloadScript(), TYPES['.js']);
    const name = path === '/' ? 'index.html' : path.slice(1);
    const file = join(ROOT, OUTPUT, FOLDER, name);
    const type = TYPES[extname(name)];
    if (!/^[\w-]+(?:[./][\w-]+)*$/.test(name) || !type || !existsSync(file) || !statSync(file).isFile())
      return end(response, 404, '');
    if (name.endsWith('.html')) return end(response, 200, reloading(readFileSync(file, 'utf8')), type);
    response.writeHead(200, headers(type));
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      console.error(
        error.code === 'EADDRINUSE' ? `Port ${port} is in use; choose another with --port.` : error,
      );
      reject(error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

/** A page that asks for a newer build; its policy lets it ask this server alone. The file on disk stays as it is. */
function reloading(html) {
  const allowed = html.replace("connect-src 'none'", "connect-src 'self'");
  return allowed.replace('</head>', `<script src="${RELOAD}"></script></head>`);
}

/** In old JavaScript, as it stands in pages whose engine nobody knows yet. */
function reloadScript() {
  return `(function () {
  var built = null;
  setInterval(function () {
    var request = new XMLHttpRequest();
    request.open('GET', '/built');
    request.onload = function () {
      if (built !== null && request.responseText !== built) window.location.reload();
      built = request.responseText;
    };
    request.send();
  }, 1000);
})();
`;
}

const headers = (type) => ({
  'Content-Type': type,
  'Cache-Control': 'no-cache',
  'X-Content-Type-Options': 'nosniff',
});

function end(response, status, body, type = 'text/plain; charset=utf-8') {
  response.writeHead(status, headers(type));
  response.end(body);
}
