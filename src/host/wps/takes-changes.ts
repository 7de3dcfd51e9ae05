import { HostError } from '../port';
import type { EtCalls } from './et-call';
import type { EtWorkbook } from './et-types';

/*
 * Whether a workbook as a whole takes what is to be written; worksheets may be protected besides.
 */

/** Asked before anything is written. @throws HostError `read-only` */
export function mustNotBeReadOnly(et: EtCalls, book: EtWorkbook): void {
  if (et.get(book, 'ReadOnly') !== true) return;
  throw new HostError('read-only', 'the workbook is open for reading only', { write: 'not-tried' });
}

/** Asked before anything but contents of cells is written. @throws HostError `shared` */
export function mustNotBeShared(et: EtCalls, book: EtWorkbook): void {
  if (et.get(book, 'MultiUserEditing') !== true) return;
  throw new HostError('shared', 'several people edit the workbook at once', { write: 'not-tried' });
}
