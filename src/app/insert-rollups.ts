import { OWN_SHEET_KEYS, type OwnSheetKey } from '../engine/sheet/sheet-plan';
import type { PresentSheets, RollupPlans, SheetRef, SpreadsheetHost } from '../host/port';

/**
 * Inserts rollup sheets, or refreshes those that are there, all of them or none. 问题清单 comes first, for 单位汇总 counts in
 * it and has to know its name.
 *
 * @param plans makes the plans of what is there, in the order of the keys that it is given
 * @returns the sheets in the order of `keys`
 */
export async function insertInOrder(
  host: SpreadsheetHost,
  keys: readonly OwnSheetKey[],
  plans: (inOrder: readonly OwnSheetKey[], there: PresentSheets) => RollupPlans,
): Promise<SheetRef[]> {
  const inOrder = [...OWN_SHEET_KEYS].reverse().filter((key) => keys.includes(key));
  let notMade: unknown = null;
  try {
    const sheets = await host.insert(async (there) => {
      notMade = null;
      try {
        return await plans(inOrder, there);
      } catch (thrown) {
        notMade = thrown;
        throw thrown;
      }
    });
    return keys.map((key) => sheets[inOrder.indexOf(key)]!);
  } catch (thrown) {
    // Hosts make errors of their own of whatever is thrown; what kept the plans from being made says more.
    throw notMade ?? thrown;
  }
}
