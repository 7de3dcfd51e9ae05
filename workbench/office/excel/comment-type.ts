import type { HostObject } from '../description/object-type';
import { method, objectType } from '../description/object-type';
import { itemNotFound, unsupportedOperation } from '../interpreter/office-error';
import type { ExcelHost } from './excel-host';

/** Threaded comments: there are none, and none can be made. */
export const commentCollectionType = objectType<{ readonly host: ExcelHost }>(
  'CommentCollection',
  '1.10',
  {
    getCount: method('1.10', () => 0),
    getItem: method('1.10', missing),
    getItemAt: method('1.10', missing),
    getItemByCell: method('1.10', missing),
    getItemOrNullObject: method('1.14', () => null),
    add: method('1.10', ({ host }) => {
      host.warn('not emulated: CommentCollection.add');
      throw unsupportedOperation();
    }),
  },
  { items: () => [] },
);

/** The threaded comments of a worksheet or the workbook. */
export function commentCollection(host: ExcelHost): HostObject {
  return { type: commentCollectionType, self: { host } };
}

function missing(): never {
  throw itemNotFound();
}
