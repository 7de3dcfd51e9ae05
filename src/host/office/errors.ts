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
  ItemNotFound: 'sheet-gone',
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
  const meant = CODES[code] ?? (SESSION_ENDED.test(message) ? 'session-lost' : 'failed');
  return new HostError(meant, code ? `${code}: ${message}` : message, { cause: error });
}

/** Whether none of the calls of a request was made: it was refused whole, for Excel's state or its size. */
export function isRefusedWhole(error: unknown): boolean {
  return excelCode(error) === 'RequestPayloadSizeLimitExceeded' || REFUSED_WHOLE.has(toHostError(error).code);
}
