import { screen, within } from '@testing-library/react';
import { FakeReviewer } from '../support/workbooks/fake-reviewer';
import { openDesk } from '../app/review-cases';
import { formRows } from './form-cases';
import { openPaneOver, openReviewed } from './open-pane';

const cards = (): number => document.querySelectorAll('li[data-finding]').length;
const choice = (name: string): HTMLSelectElement => screen.getByRole('combobox', { name });
const options = (name: string): string[] => [...choice(name).options].map(({ text }) => text);
const filterButton = (): HTMLElement => screen.getByRole('button', { name: '筛选' });
const expandAll = async ({ user }: { user: { click(element: Element): Promise<void> } }): Promise<void> => {
  for (const closed of document.querySelectorAll('button[data-group][aria-expanded="false"]'))
    await user.click(closed);
};

describe('the list of findings', () => {
  it('is narrowed by a rule, says how many are left, and is whole again by one click', async () => {
    const reviewer = new FakeReviewer();
    const pane = await openReviewed(reviewer);
    expect(screen.queryByRole('combobox', { name: '规则' })).toBeNull();
    await pane.user.click(filterButton());
    const [, rule] = options('规则');
    const [, name, count] = /^(.+)（(\d+)）$/.exec(rule!)!;
    await pane.user.selectOptions(choice('规则'), rule!);
    await expandAll(pane);
    const heads = screen.getAllByRole('heading', { level: 2 });
    expect(heads).toHaveLength(1);
    expect(heads[0]!.textContent).toContain(name);
    const total = pane.store.getState().reviews['sheet1']!.findings.length;
    expect(screen.getByText(`筛选出 ${count} 条，共 ${total} 条`)).toBeTruthy();
    await pane.user.click(screen.getByRole('button', { name: '清除筛选' }));
    expect(screen.getAllByRole('heading', { level: 2 }).length).toBeGreaterThan(1);
    expect(screen.queryByText(/^筛选出/)).toBeNull();
  });

  it('is never narrowed out of sight: the row stays while something is chosen', async () => {
    const pane = await openReviewed();
    await pane.user.click(filterButton());
    await pane.user.selectOptions(choice('规则'), options('规则')[1]!);
    expect(filterButton().getAttribute('aria-disabled')).toBe('true');
    await pane.user.click(filterButton());
    expect(choice('规则').value).not.toBe('');
  });

  it('is narrowed by what became of findings, as it becomes', async () => {
    const pane = await openReviewed();
    await pane.user.click(filterButton());
    const total = pane.store.getState().reviews['sheet1']!.findings.length;
    expect(options('状态')).toEqual(['全部', `待处理（${total}）`]);
    await pane.user.click(screen.getByRole('button', { name: '按单元格' }));
    await pane.user.click(document.querySelector('li[data-finding]')!);
    await pane.user.keyboard('i');
    await pane.user.click(screen.getByRole('button', { name: '已核实' }));
    expect(options('状态')).toEqual(expect.arrayContaining([`待处理（${total - 1}）`, '已忽略（1）']));
    await pane.user.selectOptions(choice('状态'), '已忽略（1）');
    expect(cards()).toBe(1);
  });

  it('folds up and opens as a whole', async () => {
    const pane = await openReviewed();
    await pane.user.click(filterButton());
    await pane.user.click(screen.getByRole('button', { name: '全部折叠' }));
    expect(cards()).toBe(0);
    await pane.user.click(screen.getByRole('button', { name: '全部展开' }));
    expect(document.querySelectorAll('button[data-group][aria-expanded="false"]')).toHaveLength(0);
  });

  it('is marked as far as it is shown', async () => {
    const pane = await openReviewed();
    const mark = jest.spyOn(pane.reviewer, 'mark');
    await pane.user.click(filterButton());
    await pane.user.selectOptions(choice('规则'), options('规则')[1]!);
    await pane.user.click(screen.getByRole('button', { name: '标记' }));
    await pane.user.click(screen.getByRole('menuitem', { name: /显示/ }));
    const { findings, ...rest } = mark.mock.calls[0]![1] as { findings: string[] };
    const rule = choice('规则').value;
    const shown = pane.store.getState().reviews['sheet1']!.findings.filter((one) => one.rule === rule);
    expect([findings, rest]).toEqual([shown.map(({ id }) => id), {}]);
  });
});

it('the findings of a workbook are narrowed to a unit and a dimension, each counted under the other', async () => {
  const { reviewer } = openDesk({
    sheets: [
      { name: '保洁', rows: formRows('河道保洁') },
      { name: '泵站', rows: formRows('泵站维护', '市排水所') },
    ],
  });
  const { user } = await openPaneOver(reviewer);
  await user.click(screen.getAllByRole('button', { name: '全部工作表' })[0]!);
  const panel = await screen.findByRole('region', { name: '全部工作表' });
  await user.click(within(panel).getByRole('button', { name: '审核全部工作表' }));
  await user.click(await within(panel).findByRole('button', { name: /^问题（\d+）$/ }));
  const all = cards();
  await user.click(filterButton());
  expect(options('单位')).toHaveLength(3);
  await user.selectOptions(
    choice('单位'),
    options('单位').find((text) => text.startsWith('市排水所'))!,
  );
  const ofUnit = cards();
  expect(ofUnit).toBeLessThan(all);
  const dimensions = options('维度').slice(1);
  expect(dimensions.some((text) => text.startsWith('社会效益指标（'))).toBe(true);
  const [, count] = /（(\d+)）/.exec(dimensions[0]!)!;
  await user.selectOptions(choice('维度'), dimensions[0]!);
  expect(cards()).toBe(Number(count));
  expect(cards()).toBeLessThan(ofUnit);
});
