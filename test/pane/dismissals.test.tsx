import { screen, waitFor, within } from '@testing-library/react';
import { annexWithDefects, FakeReviewer, reviewOf } from '../support/workbooks/fake-reviewer';
import { openPane, openReviewed, type OpenPane } from './open-pane';

const { findings } = reviewOf(annexWithDefects());
const typos = findings.filter(({ rule }) => rule === 'operator-typo');

async function openList(pane: OpenPane): Promise<HTMLElement> {
  await pane.user.click(await screen.findByRole('button', { name: /^查看已忽略的问题/ }));
  return screen.findByRole('region', { name: '已忽略的问题' });
}

describe('the list of what is set aside', () => {
  it('names cell, rule, words, reason and time, and leads to the cell', async () => {
    const reviewer = new FakeReviewer();
    await reviewer.ignore([typos[0]!], '已核实');
    const pane = await openReviewed(reviewer);
    const list = await openList(pane);
    const [entry] = within(list).getAllByRole('listitem') as [HTMLElement];
    expect(entry.textContent).toMatch(
      /^G7 比较符误用“巡查次数》120次”.*原因：已核实Sheet1 · .+ · 3\/1 \d\d:06/,
    );
    await pane.user.click(within(entry).getByRole('button', { name: '定位到 G7' }));
    expect(reviewer.called('goTo')).toEqual([['sheet1', 'G7']]);
  });

  it('restores one, and all', async () => {
    const reviewer = new FakeReviewer();
    await reviewer.ignore(typos, '口径不同');
    const pane = await openReviewed(reviewer);
    const list = await openList(pane);
    await pane.user.click(within(list).getByRole('button', { name: '恢复 G15 比较符误用' }));
    expect(reviewer.called('lift')).toEqual([[[typos[1]!.id]]]);
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(2));
    expect(document.activeElement?.textContent).toMatch(/^G23/);
    await pane.user.click(within(list).getByRole('button', { name: '全部恢复（2）' }));
    expect(await within(list).findByText(/^没有忽略的问题/)).toBeTruthy();
    await pane.user.keyboard('{Escape}');
    expect(await screen.findByRole('region', { name: '问题' })).toBeTruthy();
  });

  it('says which of them are found no more', async () => {
    const reviewer = new FakeReviewer();
    const gone = { ...typos[0]!, id: 'operator-typo!G3!typo' };
    await reviewer.ignore([{ ...gone, origin: { ...gone.origin!, fingerprint: 'other' } }], '已核实');
    const pane = await openReviewed(reviewer);
    const list = await openList(pane);
    expect(list.textContent).toContain('现已没有这个问题：内容有改动，或规则已停用');
    await pane.user.click(within(list).getByRole('button', { name: '移除 G3 比较符误用 的忽略记录' }));
    expect(reviewer.called('lift')).toHaveLength(1);
  });

  it('is there before any review', async () => {
    const reviewer = new FakeReviewer();
    await reviewer.ignore([typos[0]!], '已核实');
    const pane = await openPane(reviewer);
    await pane.user.click(screen.getByRole('button', { name: '修改记录（1）' }));
    const list = await openList(pane);
    expect(list.textContent).toContain('G7 比较符误用');
    expect(list.textContent).not.toContain('现已没有');
  });
});
