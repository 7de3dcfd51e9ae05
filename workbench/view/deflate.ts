import { deflateSync } from 'fflate';
import type { Deflate } from '../../src/xlsx';

/** Deflating in a browser, as closely as zip programs do. */
export const deflateInBrowser: Deflate = (bytes) => deflateSync(bytes, { level: 6 });
