import { act, screen, waitFor, within } from '@testing-library/react';
import { HostError } from '../../src/host/port';
import { annexWithDefects, FakeReviewer, reviewOf } from '../support/workbooks/fake-reviewer';
import { card, openCard, openReviewed, type OpenPane } from './open-pane';

const { findings } = reviewOf(annexWithDefects());
const [first, second] = findings.filter(({ rule }) => rule === 'execution-rate-mismatch') as [
  (typeof findings)[0],
  (typeof findings)[0],
];

/** The user types into the sheet. */
function edit({ reviewer }: Pick<OpenPane, 'reviewer'>): void {
  act(() => reviewer.tell({ type: 'cells-changed', sheetId: 'sheet1' }));
}

const followed = (pane: OpenPane): Promise<void> =>
  waitFor(() => expect(pane.reviewer.called('reviewAgain')).toHaveLength(1), { timeout: 10_000 });

const openMismatch = (pane: OpenPane): Promise<HTMLElement> =>
  openCard(pane, /^错误 执行率与计算不符/, first.id);

describe('an edit of the user', () => {
  it('is followed once he has paused: what is solved says so, and counts are those of now', async () => {
    const pane = await openReviewed();
    await openMismatch(pane);
    pane.reviewer.solved = [first.id];
    edit(pane);
    edit(pane);
    expect(screen.queryByText(/结果可能已经过时/)).toBeNull();
    await followed(pane);
    await waitFor(() => expect(card(first.id).textContent).toContain(`已解决 ${first.id.split('!')[1]}`));
    expect(within(card(first.id)).queryByRole('button', { name: '撤销' })).toBeNull();
    expect(screen.getByText(/^已处理 1\//)).toBeTruthy();
    expect(pane.reviewer.called('review')).toHaveLength(1);
    expect(pane.store.getState().stale).toEqual([]);
  });

  it('leaves the reader where he is: his card, his words, his filter, his focus', async () => {
    const pane = await openReviewed();
    await openCard(pane, /^错误 执行率与计算不符/, second.id);
    await pane.user.click(within(card(second.id)).getByRole('button', { name: '忽略…' }));
    await pane.user.click(within(card(second.id)).getByRole('button', { name: '其他…' }));
    const words = within(card(second.id)).getByRole('textbox', { name: '请写明原因' });
    await pane.user.type(words, '财政已');
    const { filter, view } = pane.store.getState();
    pane.reviewer.solved = [first.id];
    edit(pane);
    await followed(pane);
    await screen.findByText(/^已解决/);
    expect(pane.store.getState()).toMatchObject({ filter, view, task: null });
    expect(document.activeElement).toBe(words);
    await pane.user.keyboard('批复{Enter}');
    expect(pane.reviewer.called('ignore')).toEqual([[[second.id], '财政已批复']]);
  });

  it('that comes while something is being done is followed after it', async () => {
    const pane = await openReviewed();
    let release = (): void => undefined;
    pane.reviewer.hold = new Promise((resolve) => (release = resolve));
    await pane.user.click(screen.getByRole('button', { name: '重新审核' }));
    edit(pane);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(pane.reviewer.called('reviewAgain')).toEqual([]);
    pane.reviewer.hold = null;
    await act(async () => release());
    await followed(pane);
  });

  it('is not undone by what was done while it was being followed', async () => {
    const pane = await openReviewed();
    const current = await openMismatch(pane);
    let release = (): void => undefined;
    pane.reviewer.hold = new Promise((resolve) => (release = resolve));
    edit(pane);
    await followed(pane);
    await pane.user.click(within(current).getByRole('button', { name: '应用' }));
    pane.reviewer.solved = [first.id];
    pane.reviewer.hold = null;
    await act(async () => release());
    // What was seen before the fix is not shown; it is looked at once more.
    await waitFor(() => expect(pane.reviewer.called('reviewAgain').length).toBeGreaterThan(1), {
      timeout: 10_000,
    });
    await waitFor(() => expect(card(first.id).textContent).toContain('已修正'));
    expect(within(card(first.id)).getByRole('button', { name: '撤销' })).toBeTruthy();
  });

  it('that makes something wrong lists it', async () => {
    const pane = await openReviewed();
    const made = { ...first, id: first.id.replace(/![A-Z]+\d+!/, '!F99!'), cell: { ...first.cell, row: 98 } };
    pane.reviewer.wrong = [made];
    edit(pane);
    await followed(pane);
    await openCard(pane, /^错误 执行率与计算不符/, made.id);
    expect(card(made.id).textContent).toContain('F99');
  });

  it('is said to make results old while the host is busy for long', async () => {
    const pane = await openReviewed();
    pane.reviewer.fail('reviewAgain', new HostError('failed', 'broken'));
    edit(pane);
    expect(await screen.findByText(/结果可能已经过时/)).toBeTruthy();
    edit(pane);
    await waitFor(() => expect(screen.queryByText(/结果可能已经过时/)).toBeNull(), { timeout: 10_000 });
  });
});

describe('marks', () => {
  it('follow when nothing was typed for a while', async () => {
    const pane = await openReviewed();
    edit(pane);
    await followed(pane);
    expect(pane.reviewer.called('followMarks')).toEqual([]);
    await waitFor(() => expect(pane.reviewer.called('followMarks')).toEqual([['sheet1']]), {
      timeout: 10_000,
    });
  });
});

describe('a card whose row is not certain', () => {
  it('leads nowhere, says so, and looks again with one click', async () => {
    const pane = await openReviewed();
    pane.reviewer.fail('goTo', new HostError('changed', 'the row is not certain'));
    const current = await openMismatch(pane);
    expect(await within(current).findByText(/位置待核/)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    await pane.user.click(within(current).getByRole('button', { name: '重新核对' }));
    await followed(pane);
    await waitFor(() => expect(within(card(first.id)).queryByText(/位置待核/)).toBeNull());
  });
});

describe('a host that tells nothing', () => {
  it('keeps to what the reader asks for', async () => {
    const reviewer = new FakeReviewer(annexWithDefects(), { interactive: false, events: 'none' });
    const pane = await openReviewed(reviewer);
    const current = await openMismatch(pane);
    await pane.user.click(within(current).getByRole('button', { name: '应用' }));
    await waitFor(() => expect(card(first.id).textContent).toContain('已修正'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(reviewer.called('reviewAgain')).toEqual([]);
  });
});

it('says that no cell was changed only where the log says so', async () => {
  const reviewer = new FakeReviewer();
  const review = await reviewer.review();
  await reviewer.apply(review.findings[0]!, review.findings.find(({ fix }) => fix)!.fix!);
  await openReviewed(reviewer);
  expect(screen.queryByText('尚未修改单元格内容')).toBeNull();
  expect(screen.getByRole('button', { name: '修改记录（1）' })).toBeTruthy();
});
