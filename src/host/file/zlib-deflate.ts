import { deflateRawSync } from 'node:zlib';
import type { Deflate } from '../../xlsx';

/** From here on time counts for more than size: of a large worksheet level 4 makes a sixth more, in two thirds of the time. */
const LARGE = 4 * 1024 * 1024;

/** Deflating by Node's zlib. */
export const deflateWithZlib: Deflate = (content) =>
  deflateRawSync(content, { level: content.length >= LARGE ? 4 : 6 });
