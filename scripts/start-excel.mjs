/**
 * `npm run start:excel`: serves the add-in over https at the address of manifest.xml, for a real Excel, and builds
 * it anew when a source changes. docs/hosts.md says how to put the manifest into Excel.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from './certificate.mjs';
import { ensureDependencies, ROOT } from './dependencies.mjs';

ensureDependencies();
const require = createRequire(import.meta.url);
const webpack = require('webpack');
const WebpackDevServer = require('webpack-dev-server');
const configs = require(join(ROOT, 'webpack.config.js'));

const port = Number(/https:\/\/localhost:(\d+)\//.exec(readFileSync(join(ROOT, 'manifest.xml'), 'utf8'))[1]);
const { trusted, ...certificate } = await chooseCertificate();

const addin = configs.find(({ name }) => name === 'addin');
const server = new WebpackDevServer(
  {
    port,
    host: 'localhost',
    server: { type: 'https', options: certificate },
    static: false,
    hot: false,
    liveReload: true,
    client: { overlay: false },
    headers: { 'Access-Control-Allow-Origin': '*' },
  },
  webpack(addin),
);
await server.start();
console.log(
  `\n  绩效自评审核 for Excel:  https://localhost:${port}/pane.html (manifest.xml)\n  Ctrl+C ends it.\n`,
);
if (!trusted)
  console.log(
    [
      '  This certificate was made for this run and Excel does not trust it: the pane would stay blank.',
      '  Once, on your own computer:  npx office-addin-dev-certs install   (it asks for your password)',
      '  and start this command again.\n',
    ].join('\n'),
  );

/** The certificate of Microsoft's office-addin-dev-certs where it is installed, otherwise one for this run. */
async function chooseCertificate() {
  const folder = join(homedir(), '.office-addin-dev-certs');
  const [key, cert] = ['localhost.key', 'localhost.crt'].map((name) => join(folder, name));
  if (existsSync(key) && existsSync(cert))
    return { key: readFileSync(key), cert: readFileSync(cert), trusted: true };
  return { ...(await makeCertificate()), trusted: false };
}
