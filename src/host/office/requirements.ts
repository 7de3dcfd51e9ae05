/** Whether the host has a requirement set, as `Office.context.requirements.isSetSupported` answers. */
export type IsSetSupported = (name: string, version: string) => boolean;

/** What the adapter needs at least. Everything above is asked for before it is used. */
export const FLOOR = '1.9';

/** The parts of Excel above the floor that the adapter uses where they are there. */
export interface Requirements {
  readonly floor: boolean;
  /** Threaded comments can be seen (ExcelApi 1.10), so that no note is laid on one. */
  readonly comments: boolean;
  /** Pictures in cells can be told from errors (ExcelApi 1.16). */
  readonly pictures: boolean;
  /** ExcelApi 1.18. */
  readonly notes: boolean;
  /** What we write joins the user's undo, and several writes can be one step. */
  readonly undoGroups: boolean;
}

/** Asks once; a host that fails to answer has nothing. */
export function probeRequirements(isSetSupported: IsSetSupported): Requirements {
  const has = (name: string, version: string): boolean => {
    try {
      return isSetSupported(name, version);
    } catch {
      return false;
    }
  };
  return {
    floor: has('ExcelApi', FLOOR),
    comments: has('ExcelApi', '1.10'),
    pictures: has('ExcelApi', '1.16'),
    notes: has('ExcelApi', '1.18'),
    undoGroups: has('ExcelApi', '1.20') || has('ExcelUndoApiAll', '1.0'),
  };
}
