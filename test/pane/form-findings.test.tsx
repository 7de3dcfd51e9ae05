import { screen, within } from '@testing-library/react';
import { openDesk } from '../app/review-cases';
import type { StartSheet } from '../host/contract/subject';
import { departmentRows, formRows } from './form-cases';
import { openPaneOver } from './open-pane';

async function openReviewed(rows: StartSheet['rows']) {
  const { reviewer } = openDesk({ sheets: [{ name: '自评表', rows }] });
  const pane = await openPaneOver(reviewer);
  await pane.user.click(screen.getByRole('button', { name: '审核' }));
  const list = await screen.findByRole('region', { name: '问题' });
  return { ...pane, list };
}

function headOf(list: HTMLElement, prefix: string): string {
  return list.querySelector(`li[data-finding^="${prefix}"] [id]`)!.textContent!;
}

describe('findings of forms', () => {
  it('say what stands beside their cells, and not the one project over and over', async () => {
    const { list } = await openReviewed(formRows('河道保洁'));
    expect(headOf(list, 'execution-rate-mismatch!G6!')).toMatch(/G6项目资金（万元） › 执行率$/);
    const short = list.querySelector('li[data-finding*="!E11!"]')!;
    expect(short.textContent).toMatch(/E11实际完成值“河道投诉下降率”/);
    expect(list.textContent).not.toContain('河道保洁');
  });

  it('name the project where a sheet holds several', async () => {
    const { list } = await openReviewed([...formRows('河道保洁'), [], ...formRows('泵站维护', '市排水所')]);
    expect(headOf(list, 'execution-rate-mismatch!G6!')).toMatch(/G6项目资金（万元） › 执行率 · 河道保洁$/);
    expect(headOf(list, 'execution-rate-mismatch!G20!')).toMatch(/G20项目资金（万元） › 执行率 · 泵站维护$/);
  });

  it('are headed by project and unit, those of a department by the department', async () => {
    const { list, user } = await openReviewed([...formRows('河道保洁'), [], ...departmentRows('市水务局')]);
    await user.click(within(list).getByRole('button', { name: '按项目' }));
    const heads = within(list)
      .getAllByRole('heading')
      .map((heading) => heading.textContent);
    expect(heads).toEqual([
      expect.stringMatching(/^河道保洁市河道所\d+$/),
      expect.stringMatching(/^市水务局\d+$/),
    ]);
  });
});
