import { screen, waitFor, within } from '@testing-library/react';
import { openDesk } from '../app/review-cases';
import { formRows } from './form-cases';
import { openPaneOver } from './open-pane';

async function openForms() {
  const rows = [...formRows('河道保洁'), [], ...formRows('泵站维护', '市排水所')];
  const { host, reviewer } = openDesk({ sheets: [{ name: '自评表', rows }] });
  const pane = await openPaneOver(reviewer);
  return { ...pane, host };
}

/** Unfolds the form of a project, whose range begins in a cell. */
async function cellsOf(
  { user }: Pick<Awaited<ReturnType<typeof openForms>>, 'user'>,
  project: string,
  from = 'A1',
): Promise<HTMLElement> {
  await user.click(await screen.findByRole('button', { name: new RegExp(`^竖表 · ${project}`) }));
  // Loaded on demand, by whatever else the machine does.
  return screen.findByRole('table', { name: new RegExp(`^识别的单元格（${from}:`) }, { timeout: 5000 });
}

function row(table: HTMLElement, cell: string): HTMLElement {
  return within(table)
    .getByRole('button', { name: `定位到 ${cell}` })
    .closest('tr')!;
}

describe('the cells of a form', () => {
  it('are told under the name of its project', async () => {
    const pane = await openForms();
    const forms = await screen.findAllByRole('button', { name: /^竖表/ });
    expect(forms.map((form) => form.textContent)).toEqual([
      expect.stringMatching(/^竖表 · 河道保洁市河道所 · A1:H13 · 万元 · 2024 年/),
      expect.stringMatching(/^竖表 · 泵站维护市排水所 · A15:H27 · 万元 · 2024 年/),
    ]);
    const table = await cellsOf(pane, '泵站维护', 'A15');
    expect(row(table, 'B17').textContent).toBe('B17项目名称泵站维护');
    expect(row(table, 'D20').textContent).toBe('D20全年预算数 › 年度资金总额全年预算数120');
  });

  it('begin with those that were not understood, and are counted', async () => {
    const pane = await openForms();
    const form = await screen.findByRole('button', { name: /河道保洁/ });
    expect(form.textContent).toContain('2 格存疑');
    const table = await cellsOf(pane, '河道保洁');
    const [, first, second, third] = within(table).getAllByRole('row');
    expect(first!.textContent).toBe('D8全年预算数 › 丙类未识别20');
    expect(second!.textContent).toBe('E8全年执行数 › 丙类未识别6');
    expect(third!.textContent).toBe('B3项目名称河道保洁');
    expect(screen.getByText('未识别的单元格不参与审核，请核对其标签，或点行末的笔形按钮指明。')).toBeTruthy();
  });

  it('are given another meaning by the reader, for every form with these labels, and that can be taken back', async () => {
    const pane = await openForms();
    await pane.user.click(await screen.findByRole('button', { name: '审核' }));
    await screen.findAllByRole('button', { name: /^警告/ });
    const table = await cellsOf(pane, '河道保洁');
    await pane.user.click(within(table).getByRole('button', { name: '更正 D8 单元格' }));
    const group = await screen.findByRole('group', { name: '更正 D8 单元格' });
    await pane.user.click(within(group).getByText(/^全年预算数.*其他资金$/));
    expect((await within(group).findByText(/将作为/)).textContent).toMatch(
      /^D8 单元格将作为“.*其他资金”审核。$/,
    );
    await pane.user.click(within(group).getByRole('button', { name: '更正' }));
    await waitFor(() => expect(row(table, 'D8').textContent).toContain('已更正'));
    // The second form has the same labels.
    const other = await cellsOf(pane, '泵站维护', 'A15');
    expect(row(other, 'D22').textContent).toContain('已更正');
    expect(screen.getByRole('button', { name: /^竖表 · 河道保洁/ }).textContent).toContain('1 格存疑');
    await pane.user.click(screen.getAllByRole('button', { name: '撤销 D8 单元格的更正' })[0]!);
    await waitFor(() => expect(row(table, 'D8').textContent).toContain('未识别'));
  });

  it('may be left out of the review, and are fields of the project only', async () => {
    const pane = await openForms();
    const table = await cellsOf(pane, '河道保洁');
    await pane.user.click(within(table).getByRole('button', { name: '更正 G6 单元格' }));
    const group = await screen.findByRole('group', { name: '更正 G6 单元格' });
    const options = within(group).getAllByRole('option');
    expect(options[0]!.textContent).toBe('不审核此单元格');
    expect(options.map(({ textContent }) => textContent)).toContain('总分');
    expect(options.filter(({ textContent }) => /指标/.test(textContent!))).toEqual([]);
    await pane.user.keyboard('{Escape}');
    expect(document.activeElement).toBe(within(table).getByRole('button', { name: '更正 G6 单元格' }));
  });

  it('that nobody knows to be part of it are shown on demand, and can become so', async () => {
    const rows = formRows('河道保洁').map((one, i) => (i === 3 ? ['经费规模', 150, '经办', '张某'] : one));
    const { reviewer } = openDesk({ sheets: [{ name: '自评表', rows }] });
    const pane = await openPaneOver(reviewer);
    await cellsOf(pane, '河道保洁');
    await pane.user.click(screen.getByRole('button', { name: '其他单元格（2）' }));
    await pane.user.click(screen.getByRole('button', { name: '更正 B4 单元格' }));
    const group = await screen.findByRole('group', { name: '更正 B4 单元格' });
    expect(within(group).queryByText('不审核此单元格')).toBeNull();
    await pane.user.click(within(group).getByText('到位资金'));
    await pane.user.click(await within(group).findByRole('button', { name: '更正' }));
    expect(await screen.findByRole('button', { name: '其他单元格（1）' })).toBeTruthy();
    const table = screen.getByRole('table', { name: /^识别的单元格/ });
    expect(row(table, 'B4').textContent).toContain('已更正');
  });

  it('of one column of indicators are corrected together', async () => {
    const pane = await openForms();
    await cellsOf(pane, '河道保洁');
    await pane.user.click(screen.getByRole('button', { name: '指标（3）' }));
    await pane.user.click(screen.getByRole('button', { name: '更正 E 列' }));
    const group = await screen.findByRole('group', { name: '更正 E 列' });
    await pane.user.click(within(group).getByText('不审核此列'));
    await pane.user.click(await within(group).findByRole('button', { name: '更正' }));
    expect(await screen.findByRole('button', { name: '撤销 E 列的更正' })).toBeTruthy();
  });

  it('lead to their cells', async () => {
    const pane = await openForms();
    const table = await cellsOf(pane, '河道保洁');
    await pane.user.click(within(table).getByRole('button', { name: '定位到 G6' }));
    expect(await pane.host.selection()).toMatchObject({ firstRow: 5, firstColumn: 6 });
  });

  it('are those of each indicator once they are asked for', async () => {
    const pane = await openForms();
    await cellsOf(pane, '河道保洁');
    expect(screen.queryByText('保洁河道长度')).toBeNull();
    await pane.user.click(screen.getByRole('button', { name: '指标（3）' }));
    const heading = screen.getByText('第 11 行 · 社会效益指标');
    const indicator = heading.closest('tbody')!;
    expect(within(indicator).getByText('河道投诉下降率')).toBeTruthy();
    expect(within(indicator).getByText('18%')).toBeTruthy();
    expect(within(indicator).queryByText('保洁河道长度')).toBeNull();
  });
});
