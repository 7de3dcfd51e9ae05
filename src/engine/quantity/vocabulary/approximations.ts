import type { Approximation } from '../statement';

/** Before the number. */
export const APPROXIMATE_BEFORE: readonly (readonly [string, Approximation])[] = [
  ['约', 'around'],
  ['大约', 'around'],
  ['约为', 'around'],
  ['约计', 'around'],
  ['大概', 'around'],
  ['近', 'below'],
  ['将近', 'below'],
  ['接近', 'below'],
];

/** Between the number and its measure word. */
export const APPROXIMATE_WITHIN: readonly (readonly [string, Approximation])[] = [
  ['余', 'above'],
  ['多', 'above'],
  ['+', 'above'],
];

/** Behind the measure word. */
export const APPROXIMATE_BEHIND: readonly (readonly [string, Approximation])[] = [
  ['左右', 'around'],
  ['上下', 'around'],
  ['余', 'above'],
  ['多', 'above'],
];
