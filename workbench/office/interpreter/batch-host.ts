import type { ApiVersion } from '../description/api-version';
import type { HostObject } from '../description/object-type';
import type { References } from './references';

/** What the interpreter needs of the application behind it. */
export interface BatchHost {
  /** The object every path begins at. */
  readonly root: HostObject;
  readonly references: References;
  /** Objects that paths of their own begin at, by the name of their service. */
  service(name: string): HostObject | null;
  /** Whether the requirement set that this host reports includes a version. */
  offers(version: ApiVersion): boolean;
  /** Makes one step of the user's undo of everything done in `change`. */
  transact(change: () => void): void;
  /** Whether a call emptied the undo history: `emptyUndo` is called once its step is closed. */
  readonly undoEmptied: boolean;
  emptyUndo(): void;
  /** Whether the properties asked for wait for a calculation. */
  awaitsCalculation(properties: readonly string[]): boolean;
  calculated(): Promise<void>;
  /** Hands writes that are held back to the workbook. */
  handOver(): void;
  /** The same, and all that waits for the end of a batch. */
  batchEnds(): void;
  /** Tells people of a call that this host does not have, or of a fault of its own. */
  warn(message: string): void;
}
