import type { Annex, Layout } from '../engine/annex/annex';
import type { FieldId } from '../engine/annex/field-id';
import { OWN_SHEET_KEYS, type OwnSheetKey } from '../engine/sheet/sheet-plan';
import type { PresentSheets, RollupPlans, SheetRef, SpreadsheetHost } from '../host/port';

/** Layouts of which one worksheet after the other tells what a row of a wide table would. */
const FORMS: readonly Layout[] = ['form', 'department-form'];

/** Which rollups are asked for; `all`: those that the annexes call for. */
export type RollupChoice = readonly OwnSheetKey[] | 'all';

/**
 * The rollups that are asked for, given what is there. All of them are without a list of results where there is no form (it
 * says no more than a wide table itself), and without those of figures that no annex has. One that is there is brought up
 * to date.
 */
export function chosenRollups(
  choice: RollupChoice,
  annexes: readonly Pick<Annex, 'layout' | 'places'>[],
): (there: PresentSheets) => readonly OwnSheetKey[] {
  if (choice !== 'all') return () => choice;
  const asks = (isMeant: (field: FieldId) => boolean): boolean =>
    annexes.some(({ places }) => places.some(({ field }) => field !== null && isMeant(field)));
  const isCalledFor: Partial<Record<OwnSheetKey, boolean>> = {
    'project-results': annexes.some(({ layout }) => FORMS.includes(layout)),
    'rate-bands': asks((field) => field === 'budget') && asks((field) => field === 'actual'),
    'indicator-results': asks((field) => /^indicator\..*\.?result$/.test(field)),
  };
  return ({ rollups }) => OWN_SHEET_KEYS.filter((key) => (isCalledFor[key] ?? true) || rollups[key] !== null);
}

/**
 * Inserts rollup sheets, or refreshes those that are there, all of them or none. 问题清单 comes first, for 单位汇总 counts in
 * it and has to know its name.
 *
 * @param choose the keys of those that are wanted
 * @param plans makes the plans of what is there, in the order of the keys that it is given
 * @returns the sheets in the order of the keys chosen
 */
export async function insertInOrder(
  host: SpreadsheetHost,
  choose: (there: PresentSheets) => readonly OwnSheetKey[],
  plans: (inOrder: readonly OwnSheetKey[], there: PresentSheets) => RollupPlans,
): Promise<SheetRef[]> {
  let keys: readonly OwnSheetKey[] = [];
  let inOrder: readonly OwnSheetKey[] = [];
  let notMade: unknown = null;
  try {
    const sheets = await host.insert(async (there) => {
      notMade = null;
      try {
        keys = choose(there);
        inOrder = [...OWN_SHEET_KEYS].reverse().filter((key) => keys.includes(key));
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
