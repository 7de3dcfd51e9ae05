import { freeSheetName } from '../../engine/sheet/sheet-name';
import { OWN_SHEET_KEYS, type OwnSheetKey, type SheetPlan } from '../../engine/sheet/sheet-plan';
import type { SheetSnapshot } from '../../engine/sheet/snapshot';
import {
  HostError,
  type InsertedSheet,
  type PresentSheets,
  type RollupPlan,
  type RollupPlans,
  type SheetRef,
} from '../port';
import { eachRollup, ownSheetName, placeOf } from '../protocol/own-sheets';
import { toHostError } from './et-errors';
import type { EtWorksheet } from './et-types';
import { findOwnSheets, type FoundSheets } from './own-sheets';
import { writePlan } from './plan-content';
import { LeftOut, type TakeBack } from './plan-steps';
import {
  drawCharts,
  freezePanes,
  linkCells,
  offerChoices,
  setUpPrint,
  type PlanSupport,
} from './plan-extras';
import { dressPlan, mergeRanges, sizePlan } from './plan-look';
import { readSheet, type SheetReader } from './read-sheet';
import { refreshSheet, stillHolds } from './refresh-sheet';
import type { Piece } from './session';
import { mustNotBeShared } from './takes-changes';

/** How often a workbook that is changed under our hands is looked at anew. */
const LOOKS = 3;

/**
 * Inserts rollups, or refreshes those that are there: all of them or none. The plans are made of what was read, which may
 * take a while; what is there is then compared with that once more and written within one piece.
 */
export async function insertRollups(
  reader: SheetReader,
  support: PlanSupport,
  make: (present: PresentSheets) => RollupPlans,
): Promise<readonly InsertedSheet[]> {
  for (let look = 1; ; look += 1) {
    try {
      return await insertOnce(reader, support, make);
    } catch (thrown) {
      const error = toHostError(thrown);
      if (error.code !== 'changed' || error.write === 'in-doubt' || look === LOOKS) throw error;
    }
  }
}

async function insertOnce(
  reader: SheetReader,
  support: PlanSupport,
  make: (present: PresentSheets) => RollupPlans,
): Promise<readonly InsertedSheet[]> {
  const { session } = reader;
  const found = session.piece((piece) => findOwnSheets(piece, reader, OWN_SHEET_KEYS));
  const before = new Map<OwnSheetKey, SheetSnapshot>();
  for (const key of OWN_SHEET_KEYS) {
    const [own, ...others] = found.signed(key);
    if (own && others.length === 0) before.set(key, await readSheet(reader, own.id));
  }
  const plans = await make({
    sheets: found.sheets.map(({ id, name }) => ({ id, name })),
    rollups: eachRollup((key) => before.get(key) ?? null),
  });
  return session.quietly(() => session.piece((piece) => writeAll(piece, reader, support, plans, before)));
}

function writeAll(
  piece: Piece,
  reader: SheetReader,
  support: PlanSupport,
  plans: readonly RollupPlan[],
  before: ReadonlyMap<OwnSheetKey, SheetSnapshot>,
): readonly InsertedSheet[] {
  const { et, book } = piece;
  mustNotBeShared(et, book);
  const found = findOwnSheets(piece, reader, OWN_SHEET_KEYS);
  const places = plans.map(({ plan }) => placeOf(found, plan.key));
  places.forEach((place, index) => mustBeAsRead(piece, reader, place, before.get(plans[index]!.plan.key)));
  const view = et.need(book, 'ActiveSheet');
  const viewed = reader.ids.idOfSheet(piece, view);
  const takeBack: TakeBack[] = [];
  let isDone = false;
  try {
    const inserted = plans.map(({ plan, mergesBefore }, index): InsertedSheet => {
      const place = places[index]!;
      const made = place
        ? refreshSheet(piece, reader, support, place, plan, before.get(plan.key)!, mergesBefore, takeBack)
        : addSheet(piece, reader, support, plan, found, takeBack);
      return made;
    });
    isDone = true;
    return inserted;
  } catch (error) {
    throw takenBack(takeBack, toHostError(error));
  } finally {
    if (!showAgain(piece, reader, viewed) && isDone) showAgain(piece, reader, viewed);
  }
}

/** @throws HostError `changed` where the plans were made of something else */
function mustBeAsRead(
  piece: Piece,
  reader: SheetReader,
  place: SheetRef | null,
  snapshot: SheetSnapshot | undefined,
): void {
  const same = place === null ? snapshot === undefined : snapshot?.id === place.id;
  if (same && (place === null || stillHolds(piece, reader, snapshot!))) return;
  throw new HostError('changed', 'a rollup is not as it was read', { write: 'not-tried' });
}

/** Brings the worksheet into view that was; its cell and how far it was scrolled are its own. */
function showAgain(piece: Piece, { ids }: SheetReader, sheetId: string): boolean {
  try {
    const { et, book } = piece;
    const shown = ids.idOfSheet(piece, et.need(book, 'ActiveSheet'));
    if (shown === sheetId) return true;
    const found = ids.find(piece, sheetId);
    if (found) et.call(found.sheet, 'Activate');
    return ids.idOfSheet(piece, et.need(book, 'ActiveSheet')) === sheetId;
  } catch {
    return false;
  }
}

/** Makes everything as it was. @returns the failure, which says whether that worked */
function takenBack(steps: readonly TakeBack[], failure: HostError): HostError {
  let left = false;
  for (const step of [...steps].reverse()) {
    try {
      step();
    } catch {
      left = true;
    }
  }
  return failure.say(left ? 'in-doubt' : steps.length > 0 ? 'unchanged' : failure.write);
}

/** Adds a worksheet as the last one. */
function addSheet(
  piece: Piece,
  reader: SheetReader,
  support: PlanSupport,
  plan: SheetPlan,
  found: FoundSheets,
  takeBack: TakeBack[],
): InsertedSheet {
  const { et, application, book } = piece;
  const { ids, traits } = reader;
  const names = ids.list(piece).map(({ name }) => name);
  const sheets = et.need(book, 'Sheets');
  const last = et.item(sheets, et.size(sheets)) as EtWorksheet;
  takeBack.push(() => removeAdded(piece, names, found));
  et.call(sheets, 'Add', undefined, last);
  const sheet = et.item(et.need(book, 'Sheets'), names.length + 1) as EtWorksheet | null;
  if (!sheet || names.includes(et.get(sheet, 'Name')))
    throw new HostError('not-written', 'WPS adds no worksheet');
  const name = freeSheetName(plan.name, names);
  et.set(sheet, 'Name', name);
  if (et.get(sheet, 'Name') !== name) throw new HostError('not-written', 'WPS does not name a worksheet');
  const hidden = ownSheetName(plan.key);
  et.call(et.need(sheet, 'Names'), 'Add', hidden, `='${name.replace(/'/g, "''")}'!$A$1`, false);
  if (et.size(et.need(sheet, 'Names')) < 1)
    throw new HostError('not-written', 'WPS does not keep the name by which a rollup is known');
  writePlan(piece, sheet, plan, traits);
  const leftOut = new LeftOut();
  leftOut.unless('looks', () => {
    dressPlan(et, application, sheet, plan);
    mergeRanges(et, sheet, plan.merges, true);
    return true;
  });
  leftOut.unless('widths', () => sizePlan(et, sheet, plan));
  leftOut.unless('links', () => linkCells(et, sheet, plan.links));
  leftOut.unless('choices', () => offerChoices(et, sheet, plan.choices));
  leftOut.unless('charts', () => {
    const drawn = drawCharts(et, sheet, plan, []);
    if (plan.charts.length > 0) support.charts = drawn;
    return drawn;
  });
  leftOut.unless('print', () => setUpPrint(et, sheet, plan));
  leftOut.unless('freeze', () => {
    et.call(sheet, 'Activate');
    return freezePanes(piece, plan.freeze);
  });
  const id = ids.idOfSheet(piece, sheet);
  return { id, name, kind: 'worksheet', visible: true, ...leftOut.told };
}

/** A worksheet half written is worse than one less: the one case in which we delete one. Nobody else was at it. */
function removeAdded({ et, book }: Piece, before: readonly string[], found: FoundSheets): void {
  const sheets = et.need(book, 'Sheets');
  for (let index = et.size(sheets); index > found.sheets.length && index > before.length; index -= 1) {
    const sheet = et.item(sheets, index) as EtWorksheet | null;
    if (sheet && !before.includes(et.get(sheet, 'Name'))) et.call(sheet, 'Delete');
  }
  if (et.size(et.need(book, 'Sheets')) > before.length)
    throw new HostError('failed', 'a worksheet that was half written is still there', { write: 'in-doubt' });
}
