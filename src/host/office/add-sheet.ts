import { formulaAt, valueAt, type SheetSnapshot } from '../../engine/sheet/snapshot';
import type { SheetPlan } from '../../engine/sheet/sheet-plan';
import { HostError } from '../port';
import { ownSheetName } from '../protocol/own-sheets';
import { holds } from '../protocol/written-content';
import { excelCode } from './errors';
import type { SheetWork } from './sheet-work';
import { contentOfPlan } from '../protocol/plan-cells';
import { contentSteps } from './plan-content';
import { extrasOfNewSheet, type Extra } from './plan-extras';
import { lookSteps } from './plan-look';
import { readSheet } from './read-sheet';
import type { Batch } from './session';
import type { Step } from './step-queue';

/** What the hidden name begins with by which a call knows the worksheet again that it has added itself. */
const MADE = '_annexReviewer_made_';

/**
 * Prepares a new rollup sheet. It gets its name when it is added and is never renamed or moved, for that would empty
 * the user's undo.
 *
 * @param name a free one
 * @param before ids of the worksheets that were there
 */
export function prepareNewSheet(
  batch: Batch,
  name: string,
  plan: SheetPlan,
  before: ReadonlySet<string>,
): SheetWork {
  const { worksheets } = batch.context.workbook;
  const made = MADE + Math.random().toString(36).slice(2);
  const sheet = worksheets.add(name);
  sheet.load('id,name,visibility');
  const hide = (hidden: string): void => {
    sheet.names.add(hidden, sheet.getRange('A1').untrack()).visible = false;
  };
  hide(made);
  hide(ownSheetName(plan.key));
  return {
    sheet,
    refreshes: false,
    steps: [NOTHING, ...contentSteps(sheet, contentOfPlan(plan)), ...lookSteps(sheet, plan)],
    extras: [...extrasOfNewSheet(sheet, plan), forgetMade(sheet, made)].map((extra) =>
      onceAdded(sheet, extra),
    ),
    tidy: [],
    takeBack: () => removeMade(batch, sheet, plan, made, before),
  };
}

/**
 * Nothing is taken back of a worksheet of which no answer has told that it was added: asking it for anything would ask Excel
 * to add it.
 */
function onceAdded(sheet: Excel.Worksheet, extra: Extra): Extra {
  return {
    get steps() {
      return extra.steps;
    },
    takeBack: (batch) => (idOf(sheet) === null ? Promise.resolve() : extra.takeBack(batch)),
  };
}

/** Takes the other hidden name away again: by then the worksheet is known by its id. */
function forgetMade(sheet: Excel.Worksheet, made: string): Extra {
  let isThere = true;
  return {
    get steps() {
      return isThere ? [{ size: 200, queue: () => sheet.names.getItem(made).delete() }] : [];
    },
    async takeBack({ sync }) {
      const name = sheet.names.getItemOrNullObject(made);
      name.load('name');
      await sync();
      isThere = !name.isNullObject;
    },
  };
}

/** A step that makes sure of a round trip, even for an empty plan. */
const NOTHING: Step = { size: 1_000, queue: () => undefined };

/**
 * A worksheet half written is worse than an undo history that ends here: the one case in which we delete one. Neither its
 * title nor the name of its kind tells that this call made it, somebody else may have made such a one a moment ago; its
 * other hidden name does, and it must hold nothing but what was written.
 * @throws HostError `failed` where it cannot be told or holds more
 */
async function removeMade(
  batch: Batch,
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  made: string,
  before: ReadonlySet<string>,
): Promise<void> {
  const id = idOf(sheet);
  const { worksheets } = batch.context.workbook;
  worksheets.load('items/id,items/name');
  await batch.sync();
  const added = worksheets.items
    .filter((one) => (id === null ? !before.has(one.id) : one.id === id))
    .map((one) => ({ one, name: one.names.getItemOrNullObject(made) }));
  if (added.length === 0) return;
  for (const { name } of added) name.load('name');
  await batch.sync();
  const ours = added.filter(({ name }) => id !== null || !name.isNullObject);
  if (ours.length === 0) return;
  const [{ one: half }] = ours as [(typeof ours)[number]];
  if (ours.length > 1 || holdsMore(await readSheet(batch, half.id), plan)) {
    throw new HostError('failed', 'somebody has written on a worksheet that was being added', {
      sheet: half.name,
      write: 'in-doubt',
    });
  }
  half.delete();
  try {
    await batch.commit();
  } catch (error) {
    // It may have gone and only the answer been lost.
    if (excelCode(error) !== 'ItemNotFound') throw error;
  }
}

/** The id of a worksheet that was added, or `null` where no answer came that tells it. */
function idOf(sheet: Excel.Worksheet): string | null {
  try {
    return sheet.id;
  } catch {
    return null;
  }
}

/** Whether any cell holds what the plan does not have there. */
function holdsMore(sheet: SheetSnapshot, plan: SheetPlan): boolean {
  const { rows } = contentOfPlan(plan);
  for (let row = sheet.firstRow; row < sheet.firstRow + sheet.rowCount; row++) {
    for (let column = sheet.firstColumn; column < sheet.firstColumn + sheet.columnCount; column++) {
      const held = { value: valueAt(sheet, row, column), formula: formulaAt(sheet, row, column) };
      if (held.value === null && held.formula === null) continue;
      const planned = rows[row]?.[column];
      if (!planned || !holds({ row, column, held, numberFormat: '' }, planned.content)) return true;
    }
  }
  return false;
}
