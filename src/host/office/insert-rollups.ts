import { freeSheetName } from '../../engine/sheet/sheet-name';
import { OWN_SHEET_KEYS, type OwnSheetKey } from '../../engine/sheet/sheet-plan';
import type { SheetSnapshot } from '../../engine/sheet/snapshot';
import type { HostError } from '../port';
import { mayWriteAfter, type PresentSheets, type RollupPlans, type SheetRef } from '../port';
import { eachRollup, placeOf } from '../protocol/own-sheets';
import { prepareNewSheet } from './add-sheet';
import { excelCode, toHostError } from './errors';
import { findOwnSheets, type FoundSheets } from './own-sheets';
import { addExtras } from './plan-extras';
import { readSheet } from './read-sheet';
import { askForLook, prepareRefresh, type SheetLook } from './refresh-sheet';
import type { Batch, OfficeSession } from './session';
import type { SheetWork } from './sheet-work';
import { runSteps, type Step } from './step-queue';
import { isGone, toSheetRef } from './worksheets';

/** How often a workbook that is changed under our hands is looked at anew. */
const LOOKS = 3;

/**
 * Inserts rollups, or refreshes those that are there: all of them or none. Which worksheets are ours is looked at in the
 * same conversation, right before the first write. A worksheet that was there is never deleted, renamed or moved, for all
 * that would empty the user's undo. Nor is any worksheet brought into view.
 */
export async function insertRollups(
  session: OfficeSession,
  make: (present: PresentSheets) => RollupPlans,
): Promise<readonly SheetRef[]> {
  for (let look = 1; ; look += 1) {
    try {
      return await session.run((batch) => insertOnce(batch, make));
    } catch (thrown) {
      // Somebody took the name, or typed, a moment before: what is there now makes other plans.
      const error = toHostError(thrown);
      const isRaced = error.code === 'changed' || excelCode(error.detail.cause) === 'ItemAlreadyExists';
      if (!isRaced || error.write === 'in-doubt' || look === LOOKS) throw error;
    }
  }
}

async function insertOnce(
  batch: Batch,
  make: (present: PresentSheets) => RollupPlans,
): Promise<readonly SheetRef[]> {
  const found = await findOwnSheets(batch, OWN_SHEET_KEYS);
  const looks = await lookAtOwn(batch, found);
  const snapshotOf = (key: OwnSheetKey): SheetSnapshot | null => looks.get(key)?.before ?? null;
  const names = found.sheets.map(({ name }) => name);
  const plans = await make({
    sheets: found.sheets.map(({ id, name }) => ({ id, name })),
    rollups: eachRollup(snapshotOf),
  });
  for (const { plan } of plans) placeOf(found, plan.key);
  const before = new Set(found.sheets.map(({ id }) => id));
  const works: SheetWork[] = [];
  // Refreshes ask before they write; a new sheet's calls are queued at once.
  for (const rollup of plans) {
    const look = looks.get(rollup.plan.key);
    if (look) works.push(await prepareRefresh(batch, look, rollup));
  }
  for (const { plan } of plans) {
    if (looks.has(plan.key)) continue;
    const name = freeSheetName(plan.name, names);
    names.push(name);
    works.push(prepareNewSheet(batch, name, plan, before));
  }
  await write(batch, works);
  const refreshed = plans.filter(({ plan }) => looks.has(plan.key));
  const inOrder = [...refreshed, ...plans.filter(({ plan }) => !looks.has(plan.key))];
  return plans.map((rollup) => toSheetRef(works[inOrder.indexOf(rollup)]!.sheet));
}

/** Reads the rollups that are certainly ours. */
async function lookAtOwn(batch: Batch, found: FoundSheets): Promise<ReadonlyMap<OwnSheetKey, SheetLook>> {
  const looks = new Map<OwnSheetKey, SheetLook>();
  for (const key of OWN_SHEET_KEYS) {
    const [own, ...others] = found.signed(key);
    if (!own || others.length > 0) continue;
    own.protection.load('protected');
    const answered = askForLook(own);
    // These are answered together with the first round trip of reading.
    looks.set(key, answered(await readSheet(batch, own.id)));
  }
  return looks;
}

async function write(batch: Batch, works: readonly SheetWork[]): Promise<void> {
  try {
    await runSteps(
      batch,
      works.flatMap(({ steps }) => steps),
    );
    await addExtras(
      batch,
      works.flatMap(({ extras }) => extras),
    );
  } catch (error) {
    throw await takenBack(batch, works, toHostError(error));
  }
  await tidyUp(
    batch,
    works.flatMap(({ tidy }) => tidy),
  );
}

/** Makes everything as it was. @returns the error to tell, which says whether that worked */
async function takenBack(batch: Batch, works: readonly SheetWork[], failure: HostError): Promise<HostError> {
  // To an Excel that does not answer nothing more is sent: it would only pile up behind what it is busy with.
  if (!mayWriteAfter(failure) || batch.outcome() === 'unchanged') return failure;
  let left = false;
  for (const { sheet, refreshes, takeBack } of [...works].reverse()) {
    try {
      await takeBack();
    } catch (error) {
      if (!mayWriteAfter(toHostError(error))) return failure.say('in-doubt');
      // From a rollup that somebody has deleted meanwhile there is nothing to take back.
      left ||= !(refreshes && (await isGone(batch, sheet.id)));
    }
  }
  // The failure that led here is the one to tell, and whether it has left something.
  return failure.say(left ? 'in-doubt' : 'unchanged');
}

/** Where Excel refuses a part, the others are made all the same: what is left behind is no harm, and the sheets are done. */
async function tidyUp(batch: Batch, groups: readonly (readonly Step[])[]): Promise<void> {
  try {
    await runSteps(batch, groups.flat());
  } catch (error) {
    if (!mayWriteAfter(toHostError(error))) throw error;
    for (const group of groups) {
      try {
        await runSteps(batch, group);
      } catch (alone) {
        if (!mayWriteAfter(toHostError(alone))) throw alone;
      }
    }
  }
}
