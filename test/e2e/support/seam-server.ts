import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { generate } from 'selfsigned';
import webpack from 'webpack';
import { PLATFORM } from './platform';

const ROOT = join(__dirname, '../../..');
const OFFICE_JS = join(ROOT, 'node_modules/@microsoft/office-js/dist');

const PANE = `<!doctype html><meta charset="utf-8"><title>pane</title>
${PLATFORM === 'win32' ? '<script src="/win32-seam.js"></script>' : ''}
<script src="/office-js/office.js"></script>
<script>
  window.ready = Office.onReady();
  Office.actions.associate('refresh', function (event) { window.refreshed = (window.refreshed || 0) + 1; event.completed(); });
</script>`;
const WORKBENCH = `<!doctype html><meta charset="utf-8"><title>workbench</title><body><script src="/workbench.js"></script>`;

/**
 * Serves a pane with Microsoft's office.js, for Excel on Windows behind our seam, and a page that connects it to a
 * workbook.
 */
export async function startSeamServer(): Promise<{ readonly url: string; stop(): void }> {
  const built = mkdtempSync(join(tmpdir(), 'annex-reviewer-seam-'));
  await bundle(built);
  const server = await createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const page = path === '/' ? WORKBENCH : path === '/pane.html' ? PANE : null;
    if (page !== null) {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
      return;
    }
    const file = path.startsWith('/office-js/')
      ? join(OFFICE_JS, normalize(path.slice('/office-js'.length)).toLowerCase())
      : join(built, normalize(path));
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `${PLATFORM === 'web' ? 'https' : 'http'}://localhost:${(server.address() as AddressInfo).port}/`,
    stop() {
      server.closeAllConnections();
      server.close();
      rmSync(built, { recursive: true, force: true });
    },
  };
}

/** office.js takes a page for Excel on the web over https alone. */
async function createServer(listener: RequestListener): Promise<Server> {
  if (PLATFORM !== 'web') return createHttpServer(listener);
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  return createHttpsServer({ key, cert }, listener);
}

function bundle(path: string): Promise<void> {
  const compiler = webpack({
    mode: 'development',
    devtool: false,
    target: ['web', 'es2022'],
    entry: {
      'win32-seam': join(ROOT, 'workbench/office/win32-seam.ts'),
      workbench: join(__dirname, 'seam-page.ts'),
    },
    output: { path, filename: '[name].js' },
    resolve: { extensions: ['.ts', '.js'] },
    module: { rules: [{ test: /\.ts$/, use: 'swc-loader' }] },
  });
  return new Promise((resolve, reject) => {
    compiler?.run((error, stats) => {
      if (error || stats?.hasErrors()) reject(error ?? new Error(stats?.toString('errors-only')));
      else resolve();
    });
  });
}
