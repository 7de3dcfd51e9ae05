import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { main } from './main';
import { startThread, type ThreadData } from './threads/start-thread';

// The command and its threads are one file.
if (isMainThread) command();
else startThread(parentPort!, workerData as ThreadData, __filename);

function command(): void {
  const { argv, stdout, stderr } = process;
  // A reader of the messages that goes away stops nothing.
  stderr.on('error', () => undefined);
  // The status is set, not forced: Node leaves when the last piece of output has been taken.
  main(argv.slice(2), { stdout, stderr, threads: { script: __filename } }).then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      stderr.write(
        `annex-reviewer: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
      process.exitCode = 2;
    },
  );
}
