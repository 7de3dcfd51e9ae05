import { screen, within } from '@testing-library/react';
import { openDesk } from '../app/review-cases';
import { formRows } from './form-cases';
import { openPaneOver } from './open-pane';

async function openForms() {
  const rows = [...formRows('河道保洁'), [], ...formRows('泵站维护', '市排水所')];
  const { host, reviewer } = openDesk({ sheets: [{ name: '自评表', rows }] });
  const pane = await openPaneOver(reviewer);
  return { ...pane, host };
}

async function cellsOf(pane: Awaited<ReturnType<typeof openForms>>, name: RegExp): Promise<HTMLElement> {
  await pane.user.click(await screen.findByRole('button', { name }));
  return screen.findByRole('table', { name: /^识别的单元格/ });
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
    const table = await cellsOf(pane, /泵站维护/);
    expect(row(table, 'B17').textContent).toBe('B17项目名称泵站维护');
    expect(row(table, 'D20').textContent).toBe('D20全年预算数 › 年度资金总额全年预算数120');
  });

  it('begin with those that were not understood, and are counted', async () => {
    const pane = await openForms();
    const form = await screen.findByRole('button', { name: /河道保洁/ });
    expect(form.textContent).toContain('2 格存疑');
    const table = await cellsOf(pane, /河道保洁/);
    const [, first, second, third] = within(table).getAllByRole('row');
    expect(first!.textContent).toBe('D8全年预算数 › 丙类未识别20');
    expect(second!.textContent).toBe('E8全年执行数 › 丙类未识别6');
    expect(third!.textContent).toBe('B3项目名称河道保洁');
    expect(screen.getByText('未识别的单元格不参与审核，请核对其标签。')).toBeTruthy();
  });

  it('lead to their cells', async () => {
    const pane = await openForms();
    const table = await cellsOf(pane, /河道保洁/);
    await pane.user.click(within(table).getByRole('button', { name: '定位到 G6' }));
    expect(await pane.host.selection()).toMatchObject({ firstRow: 5, firstColumn: 6 });
  });

  it('are those of each indicator once they are asked for', async () => {
    const pane = await openForms();
    await cellsOf(pane, /河道保洁/);
    expect(screen.queryByText('保洁河道长度')).toBeNull();
    await pane.user.click(screen.getByRole('button', { name: '指标（3）' }));
    const heading = screen.getByText('第 11 行 · 社会效益指标');
    const indicator = heading.closest('tbody')!;
    expect(within(indicator).getByText('河道投诉下降率')).toBeTruthy();
    expect(within(indicator).getByText('18%')).toBeTruthy();
    expect(within(indicator).queryByText('保洁河道长度')).toBeNull();
  });
});
