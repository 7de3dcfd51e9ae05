import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { PLATFORM } from './platform';

const ROOT = join(__dirname, '../../..');

/** `npm start` as a person runs it, without opening a window. */
export interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/** What the workbench stands for: the Excel of this run, or WPS. */
export type Program = 'excel' | 'wps';

export function startServer(program: Program = 'excel'): Promise<Server> {
  const mode = program === 'wps' ? ['--wps'] : PLATFORM === 'web' ? ['--web'] : [];
  const words = ['--no-open', '--port', '0', ...mode];
  const child = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs'), ...words], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (words: Buffer): void => {
      said += words.toString();
      const url = /https?:\/\/localhost:\d+\//.exec(said)?.[0];
      if (url) resolve({ url, stop: () => ended(child) });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (status) => reject(new Error(`The workbench did not start (${status}):\n${said}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}

declare global {
  interface Window {
    readonly reportViolation?: (words: string) => Promise<void>;
  }
}

export interface Browser {
  readonly context: BrowserContext;
  /** What any page of it has done against its content security policy. */
  readonly violations: string[];
  close(): Promise<void>;
}

/** A browser with a profile of its own, which is gone when it is closed. */
export async function startBrowser(): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'annex-reviewer-e2e-'));
  const args = await browserArgs();
  const executablePath = process.env['CHROME_PATH'];
  if (!executablePath) throw new Error('Run the end-to-end tests with "npm run test:e2e".');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args,
    headless: true,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    // The certificate of the server was made for this run.
    ignoreHTTPSErrors: PLATFORM === 'web',
  });
  const violations: string[] = [];
  await context.exposeFunction('reportViolation', (words: string) => void violations.push(words));
  // In every page and frame, before anything that the page itself has.
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, documentURI, sourceFile, lineNumber, sample } = event;
      const place = sourceFile ? ` by ${sourceFile}:${lineNumber}` : '';
      void window.reportViolation?.(
        `${documentURI} violates ${effectiveDirective}: ${blockedURI}${place} ${sample}`.trim(),
      );
    }),
  );
  return {
    context,
    violations,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The arguments that scripts/chromium.mjs knows, which is a module that jest does not load itself. */
function browserArgs(): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const code = `import('./scripts/chromium.mjs').then((m) => console.log(JSON.stringify(m.BROWSER_ARGS)))`;
    const child = spawn(process.execPath, ['-e', code], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (words: Buffer) => (said += words.toString()));
    child.once('exit', () =>
      said ? resolve(JSON.parse(said) as string[]) : reject(new Error('No arguments')),
    );
  });
}
