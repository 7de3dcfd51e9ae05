import { type ChildProcess, spawn } from 'node:child_process';
import { request, type IncomingHttpHeaders } from 'node:http';
import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

let server: ChildProcess;
let port: number;

/** The server is a module that jest does not load itself. */
beforeAll(async () => {
  const code = `import('./scripts/workbench-server.mjs')
    .then((m) => m.startWorkbenchServer(0))
    .then(({ url }) => console.log(url))`;
  server = spawn(process.execPath, ['-e', code], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  port = await new Promise<number>((resolve, reject) => {
    let said = '';
    server.stdout!.on('data', (words: Buffer) => {
      said += words.toString();
      const found = /localhost:(\d+)\//.exec(said);
      if (found) resolve(Number(found[1]));
    });
    server.once('exit', () => reject(new Error(`the server did not start: ${said}`)));
  });
});
afterAll(() => server.kill());

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks for a path exactly as it is written. */
function ask(path: string, host: string | null = `localhost:${port}`, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = host === null ? {} : { Host: host };
    const asked = request({ host: '127.0.0.1', port, path, method, headers, setHost: false }, (response) => {
      let body = '';
      response.setEncoding('latin1').on('data', (piece: string) => (body += piece));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    });
    asked.on('error', reject).end();
  });
}

describe('who asks', () => {
  test.each(['localhost', '127.0.0.1', '[::1]', 'LocalHost'])('%s is this machine', async (name) => {
    expect((await ask('/manifest.xml', `${name}:${port}`)).status).toBe(200);
  });

  test.each([
    ['a name that was made to lead here', 'annex.example'],
    ['a name that begins like ours', 'localhost.example'],
    ['a name that ends like ours', 'example.localhost'],
    ['a user before the name', 'example@localhost'],
  ])('%s is refused', async (_, name) => {
    for (const host of [`${name}:${port}`, name]) {
      const { status, body } = await ask('/manifest.xml', host);
      expect([status, body.includes('OfficeApp')]).toEqual([421, false]);
    }
  });

  test.each(['localhost:1', 'localhost', ''])('our name with another port is refused: "%s"', async (host) => {
    expect((await ask('/manifest.xml', host)).status).toBe(421);
  });

  test('no name at all is refused', async () => {
    expect((await ask('/manifest.xml', null)).status).toBeGreaterThanOrEqual(400);
  });

  test('other machines reach nothing', async () => {
    const others = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    for (const { address } of others.filter(({ internal, family }) => !internal && family === 'IPv4')) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect({ host: address, port, timeout: 2000 });
        const end = (answered: boolean) => {
          socket.destroy();
          resolve(answered);
        };
        socket.once('connect', () => end(true));
        socket.once('error', () => end(false));
        socket.once('timeout', () => end(false));
      });
      expect([address, reached]).toEqual([address, false]);
    }
  });
});

describe('what is handed out', () => {
  test.each([
    ['/manifest.xml', 'application/xml; charset=utf-8'],
    ['/sample.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['/favicon.ico', 'image/png'],
    ['/office-js/office.js', 'text/javascript; charset=utf-8'],
    ['/office-js/excel-win32-16.01.js', 'text/javascript; charset=utf-8'],
    ['/office-js/zh-CN/office_strings.js', 'text/javascript; charset=utf-8'],
  ])('%s, as what it is, and never to be framed', async (path, type) => {
    const { status, headers } = await ask(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'content-security-policy': "frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    const { body } = await ask(path, undefined, 'HEAD');
    expect(body).toBe('');
  });

  test.each([
    ['a source', '/workbench/view/main.tsx'],
    ['a source by a way up', '/workbench/../../workbench/view/main.tsx'],
    ['a source by a hidden way up', '/workbench/%2e%2e/%2e%2e/workbench/view/main.tsx'],
    ['a source by a doubly hidden way up', '/workbench/%252e%252e/%252e%252e/package.json'],
    ['a way up with the other slash', '/workbench/..%5c..%5cpackage.json'],
    ['a whole path', '//etc/passwd'],
    ['a whole path, hidden', '/%2fetc/passwd'],
    ['the package', '/package.json'],
    ['the server itself', '/scripts/workbench-server.mjs'],
    ['what a build was made from', '/.sources'],
    ['the same of the workbench', '/workbench/.sources'],
    ['the repository', '/.git/config'],
    ['a source map', '/workbench/win32-seam.js.map'],
    ['the page of the workbench as it was built', '/workbench/index.html'],
    ['a package', '/node_modules/@microsoft/office-js/package.json'],
    ['the package of office.js by a way up', '/office-js/../package.json'],
    ['a part of office.js that nobody asks for', '/office-js/word-web-16.00.js'],
    ['types of office.js', '/office-js/office.d.ts'],
    ['a page of the add-in for WPS, as an Excel', '/wps/pane.html'],
    ['what the types of WPS declare, as an Excel', '/wps-description.json'],
    ['a way up from the add-in for WPS', '/wps/../.sources'],
    ['a folder', '/office-js/'],
    ['a folder without its slash', '/workbench'],
    ['a name with an end', '/manifest.xml%00.js'],
  ])('not %s', async (_, path) => {
    const { status, body } = await ask(path);
    expect([status, body]).toEqual([404, 'Nothing is served there']);
  });

  test.each(['/%', '/%E0%A4%A', 'http://localhost/manifest.xml', '*'])(
    'what is no path: %s',
    async (path) => {
      expect((await ask(path)).status).toBe(400);
    },
  );

  test('nothing is taken', async () => {
    const { status, headers } = await ask('/manifest.xml', undefined, 'POST');
    expect([status, headers['allow']]).toEqual([405, 'GET, HEAD']);
  });
});
