import { screen, waitFor, within } from '@testing-library/react';
import { openDesk } from '../app/review-cases';
import { formRows } from './form-cases';
import { openPaneOver } from './open-pane';

const COVER = [['2024年度绩效自评材料'], ['编制单位', '市水务局']];

async function openWorkbook({ hidden = false } = {}) {
  const { host, reviewer } = openDesk({
    sheets: [
      { name: '封面', rows: COVER },
      { name: '保洁', rows: formRows('河道保洁') },
      { name: '泵站', rows: formRows('泵站维护', '市排水所') },
      { name: '底稿', rows: formRows('河道保洁'), visible: false },
    ],
  });
  const pane = await openPaneOver(reviewer);
  const { user } = pane;
  await user.click(screen.getAllByRole('button', { name: '全部工作表' })[0]!);
  const panel = await screen.findByRole('region', { name: '全部工作表' });
  if (hidden) await user.click(within(panel).getByRole('checkbox', { name: '包括隐藏的工作表' }));
  await user.click(within(panel).getByRole('button', { name: '审核全部工作表' }));
  await user.click(await within(panel).findByRole('button', { name: /^问题（\d+）$/ }));
  const list = within(panel).getByRole('region', { name: '问题' });
  return { ...pane, host, panel, list };
}

const cards = (list: HTMLElement): HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('li[data-finding]'),
];
const current = (list: HTMLElement): HTMLElement | null => list.querySelector('li[aria-current="true"]');
const keyOf = (card: HTMLElement | null): string => card!.dataset['finding']!;

async function activeName(host: { activeSheet(): Promise<{ name: string }> }): Promise<string> {
  return (await host.activeSheet()).name;
}

describe('the findings of all worksheets', () => {
  it('stand sheet by sheet, and are as many as the counts say', async () => {
    const { panel, list } = await openWorkbook();
    const heads = within(list)
      .getAllByRole('heading')
      .map((heading) => heading.textContent);
    expect(heads).toEqual([expect.stringMatching(/^保洁\d+$/), expect.stringMatching(/^泵站\d+$/)]);
    const inGroups = heads.reduce((sum, head) => sum + Number(head!.slice(2)), 0);
    const told = within(panel).getByRole('button', { name: /^问题（/ }).textContent!;
    expect(told).toBe(`问题（${inGroups}）`);
    const toggles = ['错误', '警告', '提示'].map((name) =>
      within(list).getByRole('button', { name: new RegExp(`^${name} \\d+`) }),
    );
    const counted = toggles.map((toggle) => Number(/ (\d+)/.exec(toggle.getAttribute('aria-label')!)![1]));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(inGroups);
    expect(cards(list)).toHaveLength(inGroups);
  });

  it('are filtered as those of one sheet are', async () => {
    const { list, user } = await openWorkbook();
    const all = cards(list).length;
    await user.click(within(list).getByRole('button', { name: /^错误 \d+$/ }));
    expect(cards(list).length).toBeLessThan(all);
    await user.type(within(list).getByRole('searchbox'), '市排水所');
    await waitFor(() => expect(within(list).getAllByRole('heading')).toHaveLength(1));
    expect(within(list).getByRole('heading').textContent).toMatch(/^泵站/);
  });

  it('lead on from the last of a sheet to the first of the next, and to its cell there', async () => {
    const { host, list, user, store } = await openWorkbook();
    const own = cards(list).filter((card) => keyOf(card).endsWith('@sheet-2'));
    const last = own.at(-1)!;
    await user.click(last);
    await waitFor(async () => expect(await activeName(host)).toBe('保洁'));
    await user.click(within(list).getByRole('button', { name: '下一条' }));
    await waitFor(async () => expect(await activeName(host)).toBe('泵站'));
    await waitFor(() => expect(store.getState().recognition?.sheet.name).toBe('泵站'));
    // The list is as it was, with the next card current.
    expect(keyOf(current(list))).toBe(keyOf(cards(list)[own.length]!));
    expect(cards(list).length).toBeGreaterThan(own.length);
    const [, address] = keyOf(current(list)).split('!');
    const { firstRow } = (await host.selection())!;
    expect(firstRow + 1).toBe(Number(/\d+/.exec(address!)![0]));
    await user.click(within(list).getByRole('button', { name: '上一条' }));
    expect(keyOf(current(list))).toBe(keyOf(last));
  });

  it('are each their own: what is ignored on one sheet stays open on the other', async () => {
    const { list, user } = await openWorkbook();
    const twin = (sheet: string): HTMLElement =>
      cards(list).find(
        (card) => keyOf(card).startsWith('execution-rate-mismatch!G6!') && keyOf(card).endsWith(sheet),
      )!;
    await user.click(twin('@sheet-2'));
    await user.click(within(twin('@sheet-2')).getByRole('button', { name: '忽略…' }));
    await user.click(await screen.findByRole('button', { name: '已核实' }));
    await waitFor(() => expect(twin('@sheet-2').textContent).toMatch(/^已忽略 G6/));
    expect(twin('@sheet-3').textContent).not.toContain('已忽略');
  });

  it('of a hidden sheet do not bring it into view, and say so', async () => {
    const { host, list, user } = await openWorkbook({ hidden: true });
    const card = cards(list).find((one) => keyOf(one).endsWith('@sheet-4'))!;
    await user.click(card);
    expect(await screen.findByText(/“底稿”是隐藏的工作表，没有显示它。/)).toBeTruthy();
    expect(await activeName(host)).toBe('封面');
    expect((await host.sheets()).at(-1)!.visible).toBe(false);
  });
});
