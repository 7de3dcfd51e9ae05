import { deflateRawSync } from 'node:zlib';
import type { Deflate } from '../../xlsx';

/** Deflating by Node's zlib. */
export const deflateWithZlib: Deflate = (content) => deflateRawSync(content, { level: 6 });
