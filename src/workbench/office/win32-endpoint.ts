import type { WorkbookModel } from '../model/workbook-model';
import type { EmulatedExcelOptions } from './emulated-excel';
import { EmulatedExcel } from './emulated-excel';
import type { PaneEnvironment, PaneMessage, WorkbenchMessage } from './win32-protocol';
import { DispatchId, WIN32_SEAM } from './win32-protocol';

/** How the emulated Excel begins, and what the pane is told of it. */
export interface Win32Options extends EmulatedExcelOptions {
  readonly locale?: string;
  /** Path of the workbook as the add-in sees it. */
  readonly documentUrl?: string;
  /** Requirement sets besides ExcelApi, to add or (with an empty version) to take away. */
  readonly requirementSets?: Readonly<Record<string, string>>;
}

/** A pane that is connected to a workbook. */
export interface Win32Connection {
  readonly excel: EmulatedExcel;
  /** Presses a ribbon button: calls a function that the pane knows by name, and waits until it says it is done. */
  fireCommand(callbackName: string): Promise<void>;
  dispose(): void;
}

/** What an Excel of Microsoft 365 reports besides ExcelApi, as far as a pane asks for it. */
const REQUIREMENT_SETS: Readonly<Record<string, string>> = {
  AddinCommands: '1.3',
  DialogApi: '1.2',
  DocumentEvents: '1.1',
  RibbonApi: '1.1',
  RichApiRuntime: '1.1',
  Settings: '1.1',
  SharedRuntime: '1.1',
};

/** The category that events of the rich API have. */
const RICH_API_EVENT = 65_536;

interface PendingCommand {
  readonly callbackName: string;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * Makes a frame's page believe that it runs in Excel on Windows, over a workbook. The page must load the seam
 * before office.js. Call this before the frame is put into the document: what the pane must know at once comes
 * in the frame's name.
 */
export function connectWin32(
  frame: HTMLIFrameElement,
  model: WorkbookModel,
  options: Win32Options = {},
): Win32Connection {
  const { locale = 'zh-CN', documentUrl = `C:\\${model.name}`, requirementSets, ...excelOptions } = options;
  const excel = new EmulatedExcel(model, excelOptions);
  nameFrame(frame, {
    seam: WIN32_SEAM,
    locale,
    documentUrl,
    settings: {},
    requirementSets: offered({
      ...REQUIREMENT_SETS,
      ...requirementSets,
      ExcelApi: excel.switches.apiVersion,
    }),
  });

  const listensTo = new Set<number>();
  const pending = new Map<string, PendingCommand>();
  let lastCommand = 0;

  const post = (message: WorkbenchMessage) => frame.contentWindow?.postMessage(message, '*');
  const fire = (event: number, payload: readonly unknown[]) => {
    if (listensTo.has(event)) post({ seam: WIN32_SEAM, kind: 'event', event, payload });
  };
  const invoke = (id: string, { callbackName }: PendingCommand) =>
    fire(DispatchId.appCommandInvoked, [id, callbackName, JSON.stringify({ source: { id } })]);

  const receive = ({ source, data }: MessageEvent<PaneMessage | null>) => {
    if (source !== frame.contentWindow || data?.seam !== WIN32_SEAM) return;
    switch (data.kind) {
      case 'started':
        listensTo.clear();
        return;
      case 'listens':
        listensTo.add(data.event);
        // Buttons pressed while the pane was starting.
        if (data.event === DispatchId.appCommandInvoked) for (const [id, one] of pending) invoke(id, one);
        return;
      case 'stops-listening':
        listensTo.delete(data.event);
        return;
      case 'command-completed': {
        const command = pending.get(data.command);
        pending.delete(data.command);
        if (data.status === 0) command?.resolve();
        else command?.reject(new Error(`the command ${command.callbackName} failed: ${data.status}`));
        return;
      }
      case 'execute':
        void excel
          .process(data.body, data.flags)
          .then((body) => post({ seam: WIN32_SEAM, kind: 'result', call: data.call, body }));
    }
  };
  window.addEventListener('message', receive);
  const stopEvents = excel.onEvent(({ type, target, args }) =>
    // Excel tells of an event after the batch that caused it, never within it.
    setTimeout(() =>
      fire(DispatchId.richApiMessage, [[RICH_API_EVENT, type, target, JSON.stringify(args), '', false]]),
    ),
  );
  const stopSelection = model.subscribe((event) => {
    if (event.type === 'selected') fire(DispatchId.documentSelectionChanged, []);
  });

  return {
    excel,
    fireCommand: (callbackName) =>
      new Promise((resolve, reject) => {
        const id = `command-${++lastCommand}`;
        const command = { callbackName, resolve, reject };
        pending.set(id, command);
        invoke(id, command);
      }),
    dispose() {
      window.removeEventListener('message', receive);
      stopEvents();
      stopSelection();
      excel.dispose();
      for (const { callbackName, reject } of pending.values()) {
        reject(new Error(`the pane was closed before ${callbackName} was done`));
      }
      pending.clear();
    },
  };
}

function offered(sets: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(sets).filter(([, version]) => version !== ''));
}

/** A frame that is in the document already takes a new name only through its window. */
function nameFrame(frame: HTMLIFrameElement, environment: PaneEnvironment): void {
  frame.name = JSON.stringify(environment);
  try {
    if (frame.contentWindow) frame.contentWindow.name = frame.name;
  } catch {
    // Another origin: the name counts when the frame is inserted.
  }
}
