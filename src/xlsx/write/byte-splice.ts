/** How one run of bytes became another: between a common beginning and a common end, other bytes. */
export interface ByteSplice {
  /** Bytes both begin with. */
  readonly at: number;
  /** How many bytes of the new run stand between beginning and end. */
  readonly length: number;
  /** The bytes of the old run that stood there. */
  readonly old: Uint8Array;
}

/** The splice that leads back from `after` to `before`. */
export function spliceBack(before: Uint8Array, after: Uint8Array): ByteSplice {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before[at] === after[at]) at++;
  let tail = 0;
  while (tail < most - at && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { at, length: after.length - tail - at, old: before.subarray(at, before.length - tail) };
}

/** The run before, from the one after; `null` where the splice does not fit it. */
export function applySplice(after: Uint8Array, { at, length, old }: ByteSplice): Uint8Array | null {
  if (!(at >= 0 && length >= 0 && at + length <= after.length)) return null;
  const before = new Uint8Array(after.length - length + old.length);
  before.set(after.subarray(0, at));
  before.set(old, at);
  before.set(after.subarray(at + length), at + old.length);
  return before;
}
