import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script, createContext } from 'node:vm';

import type { WorkbookModel } from '../../workbench/model/workbook-model';
import type { EmulatedExcelOptions } from '../../workbench/office/emulated-excel';
import { EmulatedExcel } from '../../workbench/office/emulated-excel';
import { createNativeBridge } from '../../workbench/office/node-bridge';

export interface ExcelInNodeOptions extends Omit<EmulatedExcelOptions, 'onWarning'> {
  readonly model: WorkbookModel;
  /** Warnings of the host go to the console unless the test expects them. */
  readonly quiet?: boolean;
}

export interface ExcelInNode {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  /** Only what an add-in asks of `Office` itself: which requirement sets there are. */
  readonly Office: Pick<typeof Office, 'context'>;
  readonly host: EmulatedExcel;
  dispose(): void;
}

/**
 * Runs Microsoft's own Excel client, unmodified, over an emulated Excel: the code of the add-in is tested with
 * the library that it will have, without a browser.
 */
export function createExcelInNode(options: ExcelInNodeOptions): ExcelInNode {
  const { model, quiet = false, ...switches } = options;
  const host = new EmulatedExcel(model, {
    ...switches,
    ...(quiet ? {} : { onWarning: (message) => console.error(`emulated Excel: ${message}`) }),
  });
  const { bridge, dispose } = createNativeBridge(host);
  const { Excel, OfficeExtension } = loadClient(bridge);
  return {
    Excel,
    OfficeExtension,
    Office: { context: { requirements: { isSetSupported: isSetSupported(host) } } as Office.Context },
    host,
    dispose() {
      dispose();
      host.dispose();
    },
  };
}

function isSetSupported(host: EmulatedExcel): (name: string, version?: string) => boolean {
  return (name, version = '1.1') =>
    name === 'ExcelApi' && Number(version.split('.')[1]) <= Number(host.switches.apiVersion.slice(2));
}

let client: Script | undefined;

/** Compiled once for a test file; every host gets a world of its own. */
function loadClient(bridge: object): { Excel: typeof Excel; OfficeExtension: typeof OfficeExtension } {
  if (!client) {
    const file = join(
      dirname(require.resolve('@microsoft/office-js/package.json')),
      'dist/excel-web-16.00.js',
    );
    client = new Script(readFileSync(file, 'utf8'), { filename: file });
  }
  const nothing = () => undefined;
  // The caller's own JSON, Error, Date and Promise: results and errors are then of the tests' world.
  const page: Record<string, unknown> = {
    ...{ JSON, Error, Date, Promise, console, setTimeout, clearTimeout, setInterval, clearInterval },
    _richApiNativeBridge: bridge,
    location: {
      href: 'http://localhost/',
      protocol: 'http:',
      origin: 'http://localhost',
      host: 'localhost',
      hash: '',
      search: '',
    },
    navigator: { userAgent: 'node' },
    document: {
      URL: 'http://localhost/',
      readyState: 'complete',
      addEventListener: nothing,
      getElementsByTagName: () => [],
      querySelectorAll: () => [],
      createElement: () => ({ setAttribute: nothing }),
    },
    addEventListener: nothing,
    postMessage: nothing,
  };
  for (const self of ['window', 'self', 'top', 'parent']) page[self] = page;
  const context = createContext(page);
  client.runInContext(context);
  return context as unknown as { Excel: typeof Excel; OfficeExtension: typeof OfficeExtension };
}
