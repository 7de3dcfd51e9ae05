import type { RecogniseOptions } from '../../engine/annex/recognise-options';
import type { SheetSnapshot } from '../../engine/sheet/snapshot';
import type { Engine } from './engine';
import {
  toPlainFailure,
  type CellMatrices,
  type EnginePort,
  type FromEngine,
  type SnapshotHead,
  type ToEngine,
} from './protocol';

/** So many findings go over in one message. */
const FINDINGS_A_PIECE = 50;

/** Lets whoever is at the other end of a port work with an engine. */
export function serve(port: EnginePort, engine: Engine): void {
  const arriving = new Map<number, ArrivingSnapshot>();
  const running = new Map<number, AbortController>();
  const say = (message: FromEngine): void => port.postMessage(message);

  async function answer(call: number, work: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
    const cancel = new AbortController();
    running.set(call, cancel);
    try {
      say({ type: 'done', call, result: await work(cancel.signal) });
    } catch (thrown) {
      say({ type: 'failed', call, failure: toPlainFailure(thrown) });
    } finally {
      running.delete(call);
    }
  }

  async function review(
    message: Extract<ToEngine, { type: 'review' }>,
    signal: AbortSignal,
  ): Promise<unknown> {
    const { call, args } = message;
    const [kept, how] = args;
    const review = await engine.review(kept, how, {
      signal,
      onProgress: (progress) => say({ type: 'progress', call, progress }),
    });
    const { findings } = review;
    for (let from = 0; from < findings.length; from += FINDINGS_A_PIECE)
      say({ type: 'findings', call, findings: findings.slice(from, from + FINDINGS_A_PIECE) });
    return { ...review, findings: [] };
  }

  port.onmessage = ({ data }) => {
    const message = data as ToEngine;
    if (message.type === 'ping') return say({ type: 'alive' });
    const { call } = message;
    switch (message.type) {
      case 'open':
        arriving.set(call, new ArrivingSnapshot(message.head, message.how));
        return;
      case 'rows':
        arriving.get(call)?.add(message.rows);
        return;
      case 'rows-end': {
        const arrived = arriving.get(call);
        arriving.delete(call);
        if (arrived) void answer(call, (signal) => engine.open(arrived.snapshot, signal, arrived.how));
        return;
      }
      case 'review':
        void answer(call, (signal) => review(message, signal));
        return;
      case 'call': {
        const method = engine[message.name] as (...args: readonly unknown[]) => Promise<unknown>;
        void answer(call, () => method.apply(engine, [...message.args]));
        return;
      }
      case 'cancel':
        arriving.delete(call);
        running.get(call)?.abort();
    }
  };
  say({ type: 'ready' });
}

/** A snapshot whose rows come one piece after the other. */
class ArrivingSnapshot {
  private readonly cells: { readonly [K in CellMatrices]: SheetSnapshot[K][number][] } = {
    values: [],
    formulas: [],
    numberFormats: [],
  };

  constructor(
    private readonly head: SnapshotHead,
    readonly how: RecogniseOptions,
  ) {}

  add(rows: Pick<SheetSnapshot, CellMatrices>): void {
    for (const row of rows.values) this.cells.values.push(row);
    for (const row of rows.formulas) this.cells.formulas.push(row);
    for (const row of rows.numberFormats) this.cells.numberFormats.push(row);
  }

  get snapshot(): SheetSnapshot {
    return { ...this.head, ...this.cells };
  }
}
