import { screen, within } from '@testing-library/react';
import { openDesk } from '../app/review-cases';
import type { CellInput } from '../support/annexes/sheet-builder';
import { formRows } from './form-cases';
import { openPaneOver } from './open-pane';

/** Asks for what a self-evaluation does, in an order that nothing is known of. */
const ODD: readonly (readonly CellInput[])[] = [
  ['其他支出绩效自评情况'],
  ['预算数', '执行数', '执行率', '得分'],
  [12, 11, 0.92, 9],
  [30, 30, 1, 10],
];
const COVER: readonly (readonly CellInput[])[] = [['2024年度绩效自评材料'], ['编制单位', '市水务局']];

async function openSheets(...sheets: readonly (readonly (readonly CellInput[])[])[]) {
  const { reviewer } = openDesk({
    sheets: sheets.map((rows, i) => ({ name: `表${i + 1}`, rows })),
  });
  const pane = await openPaneOver(reviewer);
  return pane;
}

async function linesOf({ user }: Awaited<ReturnType<typeof openSheets>>): Promise<HTMLElement> {
  await user.click(screen.getAllByRole('button', { name: '全部工作表' })[0]!);
  const panel = await screen.findByRole('region', { name: '全部工作表' });
  await user.click(within(panel).getByRole('button', { name: '审核全部工作表' }));
  await within(panel).findByText(/张工作表有自评表/);
  return panel;
}

describe('what looks like an annex and was not understood', () => {
  it('is said of the sheet in view, where it is all there is', async () => {
    await openSheets(ODD);
    expect(await screen.findByText('“表1”像是绩效自评表，但没有认出，未审核。')).toBeTruthy();
  });

  it('is said where there is an annex beside it', async () => {
    await openSheets([...ODD, [], ...formRows('河道保洁')]);
    expect(await screen.findByText(/^本表另有像是自评表的内容没有认出/)).toBeTruthy();
  });

  it('is not said of a cover, or of an annex with nothing beside it', async () => {
    const pane = await openSheets([...COVER, [], ...formRows('河道保洁')]);
    await screen.findByRole('button', { name: /^竖表/ });
    expect(pane.store.getState().recognition).not.toHaveProperty('notUnderstood');
  });

  it('is said in the list of sheets, and counted', async () => {
    const panel = await linesOf(
      await openSheets(COVER, [...ODD, [], ...formRows('河道保洁')], ODD, formRows('泵站维护')),
    );
    const lines = within(panel).getAllByRole('listitem');
    expect(lines.map((line) => line.textContent)).toEqual([
      '表1不像绩效自评表',
      expect.stringMatching(/^表2竖表 · 河道保洁 · 另有表格没有认出，未审核/),
      '表3像是自评表，没有认出，未审核',
      expect.stringMatching(/^表4竖表 · 泵站维护\d/),
    ]);
    expect(within(panel).getByText('有 2 张工作表里像是自评表的内容没有认出，请人工查看。')).toBeTruthy();
  });
});
