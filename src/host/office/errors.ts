import { HostError, type HostErrorCode } from '../port';

/** Excel's error codes that mean something to the user; all others are `failed`. */
const CODES: Readonly<Record<string, HostErrorCode>> = {
  AccessDenied: 'protected',
  InvalidOperationInCellEditMode: 'busy',
  CellEditMode: 'busy',
  HostIsBusy: 'busy',
  InvalidOrTimedOutSession: 'session-lost',
  InvalidOrTimedOutSessionMessage: 'session-lost',
  InvalidSession: 'session-lost',
  SessionExpired: 'session-lost',
  '5012': 'session-lost',
  InactiveWorkbook: 'workbook-changed',
  UnsupportedSheet: 'not-a-worksheet',
  ApiNotFound: 'not-supported',
  ApiNotAvailable: 'not-supported',
  NotImplemented: 'not-supported',
  RangeExceedsLimit: 'too-large',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  OperationCellsExceedLimit: 'too-large',
};

/** Where Excel looks for a worksheet: any other thing that it does not find has been taken away from one that is there. */
const WORKSHEETS = /^WorksheetCollection\b/;

/** What Excel on the web says of a session that ended, under whatever code. */
const SESSION_ENDED =
  /session\b.*\b(expired|timed? ?out|invalid)|(expired|timed? ?out|invalid)\b.*\bsession/i;

/** Codes with which Excel refuses a request before it begins with the first of its calls. */
const REFUSED_WHOLE = new Set<HostErrorCode>(['busy', 'session-lost']);

/** The code Excel gave an error, or "". */
export function excelCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** Any failure of a call as the port's error. */
export function toHostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  const code = excelCode(error);
  const message = error instanceof Error ? error.message : String(error);
  const meant = CODES[code] ?? meaningOf(error, code, message);
  return new HostError(meant, code ? `${code}: ${message}` : message, { cause: error });
}

function meaningOf(error: unknown, code: string, message: string): HostErrorCode {
  if (code === 'ItemNotFound' && WORKSHEETS.test(placeOf(error))) return 'sheet-gone';
  return SESSION_ENDED.test(message) ? 'session-lost' : 'failed';
}

/** The call of which Excel says that it failed ("WorksheetCollection.getItem"), or "". */
function placeOf(error: unknown): string {
  const { debugInfo } = error as { readonly debugInfo?: { readonly errorLocation?: unknown } };
  return String(debugInfo?.errorLocation ?? '');
}

/** Whether none of the calls of a request was made: it was refused whole, for Excel's state or its size. */
export function isRefusedWhole(error: unknown): boolean {
  return excelCode(error) === 'RequestPayloadSizeLimitExceeded' || REFUSED_WHOLE.has(toHostError(error).code);
}
