/** What the model calls a worksheet of a file, by the id of its snapshot: ids must not be mistaken for numbers. */
export function sheetIdOf(snapshotId: string): string {
  return `sheet-${snapshotId}`;
}
