import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import type { OpenWorkbench } from '../../../workbench/view/main';
import type { WorkbookModel } from '../../../workbench/model/workbook-model';
import { type Browser, type Program, startBrowser, startServer, type Server } from './browser';
import { PLATFORM } from './platform';

const ARTIFACTS = join(__dirname, '../../../artifacts/e2e');

declare global {
  interface Window {
    readonly workbench?: OpenWorkbench;
  }
}

/** The workbench opened in a browser: its page, the pane inside it, and the workbook behind both. */
export interface Workbench {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** Asks the workbook's model in the page. */
  ask<R, A = undefined>(question: (model: WorkbookModel, given: A) => R | Promise<R>, given?: A): Promise<R>;
  /** What should not have happened: requests that leave this machine, errors on the console, breaches of a policy. */
  readonly faults: readonly string[];
  /** Of these, the breaches of a policy, by all pages of the browser. */
  readonly violations: readonly string[];
}

export interface OpenOptions {
  /** Another workbook in place of the sample. */
  readonly workbook?: Buffer | string;
  /** Errors that this scenario causes on purpose. */
  readonly expect?: RegExp;
}

/** One server and one browser for a file of scenarios. */
export function useWorkbench(
  program: Program = 'excel',
): (name: string, scenario: (workbench: Workbench) => Promise<void>, options?: OpenOptions) => void {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(program), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  return (name, scenario, options = {}) => {
    test(name, async () => {
      browser.violations.length = 0;
      const workbench = await openWorkbench(browser, server.url, options);
      try {
        await scenario(workbench);
        expect(
          [...workbench.faults, ...browser.violations].filter((fault) => !options.expect?.test(fault)),
        ).toEqual([]);
      } catch (error) {
        await keepPicture(workbench, name);
        throw error;
      } finally {
        await workbench.page.close();
      }
    });
  };
}

async function openWorkbench(
  { context, violations }: Browser,
  url: string,
  options: OpenOptions,
): Promise<Workbench> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  await page.route(
    (address) => !address.href.startsWith(url) && /^(https?|wss?):/.test(address.protocol),
    async (route) => {
      faults.push(`left this machine: ${route.request().url()}`);
      await route.abort();
    },
  );
  if (options.workbook !== undefined) {
    const body = typeof options.workbook === 'string' ? readFileSync(options.workbook) : options.workbook;
    await page.route(`${url}sample.xlsx`, (route) => route.fulfill({ body }));
  }
  await page.goto(url);
  await page.waitForFunction(() => window.workbench?.model !== undefined);
  return {
    page,
    // In WPS another page of the add-in, in the background, has a frame as well.
    pane: page.frameLocator('#pane iframe'),
    ask: (question, given) =>
      page.evaluate(
        `(${question.toString()})(window.workbench?.model, ${JSON.stringify(given) ?? 'undefined'})`,
      ),
    faults,
    violations,
  };
}

async function keepPicture({ page }: Workbench, name: string): Promise<void> {
  mkdirSync(ARTIFACTS, { recursive: true });
  const file = `${PLATFORM}-${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}.png`;
  await page.screenshot({ path: join(ARTIFACTS, file) }).catch(() => undefined);
}
