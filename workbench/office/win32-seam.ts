/**
 * Stands for the desktop host inside the pane's page. It runs before office.js, which then finds the members of
 * `window.external` that it knows from Excel on Windows. Every call goes to the workbench around the frame.
 */
import { DispatchId, OPERATION_NOT_SUPPORTED } from './dispatch-ids';
import type { PaneEnvironment, PaneMessage, WorkbenchMessage } from './win32-protocol';
import { WIN32_SEAM } from './win32-protocol';

/** An array as COM hands it to a script. */
interface ComArray extends Array<unknown> {
  toArray(): unknown[];
  dimensions(): number;
}

type Answer = (result: number | ComArray) => void;
type EventHandler = (event: number, payload: ComArray) => void;

const SUCCEEDED = 0;
const EXCEL = 1;
const READ_WRITE = 0;
const WHITE = 0xffffff;

function comArray(values: readonly unknown[]): ComArray {
  const array = values.map((value) => (Array.isArray(value) ? comArray(value) : value)) as ComArray;
  array.toArray = () => array;
  array.dimensions = () => 1;
  return array;
}

function readEnvironment(): PaneEnvironment | null {
  try {
    const environment = JSON.parse(window.name) as PaneEnvironment;
    return environment.seam === WIN32_SEAM ? environment : null;
  } catch {
    return null;
  }
}

function installSeam(environment: PaneEnvironment): void {
  const calls = new Map<number, (body: string) => void>();
  const handlers = new Map<number, EventHandler>();
  let settings = environment.settings;
  let lastCall = 0;

  // The workbench hands out the pane itself: a page of another origin around it is not the workbench.
  const { origin } = window.location;
  const post = (message: PaneMessage) => window.parent.postMessage(message, origin);

  window.addEventListener(
    'message',
    ({ source, origin: sender, data }: MessageEvent<WorkbenchMessage | null>) => {
      if (source !== window.parent || sender !== origin || data?.seam !== WIN32_SEAM) return;
      if (data.kind === 'result') {
        calls.get(data.call)?.(data.body);
        calls.delete(data.call);
      } else {
        handlers.get(data.event)?.(data.event, comArray(data.payload));
      }
    },
  );

  const context = {
    GetAppType: () => EXCEL,
    GetSolutionRef: () => 'annex-reviewer',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => environment.locale,
    GetAppDataLocale: () => environment.locale,
    GetDocUrl: () => environment.documentUrl,
    GetAppCapabilities: () => READ_WRITE,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetInstanceId: () => 'annex-reviewer-1',
    GetSupportedMatrix: () => JSON.stringify(environment.requirementSets),
    GetHostFullVersion: () => '16.0.17000.20000',
    GetOfficeThemeInfo: () =>
      JSON.stringify({
        bodyBackgroundColor: WHITE,
        bodyForegroundColor: 0,
        controlBackgroundColor: 0xf0f0f0,
        controlForegroundColor: 0,
      }),
    GetSettings: () => ({
      Read(keys: string[], values: string[]) {
        for (const [key, value] of Object.entries(settings)) {
          keys.push(key);
          values.push(value);
        }
      },
      Write(keys: readonly string[], values: readonly string[]) {
        settings = Object.fromEntries(keys.map((key, index) => [key, values[index] ?? '']));
        // The frame's name outlives a reload of the pane.
        window.name = JSON.stringify({ ...environment, settings });
      },
    }),
  };

  const external = {
    GetHostInfo: () => `Excel$Win32$16.01$${environment.locale}$annex-reviewer$$disableLogging$0`,
    GetContext: () => context,
    Execute(id: number, parameters: readonly unknown[], answer: Answer) {
      if (id === DispatchId.executeRichApi) {
        const [request] = parameters as [readonly unknown[]];
        const call = ++lastCall;
        calls.set(call, (body) => answer(comArray([SUCCEEDED, [200, [], body]])));
        post({
          seam: WIN32_SEAM,
          kind: 'execute',
          call,
          body: String(request[4]),
          flags: Number(request[6] ?? 0),
        });
      } else if (id === DispatchId.appCommandCompleted) {
        const [command, status] = parameters;
        post({
          seam: WIN32_SEAM,
          kind: 'command-completed',
          command: String(command),
          status: Number(status),
        });
        answer(comArray([SUCCEEDED]));
      } else {
        answer(OPERATION_NOT_SUPPORTED);
      }
    },
    RegisterEvent(event: number, _target: unknown, handler: EventHandler, answer: Answer) {
      handlers.set(event, handler);
      post({ seam: WIN32_SEAM, kind: 'listens', event });
      answer(SUCCEEDED);
    },
    UnregisterEvent(event: number, _target: unknown, answer: Answer) {
      handlers.delete(event);
      post({ seam: WIN32_SEAM, kind: 'stops-listening', event });
      answer(SUCCEEDED);
    },
  };
  Object.defineProperty(window, 'external', { configurable: true, value: external });
  post({ seam: WIN32_SEAM, kind: 'started' });
}

const environment = readEnvironment();
if (environment && window.parent !== window) installSeam(environment);
