import type { BatchHost } from './batch-host';
import { BatchRun } from './batch-run';
import type { BatchRequest, BatchResponse } from './wire';
import { BatchFlag } from './wire';

/**
 * Answers the batches of the Office client over a described object model. Batches run one after the other,
 * in the order they came.
 */
export class RichApi {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly host: BatchHost) {}

  execute(request: BatchRequest, flags: number): Promise<BatchResponse> {
    const answer = this.last.then(() => this.run(new BatchRun(this.host, request), flags));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  /**
   * A batch is one step of the user's undo; one that empties the undo history begins anew after that call, and
   * one that writes after it has read a calculation makes a second step.
   */
  private async run(batch: BatchRun, flags: number): Promise<BatchResponse> {
    const { host } = this;
    const advance = () => {
      while (!batch.done && !batch.awaitsCalculation) {
        batch.step();
        if (host.undoEmptied) return;
      }
    };
    while (!batch.done) {
      if (batch.awaitsCalculation) await host.calculated();
      if ((flags & BatchFlag.write) === 0) advance();
      else host.transact(advance);
      if (host.undoEmptied) host.emptyUndo();
    }
    return batch.response;
  }
}
