import type { SheetFrame } from './engine';

/** What a snapshot tells of the worksheet around its cells. */
export function frameOf(snapshot: SheetFrame): SheetFrame {
  const { name, firstRow, firstColumn, rowCount, columnCount, hiddenRows, hiddenColumns } = snapshot;
  return {
    ...{ name, firstRow, firstColumn, rowCount, columnCount, hiddenRows, hiddenColumns },
    protected: snapshot.protected,
  };
}

/** Whether two snapshots tell the same around their cells. */
export function sameFrame(a: SheetFrame, b: SheetFrame): boolean {
  return JSON.stringify(frameOf(a)) === JSON.stringify(frameOf(b));
}
