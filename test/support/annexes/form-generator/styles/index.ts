import { departmentMoney, departmentPoints } from './department';
import { ministry, pointsInLabels, weightFirst } from './ministry';
import { chongqing, county, hubei, sichuan, yunnan } from './provinces';
import { ningxia } from './reviewed';
import type { FormStyle } from './style';
import { transfer, transferManaged } from './transfer';

export const STYLES: readonly FormStyle[] = [
  ministry,
  weightFirst,
  pointsInLabels,
  sichuan,
  hubei,
  yunnan,
  chongqing,
  county,
  transfer,
  transferManaged,
  ningxia,
  departmentMoney,
  departmentPoints,
];
