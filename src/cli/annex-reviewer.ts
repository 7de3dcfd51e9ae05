import { main } from './main';

// A reader of the messages that goes away stops nothing.
process.stderr.on('error', () => undefined);

// The status is set, not forced: Node leaves when the last piece of output has been taken.
main(process.argv.slice(2), process).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(
      `annex-reviewer: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 2;
  },
);
