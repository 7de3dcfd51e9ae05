import type { Drawing } from '../../../support/annexes/drawn-table';
import { DEEP_HEADERS } from './deep-headers';
import { FLAT_HEADERS } from './flat-headers';
import { INDICATOR_ROWS } from './indicator-rows';
import { MONEY_COLUMNS } from './money-columns';
import { ODD_ROWS } from './odd-rows';
import { RARE_WORDINGS } from './rare-wordings';

/** Tables as departments of many places publish them, all clean. */
export const DRAWINGS: readonly Drawing[] = [
  ...DEEP_HEADERS,
  ...FLAT_HEADERS,
  ...MONEY_COLUMNS,
  ...ODD_ROWS,
  ...RARE_WORDINGS,
  ...INDICATOR_ROWS,
];
