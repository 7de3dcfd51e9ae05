import { join } from 'node:path';
import { toAddress } from '../../src/engine/sheet/address';
import { expectedReview } from './support/expected';
import { Pane } from './support/pane';
import { cellsOf, content, sameCell, shownFills } from './support/questions';
import { useWorkbench, type Workbench } from './support/workbench';

const SAMPLE = join(__dirname, '../../assets/samples/self-evaluation-annex.xlsx');

jest.setTimeout(180_000);

const scenario = useWorkbench();

/** The user types into a cell of the sheet in view. */
const type = ({ ask }: Workbench, at: { readonly row: number; readonly column: number }, value: unknown) =>
  ask(
    (model, { row, column, value: typed }) => {
      const range = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
      model.activeSheet.setCells(range, [[{ value: typed as string }]]);
    },
    { ...at, value },
  );

scenario(
  'what is typed, taken back and moved in the grid is followed by cards, counts and marks',
  async (bench) => {
    const { page, pane: frame, ask } = bench;
    const pane = new Pane(frame);
    const { findings, counts } = await expectedReview(SAMPLE);
    // One that stands alone in its cell, and whose text says all.
    const finding = findings.find(
      ({ rule, cell }) =>
        rule === 'operator-typo' && findings.filter((one) => sameCell(one.cell, cell)).length === 1,
    )!;
    const at = { row: finding.cell.row, column: finding.cell.column };
    await pane.review();
    const card = await pane.card(finding);
    await card.click();
    const before = (await ask(content, at)) as { readonly value: string };
    const depth = await ask((model) => model.undoDepth);

    await type(bench, at, before.value.replace(/[》〉>]/, '≥'));
    await card.getByText('已解决').waitFor();
    expect((await pane.counts())[finding.severity]).toBe(counts[finding.severity] - 1);
    expect(await pane.text('结果可能已经过时').count()).toBe(0);

    // Following writes nothing: the grid's own undo takes back what was typed.
    expect(await ask((model) => model.undoDepth)).toBe(depth + 1);
    await ask((model) => model.undo());
    expect(await ask(content, at)).toEqual(before);
    await card.getByText('已解决').waitFor({ state: 'detached' });
    expect(await pane.counts()).toEqual(counts);

    // Marks follow once nothing is typed any more.
    await pane.mark();
    await type(bench, at, before.value.replace(/[》〉>]/, '≥'));
    await card.getByText('已解决').waitFor();
    await page.waitForFunction(
      ({ row, column }) => window.workbench!.model.activeSheet.shownFill({ row, column }) === null,
      at,
    );
    const others = cellsOf(findings).filter((cell) => !sameCell(cell, at));
    expect((await ask(shownFills, others)).every((fill) => fill !== null)).toBe(true);

    // A card goes where its row goes.
    const moving = findings.find(({ cell }) => cell.row > at.row)!;
    await ask((model, row) => model.activeSheet.insertRows(row, 1), moving.cell.row);
    const now = toAddress(moving.cell.row + 1, moving.cell.column);
    const moved = frame.locator(`li[data-finding^="${moving.rule}!${now}!"]`);
    await moved.waitFor();
    await moved.click();
    await page.waitForFunction(
      ({ row, column }) => {
        const { firstRow, firstColumn } = window.workbench!.model.selection;
        return firstRow === row && firstColumn === column;
      },
      { row: moving.cell.row + 1, column: moving.cell.column },
    );
  },
);

scenario(
  'the sheet follows from card to card, by keys that each take one press',
  async ({ page, pane: frame, ask }) => {
    const pane = new Pane(frame);
    const { findings } = await expectedReview(SAMPLE);
    await pane.review();
    const card = await pane.card(findings[0]!);
    await card.click();
    const selected = () =>
      ask((model) => ({ row: model.selection.firstRow, column: model.selection.firstColumn }));
    await frame.locator('[aria-current="true"]').first().press('Alt+ArrowDown');
    const current = frame.locator('li[aria-current="true"]').first();
    await page.waitForFunction(
      ({ row, column }) => {
        const { firstRow, firstColumn } = window.workbench!.model.selection;
        return firstRow !== row || firstColumn !== column;
      },
      { row: findings[0]!.cell.row, column: findings[0]!.cell.column },
    );
    const { row, column } = await selected();
    expect(await current.getAttribute('data-finding')).toContain(`!${toAddress(row, column)}!`);
  },
);
