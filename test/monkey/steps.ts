import type { ReviewFinding } from '../../src/app/reviewer';
import type { CellRange } from '../../src/engine/sheet/address';
import type { CellValue } from '../../src/engine/sheet/cell-value';
import type { WorksheetModel } from '../../workbench/model/workbook-model';
import type { Random } from '../support/random';
import { shown, type Workplace } from './workplace';

/** One thing that a user may do. @returns what it was, for people; `null`: it could not be done now */
export type Step = (at: Workplace, random: Random) => Promise<string | null>;

/** Rows of the annex of the sheet in view that hold projects: the first and the last, 0-based; `null` where there are none. */
function rowsOf({ store }: Workplace): readonly [number, number] | null {
  const annex = store.getState().recognition?.annexes[0];
  if (!annex) return null;
  const header = Math.max(...annex.places.flatMap(({ labels }) => labels.map(({ row }) => row)));
  return header + 1 <= annex.range.lastRow ? [header + 1, annex.range.lastRow] : null;
}

function row(of: WorksheetModel, at: number): CellRange {
  const used = of.usedRange()!;
  return { firstRow: at, lastRow: at, firstColumn: used.firstColumn, lastColumn: used.lastColumn };
}

const cell = (at: number, column: number): CellRange => ({
  firstRow: at,
  lastRow: at,
  firstColumn: column,
  lastColumn: column,
});

/** What people type, right and wrong. */
const TYPED: readonly CellValue[] = [
  '已完成',
  '》90%',
  '≥90%',
  0.95,
  '95.00%',
  12.5,
  -3,
  '',
  '-',
  '无',
  '120次',
  '100%',
];

const edit: Step = async (at, random) => {
  const rows = rowsOf(at);
  const { model } = at;
  const sheet = model.activeSheet;
  const used = sheet.usedRange();
  if (!rows || !used) return null;
  const range = cell(random.integer(rows[0], rows[1]), random.integer(used.firstColumn, used.lastColumn));
  const value = random.pick(TYPED);
  model.transact(() => sheet.setCells(range, [[{ value }]]));
  return `type ${JSON.stringify(value)} into row ${range.firstRow + 1}, column ${range.firstColumn + 1}`;
};

/** Puts rows into another order, as a sort does: contents move, and what lies over the cells stays. */
const sort: Step = async (at, random) => {
  const rows = rowsOf(at);
  if (!rows || rows[1] - rows[0] < 2) return null;
  const { model } = at;
  const sheet = model.activeSheet;
  const first = random.integer(rows[0], rows[1] - 2);
  const last = Math.min(rows[1], first + 5);
  const area = { ...row(sheet, first), lastRow: last };
  // Formulas of their own rows would say other things further down.
  if (
    sheet
      .formulas(area)
      .flat()
      .some((formula) => formula !== null)
  )
    return null;
  const lines = sheet.values(area).map((line) => line.map((value) => ({ value })));
  const order: typeof lines = [];
  while (lines.length > 0) order.push(...lines.splice(random.integer(0, lines.length - 1), 1));
  model.transact(() => sheet.setCells(area, order));
  return `sort rows ${first + 1} to ${last + 1}`;
};

const insert: Step = async (at, random) => {
  const rows = rowsOf(at);
  if (!rows) return null;
  const before = random.integer(rows[0], rows[1]);
  at.model.activeSheet.insertRows(before, 1);
  return `insert a row above ${before + 1}`;
};

const remove: Step = async (at, random) => {
  const rows = rowsOf(at);
  if (!rows || rows[1] - rows[0] < 8) return null;
  const gone = random.integer(rows[0], rows[1]);
  at.model.activeSheet.deleteRows(gone, 1);
  return `delete row ${gone + 1}`;
};

const gridUndo: Step = async ({ model }) => {
  if (model.undoDepth === 0) return null;
  model.undo();
  return 'undo in the grid';
};

const gridRedo: Step = async ({ model }) => {
  model.redo();
  return 'redo in the grid';
};

const switchSheet: Step = async ({ model }, random) => {
  const next = random.pick(model.sheets);
  model.activate(next.id);
  return `go to sheet ${next.name}`;
};

const review: Step = async ({ commands }) => {
  await commands.review();
  return 'review';
};

function openOf(at: Workplace, wanted: (finding: ReviewFinding) => boolean): readonly ReviewFinding[] {
  return (shown(at)?.findings ?? []).filter((finding) => finding.state === 'open' && wanted(finding));
}

const fix: Step = async (at, random) => {
  const some = openOf(at, ({ fix: one }) => (one?.edits.length ?? 0) > 0);
  if (some.length === 0) return null;
  const finding = random.pick(some);
  const done = await at.commands.apply(finding, finding.fix!);
  return `fix ${finding.id}: ${done ? 'done' : 'refused'}`;
};

const ignore: Step = async (at, random) => {
  const some = openOf(at, () => true);
  if (some.length === 0) return null;
  const finding = random.pick(some);
  const done = await at.commands.ignore([finding], '已核实');
  return `ignore ${finding.id}: ${done ? 'done' : 'refused'}`;
};

const undoLast: Step = async ({ commands, store }) => {
  if (store.getState().lastAction === null) return null;
  return `undo in the pane: ${await commands.undoLast()}`;
};

const restore: Step = async (at, random) => {
  const some = (shown(at)?.findings ?? []).filter(({ state }) => state === 'ignored');
  if (some.length === 0) return null;
  const finding = random.pick(some);
  await at.commands.restore([finding]);
  return `restore ${finding.id}`;
};

const mark: Step = async (at) => ((await at.commands.mark()) ? 'mark' : null);

const clear: Step = async ({ commands }) => {
  await commands.clearMarks('sheet');
  return 'clear marks';
};

/** How often each is done. */
export const STEPS: readonly (readonly [weight: number, step: Step])[] = [
  [8, edit],
  [3, fix],
  [3, ignore],
  [2, sort],
  [2, insert],
  [2, remove],
  [3, gridUndo],
  [1, gridRedo],
  [2, undoLast],
  [1, restore],
  [2, mark],
  [1, clear],
  [1, review],
  [1, switchSheet],
];
