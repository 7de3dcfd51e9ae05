/** The money units an annex may be kept in. */
export type MoneyUnit = '元' | '万元' | '亿元';

/** 元 in one unit of each. */
export const YUAN_PER_UNIT: Readonly<Record<MoneyUnit, number>> = { 元: 1, 万元: 10_000, 亿元: 100_000_000 };

/** Reads a unit out of "单位:万元", "(万元)", "金额单位:人民币元" (folded text); `null` where none stands. */
export function readMoneyUnit(folded: string): MoneyUnit | null {
  const stated =
    /(?:单位|计量单位|金额)(?::|为)?(?:人民币)?(亿元|万元|元)/.exec(folded) ??
    /\((?:单位:|单位|人民币|:|金额:?)*(亿元|万元|元)\)/.exec(folded) ??
    /^(?:人民币)?(亿元|万元|元)$/.exec(folded);
  return stated ? (stated[1] as MoneyUnit) : null;
}
