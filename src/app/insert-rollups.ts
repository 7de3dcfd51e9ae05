import type { Layout } from '../engine/annex/annex';
import { OWN_SHEET_KEYS, type OwnSheetKey } from '../engine/sheet/sheet-plan';
import type { PresentSheets, RollupPlans, SheetRef, SpreadsheetHost } from '../host/port';

/** Layouts of which one worksheet after the other tells what a row of a wide table would. */
const FORMS: readonly Layout[] = ['form', 'department-form'];

/**
 * The rollups that annexes call for, in the order of `OWN_SHEET_KEYS`. A list of results says no more than a wide table
 * itself: it is made where there is a form, and brought up to date where the workbook has one already.
 * @throws HostError
 */
export async function rollupsFor(
  host: SpreadsheetHost,
  annexes: readonly { readonly layout: Layout }[],
): Promise<readonly OwnSheetKey[]> {
  const listed =
    annexes.some(({ layout }) => FORMS.includes(layout)) || (await host.ownSheet('project-results')) !== null;
  return OWN_SHEET_KEYS.filter((key) => listed || key !== 'project-results');
}

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
