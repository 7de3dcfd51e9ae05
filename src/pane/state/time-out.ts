import { HostError } from '../../host/port';

/**
 * Waits for a promise so long, then gives up with `no-answer`: a host that never answers must not leave the
 * pane waiting for ever.
 */
export async function withTimeOut<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new HostError('no-answer', 'no answer in time')), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
