/**
 * The server of the workbench: the workbench's page, the pane as it was built, the sample, and Microsoft's
 * office.js from the installed npm package. It answers this machine alone and asks nobody else.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { extname, join, normalize, sep } from 'node:path';
import { makeCertificate } from './certificate.mjs';
import { ROOT } from './dependencies.mjs';

const ADDIN = 'dist/addin';
const WORKBENCH = 'dist/workbench';
const OFFICE_JS = 'node_modules/@microsoft/office-js/dist';
const SAMPLE = 'assets/samples/self-evaluation-annex.xlsx';

/** Stands for Excel on Windows before office.js looks for it; see docs/hosts.md. Excel on the web needs none. */
const SEAM = '<script src="/workbench/win32-seam.js"></script>';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * A built page of the add-in with no other substitutions than these: office.js from here and, for Excel on Windows,
 * the seam before it. The file on disk stays as it is.
 */
function asServed(html, platform) {
  const scripts = html.match(/<script[^>]*\ssrc="[^"]*office\.js[^"]*"[^>]*>/g) ?? [];
  if (scripts.length !== 1)
    throw new Error(
      `The page loads office.js ${scripts.length} times; expected once. Build the add-in again.`,
    );
  const here = scripts[0].replace(/src="[^"]*"/, 'src="/office-js/office.js"');
  return html.replace(scripts[0], () => `${platform === 'win32' ? SEAM : ''}${here}`);
}

/** The workbench's page, told which Excel it stands for. */
function asPlatform(html, platform) {
  const built = 'data-platform="win32"';
  if (!html.includes(built)) throw new Error(`The page has no ${built}. Build the workbench again.`);
  return html.replace(built, `data-platform="${platform}"`);
}

/** What an administrator may also demand of the pane: nothing from elsewhere, no code made from text. */
function policy(html) {
  const inline = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, code]) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  );
  return [
    "default-src 'self'",
    `script-src 'self' ${inline.join(' ')}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
  ].join('; ');
}

function answer(request, response, platform) {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'GET only');
  if (path === '/pane.html' || path === '/commands.html') {
    const html = asServed(readFileSync(join(ROOT, ADDIN, path), 'utf8'), platform);
    response.setHeader('Content-Security-Policy', policy(html));
    return end(response, 200, html, TYPES['.html']);
  }
  if (path === '/') {
    const html = readFileSync(join(ROOT, WORKBENCH, 'index.html'), 'utf8');
    return end(response, 200, asPlatform(html, platform), TYPES['.html']);
  }
  const file = fileOf(path);
  if (file === null || !existsSync(file) || !statSync(file).isFile())
    return end(response, 404, `Nothing is served at ${path}`);
  response.writeHead(200, headers(TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream'));
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
}

/** The file behind a path, or `null` where the path leaves its folder. */
function fileOf(path) {
  if (path === '/sample.xlsx') return join(ROOT, SAMPLE);
  if (path === '/manifest.xml') return join(ROOT, 'manifest.xml');
  if (path === '/favicon.ico') return join(ROOT, 'assets/icons/annex-32.png');
  if (path.startsWith('/workbench/')) return inside(WORKBENCH, path.slice('/workbench/'.length));
  // office.js asks for its own files in the case that its authors wrote; the package has them in lower case.
  if (path.startsWith('/office-js/')) {
    const name = path.slice('/office-js/'.length);
    const exact = inside(OFFICE_JS, name);
    return exact !== null && existsSync(exact) ? exact : inside(OFFICE_JS, name.toLowerCase());
  }
  return inside(ADDIN, path.slice(1));
}

function inside(folder, path) {
  const root = join(ROOT, folder);
  const file = normalize(join(root, path));
  return file.startsWith(root + sep) ? file : null;
}

const headers = (type) => ({
  'Content-Type': type,
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
});

function end(response, status, body, type = 'text/plain; charset=utf-8') {
  response.writeHead(status, headers(type));
  response.end(body);
}

/**
 * Starts the server on the first free port from `port` on (0: any).
 * @param platform what office.js takes the workbench for: Excel on Windows (`win32`, over http) or Excel on the web
 *   (`web`, over https, without which office.js trusts no page, by a certificate made for this run)
 * @returns the server and its address
 */
export async function startWorkbenchServer(port, platform = 'win32') {
  const handle = (request, response) => {
    try {
      answer(request, response, platform);
    } catch (error) {
      end(response, 500, String(error?.message ?? error));
    }
  };
  const secure = platform === 'web';
  const server = secure ? createHttpsServer(await makeCertificate(), handle) : createHttpServer(handle);
  for (let candidate = port; ; candidate += 1) {
    try {
      await listen(server, candidate);
      return { server, url: `${secure ? 'https' : 'http'}://localhost:${server.address().port}/` };
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || port === 0 || candidate >= port + 20) throw error;
    }
  }
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
