import { CULTURE_AND_SPORT } from './culture-and-sport';
import { FARMING_AND_NATURE } from './farming-and-nature';
import { HEALTH_AND_CARE } from './health-and-care';
import { ORDER_AND_SCHOOLS } from './order-and-schools';
import { ROADS_AND_WATER } from './roads-and-water';
import type { Domain } from './work';

/** The fields of public work that generated annexes are about. */
export const DOMAINS: readonly Domain[] = [
  ...CULTURE_AND_SPORT,
  ...HEALTH_AND_CARE,
  ...ROADS_AND_WATER,
  ...FARMING_AND_NATURE,
  ...ORDER_AND_SCHOOLS,
];
