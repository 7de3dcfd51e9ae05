import type { WorkbookModel } from '../model/workbook-model';
import { DispatchId, RICH_API_EVENT } from './dispatch-ids';
import type { EmulatedExcelOptions } from './emulated-excel';
import { EmulatedExcel } from './emulated-excel';

/** How the emulated Excel begins, and what the pane is told of it. */
export interface PaneOptions extends EmulatedExcelOptions {
  readonly locale?: string;
  /** Where the workbook is, as the add-in sees it. */
  readonly documentUrl?: string;
  /** Requirement sets besides ExcelApi, to add or (with an empty version) to take away. */
  readonly requirementSets?: Readonly<Record<string, string>>;
}

/** A pane that is connected to a workbook. */
export interface PaneConnection {
  readonly excel: EmulatedExcel;
  /** Presses a ribbon button: calls a function that the pane knows by name, and waits until it says it is done. */
  fireCommand(callbackName: string): Promise<void>;
  dispose(): void;
}

/**
 * Makes a frame's page believe that it runs in an Excel, over a workbook. Call this before the frame is put into
 * the document: what the pane must know at once comes in the frame's name.
 */
export type ConnectPane = (
  frame: HTMLIFrameElement,
  model: WorkbookModel,
  options?: PaneOptions,
) => PaneConnection;

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

interface PendingCommand {
  readonly callbackName: string;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** The host's side of one pane, whatever way their messages take: the emulated Excel, events and commands. */
export class PaneSession implements PaneConnection {
  readonly excel: EmulatedExcel;
  readonly locale: string;
  /** Requirement sets by name: what `isSetSupported` answers from. */
  readonly requirementSets: Readonly<Record<string, string>>;
  private readonly listensTo = new Set<number>();
  private readonly pending = new Map<string, PendingCommand>();
  private readonly stops: readonly (() => void)[];
  private lastCommand = 0;
  private pageLoads = 0;

  /**
   * @param send takes an event that the pane listens to on its way, by its number of `DispatchId`
   */
  constructor(
    model: WorkbookModel,
    options: Omit<PaneOptions, 'documentUrl'>,
    private readonly send: (event: number, payload: readonly unknown[]) => void,
  ) {
    const { locale = 'zh-CN', requirementSets, ...excelOptions } = options;
    this.excel = new EmulatedExcel(model, excelOptions);
    this.locale = locale;
    this.requirementSets = offered({
      ...REQUIREMENT_SETS,
      ...requirementSets,
      ExcelApi: this.excel.switches.apiVersion,
    });
    this.stops = [
      this.excel.onEvent(({ type, target, args }) =>
        // Excel tells of an event after the batch that caused it, never within it.
        setTimeout(() =>
          this.fire(DispatchId.richApiMessage, [
            [RICH_API_EVENT, type, target, JSON.stringify(args), '', false],
          ]),
        ),
      ),
      model.subscribe((event) => {
        if (event.type === 'selected') this.fire(DispatchId.documentSelectionChanged, []);
      }),
    ];
  }

  /** The pane's page was loaded, perhaps anew: it listens to nothing yet. */
  started(): void {
    this.pageLoads++;
    this.listensTo.clear();
  }

  listen(event: number): void {
    this.listensTo.add(event);
    // Buttons pressed while the pane was starting.
    if (event === DispatchId.appCommandInvoked)
      for (const [id, command] of this.pending) this.invoke(id, command);
  }

  stopListening(event: number): void {
    this.listensTo.delete(event);
  }

  /**
   * Answers one batch. A page that was loaded anew meanwhile gets no answer: it numbers its calls from the start
   * again and would take it for another's.
   */
  async execute(body: string, flags: number, answer: (body: string) => void): Promise<void> {
    const asked = this.pageLoads;
    const response = await this.excel.process(body, flags);
    if (asked === this.pageLoads) answer(response);
  }

  /** The pane says that a command is done. @param status 0: well */
  completeCommand(id: string, status: number): void {
    const command = this.pending.get(id);
    this.pending.delete(id);
    if (status === 0) command?.resolve();
    else command?.reject(new Error(`the command ${command.callbackName} failed: ${status}`));
  }

  fireCommand(callbackName: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const id = `command-${++this.lastCommand}`;
      const command = { callbackName, resolve, reject };
      this.pending.set(id, command);
      this.invoke(id, command);
    });
  }

  dispose(): void {
    for (const stop of this.stops) stop();
    this.excel.dispose();
    for (const { callbackName, reject } of this.pending.values())
      reject(new Error(`the pane was closed before ${callbackName} was done`));
    this.pending.clear();
  }

  private invoke(id: string, { callbackName }: PendingCommand): void {
    this.fire(DispatchId.appCommandInvoked, [id, callbackName, JSON.stringify({ source: { id } })]);
  }

  private fire(event: number, payload: readonly unknown[]): void {
    if (this.listensTo.has(event)) this.send(event, payload);
  }
}

/** Gives the frame a name: also one that is in the document already, which takes it only through its window. */
export function nameFrame(frame: HTMLIFrameElement, name: object): void {
  frame.name = JSON.stringify(name);
  try {
    if (frame.contentWindow) frame.contentWindow.name = frame.name;
  } catch {
    // Another origin: the name counts when the frame is inserted.
  }
}

function offered(sets: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(sets).filter(([, version]) => version !== ''));
}

/** The connection of a pane whose messages come to this window. */
export function listeningConnection<Message>(
  session: PaneSession,
  receive: (message: MessageEvent<Message>) => void,
): PaneConnection {
  window.addEventListener('message', receive);
  return {
    excel: session.excel,
    fireCommand: (callbackName) => session.fireCommand(callbackName),
    dispose() {
      window.removeEventListener('message', receive);
      session.dispose();
    },
  };
}
