/**
 * Writes Tabster's selector of what can be focused without `:is()`, which came with Chromium 88: an older engine throws
 * at it, and a menu that opens takes the whole pane with it. Means the same, as each of the listed is told to be enabled.
 *
 * Fails where the selector is not found as it was: then it has to be looked at again.
 */
module.exports = function withoutIs(source) {
  const begins = '`:is(${[';
  const ends = '].join(", ")}):not(:disabled)`';
  const [before, rest, ...more] = source.split(begins);
  const [list, after, ...others] = (rest ?? '').split(ends);
  if (after === undefined || more.length + others.length > 0)
    throw new Error(`${this.resourcePath}: the selector of what can be focused is not written as it was`);
  return `${before}[${list}].map((one) => one + ":not(:disabled)").join(", ")${after}`;
};
