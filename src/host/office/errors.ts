import { HostError, type HostErrorCode } from '../port';

/** Excel's error codes that mean something to the user; all others are `failed`. */
const CODES: Readonly<Record<string, HostErrorCode>> = {
  AccessDenied: 'protected',
  InvalidOperationInCellEditMode: 'busy',
  CellEditMode: 'busy',
  HostIsBusy: 'busy',
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

/** The code Excel gave an error, or "". */
export function excelCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** Any failure of a call as the port's error. */
export function toHostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  const code = excelCode(error);
  const message = error instanceof Error ? error.message : String(error);
  return new HostError(CODES[code] ?? 'failed', code ? `${code}: ${message}` : message, { cause: error });
}
