import type { MessagePort } from 'node:worker_threads';
import type { ReviewJob } from '../reviewed-file';
import { helpBy } from './portions/find-help';
import { runHelper } from './portions/run-helper';
import { runThread } from './run-thread';

/** What a thread is started for: to review files, or to help at the large worksheets of another thread. */
export type ThreadData =
  | {
      readonly work: 'files';
      readonly job: ReviewJob;
      /** How many threads it may start itself to help at a large file. */
      readonly helpers: number;
    }
  | {
      readonly work: 'portions';
      /** Its number among the helpers. */
      readonly helper: number;
    };

/** @param script the file that this thread has begun with */
export function startThread(port: MessagePort, data: ThreadData, script: string): void {
  if (data.work === 'files') runThread(port, data.job, helpBy(data.helpers, script));
  else runHelper(port, data.helper);
}
