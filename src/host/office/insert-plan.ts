import { toRangeAddress } from '../../engine/sheet/address';
import { freeSheetName } from '../../engine/sheet/sheet-name';
import type { SheetPlan } from '../../engine/sheet/sheet-plan';
import type { SheetSnapshot } from '../../engine/sheet/snapshot';
import { CHART_NAME, HostError, ownSheetName, type SheetRef } from '../port';
import { findOwnSheet } from './own-sheets';
import { contentOfPlan, contentOfSnapshot, contentSteps, type GridContent } from './plan-content';
import { addExtras } from './plan-extras';
import { lookSteps } from './plan-look';
import { readSheet } from './read-sheet';
import type { Batch, OfficeSession } from './session';
import { runSteps, type Step } from './step-queue';
import { mustBeWritable, toSheetRef } from './worksheets';

/**
 * Inserts a rollup, or rewrites the one that is there. A new worksheet gets its name when it is added and is never
 * renamed or moved, and a present one is never deleted, for all that would empty the user's undo. Nor is any
 * worksheet brought into view.
 */
export async function insertPlan(session: OfficeSession, plan: SheetPlan): Promise<SheetRef> {
  const sheet = await session.run(async (batch) => {
    const found = await findOwnSheet(batch, plan.key);
    if (found.own) return rewrite(batch, found.own, plan);
    if (found.structureProtected) {
      throw new HostError('protected', 'the structure of the workbook is protected');
    }
    return add(
      batch,
      freeSheetName(
        plan.name,
        found.sheets.map((sheet) => sheet.name),
      ),
      plan,
    );
  });
  await addExtras(session, sheet.id, plan);
  return sheet;
}

async function add(batch: Batch, name: string, plan: SheetPlan): Promise<SheetRef> {
  const { worksheets } = batch.context.workbook;
  const sheet = worksheets.add(name);
  sheet.load('id,name,visibility');
  const known = sheet.names.add(ownSheetName(plan.key), sheet.getRange('A1').untrack());
  known.visible = false;
  try {
    await runSteps(batch, [...contentSteps(sheet, contentOfPlan(plan)), ...lookSteps(sheet, plan), NOTHING]);
  } catch (error) {
    await removeHalfMade(batch, name, plan);
    throw error;
  }
  return toSheetRef(sheet);
}

/** A step that makes sure of a round trip, even for an empty plan. */
const NOTHING: Step = { size: 0, queue: () => undefined };

/**
 * A worksheet half written is worse than an undo history that ends here: the one case in which we delete one. Its
 * title does not make it ours (somebody may have taken that a moment ago), the hidden name does.
 */
async function removeHalfMade(batch: Batch, name: string, { key }: SheetPlan): Promise<void> {
  const sheet = batch.context.workbook.worksheets.getItemOrNullObject(name);
  const known = sheet.names.getItemOrNullObject(ownSheetName(key));
  known.load('name');
  try {
    await batch.sync();
    if (known.isNullObject) return;
    sheet.delete();
    await batch.commit();
  } catch {
    // The failure that led here is the one to tell.
  }
}

/** Keeps what the worksheet held, so that it can be put back where writing fails. */
async function rewrite(batch: Batch, sheet: Excel.Worksheet, plan: SheetPlan): Promise<SheetRef> {
  sheet.protection.load('protected');
  sheet.charts.load('items/name');
  const all = sheet.getUsedRangeOrNullObject(false).untrack();
  all.load('address');
  // These are answered together with the first round trip of reading.
  const before = await readSheet(batch, sheet.id);
  mustBeWritable(sheet);
  const clear: Step = {
    size: 2_000,
    queue() {
      for (const chart of sheet.charts.items) if (chart.name.startsWith(CHART_NAME)) chart.delete();
      if (all.isNullObject) return;
      clearRange(sheet, localAddress(all.address));
      for (const { range } of plan.choices) clearRange(sheet, toRangeAddress(range));
    },
  };
  try {
    await runSteps(batch, [clear, ...contentSteps(sheet, contentOfPlan(plan)), ...lookSteps(sheet, plan)]);
  } catch (error) {
    await putBack(batch, sheet, before, contentOfPlan(plan));
    throw error;
  }
  return toSheetRef(sheet);
}

function clearRange(sheet: Excel.Worksheet, address: string): void {
  const range = sheet.getRange(address).untrack();
  range.unmerge();
  range.clear();
  range.dataValidation.clear();
}

async function putBack(
  batch: Batch,
  sheet: Excel.Worksheet,
  before: SheetSnapshot,
  written: GridContent,
): Promise<void> {
  const width = Math.max(1, ...written.rows.map((row) => row.length));
  const clear: Step = {
    size: 500,
    queue: () =>
      clearRange(
        sheet,
        toRangeAddress({
          firstRow: 0,
          firstColumn: 0,
          lastRow: Math.max(0, written.rows.length - 1),
          lastColumn: width - 1,
        }),
      ),
  };
  try {
    await runSteps(batch, [clear, ...contentSteps(sheet, contentOfSnapshot(before))]);
  } catch {
    // The failure that led here is the one to tell; the rollup can be made again from the annex.
  }
}

function localAddress(address: string): string {
  return address.slice(address.lastIndexOf('!') + 1);
}
