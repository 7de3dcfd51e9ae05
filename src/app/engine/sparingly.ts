import type { EngineWork } from './engine';

/** Milliseconds between two tellings: to draw one takes longer than a piece of work, and nobody reads faster. */
const PAUSE = 100;

/** Tells of progress at once, and then only so often. */
export function sparingly(
  tell: EngineWork['onProgress'],
  now: () => Date,
): NonNullable<EngineWork['onProgress']> {
  let last = -Infinity;
  return (progress) => {
    const time = now().getTime();
    if (time - last < PAUSE) return;
    last = time;
    tell?.(progress);
  };
}
