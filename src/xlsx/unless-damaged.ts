import { XlsxError } from './xlsx-error';

/** What `read` gives, or `otherwise` where the file is damaged there. */
export function unlessDamaged<Result>(otherwise: Result, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof XlsxError) return otherwise;
    throw error;
  }
}
