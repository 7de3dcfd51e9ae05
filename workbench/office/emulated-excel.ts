import type { WorkbookModel } from '../model/workbook-model';
import type { RichApiEvent } from './excel/excel-events';
import { ExcelHost } from './excel/excel-host';
import type { ExcelSwitches } from './excel/excel-switches';
import { DEFAULT_SWITCHES } from './excel/excel-switches';
import { excelObjects } from './excel/object-model';
import { OfficeError } from './interpreter/office-error';
import { RichApi } from './interpreter/rich-api';
import type { BatchRequest, BatchResponse } from './interpreter/wire';
import { BatchFlag } from './interpreter/wire';

/** How an emulated Excel begins. */
export interface EmulatedExcelOptions extends Partial<ExcelSwitches> {
  /** Told of calls that this host does not have, of what it does not keep, and of faults of its own. */
  readonly onWarning?: (message: string) => void;
}

/** What has gone over the seam so far. */
export interface SeamCounters {
  batches: number;
  requestBytes: number;
  responseBytes: number;
  largestRequest: number;
  largestResponse: number;
}

/** An Excel without a transport: text in, text out, and events. */
export class EmulatedExcel {
  readonly switches: ExcelSwitches;
  readonly counters: SeamCounters = {
    batches: 0,
    requestBytes: 0,
    responseBytes: 0,
    largestRequest: 0,
    largestResponse: 0,
  };
  /** Every warning so far, oldest first. */
  readonly warnings: string[] = [];
  private readonly host: ExcelHost;
  private readonly api: RichApi;
  private cellEdit: { readonly ended: Promise<void>; readonly end: () => void } | null = null;

  constructor(
    readonly model: WorkbookModel,
    options: EmulatedExcelOptions = {},
  ) {
    const { onWarning, ...switches } = options;
    this.switches = { ...DEFAULT_SWITCHES, ...switches };
    const warn = (message: string) => {
      this.warnings.push(message);
      onWarning?.(message);
    };
    this.host = new ExcelHost(model, this.switches, warn, excelObjects);
    this.api = new RichApi(this.host);
  }

  /** How many objects the add-in holds on to. */
  get references(): number {
    return this.host.references.count;
  }

  /** How many kinds of event the add-in listens to. */
  get registrations(): number {
    return this.host.events.registrations;
  }

  /** Answers one batch. Never rejects: errors are part of the answer. */
  async process(body: string, flags: number): Promise<string> {
    const { counters } = this;
    counters.batches++;
    counters.requestBytes += body.length;
    counters.largestRequest = Math.max(counters.largestRequest, body.length);
    const response = JSON.stringify(await this.answer(body, flags));
    if (this.exceeds(response)) return JSON.stringify(refusal(payloadError('Response')));
    counters.responseBytes += response.length;
    counters.largestResponse = Math.max(counters.largestResponse, response.length);
    return response;
  }

  onEvent(listener: (event: RichApiEvent) => void): () => void {
    return this.host.events.listen(listener);
  }

  /** From now on a person is typing into a cell: batches fail, or wait where the add-in asked for that. */
  beginCellEdit(): void {
    if (this.cellEdit) return;
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.cellEdit = { ended, end };
  }

  endCellEdit(): void {
    this.cellEdit?.end();
    this.cellEdit = null;
  }

  dispose(): void {
    this.endCellEdit();
    this.host.dispose();
  }

  private async answer(body: string, flags: number): Promise<BatchResponse> {
    if (this.exceeds(body)) return refusal(payloadError('Request'));
    const request = JSON.parse(body) as BatchRequest;
    // The client's greeting is not a call to the workbook.
    const touchesWorkbook = Object.values(request.ObjectPaths ?? {}).some(
      (path) => path.ObjectPathType === 1,
    );
    if (this.cellEdit && touchesWorkbook) {
      if ((flags & BatchFlag.delayForCellEdit) === 0) return refusal(cellEditError());
      await this.cellEdit.ended;
    }
    return this.api.execute(request, flags);
  }

  private exceeds(text: string): boolean {
    const limit = this.switches.payloadLimit;
    return limit !== null && utf8Length(text) > limit;
  }
}

function refusal(error: OfficeError): BatchResponse {
  return {
    Results: [],
    TraceIds: [],
    Error: {
      Code: error.code,
      Message: error.message,
      Location: '',
      ActionIndex: 0,
      HttpStatusCode: error.status,
    },
  };
}

function payloadError(what: 'Request' | 'Response'): OfficeError {
  return new OfficeError(
    `${what}PayloadSizeLimitExceeded`,
    `The ${what.toLowerCase()} payload size has exceeded the limit. Please refer to the documentation: "https://docs.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins".`,
    413,
  );
}

function cellEditError(): OfficeError {
  return new OfficeError(
    'InvalidOperationInCellEditMode',
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
    409,
  );
}

/** Bytes of a text in UTF-8, without making them. */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x800) bytes += code >= 0xd800 && code <= 0xdfff ? 1 : 2;
    else if (code >= 0x80) bytes += 1;
  }
  return bytes;
}
