import { act, screen, waitFor, within } from '@testing-library/react';
import { createCommands } from '../../src/pane/state/commands';
import { DEFAULT_SETTINGS } from '../../src/pane/state/pane-settings';
import { createPaneStore } from '../../src/pane/state/pane-store';
import { FakeReviewer } from '../support/workbooks/fake-reviewer';
import { openPane, type OpenPane } from './open-pane';

async function openList(pane: OpenPane): Promise<HTMLElement> {
  await pane.user.click(screen.getByRole('button', { name: '全部工作表' }));
  return screen.findByRole('region', { name: '全部工作表' });
}

function held(reviewer: FakeReviewer): () => void {
  let release = (): void => undefined;
  reviewer.hold = new Promise((resolve) => (release = resolve));
  return release;
}

describe('the list of worksheets', () => {
  it('says what each sheet is and how bad, and leads to its review', async () => {
    const pane = await openPane();
    const list = await openList(pane);
    await pane.user.click(within(list).getByRole('button', { name: '审核全部工作表' }));
    await within(list).findByText(/^1 张工作表有自评表，共 \d+ 项问题待处理$/);
    const [cover, annex] = within(list).getAllByRole('listitem') as [HTMLElement, HTMLElement];
    expect(cover.textContent).toBe('封面不像绩效自评表');
    expect(annex.textContent).toMatch(/^Sheet1横表 · 24 个项目\d+/);
    await pane.user.click(within(annex).getByRole('button'));
    expect(pane.reviewer.called('goTo')).toEqual([['sheet1', 'A1']]);
    // It was reviewed with the workbook: nothing has to be asked for again.
    expect(await screen.findByRole('region', { name: '问题' })).toBeTruthy();
    expect(pane.reviewer.called('review')).toEqual([]);
  });

  it('can be cancelled, and says so', async () => {
    const reviewer = new FakeReviewer();
    const pane = await openPane(reviewer);
    const release = held(reviewer);
    const list = await openList(pane);
    await pane.user.click(within(list).getByRole('button', { name: '审核全部工作表' }));
    await within(list).findByText('已看 1 / 2 张工作表');
    await pane.user.click(within(list).getByRole('button', { name: '取消' }));
    await act(async () => release());
    await within(list).findByText(/^已取消/);
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
  });

  it('says of no sheet anything before the workbook is reached', async () => {
    const store = createPaneStore(DEFAULT_SETTINGS);
    const commands = createCommands(store, async () => new FakeReviewer(), { save: () => undefined });
    expect(await commands.reviewWorkbook(false)).toBe(false);
    expect(store.getState().workbook).toBeNull();
    await commands.connect();
    expect(await commands.reviewWorkbook(false)).toBe(true);
    expect(store.getState().workbook?.sheets).toHaveLength(2);
  });

  it('marks the findings of all sheets', async () => {
    const pane = await openPane();
    const list = await openList(pane);
    await pane.user.click(within(list).getByRole('button', { name: '审核全部工作表' }));
    await pane.user.click(await within(list).findByRole('button', { name: '标记全部问题' }));
    await waitFor(() => expect(pane.reviewer.called('mark')).toHaveLength(1));
    expect(await screen.findByText(/已标记 \d+ 个单元格/)).toBeTruthy();
  });

  it('rolls up all sheets with one click, once all were looked at', async () => {
    const pane = await openPane();
    const list = await openList(pane);
    expect(within(list).queryByRole('button', { name: /^插入汇总表/ })).toBeNull();
    await pane.user.click(within(list).getByRole('button', { name: '审核全部工作表' }));
    await pane.user.click(await within(list).findByRole('button', { name: '插入汇总表（自评表 1 张）' }));
    expect(pane.reviewer.called('insertWorkbookRollups')).toEqual([[['Sheet1'], 'all']]);
    expect(await screen.findByText('已生成汇总表：单位汇总、问题清单。')).toBeTruthy();
  });

  it('says how far the rollups are, and leaves them undone where that is asked for', async () => {
    const reviewer = new FakeReviewer();
    const pane = await openPane(reviewer);
    const list = await openList(pane);
    await pane.user.click(within(list).getByRole('button', { name: '审核全部工作表' }));
    await within(list).findByText(/^1 张工作表有自评表/);
    const release = held(reviewer);
    await pane.user.click(within(list).getByRole('button', { name: /^插入汇总表/ }));
    await within(list).findByText('正在汇总 1 / 1 张工作表');
    await pane.user.click(within(list).getByRole('button', { name: '取消' }));
    await act(async () => release());
    await within(list).findByText(/^1 张工作表有自评表/);
    expect(screen.queryByText(/已生成汇总表/)).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is what the menu of rollups is about as well, which says so', async () => {
    const pane = await openPane();
    const list = await openList(pane);
    await pane.user.click(within(list).getByRole('button', { name: '审核全部工作表' }));
    await within(list).findByText(/^1 张工作表有自评表/);
    await pane.user.click(within(list).getAllByRole('listitem')[1]!.querySelector('button')!);
    await pane.user.click(await screen.findByRole('button', { name: '插入汇总', expanded: false }));
    expect(await screen.findByText('汇总全部工作表（已审核 1 张）')).toBeTruthy();
    await pane.user.click(await screen.findByRole('menuitem', { name: '自评结果汇总表' }));
    expect(pane.reviewer.called('insertWorkbookRollups')).toEqual([[['Sheet1'], ['project-results']]]);
    expect(pane.reviewer.called('insertRollups')).toEqual([]);
  });

  it('that was cancelled is not rolled up as a whole', async () => {
    const reviewer = new FakeReviewer();
    const pane = await openPane(reviewer);
    const release = held(reviewer);
    const list = await openList(pane);
    await pane.user.click(within(list).getByRole('button', { name: '审核全部工作表' }));
    await within(list).findByText('已看 1 / 2 张工作表');
    await pane.user.click(within(list).getByRole('button', { name: '取消' }));
    await act(async () => release());
    await within(list).findByText(/^已取消/);
    expect(within(list).queryByRole('button', { name: /^插入汇总表/ })).toBeNull();
  });

  it('takes hidden sheets along where that is asked for', async () => {
    const pane = await openPane();
    const list = await openList(pane);
    await pane.user.click(within(list).getByRole('checkbox', { name: '包括隐藏的工作表' }));
    await pane.user.click(within(list).getByRole('button', { name: '审核全部工作表' }));
    await within(list).findByText(/^1 张工作表有自评表/);
    expect(pane.reviewer.called('reviewWorkbook')).toEqual([[true]]);
  });

  it('is reviewed by one click on a sheet that is none, and shown there from then on', async () => {
    const pane = await openPane(new FakeReviewer(null));
    const region = await screen.findByRole('region', { name: '识别结果' });
    await pane.user.click(await within(region).findByRole('button', { name: '审核全部工作表' }));
    expect(await screen.findByRole('region', { name: '全部工作表' })).toBeTruthy();
    await waitFor(() => expect(pane.reviewer.called('reviewWorkbook')).toEqual([[false]]));
    await pane.user.click(screen.getByRole('button', { name: '返回' }));
    await pane.user.click(
      await within(await screen.findByRole('region', { name: '识别结果' })).findByRole('button', {
        name: '全部工作表',
      }),
    );
    expect(await screen.findByRole('region', { name: '全部工作表' })).toBeTruthy();
    expect(pane.reviewer.called('reviewWorkbook')).toHaveLength(1);
  });
});
