/** 元 in 万元, and 万元 in 亿元: by so much an amount in another unit is off. */
export const UNIT_FACTOR = 10_000;

/** How exactly two amounts of the same money have to be the factor apart, as a share. */
export const EXACT = 0.005;

/**
 * Whether the first is the second taken ten thousand times.
 *
 * @param exactly by how much it may be off, as a share
 */
export function isFactor(large: number, small: number, exactly: number): boolean {
  return Math.abs(large / small / UNIT_FACTOR - 1) <= exactly;
}
