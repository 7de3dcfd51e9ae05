import type { ReviewFinding } from '../reviewer';
import type { Progress } from '../reviewer';
import { HostError, type HostErrorCode, type WriteOutcome } from '../../host/port';
import type { CellPosition } from '../../engine/sheet/address';
import type { RecogniseOptions } from '../../engine/annex/recognise-options';
import type { SheetSnapshot } from '../../engine/sheet/snapshot';
import { NotKept, type Engine } from './engine';

/*
 * What a page and its worker say to each other: plain values alone. A call has a number, and everything that belongs to
 * it names that number. Whatever grows with a worksheet comes in pieces, so that no message takes long to be read.
 */

/** Either end of the way between a page and a worker: a `Worker`, a worker's own scope, a `MessagePort`. */
export interface EnginePort {
  postMessage(message: unknown): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
}

/** The calls that go over as they are. */
export type PlainCall = Exclude<keyof Engine, 'open' | 'review'>;

/** A snapshot without its cells. */
export type SnapshotHead = Omit<SheetSnapshot, CellMatrices>;
export type CellMatrices = 'values' | 'formulas' | 'numberFormats';
/** Consecutive rows of a snapshot. */
export type SnapshotRows = Pick<SheetSnapshot, CellMatrices>;

export type ToEngine =
  | {
      readonly type: 'call';
      readonly call: number;
      readonly name: PlainCall;
      readonly args: readonly unknown[];
    }
  /** Begins a snapshot; its rows follow, and then its end. */
  | {
      readonly type: 'open';
      readonly call: number;
      readonly head: SnapshotHead;
      readonly how: RecogniseOptions;
    }
  | { readonly type: 'rows'; readonly call: number; readonly rows: SnapshotRows }
  | { readonly type: 'rows-end'; readonly call: number }
  | {
      readonly type: 'review';
      readonly call: number;
      readonly args: readonly [...Parameters<Engine['review']>];
    }
  | { readonly type: 'cancel'; readonly call: number }
  /** Asks for a sign of life. */
  | { readonly type: 'ping' };

export type FromEngine =
  /** The worker has been loaded. */
  | { readonly type: 'ready' }
  | { readonly type: 'alive' }
  | { readonly type: 'progress'; readonly call: number; readonly progress: Progress }
  /** Findings of a review, in their order; its result, with none of them, comes after the last of them. */
  | { readonly type: 'findings'; readonly call: number; readonly findings: readonly ReviewFinding[] }
  | { readonly type: 'done'; readonly call: number; readonly result: unknown }
  | { readonly type: 'failed'; readonly call: number; readonly failure: PlainFailure };

/** A failure as it goes over. */
export type PlainFailure =
  | { readonly kind: 'not-kept'; readonly kept: string }
  | {
      readonly kind: 'host';
      readonly code: HostErrorCode;
      readonly message: string;
      readonly sheet?: string;
      readonly cells?: readonly CellPosition[];
      readonly write: WriteOutcome;
    }
  | { readonly kind: 'other'; readonly message: string };

export function toPlainFailure(thrown: unknown): PlainFailure {
  if (thrown instanceof NotKept) return { kind: 'not-kept', kept: thrown.kept };
  if (!(thrown instanceof HostError))
    return { kind: 'other', message: thrown instanceof Error ? thrown.message : String(thrown) };
  const { code, message, write } = thrown;
  const { sheet, cells } = thrown.detail;
  return {
    kind: 'host',
    code,
    message,
    write,
    ...(sheet !== undefined && { sheet }),
    ...(cells && { cells }),
  };
}

export function fromPlainFailure(failure: PlainFailure): Error {
  switch (failure.kind) {
    case 'not-kept':
      return new NotKept(failure.kept);
    case 'host': {
      const { code, message, sheet, cells, write } = failure;
      return new HostError(code, message, {
        ...(sheet !== undefined && { sheet }),
        ...(cells && { cells }),
        write,
      });
    }
    case 'other':
      return new Error(failure.message);
  }
}
