import { join } from 'node:path';
import { toAddress } from '../../src/engine/sheet/address';
import { zhCN } from '../../src/pane/i18n/zh-CN';
import { expectedReview } from './support/expected';
import { Pane } from './support/pane';
import { useWorkbench } from './support/workbench';

const SAMPLE = join(__dirname, '../../assets/samples/self-evaluation-annex.xlsx');

describe('what is set aside', () => {
  const scenario = useWorkbench();

  scenario(
    'outlives the pane and moving rows, lapses with its cell, and can be restored',
    async (workbench) => {
      const { page, pane: frame, ask } = workbench;
      const pane = new Pane(frame);
      const { findings, counts } = await expectedReview(SAMPLE);
      const finding = findings.find(({ rule }) => rule === 'execution-rate-mismatch')!;
      const { row, column } = finding.cell;
      const one = { ...counts, [finding.severity]: counts[finding.severity] - 1 };
      const reopen = async (): Promise<void> => {
        await frame.locator('body').evaluate(() => window.location.reload());
        await pane.recognition.getByText('横表').waitFor();
      };

      await pane.review();
      const card = await pane.card(finding);
      await card.click();
      await card.getByRole('button', { name: zhCN.findings.ignore }).click();
      await card.getByRole('button', { name: zhCN.findings.reasons.verified }).click();
      await card.getByText(/^已忽略/).waitFor();

      // Another figure in the cell is another matter; with the old one it is settled again.
      const write = (value: number): Promise<unknown> =>
        ask(
          (model, { at, figure }) => {
            const range = {
              firstRow: at.row,
              lastRow: at.row,
              firstColumn: at.column,
              lastColumn: at.column,
            };
            const [[before]] = model.activeSheet.values(range) as [[unknown]];
            model.activeSheet.setCells(range, [[{ value: figure }]]);
            return before;
          },
          { at: { row, column }, figure: value },
        );
      const before = (await write(0.123)) as number;
      expect(await pane.review()).toEqual(counts);
      await write(before);
      expect(await pane.review()).toEqual(one);

      // The pane is closed and opened, and a row comes in above the table's rows.
      await ask((model, before) => model.activeSheet.insertRows(before, 1), 0);
      await reopen();
      expect(await pane.review()).toEqual(one);
      const moved = toAddress(row + 1, column);
      await pane.button(/^修改记录/).click();
      await pane.button(/^查看已忽略的问题/).click();
      const list = frame.getByRole('region', { name: '已忽略的问题' });
      await list.getByText('原因：已核实').waitFor();
      await list.getByRole('button', { name: `定位到 ${moved}` }).click();
      await page.waitForFunction((at) => window.workbench?.model?.selection.firstRow === at, row + 1);
      await list.getByRole('button', { name: new RegExp(`^恢复 ${moved}`) }).click();
      await list.getByText(/^没有忽略的问题/).waitFor();
      await pane.button(zhCN.back).click();
      await pane.shows(counts);
    },
  );

  scenario('and fixed many at once is taken back as one step', async ({ pane: frame, ask }) => {
    const pane = new Pane(frame);
    const { findings } = await expectedReview(SAMPLE);
    // A second slip of the pen, so that there are two to be fixed together.
    const typo = findings.find(({ rule }) => rule === 'operator-typo')!;
    const { row, column } = typo.cell;
    const text = await ask(
      (model, cell) => {
        const range = {
          firstRow: cell.row,
          lastRow: cell.row,
          firstColumn: cell.column,
          lastColumn: cell.column,
        };
        const value = model.activeSheet.values(range)[0]![0] as string;
        const below = { ...range, firstRow: cell.row + 1, lastRow: cell.row + 1 };
        model.activeSheet.setCells(below, [[{ value }]]);
        return value;
      },
      { row, column },
    );
    await pane.review();
    const typed = async (): Promise<unknown[]> =>
      ask(
        (model, cell) =>
          model.activeSheet
            .values({
              firstRow: cell.row,
              lastRow: cell.row + 1,
              firstColumn: cell.column,
              lastColumn: cell.column,
            })
            .map(([value]) => value),
        { row, column },
      );
    await pane
      .button(/^全部修正/)
      .first()
      .click();
    await pane.button(/^修正以上/).click();
    await pane.button('修改记录（1）').click();
    expect(await typed()).not.toContain(text);
    const log = frame.getByRole('region', { name: '修改记录' });
    await log.getByRole('button', { name: /^撤销/ }).click();
    await pane.button('修改记录（0）').waitFor();
    expect(await typed()).toEqual([text, text]);
  });
});
