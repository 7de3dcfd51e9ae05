import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { annexWithDefects, reviewOf } from '../support/workbooks/fake-reviewer';
import { card, openCard, openReviewed, type OpenPane } from './open-pane';

const { findings } = reviewOf(annexWithDefects());
const [first, second] = findings.filter(({ rule }) => rule === 'execution-rate-mismatch') as [
  (typeof findings)[0],
  (typeof findings)[0],
];
const addressOf = ({ id }: { readonly id: string }): string => id.split('!')[1]!;

const openMismatch = (pane: OpenPane): Promise<HTMLElement> =>
  openCard(pane, /^错误 执行率与计算不符/, first.id);

function select(pane: OpenPane, row: number, column: number): void {
  act(() => pane.reviewer.tell({ type: 'selection-changed', sheetId: 'sheet1', cell: { row, column } }));
}

describe('the sheet follows the pane', () => {
  it('to the next cell once one was corrected, and the focus stays in the pane', async () => {
    const pane = await openReviewed();
    await openMismatch(pane);
    await pane.user.keyboard('f');
    await waitFor(() => expect(pane.reviewer.called('goTo').at(-1)).toEqual(['sheet1', addressOf(second)]));
    expect(document.activeElement).toBe(card(second.id));
  });

  it('where the reader stays who goes through the cards by keys, and not where he only passes', async () => {
    const pane = await openReviewed();
    await openMismatch(pane);
    const before = pane.reviewer.called('goTo').length;
    await pane.user.keyboard('{ArrowDown}{ArrowUp}{ArrowDown}');
    await waitFor(() => expect(pane.reviewer.called('goTo').length).toBe(before + 1));
    const { currentId } = pane.store.getState();
    expect(pane.reviewer.called('goTo').at(-1)).toEqual(['sheet1', currentId!.split('!')[1]]);
  });

  it('by the buttons and by Alt with an arrow, wherever the focus is', async () => {
    const pane = await openReviewed();
    await openMismatch(pane);
    await pane.user.click(screen.getByRole('button', { name: '下一条' }));
    expect(pane.reviewer.called('goTo').at(-1)).toEqual(['sheet1', addressOf(second)]);
    act(() => screen.getByRole('button', { name: '打开设置' }).focus());
    await pane.user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(card(first.id).getAttribute('aria-current')).toBe('true'));
    expect(pane.reviewer.called('goTo').at(-1)).toEqual(['sheet1', addressOf(first)]);
  });
});

describe('the pane follows the sheet', () => {
  it('and says where nothing is wrong, within the annex alone', async () => {
    const pane = await openReviewed();
    const wrong = new Set(findings.map(addressOf));
    expect(wrong.has('A8')).toBe(false);
    select(pane, 7, 0);
    expect(screen.getByText('此单元格没有问题')).toBeTruthy();
    select(pane, 400, 0);
    expect(screen.queryByText('此单元格没有问题')).toBeNull();
  });

  it('and says where the filter hides what is wrong, with a click to show it', async () => {
    const pane = await openReviewed();
    await pane.user.click(screen.getByRole('button', { name: /^错误 \d+( 项|$)/ }));
    select(pane, first.cell.row, first.cell.column);
    expect(screen.getByText(`${addressOf(first)} 的 1 条问题已被筛选隐藏`)).toBeTruthy();
    await pane.user.click(screen.getByRole('button', { name: '显示全部' }));
    await waitFor(() => expect(card(first.id).getAttribute('aria-current')).toBe('true'));
    expect(screen.queryByText(/已被筛选隐藏/)).toBeNull();
  });

  it('and tells of the others at the same cell', async () => {
    const pane = await openReviewed();
    const other = { ...second, id: `${second.id}#2`, rule: 'operator-typo', cell: first.cell };
    pane.reviewer.wrong = [other];
    act(() => pane.reviewer.tell({ type: 'cells-changed', sheetId: 'sheet1' }));
    await waitFor(() => expect(pane.store.getState().stale).toEqual([]), { timeout: 10_000 });
    const current = await openMismatch(pane);
    await pane.user.click(within(current).getByRole('button', { name: '此单元格另有 1 条' }));
    expect(pane.store.getState().currentId).toContain(other.id);
  });
});

describe('Ctrl+Z in the pane', () => {
  it('takes back step after step, and brings the card back', async () => {
    const pane = await openReviewed();
    const current = await openMismatch(pane);
    await pane.user.click(within(current).getByRole('button', { name: '应用' }));
    await waitFor(() => expect(card(second.id).getAttribute('aria-current')).toBe('true'));
    await pane.user.click(within(card(second.id)).getByRole('button', { name: '忽略…' }));
    await pane.user.click(within(card(second.id)).getByRole('button', { name: '已核实' }));
    await waitFor(() => expect(card(second.id).textContent).toContain('已忽略'));
    act(() => screen.getByRole('button', { name: '打开设置' }).focus());
    await pane.user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(card(second.id).getAttribute('aria-current')).toBe('true'));
    expect(pane.reviewer.called('undo')).toEqual([]);
    await pane.user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(card(first.id).getAttribute('aria-current')).toBe('true'));
    expect(pane.reviewer.called('undo')).toEqual([['change-1']]);
    await pane.user.keyboard('{Control>}z{/Control}');
    expect(pane.reviewer.called('undo')).toHaveLength(1);
  });

  it('is the text field’s own there', async () => {
    const pane = await openReviewed();
    const current = await openMismatch(pane);
    await pane.user.click(within(current).getByRole('button', { name: '应用' }));
    await waitFor(() => expect(card(first.id).textContent).toContain('已修正'));
    const search = screen.getByRole('searchbox');
    fireEvent.keyDown(search, { key: 'z', ctrlKey: true });
    expect(pane.reviewer.called('undo')).toEqual([]);
  });
});
