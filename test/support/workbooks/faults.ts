import type { ExcelInNode } from '../office-in-node';
import { ActionType, PathType, type BatchRequest } from '../../../workbench/office/interpreter/wire';

/** What can become of a request. */
export type Fault =
  /** Refused whole, because a cell is being edited. */
  | 'busy'
  /** Refused whole, for no reason that one could tell. */
  | 'refused'
  /** The first half of its calls is made, then one fails. */
  | 'half-done'
  /** All its calls are made, and the answer is a failure. */
  | 'answer-lost'
  /** Never answered, and never made; later requests are answered. */
  | 'hang'
  /** Never answered and never made, and so are all after it. */
  | 'dead'
  /** The first half of its calls is made, and it is never answered; nor is any after it. */
  | 'dead-half-done'
  /** All its calls are made, and it is never answered; nor is any after it. */
  | 'dead-done';

export const FAULTS: readonly Fault[] = [
  'busy',
  'refused',
  'half-done',
  'answer-lost',
  'hang',
  'dead',
  'dead-half-done',
  'dead-done',
];

/** Faults after which nothing is answered any more. */
export const DEADLY: readonly Fault[] = ['dead', 'dead-half-done', 'dead-done'];

/** The requests that an add-in sends to an emulated Excel, one of which may go wrong. */
export class Requests {
  /** So many were sent since the last fault was set. */
  sent = 0;
  /** Of these, so many that write. */
  writes = 0;
  /** So many that write were sent after the one that was never answered. */
  writesAfterSilence = 0;
  private silent = false;
  private fault: ((nth: number) => Fault | null) | null = null;
  private before: ((nth: number, body: string) => void | Promise<void>) | null = null;

  constructor({ host }: ExcelInNode) {
    const process = host.process.bind(host);
    host.process = async (body, flags) => {
      const request = JSON.parse(body) as BatchRequest;
      if (!touchesWorkbook(request)) return process(body, flags);
      this.sent += 1;
      if (isWriting(request)) {
        this.writes += 1;
        if (this.silent) this.writesAfterSilence += 1;
      }
      await this.before?.(this.sent, body);
      const half = () => this.halfOf(request, (some) => process(some, flags));
      switch (this.fault?.(this.sent)) {
        case 'busy':
          return refusal('InvalidOperationInCellEditMode');
        case 'refused':
          return refusal('GeneralException');
        case 'half-done':
          return half();
        case 'answer-lost':
          await process(body, flags);
          return refusal('GeneralException');
        case 'hang':
        case 'dead':
          return this.silence();
        case 'dead-half-done':
          await half();
          return this.silence();
        case 'dead-done':
          await process(body, flags);
          return this.silence();
        default:
          return process(body, flags);
      }
    };
  }

  /** From now on one request goes wrong, counted from 1; where it is deadly, nothing after it is answered. */
  breakAt(nth: number, fault: Fault): void {
    const deadly = DEADLY.includes(fault);
    this.break((now) => {
      if (now === nth) return fault;
      return deadly && now > nth ? 'dead' : null;
    });
  }

  /** From now on requests go wrong as the test says, counted from 1. */
  break(fault: (nth: number) => Fault | null): void {
    this.mend();
    this.fault = fault;
  }

  /** Lets something happen right before each request, as another person at the workbook would. */
  beforeEach(happen: (nth: number, body: string) => void | Promise<void>): void {
    this.mend();
    this.before = happen;
  }

  /** Everything works again. */
  mend(): void {
    this.fault = null;
    this.before = null;
    this.silent = false;
    this.sent = 0;
    this.writes = 0;
    this.writesAfterSilence = 0;
  }

  private silence(): Promise<never> {
    this.silent = true;
    return new Promise(() => undefined);
  }

  private async halfOf(request: BatchRequest, send: (body: string) => Promise<string>): Promise<string> {
    const half = Math.floor(request.Actions.length / 2);
    const answer = JSON.parse(
      await send(JSON.stringify({ ...request, Actions: request.Actions.slice(0, half) })),
    ) as object;
    const failure = { Code: 'GeneralException', Message: 'There was an internal error.', Location: '' };
    return JSON.stringify({ ...answer, Error: { ...failure, ActionIndex: half, HttpStatusCode: 500 } });
  }
}

/** The client's greeting is not a call to the workbook. */
function touchesWorkbook({ ObjectPaths }: BatchRequest): boolean {
  return Object.values(ObjectPaths ?? {}).some((path) => path.ObjectPathType === PathType.global);
}

/** Methods that change nothing in a workbook. */
const LOOKING = /^(_|Get|Load|Register|Unregister|Activate$|Select$)/i;

/** Whether a request asks for a change of the workbook. */
function isWriting({ Actions, ObjectPaths }: BatchRequest): boolean {
  return (
    Actions.some(
      ({ ActionType: type, Name }) =>
        type === ActionType.setProperty ||
        type === ActionType.update ||
        (type === ActionType.method && !LOOKING.test(Name)),
    ) ||
    Object.values(ObjectPaths ?? {}).some(
      ({ ObjectPathType, Name }) => ObjectPathType === PathType.method && /^Add/i.test(Name),
    )
  );
}

/** An answer that says only that nothing was done. */
export function refusal(code: string, location = ''): string {
  return JSON.stringify({
    Results: [],
    TraceIds: [],
    Error: { Code: code, Message: code, Location: location, ActionIndex: 0, HttpStatusCode: 409 },
  });
}
