import type { MessagePort, TransferListItem } from 'node:worker_threads';
import type { PlaceCopy } from '../copy-workbook';
import { FileReviewer, type FindHelp, type ReviewJob } from '../reviewed-file';
import { WriteError } from '../write-file';
import type { Answer, FromThread, Question, ToThread } from './messages';

/** Texts are handed over in pieces of about this many UTF-16 code units. */
const PIECE = 65_536;

/**
 * The work of one thread: reviews the files that it is told, one at a time, and puts into words what is found. It writes
 * nothing: copies are handed over as bytes, so that one thread alone has places and temporary files in its care.
 */
export function runThread(port: MessagePort, job: ReviewJob, findHelp: FindHelp): void {
  const reviewer = new FileReviewer(job, findHelp);
  let hear: (answer: Answer) => void = () => undefined;

  const tell = (message: FromThread, transfer: readonly TransferListItem[] = []): void =>
    port.postMessage(message, transfer);
  /** @returns the path of the copy */
  const ask = (question: Question, transfer?: readonly TransferListItem[]): Promise<string> =>
    new Promise((resolve, reject) => {
      hear = (answer) => (answer.kind === 'agreed' ? resolve(answer.path) : reject(refusal(answer)));
      tell(question, transfer);
    });
  const placeCopy: PlaceCopy = async () => ({
    path: await ask({ kind: 'place' }),
    write: async (bytes) => {
      const whole = new Uint8Array(bytes);
      await ask({ kind: 'write', bytes: whole }, [whole.buffer]);
    },
  });
  const review = async ({ path, below, copied }: Extract<ToThread, { kind: 'review' }>): Promise<void> => {
    const file = { path, below, folderError: null };
    const { counts, lines, pieces } = await reviewer.review(file, copied ? placeCopy : null);
    const encoded = inUtf8(pieces);
    tell(
      { kind: 'done', counts, lines, pieces: encoded },
      encoded.map(({ buffer }) => buffer as ArrayBuffer),
    );
  };
  port.on('message', (message: ToThread) => {
    // What it throws ends the thread, and is told as the failure of this file.
    if (message.kind === 'review') void review(message);
    else hear(message);
  });
  tell({ kind: 'ready' });
}

/** The texts in larger pieces, which go over to another thread without being copied. */
function inUtf8(texts: Iterable<string>): Uint8Array[] {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let waiting = '';
  for (const text of texts) {
    waiting += text;
    if (waiting.length < PIECE) continue;
    pieces.push(encoder.encode(waiting));
    waiting = '';
  }
  if (waiting !== '') pieces.push(encoder.encode(waiting));
  return pieces;
}

function refusal({ reason, message }: Extract<Answer, { kind: 'refused' }>): Error {
  return reason === null ? new Error(message) : new WriteError(reason, message);
}
