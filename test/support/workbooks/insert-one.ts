import type { SheetPlan } from '../../../src/engine/sheet/sheet-plan';
import type { InsertedSheet, SpreadsheetHost } from '../../../src/host/port';

/** Inserts one rollup as it is, whatever stands there. */
export async function insertOne(
  host: Pick<SpreadsheetHost, 'insert'>,
  plan: SheetPlan,
): Promise<InsertedSheet> {
  const [sheet] = await host.insert(() => [{ plan }]);
  return sheet!;
}
