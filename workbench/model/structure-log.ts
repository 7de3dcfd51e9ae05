import type { IRange } from '@univerjs/core';
import {
  InsertColMutation,
  InsertRowMutation,
  MoveColsMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
} from '@univerjs/sheets';
import type { Shift } from './ranges';

interface Params {
  readonly subUnitId?: string;
  readonly range?: IRange;
}

/** Rows or columns carried elsewhere: where to does not matter, for nothing takes it back here. */
type Step = Shift | 'moved';

/**
 * Remembers which worksheets have had rows or columns put in, taken out or moved. What is taken back, step by step as
 * undo does, counts as not done.
 */
export class StructureLog {
  private readonly steps = new Map<string, Step[]>();

  /** Takes note of a mutation of the engine, where it is one of these. */
  note(id: string, { subUnitId = '', range }: Params): void {
    const step = toStep(id, range);
    if (!step) return;
    const steps = this.steps.get(subUnitId) ?? [];
    this.steps.set(subUnitId, steps);
    const last = steps.at(-1);
    if (last && isOpposite(last, step)) steps.pop();
    else steps.push(step);
  }

  /** Ids of the worksheets whose rows or columns are no longer those they began with. */
  get sheets(): ReadonlySet<string> {
    return new Set([...this.steps].filter(([, steps]) => steps.length > 0).map(([id]) => id));
  }
}

function toStep(id: string, range: IRange | undefined): Step | null {
  if (id === MoveRowsMutation.id || id === MoveColsMutation.id) return 'moved';
  if (!range) return null;
  const { startRow, endRow, startColumn, endColumn } = range;
  const rows = { axis: 'row', at: startRow } as const;
  const columns = { axis: 'column', at: startColumn } as const;
  switch (id) {
    case InsertRowMutation.id:
      return { ...rows, count: endRow - startRow + 1 };
    case RemoveRowMutation.id:
      return { ...rows, count: startRow - endRow - 1 };
    case InsertColMutation.id:
      return { ...columns, count: endColumn - startColumn + 1 };
    case RemoveColMutation.id:
      return { ...columns, count: startColumn - endColumn - 1 };
    default:
      return null;
  }
}

function isOpposite(a: Step, b: Step): boolean {
  return a !== 'moved' && b !== 'moved' && a.axis === b.axis && a.at === b.at && a.count === -b.count;
}
