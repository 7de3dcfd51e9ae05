/**
 * The server of the workbench: the workbench's page, the pane as it was built, the sample, and Microsoft's
 * office.js from the installed npm package. It answers this machine alone and asks nobody else.
 */
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { join } from 'node:path';
import { makeCertificate } from './certificate.mjs';
import { ROOT } from './dependencies.mjs';
import { typescriptLoader } from './load-typescript.mjs';
import { ADDIN, servedFile, WORKBENCH, WPS_PACKAGE } from './served-files.mjs';

/** Stands for Excel on Windows before office.js looks for it; see docs/hosts.md. Excel on the web needs none. */
const SEAM = '<script src="/workbench/win32-seam.js"></script>';

/** Puts the object model of WPS into a page, likewise. */
const WPS_SEAM = '<script src="/workbench/wps-seam.js"></script>';

const HTML = 'text/html; charset=utf-8';
const TEXT = 'text/plain; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

/** By these names a browser on this machine calls it. Under any other name a page of somebody else is asking. */
const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]'];
const LOOPBACK = '127.0.0.1';

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

/** A page of the built package for WPS: what WPS puts into it comes before all else. The file on disk stays as it is. */
function asInWps(html) {
  if (html.split('<head>').length !== 2) throw new Error('The page has no head. Build the package again.');
  return html.replace('<head>', () => `<head>${WPS_SEAM}`);
}

/**
 * What the vendor's types declare, for the emulated WPS: read from the installed package, whose notice allows no changed
 * copies, so that nothing of it is in what is built.
 */
function wpsDescription() {
  const load = typescriptLoader();
  const { installedDescription } = load('workbench/wps/description/installed-description.ts');
  return JSON.stringify(installedDescription(ROOT));
}

/** The workbench's page, told which program it stands for. */
function asPlatform(html, platform) {
  const built = 'data-platform="win32"';
  if (!html.includes(built)) throw new Error(`The page has no ${built}. Build the workbench again.`);
  return html.replace(built, `data-platform="${platform}"`);
}

/** What an administrator may also demand of the pane: nothing from elsewhere, no code made from text. */
function panePolicy(html) {
  const inline = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, code]) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  );
  return [
    "default-src 'self'",
    `script-src 'self' ${inline.join(' ')}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    // The workbench alone, which is of the same origin.
    "frame-ancestors 'self'",
  ].join('; ');
}

/** A workbook that somebody sent is shown here: nothing in it may make the page ask another server. */
const WORKBENCH_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // The grid puts style sheets of its own into the page, but no styles into elements.
  "style-src 'self' 'unsafe-inline'",
  "style-src-attr 'none'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const page = (policy, framing) => ({ 'Content-Security-Policy': policy, 'X-Frame-Options': framing });
const NO_PAGE = page("frame-ancestors 'none'", 'DENY');

function answer(request, response, { platform, description }) {
  if (!isCalledByOwnName(request)) return end(response, 421, 'Only this machine is answered, as localhost');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return end(response, 405, 'GET only');
  }
  const path = pathOf(request.url);
  if (path === null) return end(response, 400, 'Not a path');
  if (platform === 'wps') {
    if (path === '/wps-description.json') return end(response, 200, description, JSON_TYPE);
    if (path === '/wps/index.html' || path === '/wps/pane.html') {
      const html = asInWps(readFileSync(join(ROOT, WPS_PACKAGE, path.slice('/wps'.length)), 'utf8'));
      return end(response, 200, html, HTML, page(panePolicy(html), 'SAMEORIGIN'));
    }
  } else if (path === '/pane.html' || path === '/commands.html') {
    const html = asServed(readFileSync(join(ROOT, ADDIN, path), 'utf8'), platform);
    return end(response, 200, html, HTML, page(panePolicy(html), 'SAMEORIGIN'));
  }
  if (path === '/') {
    const html = readFileSync(join(ROOT, WORKBENCH, 'index.html'), 'utf8');
    return end(response, 200, asPlatform(html, platform), HTML, page(WORKBENCH_POLICY, 'DENY'));
  }
  const served = servedFile(path);
  if (!served) return end(response, 404, 'Nothing is served there');
  response.writeHead(200, { ...headers(served.type), ...NO_PAGE });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(served.file)
      .on('error', () => response.destroy())
      .pipe(response);
}

/** A name of somebody else's that leads here, as in a rebinding of that name, is none of ours. */
function isCalledByOwnName({ headers: { host = '' }, socket }) {
  const usual = socket.encrypted ? 443 : 80;
  const called = /:\d+$/.test(host) ? host : `${host}:${usual}`;
  return OWN_NAMES.some((name) => called.toLowerCase() === `${name}:${socket.localPort}`);
}

/** The decoded path of a request; `null` where it is none. */
function pathOf(url) {
  if (!url.startsWith('/')) return null;
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, ''));
  } catch {
    return null;
  }
}

const headers = (type) => ({
  'Content-Type': type,
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
});

function end(response, status, body, type = TEXT, more = NO_PAGE) {
  response.writeHead(status, { ...headers(type), ...more });
  response.end(body);
}

/**
 * Starts the server on the first free port from `port` on (0: any).
 * @param platform what the workbench is taken for: by office.js Excel on Windows (`win32`, over http) or Excel on the web
 *   (`web`, over https, without which office.js trusts no page, by a certificate made for this run); by the add-in for WPS,
 *   WPS Spreadsheets (`wps`, over http)
 * @returns the server and its address
 */
export async function startWorkbenchServer(port, platform = 'win32') {
  const program = { platform, description: platform === 'wps' ? wpsDescription() : null };
  const handle = (request, response) => {
    try {
      answer(request, response, program);
    } catch (error) {
      // What is wrong may name files: it is for whoever started the server, not for whoever asks.
      console.error(error);
      end(response, 500, 'The server failed; see where it was started');
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
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
